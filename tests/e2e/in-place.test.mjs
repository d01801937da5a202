// The keyboard and the reader stay where they are: what takes the focus when its button goes, what asks before it acts,
// and what a narrowed page says of itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, PHONE, site, visit } from "./support/index.mjs";

const here = await site();

/** What has the focus, by its words. */
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());

async function isFocused(page, words) {
  await page.waitForFunction((words) => document.activeElement.textContent.includes(words), words, { timeout: 5_000 })
    .catch(async () => assert.fail(`The focus is on "${await focused(page)}", not on "${words}".`));
}

test("a workspace of one's own is begun from the sample only once it has a title and an author", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await isFocused(page, "Where the programme stands");
  const begin = async () => {
    await frame.sample.getByRole("button", { name: "Start your own" }).click();
    await page.getByRole("dialog", { name: "Start a new workspace" }).waitFor();
  };
  await begin();
  await frame.dialog.getByRole("button", { name: "Cancel" }).click();
  await frame.sample.waitFor();
  await begin();
  await frame.dialog.getByLabel("Title").fill("Malvern alone");
  await frame.dialog.getByRole("button", { name: "Start" }).click();
  const who = page.getByRole("dialog", { name: "Who are you?" });
  await who.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("dialog", { name: "Start a new workspace" }).getByRole("button", { name: "Cancel" }).click();
  await frame.sample.waitFor();
  await frame.go("Files");
  assert.equal(await page.getByText("Malvern alone").count(), 0, "A workspace was begun all the same.");
});

test("the focus stays with the work when a button goes", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}#/services/payroll`);
  await page.getByRole("heading", { level: 1, name: "Payroll" }).waitFor();
  await page.getByRole("button", { name: /^Withdraw/ }).first().click();
  await frame.dialog.getByLabel("Reason").fill("Entered twice");
  await frame.dialog.getByRole("button", { name: "Withdraw it" }).click();
  await frame.introduce();
  await page.getByRole("button", { name: "Put it back" }).waitFor();
  await isFocused(page, "Payroll");
  await page.getByRole("button", { name: "Put it back" }).click();
  await page.getByText("Payroll is back in use.").waitFor();
  await isFocused(page, "Payroll");
  await frame.undo.click();
  await frame.undo.click();
  await isFocused(page, "Redo: withdraw service \"Payroll\"");
});

test("a withdrawn programme is put back from its page, and what is narrowed to it says so", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}#/savings?programme=wett`);
  const narrowed = page.getByRole("figure").first();
  await narrowed.getByText(/^Savings of Worcestershire Enhanced Two Tier/).first().waitFor();
  await frame.go("Programme");
  const wett = page.getByRole("region", { name: /^Worcestershire Enhanced Two Tier/ });
  await wett.getByRole("button", { name: /^Withdraw Worcestershire/ }).first().click();
  await frame.dialog.getByLabel("Reason").fill("It has ended");
  await frame.dialog.getByRole("button", { name: "Withdraw it" }).click();
  await frame.introduce();
  await page.getByRole("region", { name: "Withdrawn" }).waitFor();
  await page.goto(`${here.url}#/services?programme=wett`);
  assert.match(await page.getByLabel("Programme").locator("option:checked").textContent(), /Two Tier.*\(withdrawn\)/);
  await frame.go("Programme");
  await page.getByRole("button", { name: /^Put it back/ }).click();
  await wett.waitFor();
  assert.equal(await page.getByRole("region", { name: "Withdrawn" }).count(), 0);
});

test("outside funding is added from the programme that it is for", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Programme");
  const wett = page.getByRole("region", { name: /^Worcestershire Enhanced Two Tier/ });
  await wett.getByRole("button", { name: /^Add outside funding for Worcestershire/ }).click();
  const form = wett.getByRole("form", { name: "Add a line" });
  await form.getByLabel("Line", { exact: true }).and(page.locator(":focus")).waitFor();
  assert.equal(await form.getByLabel("Kind", { exact: true }).inputValue(), "funding");
  assert.match(await form.getByLabel("Covers").inputValue(), /^Worcestershire Enhanced Two Tier/);
  await axe(page, "adding outside funding");
  await form.getByLabel("Line", { exact: true }).fill("A grant for the second phase");
  await form.getByLabel("Amount").fill("£25k");
  await form.getByLabel("Given by").fill("The region");
  await form.getByRole("button", { name: "Save" }).click();
  await frame.introduce();
  await form.waitFor({ state: "hidden" });
  const row = wett.getByRole("table", { name: "Who gives how much, and for what" }).getByRole("row").filter({ hasText: "A grant for the second phase" });
  await row.getByText("£25,000").waitFor();
});

test("a form that is saved as it was opened closes, and says that nothing has changed", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}#/services/payroll`);
  await page.getByRole("button", { name: /^Edit Payroll/ }).first().click();
  const form = page.getByRole("form", { name: /^Edit/ });
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").filter({ hasText: "Nothing has changed." }).waitFor();
  await form.waitFor({ state: "hidden" });
  assert.ok(await frame.undo.isDisabled());
});

test("the search keeps its room on a phone once there is something to undo", async (t) => {
  const { page, frame } = await visit(t, here, { viewport: PHONE });
  await frame.startAWorkspace();
  await page.goto(`${here.url}#/settings`);
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await frame.undo.waitFor();
  const width = (await frame.search.boundingBox()).width;
  assert.ok(width >= 200, `The search field is ${width} px wide.`);
});

test("paper has nothing to press and nothing to fill in", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.emulateMedia({ media: "print" });
  for (const fragment of ["#/", "#/savings", "#/risks", "#/risks/wett-clash", "#/services", "#/services/payroll", "#/partners", "#/partners/redditch", "#/programme", "#/issues"]) {
    await page.goto(`${here.url}${fragment}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const left = await page.evaluate(() => [...document.querySelectorAll("main :is(button, input, select, textarea, summary)")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1 && !element.closest("thead"))
      .map((element) => `${element.localName} "${element.textContent.trim().slice(0, 40)}"`));
    assert.deepEqual(left, [], `On the paper of ${fragment} stand: ${left.join(", ")}`);
  }
  await page.goto(`${here.url}#/services/payroll`);
  await page.locator(".print-head__page").getByText("Payroll").waitFor();
});
