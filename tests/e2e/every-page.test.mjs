// Every page, with the sample and in an empty workspace: accessible, never wider than its window, large enough to tap,
// in every colour scheme and on paper.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { axe, PHONE, pictures, scrollsSideways, site, TABLET, visit } from "./support/index.mjs";

const here = await site();

const PLAIN = ["#/", "#/savings", "#/risks", "#/services", "#/decisions", "#/opportunities", "#/commitments", "#/measures", "#/enter", "#/partners", "#/programme", "#/issues", "#/conflicts", "#/history", "#/compare", "#/settings", "#/files", "#/about", "#/search?q=council", "#/nowhere"];
const OF_THE_SAMPLE = [
  ...PLAIN, "#/savings?by=service", "#/savings?by=programme&view=cumulative", "#/risks/at/2x2", "#/risks/wett-clash", "#/compare?with=2010-12-09", "#/as-at/2010-12-09/risks", "#/services/payroll", "#/partners/redditch",
];
const OF_AN_EMPTY_ONE = [...PLAIN, "#/risks/none", "#/services/none", "#/services/none/case", "#/measures/none", "#/partners/none", "#/issues/none"];
// 320 × 256 is a screen of 1280 × 1024 at 400 % zoom.
const WINDOWS = [{ width: 320, height: 640 }, { width: 320, height: 256 }, PHONE, { width: 768, height: 1024 }, TABLET];

