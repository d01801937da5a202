// An officer sets up measures of a live service, fills a period by keyboard and from a spreadsheet, and sees how they stand;
// a member reads it on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, PHONE, pictures, scrollsSideways, site, TABLET, visit } from "./support/index.mjs";

const here = await site();

const DAYS = { Name: "Days to answer a query", Service: "Payroll", Unit: "days", "Which way is better": "Lower is better", "How often it is read": "Every month", "Year to date by": "Mean", Owner: "Head of Payroll" };
const PAID = { Name: "Paid on the day", Service: "Payroll", Unit: "%", "Which way is better": "Higher is better", "How often it is read": "Every month", "Year to date by": "Ratio of sums", "Tolerance in %": "2" };

/** What can be tapped and is smaller than a fingertip. */
async function tooSmall(page) {
  return page.evaluate(() => [...document.querySelectorAll("main a[href], main button, main input, main select, main summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden, svg"))
    .filter((element) => !(element.localName === "a" && getComputedStyle(element).display === "inline"))
    .map((element) => [element, (["radio", "checkbox"].includes(element.type) ? element.closest("label") : element).getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 43.5 || height < 43.5))
    .map(([element, { width, height }]) => `${element.localName} "${element.textContent.trim().slice(0, 40)}" ${Math.round(width)} × ${Math.round(height)}`));
}

