// The big button: what it says and where it leads, in the words of studio/models/board_foot.py.
import { left, views } from "./board-page.js";
import { countWords } from "./board-words.js";

const button = document.querySelector("[data-next]");
const WHOLE = { 1: "The one view is", 2: "Both views are", 3: "All three views are" };

function after(view, state) {
  const at = views.indexOf(view) + 1;
  return [...views.slice(at), ...views.slice(0, at - 1)].find((one) => !left(one, state).done);
}

export function foot(view, state) {
  if (state.pains().some((pain) => pain.field.startsWith(`${view.station}/`))) return { kind: "stop", text: "End the test, keep findings", note: "" };
  const here = left(view, state);
  const next = after(view, state);
  if (!here.done) {
    const rows = here.rows ? countWords(here.rows, "row", "rows") : "Other sides";
    const then = next ? `Next: ${next.label.toLowerCase()} view` : "Then finish";
    return { kind: "rest", text: "Rest is clean", note: `${rows} not seen. ${then}`, fields: here.fields, to: next };
  }
  const done = here.skipped ? "not tested" : "complete";
  if (next) return { kind: "on", text: `On to the ${next.label.toLowerCase()} view`, note: `${view.label} is ${done}`, to: next };
  return { kind: "finish", text: "Finish", note: `${WHOLE[views.length] ?? "All views are"} done` };
}

export function paintFoot(now, busy = "") {
  const [words] = button.querySelectorAll("span");
  const small = document.createElement("small");
  small.textContent = busy || now.note;
  words.replaceChildren(now.text, ...(small.textContent ? [small] : []));
  button.classList.toggle("button--stop", now.kind === "stop");
  button.classList.toggle("button--primary", now.kind !== "stop");
  button.setAttribute("aria-busy", String(Boolean(busy)));
}
