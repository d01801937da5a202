// (d) The largest bundle on a browser slowed down four times: previewed, cancelled, brought in, opened again and looked at
// as it stood. The bar moves, and the page answers meanwhile.
//
// A task is one stretch of the main thread, as the browser itself counts it. While the work is done a person presses keys:
// the page's own advice is unfolded and folded, or the focus goes on; how long it takes until each press is on the screen
// is counted too.
import { serve } from "../../scripts/serve.mjs";
import { browse, emptyProfile, OVERVIEW_DRAWN, profileWith, remove } from "../support/browser.mjs";
import { bundle } from "../support/bundles.mjs";
import { count, longest, time } from "../support/figures.mjs";

const CPU = 4;
/** No task may take longer, slowed down. */
const LONGEST_MS = 100;
const MOST_RUNS = 3;
/** A press in between, and time for the last frames and tasks to be reported. */
const PRESSING_MS = 300;
const SETTLE_MS = 2_500;
/** A day on which about half of what the generator makes had happened. */
const DAY = "2009-03-31";

export async function preview({ dist, port, runs, sizes, say }) {
  const size = sizes.at(-1);
  const file = await bundle(size);
  const server = await serve({ dir: dist, port });
  const taken = new Map();
  const take = (what, seen) => taken.set(what, [...(taken.get(what) ?? []), seen]);
  try {
    const held = await profileWith(server.url, file);
    for (let run = 0; run < Math.min(runs, MOST_RUNS); run += 1) {
      say(`${size}: run ${run + 1}`);
      await previewedAndCancelled(server.url, held, file, take);
      const profile = await emptyProfile();
      await previewedAndBroughtIn(server.url, profile, file, take);
      await openedAndLookedBack(server.url, profile, take);
      await remove(profile);
    }
    await remove(held);
  } finally {
    await server.close();
  }
  return [...taken].flatMap(([what, runs]) => {
    const of = (key) => runs.map((run) => run[key]);
    const steps = of("steps");
    return [
      time("preview", `${what}: until it is shown`, size, of("took")),
      longest("preview", `${what}: longest task`, size, of("task"), LONGEST_MS),
      count("preview", `${what}: tasks over ${LONGEST_MS} ms`, size, of("many"), 0),
      longest("preview", `${what}: longest from a press to its paint`, size, of("press")),
      ...(Math.max(...steps) > 0 ? [count("preview", `${what}: steps of the bar`, size, steps)] : []),
    ];
  });
}

async function previewedAndCancelled(url, profile, file, take) {
  const at = await onFiles(url, profile);
  take("preview where the same work is held", await previewed(at, file));
  take("Cancel", await watched(at, () => at.frame.files.cancel.click(), at.frame.files.cancel.waitFor({ state: "hidden" })));
  await at.close();
}

async function previewedAndBroughtIn(url, profile, file, take) {
  const at = await onFiles(url, profile);
  take("preview in an empty browser", await previewed(at, file));
  await at.page.evaluate(() => bench.settled());
  take("Bring in, until saved", await watched(at, () => at.frame.files.bringIn.click(), drawn(at).then(() => at.frame.isSaved())));
  await at.close();
}

async function openedAndLookedBack(url, profile, take) {
  const at = await browse(profile, { paced: true, cpu: CPU });
  const opening = at.page.goto(`${url}#/`, { waitUntil: "commit" }).then(() => at.page.evaluate(() => bench.watch(".progress__bar")));
  take("opening from storage", await watched(at, () => opening, opening.then(() => drawn(at)), { isAnew: false }));
  const mark = at.page.getByRole("region", { name: "As at" });
  const goTo = (fragment) => () => at.page.evaluate((fragment) => { location.hash = fragment; }, fragment);
  take("as at a day, About", await watched(at, goTo(`#/as-at/${DAY}/about`), mark.waitFor()));
  take("overview as at a day", await watched(at, goTo(`#/as-at/${DAY}/`), drawn(at)));
  take("overview now again", await watched(at, goTo("#/"), mark.waitFor({ state: "hidden" }).then(() => drawn(at))));
  await at.close();
}

async function onFiles(url, profile) {
  const at = await browse(profile, { paced: true });
  await at.page.goto(`${url}#/files`);
  await at.frame.files.bundleFile.waitFor();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  await at.slow(CPU);
  await at.page.evaluate(() => bench.watch(".progress__bar"));
  return at;
}

async function previewed(at, file) {
  await at.page.getByText("On an iPad", { exact: true }).focus();
  return watched(at, () => at.frame.files.bundleFile.setInputFiles(file), at.frame.files.cancel.waitFor(), { key: "Enter" });
}

const drawn = async ({ page }) => {
  for (const selector of OVERVIEW_DRAWN) await page.locator(selector).first().waitFor();
};

/** Does something, and presses a key again and again until what is waited for is there. */
async function watched({ page }, act, end, { key = "Tab", isAnew = true } = {}) {
  const began = Date.now();
  if (isAnew) await page.evaluate(() => bench.begin());
  const ended = end.then(() => Date.now());
  await act();
  while (!(await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, PRESSING_MS, false))]))) await page.keyboard.press(key);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return { ...(await page.evaluate(() => bench.watched())), took: (await ended) - began };
}
