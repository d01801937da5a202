// What a device does to the work while it is open: it runs full, clears what it kept, damages it, has two tabs bring in
// files at once, or its clock is set wrong. Nothing is lost, and each has its sentence.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { code, file, note } from "../kills/bundle.mjs";
import { Frame } from "./pages/frame.mjs";
import { axe, profile, site, visit } from "./support/index.mjs";

const here = await site();
const SAMPLE = JSON.parse(readFileSync("dist/worcestershire.concordat.json", "utf8"));
const RISK = "#/risks/staff-support";
const NOT_KEEPING = "This browser is not keeping changes.";

/** A file with so many notes on the risk, made after the sample by somebody else, each with so much more to say. */
function apart(name, many, more = "") {
  let after = SAMPLE.check.heads;
  const changes = Array.from({ length: many }, (_, number) => {
    const by = { name: `Sam ${name}`, council: "Wychavon District Council" };
    const made = note({ id: `${name}-${number}`, about: "risk/staff-support", text: `${name}, note ${number}${more}`, after, by, at: "2011-01-18T09:00:00Z" });
    after = [made.id];
    return made;
  });
  return { name: `${name}.concordat.json`, buffer: Buffer.from(file(SAMPLE.workspace, changes)), ids: changes.map((made) => made.id) };
}

async function writeNote({ page, frame }, text) {
  await page.goto(`${here.url}${RISK}`);
  await page.getByLabel("Add a note").fill(text);
  await page.getByRole("button", { name: "Save the note" }).click();
  await frame.dialog.or(frame.risks.notes.getByText(text, { exact: true })).first().waitFor();
  if (await frame.dialog.isVisible()) await frame.introduce();
  await frame.risks.notes.getByText(text, { exact: true }).waitFor();
}

async function bringIn({ page, frame }, arriving) {
  await page.goto(`${here.url}#/files`);
  await frame.files.choose(arriving);
  await frame.files.bringIn.click();
  await page.waitForURL(/#\/$/);
}

/** The code of the sample with these changes on top. */
const withThese = (...ids) => code([...SAMPLE.changes.map((change) => change.id), ...ids.flat()]);

/** A page of a profile in which the sample and a note are kept, not opened yet, with the debugger's view of it. */
async function withSomethingKept(t) {
  const mine = await profile(t);
  const opened = async () => {
    const one = await mine.open(here, { path: "icons/icon-192.png" });
    // What the worker holds for use without a network would count too, whenever it comes.
    one.allow(/favicon\.ico/);
    await one.context.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
    return one;
  };
  const before = await opened();
  await before.page.goto(here.url);
  await before.frame.openTheSample();
  await writeNote(before, "Kept while there was room.");
  await before.frame.isSaved();
  await before.close();
  // Browsers remember for a while how much room there was, so the room goes before the work is opened.
  const full = await opened();
  return { full, session: await full.context.newCDPSession(full.page) };
}

test("a browser that runs full in the middle of an import and of an edit says so, and keeps both once there is room", async (t) => {
  const { full, session } = await withSomethingKept(t);
  const { page, frame } = full;
  const room = async (quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin: here.origin, ...(quotaSize && { quotaSize }) });
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin: here.origin });
  await room(usage + 50_000);
  const arriving = apart("large", 40, ` and more ${randomBytes(10_000).toString("hex")}`);
  await bringIn(full, arriving);
  const banner = page.getByRole("alert").filter({ hasText: NOT_KEEPING });
  await banner.filter({ hasText: "This browser has no room left for Concordat's work." }).waitFor();
  await writeNote(full, "Written while there was none.");
  await banner.waitFor();
  await axe(page, "a browser that ran full in the middle of an import");

  const worked = await frame.code();
  await room();
  // On a slow machine the page has tried again by itself.
  if (await banner.isVisible()) await banner.getByRole("button", { name: "Try again" }).click();
  await banner.waitFor({ state: "detached" });
  await frame.isSaved();
  await page.reload();
  for (const text of ["Kept while there was room.", "Written while there was none.", "large, note 39 and more"]) {
    await frame.risks.notes.getByText(text).first().waitFor();
  }
  assert.equal(await frame.code(), worked);
  await frame.go("Files");
  await frame.files.imported(arriving.name).waitFor();
  assert.deepEqual(full.problems, []);
});

