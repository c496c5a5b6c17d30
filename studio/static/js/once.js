// A form marked data-once is sent once: the second tap of a nervous double tap finds its button off.
const buttons = (form) => form.querySelectorAll("button:not([type=button])");

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // After this turn of the loop: a disabled button would not send its own value.
  setTimeout(() => buttons(form).forEach((button) => { button.disabled = true; }));
});

// Back from the next page the browser shows this one as it was left.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("[data-sent]")) {
    delete form.dataset.sent;
    buttons(form).forEach((button) => { button.disabled = false; });
  }
});
