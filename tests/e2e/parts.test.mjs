// The program comes in parts: one that cannot be fetched is said, changes nothing, and can be asked for again.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { axe, host, site, visit } from "./support/index.mjs";

await site();
const part = (name) => readdirSync("dist").find((file) => file.startsWith(`chunk-${name}-`));

test("a page whose part cannot be fetched says so, and is there once it can", async (t) => {
  const here = await host(t);
  here.refused.add(part("others"));
  const { page, frame, allow } = await visit(t, here);
  allow(/503/);
  allow(/the host answered/);
  await frame.firstVisit.openTheSample.click();
  await frame.sample.waitFor();
  const code = await frame.code();
  await frame.go("Savings");
  await frame.heading.getByText("This page could not be fetched").waitFor();
  await axe(page, "a page that could not be fetched");
  await page.getByRole("button", { name: "Try again" }).click();
  await frame.heading.getByText("This page could not be fetched").waitFor();
  here.refused.clear();
  await page.getByRole("button", { name: "Try again" }).click();
  await frame.heading.getByText("Savings", { exact: true }).waitFor();
  assert.equal(await frame.code(), code);
});

test("without the part that reads and writes bundles nothing is done, and that is said", async (t) => {
  const here = await host(t);
  const { page, frame, allow } = await visit(t, here, { path: "recovery.html" });
  allow(/503/);
  allow(/the host answered/);
  here.refused.add(part("bundles"));
  await page.goto(here.url);
  await frame.firstVisit.openTheSample.click();
  await page.getByText(/^The part of Concordat that reads and writes bundles is not in this browser yet/).waitFor();
  assert.equal(await frame.sample.count(), 0);
  here.refused.clear();
  await frame.firstVisit.openTheSample.click();
  await frame.sample.waitFor();
});

test("a page that cannot fetch what draws it says so, and the way to the work is shown", async (t) => {
  const here = await host(t);
  const { page, frame, allow } = await visit(t, here, { path: "recovery.html" });
  allow(/503/);
  allow(/the host answered/);
  here.refused.add(part("overview"));
  await page.goto(`${here.url}#/`);
  await page.getByText("Part of Concordat is not in this browser yet").waitFor();
  await page.getByRole("link", { name: "Open the recovery page" }).waitFor();
  await axe(page, "a page without what draws it");
  here.refused.clear();
  await page.reload();
  await frame.firstVisit.openTheSample.click();
  await frame.sample.waitFor();
});

test("a browser that takes no program from a stream handed on by a script has it fetched again", async (t) => {
  const here = await host(t);
  const { page, frame } = await visit(t, here, { path: "recovery.html" });
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiateStreaming;
    globalThis.refused = 0;
    WebAssembly.instantiateStreaming = async (coming, imports) => {
      const answer = await coming;
      // What a script has put together has no address.
      if (answer.url !== "") return instantiate(answer, imports);
      globalThis.refused += 1;
      throw new TypeError("Not from a stream.");
    };
  });
  await page.goto(`${here.url}#/`);
  await frame.firstVisit.openTheSample.click();
  await frame.sample.waitFor();
  assert.equal(await page.evaluate(() => globalThis.refused), 1, "the program came as a stream of a script first");
});
