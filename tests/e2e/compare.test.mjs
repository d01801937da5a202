// What has changed since a day, or from what a file holds, on the screen and on two sheets of paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();

/** How many pages a PDF has. */
function pages(pdf) {
  return pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
}

test("what has changed since the Board puts savings and risks in front, and prints as two pages", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await page.goto(`${here.url}#/risks/wett-clash`);
  await frame.risks.rescore("High", "Major", "The second phase overlaps.");
  await frame.introduce();
  await frame.isSaved();
  await page.goto(`${here.url}#/compare?with=2010-12-09`);
  await frame.heading.filter({ hasText: "What has changed since 9 December 2010" }).waitFor();
  await frame.compare.savings.getByText("Forecast, 2010/11").waitFor();
  assert.match(await frame.compare.risks.textContent(), /increased/);
  await axe(page, "what has changed");
  for (const [day, called] of [["2010-12-09", "9 December 2010"], ["2010-07-01", "1 July 2010"], ["2009-09-30", "30 September 2009"], ["2008-01-01", "1 January 2008"]]) {
    await page.goto(`${here.url}#/compare?with=${day}`);
    await frame.heading.filter({ hasText: `What has changed since ${called}` }).waitFor();
    const count = pages(await page.pdf({ format: "A4", preferCSSPageSize: true }));
    assert.ok(count <= 2, `Since ${called} the sheet takes ${count} pages.`);
  }
});

test("a file is held beside the work, and nothing of it is brought in", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  await frame.go("Files");
  const download = await frame.files.export();
  const before = await frame.code();
  await page.goto(`${here.url}#/risks/wett-clash`);
  await frame.risks.rescore("Low", "Low", "It has passed.");
  await frame.introduce();
  await frame.isSaved();
  const code = await frame.code({ otherThan: before });
  await page.goto(`${here.url}#/compare`);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), frame.compare.withABundle.click()]);
  await chooser.setFiles(await download.path());
  await frame.heading.filter({ hasText: "What is different here from" }).waitFor();
  await frame.compare.risks.getByText("reduced").waitFor();
  await axe(page, "beside a file");
  assert.equal(await frame.code(), code);
});
