// A treasurer puts a service's figures on two bases, sees what moved between them and who said so, and checks what each council
// pays and gets.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Depth } from "./pages/depth.mjs";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();

test("a figure stands on every basis, what moved it is told by people, and what nobody told is not explained", async (t) => {
  const { page, frame } = await visit(t, here);
  const depth = new Depth(page);
  await frame.openTheSample();
  await frame.go("Savings");
  await depth.addsALine({ line: "Trees, as budgeted", covers: "Trees", who: "BDC", year: "2010/11", amount: "60,000", basis: "Budget" });
  await frame.introduce();
  await depth.isAdded();
  await depth.addsALine({ line: "Trees, as booked", covers: "Trees", who: "BDC", year: "2010/11", amount: "45,000.50", basis: "Actual" });
  await depth.isAdded();
  await frame.isSaved();

  await t.test("all services stand side by side, and one leads to its ladder by keyboard", async () => {
    await depth.main.getByRole("link", { name: "On every basis" }).click();
    await frame.heading.filter({ hasText: "Figures on every basis" }).waitFor();
    const row = depth.services.getByRole("row").filter({ hasText: "Trees" });
    await row.getByText("£60,000", { exact: true }).waitFor();
    await row.getByText("Not explained: −£14,999.50", { exact: true }).waitFor();
    await axe(page, "figures on every basis");
    await pictures(page, "depth-all");
    assert.equal(await scrollsSideways(page), false, "The table of all services is wider than the page.");
    await row.getByRole("link", { name: "Trees" }).focus();
    await page.keyboard.press("Enter");
    await frame.heading.filter({ hasText: "Every basis: Trees" }).waitFor();
    await depth.says.getByText(/The actual of £45,000\.50 for 2010\/11 is £14,999\.50 less than the budget of £60,000\./).waitFor();
    await depth.chart.getByRole("link", { name: "Not explained: −£14,999.50" }).waitFor();
  });

  await t.test("a reason without its basis is refused in a sentence, and changes nothing", async () => {
    const form = await depth.explains({ Year: "10/11", Reason: "Scope", "By how much": "-10,000", Why: "Fewer trees" });
    await form.getByText("Choose the basis that the figure moved from.").first().waitFor();
    await axe(page, "a reason that is refused");
    assert.equal(await depth.chart.getByRole("link").count(), 3);
    await form.getByRole("button", { name: "Cancel" }).click();
  });

  await t.test("reasons move the bars, and the rest stays not explained", async () => {
    const reason = { Year: "10/11", From: "Budget", To: "Actual", "Said by": "Head of Finance", On: "2011-01-10" };
    const first = await depth.explains({ ...reason, Reason: "Timing or part of a year", "By how much": "-15,000", Why: "It began in July" });
    await first.waitFor({ state: "detached" });
    await depth.chart.getByRole("link", { name: "Timing or part of a year: −£15,000" }).waitFor();
    await depth.chart.getByRole("link", { name: "Not explained: +£0.50" }).waitFor();
    const told = depth.table.getByRole("row").filter({ hasText: "It began in July" });
    assert.match((await told.innerText()).replaceAll(/\s+/g, " "), /−£15,000 £45,000 It began in July Head of Finance, 10 January 2011/);
    const outturn = page.getByRole("region", { name: "Budget and outturn by council: saving, 2010/11" });
    await outturn.getByText("£14,999.50 under", { exact: true }).first().waitFor();
    await axe(page, "a ladder");
    await pictures(page, "depth-ladder");
    await page.setViewportSize(PHONE);
    assert.equal(await scrollsSideways(page), false);
    await page.setViewportSize({ width: 1024, height: 768 });
  });

  await t.test("a figure leads to the lines behind it", async () => {
    await depth.chart.getByRole("link", { name: "Budget: £60,000" }).focus();
    await page.keyboard.press("Enter");
    await depth.behind.getByRole("link", { name: "Trees, as budgeted" }).waitFor();
    assert.match(page.url(), /bar=1/);
    await page.reload();
    await depth.behind.getByRole("link", { name: "Trees, as budgeted" }).waitFor();
  });

  await t.test("the statement says to the penny who pays and gets what, and each line leads to where it stands", async () => {
    await frame.go("Savings");
    await depth.main.getByRole("link", { name: "Who pays and gets what" }).click();
    await frame.heading.filter({ hasText: "Treasurers' statement" }).waitFor();
    await depth.main.getByLabel("Basis", { exact: true }).selectOption("Actual");
    await depth.main.getByText("Every column comes to the sum on the page of savings, to the penny.").waitFor();
    assert.match(await depth.account("Bromsgrove District Council"), /£45,000\.50/);
    await axe(page, "the treasurers' statement");
    await depth.main.getByLabel("Basis", { exact: true }).selectOption("Forecast");
    await depth.main.getByLabel("Year", { exact: true }).selectOption("2010/11");
    await depth.accounts.getByText("£964,000", { exact: true }).first().waitFor();
    await pictures(page, "depth-statement");
    await page.setViewportSize(PHONE);
    assert.equal(await scrollsSideways(page), false);
    await page.setViewportSize({ width: 1024, height: 768 });
    await depth.main.getByLabel("Lines of", { exact: true }).selectOption("Redditch Borough Council");
    await depth.main.getByRole("heading", { name: "Lines with a share of Redditch" }).waitFor();
    await depth.lines.getByRole("link").first().click();
    await frame.heading.filter({ hasText: "Savings" }).waitFor();
    assert.match(page.url(), /line=/);
  });
});
