// What the codes of papers stand for: read where they are named, on paper too, and kept in the settings.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();
const PROGRESS = "Progress report to the Shared Services Board, 9 December 2010";

test("wherever a figure names its paper, the page says which paper that is, on the screen and on paper", async (t) => {
  const { page, frame } = await visit(t, here);
  const main = page.getByRole("main");
  await frame.openTheSample();
  for (const fragment of ["#/", "#/savings", "#/risks", "#/risks/wett-clash", "#/services/payroll", "#/partners/redditch", "#/programme", "#/issues/data-loss", "#/compare?with=2010-12-09"]) {
    await t.test(fragment, async () => {
      await page.goto(`${here.url}${fragment}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      for (const media of ["screen", "print"]) {
        await page.emulateMedia({ media });
        await main.getByRole("definition").filter({ hasText: PROGRESS }).first().waitFor();
      }
      await page.emulateMedia({ media: "screen" });
    });
  }
  await t.test("a line that is opened names its paper in full", async () => {
    await page.goto(`${here.url}#/savings`);
    await frame.savings.lines.getByRole("link", { name: "Single management team" }).first().click();
    const line = page.getByRole("region", { name: "Single management team" });
    await line.getByRole("definition").filter({ hasText: PROGRESS }).or(line.getByRole("definition").filter({ hasText: /Performance Management Board, 17 January 2011$/ })).first().waitFor();
    await axe(page, "a line with its paper");
  });
});

test("the list is kept in the settings; a line that is not understood is named and changes nothing", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  const code = await frame.code();
  await page.goto(`${here.url}#/settings`);
  const form = page.getByRole("form", { name: "Papers" });
  const list = form.getByLabel("What each code stands for");
  assert.match(await list.inputValue(), /^S3c: Progress report/m);
  await list.fill("S3c: The Board's own report\nS1");
  await form.getByRole("button", { name: "Save the papers" }).click();
  await form.getByText(/^Line 2, "S1", does not say both/).first().waitFor();
  await axe(page, "a list of papers that is not understood");
  assert.equal(await frame.code(), code);
  await list.fill("S3c: The Board's own report");
  await form.getByRole("button", { name: "Save the papers" }).click();
  await frame.introduce();
  await frame.code({ otherThan: code });
  await page.goto(`${here.url}#/risks/wett-clash`);
  await page.getByRole("definition").filter({ hasText: "The Board's own report" }).waitFor();
  await frame.undo.click();
  await page.getByRole("definition").filter({ hasText: PROGRESS }).waitFor();
});
