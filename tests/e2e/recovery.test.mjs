// The recovery page hands out every raw record, with or without the program, whatever state the database is in.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();
const recovery = { path: "recovery.html" };

/** Writes records into stores, making only those that are named. */
async function keep(page, stores, entries = {}) {
  await page.evaluate(async ([stores, entries]) => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open("concordat", 1);
      request.onupgradeneeded = () => Object.keys(stores).forEach((name) => request.result.createObjectStore(name));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const [name, records] of Object.entries(stores)) {
      const writing = database.transaction(name, "readwrite");
      for (const [key, value] of Object.entries(records)) writing.objectStore(name).put(value, key);
      await new Promise((resolve) => { writing.oncomplete = resolve; });
    }
    database.close();
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, [stores, entries]);
}

async function downloaded(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download everything in this browser" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^concordat-everything-\d{4}-\d\d-\d\d\.json$/);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

test("every record of every store goes into one file", async (t) => {
  const { page } = await visit(t, here, recovery);
  await keep(page,
    { log: { "w/shared/c/1": '{"id":"1"}', "w/shared/c/2": "damaged “line" }, aside: { "w/a": "x" }, local: {} },
    { "concordat.tail": "the last change", "another.site": "not ours" });
  await page.reload();
  await page.getByText("Found 4 records in 3 places.").waitFor();
  const file = await downloaded(page);
  assert.deepEqual(file.records, [
    { place: "aside", key: "w/a", value: "x" },
    { place: "log", key: "w/shared/c/1", value: '{"id":"1"}' },
    { place: "log", key: "w/shared/c/2", value: "damaged “line" },
    { place: "localStorage", key: "concordat.tail", value: "the last change" },
  ]);
  assert.deepEqual(file.problems, []);
  await axe(page, "the recovery page with records");
  await pictures(page, "recovery");
  await page.setViewportSize({ ...PHONE, width: 320 });
  assert.equal(await scrollsSideways(page), false);
});

test("an empty browser is told so, and no database is left behind", async (t) => {
  const { page } = await visit(t, here, recovery);
  await page.getByText("Concordat keeps nothing in this browser at this address.").waitFor();
  assert.ok(await page.getByRole("button", { name: "Download everything in this browser" }).isDisabled());
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
  await axe(page, "the recovery page without records");
});

test("missing stores and a later version do not stop it", async (t) => {
  const { page } = await visit(t, here, recovery);
  await keep(page, { log: { a: "1" } });
  await page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open("concordat", 7);
    request.onupgradeneeded = () => request.result.createObjectStore("later").put({ odd: true }, "k");
    request.onsuccess = () => resolve(request.result.close());
  }));
  await page.reload();
  await page.getByText("Found 2 records in 2 places.").waitFor();
  const file = await downloaded(page);
  assert.deepEqual(file.records, [{ place: "later", key: "k", value: { odd: true } }, { place: "log", key: "a", value: "1" }]);
});

test("a browser that denies storage is told so", async (t) => {
  const { page, context } = await visit(t, here, recovery);
  await context.addInitScript(() => {
    const deny = () => { throw new DOMException("denied here", "SecurityError"); };
    IDBFactory.prototype.open = deny;
    Object.defineProperty(globalThis, "localStorage", { get: deny });
  });
  await page.reload();
  await page.getByText("Found nothing that can be read. The reasons are below.").waitFor();
  const reasons = page.getByRole("list", { name: "What could not be read" }).getByRole("listitem");
  assert.equal(await reasons.count(), 2);
  await axe(page, "the recovery page without storage");
});