test("what a page held that ran full and was closed: what was typed comes back, and what is missing is said", async (t) => {
  const { full, session } = await withSomethingKept(t);
  const { page, frame } = full;
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin: here.origin });
  await session.send("Storage.overrideQuotaForOrigin", { origin: here.origin, quotaSize: usage + 50_000 });
  const arriving = apart("large", 40, ` and more ${randomBytes(10_000).toString("hex")}`);
  await bringIn(full, arriving);
  await page.getByRole("alert").filter({ hasText: NOT_KEEPING }).waitFor();
  await writeNote(full, "Written while there was none.");
  await session.send("Storage.overrideQuotaForOrigin", { origin: here.origin });
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await frame.risks.notes.getByText("Kept while there was room.", { exact: true }).waitFor();
  await frame.risks.notes.getByText("Written while there was none.", { exact: true }).waitFor();
  assert.equal(await frame.risks.notes.getByText("large, note 39 and more").count(), 0);
  await page.getByRole("alert").getByText(/^1 earlier change is missing here, on which later ones are built\./).waitFor();
  await bringIn(full, arriving);
  await page.goto(`${here.url}${RISK}`);
  await frame.risks.notes.getByText("large, note 39 and more").first().waitFor();
});

test("what a browser clears under an open page is kept again, whole, and the page says so", async (t) => {
  const one = await visit(t, here);
  const { page, context, frame } = one;
  await frame.openTheSample();
  await writeNote(one, "Written before it was cleared.");
  await page.getByLabel("Add a note").fill("For me alone.");
  await page.getByRole("radio", { name: /^For me/ }).check();
  await page.getByRole("button", { name: "Save the note" }).click();
  await frame.risks.notes.getByText("For me alone.", { exact: true }).waitFor();
  await frame.isSaved();
  const held = await frame.code();
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: here.origin, storageTypes: "indexeddb,local_storage" });
  await page.getByRole("alert").filter({ hasText: /This browser cleared what Concordat had kept, while the page was open\. What is open here was kept again: 42 changes\./ }).waitFor();
  await axe(page, "a browser that cleared what it kept");
  await page.reload();
  await frame.risks.notes.getByText("Written before it was cleared.", { exact: true }).waitFor();
  await frame.risks.notes.getByText("For me alone.", { exact: true }).waitFor();
  assert.equal(await frame.code(), held);

  // A change that is on its way at that moment finds an empty store.
  await session.send("Storage.clearDataForOrigin", { origin: here.origin, storageTypes: "indexeddb,local_storage" });
  await page.getByLabel("Add a note").fill("Written right after.");
  await page.getByRole("button", { name: "Save the note" }).click();
  await page.getByRole("alert").filter({ hasText: "This browser cleared what Concordat had kept" }).waitFor();
  await frame.isSaved();
  await page.reload();
  for (const text of ["Written before it was cleared.", "For me alone.", "Written right after."]) {
    await frame.risks.notes.getByText(text, { exact: true }).waitFor();
  }
  await page.goto(`${here.url}#/files`);
  await frame.files.workspace("Bromsgrove").getByText(/\b(42|43) changes\b/).waitFor();
});

