// The assessment board: a tap states one thing, is kept in the tap queue before its button changes, and is sent from there.
import { foot, paintFoot } from "./board-foot.js";
import { Finish } from "./board-finish.js";
import "./board-keys.js";
import { pages, paint, root, speak } from "./board-page.js";
import { askAbout, paintPain, saysOf } from "./board-pain.js";
import { fieldWords, paintSign, tell, tellConflict, tellDispute, untell } from "./board-sign.js";
import { addressed, BoardState, statements } from "./board-state.js";
import { paintStops, stops } from "./board-stops.js";
import { back, lay } from "./board-undo.js";
import { valueWords } from "./board-words.js";
import { unsaved } from "./note.js";
import { closedNotice } from "./taps-closed.js";
import { TapQueue } from "./tap-queue.js";
import { TapStore, waitingHere } from "./tap-store.js";

const NERVOUS = 400;
const LOOK_AROUND = 10_000;
const AT_IT = 120_000;
const data = root.dataset;
const user = Number(data.user);
const store = new TapStore(data.assessment, data.user);
const queue = new TapQueue({ store, url: data.taps, user, session: data.session, app: data.app });
const state = new BoardState(JSON.parse(data.answers), Number(data.newest));
const stack = JSON.parse(data.undo);
const undo = document.querySelector("[data-take-back]");
// The page of a test as it was left.
function leftIn(test) {
  const { station, view: name } = document.querySelector(`[data-views-of="${test}"]`)?.dataset ?? {};
  return pages.find((one) => one.station === station && one.name === name);
}

let view = leftIn(data.station);
let tapped = Number(data.mine);
let last = { says: "", at: 0 };

const finish = new Finish({
  queue,
  url: data.finish,
  counted: () => tapped,
  say: sayWhyNot,
  unsay: () => untell("finish"),
  changed: repaint,
});

function repaint() {
  state.overlay(store.all());
  paint(state, view.test);
  paintStops(state, view.test);
  paintPain(state);
  paintFoot(foot(view, state), finish.busy);
  paintSign(queue.status);
  undo.disabled = stack.length === 0;
}

// In a tab of its own while the note is unsaved: it lives in this page alone.
function signIn() {
  const { href } = document.querySelector("[data-sign-in-link]");
  if (unsaved()) open(href);
  else location.assign(href);
}

function sayWhyNot(why, mustSignIn = false) {
  tell("finish", "Not finished yet.", why, mustSignIn ? [["Sign in again", signIn]] : []);
  repaint();
}

// One change: what it says now, kept as taps that share their time, and what takes it back.
function change(said, { takesBack = false } = {}) {
  if (!said.length) return;
  finish.drop();
  const at = new Date().toISOString();
  const was = said.map(({ field }) => state.of(field));
  const taps = said.map(({ field, value, view: where = view.name }) => ({ field, value, view: where, seen: state.revision(field), at }));
  tapped += taps.length;
  queue.push(takesBack ? taps.map((tap) => ({ ...tap, undo: true })) : taps);
  if (!takesBack) stack.push(taps.flatMap((tap, n) => back(tap.field, was[n], state.of(tap.field), tap.view)));
  repaint();
  for (const { field } of said) untell(field);
  speak(said[0].field, state);
}

function tap(button) {
  const { says } = button.dataset;
  const now = performance.now();
  const again = last.says === says && now - last.at < NERVOUS;
  last = { says, at: now };
  if (again) return; // a nervous double tap must not take back what it said
  const lit = button.getAttribute("aria-pressed") === "true";
  if ("pain" in button.dataset && !lit) askAbout(addressed(`pain:${button.dataset.pain}`, view.station));
  change(statements(says, view.station).map((one) => ({ ...one, value: lit ? "" : one.value })));
}

function takeBack() {
  const group = stack.pop();
  if (group) change(group.map(([field, value, where]) => ({ field, value, view: where })), { takesBack: true });
}

// Perhaps another test of the battery: its views, its name, and what only it asks.
function enter({ test, station, name }) {
  const tabs = document.querySelector(`[data-views-of="${test}"]`);
  Object.assign(tabs.dataset, { station, view: name });
  if (data.station === test) return;
  data.station = test;
  for (const one of document.querySelectorAll("[data-views-of]")) one.hidden = one !== tabs;
  for (const part of document.querySelectorAll("[data-only-in]")) part.hidden = part.dataset.onlyIn !== test;
  document.querySelector("[data-test-title]").textContent = tabs.dataset.label;
  document.querySelector("[data-test-words]").textContent = tabs.dataset.words;
  document.querySelector(".board__guide").href = `protocols/${test}`;
  document.querySelector(".board__main").scrollTop = 0;
}

