// What the board says about a row, in the words of studio/models/board_words.py.
import { fieldOf, isFinding } from "./board-state.js";

const AMOUNT = { 1: "mild", 2: "marked" };
const SILENT = { "": "", 0: "clean", nt: "not tested" };
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const said = (value) => (isFinding(value) ? AMOUNT[value.at(-1)] : SILENT[value]);

function sided([left, right]) {
  if (left === right) return isFinding(left) ? `Both ${said(left)}` : capital(said(left));
  const found = isFinding(left) || isFinding(right);
  const parts = [["left", left], ["right", right]]
    .filter(([, value]) => value !== "" && !(found && value === "0"))
    .map(([side, value]) => `${side} ${said(value)}`);
  return capital(parts.join(", "));
}

export function rowWords(kind, values) {
  if (kind === "sided") return sided(values);
  const [value] = values;
  if (isFinding(value) && value.length > 1) return `Toward ${value.slice(0, -1)}, ${said(value)}`;
  return capital(said(value));
}

export function painWords({ side, rating }) {
  const where = { left: ", left", right: ", right", both: ", both sides" }[side] ?? "";
  return `Pain here${where}${rating === "x" ? "" : `, ${rating} of 10`}`;
}

export function areaWords({ side }, label) {
  return { left: `left ${label}`, right: `right ${label}`, both: `left and right ${label}` }[side] ?? label;
}

export function valueWords(address, value) {
  const field = fieldOf(address);
  if (value === "") return "open";
  if (field.startsWith("pain:")) return "pain";
  if (field.startsWith("m:")) return value.replaceAll("_", " ");
  if (!field.startsWith("f:")) return SILENT[value] ?? value;
  return isFinding(value) && value.length > 1 ? `toward ${value.slice(0, -1)}, ${said(value)}` : said(value);
}

export const countWords = (number, one, many) => `${number} ${number === 1 ? one : many}`;
