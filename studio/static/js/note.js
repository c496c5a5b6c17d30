// The note saves itself while it is typed (htmx). This says so when that fails, tries again, and remembers what may have
// arrived without an answer: a note that conflicts with itself would be nonsense.
const form = document.querySelector("form[data-note]");
const AGAIN = 5_000;
let timer = 0;

function say(state, text) {
  const sign = form.querySelector("[data-note-sign]");
  if (!sign) return;
  sign.dataset.saveState = state;
  sign.querySelector("[data-save-text]").textContent = text;
}

function perhaps(text) {
  const input = Object.assign(document.createElement("input"), { type: "hidden", name: "perhaps", value: text });
  form.append(input);
}

function again() {
  say("off", "Note not saved, kept here");
  clearTimeout(timer);
  timer = setTimeout(() => form.dispatchEvent(new Event("save")), AGAIN);
}

if (form) {
  form.addEventListener("htmx:before:request", (event) => {
    if (event.target !== form) return;
    say("waiting", "Saving the note");
    form.dataset.sending = form.elements.note.value;
  });
  form.addEventListener("htmx:error", () => {
    perhaps(form.dataset.sending);
    again();
  });
  form.addEventListener("htmx:after:request", (event) => {
    const status = event.detail.ctx.response.status;
    if (status < 400) form.querySelectorAll("[name=perhaps]").forEach((input) => input.remove());
    else if (status !== 409 && status !== 422) again();
  });
  window.addEventListener("online", () => form.querySelector('[data-save-state="off"]') && form.dispatchEvent(new Event("save")));
}

// Only the part that was asked for may take its place: not an error page, not a Wi-Fi portal's, not the sign-in form.
document.addEventListener("htmx:after:request", (event) => {
  const { target, text } = event.detail.ctx;
  if (["summary", "note-state"].includes(target?.id) && !text.includes(`id="${target.id}"`)) event.preventDefault();
});
