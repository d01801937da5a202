// Risks and issues: looked at, scored again, added, closed, withdrawn and put back.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { mutations } from "./support/mutations.mjs";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();
const CLASH = /programme and this one clash/;

async function sample(t, options) {
  const { page, frame } = await visit(t, here, options);
  await frame.firstVisit.openTheSample.click();
  await frame.navigation.waitFor();
  await frame.go("Risks");
  await frame.risks.heatmap.waitFor();
  return { page, frame, risks: frame.risks };
}

test("a cell leads to its risks, and a risk is scored again for a reason", async (t) => {
  const { page, frame, risks } = await sample(t);
  assert.equal(await risks.sentence.innerText(), "14 risks: 2 high, 11 medium, 1 low. Highest: 8 and 10, at 9.");
  await axe(page, "the risks");
  await pictures(page, "risks");
  await risks.cell("Significant", "Major").click();
  assert.match(page.url(), /#\/risks\/at\/3x3$/);
  assert.equal(await risks.cell("Significant", "Major").getAttribute("aria-current"), "true");
  const opened = risks.opened("Significant", "Major");
  assert.equal(await opened.getByRole("listitem").count(), 2);
  await axe(page, "a cell that is open");
  await opened.getByRole("link", { name: CLASH }).click();
  await frame.heading.getByText(CLASH).waitFor();

  await risks.saveTheScore.click();
  await page.getByRole("alert").getByText("Say why the score changes.").waitFor();
  await axe(page, "a score that was refused");
  await risks.rescore("High", "Major", "The second phase begins in June.");
  await frame.introduce();
  const latest = risks.history.getByRole("listitem").first();
  await latest.getByText("The second phase begins in June.").waitFor();
  const told = await latest.innerText();
  for (const part of ["Likelihood Significant, Impact Major, score 9", "Likelihood High, Impact Major, score 12", "Pat Example"]) {
    assert.ok(told.includes(part), `The history leaves out "${part}": ${told}`);
  }
  await axe(page, "a risk that was scored again");
  await pictures(page, "risk");
});

test("a new score changes two cells, one row and the sentence, and nothing else of the page", async (t) => {
  const { page, frame, risks } = await sample(t);
  await risks.link(CLASH).click();
  await risks.rescore("High", "Major", "The second phase begins in June.");
  await frame.introduce();
  await frame.undo.click();
  await page.goto(`${here.url}#/risks?sort=reference`);
  await risks.cell("Significant", "Major").filter({ hasText: "2 risks, 8 and 10" }).waitFor();
  await risks.row(CLASH).getByText("increased (S3c Appendix A, 10").waitFor();
  const counts = await mutations(page, async () => {
    await frame.redo.click();
    await risks.row(CLASH).getByText("increased from 9").waitFor();
  }, risks.cell("High", "Major"));
  const row = Object.keys(counts).find((place) => CLASH.test(place));
  assert.deepEqual(counts, {
    // What is read to a person.
    "figure__says": 1,
    // Its name, its number, its references, and the mark that one of its risks has gone up.
    "Likelihood Significant, Impact Major": 4,
    // A cell that held none becomes a link: the link comes, and what stood there goes.
    "Likelihood High, Impact Major": 2,
    // The score, the likelihood, and "increased from 9" in place of what the paper states: its words, its mark as
    // something stated, and its source, which goes as one text and one element between two markers.
    [row]: 8,
  });
});

test("the address holds what is shown, and a spreadsheet gets the same", async (t) => {
  const { page, risks } = await sample(t);
  await risks.filter("Band").selectOption("High");
  assert.match(page.url(), /#\/risks\?band=high$/);
  await page.getByRole("status").getByText("2 of 14 open risks: high.").waitFor();
  await risks.sortBy("Ref").click();
  assert.match(page.url(), /band=high&sort=reference$/);
  const [download] = await Promise.all([page.waitForEvent("download"), risks.csv.click()]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  assert.equal(lines.length, 3);
  assert.match(lines[1], /^8,/);
  assert.match(lines[2], /^10,/);
  await page.reload();
  await risks.row(CLASH).waitFor();
  assert.equal(await risks.register.getByRole("row").count(), 3);
  await risks.everything.click();
  await risks.row(/culture/).waitFor();
  await risks.filter("Owner").selectOption("Transformation Team");
  await page.getByRole("status").getByText("1 of 14 open risks: owner Transformation Team.").waitFor();
});

test("movement is worked out since a chosen day", async (t) => {
  const { page, frame, risks } = await sample(t);
  await risks.link(/won over/).click();
  await risks.rescore("High", "Major", "Two forums were cancelled.");
  await frame.introduce();
  await risks.history.getByText("Two forums were cancelled.").waitFor();
  await frame.go("Risks");
  await risks.row(/won over/).getByText("increased from 4").waitFor();
  await risks.filter("Movement since").fill("2009-09-02");
  await risks.row(/won over/).getByText("new").waitFor();
  assert.match(page.url(), /since=2009-09-02/);
});

test("a risk is added, closed, opened again, withdrawn and put back", async (t) => {
  const { page, frame, risks } = await sample(t);
  await risks.add.click();
  await risks.saveTheRisk.click();
  await page.getByRole("alert").getByText("Say what may happen.").first().waitFor();
  await axe(page, "a risk that was refused");
  const form = page.getByRole("region", { name: "Add a risk" });
  await form.getByLabel("Title", { exact: true }).fill("The depot floods");
  await form.getByLabel("Owner", { exact: true }).fill("Head of Property");
  await risks.saveTheRisk.click();
  await frame.introduce();
  await frame.heading.getByText("The depot floods").waitFor();
  await page.getByText("not scored").first().waitFor();

  await page.getByRole("button", { name: "Close this risk" }).click();
  await risks.because("It was moved.", "Close it");
  await page.getByText("This risk is closed. Open it again before you score it.").waitFor();
  await page.getByRole("button", { name: "Open this risk again" }).click();
  await risks.because("It was moved back.", "Open it");
  await risks.saveTheScore.waitFor();
  await frame.go("Risks");
  await page.getByRole("region", { name: "Not scored: 1 risk" }).getByRole("link", { name: "The depot floods" }).click();
  await page.getByRole("button", { name: "Withdraw The depot floods" }).click();
  await risks.because("Entered twice.", "Withdraw it");
  await page.getByText(/^This risk was withdrawn on /).waitFor();
  await axe(page, "a risk that was withdrawn");
  await page.getByRole("button", { name: "Put it back" }).click();
  await risks.saveTheScore.waitFor();
  await page.goto(`${here.url}#/risks/nowhere`);
  await frame.heading.getByText("No such risk").waitFor();
});

test("the heatmap and a risk fit a phone and 320 pixels", async (t) => {
  const { page, risks } = await sample(t, { viewport: PHONE, colorScheme: "dark" });
  assert.equal(await scrollsSideways(page), false);
  await axe(page, "the risks, dark, on a phone");
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await scrollsSideways(page), false);
  await risks.cell("Significant", "Major").click();
  assert.equal(await scrollsSideways(page), false);
  await risks.opened("Significant", "Major").getByRole("link", { name: CLASH }).click();
  await risks.saveTheScore.waitFor();
  assert.equal(await scrollsSideways(page), false);
  await axe(page, "a risk on 320 pixels");
});

test("an issue is added, changed, closed and opened again", async (t) => {
  const { page, frame, risks } = await sample(t);
  await frame.go("Issues");
  await axe(page, "the issues");
  await pictures(page, "issues");
  await frame.issues.add.click();
  await page.getByLabel("Title", { exact: true }).fill("The depot is under water");
  await page.getByLabel("Was risk", { exact: true }).selectOption({ label: "Risk 12: Savings and other benefits do not come as projected" });
  await frame.issues.saveTheIssue.click();
  await frame.introduce();
  await frame.heading.getByText("The depot is under water").waitFor();
  await page.getByRole("link", { name: /^Risk 12/ }).waitFor();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Owner", { exact: true }).fill("Head of Property");
  await page.getByLabel("Due", { exact: true }).fill("2011-02-01");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("definition").getByText("1 February 2011").waitFor();
  await page.getByRole("definition").getByText("Head of Property").waitFor();
  await page.getByRole("button", { name: "Close this issue" }).click();
  await risks.because("Pumped out.", "Close it");
  await page.getByRole("definition").getByText("Closed").waitFor();
  await frame.go("Issues");
  const row = frame.issues.list.getByRole("row").last();
  assert.match(await row.innerText(), /The depot is under water[\s\S]*Closed/);
  await page.getByLabel("Owner", { exact: true }).selectOption("Head of Property");
  await page.getByLabel("State", { exact: true }).selectOption("Open");
  assert.match(page.url(), /#\/issues\?owner=Head%20of%20Property&state=open$/);
  await page.getByText("No issue is like that.").waitFor();
  await axe(page, "issues of which none is chosen");
  await page.getByLabel("State", { exact: true }).selectOption("Closed");
  await page.getByRole("status").getByText(/^1 of \d+ issues?: owner Head of Property, closed\.$/).waitFor();
  await page.reload();
  await row.waitFor();
  assert.equal(await frame.issues.list.getByRole("row").count(), 2);
  await page.getByRole("link", { name: "Show everything" }).click();
  assert.match(page.url(), /#\/issues$/);
  await row.getByRole("link").click();
  await page.getByRole("button", { name: "Open this issue again" }).click();
  await risks.because("It rains.", "Open it");
  await page.getByRole("button", { name: "Close this issue" }).waitFor();
  await axe(page, "an issue");
});
