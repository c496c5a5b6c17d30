// What comes back about the taps of the measures: from the server, from other tablets, from other tabs of this one.
import { fieldWords, tell, tellConflict, tellDispute, untell } from "./board-sign.js";
import { valueWords } from "./board-words.js";
import { closedNotice } from "./taps-closed.js";

const LOOK_AROUND = 10_000;
const AT_IT = 120_000;

// change(said), repaint(), refused(number): what the page does about it.
export function listen({ queue, store, state, result, change, repaint, refused }) {
  queue.addEventListener("changed", repaint);
  queue.addEventListener("answered", ({ detail }) => {
    for (const [field, { revision }] of Object.entries(detail.state)) if (revision > state.revision(field)) untell(field);
    state.hear(detail.state);
    queue.since = state.newest;
    refused(detail.refused.length);
    const settle = (field, value) => change([{ field, value }]);
    for (const one of detail.conflicts) tellConflict(one, settle);
    for (const one of detail.disputes) tellDispute(one, (field) => state.value(field), settle);
  });
  queue.addEventListener("saved", () => document.body.dispatchEvent(new CustomEvent("taps:saved", { bubbles: true })));
  queue.addEventListener("locked", ({ detail }) => {
    const { strong, text, buttons } = closedNotice({ why: detail.why, own: true, store, result, dropped: repaint });
    tell("locked", strong, text, buttons);
  });
  queue.addEventListener("changed", () => {
    for (const { key, field, value, why } of store.parked()) {
      const done = () => { store.forget(key); untell("finish"); repaint(); };
      tell(key, `${fieldWords(field)}, ${valueWords(field, value)}: not accepted.`, `${why}.`, [["All right", done]]);
    }
  });
  window.addEventListener("storage", (event) => {
    if (!event.key?.startsWith(store.prefix)) return;
    if (event.oldValue && !event.newValue) state.heardElsewhere(JSON.parse(event.oldValue));
    if (!store.count) queue.knock();
    repaint();
  });
  // What others say shows up here while somebody is at it, and no sign-in is kept alive by a tablet that lies about.
  let touched = Date.now();
  document.addEventListener("pointerdown", () => { touched = Date.now(); });
  setInterval(() => { if (!document.hidden && Date.now() - touched < AT_IT) queue.knock(); }, LOOK_AROUND);
  document.addEventListener("measure:shown", () => queue.knock());
  document.addEventListener("visibilitychange", () => document.hidden || queue.knock());
}
