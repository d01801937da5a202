// An officer moves a service on past what is missing, records what councils decided and what a case comes to; the page says
// what is open still, on paper-wide screens and on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();

const TEXT = "To share trees under one manager from April 2011";
const OTHER = "To share trees under one manager from June 2011";

test("a service moves on, councils decide, and what is open stands in one list", async (t) => {
  const { page, frame } = await visit(t, here);
  const { life } = frame;
  const main = page.getByRole("main");
  await frame.openTheSample();
  await frame.go("Services");
  await main.getByRole("link", { name: "Trees", exact: true }).first().click();
  await frame.heading.filter({ hasText: "Trees" }).waitFor();

  await t.test("what the next stage asks for is listed before the tap, and saving is refused in sentences", async () => {
    await life.movesTo("Live");
    await life.asked.getByText("A baseline with its day and source for each council").waitFor();
    assert.ok((await life.asked.getByText("Missing", { exact: true }).count()) >= 2, "What is missing is not marked.");
    await axe(page, "what a stage asks for");
    await life.moving.getByRole("button", { name: "Save the stage" }).click();
    await life.moving.getByText(/^No measure has a baseline with its day and source for Bromsgrove and Redditch/).first().waitFor();
    await axe(page, "a stage that is refused");
    assert.equal(await life.stage.getByText("Live", { exact: true }).filter({ visible: true }).count() > 1, false, "It moved all the same.");
  });

  await t.test("it goes live for a reason, which stays on the page with what is missing still", async () => {
    await life.moving.getByLabel("Why it moves on without what is missing").fill("The Board wants it in April");
    await life.moving.getByRole("button", { name: "Save the stage" }).click();
    await frame.introduce();
    await life.moving.waitFor({ state: "detached" });
    await life.stage.getByText(/Moved to live without .*: The Board wants it in April\./).waitFor();
    await life.stage.getByText("Still missing").waitFor();
    await frame.isSaved();
    await axe(page, "a service that moved on all the same");
    await pictures(page, "life-stage");
    await frame.go("Measures");
    await frame.measures.live.getByRole("link", { name: "Trees", exact: true }).waitFor();
    await page.goBack();
    await frame.heading.filter({ hasText: "Trees" }).waitFor();
  });

  await t.test("an amendment by one council opens the text again for the other", async () => {
    await life.records(main.getByRole("button", { name: "Add a recommendation" }), "Add a recommendation", {
      "Text recommended": TEXT, On: "2010-12-09", Minute: "12/10",
    });
    await life.approvals.getByText("Not in force: Bromsgrove and Redditch to decide.").waitFor();
    const decides = async (council, answers) => {
      await life.records(life.approvals.getByRole("button", { name: `Edit ${council}`, exact: true }), "Record the council's decision", answers);
    };
    await decides("Bromsgrove", { "What it decided": "Agreed", "Which body": "Cabinet", On: "2011-01-05", Minute: "38/10" });
    await life.approvals.getByText("Not in force: Redditch to decide.").waitFor();
    await life.approvals.getByText("Agreed, Cabinet, 5 January 2011, minute 38/10.").waitFor();
    await decides("Redditch", { "What it decided": "Amended", "Which body": "Executive", On: "2011-01-12", "Text agreed": OTHER });
    await life.approvals.getByText("Open again: it agreed another text").waitFor();
    await axe(page, "approval by each council");
    await pictures(page, "life-approvals");
    await life.approvals.getByRole("link", { name: "All decisions to take" }).click();
    await frame.heading.filter({ hasText: "Decisions to take" }).waitFor();
    const row = main.getByRole("row").filter({ hasText: OTHER });
    await row.getByRole("link", { name: "Bromsgrove" }).waitFor();
    assert.equal(await main.getByRole("row").filter({ hasText: OTHER }).count(), 1, "Who amended it is asked again.");
    await axe(page, "decisions to take");
    await row.getByRole("link", { name: "Trees" }).click();
    await decides("Bromsgrove", { "What it decided": "Agreed", On: "2011-01-13", "Text agreed": OTHER });
    await life.approvals.getByText("In force: every council that has to has agreed the same text.").waitFor();
  });

  await t.test("members see a detailed case after every treasurer, unless somebody says why", async () => {
    await main.getByRole("link", { name: "Case and plan" }).click();
    await frame.heading.filter({ hasText: "Case and plan: Trees" }).waitFor();
    await axe(page, "a service without a case");
    await main.getByRole("button", { name: "Add a business case" }).click();
    const form = page.getByRole("form", { name: "Add a business case" });
    await life.fills(form, { Kind: "Detailed business case", "Members see it on": "2010-12-09" });
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await form.getByText(/^The figures are not signed off for Bromsgrove and Redditch/).first().waitFor();
    await axe(page, "a case that is refused");
    await life.fills(form, { "Members see it on": "" });
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await life.cases.getByRole("heading", { name: "Detailed business case, version 1" }).waitFor();
    await life.cases.getByText("When it pays back cannot be said: neither its cost nor its saving is stated for a year.").waitFor();
    await life.records(life.cases.getByRole("button", { name: "Edit Bromsgrove", exact: true }), "Record the treasurer's sign-off", { "Signed off by": "Head of Financial Services" });
    await life.cases.getByText("Signed off", { exact: true }).waitFor();
    await life.records(main.getByRole("button", { name: "Add a consultation" }), "Add a consultation", { "Who is asked": "Unions", From: "2010-11-01" });
    await main.getByText("No outcome yet").waitFor();
    await life.records(main.getByRole("button", { name: "Add a type of demand" }), "Add a type of demand", { "What is asked": "When will my tree be cut?", Kind: "Failure demand", "How often": "30" });
    await main.getByText("Of 30 counted, 30 are failure demand: 100 %.").waitFor();
    await axe(page, "the case for a service");
    await pictures(page, "life-case");
  });

  await t.test("an opportunity reminds on the page of services until it is declined", async () => {
    await frame.go("Services");
    await main.getByRole("link", { name: "Opportunities", exact: true }).click();
    await frame.heading.filter({ hasText: "Opportunities" }).waitFor();
    await life.records(main.getByRole("button", { name: "Add an opportunity" }), "Add an opportunity", {
      "What opened it": "Tree officer retires", Kind: "Vacant post", Councils: "Bromsgrove; Redditch", "To be decided by": "2011-01-10",
    });
    await main.getByText("Open, overdue").waitFor();
    await axe(page, "opportunities");
    await frame.go("Services");
    await main.getByRole("link", { name: /^1 opportunity is open\. 1 past the day/ }).click();
    await life.records(main.getByRole("button", { name: "Edit Tree officer retires" }), "Edit the opportunity", { "Taken or declined": "Declined", Why: "One officer is enough" });
    await main.getByText("Declined: One officer is enough").waitFor();
    await frame.go("Services");
    assert.equal(await main.getByText(/opportunity is open/).count(), 0, "It reminds of what is decided.");
    await frame.isSaved();
  });

  await t.test("on a phone nothing is cut off, and everything can be tapped", async () => {
    await page.setViewportSize(PHONE);
    for (const place of ["#/decisions", "#/opportunities", "#/services"]) {
      await page.evaluate((place) => { location.hash = place; }, place);
      await frame.heading.waitFor();
      assert.equal(await scrollsSideways(page), false, `${place} scrolls sideways on a phone.`);
    }
    await main.getByRole("link", { name: "Trees", exact: true }).first().click();
    await frame.heading.filter({ hasText: "Trees" }).waitFor();
    assert.equal(await scrollsSideways(page), false, "The page of a service scrolls sideways on a phone.");
    await main.getByRole("link", { name: "Case and plan" }).click();
    await frame.heading.filter({ hasText: "Case and plan: Trees" }).waitFor();
    assert.equal(await scrollsSideways(page), false, "The page of the case scrolls sideways on a phone.");
    await pictures(page, "life-case-phone");
  });
});
