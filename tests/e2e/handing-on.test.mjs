// Handing on: each reader's file read back, what is exempt said everywhere, a file that would give something away not
// made, the reminder, and starting afresh.
import assert from "node:assert/strict";
import test from "node:test";
import { HandingOn } from "./pages/handing-on.mjs";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();
const DAY = 24 * 60 * 60 * 1000;

async function addAnIssue(page, frame, title, { description = "" } = {}) {
  await frame.go("Issues");
  await frame.issues.add.click();
  await page.getByLabel("Title", { exact: true }).fill(title);
  if (description) await page.getByLabel("Description", { exact: true }).fill(description);
  await frame.issues.saveTheIssue.click();
  await frame.heading.getByText(title).waitFor();
  await frame.isSaved();
}

test("each reader's file holds what is theirs, and exempt is said everywhere", async (t) => {
  const { page, frame } = await visit(t, here);
  const handing = new HandingOn(page);
  await frame.startAWorkspace("Depot trial");
  await addAnIssue(page, frame, "Lease of the northern yard");
  await page.getByLabel("Add a note").fill("Only for me");
  await page.getByLabel("For me").check();
  await page.getByRole("button", { name: "Save the note" }).click();
  await page.getByText("Only for me", { exact: true }).waitFor();
  assert.equal(await handing.exempt.count(), 0);
  await handing.markAsExempt();
  await handing.exempt.getByText(/1 item that is not for publication/).waitFor();
  await page.getByText("To be reviewed by 30 June 2011").first().waitFor();
  await axe(page, "an exempt issue");
  await addAnIssue(page, frame, "Gulls at the tip");
  await frame.go("Files");

  await t.test("members get the log whole, and it is asked who they are", async () => {
    await handing.export.click();
    await page.getByText("It holds exempt items: say who it is for.").first().waitFor();
    await axe(page, "asking who a file with exempt items is for");
    const made = await handing.make({ recipient: "Members of the Board" });
    assert.match(made.name, /^EXEMPT-Depot-trial-.*-[0-9A-F]{4}-[0-9A-F]{4}\.concordat\.json$/);
    assert.equal(made.file.made.profile, "members");
    assert.equal(made.file.made.for, "Members of the Board");
    assert.ok(JSON.stringify(made.file.changes).includes("Lease of the northern yard"));
    assert.ok(!("drawer" in made.file) && !JSON.stringify(made.file).includes("Only for me"));
    await frame.banner.getByText("All handed on today").waitFor();
  });

  await t.test("everything is asked for each time, and brings the drawer to another device", async (t) => {
    await handing.choose("Everything");
    await page.getByText(/change of your own/).waitFor();
    const made = await handing.make({ recipient: "Myself", everything: true });
    assert.match(made.name, /^EXEMPT-everything-/);
    assert.equal(made.file.drawer.length, 1);
    const other = await visit(t, here, { fragment: "#/files" });
    await other.frame.files.choose(made.path);
    await other.frame.files.bringIn.click();
    await other.frame.banner.getByText("Depot trial").waitFor();
    await other.frame.go("Issues");
    await other.frame.issues.link(/Lease of the northern yard/).click();
    await other.page.getByText("Only for me", { exact: true }).waitFor();
  });

  await t.test("without exempt items there stands why in their place", async () => {
    await handing.choose("Without exempt items");
    await page.getByText(/1 exempt item stands in it as paragraph/).waitFor();
    const made = await handing.make();
    assert.match(made.name, /^without-exempt-Depot-trial/);
    const issues = Object.values(made.file.now.records.issue);
    assert.deepEqual(issues.find((issue) => issue.exempt), { exempt: { paragraph: "3", reason: "A contract is being negotiated", review: "2011-06-30" } });
    assert.ok(!JSON.stringify(made.file).includes("northern yard"));
    assert.deepEqual(made.file.changes, []);
  });

  await t.test("the public get what is listed, without authors", async () => {
    await handing.choose("Public");
    await page.getByText("What is left out, and why").click();
    await page.getByText(/^1 exempt:/).waitFor();
    await axe(page, "what a public file leaves out");
    const made = await handing.make();
    assert.match(made.name, /^public-Depot-trial/);
    const text = JSON.stringify(made.file);
    assert.ok(text.includes("Gulls at the tip"));
    for (const gone of ["northern yard", "Pat Example", "negotiated", "Only for me"]) assert.ok(!text.includes(gone), gone);
    assert.ok(!("by" in made.file.made));
    assert.equal(made.file.check.code.replace("-", "").toLowerCase(), made.file.check.now.slice(0, 8));
  });
});

