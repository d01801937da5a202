// Measures the release page in dist/ on this machine, prints each figure beside its target, and keeps all of them in
// bench/out/figures.json. Nothing here passes or fails: a timing says as much about the machine as about the page.
//
//   node bench/run.mjs [--only cold|edit|open|preview|merge] [--runs 15] [--sizes sample,ten,national] [--dist dist] [--port 8200]
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { cold } from "./parts/cold.mjs";
import { edit } from "./parts/edit.mjs";
import { merge } from "./parts/merge.mjs";
import { open } from "./parts/open.mjs";
import { preview } from "./parts/preview.mjs";
import { OUT, SIZES } from "./support/bundles.mjs";
import { table } from "./support/figures.mjs";
import { loadNow, machine } from "./support/machine.mjs";

const PARTS = { cold, edit, open, preview, merge };

const { values } = parseArgs({ options: {
  only: { type: "string" }, runs: { type: "string", default: "15" }, sizes: { type: "string", default: Object.keys(SIZES).join(",") },
  dist: { type: "string", default: "dist" }, port: { type: "string", default: "0" },
} });

const unknown = (values.only ?? "cold").split(",").find((part) => !(part in PARTS)) ?? values.sizes.split(",").find((size) => !(size in SIZES));
if (unknown) stop(`There is no ${unknown}. Parts are ${Object.keys(PARTS).join(", ")}; sizes are ${Object.keys(SIZES).join(", ")}.`);
if (!existsSync(`${values.dist}/index.html`)) stop(`There is no release in ${values.dist}. Run \`make build\` first.`);

const asked = { dist: values.dist, port: Number(values.port), runs: Number(values.runs), sizes: values.sizes.split(",") };
const chosen = values.only ? values.only.split(",") : Object.keys(PARTS);
const begun = { at: new Date().toISOString(), load: loadNow() };
const figures = [];
for (const part of chosen) {
  console.log(`\n${part}`);
  figures.push(...(await PARTS[part]({ ...asked, say: (sentence) => console.log(`  ${sentence}`) })));
}

const report = { begun, ended: { at: new Date().toISOString(), load: loadNow() }, machine: machine(), build: await build(values.dist), asked, figures };
await mkdir(OUT, { recursive: true });
const file = `${OUT}/figures${values.only ? `-${values.only.replaceAll(",", "-")}` : ""}.json`;
await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`);
console.log(`\n${table(figures)}`);
console.log(`\n${report.machine.said}; load ${begun.load} at the start, ${report.ended.load} at the end. ${report.build}. Kept in ${file}.`);

async function build(dist) {
  const page = await readFile(`${dist}/index.html`, "utf8");
  return `Concordat ${/concordat-build"? content="?([^"]*)/.exec(page)?.[1] ?? "of an unknown build"}`;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
