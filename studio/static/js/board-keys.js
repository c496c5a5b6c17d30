// Arrow keys move among the cells of the view that is shown, row by row, to the cell that lies nearest.
const KEYS = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 };
const middle = (cell) => {
  const box = cell.getBoundingClientRect();
  return box.left + box.width / 2;
};

document.addEventListener("keydown", (event) => {
  const step = KEYS[event.key];
  const row = event.target.closest?.("[data-row]");
  if (!step || !row || event.altKey || event.ctrlKey || event.metaKey) return;
  const cells = (item) => [...item.querySelectorAll("button:not(:disabled)")].filter((cell) => cell.offsetParent);
  let next;
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    const own = cells(row);
    next = own[own.indexOf(event.target) + step];
  } else {
    const rows = [...row.closest("section").querySelectorAll("[data-row]")].filter((item) => cells(item).length);
    const other = rows[rows.indexOf(row) + step];
    const here = middle(event.target);
    next = other && cells(other).sort((a, b) => Math.abs(middle(a) - here) - Math.abs(middle(b) - here))[0];
  }
  event.preventDefault();
  next?.focus();
});