test("a public file that would give something away is not made, and the place is named", async (t) => {
  const { page, frame } = await visit(t, here);
  const handing = new HandingOn(page);
  await frame.startAWorkspace("Depot trial");
  await addAnIssue(page, frame, "Lease of the northern yard");
  await handing.markAsExempt();
  await addAnIssue(page, frame, "Gulls", { description: "They nest on the LEASE of the  northern-yard." });
  await frame.go("Files");
  await handing.choose("Public");
  await handing.export.click();
  await handing.refusal.getByText(/"Description" of issue "Gulls" holds the text of "Title" of/).waitFor();
  await axe(page, "a public file that was not made");
  await handing.choose("Members");
  await handing.refusal.waitFor({ state: "detached" });
});

test("a workspace with exempt items is not saved from the list, where nobody is asked who it is for", async (t) => {
  const { page, frame } = await visit(t, here);
  const handing = new HandingOn(page);
  await frame.startAWorkspace("Depot trial");
  await addAnIssue(page, frame, "Lease of the northern yard");
  await handing.markAsExempt();
  await frame.isSaved();
  await frame.go("Files");
  await page.getByRole("main").getByRole("button", { name: "Open the sample" }).click();
  await frame.sample.waitFor();
  await frame.go("Files");
  let saved = 0;
  page.on("download", () => { saved += 1; });
  await frame.files.workspace("Depot trial").getByRole("button", { name: "Export" }).click();
  await page.getByRole("alert").filter({ hasText: "This workspace holds exempt items, so nothing was saved." }).waitFor();
  assert.equal(saved, 0);
});

test("the frame asks more loudly after three days, and when this device says so", async (t) => {
  const { page, frame } = await visit(t, here);
  const handing = new HandingOn(page);
  await frame.startAWorkspace("Depot trial");
  await frame.banner.getByText("1 change, never handed on").waitFor();
  assert.equal(await handing.reminder.count(), 0);
  await page.clock.setSystemTime(new Date(Date.now() + 4 * DAY));
  await page.reload();
  await handing.reminder.getByText(/never been handed on or saved to a file/).waitFor();
  await axe(page, "the reminder");
  await handing.reminder.getByRole("button", { name: "Later" }).click();
  await handing.reminder.waitFor({ state: "detached" });
  await page.reload();
  await handing.reminder.getByRole("link", { name: "Hand it on" }).click();
  await handing.make();
  await handing.reminder.waitFor({ state: "detached" });
  await frame.banner.getByText("All handed on today").waitFor();
  await frame.go("Settings");
  await page.getByLabel("Changes", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Save the reminder" }).click();
  await addAnIssue(page, frame, "Gulls");
  await frame.banner.getByText("1 change not handed on since today").waitFor();
  await addAnIssue(page, frame, "Rats");
  await handing.reminder.getByText(/2 changes are in this browser alone/).waitFor();
});

test("starting afresh leaves chosen texts and the history behind, and the two stay apart", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.startAWorkspace("Depot trial");
  await addAnIssue(page, frame, "Rota", { description: "The driver is off with his heart." });
  const before = await frame.code();
  await frame.go("Files");
  await page.getByRole("button", { name: "Start afresh…" }).click();
  await page.getByLabel("Find texts that hold").fill("heart");
  await page.getByRole("checkbox", { name: /The driver is off/ }).check();
  await axe(page, "starting afresh");
  await page.getByLabel("Who decided it").fill("Head of Legal Services, 9 December 2010");
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the old one and start afresh" }).click();
  const archive = await (await arriving).path();
  const dialog = page.getByRole("dialog", { name: "Remove the old workspace?" });
  await dialog.waitFor();
  await axe(page, "asking about the old workspace");
  await dialog.getByRole("button", { name: "Remove the old one" }).click();
  await frame.files.workspace("Depot trial").first().waitFor();
  assert.notEqual(await frame.code({ otherThan: before }), before);
  const made = await new HandingOn(page).make();
  assert.ok(!JSON.stringify(made.file).includes("heart"));
  assert.equal(made.file.changes[0].why, `Started afresh from ${before}. Decided by Head of Legal Services, 9 December 2010`);
  await frame.files.choose(archive);
  await page.getByText(/another programme/).first().waitFor();
});

test("who was sent which code is kept in a few taps", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.startAWorkspace("Depot trial");
  const code = await frame.code();
  await frame.go("Files");
  await page.getByRole("button", { name: "Note a sending" }).click();
  const form = page.getByRole("form", { name: "Note a sending" });
  await axe(page, "noting a sending");
  await form.getByLabel("To whom").fill("Members of the Board");
  assert.equal(await form.getByLabel("Code").inputValue(), code);
  await form.getByRole("button", { name: "Save the sending" }).click();
  const list = page.getByRole("region", { name: "Who was sent what" });
  await list.getByRole("heading", { name: "Members of the Board", exact: true }).waitFor();
  await list.getByText(new RegExp(`^Code ${code}, .*, By mail\\.$`)).waitFor();
  await list.getByRole("button", { name: "Sent again today to Members of the Board" }).click();
  await list.getByRole("heading", { name: "Members of the Board", exact: true }).nth(1).waitFor();
  await frame.isSaved();
  await axe(page, "the list of sendings");
});
