// Two copies of one programme that have gone apart by so many changes each, as bundles and as each library's own file.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { changesOf, since } from "../merge/edits.mjs";
import { OUT } from "./bundles.mjs";

export const EACH = 10_000;
export const LIBRARIES = ["automerge", "yjs"];

const COPIES = ["base", "one", "other"];
const bundle = (copy) => `${OUT}/apart-${copy}.concordat.json`;
const own = (library, copy) => `${OUT}/apart-${copy}.${library}`;

/** The paths of the two copies' bundles, made if they are not there yet. */
export async function bundles() {
  const files = COPIES.map(bundle);
  if (!files.every((file) => existsSync(file))) {
    await mkdir(OUT, { recursive: true });
    const half = files.map((file) => `${file}.half`);
    execFileSync("cargo", ["run", "--quiet", "--release", "--no-default-features", "--example", "generate", "--", "apart", ...half, String(EACH)], { stdio: "inherit" });
    for (const [place, file] of files.entries()) await rename(half[place], file);
  }
  return files.slice(1);
}

/** The same two copies as a library's own files, made by the same edits. Automerge takes a few minutes for them. */
export async function copies(library) {
  const files = ["one", "other"].map((copy) => own(library, copy));
  if (!files.every((file) => existsSync(file))) {
    const { written } = await import(`../merge/${library}.mjs`);
    const [base, one, other] = await Promise.all(COPIES.map(async (copy) => changesOf(await readFile(bundle(copy), "utf8"))));
    const from = written(base, 1);
    for (const [place, copy] of [one, other].entries()) await writeFile(files[place], written(since(base, copy), place + 2, from));
  }
  return files;
}

/** The short code of what both copies hold together, as the page has to show it in the end; and how many changes. */
export async function together() {
  const ids = new Set();
  for (const file of await bundles()) for (const { id } of changesOf(await readFile(file, "utf8"))) ids.add(id);
  const hash = createHash("sha256");
  for (const id of [...ids].sort()) hash.update(Buffer.from(id, "hex"));
  const hex = hash.digest("hex").slice(0, 8).toUpperCase();
  return { changes: ids.size, code: `${hex.slice(0, 4)}-${hex.slice(4)}` };
}
