// Bundles that come back: what they would change is shown first, they merge, they can be taken back, and each odd one
// has its ending.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();
const SAMPLE = readFileSync("dist/worcestershire.concordat.json", "utf8");
const RISK = "Staff are not won over";
const ANOTHER_RISK = "IT systems differ";

/** Scores the risk again and answers with the bundle. */
async function editAndExport({ page, frame }, name, council, likelihood, why, risk = RISK) {
  await page.goto(`${here.url}#/risks`);
  await frame.risks.row(risk).getByRole("link", { name: risk }).click();
  await frame.heading.filter({ hasText: risk }).waitFor();
  const before = await frame.code();
  await frame.risks.rescore(likelihood, "Marginal", why);
  if (name) await frame.introduce(name, council);
  await frame.isSaved();
  const code = await frame.code({ otherThan: before });
  return { code, file: await exported({ page, frame }) };
}

async function exported({ page, frame }) {
  await page.goto(`${here.url}#/files`);
  const download = await frame.files.export();
  return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
}

test("a file from apart is shown thing by thing, brought in, listed, and taken back", async (t) => {
  const mine = await visit(t, here);
  const theirs = await visit(t, here);
  await mine.frame.openTheSample();
  await theirs.frame.openTheSample();
  const sample = await mine.frame.code();
  const ours = await editAndExport(mine, "Pat Example", "Redditch", "Significant", "The unions have asked for a ballot.");
  const other = await editAndExport(theirs, "Sam Sample", "Wychavon", "High", "The ballot was won by those against.");

  const { page, frame } = mine;
  await frame.files.choose(other.file);
  await frame.files.preview.waitFor();
  const says = await frame.files.preview.textContent();
  assert.match(says, new RegExp(`You hold ${ours.code}; this one is ${other.code}, apart from yours: it holds 1 change that you do not, and you hold 1 change that it does not\\.`));
  const thing = frame.files.differences.getByRole("listitem").filter({ hasText: RISK });
  assert.match(await thing.textContent(), /Changed by both sides/);
  assert.match(await thing.textContent(), /score 8.*in the file: Sam Sample, Wychavon.*The ballot was won by those against\./s);
  assert.match(await thing.textContent(), /score 6.*here: Pat Example, Redditch.*The unions have asked for a ballot\./s);
  await axe(page, "the preview of a bundle from apart");

  await t.test("the filters leave what they say", async () => {
    await frame.files.preview.getByLabel("Written by").selectOption({ label: "Sam Sample, Wychavon" });
    await frame.files.preview.getByText("1 thing", { exact: true }).waitFor();
    await frame.files.preview.getByLabel("Written by").selectOption({ label: "Everybody" });
  });

  await t.test("cancelling changes nothing", async () => {
    await frame.files.cancel.click();
    assert.equal(await frame.code(), ours.code);
    assert.equal(await frame.files.broughtIn.count(), 0);
  });

  let merged;
  await t.test("it is brought in, and kept in the list with what it brought", async () => {
    await frame.files.choose(other.file);
    await frame.files.bringIn.click();
    await frame.heading.filter({ hasText: "Where the programme stands" }).waitFor();
    await frame.isSaved();
    merged = await frame.code({ otherThan: ours.code });
    await frame.go("Files");
    const item = frame.files.imported(other.file.name);
    assert.match(await item.textContent(), new RegExp(`Code ${other.code} · brought in .* · 1 change · Made by Sam Sample, Wychavon`));
    await page.reload();
    await item.waitFor();
    assert.equal(await frame.code(), merged);
    await axe(page, "files with a list of what was brought in");
  });

  await t.test("the state before can be had as a file", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), frame.files.imported(other.file.name).getByRole("button", { name: /^Save the state before/ }).click()]);
    assert.ok(download.suggestedFilename().includes(ours.code), download.suggestedFilename());
    assert.equal(JSON.parse(readFileSync(await download.path(), "utf8")).check.code, ours.code);
  });

  await t.test("it is taken back whole, and a reload shows the same", async () => {
    await frame.files.takeBack(other.file.name);
    await frame.files.imported(other.file.name).filter({ hasText: /Taken back .* Its changes are set aside/ }).waitFor();
    assert.equal(await frame.code({ otherThan: merged }), ours.code);
    await page.reload();
    await frame.files.imported(other.file.name).filter({ hasText: "Taken back" }).waitFor();
    assert.equal(await frame.code(), ours.code);
  });

  await t.test("it is accepted again, with a sentence", async () => {
    await frame.files.choose(other.file);
    await frame.files.preview.getByText("1 change was taken back here before. Bringing this in accepts it again.").waitFor();
    await frame.files.bringIn.click();
    await frame.isSaved();
    assert.equal(await frame.code({ otherThan: ours.code }), merged);
  });

  await t.test("once something was built on it, it cannot be taken back, and the reason is said", async () => {
    await editAndExport(mine, undefined, undefined, "Low", "It has passed.", ANOTHER_RISK);
    const item = frame.files.imported(other.file.name).first();
    await item.filter({ hasText: /Pat Example, Redditch has built on it since/ }).waitFor();
    assert.equal(await item.getByRole("button", { name: /^Take back/ }).count(), 0);
  });

  await t.test("the other one's older file, and one's own, bring nothing", async () => {
    for (const [file, relation] of [[ours.file, /earlier than yours: you hold everything in it and 2 changes more/], [await exported(mine), /this one is the same/]]) {
      await frame.files.choose(file);
      await frame.files.preview.filter({ hasText: relation }).waitFor();
      await frame.files.preview.getByText("Nothing that is new here").waitFor();
      await frame.files.cancel.click();
    }
    assert.notEqual(await frame.code(), sample);
  });
});

