// (a) A cold start with the sample in storage, in turns with a page that draws the same two charts with ECharts.
//
// Caches empty, no service worker, a quarter of the speed, 10 Mbit/s and 40 ms: a tablet on a council's guest network.
// Each run has a browser and a profile of its own, and ends when both charts are painted.
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { serve } from "../../scripts/serve.mjs";
import { browse, emptyProfile, OVERVIEW_DRAWN, profileWith, remove, withoutCaches } from "../support/browser.mjs";
import { bundle, OUT } from "../support/bundles.mjs";
import { median, ratio, time, weight } from "../support/figures.mjs";

const CPU = 4;
const BYTES_A_SECOND = 10_000_000 / 8;
const NETWORK = { latency: 40, downloadThroughput: BYTES_A_SECOND, uploadThroughput: BYTES_A_SECOND };
const TARGET = 1.1;
/** Chromium is still busy with itself when it has just been started. */
const SETTLE_MS = 1_000;

export async function cold({ dist, port, runs, say }) {
  const file = await bundle("sample");
  const ours = await serve({ dir: dist, port, compress: "brotli", prepare: true });
  const theirs = await serve({ dir: await echartsPage(), port: port && port + 1, compress: "brotli", prepare: true });
  const pages = {
    ours: { url: `${ours.url}#/`, drawn: OVERVIEW_DRAWN, profile: await profileWith(ours.url, file), took: [], bytes: [] },
    theirs: { url: theirs.url, drawn: ["[data-drawn]"], profile: await profileOfTheirs(theirs.url, file), took: [], bytes: [] },
  };
  try {
    // The first of each is not counted: the machine's own caches are as cold as they ever get.
    for (let run = -1; run < runs; run += 1) {
      say(run < 0 ? "warming up" : `run ${run + 1} of ${runs}`);
      const order = run % 2 === 0 ? ["ours", "theirs"] : ["theirs", "ours"];
      for (const name of order) {
        const { took, bytes } = await start(pages[name]);
        if (run >= 0) {
          pages[name].took.push(took);
          pages[name].bytes.push(bytes);
        }
      }
    }
  } finally {
    for (const { profile } of Object.values(pages)) await remove(profile);
    await ours.close();
    await theirs.close();
  }
  return [
    time("cold", "ours, from storage to both charts painted", "sample", pages.ours.took),
    time("cold", "ECharts, from storage to both charts painted", "sample", pages.theirs.took),
    ratio("cold", "ours, against ECharts", "sample", median(pages.ours.took) / median(pages.theirs.took), TARGET),
    weight("cold", "ours, over the wire until then", "sample", pages.ours.bytes),
    weight("cold", "ECharts, over the wire until then", "sample", pages.theirs.bytes),
  ];
}

async function start({ url, drawn, profile }) {
  const copy = await withoutCaches(profile);
  const { page, debug, close } = await browse(copy, { cpu: CPU, network: NETWORK, paced: true, drawn });
  let bytes = 0;
  debug.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await debug.send("Network.setCacheDisabled", { cacheDisabled: true });
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  await page.goto(url, { waitUntil: "commit" });
  const took = await page.evaluate(() => bench.opened);
  await close();
  await remove(copy);
  return { took, bytes };
}

/** Their page with ECharts as npm has it, in one folder to be served. */
async function echartsPage() {
  const folder = `${OUT}/echarts`;
  await mkdir(folder, { recursive: true });
  for (const name of ["index.html", "draw.js"]) await copyFile(`bench/echarts/${name}`, `${folder}/${name}`);
  await copyFile(createRequire(import.meta.url).resolve("echarts/dist/echarts.min.js"), `${folder}/echarts.min.js`);
  return folder;
}

/** The bundle's text as one record, which is the least work that a page can have of it. */
async function profileOfTheirs(url, file) {
  const profile = await emptyProfile();
  const { page, close } = await browse(profile);
  await page.goto(url);
  await page.evaluate((text) => new Promise((resolve, reject) => {
    const opening = indexedDB.open("echarts-bench", 1);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.result.createObjectStore("bundles");
    opening.onsuccess = () => {
      const writing = opening.result.transaction("bundles", "readwrite");
      writing.objectStore("bundles").put(text, "sample");
      writing.oncomplete = () => resolve(opening.result.close());
      writing.onerror = () => reject(writing.error);
    };
  }), await readFile(file, "utf8"));
  await close();
  return profile;
}
