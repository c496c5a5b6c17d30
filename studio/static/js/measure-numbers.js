// Numbers as studio/models/measure_fields.py keeps them: as short as they go, lengths in centimetres to a hundredth.
const SHAPE = /^-?(\d{1,4}(\.\d*)?|\.\d+)$/;

const short = (number, decimals) => String(Number(number.toFixed(decimals)) + 0);

// Half up, as studio/ces/units.py: hundredths in, hundredths out.
const toCm = (inches) => Math.floor((Math.round(inches * 100) * 254 + 50) / 100) / 100;
const toInches = (cm) => Math.floor((Math.round(cm * 100) * 100 + 127) / 254) / 100;

// What was typed as it is kept; "" for nothing, null for no number.
export function read(text, unit) {
  const plain = text.trim().replace(",", ".").replace("−", "-");
  if (!plain) return "";
  if (!SHAPE.test(plain)) return null;
  const number = Number(plain);
  return unit === "in" ? short(toCm(number), 2) : short(number, 4);
}

export const show = (value, unit) => (value && unit === "in" ? short(toInches(Number(value)), 2) : value);

// What is wrong with a value for a test, in words; "" when nothing is.
export function wrong(value, { low, high, decimals, unit, suffix }) {
  const ends = [low, high].map((end) => show(String(end), unit));
  if (value === null) return "Enter a number";
  if (value === "") return "";
  if (Number(value) < low || Number(value) > high) return `Enter ${ends[0]} to ${ends[1]}${suffix}`;
  if ((value.split(".")[1] ?? "").length > decimals) return decimals ? `Enter at most ${decimals === 1 ? "1 decimal" : `${decimals} decimals`}` : "Enter whole numbers";
  return "";
}

export const unusual = (value, [low, high]) => value !== "" && (Number(value) < low || Number(value) > high);
