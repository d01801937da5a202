// Every way by which something leaves the page as a file, where the work holds exempt items: it is asked who the file is
// for, or nothing leaves and a sentence names the place where that is asked.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { HandingOn } from "./pages/handing-on.mjs";
import { Locked } from "./pages/locked.mjs";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();
const PASSPHRASE = "gate lorry heron tin";

/** The sample with an exempt issue in it. */
async function withExempt(t) {
  const mine = await visit(t, here);
  await mine.frame.openTheSample();
  await mine.frame.go("Issues");
  await mine.frame.issues.add.click();
  await mine.page.getByLabel("Title", { exact: true }).fill("Lease of the northern yard");
  await mine.frame.issues.saveTheIssue.click();
  await mine.frame.introduce();
  await mine.frame.heading.getByText("Lease of the northern yard").waitFor();
  await new HandingOn(mine.page).markAsExempt();
  await mine.frame.isSaved();
  const saved = [];
  mine.page.on("download", (download) => saved.push(download.suggestedFilename()));
  return { ...mine, saved };
}

async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), path: await download.path(), text: await readFile(await download.path(), "utf8") };
}

test("tables and charts are not saved where nobody is asked who they are for", async (t) => {
  const { page, frame, saved } = await withExempt(t);
  const refusal = page.getByRole("alert").filter({ hasText: "This workspace holds exempt items, so nothing was saved from here." });
  const tables = [
    ["risks", ["Register as CSV"]],
    ["services", ["Table as CSV"]],
    ["savings", ["Table as CSV", "Save as SVG", "Save as PNG"]],
  ];
  for (const [fragment, buttons] of tables) {
    await page.goto(`${here.url}#/${fragment}`);
    for (const name of buttons) {
      await page.getByRole("main").getByRole("button", { name }).first().click();
      await refusal.filter({ hasText: "On the Files page, under \"Save as a spreadsheet\", say whether they go in and for whom" }).waitFor();
      await refusal.getByRole("button", { name: /^Close/ }).click();
    }
  }
  assert.deepEqual(saved, []);
  await page.goto(`${here.url}#/files`);
  await frame.files.workspaces.getByRole("listitem").first().getByRole("button", { name: "Export" }).click();
  await page.getByRole("alert").filter({ hasText: "under \"Hand this work on\", say who the file is for" }).waitFor();
  await axe(page, "a file that was not made where nobody is asked");
  assert.deepEqual(saved, []);
});

test("a copy of what this browser does not keep is asked for by whom it is for", async (t) => {
  const { page, frame, saved } = await withExempt(t);
  await page.evaluate(() => {
    const full = () => { throw new DOMException("no room", "QuotaExceededError"); };
    Object.assign(IDBObjectStore.prototype, { add: full, put: full });
  });
  await frame.go("Issues");
  await frame.issues.add.click();
  await page.getByLabel("Title", { exact: true }).fill("No room for this");
  await frame.issues.saveTheIssue.click();
  const banner = page.getByRole("alert").filter({ hasText: "This browser is not keeping changes." });
  await banner.getByRole("button", { name: "Download a copy" }).click();
  await page.getByRole("alert").filter({ hasText: "say who the file is for" }).waitFor();
  assert.deepEqual(saved, []);
  await frame.go("Files");
  const made = await new HandingOn(page).make({ recipient: "Head of Legal Services" });
  assert.match(made.name, /^EXEMPT-/);
  assert.ok(JSON.stringify(made.file.changes).includes("No room for this"));
});

test("the state before an import is saved once it is known for whom", async (t) => {
  const mine = await withExempt(t);
  const theirs = await visit(t, here);
  await theirs.frame.openTheSample();
  await theirs.frame.go("Issues");
  await theirs.frame.issues.add.click();
  await theirs.page.getByLabel("Title", { exact: true }).fill("Gulls at the tip");
  await theirs.frame.issues.saveTheIssue.click();
  await theirs.frame.introduce("Sam Sample", "Wychavon");
  await theirs.frame.isSaved();
  await theirs.page.goto(`${here.url}#/files`);
  const file = await theirs.frame.files.export();

  const { page, frame, saved } = mine;
  await page.goto(`${here.url}#/files`);
  const before = await frame.code();
  await frame.files.choose(await file.path());
  await frame.files.bringIn.click();
  await frame.isSaved();
  await frame.code({ otherThan: before });
  await page.goto(`${here.url}#/files`);
  await page.reload();
  const save = frame.files.broughtIn.getByRole("button", { name: /^Save the state before/ });
  await save.click();
  const dialog = page.getByRole("dialog", { name: "Who is the state before for?" });
  await dialog.getByRole("button", { name: "Save the state before" }).click();
  await dialog.getByText("It holds exempt items: say who it is for.").first().waitFor();
  await axe(page, "asking who the state before is for");
  assert.deepEqual(saved, []);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await save.click();
  await dialog.getByLabel("Who is this file for?").fill("Members of the Board");
  const made = await downloaded(page, () => dialog.getByRole("button", { name: "Save the state before" }).click());
  assert.match(made.name, new RegExp(`^EXEMPT-.*${before}`));
  assert.equal(JSON.parse(made.text).made.for, "Members of the Board");
});

