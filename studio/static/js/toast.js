// A toast stays 8 seconds or until the next one; never while a finger, a pointer or the cursor is on it.
const STAY = 8000;
const region = document.getElementById("toasts");
const timers = new WeakMap();

function hold(toast) {
  clearTimeout(timers.get(toast));
}

function release(toast) {
  hold(toast);
  timers.set(toast, setTimeout(() => toast.remove(), STAY));
}

function welcome(toast) {
  for (const older of region.querySelectorAll("[data-toast]")) if (older !== toast) older.remove();
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, () => hold(toast));
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, () => release(toast));
  release(toast);
}

// Put in again once the page is there: a live region only speaks of what changes in it.
const waiting = [...region.querySelectorAll("[data-toast]")];
const fresh = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches("[data-toast]");
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) [...addedNodes].filter(fresh).forEach(welcome);
}).observe(region, { childList: true });
region.append(...waiting);
