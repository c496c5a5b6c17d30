// The stopwatch: a monotonic clock in tenths, which stops by itself where the test says. `stopped` hears the seconds.
const place = document.querySelector("[data-watch]");
const part = (name) => place.querySelector(`[data-watch${name}]`);
const time = place.querySelector("[data-time]");
const go = part("-go");

let began = 0;
let frame = 0;
let cap = 0;
let stopped = () => {};
let ready = () => "";

const seconds = () => (performance.now() - began) / 1000;
const tenths = (value) => Math.round(value * 10) / 10;

function paint(value) {
  time.textContent = value.toFixed(1);
}

function words() {
  go.textContent = frame ? "Stop" : "Start";
  go.toggleAttribute("data-running", Boolean(frame));
}

function stop() {
  const value = cap ? Math.min(tenths(seconds()), cap) : tenths(seconds());
  cancelAnimationFrame(frame);
  frame = 0;
  paint(value);
  words();
  stopped(value);
}

function tick() {
  if (cap && seconds() >= cap) return stop();
  paint(Math.floor(seconds() * 10) / 10);
  frame = requestAnimationFrame(tick);
}

function reset() {
  cancelAnimationFrame(frame);
  frame = 0;
  paint(0);
  words();
}

go.addEventListener("click", () => {
  if (frame) return stop();
  part("-note").textContent = ready();
  began = performance.now();
  tick();
  words();
});
part("-reset").addEventListener("click", reset);

// Show it for a test: `atMost` seconds or 0; `say` gives the words for what is timed next.
export function watch(shown, atMost, say, heard) {
  place.hidden = !shown;
  reset();
  cap = atMost;
  ready = say;
  stopped = heard;
  part("-note").textContent = shown ? say() : "";
}
