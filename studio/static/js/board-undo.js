// What takes back each change, the last one last; the server's list from the tap log, and what was tapped since.
import { isFinding } from "./board-state.js";

const seen = (value) => !["", "nt"].includes(value);

// As studio/models/tap_history.py: the statements that bring a field from where it is now to where it was.
export function back(field, was, now, view) {
  const joined = seen(was.value) && seen(now.value) && isFinding(was.value) === isFinding(now.value);
  const opened = joined && String(was.views) !== String(now.views) ? [[field, "", view]] : [];
  const views = was.views.length ? was.views : [view];
  return [...opened, ...views.map((one) => [field, was.value, one])];
}

// Taps that waited when the page was opened are not in the server's list: their changes go on top of it.
export function lay(waiting, state, stack) {
  let at = "";
  for (const [number, tap] of waiting.entries()) {
    const was = state.of(tap.field);
    state.overlay(waiting.slice(0, number + 1));
    const together = tap.at === at;
    at = tap.at;
    if (tap.undo) {
      if (!together) stack.pop();
      continue;
    }
    const group = back(tap.field, was, state.of(tap.field), tap.view);
    if (together) stack.at(-1).unshift(...group);
    else stack.push(group);
  }
}
