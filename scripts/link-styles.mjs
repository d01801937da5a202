// Writes the list of stylesheets into index.html: one <link data-trunk rel="css"> a file of style/, layers.css first,
// then in the order of its @layer statement, then by name. With --check it changes nothing and fails if the list is old.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const BEGIN = "<!-- stylesheets: scripts/link-styles.mjs keeps this list -->";
const END = "<!-- end of stylesheets -->";

const layers = (/@layer\s+([^;{]+);/.exec(readFileSync(join(root, "style/layers.css"), "utf8"))?.[1] ?? "")
  .split(",").map((name) => name.trim());
const rank = (path) => {
  const folder = path.split("/")[1];
  if (path === "style/layers.css") return -1;
  return layers.includes(folder) ? layers.indexOf(folder) : layers.length;
};
const sheets = readdirSync(join(root, "style"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".css"))
  .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));

const page = readFileSync(join(root, "index.html"), "utf8");
const [before, rest] = page.split(BEGIN);
const after = rest.slice(rest.indexOf(END));
const written = [before + BEGIN, ...sheets.map((path) => `<link data-trunk rel="css" href="${path}">`), after].join("\n");

if (written !== page) {
  if (process.argv.includes("--check")) {
    console.error("The list of stylesheets in index.html is not that of style/. Run: node scripts/link-styles.mjs");
    process.exit(1);
  }
  writeFileSync(join(root, "index.html"), written);
  console.log(`index.html now links ${sheets.length} stylesheets.`);
}