test("a browser that lost its database while the page was closed opens with the work put back, and says so", async (t) => {
  const mine = await profile(t);
  const opened = () => mine.open(here, { path: "recovery.html" });
  const before = await opened();
  await before.page.goto(here.url);
  await before.frame.openTheSample();
  await writeNote(before, "Kept twice.");
  await before.page.getByLabel("Add a note").fill("For me alone.");
  await before.page.getByRole("radio", { name: /^For me/ }).check();
  await before.page.getByRole("button", { name: "Save the note" }).click();
  await before.frame.risks.notes.getByText("For me alone.", { exact: true }).waitFor();
  await before.frame.isSaved();
  const held = await before.frame.code();
  await before.close();

  const after = await opened();
  const { page, frame } = after;
  await page.evaluate(() => new Promise((done, failed) => {
    const asked = indexedDB.deleteDatabase("concordat");
    asked.onsuccess = done;
    asked.onerror = failed;
  }));
  // The recovery page still has all of it.
  await page.reload();
  await page.getByRole("row", { name: /^concordat-second-copy/ }).waitFor();

  await page.goto(`${here.url}${RISK}`);
  await page.getByRole("alert").filter({ hasText: /This browser had lost work that Concordat kept\. It was put back from the second copy: 4\d changes\./ }).waitFor();
  for (const text of ["Kept twice.", "For me alone."]) await frame.risks.notes.getByText(text, { exact: true }).waitFor();
  assert.equal(await frame.code(), held);
  await axe(page, "work that was put back");
  await page.reload();
  await frame.risks.notes.getByText("Kept twice.", { exact: true }).waitFor();
  assert.equal(await frame.code(), held);
  await page.goto(`${here.url}#/files`);
  await frame.files.workspace("Bromsgrove").waitFor();
  await page.getByText("Should the browser lose one copy, the other takes its place").waitFor();

  // What a person removes is gone from both.
  await frame.files.workspace("Bromsgrove").getByRole("button", { name: "Remove" }).click();
  await frame.dialog.getByRole("button", { name: "Remove it" }).click();
  await frame.files.workspace("Bromsgrove").waitFor({ state: "detached" });
  await page.goto(`${here.url}recovery.html`);
  await page.getByText(/^Found \d+ records? in \d places?\.$|keeps nothing in this browser/).waitFor();
  assert.equal(await page.getByRole("row", { name: /^concordat-second-copy/ }).count(), 0);
  assert.equal(mine.storeDeletedByChromium(), "");
});

test("two tabs bring in a file each at once, and both hold both", async (t) => {
  const one = await visit(t, here);
  await one.frame.openTheSample();
  const page = await one.context.newPage();
  const two = { page, frame: new Frame(page) };
  const files = [apart("left", 300), apart("right", 40)];
  for (const [tab, arriving] of [[one, files[0]], [two, files[1]]]) {
    await tab.page.goto(`${here.url}#/files`);
    await tab.frame.files.choose(arriving);
    await tab.frame.files.bringIn.waitFor();
  }
  await Promise.all([one, two].map((tab) => tab.frame.files.bringIn.click()));
  const both = withThese(files[0].ids, files[1].ids);
  for (const tab of [one, two]) {
    await tab.frame.foot.getByText(`Code ${both}`).waitFor();
    await tab.frame.isSaved();
  }
  for (const tab of [one, two]) {
    await tab.page.goto(`${here.url}#/files`);
    await tab.page.reload();
    for (const arriving of files) await tab.frame.files.imported(arriving.name).waitFor();
    assert.equal(await tab.frame.code(), both);
  }
});

test("what is written while the log is read again stays on the page", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await bringIn({ page, frame }, apart("many", 300));
  await page.goto(`${here.url}#/risks/terms`);
  await page.getByLabel("Add a note").fill("Note 0");
  await page.getByRole("button", { name: "Save the note" }).click();
  await frame.introduce();
  await frame.isSaved();
  const lost = [];
  for (let number = 1; number <= 24; number += 1) {
    await page.evaluate(async (number) => {
      // As another tab does that has set lines aside; the note comes at another moment of the reading each time.
      const tabs = new BroadcastChannel("concordat");
      tabs.postMessage(JSON.stringify({ news: "set-aside", ws: "sample-worcestershire", log: "shared" }));
      await new Promise((later) => setTimeout(later, number * 2));
      tabs.close();
      const label = [...document.querySelectorAll("label")].find((label) => label.textContent.startsWith("Add a note"));
      const field = document.getElementById(label.htmlFor);
      field.value = `Note ${number}`;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      [...document.querySelectorAll("button")].find((button) => button.textContent === "Save the note").click();
    }, number);
    await frame.isSaved();
    // The next reading would find it, so it is looked for before that.
    await page.waitForTimeout(150);
    if (!(await frame.risks.notes.getByText(`Note ${number}`, { exact: true }).isVisible())) lost.push(number);
  }
  assert.deepEqual(lost, [], "Saved, and not on the page.");
});

