// A form marked data-guard asks before what was typed in it is left behind.
const touched = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guard]");
  if (form) touched.add(form);
});

document.addEventListener("submit", (event) => touched.delete(event.target));
document.addEventListener("htmx:after:swap", () => {
  for (const form of touched) if (!form.isConnected) touched.delete(form);
});

window.addEventListener("beforeunload", (event) => {
  if (touched.size && !document.documentElement.dataset.locking) event.preventDefault();
});
