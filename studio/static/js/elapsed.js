// The time since something began, running: 12:34, 1:02:03. As studio/web/filters.py, which says what stands after three hours.
const MOST = 3 * 60 * 60;
const two = (number) => String(number).padStart(2, "0");

// The difference of two clocks must not count: the server says how much had passed when it wrote the page.
function start(place) {
  const opened = performance.now();
  const passed = place.textContent.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  if (Number.isNaN(passed)) return;
  const tick = () => {
    const seconds = passed + Math.floor((performance.now() - opened) / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    if (seconds < MOST) place.textContent = `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
  };
  setInterval(tick, 1000);
}

for (const place of document.querySelectorAll("[data-clock]")) start(place);
