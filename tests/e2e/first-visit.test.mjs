// The first visit: says what this is, offers three ways to begin, and shows no data that nobody asked for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();

test("the first visit offers the sample, a new workspace and a bundle", async (t) => {
  const { page, frame } = await visit(t, here);
  for (const way of [frame.firstVisit.openTheSample, frame.firstVisit.startANewWorkspace, frame.firstVisit.importABundle]) {
    await way.waitFor();
    assert.ok(await way.isEnabled());
  }
  await page.locator("#opening").waitFor({ state: "detached" });
  assert.ok(await frame.firstVisit.openTheSample.isEnabled(), "The program shows something else than the page did.");
  assert.equal(await page.getByText("Opening Concordat…").count(), 0, "The opening line is still there.");
  assert.equal(await page.getByRole("table").count(), 0, "There is data that nobody asked for.");
  await axe(page, "the first visit");
  await pictures(page, "first-visit");
});

test("the first visit fits a phone and the dark", async (t) => {
  const { page, frame } = await visit(t, here, { viewport: PHONE, colorScheme: "dark" });
  await frame.firstVisit.openTheSample.waitFor();
  assert.equal(await scrollsSideways(page), false);
  await axe(page, "the first visit, dark, on a phone");
});

test("the first visit fits 320 pixels", async (t) => {
  const { page, frame } = await visit(t, here, { viewport: { width: 320, height: 640 } });
  await frame.firstVisit.openTheSample.waitFor();
  assert.equal(await scrollsSideways(page), false);
});