function goTo({ test, link }) {
  const page = leftIn(test);
  if (page) go(page);
  else location.assign(link.href);
}

function go(to) {
  view = to;
  for (const one of pages) {
    one.section.hidden = one !== to;
    one.tab.removeAttribute("aria-current");
  }
  to.tab.setAttribute("aria-current", "step");
  enter(to);
  history.replaceState(null, "", to.tab.href);
  queue.station = to.station;
  queue.view = to.name;
  queue.knock();
  repaint();
  const test = stops.length ? `${document.querySelector("[data-test-title]").textContent}, ` : "";
  document.getElementById("board-says").textContent = `${test}${to.label}${to.variant ? "" : " view"}`;
}

function next() {
  const now = foot(view, state);
  if (now.kind === "rest") change(now.fields.map(({ field, view: where }) => ({ field, value: "0", view: where })));
  if (now.to) go(now.to);
  else if (now.stop) goTo(now.stop);
  else finish.want();
  repaint();
}

function press(button) {
  if (button.matches("[data-next]")) next();
  else if (button.matches("[data-take-back]")) takeBack();
  else if (button.matches("[data-settles]")) change(statements(button.dataset.settles, view.station));
  else if (button.matches("[data-clears]")) change([{ field: addressed(button.dataset.clears, view.station), value: "" }]);
  else if (button.matches("[data-pain-part]")) change(statements(saysOf(button, state), view.station));
  else if (button.matches("[data-says]")) tap(button);
  else if (button.closest("[data-finish-now]")) finish.want();
  else return false;
  repaint();
  return true;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button, [data-go], [data-stop]");
  if (!button || event.ctrlKey || event.metaKey) return;
  if ("go" in button.dataset) {
    event.preventDefault();
    go(pages.find((one) => one.tab === button));
  } else if ("stop" in button.dataset) {
    const stop = stops.find((one) => one.link === button);
    if (!leftIn(stop.test)) return;
    event.preventDefault();
    goTo(stop);
  } else if (press(button)) event.preventDefault();
});

queue.addEventListener("changed", repaint);
queue.addEventListener("answered", ({ detail }) => {
  for (const [field, { revision }] of Object.entries(detail.state)) if (revision > state.revision(field)) untell(field);
  state.hear(detail.state);
  queue.since = state.newest;
  tapped -= detail.refused.length;
  const settle = (field, value) => change([{ field, value }]);
  for (const one of detail.conflicts) tellConflict(one, settle);
  for (const one of detail.disputes) tellDispute(one, (field) => state.value(field), settle);
});
queue.addEventListener("saved", () => document.body.dispatchEvent(new CustomEvent("taps:saved", { bubbles: true })));
queue.addEventListener("locked", ({ detail }) => {
  const { strong, text, buttons } = closedNotice({ why: detail.why, own: true, store, result: data.result, dropped: repaint });
  tell("locked", strong, text, buttons);
});

function tellParked() {
  for (const { key, field, value, why } of store.parked()) {
    const done = () => { store.forget(key); untell("finish"); repaint(); };
    tell(key, `${fieldWords(field)}, ${valueWords(field, value)}: not accepted.`, `${why}.`, [["All right", done]]);
  }
}
queue.addEventListener("changed", tellParked);

// Another tab of this tablet sent taps: its answer went there, so ask for ours.
window.addEventListener("storage", (event) => {
  if (!event.key?.startsWith(store.prefix)) return;
  if (event.oldValue && !event.newValue) state.heardElsewhere(JSON.parse(event.oldValue));
  if (!store.count) queue.knock();
  repaint();
});

const others = waitingHere().filter((one) => one.assessment === Number(data.assessment) && one.user !== user);
if (others.length) {
  const count = others.reduce((sum, one) => sum + one.count, 0);
  tell("others", "Another coach's taps wait on this tablet:", `${count} of them. They are sent when that coach signs in here again.`);
}

window.addEventListener("beforeprint", () => paint(state));
// What others say shows up here while somebody is at it, and no sign-in is kept alive by a tablet that lies about.
let touched = Date.now();
document.addEventListener("pointerdown", () => { touched = Date.now(); });
setInterval(() => { if (!document.hidden && Date.now() - touched < AT_IT) queue.knock(); }, LOOK_AROUND);
document.addEventListener("visibilitychange", () => document.hidden || queue.knock());

queue.station = view.station;
queue.view = view.name;
queue.since = state.newest;
lay(store.all(), state, stack);
tellParked();
repaint();
root.dataset.ready = "yes";
queue.wake();
