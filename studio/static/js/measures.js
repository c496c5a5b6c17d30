// The measures: what is typed, timed or counted is checked here, kept in the tap queue and sent from there.
import { fieldWords, paintSign, tell, untell } from "./board-sign.js";
import { BoardState, statements } from "./board-state.js";
import { back, lay } from "./board-undo.js";
import { valueWords } from "./board-words.js";
import { counter } from "./measure-counter.js";
import { finishing, following, paintFoot, restSays } from "./measure-foot.js";
import { listen } from "./measure-heard.js";
import { fit, keypad } from "./measure-keypad.js";
import { read, show, unusual, wrong } from "./measure-numbers.js";
import { aboutNow, askAbout, paintPain, saysOf } from "./measure-pain.js";
import { addressOf, ask, complain, paint, sheetOf, sheets, sheetWith, STATION, take } from "./measure-sheets.js";
import { watch } from "./measure-watch.js";
import { TapQueue } from "./tap-queue.js";
import { TapStore } from "./tap-store.js";

const NERVOUS = 400;
const root = document.getElementById("board");
const data = root.dataset;
const user = Number(data.user);
const store = new TapStore(data.assessment, data.user);
const queue = new TapQueue({ store, url: data.taps, user, session: data.session, app: data.app });
const state = new BoardState(JSON.parse(data.answers), Number(data.newest));
const stack = JSON.parse(data.undo);
const undo = document.querySelector("[data-take-back]");
const onward = document.querySelector("[data-next]");
let sheet = sheetOf(data.measure);
let slot;
let last = { says: "", at: 0 };
let tapped = Number(data.mine);

const finish = finishing({
  queue,
  url: data.finish,
  counted: () => tapped,
  say: sayWhyNot,
  unsay: () => untell("finish"),
  changed: repaint,
});

function repaint() {
  state.overlay(store.all());
  paint(state);
  paintPain(state, sheet.id);
  paintSign(queue.status);
  paintFoot(sheet, finish.busy);
  undo.disabled = stack.length === 0;
}

// In a tab of its own: a note that is not saved lives in this page alone.
function sayWhyNot(why, mustSignIn = false) {
  const signIn = () => open(document.querySelector("[data-sign-in-link]").href);
  tell("finish", "Not finished yet.", why, mustSignIn ? [["Sign in again", signIn]] : []);
  repaint();
}

// One change: what it says now, kept as taps that share their time, and what takes it back.
function change(said, { takesBack = false } = {}) {
  if (!said.length) return;
  finish.drop();
  const at = new Date().toISOString();
  const was = said.map(({ field }) => state.of(field));
  const taps = said.map(({ field, value, view = STATION }) => ({ field, value, view, seen: state.revision(field), at }));
  tapped += taps.length;
  queue.push(takesBack ? taps.map((tap) => ({ ...tap, undo: true })) : taps);
  if (!takesBack) stack.push(taps.flatMap((tap, n) => back(tap.field, was[n], state.of(tap.field), tap.view)));
  repaint();
  for (const { field } of said) untell(field);
  document.getElementById("board-says").textContent = `${fieldWords(said[0].field)}: ${valueWords(said[0].field, said[0].value)}`;
}

// Take what stands in a place: true when it is kept, false when something must be looked at first.
function keep(input, sure = false) {
  const own = sheetWith(input);
  const value = read(input.value, own.unit);
  const why = wrong(value, own);
  complain(own, input, why);
  if (why) return false;
  const field = addressOf(input.name);
  const changed = value !== state.value(field);
  const doubtful = changed && !sure && unusual(value, own.usual);
  ask(own, doubtful ? show(value, own.unit) : "");
  if (doubtful) return false;
  delete input.dataset.typing;
  if (changed) change([{ field, value }]);
  else repaint();
  return true;
}

// A number that came from the clock or the counter.
function put(value) {
  const input = slot ?? sheet.slots[0];
  input.value = value;
  input.dataset.typing = "";
  if (keep(input)) step(input);
}

// On to the next place that is empty, else stay.
function step(input) {
  const next = sheet.slots.slice(sheet.slots.indexOf(input) + 1).find((one) => !one.value && !one.disabled);
  if (next) next.focus();
  return Boolean(next);
}

function next() {
  const input = slot ?? sheet.slots[0];
  if (!input || (keep(input) && !step(input))) onward.focus();
}

function hold(input) {
  slot = input;
  for (const one of document.querySelectorAll("[data-slot][data-now]")) delete one.dataset.now;
  if (input) input.dataset.now = "";
}

const timed = () => (slot && sheet.slots.length > 1 ? slot.closest("label").querySelector(".slot__name").textContent : "");
const metres = () => Number(sheet.section.querySelector("[data-metre][aria-pressed=true]")?.dataset.metre);
const sideOf = () => (slot?.name.includes(":left:") ? "Left" : slot?.name.includes(":right:") ? "Right" : "");