async function goTo(page, fragment) {
  await page.goto(`${here.url}${fragment}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  // Charts draw themselves once they know how wide they may be.
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
}

/** What can be tapped and is smaller than a fingertip. A link in a sentence is as high as its line. */
async function tooSmall(page) {
  return page.evaluate(() => {
    const LEAST = 43.5;
    const words = (element) => (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).replaceAll(/\s+/g, " ").trim().slice(0, 60);
    const isInSentence = (element) => {
      if (element.localName !== "a" || getComputedStyle(element).display !== "inline") return false;
      const around = element.closest("p, li, small, dd, figcaption, td, th, div");
      return around.textContent.trim().length > element.textContent.trim().length;
    };
    const box = (element) => {
      const label = ["radio", "checkbox"].includes(element.type) ? element.closest("label") : null;
      return (label ?? element).getBoundingClientRect();
    };
    const small = [];
    for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("[inert], .visually-hidden, .skip, svg")) continue;
      const { width, height } = box(element);
      if (width === 0 || isInSentence(element) || (width >= LEAST && height >= LEAST)) continue;
      small.push(`${element.localName} "${words(element)}" ${Math.round(width)} × ${Math.round(height)}`);
    }
    return [...new Set(small)];
  });
}

/** What is pressed or dropped on and touches the words above it, and choices that are cut where they are shown. */
async function tooClose(page) {
  return page.evaluate(() => {
    const words = (element) => element.textContent.replaceAll(/\s+/g, " ").trim().slice(0, 40);
    const found = [];
    for (const element of document.querySelectorAll("main :is(.button, .buttons, .drop, .conflict)")) {
      const above = element.previousElementSibling;
      if (!above?.matches("p, ul, ol, dl") || !element.checkVisibility() || !above.checkVisibility()) continue;
      const gap = element.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
      if (above.getBoundingClientRect().height > 0 && gap > -4 && gap < 8) found.push(`"${words(element)}" stands ${Math.round(gap)} px below "${words(above)}"`);
    }
    const pen = document.createElement("canvas").getContext("2d");
    const ARROW = 18;
    for (const select of document.querySelectorAll("main .filters select")) {
      if (!select.checkVisibility() || select.selectedIndex < 0) continue;
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      pen.font = font;
      const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - ARROW;
      const needs = pen.measureText(select.selectedOptions[0].text).width;
      if (needs > room + 1) found.push(`the choice "${select.selectedOptions[0].text}" needs ${Math.round(needs)} px and has ${Math.round(room)}`);
    }
    return [...new Set(found)];
  });
}

for (const [whose, fragments, open] of [
  ["the sample", OF_THE_SAMPLE, (frame) => frame.openTheSample()],
  ["an empty workspace", OF_AN_EMPTY_ONE, (frame) => frame.startAWorkspace()],
]) {
  test(`every page of ${whose} is accessible, fits every window and can be tapped`, async (t) => {
    const { page, frame } = await visit(t, here);
    await open(frame);
    for (const fragment of fragments) {
      await t.test(fragment, async () => {
        const wrong = [];
        await goTo(page, fragment);
        try {
          await axe(page, `${fragment} of ${whose}`);
        } catch (error) {
          wrong.push(error.message);
        }
        for (const size of WINDOWS) {
          await page.setViewportSize(size);
          await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
          if (await scrollsSideways(page)) wrong.push(`It scrolls sideways at ${size.width} × ${size.height}: ${await widest(page)}`);
          if (size.height !== 256) wrong.push(...(await tooSmall(page)).map((target) => `Too small at ${size.width}: ${target}`));
          if (size.width >= PHONE.width) wrong.push(...(await tooClose(page)).map((pair) => `Too close at ${size.width}: ${pair}`));
        }
        await page.setViewportSize(TABLET);
        if (wrong.length > 0) assert.fail(wrong.join("\n"));
      });
    }
  });
}

/** The elements that stick out furthest. */
async function widest(page) {
  return page.evaluate(() => {
    const most = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > most + 0.5);
    return out.slice(-3).map((element) => `${element.localName}.${element.className?.baseVal ?? element.className} to ${Math.round(element.getBoundingClientRect().right)}`).join(", ");
  });
}

test("every page of an empty workspace says what to do next", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.startAWorkspace();
  for (const [fragment, says, way] of [
    ["#/", "Nothing has been recorded yet.", "Add the partners"], ["#/savings", "No figures have been recorded.", "Add a line"],
    ["#/risks", "No risks have been recorded.", "Add a risk"], ["#/services", "No services have been recorded.", "Add a service"],
    ["#/measures", "No measures have been recorded.", "Add a service first"], ["#/enter", "No service has a measure yet.", "Measures"],
    ["#/partners", "No partners have been recorded.", "Add a partner"], ["#/programme", "No programmes have been recorded.", "Add a programme"],
    ["#/issues", "No issues have been recorded.", "Add an issue"], ["#/conflicts", "There is nothing to settle.", "Import a bundle"],
    ["#/history", "No meeting is marked yet.", "Mark a meeting"], ["#/compare", "No meeting is marked yet", "Mark one in the history"],
    ["#/settings", "There are no partners yet.", "Add the partners"],
  ]) {
    await t.test(fragment, async () => {
      await goTo(page, fragment);
      const main = page.getByRole("main");
      await main.getByText(says).first().waitFor();
      await main.getByRole("button", { name: way }).or(main.getByRole("link", { name: way, exact: true })).first().waitFor();
    });
  }
});

test("every page is accessible on a phone in the dark", async (t) => {
  const { page, frame } = await visit(t, here, { viewport: PHONE, colorScheme: "dark", reducedMotion: "reduce" });
  await frame.openTheSample();
  for (const fragment of OF_THE_SAMPLE) {
    await t.test(fragment, async () => {
      await goTo(page, fragment);
      assert.ok(await page.evaluate(() => { const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number); return red + green + blue < 240; }), "It is not dark.");
      await axe(page, `${fragment} in the dark`);
    });
  }
});

test("light and dark can be chosen against the device, and stay chosen", async (t) => {
  const { page, frame } = await visit(t, here, { colorScheme: "light" });
  await frame.firstVisit.openTheSample.waitFor();
  const brightness = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number).slice(0, 3).reduce((sum, part) => sum + part));
  assert.ok((await brightness()) > 600);
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  assert.ok((await brightness()) < 240);
  await page.reload();
  await frame.firstVisit.openTheSample.waitFor();
  assert.ok((await brightness()) < 240, "The choice is forgotten.");
  await axe(page, "the first visit in chosen dark");
});

test("forced colours keep every page readable and every cell of the heatmap apart", async (t) => {
  const { page, frame } = await visit(t, here, { forcedColors: "active" });
  await frame.openTheSample();
  for (const fragment of ["#/", "#/savings", "#/risks", "#/risks/wett-clash", "#/services", "#/partners"]) {
    await goTo(page, fragment);
    await axe(page, `${fragment} in forced colours`);
  }
  await goTo(page, "#/risks");
  const borders = await page.getByRole("main").getByRole("table").first().getByRole("cell").evaluateAll((cells) =>
    cells.filter((cell) => cell.firstElementChild).map((cell) => getComputedStyle(cell.firstElementChild).borderStyle));
  assert.ok(borders.length >= 16 && borders.every((style) => style !== "none"), `Cells run into each other: ${borders}`);
});

test("reduced motion leaves nothing that moves", async (t) => {
  const { page, frame } = await visit(t, here, { reducedMotion: "reduce" });
  await frame.openTheSample();
  for (const fragment of ["#/", "#/savings", "#/risks/wett-clash"]) {
    await goTo(page, fragment);
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.01);
      return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration));
    }).map((element) => `${element.localName}.${element.className}`));
    assert.deepEqual(moving, [], fragment);
  }
});

test("every page prints on A4 with its heads", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  mkdirSync("test-results/paper", { recursive: true });
  for (const fragment of ["#/", "#/savings", "#/risks", "#/risks/wett-clash", "#/services", "#/services/payroll", "#/partners", "#/programme", "#/issues"]) {
    await t.test(fragment, async () => {
      await goTo(page, fragment);
      const path = `test-results/paper/${fragment.replaceAll(/\W+/g, "-").replaceAll(/^-|-$/g, "") || "overview"}.pdf`;
      const pdf = await page.pdf({ path, format: "A4", preferCSSPageSize: true });
      const boxes = [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [Math.round(width), Math.round(height)].sort((one, other) => one - other));
      assert.ok(boxes.length > 0, "There is no sheet.");
      for (const box of boxes) assert.deepEqual(box, [595, 842], "A sheet is not A4.");
      const read = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
      if (read.error) return t.diagnostic("pdftotext is not here, so the words on paper were not read.");
      const sheets = read.stdout.split("\f").slice(0, -1);
      for (const [place, sheet] of sheets.entries()) {
        assert.match(sheet, /Bromsgrove, Redditch and Worcestershire/, `Sheet ${place + 1} does not say of which workspace it is.`);
      }
      assert.match(sheets[0], /As at 17 January 2011/);
      assert.match(sheets[0], /sample/);
      assert.doesNotMatch(read.stdout, /Skip to the page|Search this workspace|Undo/, "What is of no use on paper is on it.");
    });
  }
});

test("pictures of every page", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  for (const fragment of ["#/", "#/savings", "#/risks", "#/risks/at/2x2", "#/risks/wett-clash", "#/services", "#/services/payroll", "#/partners", "#/programme", "#/issues", "#/settings", "#/files"]) {
    await goTo(page, fragment);
    await pictures(page, `sample-${fragment.replaceAll(/\W+/g, "-").replaceAll(/^-|-$/g, "") || "overview"}`);
  }
});
