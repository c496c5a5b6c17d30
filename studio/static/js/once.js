// A form marked data-once is sent once: the second tap of a nervous double tap finds its button off.
const buttons = (form) => form.querySelectorAll("button:not([type=button])");

// On the way down, before htmx hears of it: htmx would queue the second one.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  form.dataset.sent = "yes";
  // After this turn of the loop: a disabled button would not send its own value.
  setTimeout(() => buttons(form).forEach((button) => { button.disabled = true; }));
}, true);

function release(form) {
  delete form.dataset.sent;
  buttons(form).forEach((button) => { button.disabled = false; });
}

// A form that htmx sent and that is still there was refused or got no answer. One that also saves itself while it is
// filled in is released by its own sending only.
document.addEventListener("htmx:finally:request", (event) => {
  if (event.target.dataset?.sent && event.detail.ctx.sourceEvent?.type === "submit") release(event.target);
});

// Back from the next page the browser shows this one as it was left.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("[data-sent]").forEach(release);
});