test("the recovery page asks too, and says EXEMPT in the file's name", async (t) => {
  const { page, saved } = await withExempt(t);
  await page.goto(`${here.url}recovery.html`);
  const download = page.getByRole("button", { name: "Download everything in this browser" });
  await page.getByText("EXEMPT.", { exact: true }).waitFor();
  await axe(page, "the recovery page with exempt items");
  await download.click();
  await page.getByText("Nothing was downloaded yet. It holds exempt items: say who it is for.").waitFor();
  await page.locator("input:focus").and(page.getByLabel("Who is this file for?")).waitFor();
  assert.deepEqual(saved, []);
  await page.getByLabel("Who is this file for?").fill("Whoever looks after Concordat");
  const made = await downloaded(page, () => download.click());
  assert.match(made.name, /^EXEMPT-concordat-everything-/);
  assert.equal(JSON.parse(made.text).for, "Whoever looks after Concordat");
});

/** A browser whose share sheet takes files of these types, and keeps what it was given. */
async function sharing(t, types) {
  const mine = await visit(t, here);
  await mine.context.addInitScript((types) => {
    globalThis.shared = [];
    const takes = ({ files }) => files.every(({ type }) => types.includes(type));
    Object.defineProperty(Navigator.prototype, "canShare", { configurable: true, value: takes });
    Object.defineProperty(Navigator.prototype, "share", {
      configurable: true,
      value: async ({ files }) => { for (const file of files) globalThis.shared.push([file.name, file.type, await file.text()]); },
    });
  }, types);
  await mine.page.reload();
  await mine.frame.startAWorkspace("Depot trial");
  await mine.frame.addAnIssue("Gulls at the tip");
  await mine.frame.go("Files");
  const locked = new Locked(mine.page);
  await locked.lock.check();
  await locked.passphrase.fill(PASSPHRASE);
  await locked.again.fill(PASSPHRASE);
  return { ...mine, locked, share: mine.page.getByRole("button", { name: "Share", exact: true }), note: mine.page.getByText(/share sheet takes no locked files/) };
}

test("a locked file is shared as lines of text where the share sheet takes only what it lists", async (t) => {
  const { page, share, note } = await sharing(t, ["text/plain"]);
  assert.equal(await note.count(), 0);
  await share.click();
  await page.getByText("Handed on, locked.").first().waitFor();
  const [[name, type, text]] = await page.evaluate(() => globalThis.shared);
  assert.match(name, /\.concordat\.json\.age\.txt$/);
  assert.equal(type, "text/plain");
  assert.ok(text.startsWith("-----BEGIN AGE ENCRYPTED FILE-----\n"), text.slice(0, 60));
  const other = await visit(t, here, { fragment: "#/files" });
  await other.frame.files.choose({ name, buffer: text });
  await new Locked(other.page).unlock(PASSPHRASE);
  await other.frame.files.preview.getByText(/Depot trial/).first().waitFor();
});

test("where no locked file can be shared it is said before the tap, and the file is saved", async (t) => {
  const { page, locked, share, note } = await sharing(t, ["application/json"]);
  await note.waitFor();
  await axe(page, "locked files that cannot be shared");
  const made = await downloaded(page, () => share.click());
  assert.match(made.name, /\.concordat\.json\.age$/);
  await page.getByText(/The share sheet did not take the locked file\. It is saved as .* attach it by hand\./).first().waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.shared), []);
  assert.deepEqual(await locked.keeps([PASSPHRASE]), []);
});

test("a selection that is opened to be read shows the code of the file", async (t) => {
  const mine = await visit(t, here);
  await mine.frame.startAWorkspace("Depot trial");
  await mine.frame.addAnIssue("Gulls at the tip");
  await mine.frame.go("Files");
  const handing = new HandingOn(mine.page);
  for (const readers of ["Public", "Without exempt items"]) {
    await handing.choose(readers);
    const made = await handing.make();
    const other = await visit(t, here, { fragment: "#/files" });
    await other.frame.files.choose(made.path);
    await other.page.getByRole("heading", { name: new RegExp(`code ${made.file.check.code}`) }).waitFor();
    await other.page.getByRole("button", { name: /to read/ }).click();
    await other.page.getByRole("region", { name: "Open to be read" }).waitFor();
    assert.equal(await other.frame.code(), made.file.check.code);
    assert.ok(made.name.includes(made.file.check.code), made.name);
  }
});
