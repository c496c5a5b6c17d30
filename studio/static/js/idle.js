// Left alone, an enrolled tablet locks itself: the page goes, and whoever comes back gives their PIN. Waiting taps stay.
const meta = document.querySelector("meta[name=lock-after]");
const after = Number(meta?.content) * 1000;
let touched = Date.now();

// A page in the background must not lock the one that somebody works in: what was touched there counts here too.
function elsewhere() {
  try {
    return Number(localStorage.getItem("touched"));
  } catch {
    return 0; // storage is forbidden here
  }
}

function touch() {
  const before = touched;
  touched = Date.now();
  if (touched - before < 1000) return;
  try {
    localStorage.setItem("touched", touched);
  } catch {
    // then this page counts for itself
  }
}

function lock() {
  const form = document.createElement("form");
  form.method = "post";
  form.action = meta.dataset.action;
  const token = document.querySelector("meta[name=csrf-token]").content;
  for (const [name, value] of Object.entries({ csrf_token: token, next: location.pathname + location.search })) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.documentElement.dataset.locking = "yes"; // leaving is not to be asked about now (guard.js)
  document.body.append(form);
  form.submit();
}

function look() {
  if (Date.now() - Math.max(touched, elsewhere()) >= after) lock();
}

if (after) {
  for (const event of ["pointerdown", "keydown", "input"]) {
    document.addEventListener(event, touch, { capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", look); // a tablet that slept
  setInterval(look, 10_000);
}
