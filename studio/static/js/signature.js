// Signing with finger, pen or mouse: each stroke is a path in a box of 600 by 180, and JSON in the hidden field.
const NEAR = 3;
const MOST = 2800;
const SVG = "http://www.w3.org/2000/svg";

function pathOf(points) {
  const pairs = [];
  for (let at = 0; at < points.length; at += 2) pairs.push(`${points[at]} ${points[at + 1]}`);
  return `M${pairs.join("L")}${pairs.length === 1 ? `L${pairs[0]}` : ""}`;
}

function start(pad) {
  const box = pad.querySelector("svg");
  const group = pad.querySelector("[data-signature-strokes]");
  const again = pad.querySelector("[data-signature-clear]");
  const field = pad.parentElement.querySelector("input[name=drawn]");
  let strokes = [];
  let drawing = null;

  const add = (points) => {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", pathOf(points));
    group.append(path);
    return path;
  };
  const keep = () => {
    field.value = strokes.length ? JSON.stringify(strokes) : "";
    again.hidden = !strokes.length;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const place = (event) => {
    const frame = box.getBoundingClientRect();
    const inside = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
    return [inside(((event.clientX - frame.left) / frame.width) * 600, 600), inside(((event.clientY - frame.top) / frame.height) * 180, 180)];
  };

  box.addEventListener("pointerdown", (event) => {
    if (drawing || !event.isPrimary) return;
    event.preventDefault();
    box.setPointerCapture(event.pointerId);
    drawing = { points: place(event) };
    drawing.path = add(drawing.points);
  });
  box.addEventListener("pointermove", (event) => {
    if (!drawing || !event.isPrimary) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) {
      const [x, y] = place(one);
      const [lastX, lastY] = drawing.points.slice(-2);
      const used = strokes.flat().length + drawing.points.length;
      if (Math.abs(x - lastX) + Math.abs(y - lastY) >= NEAR && used < 2 * MOST) drawing.points.push(x, y);
    }
    drawing.path.setAttribute("d", pathOf(drawing.points));
  });
  const lift = () => {
    if (!drawing) return;
    strokes.push(drawing.points);
    drawing = null;
    keep();
  };
  box.addEventListener("pointerup", lift);
  box.addEventListener("pointercancel", lift);
  again.addEventListener("click", () => {
    strokes = [];
    group.replaceChildren();
    keep();
  });

  try {
    strokes = field.value ? JSON.parse(field.value) : [];
    strokes.forEach(add);
  } catch {
    strokes = []; // what cannot be read is drawn once more
  }
  again.hidden = !strokes.length;
  pad.hidden = false;
}

document.querySelectorAll("[data-signature]").forEach(start);
