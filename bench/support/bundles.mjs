// The three sizes, and their bundles: the sample as the release has it, the others from the seeded generator.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

export const OUT = "bench/out";

/** `made` is the generator's word for it; the sample is not generated. */
export const SIZES = {
  sample: { file: "samples/worcestershire.concordat.json" },
  ten: { file: `${OUT}/10x.concordat.json`, made: "ten" },
  national: { file: `${OUT}/national.concordat.json`, made: "national" },
};

/** The path of a size's bundle, made if it is not there yet. Remove the file to have it made anew. */
export async function bundle(size) {
  const { file, made } = SIZES[size];
  if (!existsSync(file)) {
    await mkdir(OUT, { recursive: true });
    const half = join(OUT, "being-made.json");
    execFileSync("cargo", ["run", "--quiet", "--release", "--no-default-features", "--example", "generate", "--", made, half], { stdio: "inherit" });
    await rename(half, file);
  }
  return file;
}

/** The id of an open risk of a bundle that is more than unlikely, without its kind: what is rescored. */
export async function someRisk(file) {
  const { now } = JSON.parse(await readFile(file, "utf8"));
  const found = Object.entries(now.records.risk).find(([, risk]) => risk.level?.l > 1 && (risk.state?.is ?? "open") === "open");
  if (!found) throw new Error(`${file} holds no such risk.`);
  return found[0];
}
