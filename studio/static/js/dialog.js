// data-opens="<id>" opens that <dialog>; data-closes closes the one it stands in; data-open-now opens one that came back with errors.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const closer = event.target.closest("[data-closes]");
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

document.addEventListener("htmx:after:swap", openNow);
openNow();
