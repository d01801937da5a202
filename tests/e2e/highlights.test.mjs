// An officer publishes reports with something carried over, corrects one, and every promise can be followed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();

test("a report is written, survives, is published for good, and the next one takes its plan over", async (t) => {
  const { page, frame } = await visit(t, here);
  const { reports } = frame;
  const main = page.getByRole("main");
  await frame.openTheSample();
  await frame.go("Highlight reports");
  await frame.heading.filter({ hasText: "Highlight reports" }).waitFor();
  await main.getByRole("rowheader", { name: "Trees" }).getByRole("link").click();
  await frame.heading.filter({ hasText: "Highlight reports: Trees" }).waitFor();

  await t.test("what is typed is there again when the page was closed, and so is the kept draft", async () => {
    await reports.drafts.getByLabel("Period ending").fill("2010-11-30");
    await reports.drafts.getByRole("button", { name: "Begin a report" }).click();
    await frame.introduce();
    await reports.draft.waitFor();
    await reports.answers({ "Prepared by": "Tree manager", "Activity 1": "Sign the agreement", "Due 1": "2011-01-31" });
    await reports.draft.getByRole("button", { name: "Keep the draft" }).click();
    await page.getByText("The draft is kept on this device.").first().waitFor();
    await reports.answers({ Summary: "The teams sit together." });
    await frame.isSaved();
    await page.reload();
    await reports.draft.waitFor();
    assert.equal(await reports.draft.getByLabel("Summary", { exact: true }).inputValue(), "The teams sit together.");
    assert.equal(await reports.draft.getByLabel("Activity 1", { exact: true }).inputValue(), "Sign the agreement");
    await axe(page, "a draft of a report");
    await pictures(page, "highlight-draft");
  });

  await t.test("it is published once the questions are answered, and stays", async () => {
    await reports.answers({ "Status now": "Amber" });
    await reports.publish();
    await reports.draft.getByText("Say by when it is put right.").first().waitFor();
    await axe(page, "a report that is refused");
    await reports.answers({ "What is behind it": "Two posts are vacant.", "Who puts it right": "Head of Service", "By when": "2011-02-28" });
    await reports.publish();
    await reports.report.getByText("▲ A Amber").waitFor();
    await reports.report.getByText("Sign the agreement").waitFor();
    await frame.isSaved();
    await axe(page, "a published report");
    await pictures(page, "highlight-report");
  });

  await t.test("the next one has the plan locked, carries it again, and counts that", async () => {
    await main.getByRole("link", { name: "Reports on the service" }).click();
    await reports.begin("2011-01-17");
    await reports.publish();
    await reports.draft.getByText("Say what became of \"Sign the agreement\".").first().waitFor();
    await reports.account(/^Sign the agreement/, {
      "What became of it": "Not done", Progress: "The solicitor is away.", "Into the next period": "Yes, carry it again", "New date": "2011-03-31",
    });
    await reports.answers({ Summary: "The agreement is late." });
    for (const label of ["Status as last time", "% complete as last time", "Dates as last time"]) {
      await reports.answers({ [label]: "Looked at again, and still right" });
    }
    await reports.publish();
    await reports.report.getByText("carried over once").waitFor();
    await frame.isSaved();
    const code = await frame.code();
    await frame.undo.click();
    await page.getByText("Nothing was undone: a published report stays as it is; correct it, which makes a new version.").first().waitFor();
    assert.equal(await frame.code(), code);
  });

  await t.test("a correction is a new version beside it, and every promise can be followed", async () => {
    await main.getByRole("button", { name: "Correct this report" }).click();
    await reports.draft.waitFor();
    await reports.answers({ "What is corrected, and why": "The share done was left out.", "% complete": "40" });
    await reports.publish();
    await frame.heading.filter({ hasText: "version 2" }).waitFor();
    await main.getByRole("link", { name: "Reports on the service" }).click();
    await reports.published.getByText("A later version counts").waitFor();
    assert.equal(await reports.published.getByRole("listitem").count(), 3);
    const promise = reports.promised.getByRole("row", { name: /^Sign the agreement/ });
    await promise.getByText("Open, due 31 March 2011, carried over once").waitFor();
    await promise.getByText("17 January 2011: Not done: The solicitor is away.").waitFor();
    await axe(page, "the reports on a service");
    await pictures(page, "highlights");
    await page.setViewportSize(PHONE);
    assert.equal(await scrollsSideways(page), false);
  });
});
