// The big button: what it says and where it leads, in the words of studio/models/board_foot.py.
import { left, painIn, viewsOf } from "./board-page.js";
import { after as afterStop, stops } from "./board-stops.js";
import { countWords } from "./board-words.js";

const button = document.querySelector("[data-next]");
const WHOLE = { 1: "The one view is", 2: "Both views are", 3: "All three views are" };

function after(view, state) {
  const views = viewsOf(view.test);
  const at = views.indexOf(view) + 1;
  return [...views.slice(at), ...views.slice(0, Math.max(at - 1, 0))].find((one) => !left(one, state).done);
}

// {kind, text, note, fields, to, stop}: it goes to a view of this test, else to another test; with neither it completes.
export function foot(view, state) {
  const stop = afterStop(view.test, state);
  if (painIn(view.test, state)) {
    if (!stop) return { kind: "stop", text: "End the test, keep findings", note: "" };
    return { kind: "stop", text: "End this test", note: `Next: ${stop.label.toLowerCase()}`, stop };
  }
  const here = left(view, state);
  const to = after(view, state);
  const onward = { to, stop: to ? undefined : stop };
  if (!here.done) {
    const rows = here.rows ? countWords(here.rows, "row", "rows") : "Other sides";
    const then = to ? `Next: ${to.label.toLowerCase()} view` : stop ? `Next: ${stop.label.toLowerCase()}` : "Then finish";
    return { kind: "rest", text: view.variant ? "Rest is gone" : "Rest is clean", note: `${rows} not seen. ${then}`, fields: here.fields, ...onward };
  }
  const done = here.skipped ? "not tested" : "complete";
  const where = to ? `the ${to.label.toLowerCase()} view` : stop?.label.toLowerCase();
  if (where) return { kind: "on", text: `On to ${where}`, note: `${view.label} is ${done}`, ...onward };
  const all = stops.length > 1 ? `All ${stops.length} tests are` : (WHOLE[viewsOf(view.test).length] ?? "All views are");
  return { kind: "finish", text: "Finish", note: `${all} done` };
}

export function paintFoot(now, busy = "") {
  const [words] = button.querySelectorAll("span");
  const small = document.createElement("small");
  small.textContent = busy || now.note;
  words.replaceChildren(now.text, ...(small.textContent ? [small] : []));
  button.classList.toggle("button--stop", now.kind === "stop");
  button.classList.toggle("button--primary", now.kind !== "stop");
  button.setAttribute("aria-busy", String(Boolean(busy)));
}
