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

export function rowWords({ kind, toward }, values) {
  if (kind === "sided") return sided(values);
  const [value] = values;
  if (isFinding(value) && value.length > 1) return `${capital(toward)} ${value.slice(0, -1)}, ${said(value)}`;
  return capital(said(value));
}

const change = (now, before) => (isFinding(now) ? ["less", "same", "more"][1 + Math.sign(now.at(-1) - before.at(-1))] : "gone");

// A variant's row beside the standard form: "Gone", "Left mild, less", "Left gone, right same".
export function changeWords(said, now, before) {
  const told = now.flatMap((value, n) => (isFinding(before[n]) && !["", "nt"].includes(value) ? [[["left", "right"][n], change(value, before[n])]] : []));
  const words = [...new Set(told.map(([, word]) => word))];
  if (words.length > 1) return capital(told.map((one) => one.join(" ")).join(", "));
  if (!words.length) return said;
  return words[0] === "gone" && !now.some(isFinding) ? "Gone" : `${said}, ${words[0]}`;
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
  return isFinding(value) && value.length > 1 ? `${value.slice(0, -1)}, ${said(value)}` : said(value);
}

export const countWords = (number, one, many) => `${number} ${number === 1 ? one : many}`;