test("twenty files at once have one preview with a row each, and a bad one is named", async (t) => {
  const mine = await visit(t, here);
  const theirs = await visit(t, here);
  await mine.frame.openTheSample();
  await theirs.frame.openTheSample();
  const ours = await mine.frame.code();
  const other = await editAndExport(theirs, "Sam Sample", "Wychavon", "High", "It is worse.");
  const { page, frame } = mine;
  await frame.go("Files");
  const files = [
    other.file,
    { name: "photo.png", buffer: Buffer.from("\u0089PNG\r\n\u001a\n", "latin1") },
    { name: "again.concordat.json", buffer: other.file.buffer },
    ...Array.from({ length: 17 }, (_, place) => ({ name: `tablet-${place}.concordat.json`, buffer: Buffer.from(SAMPLE) })),
  ];
  await frame.files.chooseSeveral(files);
  const preview = page.getByRole("region", { name: /^These 20 bundles hold/ });
  await preview.waitFor();
  const rows = preview.getByRole("list", { name: "Files" }).getByRole("listitem");
  assert.equal(await rows.count(), 20);
  assert.match(await rows.nth(0).textContent(), /Brings 1 new change/);
  assert.match(await rows.nth(1).textContent(), /photo\.png.*Cannot be brought in/s);
  assert.match(await rows.nth(2).textContent(), /Brings no new changes/);
  assert.match(await rows.nth(5).textContent(), /this one is the same/);
  await axe(page, "the preview of twenty bundles");
  await frame.files.bringIn.click();
  await frame.isSaved();
  assert.equal(await frame.code({ otherThan: ours }), other.code);
  await frame.go("Files");
  assert.equal(await frame.files.broughtIn.getByRole("listitem").count(), 1, "Only the file that brought something is in the list.");
});

test("of edits made by hand only what is ticked comes in, as written apart", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  const before = await frame.code();
  await frame.go("Files");
  const edited = SAMPLE.replace(/("now":[\s\S]*?)Staff are not won over/, "$1Staff are delighted");
  await frame.files.choose({ name: "edited.concordat.json", buffer: Buffer.from(edited) });
  await frame.files.preview.waitFor();
  const edit = frame.files.preview.getByRole("checkbox", { name: /Staff are not won over.*Staff are delighted/ });
  assert.equal(await edit.isChecked(), false);
  await axe(page, "edits made by hand");
  await edit.check();
  await frame.files.bringIn.click();
  await frame.introduce("Pat Example", "Redditch");
  await frame.isSaved();
  await frame.code({ otherThan: before });
  await page.goto(`${here.url}#/risks/at/2x2`);
  await frame.risks.link("Staff are delighted").first().click();
  await frame.risks.history.getByText("Edited by hand in edited.concordat.json").waitFor();
});

