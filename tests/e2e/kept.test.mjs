// What was done is still there: after a reload, after the browser was closed, after undo and redo, and while something
// is still being typed.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { axe, profile, site, visit } from "./support/index.mjs";

const here = await site();
const RISK = "#/risks/staff-support";

async function rescored(frame, page, likelihood, impact, why) {
  await page.goto(`${here.url}${RISK}`);
  await frame.risks.rescore(likelihood, impact, why);
  if (await frame.dialog.isVisible()) await frame.introduce();
  await frame.isSaved();
}

test("undo and redo say what they will do, and work after a reload", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  assert.ok(await frame.undo.isDisabled(), "There is something to undo in a sample that nobody has changed.");
  const start = await frame.code();
  await page.goto(`${here.url}${RISK}`);
  await frame.risks.rescore("High", "Major", "To be undone.");
  await frame.introduce();
  await frame.isSaved();
  assert.equal((await frame.undo.textContent()).trim(), "Undo: score risk 4");
  await frame.undo.click();
  await page.getByText("Score 4", { exact: false }).first().waitFor();
  assert.equal((await frame.redo.textContent()).trim(), "Redo: score risk 4");
  await frame.isSaved();
  await axe(page, "after undo");
  await page.reload();
  await frame.redo.filter({ hasText: "Redo: score risk 4" }).click();
  await frame.undo.filter({ hasText: "Undo: score risk 4" }).waitFor();
  await frame.isSaved();
  await page.reload();
  await frame.undo.filter({ hasText: "Undo: score risk 4" }).click();
  await frame.isSaved();
  // Undo is a change of its own: history keeps all of it.
  assert.notEqual(await frame.code(), start);
  assert.equal(await frame.risks.history.getByText("To be undone.").count(), 1);
  assert.ok((await frame.risks.history.getByRole("listitem").count()) >= 4);
});

test("a browser that was closed and opened again shows the work, the person and the page", async (t) => {
  const mine = await profile(t);
  const before = await mine.open(here);
  await before.frame.openTheSample();
  await before.page.goto(`${here.url}${RISK}`);
  await before.frame.risks.rescore("Low", "Critical", "Kept over night.");
  await before.frame.introduce();
  await before.frame.isSaved();
  const code = await before.frame.code();
  await before.close();
  const after = await mine.open(here, { fragment: RISK });
  await after.frame.risks.history.getByText("Kept over night.").waitFor();
  assert.equal(await after.frame.code(), code);
  // The person is known: nobody asks again.
  await after.frame.risks.rescore("Low", "Low", "The next morning.");
  await after.frame.isSaved();
  assert.equal(await after.frame.dialog.isVisible(), false);
  assert.deepEqual(after.problems, []);
  await after.close();
});

