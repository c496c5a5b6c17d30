// The markup of the measures, read once: each sheet with its places for numbers, and painting them as the state stands.
import { show } from "./measure-numbers.js";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
export const STATION = "measures";
export const addressOf = (field) => `${STATION}/${field}`;

// There is a keypad of our own, so the tablet's stays away.
function read(section) {
  const slots = all("[data-slot]", section);
  for (const input of slots) input.inputMode = "none";
  const { measure, label, tool, cap, low, high, usual, decimals, unit, suffix } = section.dataset;
  return {
    section,
    id: measure,
    label,
    tool,
    unit,
    suffix,
    cap: Number(cap),
    low: Number(low),
    high: Number(high),
    decimals: Number(decimals),
    usual: usual.split(" ").map(Number),
    slots,
    tab: document.querySelector(`[data-go="${measure}"]`),
  };
}

export const sheets = [];

// Those that nothing asks for come once the page stands: tells whether any came.
export function take() {
  const fresh = all(".sheet").filter(({ dataset }) => !sheetOf(dataset.measure));
  sheets.push(...fresh.map(read));
  return fresh.length > 0;
}

export const sheetOf = (id) => sheets.find((sheet) => sheet.id === id);
export const sheetWith = (input) => sheets.find((sheet) => sheet.slots.includes(input));

function stateOf(sheet, state) {
  const value = (field) => state.value(addressOf(field));
  const sore = state.pains().some(({ field }) => field.startsWith(addressOf(`pain:${sheet.id}`)));
  if (sore && sheet.id !== "pain_nprs") return ["pain", "pain"];
  if (value(`m:${sheet.id}`)) return ["skipped", "not tested"];
  const taken = sheet.slots.filter((input) => value(input.name)).length;
  const said = all("[data-says]", sheet.section).some((cell) => state.holds(cell.dataset.says, STATION));
  if (!taken && !sore && !said) return ["open", "to do"];
  const whole = taken === sheet.slots.length || sheet.tool === "stages" || !sheet.slots.length;
  return ["found", whole ? "taken" : `${taken} of ${sheet.slots.length} taken`];
}

// A position after one that was not held to the end is not tried.
function shut(sheet) {
  if (sheet.tool !== "stages") return;
  let fell = false;
  for (const input of sheet.slots) {
    input.disabled = fell && !input.value;
    fell ||= input.value !== "" && Number(input.value) < sheet.high;
  }
}

export function paint(state) {
  for (const sheet of sheets) {
    const [name, words] = stateOf(sheet, state);
    sheet.section.dataset.state = name;
    sheet.tab.dataset.state = name;
    sheet.tab.querySelector("[data-words]").textContent = words;
    for (const input of sheet.slots) {
      if (!("typing" in input.dataset)) input.value = show(state.value(addressOf(input.name)), sheet.unit);
    }
    shut(sheet);
    for (const cell of all("[data-says]", sheet.section)) {
      const lit = "pain" in cell.dataset ? Boolean(state.value(addressOf(cell.dataset.says.split("=")[0]))) : state.holds(cell.dataset.says, STATION);
      cell.setAttribute("aria-pressed", String(lit));
    }
  }
}

export function complain(sheet, input, why) {
  const place = sheet.section.querySelector("[data-error]");
  if (!place) return;
  place.hidden = !why;
  place.querySelector("span").textContent = why;
  for (const one of sheet.slots) one.removeAttribute("aria-invalid");
  if (!why) return;
  input.setAttribute("aria-invalid", "true");
  place.scrollIntoView({ block: "nearest" });
}

export function ask(sheet, text = "") {
  const place = sheet.section.querySelector("[data-ask]");
  if (!place) return;
  place.hidden = !text;
  place.querySelector("[data-ask-words]").textContent = text && `${text} is unusual here.`;
  if (text) place.scrollIntoView({ block: "nearest" });
}

take();
