// What the scripts that make wasm have in common.
import { execFileSync } from "node:child_process";

/** For wasm-opt: just what rustc emits. With more, browsers refuse the module. */
export const WASM_FEATURES = [
  "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-mutable-globals",
  "--enable-reference-types", "--enable-multivalue",
];

/** Where cargo puts what it builds. */
export function targetFolder() {
  const about = execFileSync("cargo", ["metadata", "--no-deps", "--offline", "--format-version", "1"], { encoding: "utf8" });
  return JSON.parse(about).target_directory;
}
