// What a line or a phase opens in place: it takes the cursor, and closing it gives the cursor back to what opened it.
const openers = new WeakMap();
const lines = () => [...document.querySelectorAll("#programme-lines .exercise-line")];
let place = null;

// Where a change of the lines was asked for: in this line, or before it. -1 is below them all, beside them or in a dialog.
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx, tasks } = event.detail;
  const changed = tasks.find((task) => task.type === "main")?.target?.id === "programme-lines";
  const isHere = (line) => line.compareDocumentPosition(ctx.sourceElement) & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_PRECEDING);
  place = changed ? lines().findIndex(isHere) : null;
});

document.addEventListener("htmx:after:swap", (event) => {
  const panel = event.detail.ctx.target?.querySelector?.(":scope > .panel");
  if (panel) {
    openers.set(panel, event.target);
    panel.querySelector("input:not([type=hidden]), button, a")?.focus();
  } else if (place !== null && document.activeElement === document.body) {
    // What was pressed is gone with its line: stay where it was.
    const left = lines();
    left.at(Math.min(place, left.length - 1))?.querySelector("[data-grip]")?.focus({ preventScroll: true });
  }
});

document.addEventListener("click", (event) => {
  const closer = event.target.closest("[data-close-panel]");
  if (!closer) return;
  event.preventDefault();
  close(closer.closest(".panel"));
});

document.addEventListener("keydown", (event) => {
  const panel = event.key === "Escape" && event.target.closest(".panel");
  if (panel) close(panel);
});

function close(panel) {
  panel.remove();
  openers.get(panel)?.focus();
}

// The grip is the keyboard's twin of dragging: the arrows move its line within the phase.
document.addEventListener("keydown", (event) => {
  const grip = event.target.closest("[data-grip]");
  const move = grip?.parentElement.querySelector(`[data-move="${CSS.escape(event.key)}"]`);
  if (!move) return;
  event.preventDefault();
  move.click();
});
