// The search box leads through what it found: arrow keys choose, Enter opens the chosen one or the first, Escape closes.
const box = document.querySelector("[role=combobox][data-slash]");
const says = document.getElementById("found-says");
const found = () => document.getElementById("found");
const options = () => [...found().querySelectorAll("[role=option]")];
let closed = false; // by Escape: an answer still on its way must not open the results again
const current = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");

function choose(index) {
  options().forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
  const chosen = options()[index];
  chosen?.scrollIntoView({ block: "nearest" });
  if (chosen) box.setAttribute("aria-activedescendant", chosen.id);
  else box.removeAttribute("aria-activedescendant");
}

function show(open) {
  found().hidden = !open;
  box.setAttribute("aria-expanded", String(open && options().length > 0));
  choose(open ? current() : -1); // what was chosen may have gone with the results before
  says.textContent = open ? found().dataset.says : "";
}

function step(by) {
  const count = options().length;
  if (count) choose((current() + by + count + (current() < 0 && by < 0 ? 1 : 0)) % count);
}

function open(event) {
  // While the answer is still on its way the form itself is sent, and the server opens the first that fits.
  if (found().hidden || found().dataset.text !== box.value.trim()) return;
  const option = options()[Math.max(0, current())];
  if (!option) return;
  event.preventDefault();
  option.click();
}

const keys = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: () => show(!(closed = true)) };

if (box) {
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") open(event);
    else if (event.key in keys && !found().hidden) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  box.addEventListener("focus", () => show(Boolean(box.value.trim()) && found().dataset.text === box.value.trim()));
  box.addEventListener("input", () => (closed = false));
  document.addEventListener("htmx:after:swap", () => show(!closed && document.activeElement === box && Boolean(box.value.trim())));
}
