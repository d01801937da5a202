// Held for use without a network: everything after the first load, whatever the host does in between.
import assert from "node:assert/strict";
import { test } from "node:test";
import { host, profile, site, visit } from "./support/index.mjs";

await site();
// A host that is off is no fault of the page; the browser logs it all the same.
const NO_NETWORK = /Failed to load resource|ERR_(CONNECTION|INTERNET)|Failed to update a ServiceWorker/;

const buildOf = (page) => page.locator('meta[name="concordat-build"]').getAttribute("content");

test("a reload and the recovery page work without a network, under a sub-path", async (t) => {
  const here = await host(t);
  const { page, frame, allow } = await visit(t, here);
  await frame.readyOffline.waitFor();
  await here.turnOff();
  allow(NO_NETWORK);
  await page.reload();
  await frame.firstVisit.openTheSample.waitFor();
  await page.goto(`${here.url}recovery.html`);
  await page.getByRole("heading", { name: "Recovery" }).waitFor();
});

test("a browser that was closed opens the page again without a network", async (t) => {
  const here = await host(t);
  const mine = await profile(t);
  const before = await mine.open(here);
  await before.frame.readyOffline.waitFor();
  await before.close();
  await here.turnOff();
  const after = await mine.open(here);
  await after.frame.firstVisit.openTheSample.waitFor();
  await after.close();
});

test("once ready offline, only its own new version is asked for", async (t) => {
  const here = await host(t);
  const { page, frame } = await visit(t, here);
  await frame.readyOffline.waitFor();
  here.requests.length = 0;
  await page.reload();
  await frame.readyOffline.waitFor();
  await page.goto(`${here.url}#/about`);
  await page.goto(`${here.url}recovery.html`);
  await page.getByRole("heading", { name: "Recovery" }).waitFor();
  assert.deepEqual([...new Set(here.requests)].filter((path) => path !== "sw.js"), []);
});

test("a first load that broke off goes on where it stopped", async (t) => {
  const here = await host(t);
  const { page, frame, allow } = await visit(t, here, { path: "recovery.html" });
  allow(NO_NETWORK);
  allow(/503/);
  // Near the end of the list: by then most of the others are held.
  here.refused.add("worcestershire.concordat.json");
  await page.goto(here.url);
  await frame.firstVisit.openTheSample.waitFor();
  const state = () => page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith("concordat-files"));
    const held = name ? (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname) : [];
    return { isHeld: held.some((path) => path.endsWith("icons/icon-192.png")), isBusy: Boolean((await navigator.serviceWorker.getRegistration())?.installing) };
  });
  // The program registers the worker once it is there, so the fetching begins some time after the page is of use. The
  // worker gives a file up after three tries and leaves the registration empty.
  const patience = Date.now() + 20_000;
  let now = await state();
  while (Date.now() < patience && (!now.isHeld || now.isBusy)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    now = await state();
  }
  assert.deepEqual(now, { isHeld: true, isBusy: false }, "Nothing was kept of what had been fetched.");
  assert.equal(await frame.readyOffline.count(), 0);
  here.refused.clear();
  here.requests.length = 0;
  await page.reload();
  await frame.readyOffline.waitFor();
  const heldBefore = here.requests.filter((path) => path === "icons/icon-192.png");
  assert.deepEqual(heldBefore, [], "A file that was held already was fetched again.");
});

test("a new version is offered, waits, and comes with one tap", async (t) => {
  const here = await host(t);
  const { page, frame } = await visit(t, here);
  await frame.readyOffline.waitFor();
  const first = await buildOf(page);
  const build = await here.publishAnother();
  await page.reload();
  const take = page.getByRole("button", { name: "Use the new version" });
  await take.waitFor();
  assert.equal(await buildOf(page), first, "The new version came by itself.");
  await page.reload();
  await take.waitFor();
  assert.equal(await buildOf(page), first, "The new version came with a reload.");
  await take.click();
  await page.waitForFunction((build) => document.querySelector('meta[name="concordat-build"]').content.endsWith(build), build);
  await frame.firstVisit.openTheSample.waitFor();
  await here.turnOff();
  await page.goto(`${here.url}recovery.html`);
  await page.getByRole("heading", { name: "Recovery" }).waitFor();
});
