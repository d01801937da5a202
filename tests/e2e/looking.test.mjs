// What a person chose to look at stands in the address, and what stands beside a figure is never added to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();

test("the grid of partners keeps its programme in the address", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Partners");
  const rows = page.getByRole("table", { name: /^Host, in, considering/ }).getByRole("row");
  await rows.nth(1).waitFor();
  const all = await rows.count();
  await page.getByLabel("Programme", { exact: true }).selectOption({ index: 1 });
  assert.match(page.url(), /#\/partners\?programme=/);
  await page.waitForFunction(([many]) => document.querySelectorAll("table.participation tr").length < many, [all]);
  const some = await rows.count();
  await page.reload();
  await rows.nth(1).waitFor();
  assert.equal(await rows.count(), some);
  await page.getByLabel("Programme", { exact: true }).selectOption({ label: "All programmes" });
  assert.match(page.url(), /#\/partners$/);
});

test("what has come about stands beside what was expected, and is told apart without colour", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Savings");
  const { savings } = frame;
  const besides = page.getByRole("navigation", { name: "Beside it" });
  await savings.isBy("Partner");
  assert.equal(await besides.count(), 0, "The sample has no actuals, and nothing to stand beside its forecast.");

  const row = (name) => page.getByRole("textbox", { name: `${name}, row 1` });
  await row("Line").fill("Shared services, as booked");
  await row("Year").fill("2010/11");
  await page.getByRole("combobox", { name: "Basis, row 1" }).selectOption("Actual");
  await page.getByRole("combobox", { name: "Who, row 1" }).or(row("Who")).fill("BDC");
  await row("Amount").fill("430k");
  await row("Amount").press("Enter");
  await frame.introduce();
  await frame.isSaved();

  await besides.getByRole("link", { name: "Actual" }).waitFor();
  await savings.says.filter({ hasText: "£964k forecast for 2010/11" }).filter({ hasText: "Beside it: £430k saved in 2010/11." }).waitFor();
  const mark = (name) => savings.chart.getByRole("link", { name });
  await mark("2010/11, Bromsgrove: £430k saved").waitFor();
  assert.equal(await mark("2010/11, Bromsgrove: £450k forecast").locator("rect[data-basis]").getAttribute("data-basis"), "forecast");
  assert.equal(await mark("2010/11, Bromsgrove: £430k saved").locator("rect[data-basis]").getAttribute("data-basis"), "actual");
  for (const word of ["Forecast", "Actual"]) await savings.chart.getByText(word, { exact: true }).first().waitFor();
  assert.match(await (await savings.yearRow("2010/11, forecast")).innerText(), /£964k/);
  const actual = await (await savings.yearRow("2010/11, actual")).innerText();
  assert.match(actual, /£430k/);
  assert.doesNotMatch(actual, /£964k|£1,394k/);
  await axe(page, "savings with actuals beside the forecast");
  await pictures(page, "savings-beside");
  await page.setViewportSize(PHONE);
  assert.equal(await scrollsSideways(page), false);

  // What stands beside has lines of its own.
  await page.setViewportSize({ width: 1024, height: 768 });
  await mark("2010/11, Bromsgrove: £430k saved").click();
  assert.match(page.url(), /basis=actual&beside=forecast&year=2010-11/);
  await savings.lines.getByRole("row").filter({ hasText: "Shared services, as booked" }).waitFor();
  await savings.says.filter({ hasText: "Beside it: £450k forecast for 2010/11." }).waitFor();
  // Left stands what was expected, whichever of the two is shown.
  const left = async (name) => (await mark(name).locator("rect[data-basis]").boundingBox()).x;
  assert.ok(await left("2010/11, Bromsgrove: £450k forecast") < await left("2010/11, Bromsgrove: £430k saved"));
  await besides.getByRole("link", { name: "Nothing" }).click();
  assert.match(page.url(), /beside=nothing/);
  await mark("2010/11, Bromsgrove: £450k forecast").waitFor({ state: "detached" });
});

test("search finds what one wrote for oneself, and says so", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}#/risks/staff-support`);
  await page.getByLabel("Add a note", { exact: true }).fill("Ask whether a ballot is likely");
  await page.getByRole("radio", { name: /^For me/ }).check({ force: true });
  await page.getByRole("button", { name: "Save the note" }).click();
  await frame.introduce();
  await page.getByText("For me, on this device alone.").waitFor();
  await frame.search.fill("ballot likely");
  await frame.search.press("Enter");
  const found = page.getByRole("main").getByRole("listitem").filter({ hasText: "Ask whether a ballot is likely" });
  await found.getByText("For me", { exact: true }).waitFor();
  await found.getByText(/^Note on Risk \d+: Staff are not won over$/).waitFor();
  await axe(page, "a note of one's own that was found");
  await found.getByRole("link").click();
  await frame.heading.getByText("Staff are not won over").waitFor();
});

test("rows of figures that are not saved yet are there again after a reload", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Savings");
  const cell = (name, row) => page.getByRole("textbox", { name: `${name}, row ${row}` });
  await page.getByLabel("Kind", { exact: true }).selectOption("Cost");
  await cell("Line", 1).fill("A van");
  await page.getByRole("button", { name: "Another row" }).click();
  await page.getByRole("button", { name: "Another row" }).click();
  await cell("Line", 3).fill("A second van");
  await cell("Amount", 3).fill("£9k");
  await page.reload();
  await cell("Line", 3).waitFor();
  assert.equal(await cell("Line", 1).inputValue(), "A van");
  assert.deepEqual([await cell("Line", 3).inputValue(), await cell("Amount", 3).inputValue()], ["A second van", "£9k"]);
  assert.equal(await cell("Line", 2).count(), 0, "A row in which nothing was typed came back.");
  assert.equal(await page.getByLabel("Kind", { exact: true }).inputValue(), "cost");
  await page.getByRole("button", { name: "Clear all rows" }).click();
  await page.reload();
  await cell("Line", 1).waitFor();
  assert.equal(await cell("Line", 1).inputValue(), "");
  assert.equal(await cell("Line", 3).count(), 0);
});

test("on paper the figures of a chart stand below it, unfolded", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Savings");
  await frame.savings.isBy("Partner");
  assert.equal(await frame.savings.years.isVisible(), false);
  await page.emulateMedia({ media: "print" });
  await frame.savings.years.waitFor();
  assert.equal(await frame.savings.asTable.isVisible(), false);
});
