// (d) Previewing the largest bundle on a browser slowed down four times: the bar moves, and the page answers meanwhile.
//
// A task is one stretch of the main thread, as the browser itself counts it. While a file is read, compared and shown a
// person unfolds and folds the page's own advice; how long it takes until each press is on the screen is counted too.
import { serve } from "../../scripts/serve.mjs";
import { browse, emptyProfile, profileWith, remove } from "../support/browser.mjs";
import { bundle } from "../support/bundles.mjs";
import { count, longest, time } from "../support/figures.mjs";

const CPU = 4;
/** No task may take longer, slowed down. */
const LONGEST_MS = 100;
const MOST_RUNS = 3;
/** A press in between, and time for the last frames and tasks to be reported. */
const PRESSING_MS = 300;
const SETTLE_MS = 1_500;

export async function preview({ dist, port, runs, sizes, say }) {
  const size = sizes.at(-1);
  const file = await bundle(size);
  const server = await serve({ dir: dist, port });
  const figures = [];
  try {
    for (const [where, profile] of [["empty browser", await emptyProfile()], ["the same work", await profileWith(server.url, file)]]) {
      const taken = [];
      for (let run = 0; run < Math.min(runs, MOST_RUNS); run += 1) {
        say(`${size} into ${where}: run ${run + 1}`);
        taken.push(await previewed(server.url, profile, file));
      }
      await remove(profile);
      const of = (key) => taken.map((run) => run[key]);
      figures.push(
        time("preview", `into ${where}: file chosen to preview shown`, size, of("took")),
        longest("preview", `into ${where}: longest task`, size, of("task"), LONGEST_MS),
        longest("preview", `into ${where}: longest from a press to its paint`, size, of("press")),
        count("preview", `into ${where}: steps of the bar`, size, of("steps")),
        count("preview", `into ${where}: tasks over ${LONGEST_MS} ms`, size, of("many"), 0),
      );
    }
  } finally {
    await server.close();
  }
  return figures;
}

async function previewed(url, profile, file) {
  const { page, frame, slow, close } = await browse(profile, { paced: true });
  await page.goto(`${url}#/files`);
  await frame.files.bundleFile.waitFor();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  await slow(CPU);
  await page.evaluate(() => bench.watch(".progress__bar"));
  await page.getByText("On an iPad", { exact: true }).focus();
  await frame.files.bundleFile.setInputFiles(file);
  const shown = frame.files.cancel.waitFor().then(() => true);
  do await page.keyboard.press("Enter"); while (!(await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, PRESSING_MS, false))])));
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const seen = await page.evaluate(() => bench.watched());
  await close();
  return seen;
}
