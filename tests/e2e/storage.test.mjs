// When the browser's storage is full, denied or damaged: a sentence, nothing lost from the screen, and a way out.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { axe, profile, site, visit } from "./support/index.mjs";

const here = await site();
const RISK = "#/risks/staff-support";

/** Every record of a store, `[key, value]`. The page's own connection is elsewhere: on the recovery page, or closed. */
async function records(page, name) {
  return page.evaluate(async (name) => {
    const open = indexedDB.open("concordat");
    const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
    const store = database.transaction(name).objectStore(name);
    const all = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const [keys, values] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
    database.close();
    return keys.map((key, place) => [key, values[place]]);
  }, name);
}

/** Puts a text in place of a record, or with none takes the record away. */
async function replace(page, name, key, text) {
  await page.evaluate(async ([name, key, text]) => {
    const open = indexedDB.open("concordat");
    const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
    const transaction = database.transaction(name, "readwrite");
    if (text === null) transaction.objectStore(name).delete(key);
    else transaction.objectStore(name).put(text, key);
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    database.close();
  }, [name, key, text ?? null]);
}

async function rescored(frame, page, likelihood, impact, why) {
  await page.goto(`${here.url}${RISK}`);
  await frame.risks.rescore(likelihood, impact, why);
  await frame.introduce();
}

test("a full browser says so, hands out a copy, and keeps what waits once there is room", async (t) => {
  const mine = await profile(t);
  const before = await mine.open(here);
  await before.frame.openTheSample();
  await before.close();
  // Browsers remember for a while how much room there was, so the room goes before the work is opened.
  const { page, context, frame } = await mine.open(here, { path: "icons/icon-192.png" });
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: here.origin, quotaSize: 1 });
  await rescored(frame, page, "High", "Major", "Said while there was no room.");
  const banner = page.getByRole("alert").filter({ hasText: "This browser is not keeping changes." });
  await banner.filter({ hasText: "This browser has no room left for Concordat's work." }).waitFor();
  await frame.banner.getByText("This browser is not keeping changes").waitFor();
  await frame.risks.history.getByText("Said while there was no room.").waitFor();
  await axe(page, "a browser without room");
  const [download] = await Promise.all([page.waitForEvent("download"), banner.getByRole("button", { name: "Download a copy" }).click()]);
  assert.match(await readFile(await download.path(), "utf8"), /Said while there was no room\./);
  await session.send("Storage.overrideQuotaForOrigin", { origin: here.origin });
  await banner.getByRole("button", { name: "Try again" }).click();
  await frame.isSaved();
  await banner.waitFor({ state: "detached" });
  await page.reload();
  await frame.risks.history.getByText("Said while there was no room.").waitFor();
});

test("a browser without storage lets a person look and work, says that nothing is kept, and hands out a copy", async (t) => {
  const { page, context, frame } = await visit(t, here, { path: "recovery.html" });
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException("denied here", "SecurityError"); };
  });
  await page.goto(here.url);
  const banner = page.getByRole("alert").filter({ hasText: "This browser is not keeping changes." });
  await banner.filter({ hasText: "This browser does not let Concordat keep work here" }).waitFor();
  await axe(page, "a first visit without storage");
  await frame.firstVisit.openTheSample.click();
  await frame.sample.waitFor();
  await rescored(frame, page, "High", "Major", "Said where nothing is kept.");
  await frame.risks.history.getByText("Said where nothing is kept.").waitFor();
  await banner.waitFor();
  await axe(page, "a risk without storage");
  const [download] = await Promise.all([page.waitForEvent("download"), banner.getByRole("button", { name: "Download a copy" }).click()]);
  assert.match(await readFile(await download.path(), "utf8"), /Said where nothing is kept\./);
});

test("a damaged line is set aside with a sentence, and the rest loads", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await rescored(frame, page, "High", "Major", "To be damaged.");
  await frame.isSaved();
  await page.goto(`${here.url}recovery.html`);
  const [key, line] = (await records(page, "log")).find(([, text]) => text.includes("To be damaged."));
  await replace(page, "log", key, line.replace("To be damaged.", "To be changed."));
  await page.goto(`${here.url}${RISK}`);
  await page.getByRole("alert").filter({ hasText: "1 change kept in this browser could not be read. They were set aside, not deleted; the rest is here." }).waitFor();
  await frame.heading.filter({ hasText: "Staff are not won over" }).waitFor();
  assert.equal(await page.getByText("To be changed.").count(), 0);
  await page.getByText("score 4", { exact: false }).first().waitFor();
  await axe(page, "a workspace with a damaged line");
  const aside = await records(page, "aside");
  assert.equal(aside.length, 1);
  assert.match(aside[0][1], /To be changed\./);
  await page.reload();
  await frame.heading.filter({ hasText: "Staff are not won over" }).waitFor();
  assert.equal(await page.getByText("could not be read").count(), 0, "It is said again although it was dealt with.");
});

