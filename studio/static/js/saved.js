// The sign at the top says what became of the last change. The board's tap queue has its own words and marks its sign data-save-own.
const signs = () => document.querySelectorAll("[data-save-state]:not([data-save-own])");
const now = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
// A form marked data-looks asks what its answers come to, and changes nothing yet.
const changes = (event) => event.detail.ctx?.request?.method?.toUpperCase() !== "GET" && !event.target.closest?.("[data-looks]");

// Forms that save themselves as they change, with a change that the studio does not have.
const unsaved = new Set();
let failed = false;

function say(state, text) {
  for (const sign of signs()) {
    sign.dataset.saveState = state;
    sign.querySelector("[data-save-text]").textContent = text;
  }
}

function lost(event, text) {
  failed = true;
  if (event.target.matches?.("form[hx-trigger=change]")) unsaved.add(event.target);
  say("off", text);
}

document.addEventListener("htmx:before:request", (event) => {
  if (changes(event)) say("waiting", "Saving");
});
document.addEventListener("htmx:after:request", (event) => {
  if (!changes(event)) return;
  if (!event.detail.ctx.response?.raw?.ok) {
    lost(event, "Not saved");
    return;
  }
  unsaved.delete(event.target);
  failed = unsaved.size > 0;
  if (failed) say("off", "Not saved, try again");
  else say("saved", `Saved ${now()}`);
});
document.addEventListener("htmx:error", (event) => {
  if (changes(event)) lost(event, "Not saved, try again");
});

window.addEventListener("offline", () => say("off", "No connection"));
window.addEventListener("online", () => {
  if (failed) say("off", "Not saved, try again");
  else say("saved", "Connected again");
  for (const form of unsaved) form.dispatchEvent(new Event("change"));
});

// Sent whole, the form takes its words along.
document.addEventListener("submit", (event) => unsaved.delete(event.target));
window.addEventListener("beforeunload", (event) => {
  if (unsaved.size) event.preventDefault();
});