test("what is being typed outlives a reload until it is saved or given up", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}${RISK}`);
  await frame.risks.reason.fill("Half a sentence that");
  await frame.risks.score("High", "Critical").check({ force: true });
  await page.getByLabel("Add a note").fill("A note not yet saved");
  await page.reload();
  await frame.risks.reason.waitFor();
  assert.equal(await frame.risks.reason.inputValue(), "Half a sentence that");
  assert.ok(await frame.risks.score("High", "Critical").isChecked());
  assert.equal(await page.getByLabel("Add a note").inputValue(), "A note not yet saved");
  await frame.risks.saveTheScore.click();
  await frame.introduce();
  await frame.isSaved();
  await page.reload();
  await frame.risks.reason.waitFor();
  assert.equal(await frame.risks.reason.inputValue(), "", "A draft that was saved is still there.");
  assert.equal(await page.getByLabel("Add a note").inputValue(), "A note not yet saved");
});

test("who would rather not say who they are changes nothing, and loses nothing that was typed", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  const code = await frame.code();
  await page.goto(`${here.url}${RISK}`);
  await frame.risks.rescore("High", "Major", "Not signed.");
  await frame.dialog.getByRole("button", { name: "Cancel" }).click();
  await frame.dialog.waitFor({ state: "hidden" });
  assert.equal(await frame.risks.reason.inputValue(), "Not signed.");
  assert.equal(await frame.code(), code);
  await page.reload();
  await frame.risks.reason.waitFor();
  assert.equal(await frame.code(), code);
});

test("the title of a new workspace outlives that one would rather not say who one is", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.firstVisit.startANewWorkspace.click();
  await frame.dialog.getByLabel("Title").fill("Malvern trial");
  await frame.dialog.getByRole("button", { name: "Start" }).click();
  await page.getByRole("dialog", { name: "Who are you?" }).getByRole("button", { name: "Cancel" }).click();
  assert.equal(await frame.dialog.getByLabel("Title").inputValue(), "Malvern trial");
  assert.equal(await frame.navigation.count(), 0, "A workspace was begun all the same.");
  await frame.dialog.getByRole("button", { name: "Start" }).click();
  await page.getByRole("dialog", { name: "Who are you?" }).getByLabel("Your name").fill("Pat Example");
  await page.getByRole("dialog", { name: "Who are you?" }).getByLabel("Your council").fill("Malvern Hills District Council");
  await page.getByRole("dialog", { name: "Who are you?" }).getByRole("button", { name: "Save" }).click();
  await frame.banner.getByText("Malvern trial").waitFor();
  await frame.isSaved();
});

test("a note on a milestone says who wrote it and who changed it, and can be withdrawn", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Programme");
  const milestone = page.getByRole("listitem").filter({ has: page.getByText(/^(Add a note|Notes \(\d\)) on / ) }).last();
  const fold = milestone.locator("summary").filter({ hasText: /^(Add a note|Notes \()/ });
  await fold.click();
  await milestone.getByLabel("Add a note").fill("Ask the auditor.");
  await milestone.getByRole("button", { name: "Save the note" }).click();
  await frame.introduce("Ann Example", "Redditch Borough Council");
  const note = milestone.getByText("Ask the auditor.", { exact: true });
  await note.waitFor();
  await axe(page, "a note on a milestone");
  await fold.getByText("Notes (1)").waitFor();
  await frame.go("Files");
  await frame.files.yourName.fill("Ben Example");
  await page.getByRole("region", { name: "Who I am" }).getByRole("button", { name: "Save" }).click();
  await frame.go("Programme");
  await fold.click();
  await milestone.getByRole("button", { name: /^Edit the note/ }).click();
  await milestone.getByRole("form", { name: "Edit the note" }).getByLabel("Note").fill("Ask the auditor in March.");
  await milestone.getByRole("form", { name: "Edit the note" }).getByRole("button", { name: "Save" }).click();
  await milestone.getByText(/^For all\. Ann Example, Redditch Borough Council, .*\. Changed: Ben Example, Redditch Borough Council/).waitFor();
  await milestone.getByRole("button", { name: /^Withdraw the note/ }).click();
  await frame.risks.because("It was asked.", "Withdraw it");
  await fold.getByText("Add a note").waitFor();
  await frame.undo.click();
  await fold.getByText("Notes (1)").waitFor();
});

test("the sample is marked on every screen and can be started again", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  const start = await frame.code();
  await rescored(frame, page, "High", "Critical", "To be put back.");
  for (const name of ["Overview", "Savings", "Risks", "Services", "Partners", "Programme", "Issues", "Settings", "About", "Files"]) {
    await frame.go(name);
    assert.ok(await frame.sample.isVisible(), `${name} does not say that this is the sample.`);
  }
  await frame.files.workspace("Bromsgrove").getByRole("button", { name: "Start the sample again" }).click();
  await frame.dialog.getByText("1 change made in it will go for good").waitFor();
  await frame.dialog.getByRole("button", { name: "Keep it" }).click();
  await frame.dialog.waitFor({ state: "hidden" });
  assert.notEqual(await frame.code(), start);
  await frame.files.workspace("Bromsgrove").getByRole("button", { name: "Start the sample again" }).click();
  await frame.dialog.getByRole("button", { name: "Start it again" }).click();
  await frame.heading.filter({ hasText: "Where the programme stands" }).waitFor();
  assert.equal(await frame.code(), start);
  await frame.isSaved();
  await page.reload();
  await frame.sample.waitFor();
  assert.equal(await frame.code(), start);
  assert.ok(await frame.undo.isDisabled());
});

test("a note for oneself stays on this device", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}${RISK}`);
  const code = await frame.code();
  await page.getByLabel("Add a note").fill("Ask about this quietly.");
  await page.getByRole("radio", { name: /^For me/ }).check();
  await page.getByRole("button", { name: "Save the note" }).click();
  await frame.introduce();
  await frame.risks.notes.getByText("Ask about this quietly.", { exact: true }).waitFor();
  await frame.isSaved();
  assert.equal(await frame.code(), code, "A note for oneself is among what is handed on.");
  await page.reload();
  await frame.risks.notes.getByText("Ask about this quietly.", { exact: true }).waitFor();
  await frame.risks.notes.getByRole("button", { name: /^Edit the note/ }).click();
  await page.getByRole("form", { name: "Edit the note" }).getByLabel("Note").fill("Ask about this openly and quietly.");
  await page.getByRole("form", { name: "Edit the note" }).getByRole("button", { name: "Save" }).click();
  await frame.risks.notes.getByText("Ask about this openly and quietly.", { exact: true }).waitFor();
  await frame.go("Files");
  const text = await readFile(await (await frame.files.export()).path(), "utf8");
  assert.ok(!text.includes("quietly"), "A note for oneself was exported.");
});
