// A workspace of one's own, from nothing to figures and risks, and back again by undo.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();

/** Fills in a form by its labels and saves it. */
async function saved(frame, form, answers, button = "Save") {
  for (const [label, answer] of Object.entries(answers)) {
    const field = form.getByLabel(label, { exact: true });
    if (await field.evaluate((field) => field.localName === "select")) await field.selectOption({ label: answer });
    else await field.fill(answer);
  }
  await form.getByRole("button", { name: button, exact: true }).click();
  await frame.isSaved();
}

test("an empty workspace becomes a programme", async (t) => {
  const { page, frame } = await visit(t, here);
  const main = page.getByRole("main");
  await frame.firstVisit.startANewWorkspace.click();
  await axe(page, "asking for a title");
  await frame.dialog.getByRole("button", { name: "Start" }).click();
  await frame.dialog.getByText("Give the workspace a title, such as the names of its councils.").first().waitFor();
  await axe(page, "a title that is missing");
  await frame.dialog.getByLabel("Title").fill("Malvern trial");
  await frame.dialog.getByRole("button", { name: "Start" }).click();
  await frame.introduce();
  await frame.banner.getByText("Malvern trial").waitFor();
  assert.equal(await frame.sample.count(), 0, "One's own work is marked as the sample.");

  await t.test("settings: reading date and matrix", async () => {
    await page.goto(`${here.url}#/settings`);
    await saved(frame, page.getByRole("form", { name: "Title" }), { "Title of the workspace": "Malvern Hills trial" }, "Save the title");
    await frame.banner.getByText("Malvern Hills trial").waitFor();
    await saved(frame, page.getByRole("form", { name: "Reading date" }), { "Reading date": "2026-11-23" }, "Save the reading date");
    await main.getByText("worked out as at 23 November 2026.").waitFor();
    const matrix = page.getByRole("form", { name: "Risk matrix" });
    await matrix.getByRole("button", { name: "Fill in: high from 12" }).click();
    await saved(frame, matrix, {}, "Save the matrix");
    await main.getByText(/Version 2\. Low 1 to 3, medium 4 to 11, high 12 to 16\./).waitFor();
    await saved(frame, matrix, { "High from score": "3" }, "Save the matrix").catch(() => {});
    await page.getByRole("alert").filter({ hasText: "Let medium begin at 2 or more and high above it" }).first().waitFor();
    await axe(page, "settings with a refusal");
    await matrix.getByLabel("High from score").fill("12");
  });

  await t.test("a partner", async () => {
    await frame.go("Partners");
    await page.getByRole("button", { name: "Add a partner" }).click();
    await axe(page, "adding a partner");
    await saved(frame, page.getByRole("form", { name: "Add a partner" }), { Name: "Malvern Hills District Council", "Short code": "MHDC" });
    await main.getByRole("link", { name: "Malvern Hills District Council" }).first().waitFor();
    await axe(page, "partners with one partner");
  });

  await t.test("a programme", async () => {
    await frame.go("Programme");
    await page.getByRole("button", { name: "Add a programme" }).first().click();
    await axe(page, "adding a programme");
    await saved(frame, page.getByRole("form", { name: "Add a programme" }), { Name: "Two councils, one service", Aims: "Save money\nServe better" });
    await main.getByText("Serve better", { exact: true }).waitFor();
    await axe(page, "programme with one programme");
  });

  await t.test("a service", async () => {
    await frame.go("Services");
    await page.getByRole("button", { name: "Add a service" }).click();
    await axe(page, "adding a service");
    await saved(frame, page.getByRole("form", { name: "Add a service" }), { Name: "Payroll", Programme: "Two councils, one service", Stage: "Live" });
    await frame.heading.filter({ hasText: "Payroll" }).waitFor();
    await axe(page, "a service that was just added");
  });

  await t.test("a money line, typed as people say it", async () => {
    await frame.go("Savings");
    await axe(page, "savings without a figure");
    await page.getByRole("textbox", { name: "Line, row 1" }).fill("One payroll team");
    await page.getByRole("textbox", { name: "Covers, row 1" }).fill("Payroll");
    await page.getByRole("combobox", { name: "Who, row 1" }).or(page.getByRole("textbox", { name: "Who, row 1" })).fill("MHDC");
    await page.getByRole("textbox", { name: "Year, row 1" }).fill("2026/28");
    await page.getByRole("textbox", { name: "Amount, row 1" }).fill("twelve");
    await page.getByRole("textbox", { name: "Amount, row 1" }).press("Enter");
    await page.getByRole("alert").filter({ hasText: "Nothing is saved yet." }).waitFor();
    await axe(page, "a line that cannot be read");
    await page.getByRole("textbox", { name: "Year, row 1" }).fill("2026/27");
    await page.getByRole("textbox", { name: "Amount, row 1" }).fill("£12k");
    await page.getByRole("textbox", { name: "Amount, row 1" }).press("Enter");
    await frame.isSaved();
    await frame.savings.says.filter({ hasText: "£12k" }).waitFor();
    const row = frame.savings.lines.getByRole("row").filter({ hasText: "One payroll team" });
    await row.first().waitFor();
    assert.match(await row.first().textContent(), /12/);
    await axe(page, "savings with one figure");
    for (const way of ["Service", "Programme", "Partner"]) {
      await frame.savings.choose("By", way);
      await frame.savings.isBy(way);
      assert.match(await frame.savings.says.textContent(), /£12k/);
    }
  });

  await t.test("a risk", async () => {
    await frame.go("Risks");
    await page.getByRole("button", { name: "Add a risk" }).click();
    await frame.risks.score("High", "Major").check({ force: true });
    await page.getByLabel("Reference", { exact: true }).fill("1");
    await page.getByLabel("Title", { exact: true }).fill("The ledger is not ready");
    await axe(page, "adding a risk");
    await page.getByRole("button", { name: "Save the risk" }).click();
    await frame.isSaved();
    await frame.heading.filter({ hasText: "The ledger is not ready" }).waitFor();
    await frame.go("Risks");
    await frame.risks.cell("High", "Major").filter({ hasText: "score 12: 1 risk, 1" }).waitFor();
  });

  await t.test("withdrawing asks why, and undo puts it back", async () => {
    await frame.risks.link("The ledger is not ready").first().click();
    await page.getByRole("button", { name: /^Withdraw / }).click();
    await axe(page, "asking before a risk is withdrawn");
    await frame.dialog.getByRole("button", { name: "Withdraw it" }).click();
    await frame.dialog.getByRole("alert").waitFor();
    await frame.dialog.getByLabel("Reason").fill("The ledger came.");
    await frame.dialog.getByRole("button", { name: "Withdraw it" }).click();
    await main.getByText(/This risk was withdrawn on .* by Pat Example, Bromsgrove District Council\./).waitFor();
    await axe(page, "a withdrawn risk");
    await frame.isSaved();
    await frame.go("Risks");
    await main.getByText("No risks have been recorded.").waitFor();
    await frame.undo.filter({ hasText: /withdraw/ }).click();
    await frame.risks.cell("High", "Major").waitFor();
    await frame.isSaved();
  });

  await t.test("the overview and search know of all of it", async () => {
    await frame.go("Overview");
    await main.getByText(/£12k/).first().waitFor();
    await axe(page, "the overview of a small workspace");
    await frame.search.fill("payroll");
    await frame.search.press("Enter");
    await frame.heading.filter({ hasText: "Search" }).waitFor();
    assert.ok((await main.getByRole("listitem").count()) >= 2);
    await axe(page, "what was found");
    await frame.search.fill("no such thing here");
    await frame.search.press("Enter");
    await main.getByText("Nothing was found.").waitFor();
  });

  await t.test("it stands beside the sample and is never mixed with it", async () => {
    const code = await frame.code();
    await page.goto(`${here.url}#/files`);
    await frame.files.workspaces.getByRole("button", { name: "Open the sample" }).click();
    await frame.sample.waitFor();
    await frame.isSaved();
    await page.goto(`${here.url}#/files`);
    assert.equal(await frame.files.workspaces.getByRole("listitem").count(), 2);
    await axe(page, "files with two workspaces");
    await frame.files.workspace("Malvern Hills trial").getByRole("button", { name: "Open Malvern Hills trial" }).click();
    await frame.banner.getByText("Malvern Hills trial").waitFor();
    assert.equal(await frame.code(), code);
    assert.equal(await frame.sample.count(), 0);
  });
});
