// The board's markup, read once: its views and rows, what is still open in them, and painting them as the state stands.
import { addressed, fieldOf, isFinding } from "./board-state.js";
import { areaWords, countWords, painWords, rowWords } from "./board-words.js";

export const root = document.getElementById("board");
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const labels = new Map(all("[data-pain-part=region]").map((cell) => [cell.dataset.part, cell.dataset.label]));

export const labelOf = (region) => labels.get(region);

const stationOf = (item) => (item.closest("[data-station]") ?? root).dataset.station;

const rows = all("[data-row]").map((item) => ({
  item,
  station: stationOf(item),
  pain: addressed(`pain:${item.dataset.row}`, stationOf(item)),
  kind: item.dataset.kind,
  fields: item.dataset.fields.split(" ").map((field) => addressed(field, stationOf(item))),
  region: item.dataset.region,
  view: item.closest("[data-view]").dataset.view,
  rare: Boolean(item.closest(".rows--rare")),
  label: item.querySelector("h2").textContent,
}));

export const views = all("section[data-view]").map((section) => ({
  section,
  station: section.dataset.station,
  name: section.dataset.view,
  label: section.dataset.label,
  tab: document.querySelector(`[data-go="${section.dataset.view}"]`),
  rows: rows.filter((row) => section.contains(row.item)),
}));

// The row a field belongs to: one of its sides, or its pain.
export const rowOf = (field) => rows.find((row) => row.pain === field || row.fields.includes(field));

function openFields(row, state) {
  return row.fields.filter((field) => {
    const { value, views: seen } = state.of(field);
    return value === "" || (value === "0" && !seen.includes(row.view));
  });
}

function stateOf(row, state, pains) {
  const values = row.fields.map((field) => state.value(field));
  const own = pains.find((pain) => pain.field === row.pain);
  const held = pains.find((pain) => pain.region === row.region);
  const found = values.some(isFinding);
  const words = rowWords(row.kind, values);
  if (own) return { name: "pain", words: painWords(own), found, own };
  if (held) {
    const area = areaWords(held, labelOf(held.region));
    return { name: "held", words: `${found ? `${words}, kept · ` : ""}Held: ${area} hurts`, found };
  }
  if (found) return { name: "found", words, found };
  if (openFields(row, state).length) return { name: "open", words: "", found };
  return { name: values.every((value) => value === "nt") ? "skipped" : "clean", words, found };
}

// What is left to judge in a view: fields, whole rows, and whether there is nothing left.
export function left(view, state) {
  const usual = view.rows.filter((row) => !row.rare);
  const pains = state.pains();
  const fields = usual.flatMap((row) => openFields(row, state));
  const open = usual.filter((row) => stateOf(row, state, pains).name === "open").length;
  const skipped = state.value(addressed(`v:${view.name}`, view.station)) === "nt";
  return { fields, rows: open, skipped, done: skipped || !fields.length };
}

function paintRow(row, state, pains) {
  const { name, words, own } = stateOf(row, state, pains);
  const { item } = row;
  item.dataset.state = name;
  item.querySelector("[data-words]").textContent = words;
  item.querySelector("[data-area]").textContent = own ? areaWords(own, labelOf(own.region)) : "";
  for (const cell of all("[data-says]", item)) {
    const isPain = "pain" in cell.dataset;
    cell.disabled = name === "held" || (name === "pain" && !isPain);
    cell.setAttribute("aria-pressed", String(isPain ? Boolean(own) : state.holds(cell.dataset.says, row.station)));
  }
}

function paintTab(view, state) {
  const { skipped, done } = left(view, state);
  const seenHere = ({ value, views: seen }) => isFinding(value) && seen.includes(view.name);
  const found = view.rows.filter((row) => row.fields.some((field) => seenHere(state.of(field)))).length;
  const note = skipped ? "not tested" : found ? countWords(found, "finding", "findings") : done ? "clean" : "to do";
  view.tab.querySelector("[data-view-note]").textContent = note;
  view.tab.querySelector("[data-view-tick]").hidden = !done;
}

export function paint(state) {
  const pains = state.pains();
  for (const row of rows) paintRow(row, state, pains);
  for (const view of views) paintTab(view, state);
  for (const cell of all(".depth__cell, .view-skip")) cell.setAttribute("aria-pressed", String(state.holds(cell.dataset.says, stationOf(cell))));
}

// Words for the reader's ear: what became of the row a tap was on.
export function speak(field, state) {
  const [kind] = fieldOf(field).split(":");
  const row = rowOf(field);
  const words = row && stateOf(row, state, state.pains()).words;
  if (row) document.getElementById("board-says").textContent = `${row.label}: ${words || "open"}`;
  else if (kind !== "v") document.getElementById("board-says").textContent = `${kind}: ${state.value(field) || "open"}`;
}
