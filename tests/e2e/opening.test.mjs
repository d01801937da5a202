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

test("a browser without WebAssembly is told what to do", async (t) => {
  const here = await host(t);
  for (const fragment of ["", "#/savings"]) {
    const { page, context } = await visit(t, here, { path: "recovery.html" });
    await context.addInitScript(() => { delete globalThis.WebAssembly; });
    await page.goto(`${here.url}${fragment}`);
    await page.getByText("This browser cannot run Concordat: it has no WebAssembly.").waitFor();
    assert.equal(await page.getByRole("button").count(), 0, "There is a button that does nothing.");
    await axe(page, "a browser without WebAssembly");
    await page.getByRole("link", { name: "Open the recovery page" }).click();
    await page.getByRole("heading", { name: "Recovery" }).waitFor();
  }
  assert.equal(here.requests.filter((path) => path.endsWith(".wasm")).length, 0, "A program that cannot run was fetched.");
});

test("a browser without JavaScript is told what to do, and nothing that is not so", async (t) => {
  const here = await host(t);
  const { page } = await visit(t, here, { javaScriptEnabled: false });
  const says = page.locator("noscript");
  await says.waitFor();
  assert.match(await says.textContent(), /^Concordat works inside your browser and needs JavaScript\. Allow it for this page/);
  assert.equal(await page.getByText("Opening Concordat…").isVisible(), false, "It says that it is opening, which it is not.");
  assert.equal(await page.getByRole("button").count(), 0, "There is a button that does nothing.");
});

test("a program that takes long says so and shows the way", async (t) => {
  const here = await host(t);
  const { page } = await visit(t, here, { path: "recovery.html" });
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

test("a press that is under way when the program draws the page counts", async (t) => {
  const here = await host(t);
  const { page, frame } = await visit(t, here, { path: "recovery.html" });
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(/\.wasm$/, async (route) => { await held; await route.continue(); });
  await page.goto(here.url);
  await frame.firstVisit.openTheSample.hover();
  await page.mouse.down();
  release();
  await page.locator("#opening").waitFor({ state: "detached" });
  await page.mouse.up();
  await frame.sample.waitFor();
});
