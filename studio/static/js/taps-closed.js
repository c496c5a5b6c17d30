// Taps of an assessment that takes no more, for it was completed or struck out elsewhere: what to say, and the way out.
import { countWords } from "./board-words.js";

const ONE = "tap of this tablet was not recorded. It is kept here.";
const MANY = "taps of this tablet were not recorded. They are kept here.";

// {strong, text, buttons} for a notice on any page; `own` on the board itself; `dropped` is called when the taps were thrown away.
export function closedNotice({ why, own = false, store, result, dropped }) {
  const onResult = new URL(result, location.href).pathname === location.pathname;
  const show = ["Show the result", () => location.assign(result)];
  const drop = ["Throw them away", () => { store.remove(new Set(store.all().map((one) => one.key))); dropped(); }];
  return {
    strong: `${own || onResult ? "This" : "An"} assessment ${why === "voided" ? "was struck out" : "is complete"}.`,
    text: store.count ? countWords(store.count, ONE, MANY) : "It takes no more taps.",
    buttons: [...(onResult ? [] : [show]), ...(store.count ? [drop] : [])],
  };
}
