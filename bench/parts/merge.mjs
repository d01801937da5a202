// (e) Merging two copies that have gone apart by 10,000 changes each: ours against Automerge and Yjs doing the same edits.
//
// Each holds one copy and has the other's file in hand, in a page just loaded. Timed is from there until the figures are
// painted and it is known who made each change and when. Ours is the page itself: the file chosen, checked and previewed,
// and from pressing Bring in to the overview with its charts; the pause of whoever reads the preview does not count. The
// others draw the same figures plainly, keep nothing in storage and preview nothing.
import { stat } from "node:fs/promises";
import { serve } from "../../scripts/serve.mjs";
import { bundles, copies, EACH, LIBRARIES, together } from "../support/apart.mjs";
import { browse, copyOf, emptyProfile, OVERVIEW_DRAWN, profileWith, remove } from "../support/browser.mjs";
import { median, ratio, time, weight } from "../support/figures.mjs";

const MOST_RUNS = 7;
const AGAINST = { automerge: { name: "Automerge", most: 1 }, yjs: { name: "Yjs", most: 4 } };
const OURS_CHECKS = "the id of every change against its content, its form, and the file against what it says of itself";

export async function merge({ dist, port, runs, say }) {
  const [held, other] = await bundles();
  const whole = await together();
  const size = `${EACH} apart`;
  const page = await serve({ dir: dist, port });
  const theirs = await serve({ dir: ".", port: port && port + 1 });
  const taken = { ours: [], ...Object.fromEntries(LIBRARIES.map((library) => [library, []])) };
  const files = {};
  try {
    for (const library of LIBRARIES) {
      say(`${AGAINST[library].name}: making its files`);
      files[library] = await copies(library);
    }
    const profile = await profileWith(page.url, held);
    for (let run = 0; run < Math.min(runs, MOST_RUNS); run += 1) {
      say(`run ${run + 1}`);
      for (const name of turned(Object.keys(taken), run)) {
        taken[name].push(name === "ours" ? await ours(page.url, profile, other, whole) : await theirOwn(theirs.url, name, files[name], whole));
      }
    }
    await remove(profile);
  } finally {
    await page.close();
    await theirs.close();
  }
  const of = (name, key) => taken[name].map((run) => run[key]);
  const checks = await Promise.all(LIBRARIES.map(async (library) => [library, (await import(`../merge/${library}.mjs`)).checks]));
  const table = [
    time("merge", "ours: file to preview", size, of("ours", "preview")),
    time("merge", "ours: Bring in to overview painted", size, of("ours", "shown")),
    time("merge", "ours: both together", size, of("ours", "took")),
    time("merge", "ours: Bring in to stored", size, of("ours", "stored")),
  ];
  for (const library of LIBRARIES) table.push(time("merge", `${AGAINST[library].name}: file to figures painted`, size, of(library, "took")));
  for (const library of LIBRARIES) {
    const { name, most } = AGAINST[library];
    table.push(ratio("merge", `ours, against ${name}`, size, median(of("ours", "took")) / median(of(library, "took")), most));
  }
  for (const [name, file] of [["ours", other], ...LIBRARIES.map((library) => [AGAINST[library].name, files[library][1]])]) {
    table.push(weight("merge", `${name}: the file`, size, [(await stat(file)).size]));
  }
  say(`Ours checks ${OURS_CHECKS}.`);
  for (const [library, says] of checks) say(`${AGAINST[library].name} checks ${says}.`);
  return table;
}

/** Every name takes its turn at being first. */
function turned(names, run) {
  const first = run % names.length;
  return [...names.slice(first), ...names.slice(0, first)];
}

async function ours(url, kept, file, whole) {
  const profile = await copyOf(kept);
  const { page, frame, close } = await browse(profile, { drawn: OVERVIEW_DRAWN });
  await page.goto(`${url}#/files`);
  await frame.files.bundleFile.waitFor();
  await frame.code();
  const taken = page.evaluate((drawn) => bench.broughtIn("#bundle-file", ".preview__actions .button", drawn), OVERVIEW_DRAWN);
  await frame.files.bundleFile.setInputFiles(file);
  const { preview, shown, stored } = await taken;
  const code = await frame.code({ otherThan: "" });
  await close();
  await remove(profile);
  if (code !== whole.code) throw new Error(`The page shows ${code}, but both copies together are ${whole.code}.`);
  return { preview, shown, stored, took: preview + shown };
}

async function theirOwn(url, library, files, whole) {
  const profile = await emptyProfile();
  const { page, close } = await browse(profile);
  await page.goto(`${url}bench/merge/index.html`);
  await page.locator("[data-ready]").waitFor();
  const { took, found } = await page.evaluate(async ([library, paths]) => {
    const merge = await rival.hold(library, paths);
    await bench.settled();
    const start = performance.now();
    const found = merge();
    return { took: (await bench.painted()) - start, found };
  }, [library, files.map((file) => `/${file}`)]);
  await close();
  await remove(profile);
  if (found.changes !== whole.changes) throw new Error(`${library} tells of ${found.changes} changes, but there are ${whole.changes}.`);
  return { took };
}