test("measures are set up, filled, and read", async (t) => {
  const { page, frame } = await visit(t, here);
  const { measures } = frame;
  const main = page.getByRole("main");
  await frame.openTheSample();

  await t.test("before there is one, the page says what to do, and shows the live services with what their status means", async () => {
    await frame.go("Measures");
    await main.getByText("No measures have been recorded.").waitFor();
    await main.getByText("As at 17 January 2011. No measure has been added yet.").waitFor();
    await main.getByRole("button", { name: "Add the first measure" }).click();
    await measures.form.getByRole("button", { name: "Cancel" }).click();
    await main.getByRole("button", { name: "Add the first measure" }).waitFor();
    const payroll = measures.live.getByRole("row").filter({ has: page.getByRole("link", { name: "Payroll", exact: true }) });
    await payroll.getByText("Nobody has reported how it stands").waitFor();
    assert.equal(await measures.live.getByRole("row").filter({ has: page.getByRole("link", { name: "Trees", exact: true }) }).count(), 0, "What is not live stands among the live services.");
    await axe(page, "measures before there is one");
  });

  await t.test("a percentage cannot be averaged, and the form says so beside the field", async () => {
    await measures.adds({ ...PAID, "Year to date by": "Mean" });
    await measures.form.getByText("Percentages are never added or averaged.").first().waitFor();
    await axe(page, "a measure that is refused");
    await measures.form.getByLabel("Year to date by", { exact: true }).selectOption({ label: "Ratio of sums" });
    await measures.form.getByRole("button", { name: "Save the measure" }).click();
    await frame.introduce();
    await frame.heading.filter({ hasText: "Paid on the day" }).waitFor();
    await frame.isSaved();
    await frame.go("Measures");
    await measures.adds(DAYS);
    await frame.heading.filter({ hasText: "Days to answer a query" }).waitFor();
    await frame.isSaved();
    await axe(page, "a measure without a figure");
  });

  await t.test("targets for the year are entered for every measure and council at once", async () => {
    await measures.enterFigures.click();
    await measures.grid.waitFor();
    await measures.chooses("What", "Targets");
    await measures.cell("Days to answer a query", "Bromsgrove").fill("5");
    await measures.cell("Days to answer a query", "Redditch").fill("5");
    await measures.cell("Paid on the day", "Bromsgrove").fill("98 %");
    await measures.cell("Paid on the day", "Redditch").fill("98");
    await measures.saveTheFigures.click();
    await frame.isSaved();
    await page.getByText("4 figures saved.").first().waitFor();
    assert.equal(await measures.cell("Paid on the day", "Bromsgrove").inputValue(), "98");
  });

  await t.test("a baseline asks for its day", async () => {
    await measures.chooses("What", "Baselines");
    await measures.cell("Days to answer a query", "Bromsgrove").fill("8");
    await measures.saveTheFigures.click();
    await page.getByText("a baseline needs its day").first().waitFor();
    await axe(page, "a baseline without its day");
    await page.getByLabel("At which day these were so").fill("2008-03-31");
    await measures.saveTheFigures.click();
    await page.getByText("1 figure saved.").first().waitFor();
  });

  await t.test("a period is filled by keyboard alone: Enter goes down, Ctrl and Enter save", async () => {
    await measures.chooses("What", "Readings");
    await measures.chooses("Period", "November");
    await main.getByText("What November 2010 came to.").waitFor();
    await measures.cell("Days to answer a query", "Bromsgrove").focus();
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await page.keyboard.type("588 of 600");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0; nobody asked");
    await page.keyboard.press("Control+Enter");
    await page.getByText("3 figures saved.").first().waitFor();
    await frame.isSaved();
    assert.equal(await measures.cell("Days to answer a query", "Redditch").inputValue(), "0; nobody asked", "A nought with its note is not a blank.");
    assert.equal(await measures.cell("Paid on the day", "Redditch").inputValue(), "", "A blank stays blank.");
  });

  await t.test("cells of a spreadsheet fill the grid from the cell that has the focus; what is not understood stays with a sentence", async () => {
    await measures.chooses("Period", "December");
    await main.getByText("What December 2010 came to.").waitFor();
    await measures.cell("Days to answer a query", "Bromsgrove").focus();
    await measures.pastes("5.4\tn/a\tbeyond\r\n580 of 600\t650 of 650\r\n");
    await page.getByText("4 cells filled in. Nothing is saved yet. 1 cell did not fit into this table and was left out.").first().waitFor();
    assert.equal(await measures.cell("Days to answer a query", "Redditch").inputValue(), "n/a");
    await measures.grid.getByText("\"n/a\" is not a figure.").waitFor();
    await axe(page, "a cell that cannot be read");
    assert.deepEqual(await tooSmall(page), []);
    await pictures(page, "measures-enter");
    await page.reload();
    await measures.grid.waitFor();
    assert.equal(await measures.cell("Days to answer a query", "Bromsgrove").inputValue(), "5.4", "What was typed is lost with the page.");
    await measures.saveTheFigures.click();
    await measures.grid.getByText("a blank is not nought").waitFor();
    await measures.cell("Days to answer a query", "Redditch").fill("");
    await measures.saveTheFigures.click();
    await page.getByText("3 figures saved.").first().waitFor();
    await frame.isSaved();
  });

  await t.test("the register says how each council stands, by rule and in words", async () => {
    await frame.go("Measures");
    const table = measures.table("Payroll");
    const row = (measure, council) => table.getByRole("rowgroup").filter({ has: page.getByRole("link", { name: measure }) }).getByRole("row").filter({ has: page.getByRole("rowheader", { name: council, exact: true }) });
    const days = row("Days to answer a query", "Bromsgrove");
    await days.getByText("Amber").first().waitFor();
    await days.getByText("4 % worse than its target").waitFor();
    await days.getByText(/^W\s*Worse$/).waitFor();
    await days.getByText("−2.8 on 8, improved").waitFor();
    await row("Days to answer a query", "Redditch").getByText("November 2010").waitFor();
    await row("Paid on the day", "Bromsgrove").getByText("96.67 % (580 of 600)").waitFor();
    await row("Paid on the day", "Redditch").getByText("Green").first().waitFor();
    await main.getByText(/0 of 2 measures that have a reading and a target are on target \(0 %\), 2 within tolerance/).waitFor();
    await measures.live.getByRole("link", { name: /0 of 2 on target/ }).waitFor();
    await axe(page, "measures with figures");
    assert.deepEqual(await tooSmall(page), []);
    await pictures(page, "measures");
  });

  await t.test("a measure's page draws a line for each council, tells it in a sentence and shows the same figures as a table", async () => {
    await main.getByRole("link", { name: "Days to answer a query" }).first().click();
    await frame.heading.filter({ hasText: "Days to answer a query" }).waitFor();
    const chart = main.getByRole("img", { name: /^Bromsgrove: 5\.2 days to December 2010: amber, 4 % worse than its target\. Worse on the period before\./ });
    await chart.waitFor();
    assert.match(await chart.getAttribute("aria-label"), /No reading for April, May, June, July, August, September and October\./);
    assert.equal(await chart.locator(".chart__gap").count(), 7, "Missing periods are not shown as gaps.");
    assert.equal(await chart.locator(".chart__dot").count(), 2);
    const cells = main.getByRole("table", { name: /^Days to answer a query, days: every month, 2010\/11/ });
    const december = cells.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "December 2010" }) });
    await december.getByText("5.4 days").waitFor();
    await december.getByText("no reading").waitFor();
    await cells.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "November 2010" }) }).getByText("nobody asked").waitFor();
    await axe(page, "a measure with its chart");
    for (const size of [{ width: 320, height: 640 }, PHONE, TABLET]) {
      await page.setViewportSize(size);
      assert.equal(await scrollsSideways(page), false, `It scrolls sideways at ${size.width}.`);
      assert.deepEqual(await tooSmall(page), [], `at ${size.width}`);
    }
    await pictures(page, "measure");
  });

  await t.test("undo takes the last period back, the grid follows, and it can be entered again", async () => {
    await frame.undo.click();
    await frame.isSaved();
    await main.getByRole("img", { name: /^Bromsgrove: 5 days to November 2010: green/ }).waitFor();
    await measures.enterFigures.click();
    await measures.chooses("Period", "December");
    assert.equal(await measures.cell("Days to answer a query", "Bromsgrove").inputValue(), "");
    await measures.cell("Days to answer a query", "Bromsgrove").fill("9");
    await measures.saveTheFigures.click();
    await page.getByText("1 figure saved.").first().waitFor();
    await frame.isSaved();
  });

  await t.test("green with a measure in red asks for a line why", async () => {
    await page.goto(`${here.url}#/services/payroll`);
    await main.getByRole("heading", { name: "Measures", exact: true }).waitFor();
    await main.getByText("No measure has a baseline with its day and its source for Bromsgrove, Redditch and Wyre Forest.").waitFor();
    await axe(page, "a service with measures");
    await page.getByRole("button", { name: /^Report/ }).first().click();
    const form = page.getByRole("form", { name: "Report the status" });
    await form.getByRole("radio", { name: /Green/ }).check({ force: true });
    await form.getByRole("button", { name: "Save the report" }).click();
    await page.getByText("A measure of this service is red. Say in a line why it is green all the same.").first().waitFor();
  });

  await t.test("a member reads it on a phone, with nothing to enter", async () => {
    await page.setViewportSize(PHONE);
    await page.goto(`${here.url}#/measures`);
    await main.getByRole("heading", { name: "Live services" }).waitFor();
    await measures.table("Payroll").getByText("Days to answer a query").waitFor();
    assert.equal(await scrollsSideways(page), false);
    await axe(page, "measures on a phone");
    await page.getByRole("searchbox").fill("nobody asked");
    await page.getByRole("searchbox").press("Enter");
    await main.getByRole("link", { name: /Days to answer a query, Redditch Borough Council: readings of 2010\/11/ }).click();
    await frame.heading.filter({ hasText: "Days to answer a query" }).waitFor();
  });
});