test("a device whose clock stands at 2099 loses nothing and takes nothing over, and its changes are marked and listed", async (t) => {
  const wrong = await visit(t, here);
  await wrong.context.clock.setFixedTime(new Date("2099-05-03T10:00:00Z"));
  await wrong.page.reload();
  await wrong.frame.openTheSample();
  await wrong.page.goto(`${here.url}${RISK}`);
  await wrong.frame.risks.rescore("High", "Major", "Said in 2099.");
  await wrong.frame.introduce("Wyn Wrong", "Wychavon District Council");
  await wrong.frame.isSaved();
  assert.equal(await wrong.page.getByText("Clock wrong").count(), 0, "By its own clock nothing is wrong.");
  await wrong.page.goto(`${here.url}#/files`);
  const fromWrong = await wrong.frame.files.export();

  const right = await visit(t, here);
  const { page, frame } = right;
  await frame.openTheSample();
  await writeNote(right, "Said today.");
  await frame.isSaved();
  await bringIn(right, { name: "wrong.concordat.json", buffer: readFileSync(await fromWrong.path()) });
  await frame.isSaved();
  await page.goto(`${here.url}${RISK}`);
  const wild = frame.risks.history.getByRole("listitem").filter({ hasText: "Said in 2099." });
  await wild.filter({ hasText: "3 May 2099" }).getByText("Clock wrong").waitFor();
  assert.equal(await frame.risks.history.getByText("Clock wrong").count(), 1);
  await axe(page, "a risk with a change by a clock that does not fit");

  // Whoever saw it and changes it again is not held up by its clock.
  await frame.risks.rescore("Low", "Low", "Said after all.");
  await frame.isSaved();
  await page.getByText("Likelihood Low (1), Impact Low (1).").waitFor();

  await frame.go("History");
  const clocks = frame.history.clocks;
  await clocks.getByText("1 change was made where the device's clock was set wrong.").waitFor();
  const item = clocks.getByRole("listitem");
  assert.equal(await item.count(), 1);
  const says = (await item.textContent()).replaceAll(/\s+/g, " ");
  for (const words of [/3 May 2099, 11:00/, /Score risk/, /That is 7\d years ahead of this device's clock, which says/, /Wyn Wrong, Wychavon District Council\. Came in wrong\.concordat\.json/]) assert.match(says, words);
  await frame.history.change("Said in 2099.").getByText("Clock wrong").waitFor();
  await axe(page, "the history with a clock that does not fit");
  await frame.history.asAt("2026-01-01");
  await frame.history.past.getByText("1 change states a time that cannot be right").waitFor();
  await frame.history.past.getByRole("link", { name: "See which" }).click();
  await clocks.waitFor();

  await page.goto(`${here.url}#/files`);
  const merged = await frame.code();
  const back = await frame.files.export();
  await bringIn(wrong, { name: "right.concordat.json", buffer: readFileSync(await back.path()) });
  await wrong.frame.isSaved();
  assert.equal(await wrong.frame.code({ otherThan: await codeOf(fromWrong) }), merged);
  await wrong.page.goto(`${here.url}${RISK}`);
  await wrong.page.getByText("Likelihood Low (1), Impact Low (1).").waitFor();
  await wrong.frame.risks.notes.getByText("Said today.", { exact: true }).waitFor();
});

async function codeOf(download) {
  return JSON.parse(readFileSync(await download.path(), "utf8")).check.code;
}

test("of a damaged body all is kept that can be read, and the rest is set aside with a sentence", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  const sample = await frame.code();
  await bringIn({ page, frame }, apart("torn", 30));
  await frame.isSaved();
  await page.goto(`${here.url}recovery.html`);
  await page.evaluate(async () => {
    const opened = await new Promise((resolve) => { const open = indexedDB.open("concordat"); open.onsuccess = () => resolve(open.result); });
    const writing = opened.transaction("log", "readwrite");
    const store = writing.objectStore("log");
    const keys = await new Promise((resolve) => { const all = store.getAllKeys(); all.onsuccess = () => resolve(all.result); });
    for (const key of keys) {
      const text = await new Promise((resolve) => { const one = store.get(key); one.onsuccess = () => resolve(one.result); });
      // Torn in its third line from the end, as a device does that runs out of power.
      if (text.includes("torn, note 27")) store.put(text.replace("torn, note 27", "torn, no\u0000\u0000\u0000"), key);
    }
    await new Promise((resolve) => { writing.oncomplete = resolve; });
    opened.close();
  });
  await page.goto(`${here.url}${RISK}`);
  await page.getByRole("alert").filter({ hasText: "1 change kept in this browser could not be read. They were set aside, not deleted; the rest is here." }).waitFor();
  await frame.risks.notes.getByText("torn, note 29", { exact: true }).waitFor();
  assert.equal(await frame.risks.notes.getByText(/^torn, note/).count(), 29);
  // The file still has it.
  await bringIn({ page, frame }, apart("torn", 30));
  await frame.isSaved();
  const whole = withThese(apart("torn", 30).ids);
  assert.notEqual(whole, sample);
  await frame.foot.getByText(`Code ${whole}`).waitFor();
});

test("what a closed page left behind illegibly is set aside with a sentence, and the rest of it is kept", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await writeNote({ page, frame }, "Kept.");
  await frame.isSaved();
  const before = await frame.code();
  await page.goto(`${here.url}recovery.html`);
  const [legible] = apart("left", 1).ids;
  const [, , line] = apart("left", 1).buffer.toString().split("\n");
  await page.evaluate(([id, line]) => {
    const name = (id) => `concordat.tail.sample-worcestershire.shared.${id}`;
    localStorage.setItem(name(id), JSON.stringify(line));
    localStorage.setItem(name("0123456789abcdef0123456789abcdef"), line.slice(0, 50));
    localStorage.setItem(name("fedcba9876543210fedcba9876543210"), JSON.stringify(line.slice(0, 50)));
  }, [legible, line]);
  await page.goto(`${here.url}${RISK}`);
  await frame.risks.notes.getByText("left, note 0", { exact: true }).waitFor();
  await frame.risks.notes.getByText("Kept.", { exact: true }).waitFor();
  await page.getByRole("alert").getByText(/^1 change that a page was closed over while saving could not be read\. They were set aside, not deleted/).waitFor();
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("concordat.tail.")));
  assert.notEqual(await frame.code(), before);
  await page.goto(`${here.url}recovery.html`);
  await page.getByRole("button", { name: "Download everything in this browser" }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download everything in this browser" }).click()]);
  const aside = JSON.parse(readFileSync(await download.path(), "utf8")).records.filter((record) => record.place === "aside");
  assert.equal(aside.length, 2, "What cannot be read was thrown away.");
});

