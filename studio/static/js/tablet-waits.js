// Taps that wait on this tablet stay with the coach who made them: the lock screen says whose, so that nobody is surprised.
import { countWords } from "./board-words.js";
import { waitingHere } from "./tap-store.js";

const place = document.querySelector("[data-tablet-waits]");
const counts = new Map();
for (const { user, count } of waitingHere()) counts.set(user, (counts.get(user) ?? 0) + count);

for (const [user, count] of place ? counts : []) {
  const name = document.querySelector(`[data-person="${user}"]`)?.dataset.name ?? "another coach";
  const line = document.createElement("p");
  const [wait, are] = count === 1 ? ["waits", "is"] : ["wait", "are"];
  line.textContent = `${countWords(count, "tap", "taps")} of ${name} ${wait} on this tablet, and ${are} sent when ${name} is back here.`;
  place.append(line);
}
if (place && counts.size) place.hidden = false;
