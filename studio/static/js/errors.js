// The error summary takes the cursor, when the page comes with one and when a fragment brings one.
function meet() {
  document.querySelector("[data-focus]")?.focus();
}

document.addEventListener("htmx:after:swap", (event) => {
  if (event.target.querySelector?.("[data-focus]") || event.target.matches?.("[data-focus]")) meet();
});
meet();
