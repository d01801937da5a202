// Two tabs of one browser show the same work, and what one of them does is never lost by the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Frame } from "./pages/frame.mjs";
import { site, visit } from "./support/index.mjs";

const here = await site();

async function another(context, fragment) {
  const page = await context.newPage();
  await page.goto(`${here.url}${fragment}`);
  return { page, frame: new Frame(page) };
}

test("what one tab changes stands in the other at once", async (t) => {
  const one = await visit(t, here);
  await one.frame.openTheSample();
  await one.page.goto(`${here.url}#/risks/wett-clash`);
  const two = await another(one.context, "#/risks");
  await two.frame.risks.cell("Significant", "Major").waitFor();
  await one.frame.risks.rescore("High", "Major", "The second phase overlaps.");
  await one.frame.introduce();
  await one.frame.isSaved();
  await two.frame.risks.cell("High", "Major").filter({ hasText: "1 risk, 10" }).waitFor();
  assert.equal(await two.frame.code(), await one.frame.code());
});

test("both tabs edit, and both keep both", async (t) => {
  const one = await visit(t, here);
  await one.frame.openTheSample();
  await one.page.goto(`${here.url}#/risks/wett-clash`);
  await one.frame.risks.rescore("High", "Major", "From the first tab.");
  await one.frame.introduce();
  await one.frame.isSaved();
  const two = await another(one.context, "#/risks/staff-support");
  await two.frame.risks.rescore("High", "Major", "From the second tab.");
  await two.frame.isSaved();
  await one.frame.risks.rescore("Low", "Low", "From the first tab again.");
  await one.frame.isSaved();
  await two.page.goto(`${here.url}#/risks`);
  await two.frame.risks.cell("Low", "Low").filter({ hasText: "1 risk, 10" }).waitFor();
  const code = await one.frame.code();
  assert.equal(await two.frame.code(), code);
  await two.page.reload();
  await two.frame.risks.cell("Low", "Low").filter({ hasText: "1 risk, 10" }).waitFor();
  await two.frame.risks.cell("High", "Major").filter({ hasText: "1 risk, 4" }).waitFor();
  assert.equal(await two.frame.code(), code);
});

test("a workspace that one tab removes is gone from the other, which says so", async (t) => {
  const one = await visit(t, here);
  await one.frame.openTheSample();
  const two = await another(one.context, "#/risks");
  await two.frame.risks.heatmap.waitFor();
  await one.frame.go("Files");
  await one.frame.files.workspace("Bromsgrove").getByRole("button", { name: "Remove" }).click();
  await one.frame.dialog.getByRole("button", { name: "Remove it" }).click();
  await two.page.getByRole("alert").filter({ hasText: "This workspace was removed in another tab of this browser." }).waitFor();
  await two.frame.firstVisit.openTheSample.waitFor();
});

test("what one tab keeps while another is being opened is there, though the other has read the work already", async (t) => {
  const one = await visit(t, here);
  await one.frame.openTheSample();
  await one.page.goto(`${here.url}#/risks/wett-clash`);
  await one.page.getByRole("button", { name: "Save the score" }).waitFor();
  const page = await one.context.newPage();
  await page.addInitScript(() => {
    const fetched = globalThis.fetch;
    const held = new Promise((resolve) => { globalThis.letTheProgramCome = resolve; });
    globalThis.fetch = async (address, ...rest) => {
      if (/\/concordat-[0-9a-f]+\.wasm$/.test(address)) await held;
      return fetched(address, ...rest);
    };
  });
  await page.goto(`${here.url}#/risks`, { waitUntil: "commit" });
  const read = await page.evaluate(async () => {
    const work = globalThis.concordat.takeWork();
    globalThis.concordat.takeWork = () => work;
    return (await work).keys.length;
  });
  assert.ok(read > 0);
  await one.frame.risks.rescore("High", "Major", "The second phase overlaps.");
  await one.frame.introduce();
  await one.frame.isSaved();
  await page.evaluate(() => globalThis.letTheProgramCome());
  const two = new Frame(page);
  await two.risks.cell("High", "Major").filter({ hasText: "1 risk, 10" }).waitFor();
  assert.equal(await two.code(), await one.frame.code());
});
