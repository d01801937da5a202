// (c) Opening from storage and bringing in a file, against JSON.parse of the same text in the same page.
//
// Both are the same work at any size, so neither ratio may be worse at the largest size than at the smallest.
import { serve } from "../../scripts/serve.mjs";
import { browse, emptyProfile, profileWith, remove } from "../support/browser.mjs";
import { bundle } from "../support/bundles.mjs";
import { median, ratio, time } from "../support/figures.mjs";

const OPENING = 12;
const BRINGING_IN = 25;
const MOST_RUNS = 7;

export async function open({ dist, port, runs, sizes, say }) {
  const server = await serve({ dir: dist, port });
  const figures = [];
  const ratios = { opening: [], reading: [] };
  try {
    for (const size of sizes) {
      const file = await bundle(size);
      say(`${size}: bringing in and opening`);
      const many = Math.min(runs, MOST_RUNS);
      const reading = await readings(server.url, file, many);
      const profile = await profileWith(server.url, file);
      const opening = await openings(server.url, profile, many);
      await remove(profile);
      const against = (part, whole) => median(whole.map((took, run) => took / part[run]));
      ratios.opening.push(against(opening.parse, opening.fold));
      ratios.reading.push(against(reading.parse, reading.read));
      figures.push(
        time("open", "JSON.parse of the log's text", size, opening.parse),
        time("open", "storage to lines in order", size, opening.storage),
        time("open", "lines parsed and folded", size, opening.fold),
        ratio("open", "lines parsed and folded, against JSON.parse", size, ratios.opening.at(-1), OPENING),
        time("open", "JSON.parse of the file's text", size, reading.parse),
        time("open", "file parsed, verified and folded", size, reading.read),
        ratio("open", "file parsed, verified and folded, against JSON.parse", size, ratios.reading.at(-1), BRINGING_IN),
      );
    }
  } finally {
    await server.close();
  }
  if (sizes.length > 1) {
    const grows = `${sizes.at(-1)} to ${sizes[0]}`;
    figures.push(
      ratio("open", "opening: growth of the ratio", grows, ratios.opening.at(-1) / ratios.opening[0], 1),
      ratio("open", "bringing in: growth of the ratio", grows, ratios.reading.at(-1) / ratios.reading[0], 1),
    );
  }
  return figures;
}

/** The page is opened on About, where nothing is drawn of the work. */
async function openings(url, profile, runs) {
  const taken = { parse: [], storage: [], fold: [] };
  const { page, close } = await browse(profile);
  for (let run = 0; run < runs; run += 1) {
    // Another address each time, since a change of the part after # loads nothing.
    await page.goto(`${url}?${run}#/about`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    taken.storage.push(await page.evaluate(() => bench.stretches("concordat:storage")));
    taken.fold.push(await page.evaluate(() => bench.stretches("concordat:fold")));
    taken.parse.push(await page.evaluate(parsingOfTheLog));
  }
  await close();
  return taken;
}

/** Runs in the page. The log's lines as one JSON text, as storage holds them. */
async function parsingOfTheLog() {
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await answer(indexedDB.open("concordat"));
  const records = await answer(database.transaction("log").objectStore("log").getAll());
  database.close();
  const lines = records.flatMap((record) => record.split("\n")).filter((line) => line !== "");
  return bench.parsing(`[${lines.join(",")}]`);
}

/** The file is read up to its preview and then let go of, in a browser that holds nothing yet. */
async function readings(url, file, runs) {
  const taken = { parse: [], read: [] };
  const profile = await emptyProfile();
  const { page, frame, close } = await browse(profile);
  for (let run = 0; run < runs; run += 1) {
    await page.goto(`${url}?${run}#/files`);
    await frame.files.bundleFile.setInputFiles(file);
    await frame.files.cancel.waitFor();
    taken.read.push(await page.evaluate(() => bench.stretches("concordat:read")));
    taken.parse.push(await page.evaluate(async () => bench.parsing(await document.querySelector("input[type=file]").files[0].text())));
    await frame.files.cancel.click();
  }
  await close();
  await remove(profile);
  return taken;
}
