// (b) Opening, one edit and the drawing of heatmap and savings chart, at every size, on a browser slowed down four times.
//
// The edit is a rescore: on the risk's own page, and again with the risks page in sight, where undo and redo make the
// same change. An edit is painted in about the same time whatever the size of the work.
import { serve } from "../../scripts/serve.mjs";
import { browse, OVERVIEW_DRAWN, profileWith, remove } from "../support/browser.mjs";
import { bundle, someRisk } from "../support/bundles.mjs";
import { median, ratio, time } from "../support/figures.mjs";

const CPU = 4;
/** The page tells an edit at once when it is painted within this, slowed down. */
const AIM_MS = 50;
const GROWTH = 3;
const MOST_OPENINGS = 3;
const HEATMAP = ".heatmap";
const CHART = "svg.chart";
const SCORES = ["4x4", "1x2"];

export async function edit({ dist, port, runs, sizes, say }) {
  const server = await serve({ dir: dist, port });
  const figures = [];
  const medians = { own: [], beside: [] };
  try {
    for (const size of sizes) {
      const file = await bundle(size);
      say(`${size}: opening, editing, drawing`);
      const taken = await measured(server.url, file, await someRisk(file), runs);
      medians.own.push(median(taken.own.map(({ painted }) => painted)));
      medians.beside.push(median(taken.beside.map(({ painted }) => painted)));
      const aim = size === sizes.at(-1) ? AIM_MS : undefined;
      const of = (key, runs) => runs.map((run) => run[key]);
      figures.push(
        time("edit", "opened: overview painted", size, taken.opened),
        time("edit", "rescore on its page: painted", size, of("painted", taken.own), aim),
        time("edit", "rescore on its page: stored", size, of("stored", taken.own)),
        time("edit", "the same, undone and redone beside the heatmap: painted", size, of("painted", taken.beside), aim),
        time("edit", "the same, undone and redone beside the heatmap: stored", size, of("stored", taken.beside)),
        time("edit", "heatmap and register of one band, then of all: painted", size, of("painted", taken.heatmap)),
        time("edit", "savings chart yearly, then cumulative: painted", size, of("painted", taken.chart)),
      );
    }
  } finally {
    await server.close();
  }
  if (sizes.length > 1) {
    const grows = `${sizes.at(-1)} to ${sizes[0]}`;
    figures.push(
      ratio("edit", "rescore on its page: growth", grows, medians.own.at(-1) / medians.own[0], GROWTH),
      ratio("edit", "the same beside the heatmap: growth", grows, medians.beside.at(-1) / medians.beside[0], GROWTH),
    );
  }
  return figures;
}

async function measured(url, file, risk, runs) {
  const profile = await profileWith(url, file);
  const { page, frame, slow, close } = await browse(profile, { cpu: CPU, drawn: OVERVIEW_DRAWN });
  const goTo = (fragment) => page.evaluate((fragment) => { location.hash = fragment; }, fragment);

  const opened = await inTurn(Math.min(runs, MOST_OPENINGS), async (run) => {
    await page.goto(`${url}?${run}#/`);
    return page.evaluate(() => bench.opened);
  });

  const rescore = async (run) => {
    await slow(1);
    await page.locator(`input[type=radio][value="${SCORES[run % 2]}"]`).check({ force: true });
    await frame.risks.reason.fill(`Looked at again, time ${run}.`);
    await slow(CPU);
  };
  const save = () => page.evaluate(() => {
    const button = [...document.querySelectorAll("button")].find((button) => button.textContent === "Save the score");
    return bench.timed(() => button.click(), ".risks__score", { keeps: true });
  });
  await goTo(`#/risks/${risk}`);
  // The first change of all asks who makes it, and is not counted.
  await rescore(1);
  await frame.risks.saveTheScore.click();
  await frame.introduce();
  await frame.isSaved();
  const own = await inTurn(runs, async (run) => {
    await rescore(run);
    return save();
  });

  await goTo("#/risks");
  await page.locator(HEATMAP).waitFor();
  const beside = await inTurn(runs, async (run) => page.evaluate(([word, heatmap]) => {
    const button = [...document.querySelectorAll("button")].find((button) => button.textContent.startsWith(word));
    return bench.timed(() => button.click(), heatmap, { keeps: true });
  }, [run % 2 === 0 ? "Undo" : "Redo", HEATMAP]));

  const redrawn = (fragments, selector) => inTurn(runs, (run) => page.evaluate(
    ([fragment, selector]) => bench.timed(() => { location.hash = fragment; }, selector),
    [fragments[run % 2], selector],
  ));
  const heatmap = await redrawn(["#/risks?band=high", "#/risks"], HEATMAP);
  await goTo("#/savings");
  await page.locator(CHART).first().waitFor();
  const chart = await redrawn(["#/savings?view=cumulative", "#/savings"], CHART);
  await close();
  await remove(profile);
  return { opened, own, beside, heatmap, chart };
}

async function inTurn(many, act) {
  const results = [];
  for (let run = 0; run < many; run += 1) results.push(await act(run));
  return results;
}
