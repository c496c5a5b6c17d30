// The strip of tests over the board: what became of each, and which comes next. As studio/models/battery_view.py.
import { left, painIn, tests, viewsOf } from "./board-page.js";
import { addressed, isFinding } from "./board-state.js";
import { countWords } from "./board-words.js";

export const stops = [...document.querySelectorAll("[data-stop]")].map((link) => ({ link, test: link.dataset.stop, label: link.dataset.label }));

// The measures have no view here: for them what the server said stands.
const onPage = (stop) => tests.includes(stop.test);

export function done(stop, state) {
  if (!onPage(stop)) return "done" in stop.link.dataset;
  return painIn(stop.test, state) || viewsOf(stop.test).every((view) => left(view, state).done);
}

export function after(test, state) {
  const at = stops.findIndex((stop) => stop.test === test) + 1;
  return [...stops.slice(at), ...stops.slice(0, Math.max(at - 1, 0))].find((stop) => !done(stop, state));
}

function note(stop, state) {
  const views = viewsOf(stop.test);
  if (state.value(addressed("test", stop.test)) === "nt") return "not tested";
  if (painIn(stop.test, state)) return "stopped";
  const seen = views.flatMap((view) => view.rows.filter((row) => row.fields.some((field) => isFinding(state.value(field)))));
  const found = new Set(seen.map((row) => row.fields[0])).size;
  const begun = views.filter((view) => left(view, state).done).length;
  if (begun === views.length) return found ? countWords(found, "finding", "findings") : "clean";
  return begun ? `${begun} of ${views.length} views` : "to do";
}

// Finishing with tests left is allowed; the button says which.
function paintOpen(state) {
  const words = document.querySelector("[data-still-open] small");
  const open = stops.filter((stop) => !done(stop, state)).map((stop) => stop.label.toLowerCase());
  if (words && stops.length) words.textContent = open.length ? `Still open: ${open.join(", ")}` : "Open rows count as not tested";
}

export function paintStops(state, test) {
  paintOpen(state);
  for (const stop of stops) {
    if (stop.test === test) stop.link.setAttribute("aria-current", "true");
    else stop.link.removeAttribute("aria-current");
    if (!onPage(stop)) continue;
    stop.link.querySelector("[data-stop-note]").textContent = note(stop, state);
    stop.link.querySelector("[data-stop-tick]").hidden = !done(stop, state);
  }
}