function tools() {
  const { tool, cap } = sheet;
  const clock = ["stopwatch", "stages", "speed"].includes(tool);
  const say = () => [sideOf(), timed(), cap ? `stops at ${cap} s` : ""].filter(Boolean).join(", ");
  watch(clock, cap, say, (value) => put(tool === "speed" ? (metres() / value).toFixed(2) : String(value)));
  counter(tool === "counter", cap, (number) => put(String(number)));
  fit(sheet);
  document.querySelector("[data-tools]").hidden = !sheet.slots.length;
  document.querySelector("[data-unit-choice]").hidden = !sheet.unit;
}

function go(to) {
  for (const input of sheet.slots) if ("typing" in input.dataset) keep(input);
  sheet = to;
  for (const one of sheets) {
    one.section.hidden = one !== to;
    one.tab.removeAttribute("aria-current");
  }
  to.tab.setAttribute("aria-current", "step");
  to.tab.closest("details")?.setAttribute("open", "");
  to.tab.scrollIntoView({ block: "nearest" });
  history.replaceState(null, "", to.tab.href);
  document.getElementById("measure-now").value = to.id;
  for (const one of document.querySelectorAll("[data-measure-now]")) one.value = to.id;
  hold(to.slots.find((one) => !one.value) ?? to.slots[0]);
  slot?.focus({ preventScroll: true });
  tools();
  repaint();
  document.body.dispatchEvent(new CustomEvent("measure:shown", { bubbles: true }));
  document.getElementById("board-says").textContent = to.label;
}

function tap(button) {
  const { says } = button.dataset;
  const now = performance.now();
  const again = last.says === says && now - last.at < NERVOUS;
  last = { says, at: now };
  if (again) return; // a nervous double tap must not take back what it said
  const lit = button.getAttribute("aria-pressed") === "true";
  const said = statements(says, STATION);
  if ("pain" in button.dataset && !lit) askAbout(said[0].field);
  change(said.map(({ field, value }) => ({ field, value: lit ? "" : value })));
}

// What is in a place and not taken yet counts too; what must be looked at first is shown.
function done() {
  const open = sheets.flatMap((one) => one.slots).find((input) => "typing" in input.dataset && !keep(input));
  if (open) go(sheetWith(open));
  else finish.want();
}

function takeBack() {
  const group = stack.pop();
  if (group) change(group.map(([field, value, view]) => ({ field, value, view })), { takesBack: true });
  for (const one of sheets.flatMap((each) => each.slots)) delete one.dataset.typing;
  complain(sheet, null, "");
  ask(sheet);
  repaint();
}

function choose(button) {
  for (const one of button.parentElement.querySelectorAll("[data-metre]")) one.setAttribute("aria-pressed", String(one === button));
}

function press(button) {
  if (button.matches("[data-take-back]")) takeBack();
  else if (button.matches("[data-complete]") || button.closest("[data-finish-now]")) done();
  else if (button.matches("[data-rest]")) change(statements(restSays(), STATION));
  else if (button.matches("[data-settles]")) change(statements(button.dataset.settles, STATION));
  else if (button.matches("[data-no-pain]")) change([{ field: aboutNow(), value: "" }]);
  else if (button.matches("[data-pain-part]")) change(statements(saysOf(button, state), STATION));
  else if (button.matches("[data-says]")) tap(button);
  else if (button.matches("[data-metre]")) choose(button);
  else if (button.matches("[data-sure]")) keep(slot, true) && step(slot);
  else if (button.matches("[data-not-sure]")) slot?.focus();
  else return false;
  return true;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button, [data-go], [data-next]");
  if (!button || event.ctrlKey || event.metaKey) return;
  const to = button === onward ? following(sheet) : sheetOf(button.dataset.go);
  if (to) {
    event.preventDefault();
    go(to);
  } else if ("go" in button.dataset && !navigator.onLine) {
    event.preventDefault();
    tell("later", "No connection just now.", "This measure comes with it. Those in the list above are here.");
  } else if (press(button)) event.preventDefault();
});
document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-slot]")) {
    target.dataset.typing = "";
    complain(sheetWith(target), target, "");
    ask(sheetWith(target));
  } else if (target.matches("[data-find]")) find(target);
});
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches("[data-slot]")) return;
  hold(target);
  target.select();
});
document.addEventListener("focusout", ({ target }) => target.matches?.("[data-slot][data-typing]") && keep(target));
document.addEventListener("submit", (event) => {
  if (!event.target.matches(".sheet__form")) return;
  event.preventDefault(); // Enter in a place
  next();
});

function find(field) {
  const words = field.value.trim().toLowerCase();
  const tabs = [...field.parentElement.querySelectorAll("[data-go]")];
  for (const tab of tabs) tab.parentElement.hidden = !tab.textContent.toLowerCase().includes(words);
  field.parentElement.querySelector("[data-none]").hidden = tabs.some((tab) => !tab.parentElement.hidden);
}

listen({ queue, store, state, result: data.result, change, repaint, refused: (number) => { tapped -= number; } });
document.addEventListener("htmx:after:swap", () => { take(); repaint(); });

keypad({ input: () => slot, next });
queue.station = STATION;
queue.view = STATION;
queue.since = state.newest;
lay(store.all(), state, stack);
repaint();
root.dataset.ready = "yes";
hold(sheet.slots.find((one) => !one.value) ?? sheet.slots[0]);
slot?.focus({ preventScroll: true });
tools();
queue.knock(); // the last taps of the page before may have come after this one was made
