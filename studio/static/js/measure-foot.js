// The foot of the measures and their place in the strip of tests: the next measure, the tests, or finishing. As
// studio/models/battery_view.py, which knows the other tests.
import { sheets, STATION } from "./measure-sheets.js";

const OFFLINE = "There is no connection just now. Nothing is lost. Tap again in a moment.";
const onward = document.querySelector("[data-next]");
const finish = document.querySelector("[data-complete]");
const rest = document.querySelector("[data-rest]");
const still = document.querySelector("[data-still-open] small");
const tests = onward.href;
const tabs = [...document.querySelectorAll("[data-go]")];
const asked = onward.dataset.asked.split(" ").filter(Boolean);
const dealtWith = () => tabs.filter(({ dataset }) => dataset.state !== "open").map(({ dataset }) => dataset.go);

// The next one that is still to do among those that stand in the list by themselves.
export function following(sheet) {
  const listed = sheets.filter((one) => one === sheet || !one.tab.closest("details"));
  const at = listed.indexOf(sheet) + 1;
  return [...listed.slice(at), ...listed.slice(0, at - 1)].find((one) => one.section.dataset.state === "open");
}

// What says "not tested" of everything that was asked for and nobody looked at.
export function restSays() {
  const done = dealtWith();
  return asked.filter((id) => !done.includes(id)).map((id) => `m:${id}=not_tested`).join(" ");
}

function paintStop(own) {
  const done = dealtWith();
  const whole = done.length > 0 && asked.every((id) => done.includes(id));
  const all = new Set([...asked, ...done]).size;
  own.toggleAttribute("data-done", whole);
  own.querySelector("[data-stop-note]").textContent = done.length && !whole ? `${done.length} of ${all}` : String(done.length || "to do");
  own.querySelector("[data-stop-tick]").hidden = !whole;
}

function say(button, text, small) {
  button.querySelector("span").replaceChildren(text, Object.assign(document.createElement("small"), { textContent: small }));
}

export function paintFoot(sheet, busy) {
  const stops = [...document.querySelectorAll("[data-stop]")]; // they come anew with the pane
  const at = stops.findIndex(({ dataset }) => dataset.stop === STATION);
  if (at >= 0) paintStop(stops[at]);
  const isOpen = ({ dataset }) => !("done" in dataset);
  const open = stops.filter(isOpen).map(({ dataset }) => dataset.label.toLowerCase());
  still.textContent = open.length && stops.length > 1 ? `Still open: ${open.join(", ")}` : "Open rows count as not tested";
  const to = following(sheet);
  const test = [...stops.slice(at + 1), ...stops.slice(0, Math.max(at, 0))].find(isOpen);
  finish.hidden = open.length > 0;
  onward.hidden = !to && !finish.hidden;
  onward.classList.toggle("button--primary", finish.hidden);
  onward.href = to?.tab.href ?? test?.href ?? tests;
  say(onward, to ? "Next measure" : "On to the tests", busy || (to?.label ?? test?.dataset.label ?? onward.dataset.test));
  say(finish, "Finish", busy || "All tests are done");
  for (const button of [onward, finish]) button.setAttribute("aria-busy", String(Boolean(busy)));
  rest.hidden = !restSays();
}

// What completing needs comes once the page stands: it asks for the network anyway.
export function finishing(given) {
  let finish;
  async function ready() {
    const { Finish } = await import("./board-finish.js");
    finish ??= new Finish(given);
    return finish;
  }
  addEventListener("load", () => ready().catch(() => {}));
  return {
    get busy() {
      return finish?.busy ?? "";
    },
    drop() {
      finish?.drop();
    },
    async want() {
      try {
        (await ready()).want();
      } catch {
        given.say(OFFLINE);
      }
    },
  };
}
