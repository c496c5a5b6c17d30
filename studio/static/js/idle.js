// Left alone, an enrolled tablet locks itself: the page goes, and whoever comes back gives their PIN. Waiting taps stay.
const meta = document.querySelector("meta[name=lock-after]");
const after = Number(meta?.content) * 1000;
let touched = Date.now();

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
  if (Date.now() - touched >= after) lock();
}

if (after) {
  for (const event of ["pointerdown", "keydown", "input"]) {
    document.addEventListener(event, () => { touched = Date.now(); }, { capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", look); // a tablet that slept
  setInterval(look, 10_000);
}
