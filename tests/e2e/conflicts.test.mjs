// Two people change the same thing apart, meet again, and settle it once for both.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();
const RISK = "wett-clash";

async function hand(from, to) {
  await from.frame.go("Files");
  const download = await from.frame.files.export();
  await to.frame.go("Files");
  await to.frame.files.choose(await download.path());
  await to.frame.files.bringIn.click();
  await to.frame.isSaved();
}

async function apart(t, name, council) {
  const one = await visit(t, here);
  await one.frame.openTheSample();
  await one.page.goto(`${here.url}#/risks/${RISK}`);
  return { ...one, name, council };
}

async function rescore(one, likelihood, why) {
  await one.frame.risks.rescore(likelihood, "Major", why);
  await one.frame.introduce(one.name, one.council);
  await one.frame.isSaved();
}

test("a score that two people gave apart is shown with both, settled once, and settled for both", async (t) => {
  const [pat, sam] = [await apart(t, "Pat Example", "Bromsgrove District Council"), await apart(t, "Sam Example", "Redditch Borough Council")];
  await rescore(pat, "High", "The second phase overlaps.");
  await rescore(sam, "Low", "The county has waited.");
  await hand(sam, pat);

  const count = pat.frame.navigation.getByRole("link", { name: /^Conflicts\s+1$/, includeHidden: true });
  await count.waitFor({ state: "attached" });
  await pat.page.goto(`${here.url}#/risks/${RISK}`);
  await pat.page.getByRole("link", { name: /^In conflict for Likelihood and impact$/ }).click();
  const one = pat.frame.conflicts.one(/2 values for Likelihood and impact/);
  await one.waitFor();
  const said = await one.textContent();
  for (const words of ["Pat Example", "Sam Example", "Redditch Borough Council", "score 12", "score 3", "Before: ", "score 9", "Shown now"]) {
    assert.ok(said.includes(words), `"${words}" is not in: ${said}`);
  }
  await axe(pat.page, "the conflicts");

  await one.getByRole("button", { name: /^Choose this ?: .*score 3$/ }).click();
  await one.getByRole("alert").getByText("Say why this value is the one that counts.").waitFor();
  await pat.frame.conflicts.choose(/2 values for Likelihood and impact/, /^Choose this ?: .*score 3$/, "Agreed on the telephone.");
  await pat.frame.isSaved();
  await pat.page.goto(`${here.url}#/conflicts`);
  await pat.frame.conflicts.nothing.waitFor();
  await axe(pat.page, "no conflicts");

  await hand(pat, sam);
  assert.equal(await sam.frame.code(), await pat.frame.code());
  await sam.page.goto(`${here.url}#/conflicts`);
  await sam.frame.conflicts.nothing.waitFor();
  await sam.page.goto(`${here.url}#/risks/${RISK}`);
  await sam.frame.risks.history.getByText("Agreed on the telephone.").waitFor();
});

test("a council that two people added is joined, and what pointed at either points at one", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.startAWorkspace();
  for (const name of ["Wychavon District Council", "Wychavon  district council"]) {
    await frame.go("Partners");
    await page.getByRole("button", { name: "Add a partner" }).click();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await frame.isSaved();
  }
  await page.goto(`${here.url}#/conflicts`);
  const pair = frame.conflicts.one(/^Wychavon.* and Wychavon/);
  await pair.waitFor();
  await axe(page, "a pair that was entered twice");
  await page.getByRole("main").getByText(/1 pair was probably entered twice\.$/).waitFor();
  await frame.navigation.getByRole("link", { name: /^Conflicts\s+1$/ }).waitFor();
  await frame.conflicts.choose(/^Wychavon.* and Wychavon/, /^Join/, "The same council.");
  await pair.waitFor({ state: "detached" });
  await frame.isSaved();
  await frame.undo.click();
  await pair.waitFor();
  await frame.conflicts.choose(/^Wychavon.* and Wychavon/, /^They are two/, "Two councils of one name.");
  await pair.waitFor({ state: "detached" });
  await frame.isSaved();
  await page.reload();
  await frame.conflicts.nothing.waitFor();
  await pair.waitFor({ state: "detached" });
  await page.goto(`${here.url}#/history`);
  await page.getByRole("main").getByText("Two councils of one name.").first().waitFor();
});
