// What was withdrawn and is entered again is one act, which one undo takes back whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();

test("a partner's part is entered again after it was withdrawn", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Services");
  await frame.services.link("Payroll").first().click();
  const parts = page.getByRole("table", { name: "Partners and their parts" });
  await parts.waitFor();
  const free = async () => {
    await page.getByRole("button", { name: "Add a partner to this service" }).click();
    const options = page.getByLabel("Partner", { exact: true }).getByRole("option");
    await options.nth(1).waitFor({ state: "attached" });
    return options.nth(1).textContent();
  };
  const form = page.getByRole("form", { name: "Add a partner to this service" });
  const add = async (partner, part) => {
    await form.getByLabel("Partner", { exact: true }).selectOption({ label: partner });
    await form.getByLabel("Part", { exact: true }).selectOption({ label: part });
    await form.getByRole("button", { name: "Save", exact: true }).click();
  };
  const partner = await free();
  await add(partner, "Considering");
  await frame.introduce();
  const row = parts.getByRole("row").filter({ hasText: partner });
  await row.filter({ hasText: "Considering" }).waitFor();

  await row.getByRole("button", { name: /^Edit/ }).click();
  await page.getByRole("button", { name: /^Withdraw the partner's part/ }).click();
  await frame.dialog.getByLabel("Reason").fill("Entered by mistake.");
  await frame.dialog.getByRole("button", { name: "Withdraw it" }).click();
  await row.waitFor({ state: "detached" });
  const before = await frame.code();

  await free();
  await add(partner, "Host");
  await row.filter({ hasText: "Host" }).waitFor();
  await axe(page, "a part that was entered again");
  await frame.code({ otherThan: before });

  await frame.undo.click();
  await row.waitFor({ state: "detached" });
  assert.equal(await page.getByText(/wrote this differently|to be settled|Settle/).count(), 0, "Undo leaves something to be settled.");
  await frame.redo.click();
  await row.filter({ hasText: "Host" }).waitFor();
  await frame.undo.click();
  await row.waitFor({ state: "detached" });
  await frame.undo.filter({ hasText: /withdr/ }).click();
  await row.filter({ hasText: "Considering" }).waitFor();
});

test("two scores of one risk are undone one after the other, and given again", async (t) => {
  const { page, frame } = await visit(t, here);
  const { risks } = frame;
  await frame.openTheSample();
  await page.goto(`${here.url}#/risks/staff-support`);
  const score = (score) => page.getByText(new RegExp(`^Score ${score} ?(low|medium|high)$`)).first().waitFor();
  await risks.rescore("Significant", "Major", "The unions have asked for a ballot.");
  await frame.introduce();
  await score("9");
  await risks.rescore("High", "Major", "The ballot was lost.");
  await score("12");
  await frame.undo.click();
  await score("9");
  await frame.undo.click();
  await score("4");
  assert.equal(await frame.undo.isDisabled(), true, "There is more to undo than was done.");
  await frame.redo.click();
  await score("9");
  await frame.redo.click();
  await score("12");
});
