// The sign at the top says what became of the last change. The board's tap queue has its own words and marks its sign data-save-own.
const signs = () => document.querySelectorAll("[data-save-state]:not([data-save-own])");
const now = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
const changes = (event) => event.detail.ctx?.request?.method?.toUpperCase() !== "GET";

function say(state, text) {
  for (const sign of signs()) {
    sign.dataset.saveState = state;
    sign.querySelector("[data-save-text]").textContent = text;
  }
}

document.addEventListener("htmx:before:request", (event) => {
  if (changes(event)) say("waiting", "Saving");
});
document.addEventListener("htmx:after:request", (event) => {
  if (!changes(event)) return;
  if (event.detail.ctx.response?.raw?.ok) say("saved", `Saved ${now()}`);
  else say("off", "Not saved");
});
document.addEventListener("htmx:error", (event) => {
  if (changes(event)) say("off", "Not saved, try again");
});
window.addEventListener("offline", () => say("off", "No connection"));
window.addEventListener("online", () => say("saved", "Connected again"));
