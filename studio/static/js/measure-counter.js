// Stands in thirty seconds: a countdown on a monotonic clock, one big place to tap, one back. `counted` hears the number at
// the end, and again when it is corrected afterwards.
const place = document.querySelector("[data-counter]");
const part = (name) => place.querySelector(`[data-${name}]`);
const [go, add, less, note] = ["counter-go", "count", "uncount", "counter-note"].map(part);

let ends = 0;
let frame = 0;
let cap = 30;
let number = 0;
let over = false;
let counted = () => {};

function paint() {
  part("counted").textContent = number;
  go.textContent = frame ? "Stop" : "Start";
  go.toggleAttribute("data-running", Boolean(frame));
  add.disabled = !frame && !over;
  less.disabled = add.disabled || !number;
}

function finish(words) {
  cancelAnimationFrame(frame);
  frame = 0;
  over = true;
  note.textContent = words;
  paint();
  counted(number);
}

function tick() {
  const left = (ends - performance.now()) / 1000;
  part("left").textContent = Math.max(0, Math.ceil(left));
  if (left <= 0) return finish("Time. More than half-way up counts: tap once more.");
  frame = requestAnimationFrame(tick);
}

function change(by) {
  number = Math.max(0, number + by);
  paint();
  if (over) counted(number);
}

go.addEventListener("click", () => {
  if (frame) return finish("Stopped early: start again, or keep what was counted.");
  [number, over, ends] = [0, false, performance.now() + cap * 1000];
  note.textContent = "Tap at every full stand";
  tick();
  paint();
});
add.addEventListener("click", () => change(1));
less.addEventListener("click", () => change(-1));

export function counter(shown, atMost, heard) {
  place.hidden = !shown;
  cancelAnimationFrame(frame);
  [frame, number, over, cap, counted] = [0, 0, false, atMost || 30, heard];
  part("left").textContent = cap;
  note.textContent = shown ? "Arms crossed at the chest" : "";
  paint();
}
