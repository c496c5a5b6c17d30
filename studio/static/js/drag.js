// A line is dragged by its grip to another place in its phase. The arrow keys and the grip's menu do the same, so this
// only works out how many places it went and presses the button that says so.
const FAR = 6; // pixels of a hand that only meant to press
let drag = null;

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  const line = grip?.closest("li:has(> * [data-drop])");
  if (!line || event.button || !event.isPrimary) return;
  const lines = [...line.parentElement.children];
  const places = lines.map((one) => one.getBoundingClientRect());
  drag = { grip, line, lines, places, from: lines.indexOf(line), by: 0, y: event.clientY, id: event.pointerId, moves: false };
});

document.addEventListener("pointermove", (event) => {
  if (event.pointerId !== drag?.id) return;
  const far = event.clientY - drag.y;
  if (!drag.moves && Math.abs(far) < FAR) return;
  if (!drag.moves) begin();
  show(far);
});

document.addEventListener("pointerup", (event) => {
  if (event.pointerId === drag?.id) end(drag.by);
});
document.addEventListener("pointercancel", (event) => {
  if (event.pointerId === drag?.id) end(0);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drag?.moves) return;
  drag.grip.releasePointerCapture(drag.id); // or letting go later would press the grip
  end(0);
});

function begin() {
  drag.moves = true;
  drag.grip.setPointerCapture(drag.id);
  drag.grip.parentElement.open = false;
  drag.line.classList.add("is-dragged");
}

// The line follows the hand within its phase, and those it passes make room.
function show(far) {
  const { line, lines, places, from } = drag;
  const own = places[from];
  const y = Math.min(Math.max(far, places[0].top - own.top), places.at(-1).bottom - own.bottom);
  const passed = (one, n) => (n < from ? own.top + y < middle(places[n]) : n > from && own.bottom + y > middle(places[n]));
  const gone = lines.map(passed);
  drag.by = gone.filter(Boolean).length * (y < 0 ? -1 : 1);
  lines.forEach((one, n) => move(one, gone[n] ? own.height * (n < from ? 1 : -1) : 0));
  move(line, y);
}

function end(by) {
  const { grip, line, lines, moves } = drag;
  drag = null;
  if (!moves) return;
  line.classList.remove("is-dragged");
  // The press that ends a drag is no press on the grip.
  grip.addEventListener("click", keepShut);
  setTimeout(() => grip.removeEventListener("click", keepShut));
  const settle = () => lines.forEach((one) => move(one, 0));
  if (!by) return settle();
  document.addEventListener("htmx:finally:request", settle, { once: true }); // until then it lies where it was put
  const drop = line.querySelector("[data-drop]");
  drop.value = by;
  drop.click();
}

function keepShut(event) {
  event.preventDefault();
}

function middle(place) {
  return (place.top + place.bottom) / 2;
}

function move(line, far) {
  line.style.translate = far ? `0 ${far}px` : "";
}
