// The assessment board: a tap states one thing, is kept in the tap queue before its button changes, and is sent from there.
import { foot, paintFoot } from "./board-foot.js";
import { Finish } from "./board-finish.js";
import "./board-keys.js";
import { paint, root, speak, views } from "./board-page.js";
import { askAbout, paintPain, saysOf } from "./board-pain.js";
import { fieldWords, paintSign, tell, tellConflict, untell } from "./board-sign.js";
import { addressed, BoardState, statements } from "./board-state.js";
import { back, lay } from "./board-undo.js";
import { valueWords } from "./board-words.js";
import { unsaved } from "./note.js";
import { closedNotice } from "./taps-closed.js";
import { TapQueue } from "./tap-queue.js";
import { TapStore, waitingHere } from "./tap-store.js";

const NERVOUS = 400;
const data = root.dataset;
const user = Number(data.user);
const store = new TapStore(data.assessment, data.user);
const queue = new TapQueue({ store, url: data.taps, user, session: data.session, app: data.app });
const state = new BoardState(JSON.parse(data.answers), Number(data.newest));
const stack = JSON.parse(data.undo);
const undo = document.querySelector("[data-take-back]");
let view = views.find((one) => one.name === data.view);
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
  paint(state);
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
  change(statements(says, view.station).map(({ field, value }) => ({ field, value: lit ? "" : value })));
}

function takeBack() {
  const group = stack.pop();
  if (group) change(group.map(([field, value, where]) => ({ field, value, view: where })), { takesBack: true });
}

function go(to) {
  view = to;
  for (const one of views) {
    one.section.hidden = one !== to;
    one.tab.removeAttribute("aria-current");
  }
  to.tab.setAttribute("aria-current", "step");
  history.replaceState(null, "", to.tab.href);
  queue.station = to.station;
  queue.view = to.name;
  queue.knock();
  repaint();
  document.getElementById("board-says").textContent = `${to.label} view`;
}

function next() {
  const now = foot(view, state);
  if (now.kind === "rest") change(now.fields.map((field) => ({ field, value: "0" })));
  if (now.to) go(now.to);
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
  const button = event.target.closest("button, [data-go]");
  if (!button || event.ctrlKey || event.metaKey) return;
  if ("go" in button.dataset) {
    event.preventDefault();
    go(views.find((one) => one.name === button.dataset.go));
  } else if (press(button)) event.preventDefault();
});

queue.addEventListener("changed", repaint);
queue.addEventListener("answered", ({ detail }) => {
  state.hear(detail.state);
  queue.since = state.newest;
  tapped -= detail.refused.length;
  for (const one of detail.conflicts) tellConflict(one, (field, value) => change([{ field, value }]));
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

document.addEventListener("visibilitychange", () => document.hidden || queue.knock());

queue.station = view.station;
queue.view = view.name;
queue.since = state.newest;
lay(store.all(), state, stack);
tellParked();
repaint();
root.dataset.ready = "yes";
queue.wake();
