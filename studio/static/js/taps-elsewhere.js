// Taps that wait on this tablet are sent from whatever page is open, not only from their board; and nobody signs out
// over them unasked.
import { countWords } from "./board-words.js";
import { fill } from "./notice.js";
import { whoIsHere } from "./session.js";
import { closedNotice } from "./taps-closed.js";
import { TapQueue } from "./tap-queue.js";
import { TapStore, waitingHere } from "./tap-store.js";

const session = document.querySelector("meta[name=session-state]")?.content;
const board = document.getElementById("board")?.dataset;
const mine = ({ assessment, user }) => Number(board?.assessment) === assessment && Number(board?.user) === user;
const sign = () => document.querySelector("[data-save-state]:not([data-save-own])");
const words = (count) => countWords(count, "tap", "taps");

function show(queue) {
  const place = sign();
  const { waiting, state } = queue.status;
  if (!place) return;
  const text = state === "locked" ? `${words(waiting)} not recorded` : `${words(waiting)} of an assessment waiting`;
  place.dataset.saveState = waiting ? (state === "waiting" ? "waiting" : "off") : "saved";
  place.querySelector("[data-save-text]").textContent = waiting ? text : "All saved";
}

// It was completed or struck out elsewhere: whoever made these taps reads so, and may throw them away.
function tellClosed(queue, why) {
  const { store, url } = queue;
  const place = document.querySelector("#board-notes, .page__main");
  if (!place || !store.count || document.querySelector(`[data-note-key="${store.prefix}"]`)) return;
  const notice = document.createElement("div");
  notice.className = "notice notice--care";
  notice.dataset.noteKey = store.prefix;
  const text = Object.assign(document.createElement("p"), { className: "notice__words" });
  text.append(document.createElement("b"));
  const cloudOff = document.querySelectorAll("[data-save-state] .icon")[2];
  notice.append(...(cloudOff ? [cloudOff.cloneNode(true)] : []), text);
  const closed = closedNotice({ why, store, result: url.replace(/\/taps$/, ""), dropped: () => show(queue) });
  fill(notice, closed.strong, closed.text, closed.buttons);
  place.prepend(notice);
}

async function send() {
  const others = waitingHere().filter((one) => !mine(one));
  if (!others.length) return;
  const here = await whoIsHere(session).catch(() => undefined);
  for (const { assessment, user, url } of others.filter((one) => one.user === here)) {
    const queue = new TapQueue({ store: new TapStore(assessment, user), url, user, session, app: "" });
    queue.addEventListener("changed", () => show(queue));
    queue.addEventListener("locked", ({ detail }) => tellClosed(queue, detail.why));
    show(queue);
    queue.wake();
  }
}

function ask(form, count) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "sign-out-title");
  const title = Object.assign(document.createElement("h2"), { id: "sign-out-title", textContent: `${words(count)} not saved yet` });
  const text = Object.assign(document.createElement("p"), {
    textContent: "They stay on this tablet, and are sent when the same person signs in here again.",
  });
  const row = Object.assign(document.createElement("div"), { className: "dialog__do" });
  const stay = Object.assign(document.createElement("button"), { className: "button", type: "button", textContent: "Stay signed in" });
  const leave = Object.assign(document.createElement("button"), { className: "button button--stop", type: "button", textContent: "Sign out all the same" });
  stay.addEventListener("click", () => dialog.close());
  leave.addEventListener("click", () => form.submit());
  dialog.addEventListener("close", () => dialog.remove());
  row.append(stay, leave);
  dialog.append(title, text, row);
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("submit", (event) => {
  const count = waitingHere().reduce((sum, one) => sum + one.count, 0);
  if (!count || !event.target.action?.endsWith("/sign-out")) return;
  event.preventDefault();
  ask(event.target, count);
});

if (session) send();
