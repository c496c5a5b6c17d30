// What a line or a phase opens in place: it takes the cursor, and closing it gives the cursor back to what opened it.
const openers = new WeakMap();

document.addEventListener("htmx:after:swap", (event) => {
  const panel = event.detail.ctx.target?.querySelector?.(":scope > .panel");
  if (panel) {
    openers.set(panel, event.target);
    panel.querySelector("input:not([type=hidden]), button, a")?.focus();
  } else if (document.activeElement === document.body) {
    // What was pressed is gone with its line: stay among the lines.
    document.querySelector("#programme-lines [data-grip]")?.focus();
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
