// The keypad types into the place that has the cursor, without taking it away; a keyboard does the same by itself.
const pad = document.querySelector("[data-keypad]");

export function keypad({ input, next }) {
  pad.addEventListener("pointerdown", (event) => event.preventDefault());
  pad.addEventListener("click", (event) => {
    const key = event.target.closest("[data-key]")?.dataset.key;
    if (!key) return;
    if (key === "next") return next();
    const place = input();
    if (!place) return;
    place.focus({ preventScroll: true });
    const fresh = place.selectionStart === 0 && place.selectionEnd === place.value.length;
    const before = fresh ? "" : place.value;
    if (key === "back") place.value = fresh ? "" : before.slice(0, -1);
    else if (key === "sign") place.value = place.value.startsWith("-") ? place.value.slice(1) : `-${place.value}`;
    else if (key !== "." || !before.includes(".")) place.value = before + key;
    place.setSelectionRange(place.value.length, place.value.length);
    place.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Keys that mean nothing for a test are off.
export function fit({ low, decimals }) {
  pad.querySelector('[data-key="."]').disabled = decimals === 0;
  pad.querySelector('[data-key="sign"]').disabled = low >= 0;
}
