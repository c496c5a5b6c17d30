// The keypad of the lock screen: figures go into the box, and the sixth one sends it.
const pad = document.querySelector("[data-pin]");
const box = pad?.querySelector("input");
const LENGTH = 6;

function send() {
  if (box.value.length === LENGTH) box.form.requestSubmit();
}

if (pad) {
  pad.querySelector(".pin-pad__keys").hidden = false;
  // The tablet's own keyboard would cover ours; a real one still types.
  if (matchMedia("(pointer: coarse)").matches) box.inputMode = "none";
  pad.addEventListener("click", (event) => {
    const key = event.target.closest("[data-figure]");
    if (!key) return;
    box.value = key.dataset.figure ? (box.value + key.dataset.figure).slice(0, LENGTH) : box.value.slice(0, -1);
    send();
  });
  box.addEventListener("input", () => {
    box.value = box.value.replace(/\D/g, "").slice(0, LENGTH);
    send();
  });
}