for (const [promise, isInstalled, says, advises] of [
  [true, false, /^Yes\. This browser keeps the work until you delete it/, false],
  [false, false, /^No\. In a tab like this one the browser may clear the work by itself: Safari does so after seven days/, true],
  [false, true, /^No\. From the home screen the work is not cleared after a time without a visit/, false],
]) {
  test(`the browser is asked to keep the work, answers ${promise ? "yes" : "no"}${isInstalled ? " on the home screen" : ""}, and the page says what that means`, async (t) => {
    const { page, context, frame } = await visit(t, here, { path: "recovery.html" });
    await context.addInitScript(([promise, isInstalled]) => {
      StorageManager.prototype.persisted = async () => sessionStorage.getItem("asked") !== null && promise;
      StorageManager.prototype.persist = async () => { sessionStorage.setItem("asked", "yes"); return promise; };
      if (isInstalled) Object.defineProperty(navigator, "standalone", { value: true });
    }, [promise, isInstalled]);
    await page.goto(here.url);
    await page.getByText("Nothing is kept in this browser yet.").waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.getItem("asked")), null, "Nobody has anything to keep yet.");
    await frame.startAWorkspace();
    await page.waitForFunction(() => sessionStorage.getItem("asked"));
    await frame.go("Files");
    const storage = page.getByRole("region", { name: "Storage" });
    await storage.getByText(says).waitFor();
    assert.equal(await storage.getByRole("link", { name: "How to put it on the home screen" }).count(), advises ? 1 : 0);
    assert.equal(await storage.getByRole("button", { name: "Ask the browser to keep it" }).count(), promise ? 0 : 1);
    await axe(page, "what the browser promises");
  });
}
