// Runs after trunk has put the page together and before it becomes dist/. Writes into it what only a finished build
// can know: the names of the program's files, and the list of files that the service worker holds.
// In a release the stylesheets become one file, because forty small ones cost more round trips than the rest of the page.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Script } from "node:vm";
import { buildWorkshop } from "./build-workshop.mjs";
import { smallerCss } from "./smaller-css.mjs";
import { splitProgram } from "./split-program.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
const isRelease = process.env.TRUNK_PROFILE === "release";
if (!staging) throw new Error("This is trunk's post-build hook: run `make build`.");

const sha256 = (content, encoding) => createHash("sha256").update(content).digest(encoding);
const short = (content) => sha256(content, "hex").slice(0, 16);
const pathOf = (name) => join(staging, name);

let page = readFileSync(pathOf("index.html"), "utf8");
if (isRelease) page = withOneStylesheet(page);
page = page.replaceAll(/[ \t]*<!--(?!\[)[\s\S]*?-->\n?/g, "");
page = withProgramNamed(page);
page = replaceOnce(page, "{{WORKSHOP}}", buildWorkshop(staging, isRelease));
if (isRelease) page = withAheadInside(page);
if (!isRelease) page = withReloadAllowed(page);
const recovery = readFileSync(pathOf("recovery.html"), "utf8");
writeFileSync(pathOf("recovery.html"), replaceOnce(recovery, /<!-- stylesheets: .*-->/, stylesheetsOf(page)));

const version = /^version = "(.*)"/m.exec(readFileSync("Cargo.toml", "utf8"))?.[1];
if (!version) throw new Error("Cargo.toml names no version.");
writeFileSync(pathOf("index.html"), page);
const build = short(JSON.stringify([listOfFiles(), readFileSync(pathOf("sw.js"), "utf8")])).slice(0, 12);
page = replaceOnce(page, "{{BUILD}}", `${version} ${build}`);
writeFileSync(pathOf("index.html"), page);

if (isRelease) {
  const worker = readFileSync(pathOf("sw.js"), "utf8");
  const release = JSON.stringify({ version, build, files: listOfFiles() }, null, 1);
  writeFileSync(pathOf("sw.js"), replaceOnce(worker, /^const RELEASE = .*$/m, `const RELEASE = ${release};`));
} else {
  // The quick loop must show what was just built, also where a release was served on the same port before.
  writeFileSync(pathOf("sw.js"), `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.registration.unregister()));
`);
}

/** Every file of the release but the worker itself, with the start of its content's hash, in one order everywhere. */
function listOfFiles() {
  const names = readdirSync(staging, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(staging, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .filter((name) => name !== "sw.js")
    .sort();
  return Object.fromEntries(names.map((name) => [name, short(readFileSync(pathOf(name)))]));
}

function withOneStylesheet(html) {
  const links = [...html.matchAll(/<link\b(?=[^>]*\brel="stylesheet")[^>]*\bhref="(?:\.\/)?([^"]+)"[^>]*>\n?/g)];
  if (links.length === 0) return html;
  const names = links.map(([, href]) => href);
  const content = names.map((name) => smallerCss(readFileSync(pathOf(name), "utf8"))).join("");
  const merged = `style-${short(content)}.css`;
  for (const name of names) rmSync(pathOf(name));
  writeFileSync(pathOf(merged), content);
  const [first, ...others] = links.map(([link]) => link);
  const one = html.replace(first, `<link rel="stylesheet" href="./${merged}">\n`);
  return others.reduce((text, link) => text.replace(link, ""), one);
}

function stylesheetsOf(html) {
  const hrefs = [...html.matchAll(/<link\b(?=[^>]*\brel="stylesheet")[^>]*\bhref="([^"]+)"/g)].map(([, href]) => href);
  return hrefs.map((href) => `<link rel="stylesheet" href="${href}">`).join("\n");
}

/**
 * Takes out trunk's own start, which would fetch the program before anything else, and tells start.js the program's
 * names: a first visit is of use before the program is there. No inline script is left, so the policy allows none.
 */
function withProgramNamed(html) {
  const start = /<script type="module"[^>]*>[\s\S]*?import[^']*'([^']+\.js)'[\s\S]*?module_or_path: '([^']+\.wasm)'[\s\S]*?<\/script>\n?/;
  const found = start.exec(html);
  if (!found) throw new Error("trunk's start script is not where it was.");
  const [script, glue, wasm] = found;
  const bare = html.replace(script, "").replaceAll(/<link\b(?=[^>]*\brel="(?:modulepreload|preload)")[^>]*>\n?/g, "");
  const program = isRelease ? inChunks([glue, wasm]) : { start: [glue, wasm], chunks: {} };
  // The host says only how large it is in compression, if at all.
  if (isRelease) program.start.push(statSync(pathOf(program.start[1])).size);
  const chunks = Object.entries(program.chunks).map(([name, files]) => `${name}=${files.join(",")}`).sort().join(" ");
  return replaceOnce(replaceOnce(bare, "{{PROGRAM}}", program.start.join(" ")), "{{CHUNKS}}", chunks);
}

/** The script that comes first stands in the page; the policy names it by its digest. */
function withAheadInside(html) {
  const script = readFileSync(pathOf("ahead.js"), "utf8").replaceAll(/^ *(?:\/\/.*|\/\*\*[\s\S]*?\*\/)\n/gm, "").replaceAll(/^ +/gm, "");
  new Script(script); // A mistake in it would leave the page without its program.
  rmSync(pathOf("ahead.js"));
  const policy = replaceOnce(html, "script-src 'self'", `script-src 'self' 'sha256-${sha256(script, "base64")}'`);
  return replaceOnce(policy, '<script src="ahead.js"></script>', `<script>${script}</script>`);
}

/** The program's files are replaced by those of its chunks. */
function inChunks(whole) {
  for (const name of whole) rmSync(pathOf(name.replace(/^\.?\//, "")));
  return splitProgram(staging);
}

/** `make dev` only: trunk's own script for reloading is inline and knows its address only once it is served. */
function withReloadAllowed(html) {
  const found = /<script>("use strict";[\s\S]*?__TRUNK_ADDRESS__[\s\S]*?)<\/script>/.exec(html);
  if (!found) return html;
  const [script, code] = found;
  const reload = code.replaceAll("'{{__TRUNK_ADDRESS__}}'", "location.host").replaceAll("{{__TRUNK_WS_BASE__}}", "/");
  writeFileSync(pathOf("reload.js"), reload);
  const external = replaceOnce(html, script, '<script src="./reload.js" defer></script>');
  return replaceOnce(external, "connect-src 'self'", "connect-src 'self' ws:");
}

function replaceOnce(text, pattern, replacement) {
  const replaced = text.replace(pattern, () => replacement);
  if (replaced === text) throw new Error(`Nothing to replace: ${pattern}`);
  return replaced;
}
