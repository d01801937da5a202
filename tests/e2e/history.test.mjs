// Who changed what; undoing one earlier change; marking a meeting; and everything as it stood.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();

async function inTheSample(t) {
  const one = await visit(t, here);
  await one.frame.openTheSample();
  await one.page.goto(`${here.url}#/risks/wett-clash`);
  await one.frame.risks.rescore("High", "Major", "The second phase overlaps.");
  await one.frame.introduce();
  await one.frame.isSaved();
  return one;
}

test("the history says who changed what and why, and one change is undone for a reason", async (t) => {
  const { page, frame } = await inTheSample(t);
  await frame.go("History");
  const change = frame.history.change("The second phase overlaps.");
  await change.waitFor();
  const said = await change.first().textContent();
  for (const words of ["Pat Example", "Bromsgrove District Council", "score 9", "score 12"]) assert.ok(said.includes(words), said);
  await axe(page, "the history");

  await frame.history.filter("By").selectOption("Pat Example");
  await page.waitForURL(/by=Pat/);
  assert.equal(await frame.history.changes.getByRole("listitem").filter({ hasText: "Pat Example" }).count(), 1);

  await change.getByRole("button", { name: /^Undo this/ }).click();
  await frame.dialog.getByRole("button", { name: "Undo it" }).click();
  await frame.dialog.getByText("Say why this is undone.").first().waitFor();
  await axe(page, "the question why");
  await frame.dialog.getByLabel("Reason").fill("It was the other risk.");
  await frame.dialog.getByRole("button", { name: "Undo it" }).click();
  await frame.isSaved();
  await frame.history.change("It was the other risk.").waitFor();
  await frame.history.change("The second phase overlaps.").getByText(/Cannot be undone by itself/).waitFor();
  await page.goto(`${here.url}#/risks/wett-clash`);
  await page.getByText("Likelihood Significant (3), Impact Major (3).").waitFor();
});

test("an undo of what somebody else has built on is refused by field and name, and changes nothing", async (t) => {
  const pat = await inTheSample(t);
  const handOn = async ({ frame }) => {
    await frame.go("Files");
    const download = await frame.files.export();
    return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
  };
  const bringIn = async ({ page, frame }, file) => {
    await page.goto(`${here.url}#/files`);
    await frame.files.choose(file);
    await frame.files.bringIn.click();
    await frame.sample.waitFor();
    await frame.isSaved();
  };
  const kim = await visit(t, here);
  await bringIn(kim, await handOn(pat));
  await kim.page.goto(`${here.url}#/risks/wett-clash`);
  await kim.frame.risks.rescore("Low", "Low", "The second phase was put off.");
  await kim.frame.introduce("Kim Model", "Malvern Hills");
  await kim.frame.isSaved();
  await bringIn(pat, await handOn(kim));

  const { page, frame } = pat;
  const code = await frame.code();
  await page.goto(`${here.url}#/risks/wett-clash`);
  await frame.undo.click();
  await page.getByText(/^Nothing was undone: Kim Model has changed ".+" of risk 10 since\.$/).first().waitFor();
  await page.getByText("Likelihood Low (1), Impact Low (1).").waitFor();
  assert.equal(await frame.code(), code);
  await axe(page, "an undo that is refused");
});

test("a meeting is marked, and the work is read as that meeting saw it, on every page and after a reload", async (t) => {
  const { page, frame } = await inTheSample(t);
  await frame.go("History");
  await frame.history.mark("Board", "9 December 2010", "As it stood at the end of that day");
  await frame.isSaved();
  await axe(page, "a marked meeting");
  await frame.history.meetings.getByRole("link", { name: /^As it stood ?: Board, 9 December 2010$/ }).click();
  await frame.history.past.getByText("As it stood: Board, 9 December 2010.").waitFor();
  assert.match(page.url(), /#\/as-at\/meeting-/);
  await axe(page, "the overview as it stood");

  await frame.go("Risks");
  await frame.risks.heatmap.waitFor();
  await frame.history.past.waitFor();
  assert.match(page.url(), /#\/as-at\/meeting-.*\/risks/);
  assert.equal(await frame.risks.add.isVisible(), false, "Nothing that writes is offered.");
  assert.equal(await frame.undo.count() > 0 && (await frame.undo.first().isVisible()), false);
  await page.goto(`${page.url().replace(/\/risks.*/, "")}/risks/wett-clash`);
  await frame.heading.waitFor();
  assert.equal(await frame.risks.saveTheScore.isVisible(), false);
  await page.reload();
  await frame.history.past.waitFor();
  assert.ok(!(await frame.risks.main.textContent()).includes("The second phase overlaps."));

  await frame.history.backToNow.click();
  await frame.history.past.waitFor({ state: "detached" });
  await page.getByText("The second phase overlaps.").first().waitFor();
  await frame.risks.saveTheScore.waitFor();
});

test("every page is read as at a day, and none of them offers to write", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("History");
  await frame.history.asAt("2010-12-09");
  for (const place of ["/", "/savings", "/risks", "/risks/wett-clash", "/services", "/services/payroll", "/partners", "/partners/redditch", "/programme", "/issues", "/settings", "/history", "/conflicts"]) {
    await page.goto(`${here.url}#/as-at/2010-12-09${place}`);
    await frame.history.past.waitFor();
    const offered = await frame.history.main.getByRole("button", { name: /^(Add|Edit|Save(?! as)|Withdraw|Close this|Mark|Undo|Report|Move stage|Join|Choose)/ }).allTextContents();
    assert.deepEqual(offered, [], `${place} offers to write`);
    await axe(page, `${place} as at a day`);
  }
  await page.goto(`${here.url}#/as-at/meeting-none/risks`);
  await page.getByRole("alert").getByText("This meeting is not in this workspace.").waitFor();
});
