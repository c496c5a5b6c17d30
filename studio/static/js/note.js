// The note saves itself while it is typed (htmx), when the cursor leaves it, and once more when the page goes. What the
// server has not acknowledged is unsaved: finishing waits for it, and leaving asks first.
import { token, whoIsHere } from "./session.js";

const form = document.querySelector("form[data-note]");
const field = form?.elements.note;
const user = Number(document.getElementById("board")?.dataset.user);
const session = document.querySelector("meta[name=session-state]").content;
const AGAIN = 5_000;
let stored = field?.defaultValue;
let sent = "";
let timer = 0;
let renewals = 0;

export const unsaved = () => Boolean(field) && field.value !== stored;

const save = () => form.dispatchEvent(new Event("save"));
// Until a person has read what somebody else wrote, nothing goes over it by itself.
const asks = () => Boolean(form.querySelector(".note__theirs"));

function say(state, text) {
  const sign = form.querySelector("[data-note-sign]");
  if (!sign) return;
  sign.dataset.saveState = state;
  sign.querySelector("[data-save-text]").textContent = text;
}

// A text that was sent may have arrived although no answer did: a note that conflicts with itself would be nonsense.
function perhaps(text) {
  if ([...form.querySelectorAll("[name=perhaps]")].some((input) => input.value === text)) return;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "perhaps", value: text }));
}

function settle(outcome) {
  form.dispatchEvent(new CustomEvent("note:settled", { detail: outcome }));
}

function again(outcome, next = save) {
  say("off", "Note not saved, kept here");
  clearTimeout(timer);
  timer = setTimeout(next, AGAIN);
  settle(outcome);
}

// Signed in anew in another tab: it goes on with the new token, but never under another person's name. At once only
// twice: one save under way and one that waits behind it may both carry the old token.
async function signedOut() {
  const here = await whoIsHere(session).catch(() => undefined);
  renewals = here === user && renewals < 2 ? renewals + 1 : 0;
  if (renewals) save();
  else again("signed-out", signedOut);
}

// Save what is typed and say what became of it: saved, asks (a person must look), closed, signed-out or failed.
export async function flush() {
  while (unsaved()) {
    if (asks()) return "asks";
    const outcome = await new Promise((resume) => {
      form.addEventListener("note:settled", ({ detail }) => resume(detail), { once: true });
      save();
    });
    if (outcome !== "saved") return outcome;
  }
  return "saved";
}

function heard({ response: { status }, text }) {
  const own = text.includes('id="note-state"');
  if (own && status < 400) {
    stored = sent;
    renewals = 0;
    form.querySelectorAll("[name=perhaps]").forEach((input) => input.remove());
    settle("saved");
  } else if (own) settle("asks");
  else if (status === 409) {
    say("off", "Note not saved: the assessment is closed");
    settle("closed");
  } else if ([400, 401].includes(status)) signedOut();
  else again("failed");
}

if (form) {
  form.addEventListener("htmx:before:request", ({ target, detail }) => {
    if (target !== form) return;
    clearTimeout(timer);
    // It may have waited for the one before it, whose answer took that place: say what stands now, on that revision.
    detail.ctx.target = form.querySelector("#note-state");
    if (!asks()) detail.ctx.request.body = new URLSearchParams(new FormData(form));
    sent = field.value;
    perhaps(sent);
    say("waiting", "Saving the note");
  });
  form.addEventListener("htmx:error", () => again("failed"));
  form.addEventListener("htmx:after:request", ({ detail }) => heard(detail.ctx));
  form.addEventListener("change", () => unsaved() && !asks() && save());
  window.addEventListener("online", () => form.querySelector('[data-save-state="off"]') && unsaved() && save());
  window.addEventListener("beforeunload", (event) => unsaved() && event.preventDefault());
  window.addEventListener("pagehide", () => {
    if (!unsaved() || asks()) return;
    const body = new URLSearchParams(new FormData(form));
    perhaps(field.value);
    fetch(form.action, { method: "POST", body, headers: { "X-CSRFToken": token() }, keepalive: true, redirect: "manual" }).catch(() => {});
  });
  window.addEventListener("pageshow", (event) => event.persisted && unsaved() && !asks() && save());
}

// Only the part that was asked for may take its place: not an error page, not a Wi-Fi portal's, not the sign-in form.
document.addEventListener("htmx:after:request", (event) => {
  const { target, text } = event.detail.ctx;
  if (["summary", "note-state"].includes(target?.id) && !text.includes(`id="${target.id}"`)) event.preventDefault();
});
