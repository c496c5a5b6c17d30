// Pain during a measure: the panel asks about the place stated last, and every cell of it states the whole.
import { areaWords } from "./board-words.js";
import { addressOf, STATION } from "./measure-sheets.js";

const panel = document.getElementById("pain");
const parts = [...panel.querySelectorAll("[data-pain-part]")];
const regions = new Map(parts.filter((cell) => cell.dataset.painPart === "region").map((cell) => [cell.dataset.part, cell]));
const midline = (region) => "midline" in regions.get(region).dataset;
let about = addressOf(panel.dataset.about);

export function askAbout(address) {
  about = address;
}

export const aboutNow = () => about;

export function saysOf(cell, state) {
  const now = { ...state.pains().find((pain) => pain.field === about) };
  const { painPart: part, part: value } = cell.dataset;
  now[part] = cell.getAttribute("aria-pressed") === "true" && part === "rating" ? "x" : value;
  const side = midline(now.region) || part === "region" ? "mid" : now.side;
  return `${about}=${now.region}.${side}.${now.rating}`;
}

// `measure` is the one that is shown: the panel is about it alone.
export function paintPain(state, measure) {
  const own = state.pains().filter(({ field }) => field === addressOf(`pain:${measure}`) || field.startsWith(`${STATION}/pain:${measure}:`));
  const now = own.find((pain) => pain.field === about) ?? own.at(-1);
  panel.hidden = !now;
  if (!now) return;
  about = now.field;
  panel.querySelector("[data-area]").textContent = areaWords(now, regions.get(now.region).dataset.label);
  panel.querySelector("[data-pain-sides]").hidden = midline(now.region);
  panel.querySelector("[data-pain-where]").hidden = measure === "pain_nprs";
  for (const cell of parts) cell.setAttribute("aria-pressed", String(now[cell.dataset.painPart] === cell.dataset.part));
}
