// The essential steps with the keyboard alone, and where the focus is after each.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site, visit } from "./support/index.mjs";

const here = await site();

/** What has the focus, as a screen reader names it. */
async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element.labels?.[0]?.textContent ?? element.getAttribute("aria-label") ?? element.textContent;
    return label.replaceAll(/\s+/g, " ").trim();
  });
}

/** Tabs on until something with this name has the focus; not for ever. */
async function tabTo(page, name, { key = "Tab", most = 120 } = {}) {
  const passed = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name instanceof RegExp ? name.test(now) : now === name) return;
    passed.push(now.slice(0, 40));
  }
  throw new Error(`${key} never comes to ${name}. It came past: ${passed.join(" | ")}`);
}

test("the main job is done without a pointer", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.foot.waitFor();
  await tabTo(page, "Open the sample");
  await page.keyboard.press("Enter");
  await frame.sample.waitFor();
  await frame.isSaved();

  await t.test("the skip link leads to the page, past everything before it", async () => {
    await page.reload();
    await frame.heading.filter({ hasText: "Where the programme stands" }).waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Skip to the page");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.localName === "h1");
  });

  await t.test("after navigation the focus is on the heading", async () => {
    await page.keyboard.press("Shift+Tab");
    await tabTo(page, /^Risks/, { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    await frame.heading.filter({ hasText: "Risks" }).waitFor();
    await page.waitForFunction(() => document.activeElement.localName === "h1" && document.activeElement.textContent === "Risks");
  });

  await t.test("a cell opens, a risk in it opens", async () => {
    await tabTo(page, /^Likelihood Medium, Impact Marginal, score 4: 3 risks/);
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Likelihood Medium, Impact Marginal, score 4: 3 risks" }).waitFor();
    await tabTo(page, "Staff are not won over");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.localName === "h1" && document.activeElement.textContent.includes("Staff are not won over"));
  });

  await t.test("saving nothing puts the focus on what is wrong, and each line leads to its field", async () => {
    await tabTo(page, "Save the score");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.getAttribute("role") === "alert");
    assert.match(await focused(page), /^2 answers need putting right/);
    await tabTo(page, "Say why the score changes.", { most: 3 });
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.labels?.[0]?.textContent === "Reason");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-invalid")), "true");
    await tabTo(page, "Choose a likelihood and an impact in the grid.", { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.type === "radio");
  });

  await t.test("arrows choose a cell of the grid, and the dialog that asks who it is keeps the focus and gives it back", async () => {
    const isAt = (name) => page.waitForFunction((name) => document.activeElement.getAttribute("aria-label") === name, name);
    for (const key of ["ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    await isAt("Likelihood Significant, Impact Critical, score 12");
    assert.ok(await page.evaluate(() => document.activeElement.checked));
    await tabTo(page, "Reason");
    await page.keyboard.type("The unions have asked for a ballot.");
    await tabTo(page, "Save the score");
    await page.keyboard.press("Enter");
    await frame.dialog.waitFor();
    await page.waitForFunction(() => document.activeElement.closest("dialog"));
    const stops = new Set();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      // The browser itself takes a turn between the last stop and the first.
      if (await page.evaluate(() => document.activeElement !== document.body && !document.activeElement.closest("dialog"))) assert.fail(`The dialog let the focus go to ${await focused(page)}`);
      stops.add(await focused(page));
    }
    for (const name of ["Your name", "Your council", "Save", "Cancel"]) assert.ok(stops.has(name), `The dialog never comes to ${name}.`);
    await page.keyboard.press("Escape");
    await frame.dialog.waitFor({ state: "hidden" });
    await page.waitForFunction(() => document.activeElement.textContent === "Save the score");
    await page.keyboard.press("Enter");
    await frame.dialog.waitFor();
    await page.waitForFunction(() => document.activeElement.closest("dialog"));
    if ((await focused(page)) !== "Your name") await tabTo(page, "Your name", { most: 6 });
    await page.keyboard.type("Pat Example");
    await tabTo(page, "Your council", { most: 2 });
    await page.keyboard.type("Redditch Borough Council");
    await page.keyboard.press("Enter");
    await frame.dialog.waitFor({ state: "hidden" });
    await frame.isSaved();
    await frame.risks.history.getByText("The unions have asked for a ballot.").waitFor();
  });

  await t.test("undo, search and export", async () => {
    await tabTo(page, /^Undo: score risk 4/, { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    await frame.redo.filter({ hasText: "Redo: score risk 4" }).waitFor();
    await tabTo(page, "Search this workspace");
    await page.keyboard.type("payroll");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.localName === "h1" && document.activeElement.textContent === "Search");
    await page.getByRole("main").getByRole("link", { name: "Payroll" }).first().waitFor();
    await tabTo(page, "Files", { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    await frame.heading.filter({ hasText: "Files" }).waitFor();
    await tabTo(page, "Export a bundle");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(download.suggestedFilename(), /\.concordat\.json$/);
  });

  await t.test("what has the focus can be seen", async () => {
    await page.goto(`${here.url}#/risks`);
    await frame.risks.register.waitFor();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return;
        const shown = [element, element.parentElement, element.nextElementSibling].filter(Boolean).map((one) => getComputedStyle(one));
        const isSeen = shown.some((style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none");
        // A date field is several stops; in its own button the browser draws the ring.
        globalThis.seen ??= new Map();
        globalThis.seen.set(element, globalThis.seen.get(element) || isSeen);
      });
    }
    const unseen = await page.evaluate(() => [...globalThis.seen].filter(([, isSeen]) => !isSeen).map(([element]) => element.outerHTML.slice(0, 120)));
    assert.ok((await page.evaluate(() => globalThis.seen.size)) > 30, "Hardly anything took the focus.");
    assert.deepEqual(unseen, []);
  });
});

test("a dialog that was opened by a button gives the focus back to it", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}#/risks/staff-support`);
  const close = page.getByRole("button", { name: "Close this risk" });
  await close.focus();
  await page.keyboard.press("Enter");
  await frame.dialog.waitFor();
  await page.keyboard.press("Escape");
  await frame.dialog.waitFor({ state: "hidden" });
  assert.equal(await focused(page), "Close this risk");
});
