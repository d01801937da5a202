// What the page is for, from end to end: a new user opens the sample, finds its figures, rescores a risk, keeps it
// without a network, and hands it on to another browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, host, site, visit } from "./support/index.mjs";

await site();
// A host that is off is no fault of the page; the browser logs it all the same.
const NO_NETWORK = /Failed to load resource|ERR_(CONNECTION|INTERNET)|Failed to update a ServiceWorker/;
const RISK = "Staff are not won over";

test("a member sees savings and risks, changes one without a network and hands it on", async (t) => {
  const here = await host(t);
  const { page, frame, allow } = await visit(t, here);
  await axe(page, "the first visit");
  await frame.openTheSample();
  await frame.readyOffline.waitFor();
  await axe(page, "the overview of the sample");

  await t.test("2010/11 is forecast at £964k at every grouping", async () => {
    await frame.go("Savings");
    for (const way of ["Partner", "Service", "Programme"]) {
      await frame.savings.choose("By", way);
      await frame.savings.isBy(way);
      assert.match(await frame.savings.says.textContent(), /£964k.*2010\/11|2010\/11.*£964k/, `By ${way}, the sentence says otherwise.`);
      assert.match(await (await frame.savings.yearRow("2010/11")).textContent(), /964/, `By ${way}, the table says otherwise.`);
      await axe(page, `savings by ${way}`);
    }
    await frame.savings.choose("By", "Partner");
    await frame.savings.isBy("Partner");
    const row = await (await frame.savings.yearRow("2010/11")).textContent();
    assert.match(row, /450/);
    assert.match(row, /514/);
  });

  await t.test("the two figures for the management team are flagged", async () => {
    const flagged = frame.savings.lines.getByRole("row").filter({ hasText: /management team/i }).filter({ hasText: "Not reconciled" });
    const rows = await flagged.allTextContents();
    assert.equal(rows.length, 2, rows.join("\n"));
    assert.ok(rows.some((row) => /246/.test(row)) && rows.some((row) => /330/.test(row)), rows.join("\n"));
  });

  const code = {};
  await t.test("a cell with three risks opens, and one of them is scored again for a reason", async () => {
    await frame.go("Risks");
    const cell = frame.risks.cell("Medium", "Marginal");
    assert.match(await cell.textContent(), /score 4: 3 risks, 4, 11 and 13/);
    await axe(page, "risks");
    await cell.click();
    assert.ok(page.url().endsWith("#/risks/at/2x2"));
    const opened = page.getByRole("region", { name: "Likelihood Medium, Impact Marginal, score 4: 3 risks" });
    await opened.waitFor();
    assert.equal(await opened.getByRole("listitem").count(), 3);
    await axe(page, "a cell of the heatmap");
    await opened.getByRole("link", { name: RISK }).click();
    await frame.heading.filter({ hasText: RISK }).waitFor();
    await axe(page, "a risk");
    code.before = await frame.code();
    await frame.risks.rescore("Significant", "Marginal", "The unions have asked for a ballot.");
    await frame.dialog.waitFor();
    await axe(page, "who are you");
    await frame.introduce("Pat Example", "Redditch Borough Council");
    await frame.isSaved();
    code.after = await frame.code({ otherThan: code.before });
  });

  await t.test("the network goes, the page is opened again, and it is kept with was, is, who and why", async () => {
    await here.turnOff();
    allow(NO_NETWORK);
    await page.reload();
    await frame.heading.filter({ hasText: RISK }).waitFor();
    const latest = frame.risks.history.getByRole("listitem").first();
    const says = (await latest.textContent()).replaceAll(/\s+/g, " ");
    for (const words of [/was Likelihood Medium, Impact Marginal, score 4/, /is Likelihood Significant, Impact Marginal, score 6/, /The unions have asked for a ballot\./, /Pat Example, Redditch Borough Council/]) {
      assert.match(says, words);
    }
    assert.equal(await frame.code(), code.after);
    await axe(page, "a risk with its history");
    await frame.go("Risks");
    await frame.risks.cell("Significant", "Marginal").filter({ hasText: "3 risks, 1, 4 and 9" }).waitFor();
  });

  let bundle;
  await t.test("it is exported under a name that says what it is", async () => {
    await frame.go("Files");
    const download = await frame.files.export();
    const today = await page.evaluate(() => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date()));
    assert.equal(download.suggestedFilename(), `Bromsgrove-Redditch-and-Worcestershire-${today}-${code.after}.concordat.json`);
    bundle = { name: download.suggestedFilename(), path: await download.path() };
    await axe(page, "files after an export");
  });

  await here.turnOn();
  await t.test("another browser brings it in and shows the same code", async (t) => {
    const other = await visit(t, here);
    const theirs = other.frame;
    // Before the program is there, the button leads to the page of files instead of opening a chooser.
    await theirs.foot.waitFor();
    const [chooser] = await Promise.all([other.page.waitForEvent("filechooser"), theirs.firstVisit.importABundle.click()]);
    await chooser.setFiles(bundle.path);
    await theirs.files.preview.waitFor();
    assert.match(await theirs.files.preview.textContent(), new RegExp(`"Bromsgrove, Redditch and Worcestershire", code ${code.after}`));
    await axe(other.page, "the preview of a bundle");
    await theirs.files.bringIn.click();
    await theirs.sample.waitFor();
    assert.equal(await theirs.code(), code.after);
    await theirs.isSaved();
    await other.page.reload();
    await theirs.sample.waitFor();
    assert.equal(await theirs.code(), code.after);
    await other.page.goto(`${here.url}#/risks/at/3x2`);
    await theirs.risks.link(RISK).first().click();
    await theirs.risks.history.getByText("The unions have asked for a ballot.").waitFor();
  });

  await t.test("the own earlier bundle changes nothing", async () => {
    await page.goto(`${here.url}#/files`);
    await frame.files.choose(bundle.path);
    await frame.files.preview.getByText("Nothing that is new here").waitFor();
    await axe(page, "the preview of what is here already");
    await frame.files.preview.getByRole("button", { name: "Open it" }).click();
    await frame.heading.filter({ hasText: "Where the programme stands" }).waitFor();
    assert.equal(await frame.code(), code.after);
  });
});

test("cancelling an import changes nothing", async (t) => {
  const here = await host(t);
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}#/risks/staff-support`);
  await frame.risks.rescore("High", "Critical", "To have something to hand on.");
  await frame.introduce();
  await frame.isSaved();
  await frame.go("Files");
  const bundle = await (await frame.files.export()).path();

  const other = await visit(t, here);
  await other.frame.openTheSample();
  const code = await other.frame.code();
  await other.frame.go("Files");
  await other.frame.files.choose(bundle);
  await other.frame.files.preview.getByText("1change that is new here").waitFor();
  await other.frame.files.preview.getByRole("button", { name: "Cancel" }).click();
  await other.frame.files.preview.waitFor({ state: "detached" });
  assert.equal(await other.frame.code(), code);
  await other.page.reload();
  await other.frame.sample.waitFor();
  assert.equal(await other.frame.code(), code);
});
