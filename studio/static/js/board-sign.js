// The save sign and the notices over the rows: what became of the taps, in words. It says "saved" only when nothing waits.
import { addressed, fieldOf } from "./board-state.js";
import { valueWords } from "./board-words.js";
import { fill } from "./notice.js";

const sign = document.querySelector(".board__head [data-save-state]");
const link = document.querySelector("[data-sign-in-link]");
const notes = document.getElementById("board-notes");
const pattern = document.getElementById("board-notice");

function words({ state, waiting, parked, savedAt, volatile }) {
  if (state === "signed-out") return ["off", "", `Sign in again (${waiting} kept)`];
  if (state === "other-user") return ["off", "", `Sign in as ${document.getElementById("board").dataset.userName} again (${waiting} kept)`];
  if (state === "locked") return ["off", waiting ? `Not saved, ${waiting} kept here` : "Complete"];
  if (volatile) return ["off", `Keep this page open, ${waiting} waiting`];
  if (state === "failing") return ["off", `Not saved, ${waiting} kept here`];
  if (state === "waiting") return ["waiting", `${waiting} waiting`];
  if (parked) return ["off", `${parked} not accepted`];
  return ["saved", savedAt ? `Saved ${savedAt}` : "All saved"];
}

export function paintSign(status) {
  const [kind, text, signIn = ""] = words(status);
  sign.hidden = Boolean(signIn);
  link.hidden = !signIn;
  link.textContent = signIn;
  if (sign.dataset.saveState !== kind) sign.dataset.saveState = kind;
  const place = sign.querySelector("[data-save-text]");
  if (place.textContent !== text) place.textContent = text;
}

// A notice over the rows; a key that is there already is not said twice.
export function tell(key, strong, text, buttons = []) {
  if (notes.querySelector(`[data-note-key="${key}"]`)) return;
  const notice = pattern.content.firstElementChild.cloneNode(true);
  notice.dataset.noteKey = key;
  fill(notice, strong, text, buttons);
  notes.append(notice);
}

export function untell(key) {
  notes.querySelector(`[data-note-key="${key}"], [data-conflict="${key}"]`)?.remove();
}

// "Heel lifts, left": what a field is called on this page.
export function fieldWords(field) {
  const [kind, code, side] = fieldOf(field).split(":");
  const name = document.querySelector(`[data-station="${field.split("/")[0]}"] [data-row="${code}"] h2, [data-go="${code}"] b`);
  const label = kind === "v" ? "This view" : name?.textContent ?? kind.charAt(0).toUpperCase() + kind.slice(1);
  return ["left", "right"].includes(side) ? `${label}, ${side}` : label;
}

// Somebody else's tap came after ours: ours is kept, and whoever is nearer settles it.
export function tellDispute({ station, field: bare, value, by }, kept, settle) {
  const field = addressed(bare, station);
  const [late, stands] = [valueWords(field, value), valueWords(field, kept(field))];
  tell(field, `${fieldWords(field)}:`, `${by} said ${late}, ${stands} is kept.`, [[`Keep ${stands}`, () => settle(field, kept(field))], [`Take ${late}`, () => settle(field, value)]]);
}

export function tellConflict({ station, field: bare, value, kept, by }, settle) {
  const field = addressed(bare, station);
  const [mine, theirs] = [valueWords(field, value), valueWords(field, kept)];
  const text = `you said ${mine}, ${by} said ${theirs}. ${theirs.charAt(0).toUpperCase()}${theirs.slice(1)} is kept.`;
  tell(field, `${fieldWords(field)}:`, text, [[`Keep ${theirs}`, () => settle(field, kept)], [`Take ${mine}`, () => settle(field, value)]]);
}