test("a change that was only in the tail is kept after all", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await rescored(frame, page, "High", "Major", "Closed while saving.");
  await frame.isSaved();
  const code = await frame.code();
  await page.goto(`${here.url}recovery.html`);
  const [key, line] = (await records(page, "log")).find(([, text]) => text.includes("Closed while saving."));
  await replace(page, "log", key);
  const [ws, log, , id] = key.split("/");
  await page.evaluate(([name, line]) => localStorage.setItem(name, JSON.stringify(line)), [`concordat.tail.${ws}.${log}.${id}`, line]);
  await page.goto(`${here.url}${RISK}`);
  await frame.risks.history.getByText("Closed while saving.").waitFor();
  assert.equal(await frame.code(), code);
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("concordat.tail.")));
  assert.deepEqual((await records(page, "log")).find(([kept]) => kept === key), [key, line]);
});

test("a workspace is removed only after asking", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Files");
  const workspace = frame.files.workspace("Bromsgrove");
  await workspace.getByRole("button", { name: "Remove" }).click();
  await frame.dialog.getByRole("heading", { name: /^Remove "Bromsgrove, Redditch and Worcestershire" from this browser\?$/ }).waitFor();
  for (const says of [/^Its \d+ changes, with the whole history, go from this browser on this device for good\./, /^Files that you exported or handed on are not touched/, /never been handed on/]) {
    await frame.dialog.getByText(says).waitFor();
  }
  await axe(page, "asking before a workspace is removed");
  await frame.dialog.getByRole("button", { name: "Keep it" }).click();
  await page.reload();
  await workspace.waitFor();
  await workspace.getByRole("button", { name: "Remove" }).click();
  await frame.dialog.getByRole("button", { name: "Remove it" }).click();
  await workspace.waitFor({ state: "detached" });
  await axe(page, "files without a workspace");
  await page.goto(here.url);
  await frame.firstVisit.openTheSample.waitFor();
  await page.reload();
  await frame.firstVisit.openTheSample.waitFor();
  await page.goto(`${here.url}recovery.html`);
  assert.deepEqual(await records(page, "log"), []);
});

test("text with markup from a bundle is shown as text", async (t) => {
  const markup = '<img src="x" onerror="document.title=1"><script>document.title=2</script><b>bold</b> & "quoted"';
  const mine = await visit(t, here);
  await mine.frame.startAWorkspace(markup);
  await mine.page.goto(`${here.url}#/risks`);
  await mine.page.getByRole("button", { name: "Add a risk" }).click();
  await mine.page.getByLabel("Reference", { exact: true }).fill("1");
  await mine.page.getByLabel("Title", { exact: true }).fill(markup);
  await mine.page.getByLabel("Description").fill(markup);
  await mine.page.getByRole("button", { name: "Save the risk" }).click();
  await mine.frame.isSaved();
  await mine.frame.go("Files");
  const bundle = await (await mine.frame.files.export()).path();

  const { page, frame } = await visit(t, here, { fragment: "#/files" });
  await frame.files.choose(bundle);
  await frame.files.preview.getByRole("heading").getByText(markup).waitFor();
  await frame.files.bringIn.click();
  await frame.banner.getByText(markup).waitFor();
  for (const fragment of ["#/risks", "#/", "#/search?q=bold", "#/files", "#/settings"]) {
    await page.goto(`${here.url}${fragment}`);
    await frame.heading.waitFor();
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("img, body script, main b")].map((element) => element.outerHTML)), [], fragment);
    assert.ok(!["1", "2"].includes(await page.title()), fragment);
  }
  await page.goto(`${here.url}#/risks`);
  await frame.risks.link(markup).first().click();
  await frame.heading.filter({ hasText: markup }).waitFor();
  await axe(page, "a risk with markup in its title");
});
