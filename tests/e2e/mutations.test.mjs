// An edit changes only what it must in the page: a rescore seen from the page of risks, where the grid, the sentence
// and the register stand side by side.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Frame } from "./pages/frame.mjs";
import { site, visit } from "./support/index.mjs";

const here = await site();

/** Names every place of the page that changes from now on: a cell, a row, a sentence, or where else it is. */
async function watchChanges(page) {
  await page.evaluate(() => {
    const text = (element) => element?.textContent.replaceAll(/\s+/g, " ").trim() ?? "";
    const placeOf = (node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const cell = element?.closest("td");
      const heat = element?.closest("table:not([role])");
      if (heat && cell) return `cell ${heat.rows.length - 1 - cell.parentElement.rowIndex}x${cell.cellIndex}`;
      const row = element?.closest("tbody tr");
      if (row) return `row ${text(row.querySelector("th a"))}`;
      if (element?.matches("figcaption + p")) return "the sentence";
      // On paper the frame says the code of the work as well.
      if (element?.closest("header.brand, .print-head")) return "the frame";
      if (element?.closest('footer, [role="status"]')) return "the frame";
      if (element?.closest("button") && !element.closest("main")) return "the frame";
      const path = [];
      for (let at = element; at; at = at.parentElement) path.unshift(at.className ? `${at.localName}.${at.className}` : at.localName);
      return `elsewhere: ${path.slice(-4).join(" > ")}: ${text(element).slice(0, 80)}`;
    };
    globalThis.changes = [];
    const note = (records) => {
      for (const record of records) {
        // A row that moves to another place in the order leaves its body and comes back to it.
        const moved = [...record.addedNodes, ...record.removedNodes].filter((node) => node instanceof HTMLTableRowElement);
        const places = record.type === "childList" && record.target instanceof HTMLTableSectionElement && moved.length > 0
          ? moved.map(placeOfRow) : [placeOf(record.target)];
        globalThis.changes.push(...places.map((place) => ({ place, type: record.type })));
      }
    };
    const placeOfRow = (row) => `moved ${text(row.querySelector("th a"))}`;
    const observer = new MutationObserver(note);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    globalThis.changesSoFar = () => {
      note(observer.takeRecords());
      return globalThis.changes.splice(0);
    };
  });
}

test("a rescore changes two cells, a row and a sentence", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}#/risks/staff-support`);
  await frame.risks.rescore("Significant", "Major", "The unions have asked for a ballot.");
  await frame.introduce();
  await frame.isSaved();
  // By reference, so that every row keeps its place.
  await page.goto(`${here.url}#/risks?sort=reference`);
  await frame.risks.heatmap.waitFor();
  await frame.risks.register.waitFor();
  // Each way the act stays on the page and scores the risk otherwise.
  for (const [act, what] of [[frame.undo, "undo"], [frame.redo, "redo"]]) {
    const code = await frame.code();
    await watchChanges(page);
    await act.click();
    await frame.code({ otherThan: code });
    await frame.isSaved();
    const changes = await page.evaluate(() => globalThis.changesSoFar());
    const places = [...new Set(changes.map((change) => change.place))].filter((place) => place !== "the frame").sort();
    t.diagnostic(`${changes.length} mutations, ${changes.filter((change) => change.place !== "the frame").length} of them in the page, by ${what}`);
    assert.deepEqual(places, ["cell 2x2", "cell 3x3", "row Staff are not won over", "the sentence"]);
    assert.ok(changes.length < 80, `${changes.length} mutations`);
  }
});

test("what another tab rescores changes no more than that here", async (t) => {
  const { page, context, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}#/risks`);
  await frame.risks.register.waitFor();
  const other = await context.newPage();
  await other.goto(`${here.url}#/risks/wett-clash`);
  const there = new Frame(other);
  await watchChanges(page);
  await there.risks.rescore("High", "Major", "The second phase overlaps.");
  await there.introduce();
  await there.isSaved();
  await frame.risks.cell("High", "Major").filter({ hasText: "1 risk, 10" }).waitFor();
  await frame.code({ otherThan: "" });
  const changes = await page.evaluate(() => globalThis.changesSoFar());
  const places = [...new Set(changes.map((change) => change.place))].filter((place) => place !== "the frame").sort();
  // By score, the highest comes first from now on: a row changes its place, and is not made anew.
  assert.ok(places.some((place) => place.startsWith("moved ")), "No row has changed its place.");
  assert.deepEqual(places.filter((place) => !place.startsWith("moved ")), ["cell 3x3", "cell 4x3", "row The county's programme and this one clash", "the sentence"]);
});
