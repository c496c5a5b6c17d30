// Copies from node_modules what the app uses, and nothing else, into studio/static/vendor.
// Run it after `npm ci` and after a change to bin/icons.txt; running it again changes nothing.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, "studio/static/vendor");
const modules = join(root, "node_modules");

// Woff2 for the browser, TrueType for paper: ReportLab reads neither woff2 nor variable fonts.
const copies = {
  "htmx.min.js": "htmx.org/dist/htmx.min.js",
  "fonts/SourceSans3VF-Upright.woff2": "source-sans/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2",
  "fonts/ttf/SourceSans3-Regular.ttf": "source-sans/TTF/SourceSans3-Regular.ttf",
  "fonts/ttf/SourceSans3-Semibold.ttf": "source-sans/TTF/SourceSans3-Semibold.ttf",
  "fonts/ttf/SourceSans3-Bold.ttf": "source-sans/TTF/SourceSans3-Bold.ttf",
  "fonts/ttf/DejaVuSans.ttf": "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "fonts/ttf/DejaVuSans-Bold.ttf": "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
};

// The plumb bob, drawn for us: a stub of line, a cap, a body that ends in a point.
const bob =
  '<symbol id="i-bob" viewBox="0 0 24 24"><path fill="currentColor" stroke="none" d="M11.3 0h1.4v3.5h2.5v4.1' +
  'c2.1.9 3.5 2.8 3.5 5 0 1.7-.8 3.2-1.9 4.6L12 24l-4.8-6.8C6.1 15.8 5.3 14.3 5.3 12.6c0-2.2 1.4-4.1 3.5-5V3.5h2.5z"/></symbol>';

function read(path) {
  if (existsSync(join(modules, path))) return readFileSync(join(modules, path));
  console.error(`bin/vendor.mjs: node_modules/${path} is missing. Run: npm ci`);
  process.exit(1);
}

function sprite() {
  const names = readFileSync(join(root, "bin/icons.txt"), "utf8").split("\n").filter(Boolean);
  const symbols = names.map((name) => {
    const drawing = read(`lucide-static/icons/${name}.svg`).toString();
    const inside = drawing.slice(drawing.indexOf(">", drawing.indexOf("<svg")) + 1, drawing.lastIndexOf("</svg>"));
    return `<symbol id="i-${name}" viewBox="0 0 24 24">${inside.replace(/\s*\n\s*/g, "")}</symbol>`;
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><!-- Lucide, ISC licence -->${bob}${symbols.join("\n")}</svg>\n`);
}

const wanted = new Map(Object.entries(copies).map(([name, source]) => [name, read(source)]));
wanted.set("icons.svg", sprite());

let written = 0;
for (const [name, bytes] of wanted) {
  const path = join(target, name);
  if (existsSync(path) && readFileSync(path).equals(bytes)) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  written += 1;
}
for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  if (entry.isFile() && !wanted.has(relative(target, path).replaceAll("\\", "/"))) rmSync(path);
}
console.log(`vendor: ${wanted.size} files in studio/static/vendor, ${written} written`);
