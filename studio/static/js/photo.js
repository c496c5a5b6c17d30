// The client's own photo. Choosing one sends it, made smaller first: the studio's network is slow, and where and when it was
// taken stays on the tablet. The frame is the view box of the picture; it is moved by finger, wheel, key and slider.
const LONGEST = 1600;
const DOWN = 400 / 500;
const QUALITY = 0.9;

async function smaller(file) {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "white";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", QUALITY); });
    return blob ? new File([blob], "photo.jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file; // what this browser cannot read the server may, or says why not
  }
}

document.addEventListener("change", async (event) => {
  const field = event.target;
  const form = field.closest("[data-photo-send]");
  if (!form || field.type !== "file" || !field.files.length) return;
  say(form, "Sending the photo …");
  const held = new DataTransfer();
  held.items.add(await smaller(field.files[0]));
  field.files = held.files;
  form.querySelectorAll("input[type=file]").forEach((other) => { if (other !== field) other.value = ""; });
  form.requestSubmit();
});

function say(form, words) {
  form.querySelector("[data-photo-status]").textContent = words;
}

// Still there when its sending ends: there was no answer. What was chosen goes, so that choosing it again sends it again.
document.addEventListener("htmx:finally:request", (event) => {
  const form = event.target;
  if (!form.matches?.("[data-photo-send]") || !form.isConnected) return;
  say(form, "The photo was not sent. Choose it again when the network is back.");
  form.querySelectorAll("input[type=file]").forEach((field) => { field.value = ""; });
});

const number = (form, name) => Number(form.elements[name].value);

// As studio/operations/cutting.py: never beyond the edge, and in the middle where the frame is wider than the photo.
function near(value, room) {
  return Math.round(room < 0 ? room / 2 : Math.min(Math.max(value, 0), room));
}

function show(form, left, top, across) {
  const zoom = form.querySelector("[data-photo-zoom]");
  const [least, most] = [Number(zoom.min), Number(zoom.max)];
  const wide = Math.round(Math.min(Math.max(across, least), most));
  const high = Math.floor(wide * DOWN);
  const x = near(left, form.dataset.width - wide);
  const y = near(top, form.dataset.height - high);
  Object.entries({ left: x, top: y, across: wide }).forEach(([name, value]) => { form.elements[name].value = value; });
  zoom.value = least + most - wide;
  form.querySelector("svg").setAttribute("viewBox", `${x} ${y} ${wide} ${high}`);
}

// Closer by a factor below 1, around a place of the frame, each way from 0 to 1.
function bring(form, factor, x = 0.5, y = 0.5) {
  const across = number(form, "across");
  const zoom = form.querySelector("[data-photo-zoom]");
  const wide = Math.min(Math.max(across * factor, Number(zoom.min)), Number(zoom.max));
  show(form, number(form, "left") + (across - wide) * x, number(form, "top") + (across - wide) * DOWN * y, wide);
}

function shift(form, x, y) {
  const across = number(form, "across");
  show(form, number(form, "left") + x * across, number(form, "top") + y * across * DOWN, across);
}

const frameOf = (event) => event.target.closest?.("[data-photo-cut] svg");
const fingers = new Map();

document.addEventListener("pointerdown", (event) => {
  const frame = frameOf(event);
  if (!frame) return;
  frame.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, [event.clientX, event.clientY]);
});

document.addEventListener("pointermove", (event) => {
  const frame = frameOf(event);
  if (!frame || !fingers.has(event.pointerId)) return;
  const form = frame.closest("form");
  const box = frame.getBoundingClientRect();
  const before = [...fingers.values()];
  const [x, y] = fingers.get(event.pointerId);
  fingers.set(event.pointerId, [event.clientX, event.clientY]);
  shift(form, (x - event.clientX) / box.width / before.length, (y - event.clientY) / box.height / before.length);
  if (before.length !== 2) return;
  const apart = ([one, other]) => Math.hypot(one[0] - other[0], one[1] - other[1]) || 1;
  const now = [...fingers.values()];
  const middle = (way) => (now[0][way] + now[1][way]) / 2;
  bring(form, apart(before) / apart(now), (middle(0) - box.left) / box.width, (middle(1) - box.top) / box.height);
});

["pointerup", "pointercancel"].forEach((end) => document.addEventListener(end, (event) => fingers.delete(event.pointerId)));

document.addEventListener("input", (event) => {
  const zoom = event.target.closest("[data-photo-zoom]");
  if (!zoom) return;
  const form = zoom.closest("form");
  bring(form, (Number(zoom.min) + Number(zoom.max) - zoom.value) / number(form, "across"));
});

const STEP = 0.04;
const CLOSER = 0.9;
const KEYS = {
  ArrowLeft: (form) => shift(form, STEP, 0),
  ArrowRight: (form) => shift(form, -STEP, 0),
  ArrowUp: (form) => shift(form, 0, STEP),
  ArrowDown: (form) => shift(form, 0, -STEP),
  "+": (form) => bring(form, CLOSER),
  "=": (form) => bring(form, CLOSER),
  "-": (form) => bring(form, 1 / CLOSER),
};

document.addEventListener("keydown", (event) => {
  const frame = frameOf(event);
  if (!frame || !KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  KEYS[event.key](frame.closest("form"));
});
