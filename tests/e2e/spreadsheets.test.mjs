// Spreadsheets: what goes out is read without us; what comes in is mapped, shown row by row, brought in, undone at once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HandingOn } from "./pages/handing-on.mjs";
import { Spreadsheets } from "./pages/spreadsheets.mjs";
import { axe, PHONE, scrollsSideways, site, visit } from "./support/index.mjs";
import { unzipped, zipped } from "./support/zip.mjs";

const here = await site();

/** The sample, on the page of files. */
async function files(t, options) {
  const { page, frame, ...rest } = await visit(t, here, options);
  await frame.openTheSample();
  await frame.go("Files");
  return { page, frame, sheets: new Spreadsheets(page), ...rest };
}

test("the work goes out as a workbook, and coming back it changes nothing", async (t) => {
  const { page, frame, sheets } = await files(t);
  const code = await frame.code();
  const { name, buffer } = await sheets.save();
  assert.match(name, new RegExp(`^[A-Za-z-]+-\\d{4}-\\d\\d-\\d\\d-${code}\\.xlsx$`));
  const parts = unzipped(buffer);
  const workbook = parts["xl/workbook.xml"].toString();
  assert.deepEqual([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, sheet]) => sheet), ["About this file", "Partners", "Services", "Money lines", "Risks", "Issues"]);
  assert.ok(parts["xl/sharedStrings.xml"].toString().includes(code));
  for (const [part, content] of Object.entries(parts).filter(([part]) => part.startsWith("xl/worksheets/sheet"))) {
    assert.ok(!content.includes("<f>"), `${part} holds a formula`);
  }

  await sheets.choose(name, buffer);
  await sheets.preview.getByText(/^\d+ rows: \d+ say what stands here already\.$/).waitFor();
  assert.equal(await sheets.bringIn.count(), 0);
  await axe(page, "a spreadsheet that changes nothing");
  await sheets.cancel.click();
  assert.equal(await sheets.preview.count(), 0);

  await t.test("a text that was changed in it is shown from what to what, comes in, and is undone", async () => {
    const texts = parts["xl/sharedStrings.xml"].toString();
    const was = "Staff are not won over";
    assert.ok(texts.includes(`>${was}<`));
    const changed = zipped({ ...parts, "xl/sharedStrings.xml": Buffer.from(texts.replace(`>${was}<`, ">Staff and members are not won over<")) });
    await sheets.choose("back.xlsx", changed);
    await sheets.row("Staff and members are not won over").waitFor();
    assert.match(await sheets.rows.textContent(), /Title: was Staff are not won over → is Staff and members are not won over/);
    await sheets.bringIn.click();
    await frame.introduce();
    await page.getByText(/1 row of back\.xlsx came in\./).first().waitFor();
    await frame.isSaved();
    const after = await frame.code({ otherThan: code });
    await page.goto(`${here.url}#/history`);
    await page.getByText(/From the spreadsheet back\.xlsx/).first().waitFor();
    await frame.go("Risks");
    await frame.undo.click();
    await frame.code({ otherThan: after });
    await frame.risks.row(was).waitFor();
  });
});

