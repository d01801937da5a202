// What a service was to gain stands beside what came of it: fixed where the case foresaw it, explained where it differs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();

test("what was expected is held against what came of it, of one service and over all", async (t) => {
  const { page, frame } = await visit(t, here);
  const { reports } = frame;
  const main = page.getByRole("main");
  await frame.openTheSample();
  await frame.go("Services");
  await main.getByRole("link", { name: "Trees", exact: true }).first().click();
  await frame.heading.filter({ hasText: "Trees" }).waitFor();
  await main.getByRole("link", { name: "Benefits realisation" }).click();
  await frame.heading.filter({ hasText: "Benefits: Trees" }).waitFor();

  const form = page.getByRole("form", { name: "Add a benefit" });
  await t.test("a benefit of the case is entered with its figures", async () => {
    await reports.foreseen.getByRole("button", { name: "Add a benefit" }).click();
    await frame.life.fills(form, {
      Benefit: "Storm calls are answered sooner", Kind: "Quality", Foreseen: "In the business case", Baseline: "10",
      Target: "4", "Counted in": "days", Due: "2010-12-31", "Received by": "Bromsgrove; Redditch",
    });
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await frame.introduce();
    await form.waitFor({ state: "detached" });
    await reports.foreseen.getByText("Expected: from 10 days to 4 days").waitFor();
    await reports.foreseen.getByText("Overdue", { exact: true }).waitFor();
    await reports.foreseen.getByText("Actual to date: not reported").waitFor();
    await axe(page, "a benefit that is overdue");
  });

  const edit = page.getByRole("form", { name: "Edit the benefit" });
  await t.test("a difference asks for its commentary, and what was expected stays", async () => {
    await reports.foreseen.getByRole("button", { name: "Edit Storm calls are answered sooner" }).click();
    await edit.getByLabel("Actual figure").fill("7");
    await edit.getByRole("button", { name: "Save", exact: true }).click();
    await edit.getByText("What it came to is not what was expected. Say why in the commentary.").first().waitFor();
    await axe(page, "a difference that nobody explains");
    await edit.getByLabel("Commentary").fill("One post is vacant still.");
    await edit.getByLabel("Target").fill("8");
    await edit.getByRole("button", { name: "Save", exact: true }).click();
    await edit.getByText(/^What was expected is fixed by the business case\./).first().waitFor();
    await edit.getByLabel("Target").fill("4");
    await edit.getByRole("button", { name: "Save", exact: true }).click();
    await edit.waitFor({ state: "detached" });
    await reports.foreseen.getByText("Achievement: 50 %").waitFor();
    await frame.isSaved();
  });

  await t.test("over all services it stands by council and kind, and overdue ones alone", async () => {
    await frame.go("Benefits realisation");
    const table = page.getByRole("table", { name: "Expected and actual" });
    await table.getByRole("rowheader", { name: /^Storm calls are answered sooner/ }).waitFor();
    await table.getByText("One post is vacant still.").waitFor();
    await page.getByRole("table", { name: "By council and kind" }).getByRole("row", { name: /^Bromsgrove/ }).waitFor();
    await main.getByLabel("Due", { exact: true }).selectOption({ label: "Overdue only" });
    await table.getByText("Overdue", { exact: true }).first().waitFor();
    await main.getByLabel("Kind", { exact: true }).selectOption({ label: "Cashable" });
    await main.getByText(/^No benefit fits\./).waitFor();
    await axe(page, "benefits of which none fits");
    await main.getByRole("link", { name: "Show everything" }).click();
    await table.waitFor();
    await axe(page, "benefits over all");
    await pictures(page, "benefits");
    await page.setViewportSize(PHONE);
    assert.equal(await scrollsSideways(page), false);
  });
});
