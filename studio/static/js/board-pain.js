// Where it hurts: the panel that stops the test. It asks about the pain stated last, and every cell of it states the whole.
import { labelOf, root } from "./board-page.js";
import { testOf } from "./board-state.js";
import { areaWords } from "./board-words.js";

const panel = document.getElementById("pain");
const parts = [...panel.querySelectorAll("[data-pain-part]")];
const midline = new Set(parts.filter((cell) => "midline" in cell.dataset).map((cell) => cell.dataset.part));
let row = panel.dataset.painOf;

export function askAbout(field) {
  row = field;
}

// What a cell of the panel states: one part changed, the rest as it stands.
export function saysOf(cell, state) {
  const now = { ...state.pains().find((pain) => pain.field === row) };
  now[cell.dataset.painPart] = cell.getAttribute("aria-pressed") === "true" && cell.dataset.painPart === "rating" ? "x" : cell.dataset.part;
  const moved = cell.dataset.painPart === "region";
  const side = midline.has(now.region) || moved ? "mid" : now.side;
  return `${row}=${now.region}.${side}.${now.rating}`;
}

export function paintPain(state) {
  const pains = state.pains().filter((pain) => testOf(pain.field) === root.dataset.station);
  const now = pains.find((pain) => pain.field === row) ?? pains.at(-1);
  panel.hidden = !now;
  if (!now) return;
  row = now.field;
  panel.querySelector("[data-area]").textContent = areaWords(now, labelOf(now.region));
  panel.querySelector("[data-pain-sides]").hidden = midline.has(now.region);
  for (const cell of parts) cell.setAttribute("aria-pressed", String(now[cell.dataset.painPart] === cell.dataset.part));
}