test("a file made for the public opens to be read beside the work, and brings nothing", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  const before = await frame.code();
  await frame.go("Files");
  const { changes, check, ...rest } = JSON.parse(SAMPLE);
  assert.ok(changes.length > 0 && check.count > 0);
  const made = { ...rest, made: { ...rest.made, profile: "public" } };
  await frame.files.choose({ name: "public.concordat.json", buffer: Buffer.from(JSON.stringify(made)) });
  await frame.files.preview.getByText(/It opens beside your work and brings nothing into it\./).waitFor();
  await frame.files.preview.getByRole("button", { name: "Open it to read" }).click();
  const ribbon = page.getByRole("region", { name: "Open to be read" });
  await ribbon.waitFor();
  await axe(page, "a file that is open to be read");
  await ribbon.getByRole("button", { name: "Close it" }).click();
  await ribbon.waitFor({ state: "detached" });
  assert.equal(await frame.code(), before);
  await page.reload();
  assert.equal(await frame.code(), before);
});

test("another programme opens beside this one", async (t) => {
  const theirs = await visit(t, here);
  await theirs.frame.startAWorkspace("Malvern trial");
  const file = await exported(theirs);
  const { frame } = await visit(t, here, { fragment: "#/files" }).then(async (mine) => {
    await mine.page.goto(here.url);
    await mine.frame.openTheSample();
    return mine;
  });
  await frame.go("Files");
  await frame.files.choose(file);
  await frame.files.preview.getByText("This is another programme than the one that is open: it opens beside this one, and nothing is mixed.").waitFor();
  await frame.files.bringIn.click();
  await frame.banner.getByText("Malvern trial").waitFor();
  await frame.go("Files");
  assert.equal(await frame.files.workspaces.getByRole("heading", { level: 3 }).count(), 2);
});

test("a file that the device opens with Concordat lands in the preview", async (t) => {
  const { page, frame } = await visit(t, here, { path: "recovery.html" });
  await page.addInitScript(() => {
    // What a browser with file handlers has; headless ones have no files app to open from.
    Object.defineProperty(window, "launchQueue", { value: { setConsumer: (consume) => { window.openWith = consume; } } });
  });
  await page.goto(here.url);
  await frame.firstVisit.importABundle.waitFor();
  await page.evaluate((text) => window.openWith({ files: [{ getFile: async () => new File([text], "opened.concordat.json") }] }), SAMPLE);
  await frame.files.preview.waitFor();
  await frame.files.cancel.click();
});

test("a file from the share sheet lands in the preview, and no copy of it stays behind", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.readyOffline.waitFor();
  await page.evaluate(async (text) => {
    const form = new FormData();
    form.append("bundle", new File([text], "shared über.concordat.json"));
    await fetch("share", { method: "POST", body: form });
  }, SAMPLE);
  await page.goto(`${here.url}?shared`);
  await frame.files.preview.waitFor();
  assert.match(page.url(), /\/#\/files$/);
  assert.deepEqual(await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("concordat-shared"))), []);
  await frame.files.bringIn.click();
  await frame.sample.waitFor();
  await frame.go("Files");
  await frame.files.imported("shared über.concordat.json").waitFor();
});

test("on an iPad the three steps are on the page", async (t) => {
  const { page, frame } = await visit(t, here, { fragment: "#/files" });
  await page.getByText("On an iPad", { exact: true }).click();
  const steps = page.getByRole("list").filter({ hasText: "Save the file that you were sent" }).getByRole("listitem");
  assert.deepEqual((await steps.allTextContents()).map((step) => /Files|this page|Import a bundle/.exec(step)?.[0]), ["Files", "this page", "Import a bundle"]);
  assert.ok(frame);
});
