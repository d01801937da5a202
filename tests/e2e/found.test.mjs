// What stands on the page of a service is found there: search and history lead to its line. Papers are explained on these pages
// as well, and the same file is read again after Cancel.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();

test("search and history lead to a case and its options where they stand", async (t) => {
  const { page, frame } = await visit(t, here);
  const { life } = frame;
  await frame.openTheSample();
  await page.goto(`${here.url}#/services/trees/case`);
  await page.getByRole("button", { name: "Add a business case" }).click();
  const form = page.getByRole("form", { name: "Add a business case" });
  await life.fills(form, { Kind: "Detailed business case", Summary: "One manager for the trees of both" });
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await frame.introduce();
  await form.waitFor({ state: "detached" });

  await t.test("options stand side by side, and one is chosen", async () => {
    const option = (name, answers) => life.records(life.cases.getByRole("button", { name: "Add an option" }), "Add an option", { Option: name, ...answers });
    await option("Share a manager", { "Costs once": "87.5k", "Costs every year": "5000", "Saves a year": "£40,000", "Chosen or rejected": "Chosen", Why: "It pays back soonest" });
    await option("Buy it in", { "Costs once": "200k", "Saves a year": "50k", "Chosen or rejected": "Rejected", Why: "It pays back later" });
    await life.cases.getByText("Share a manager is chosen: £87,500 once, costs £5,000 a year, saves £40,000 a year: £35,000 net; it pays back in 2.5 years.").waitFor();
    await life.cases.getByText("Buy it in would save £15,000 more a year.").waitFor();
    const table = life.cases.getByRole("table", { name: "Options side by side, as estimated" });
    assert.match(await table.getByRole("row").nth(1).textContent(), /^Share a manager \(chosen\)/);
    await axe(page, "options of a case");
    await pictures(page, "case-options");
    await page.setViewportSize(PHONE);
    assert.equal(await scrollsSideways(page), false);
    await page.setViewportSize({ width: 1024, height: 768 });
  });

  await t.test("search leads to the option on the page of its service, with the focus on it", async () => {
    await page.goto(`${here.url}#/search?q=buy%20it%20in`);
    await page.getByRole("link", { name: "Buy it in" }).click();
    await frame.heading.filter({ hasText: "Case and plan: Trees" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Buy it in"));
  });

  await t.test("so does the history", async () => {
    await page.goto(`${here.url}#/history`);
    await page.getByRole("link", { name: "Share a manager" }).first().click();
    await frame.heading.filter({ hasText: "Case and plan: Trees" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Share a manager"));
  });
});

test("history, search and opportunities say what the codes of their papers stand for", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  for (const [fragment, paper] of [
    ["#/history", /Performance Management Board/],
    ["#/search?q=s3c%20payroll", /^Progress report to the Shared Services Board/],
    ["#/opportunities", /1 September 2008/],
    ["#/services/regulatory-services/case", /Performance Management Board/],
  ]) {
    await page.goto(`${here.url}${fragment}`);
    await page.getByRole("main").getByRole("definition").filter({ hasText: paper }).first().waitFor();
  }
});

test("the same file is read again after Cancel", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Files");
  const download = await frame.files.export();
  const file = await download.path();
  for (const round of ["first", "second"]) {
    await frame.files.bundleFile.setInputFiles(file);
    await frame.files.cancel.waitFor();
    assert.equal(await frame.files.bundleFile.inputValue(), "", `The field still holds the file the ${round} time, so that a browser says nothing of the same choice.`);
    await frame.files.cancel.click();
    await frame.files.cancel.waitFor({ state: "detached" });
  }
});
