// A member of a Warwickshire council opens the second sample and is told which of the joint proposals have started; an officer
// says that another one has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Commitments } from "./pages/commitments.mjs";
import { axe, PHONE, pictures, scrollsSideways, site, visit } from "./support/index.mjs";

const here = await site();

test("the second sample says which of the joint proposals have started", async (t) => {
  const { page, frame } = await visit(t, here, { fragment: "#/files" });
  const commitments = new Commitments(page);
  await page.getByRole("button", { name: "Open Warwickshire's proposals" }).click();
  await frame.sample.waitFor();
  await frame.isSaved();

  await t.test("the overview says so and leads to them", async () => {
    await page.getByRole("link", { name: /^2 of 21 proposals have started; 5 committed to and 4 being explored/ }).click();
    await frame.heading.filter({ hasText: "Commitments" }).waitFor();
    await commitments.started.getByText("Under way (2)").waitFor();
    await axe(page, "commitments");
    await pictures(page, "commitments");
  });

  await t.test("a link leads to the proposal itself, which says who signed up and what its paper is", async () => {
    await commitments.started.getByRole("link", { name: "o) Engagement with communities, area by area" }).click();
    const line = commitments.one(commitments.proposals, "o) Engagement");
    await page.waitForFunction(() => document.activeElement?.textContent.startsWith("o) Engagement"));
    await line.getByText("Under way: police and councils put Safer Neighbourhood teams in place together").waitFor();
    await commitments.one(commitments.proposals, "The statement of intent").getByText(/^Signed up: 13 partners: 6 with a vote .* and 7 without/).waitFor();
    await page.getByRole("definition").filter({ hasText: "Warwickshire County Council, 23 January 2007" }).waitFor();
  });

  await t.test("of the governance only the stated links are drawn, and the page says that the paper's drawing is not at hand", async () => {
    const figure = commitments.governance.getByRole("figure");
    const tied = figure.getByRole("listitem").filter({ hasText: "County Public Services Board" }).getByRole("listitem");
    assert.equal(await tied.count(), 1);
    assert.match(await tied.textContent(), /supported by\s+Wider strategic partnership forum/);
    await figure.getByText("Five Local Strategic Partnerships of the districts").waitFor();
    await figure.getByText("Drawn are the links that are stated, and no others: of 1 body none is.").waitFor();
    await commitments.one(commitments.proposals, "c) Governance").getByText(/The paper's own drawing of it is not at hand/).waitFor();
  });

  await t.test("a proposal starts when somebody says so; a letter that is taken is refused", async () => {
    await commitments.one(commitments.proposals, "j) A new Compact").getByRole("button", { name: /^Edit/ }).click();
    const form = page.getByRole("form", { name: "Edit the commitment" });
    await form.getByLabel("Letter", { exact: true }).fill("d");
    await form.getByLabel("How it stands", { exact: true }).selectOption("Under way");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await form.getByText("This letter stands for \"A shared back office\" already. Give this one another.").first().waitFor();
    await axe(page, "a commitment that is refused");
    await form.getByLabel("Letter", { exact: true }).fill("j");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await frame.introduce();
    await form.waitFor({ state: "detached" });
    await commitments.started.getByText("Under way (3)").waitFor();
    await frame.undo.click();
    await commitments.started.getByText("Under way (2)").waitFor();
  });

  await t.test("on a phone nothing is wider than the page", async () => {
    await page.setViewportSize(PHONE);
    assert.equal(await scrollsSideways(page), false);
  });

  await t.test("the other sample stands beside it", async () => {
    await frame.go("Files");
    await page.getByRole("button", { name: "Open the sample" }).click();
    await frame.heading.filter({ hasText: "Where the programme stands" }).waitFor();
    await frame.go("Files");
    await frame.files.workspace("Warwickshire: working in two tiers").waitFor();
  });
});
