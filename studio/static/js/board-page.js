// The board's markup, read once: its views and rows, what is still open in them, and painting them as the state stands.
import { addressed, fieldOf, isFinding, testOf } from "./board-state.js";
import { areaWords, changeWords, countWords, painWords, rowWords } from "./board-words.js";

export const root = document.getElementById("board");
const resting = JSON.parse(root.dataset.resting ?? "{}"); // not cleared since before
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const labels = new Map(all("[data-pain-part=region]").map((cell) => [cell.dataset.part, cell.dataset.label]));

export const labelOf = (region) => labels.get(region);

const stationOf = (item) => (item.closest("[data-station]") ?? root).dataset.station;

// What a cell states is its value, until it is lit: then a tap takes back.
for (const cell of all(".pads .cell, .side-cell")) cell.dataset.says ??= cell.value;

const rows = all("[data-row]").map((item) => ({
  item,
  station: stationOf(item),
  pain: addressed(`pain:${item.dataset.row}`, stationOf(item)),
  kind: item.dataset.kind,
  toward: item.dataset.toward,
  before: stationOf(item).includes(".") ? item.dataset.fields.split(" ").map((field) => addressed(field, testOf(stationOf(item)))) : undefined,
  fields: item.dataset.fields.split(" ").map((field) => addressed(field, stationOf(item))),
  region: item.dataset.region,
  view: item.dataset.at ?? item.closest("[data-view]").dataset.view,
  rare: Boolean(item.closest(".rows--rare")),
  label: item.querySelector("h2").textContent,
}));

function viewOf(section) {
  const { station, view: name, label } = section.dataset;
  const test = testOf(station);
  const tab = document.querySelector(`[data-views-of="${test}"] [data-go="${name}"]`);
  return { section, station, test, name, label, tab, variant: station !== test, rows: rows.filter((row) => section.contains(row.item)) };
}

export const pages = all("section[data-view]").map(viewOf);
export const tests = [...new Set(pages.map((page) => page.test))];
export const viewsOf = (test) => pages.filter((page) => page.test === test && !page.variant);

// The row a field belongs to: one of its sides, or its pain.
export const rowOf = (field) => rows.find((row) => row.pain === field || row.fields.includes(field));

const skippedWhole = (station, state) => state.value(addressed("test", station)) === "nt";
export const painIn = (test, state) => state.pains().some((pain) => testOf(pain.field) === test);

// A variant asks only about what the standard form found.
const askedOf = (row, state) => (row.before ? row.fields.filter((_, n) => isFinding(state.value(row.before[n]))) : row.fields);
const offered = (row, state) => askedOf(row, state).length > 0;

function openFields(row, state) {
  return askedOf(row, state).filter((field) => {
    const { value, views: seen } = state.of(field);
    return value === "" || (value === "0" && !seen.includes(row.view));
  });
}

function stateOf(row, state, pains = state.pains()) {
  const values = row.fields.map((field) => state.value(field));
  const own = pains.find((pain) => pain.field === row.pain);
  const hurts = pains.find((pain) => pain.region === row.region);
  const held = hurts ? `${areaWords(hurts, labelOf(hurts.region))} hurts` : resting[row.region];
  const found = values.some(isFinding);
  const told = rowWords(row, values);
  const words = row.before ? changeWords(told, values, row.before.map((field) => state.value(field))) : told;
  if (own) return { name: "pain", words: painWords(own), found, own };
  if (held) {
    return { name: "held", words: `${found ? `${words}, kept · ` : ""}Held: ${held}`, found };
  }
  if (found) return { name: "found", words, found };
  const asked = askedOf(row, state);
  if (openFields(row, state).length || !asked.length) return { name: "open", words: "", found };
  return { name: asked.every((field) => state.value(field) === "nt") ? "skipped" : "clean", words, found };
}

// What is left to judge in a view: fields, whole rows, and whether there is nothing left.
export function left(view, state) {
  // What is held is not looked at any more, so "the rest is clean" must not say so.
  const usual = view.rows.filter((row) => !row.rare && offered(row, state) && !/held|pain/.test(stateOf(row, state).name));
  const fields = usual.flatMap((row) => openFields(row, state).map((field) => ({ field, view: row.view })));
  const open = usual.filter((row) => stateOf(row, state).name === "open").length;
  const skipped = state.value(addressed(`v:${view.name}`, view.station)) === "nt" || skippedWhole(view.station, state);
  return { fields, rows: open, skipped, done: skipped || !fields.length };
}

function paintRow(row, state, pains) {
  const { name, words, own } = stateOf(row, state, pains);
  const off = name === "held" || skippedWhole(row.station, state);
  const { item } = row;
  item.dataset.state = name;
  item.hidden = !offered(row, state);
  item.querySelector("[data-words]").textContent = words;
  item.querySelector("[data-area]").textContent = own ? areaWords(own, labelOf(own.region)) : "";
  for (const cell of all("[data-says]", item)) {
    const isPain = "pain" in cell.dataset;
    cell.disabled = off || (name === "pain" && !isPain);
    cell.setAttribute("aria-pressed", String(isPain ? Boolean(own) : state.holds(cell.dataset.says, row.station)));
  }
}

// What a variant told so far.
function changed(view, state, done) {
  const shown = view.rows.filter((row) => offered(row, state));
  const said = shown.map((row) => stateOf(row, state));
  if (!done) return said.some(({ words }) => words) ? "to do" : "optional";
  const gone = said.filter(({ name }) => name === "clean").length;
  return gone === shown.length ? "all gone" : `${gone} of ${shown.length} gone`;
}

function paintTab(view, state) {
  const { skipped, done } = left(view, state);
  const seenHere = ({ value, views: seen }) => isFinding(value) && seen.includes(view.name);
  const found = view.rows.filter((row) => row.fields.some((field) => seenHere(state.of(field)))).length;
  view.tab.hidden = !view.rows.some((row) => offered(row, state));
  const note = skipped ? "not tested" : view.variant ? changed(view, state, done) : found ? countWords(found, "finding", "findings") : done ? "clean" : "to do";
  view.tab.querySelector("[data-view-note]").textContent = note;
  view.tab.querySelector("[data-view-tick]").hidden = !done;
}

// One test; others are painted when they come up, or all of them for paper.
export function paint(state, test) {
  const pains = state.pains();
  for (const page of pages) {
    if (test && page.test !== test) continue;
    for (const row of page.rows) paintRow(row, state, pains);
    paintTab(page, state);
  }
  for (const cell of all(".depth__cell, .view-skip")) cell.setAttribute("aria-pressed", String(state.holds(cell.dataset.says, stationOf(cell))));
}

// Words for the reader's ear: what became of the row a tap was on.
export function speak(field, state) {
  const [kind] = fieldOf(field).split(":");
  const row = rowOf(field);
  const words = row && stateOf(row, state).words;
  if (row) document.getElementById("board-says").textContent = `${row.label}: ${words || "open"}`;
  else if (kind !== "v") document.getElementById("board-says").textContent = `${kind}: ${state.value(field) || "open"}`;
}