test("somebody's own table is mapped, shown, brought in and undone at once", async (t) => {
  const { page, frame, sheets } = await files(t);
  const code = await frame.code();
  const lines = Array.from({ length: 230 }, (_, number) => `N${number},A new danger ${number},Clerk,1/4/2011`);
  const table = ["Our own register,,,", "Ref,What could go wrong,Owner,Review", ...lines, "X,Bad day,Clerk,31/2/2011"].join("\r\n");
  await sheets.choose("Risks.csv", table);
  await sheets.preview.getByText(/not understood/).first().waitFor();
  await sheets.preview.getByLabel("Column B: What could go wrong").selectOption({ label: "Title" });
  await sheets.bringIn.filter({ hasText: "Bring in 230 rows" }).waitFor();
  await sheets.preview.getByText("231 rows: 230 are added and 1 is not understood and stays out.", { exact: true }).waitFor();
  assert.match(await sheets.row("Bad day").textContent(), /Risks, row 233.*Column D \(Review\): February 2011 has 28 days, so "31\/2\/2011" is not a date\./s);
  await axe(page, "the preview of a spreadsheet");
  assert.equal(await frame.code(), code, "Something changed before it was brought in.");

  await sheets.bringIn.click();
  await frame.introduce();
  await page.getByText(/230 rows of Risks\.csv came in\./).first().waitFor();
  await frame.isSaved();
  const after = await frame.code({ otherThan: code });
  await page.reload();
  assert.equal(await frame.code(), after, "It was not kept.");
  await frame.undo.click();
  await frame.code({ otherThan: after });
  await page.goto(`${here.url}#/search?q=A+new+danger+7`);
  await frame.heading.waitFor();
  assert.equal(await page.getByRole("link", { name: /A new danger/ }).count(), 0);

  await t.test("so it is from the history, for a reason, whichever of its changes one finds", async () => {
    const undone = await frame.code();
    await frame.isSaved();
    await page.reload();
    await frame.redo.click();
    const again = await frame.code({ otherThan: undone });
    await page.goto(`${here.url}#/history`);
    await frame.history.changes.getByText("One of 2 changes that were made in one act.").first().waitFor();
    await frame.history.changes.getByRole("button", { name: /^Undo all 2/ }).first().click();
    await frame.dialog.getByRole("button", { name: "Undo it" }).click();
    await frame.dialog.getByText("Say why this is undone.").first().waitFor();
    await axe(page, "undoing a whole act");
    await frame.dialog.getByLabel("Reason").fill("The wrong file.");
    await frame.dialog.getByRole("button", { name: "Undo it" }).click();
    await frame.dialog.waitFor({ state: "hidden" });
    await frame.code({ otherThan: again });
    await page.goto(`${here.url}#/search?q=A+new+danger+229`);
    await frame.heading.waitFor();
    assert.equal(await page.getByRole("link", { name: /A new danger/ }).count(), 0);
  });
});

test("what is no spreadsheet has its sentence, and a dropped one is read", async (t) => {
  const { page, sheets } = await files(t);
  for (const [name, content, says] of [
    ["old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /workbook of the old form/],
    ["bundle.csv", "{\"format\":\"concordat\"}", /This is a bundle, not a spreadsheet/],
    ["cut.xlsx", "PK\x03\x04 cut off", /This workbook could not be read/],
    ["empty.csv", "", /There is nothing in this file/],
  ]) {
    await sheets.choose(name, content);
    await sheets.refused.filter({ hasText: says }).waitFor();
    await sheets.refused.getByText(/Nothing has changed\./).waitFor();
  }
  await axe(page, "a file that is no spreadsheet");
  await page.getByLabel("Bundle file").setInputFiles({ name: "Partners.csv", mimeType: "text/csv", buffer: Buffer.from("Name,Short code\nMalvern Theatre,MT\n") });
  await sheets.row("Malvern Theatre").waitFor();
});

test("exempt items are left out or asked for, as values of one kind too", async (t) => {
  const { page, frame } = await visit(t, here, { viewport: PHONE });
  const sheets = new Spreadsheets(page);
  await frame.startAWorkspace("Depot trial");
  for (const title of ["Lease of the northern yard", "=Gulls at the tip"]) {
    await frame.addAnIssue(title);
    if (title.startsWith("Lease")) await new HandingOn(page).markAsExempt();
  }
  await frame.go("Files");
  assert.equal(await scrollsSideways(page), false);
  const without = await sheets.save("Issues alone (CSV)");
  assert.match(without.name, /^Depot-trial-.*-issues\.csv$/);
  const text = without.buffer.toString();
  assert.ok(text.startsWith("\u{feff}Id,Reference,Title"));
  assert.ok(text.includes(",'=Gulls at the tip,") && !text.includes("Lease"), text);
  await sheets.out.getByRole("radio", { name: /^Put 1 exempt item in/ }).check();
  await sheets.saveButton.click();
  await sheets.out.getByText("It holds exempt items: say who it is for.").first().waitFor();
  await axe(page, "asking who a spreadsheet with exempt items is for");
  await sheets.recipient.fill("The Board");
  const whole = await sheets.save("Everything, as a workbook (XLSX)");
  assert.match(whole.name, /^EXEMPT-Depot-trial-.*\.xlsx$/);
  const texts = unzipped(whole.buffer)["xl/sharedStrings.xml"].toString();
  assert.ok(texts.includes("It was made for: The Board.") && texts.includes("Lease of the northern yard"));
  await sheets.choose(without.name, without.buffer);
  await sheets.preview.getByText("1 row: 1 says what stands here already.", { exact: true }).waitFor();
  assert.equal(await scrollsSideways(page), false);
});
