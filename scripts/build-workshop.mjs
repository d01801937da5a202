// Builds the workshop, the program that does jobs beside the page as a worker, and puts it into the page's folder: a
// script that starts it and its wasm, named by what they hold. Trunk knows nothing of this.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { targetFolder, WASM_FEATURES } from "./wasm.mjs";

/** What it is made of; while none of this changes it is not built again. */
const MADE_OF = [
  "Cargo.lock", "Cargo.toml", "scripts/build-workshop.mjs", "src/bin/workshop.rs", "src/workshop", "src/sheets/file", "src/sheets/place.rs",
  "src/sheets/table.rs", "src/domain/pence.rs", "src/domain/year.rs", "src/words/count.rs", "src/words/money.rs",
];

/** Answers with the name of the script that starts it. */
export function buildWorkshop(folder, isRelease) {
  const [glue, wasm] = built(isRelease);
  const stamp = createHash("sha256").update(glue).update(wasm).digest("hex").slice(0, 16);
  const script = `workshop-${stamp}.js`;
  writeFileSync(join(folder, `workshop-${stamp}.wasm`), wasm);
  writeFileSync(join(folder, script), glue + startOf(`workshop-${stamp}.wasm`));
  return script;
}

/** The last line of the script: it finds its wasm beside itself, and says so where it cannot start. */
const startOf = (wasm) => `
wasm_bindgen({ module_or_path: new URL("${wasm}", self.location.href) })
  .catch((error) => self.postMessage([JSON.stringify({ NotReady: String(error?.message ?? error) })]));
`;

function built(isRelease) {
  const profile = isRelease ? "release" : "debug";
  const kept = join(targetFolder(), "workshop", profile, digestOf(MADE_OF));
  if (!existsSync(kept)) {
    rmSync(join(kept, ".."), { recursive: true, force: true });
    const work = `${kept}.half`;
    mkdirSync(work, { recursive: true });
    run("cargo", [
      "build", "--locked", "--offline", "--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "workshop",
      "--bin", "workshop", ...(isRelease ? ["--release"] : []),
    ]);
    run("wasm-bindgen", [
      "--target", "no-modules", "--no-typescript", "--remove-name-section", "--out-dir", work,
      join(targetFolder(), "wasm32-unknown-unknown", profile, "workshop.wasm"),
    ]);
    const wasm = join(work, "workshop_bg.wasm");
    if (isRelease) run("wasm-opt", ["-Oz", "--strip-debug", ...WASM_FEATURES, wasm, "-o", wasm]);
    renameSync(work, kept);
  }
  return [readFileSync(join(kept, "workshop.js"), "utf8"), readFileSync(join(kept, "workshop_bg.wasm"))];
}

function digestOf(paths) {
  const digest = createHash("sha256");
  const files = paths.flatMap((path) => statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((name) => join(path, name)) : [path]);
  for (const file of files.filter((name) => statSync(name).isFile()).sort()) digest.update(`${file}\n`).update(readFileSync(file));
  return digest.digest("hex").slice(0, 16);
}

function run(command, options) {
  execFileSync(command, options, { stdio: ["ignore", "inherit", "inherit"] });
}
