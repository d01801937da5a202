// Parts the program into its chunks and makes each ready to be served: what every page needs, and what single pages
// need, at the functions that src/views/pages/chunks.rs marks. Trunk knows nothing of this: it builds the program whole,
// and what it made of it is replaced.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { targetFolder, WASM_FEATURES } from "./wasm.mjs";

const LINK = "__wasm_split.js";
const STREAMED = "WebAssembly.instantiateStreaming(src, imports)";
// public/ahead.js may have had it fetched already.
const TAKE = `function take({ href }) {
    return globalThis.concordat?.take(href) ?? fetch(href);
}
`;
// Not every host says that a file is WebAssembly, and a host's own "not found" page must not be taken for a chunk.
const INSTANTIATE = `async function instantiate(coming, imports) {
    const response = await coming;
    if (!response.ok) throw new Error(\`\${response.url}: the host answered \${response.status}\`);
    if (response.headers.get("content-type") === "application/wasm") return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
`;

/**
 * Writes the program's files into `folder`. Answers with the names of those that start it (script, wasm,
 * script of the chunks) and with the files that each chunk needs.
 */
export function splitProgram(folder) {
  const work = mkdtempSync(join(tmpdir(), "concordat-chunks-"));
  try {
    run("wasm-split-cli", ["--target", "web", "--out-name", "program", wholeProgram(), work]);
    const parts = readdirSync(work).filter((name) => name.endsWith(".wasm") && name !== "program.wasm").sort();
    run("wasm-bindgen", [
      "--target", "web", "--no-typescript", "--remove-name-section", "--keep-lld-exports", "--out-dir", work,
      join(work, "program.wasm"),
    ]);
    const wasm = ["program_bg.wasm", ...parts];
    // -O3 comes to the same on the wire as -Oz, and to a sixth fewer functions, each of which the browser compiles when first called.
    for (const name of wasm) run("wasm-opt", ["-O3", "--strip-debug", ...WASM_FEATURES, join(work, name), "-o", join(work, name)]);

    const link = withFallback(readFileSync(join(work, LINK), "utf8"));
    const glue = readFileSync(join(work, "program.js"), "utf8");
    const digest = createHash("sha256").update(glue).update(link);
    for (const name of wasm) digest.update(readFileSync(join(work, name)));
    const stamp = digest.digest("hex").slice(0, 16);

    const renamed = new Map([
      ["program.js", `concordat-${stamp}.js`],
      ["program_bg.wasm", `concordat-${stamp}.wasm`],
      [LINK, `chunks-${stamp}.js`],
      ...parts.map((name) => [name, `${name.replace(/\.wasm$/, "").replace(/^split_/, "chunk_").replace(/_/g, "-")}-${stamp}.wasm`]),
    ]);
    const named = (text) => [...renamed].reduce((all, [from, to]) => all.replaceAll(`./${from}`, `./${to}`), text);
    for (const name of wasm) writeFileSync(join(folder, renamed.get(name)), readFileSync(join(work, name)));
    writeFileSync(join(folder, renamed.get(LINK)), named(link));
    // The name under which the program asks for the link stays; only where the browser finds it changes.
    writeFileSync(join(folder, renamed.get("program.js")), glue.replaceAll(/(from\s*")\.\/__wasm_split\.js"/g, `$1./${renamed.get(LINK)}"`));
    const start = ["program.js", "program_bg.wasm", LINK].map((name) => renamed.get(name));
    return { start, chunks: filesOfChunks(link, renamed) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function wholeProgram() {
  return join(targetFolder(), "wasm32-unknown-unknown", "release", "concordat.wasm");
}

function run(command, options) {
  execFileSync(command, options, { stdio: ["ignore", "inherit", "inherit"] });
}

function withFallback(link) {
  if (!link.includes(STREAMED)) throw new Error("The splitter fetches chunks in another way than it did.");
  const fetched = link.replaceAll(/fetch\((new URL\("[^"]+", import\.meta\.url\))\)/g, "take($1)");
  if (fetched === link) throw new Error("The splitter names chunks in another way than it did.");
  return TAKE + INSTANTIATE + fetched.replaceAll(STREAMED, "instantiate(src, imports)");
}

/** From the splitter's script: the file of each chunk and of what it shares with others. */
function filesOfChunks(link, renamed) {
  const shared = new Map();
  for (const [, variable, file] of link.matchAll(/const (__chunk_\d+) = makeLoad\([\s\S]*?"\.\/([^"]+)"/g)) shared.set(variable, file);
  const chunks = {};
  for (const [, name, file, needs] of link.matchAll(/__wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\([\s\S]*?"\.\/([^"]+)"[\s\S]*?, \[([^\]]*)\]\)/g)) {
    const others = needs.split(",").map((one) => shared.get(one.trim())).filter(Boolean);
    chunks[name] = [file, ...others].map((one) => renamed.get(one));
  }
  return chunks;
}
