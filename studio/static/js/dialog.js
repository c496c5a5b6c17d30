// data-opens="<id>" opens that <dialog>; data-closes closes the one it stands in; data-open-now opens one that came back with errors.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const closer = event.target.closest("dialog [data-closes]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  if (opener || closer) event.preventDefault();
  if (closer) closer.closest("dialog").close();
});

function openNow() {
  for (const dialog of document.querySelectorAll("dialog[data-open-now]:not([open])")) dialog.showModal();
}

// A button marked data-needs-reason stays off until the field beside it says why.
document.addEventListener("input", (event) => {
  const dialog = event.target.closest("dialog");
  for (const button of dialog?.querySelectorAll("[data-needs-reason]") ?? []) button.disabled = !event.target.value.trim();
});

// The toasts lie under the veil of an open dialog: what went wrong with its form is said inside it, at data-failed.
function say(event, text) {
  const place = event.target.closest?.("dialog[open]")?.querySelector("[data-failed]");
  if (!place) return;
  place.textContent = text;
  place.hidden = !text;
}

document.addEventListener("htmx:before:request", (event) => say(event, ""));
document.addEventListener("htmx:error", (event) => say(event, "No answer came. Check the connection, then try again."));
document.addEventListener("htmx:after:swap", (event) => {
  const toast = event.target.closest?.("dialog[open]") && document.querySelector("#toasts .toast--stop");
  if (toast) {
    say(event, toast.querySelector("p").textContent);
    toast.remove();
  }
  openNow();
});
openNow();
