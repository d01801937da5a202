// What stands on the page until the program runs, and when it cannot.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, host, site, visit } from "./support/index.mjs";

await site();

test("a program that cannot be loaded leaves a way to the work", async (t) => {
  const here = await host(t);
  const { page, allow } = await visit(t, here, { path: "recovery.html" });
  allow(/./);
  await page.route(/\.wasm$/, (route) => route.fulfill({ status: 503, body: "Not now." }));
  await page.goto(here.url);
  await page.getByText("Concordat could not start in this browser.").waitFor();
  await axe(page, "the page without its program");
  await page.getByRole("link", { name: "Open the recovery page" }).click();
  await page.getByRole("heading", { name: "Recovery" }).waitFor();
});

test("a program that takes long says so and shows the way", async (t) => {
  const here = await host(t);
  const { page, allow } = await visit(t, here, { path: "recovery.html" });
  // The host ends with the test, in the middle of what the page fetches for use without a network.
  allow(/fetching the script/);
  await page.clock.install();
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(/\.wasm$/, async (route) => { await held; await route.continue(); });
  await page.goto(`${here.url}#/files`);
  await page.getByText("Opening Concordat…").waitFor();
  await page.clock.fastForward(11_000);
  await page.getByText("Concordat is taking longer than usual to open.").waitFor();
  await page.getByRole("link", { name: "Open the recovery page" }).waitFor();
  release();
  await page.getByRole("heading", { name: "Files", level: 1 }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Open the recovery page" }).count(), 0);
});
