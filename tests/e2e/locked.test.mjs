// Files that are locked with a passphrase: made, opened in another browser, refused, and nothing of them kept before
// somebody says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Locked } from "./pages/locked.mjs";
import { axe, host, site, visit } from "./support/index.mjs";

const here = await site();
const PASSPHRASE = "gate lorry heron tin";
const TITLE = "Lease of the northern yard";

/** Somebody's work with one issue in it, on the page of files. */
async function withAnIssue(t, place, title = TITLE) {
  const somebody = await visit(t, place);
  const { page, frame } = somebody;
  await frame.startAWorkspace("Depot trial");
  await frame.addAnIssue(title);
  await frame.go("Files");
  return { ...somebody, locked: new Locked(page) };
}

test("a locked file opens in another browser, and nothing of it is kept before it is brought in", async (t) => {
  const mine = await withAnIssue(t, here);
  await mine.locked.lock.check();
  await axe(mine.page, "locking a file");

  await t.test("a short passphrase and two that differ are refused", async () => {
    await mine.locked.passphrase.fill("short");
    await mine.locked.export.click();
    await mine.locked.errors.getByText(/at least 12 letters/).waitFor();
    await mine.locked.passphrase.fill(PASSPHRASE);
    await mine.locked.again.fill("gate lorry heron tim");
    await mine.locked.export.click();
    await mine.locked.errors.getByText(/not the same as above/).waitFor();
    await axe(mine.page, "two passphrases that differ");
  });

  const file = await mine.locked.make(PASSPHRASE);
  assert.match(file.name, /^Depot-trial-.*-[0-9A-F]{4}-[0-9A-F]{4}\.concordat\.json\.age$/);
  assert.ok(file.buffer.subarray(0, 60).toString("latin1").startsWith("age-encryption.org/v1\n-> scrypt "));
  assert.ok(!file.buffer.toString("latin1").includes("northern yard"));
  await mine.frame.banner.getByText("All handed on today").waitFor();
  assert.equal(await mine.locked.passphrase.inputValue(), "");
  assert.deepEqual(await mine.locked.keeps([PASSPHRASE]), []);

  const { page, frame } = await visit(t, here, { fragment: "#/files" });
  const locked = new Locked(page);
  await frame.files.choose(file);
  await locked.question.getByText(file.name).waitFor();
  await axe(page, "asking for a passphrase");

  await t.test("a wrong one is asked for again", async () => {
    await locked.unlock("gate lorry heron");
    await locked.question.getByText(/This is not its passphrase/).first().waitFor();
    assert.equal(await locked.typed.inputValue(), "");
    await page.locator("input:focus").and(locked.typed).waitFor();
    await axe(page, "a wrong passphrase");
  });

  await locked.unlock(PASSPHRASE);
  await frame.files.preview.waitFor();
  assert.deepEqual(await locked.keeps([TITLE, PASSPHRASE]), []);
  await frame.files.bringIn.click();
  await frame.banner.getByText("Depot trial").waitFor();
  await frame.isSaved();
  assert.deepEqual(await locked.keeps([TITLE, PASSPHRASE]), [TITLE]);
  await frame.go("Files");
  await frame.files.imported(file.name).waitFor();
});

test("without its passphrase a file stays shut, and one that is damaged says so", async (t) => {
  const mine = await withAnIssue(t, here);
  const file = await mine.locked.make(PASSPHRASE);
  const { page, frame } = await visit(t, here, { fragment: "#/files" });
  const locked = new Locked(page);

  await frame.files.choose(file);
  await locked.leaveItOut();
  await frame.files.refused.getByText(/It is locked, and no passphrase was given\. If it is forgotten/).waitFor();

  const damaged = Buffer.from(file.buffer);
  damaged[damaged.length - 20] ^= 1;
  await frame.files.choose({ name: "damaged.age", buffer: damaged });
  await locked.unlock(PASSPHRASE);
  await frame.files.refused.getByText(/This locked file is damaged/).waitFor();

  const laborious = Buffer.from(file.buffer.toString("latin1").replace(" 16\n", " 40\n"), "latin1");
  await frame.files.choose({ name: "laborious.age", buffer: laborious });
  await frame.files.refused.getByText(/asks for too much work before it opens \(factor 40/).waitFor();
  assert.equal(await locked.question.count(), 0);
  assert.deepEqual(await locked.keeps([TITLE, PASSPHRASE]), []);
});

test("of several files each locked one is tried with the last passphrase, and asked for where it differs", async (t) => {
  const mine = await withAnIssue(t, here);
  const first = await mine.locked.make(PASSPHRASE);
  const same = await mine.locked.make(PASSPHRASE);
  const other = await mine.locked.make("oval ladder quince mast");
  const { page, frame } = await visit(t, here, { fragment: "#/files" });
  const locked = new Locked(page);
  await frame.files.chooseSeveral([{ ...first, name: "first.age" }, { ...same, name: "same.age" }, { ...other, name: "other.age" }]);
  await locked.question.getByText("first.age").waitFor();
  await locked.question.getByText("It is tried on the other locked files too.").waitFor();
  await locked.unlock(PASSPHRASE);
  await locked.question.getByText("other.age").waitFor();
  assert.equal(await locked.question.getByText(/not its passphrase/).count(), 0);
  await locked.leaveItOut();
  const preview = page.getByRole("region", { name: /^These 3 bundles hold/ });
  await preview.waitFor();
  const says = await preview.textContent();
  assert.match(says, /other\.age.*no passphrase was given/s);
  assert.doesNotMatch(says, /same\.age.{0,80}cannot/s);
});

test("a locked file is compared with, and nothing of it is kept", async (t) => {
  const mine = await withAnIssue(t, here);
  const file = await mine.locked.make(PASSPHRASE);
  const { page, frame } = await visit(t, here);
  const locked = new Locked(page);
  await frame.openTheSample();
  await page.goto(`${here.url}#/compare`);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Compare with a bundle" }).click()]);
  await chooser.setFiles({ ...file, mimeType: "application/octet-stream" });
  await locked.unlock(PASSPHRASE);
  await page.getByText(new RegExp(file.name)).first().waitFor();
  assert.deepEqual(await locked.keeps([TITLE, PASSPHRASE]), []);
});

test("locking and unlocking work without a network", async (t) => {
  const place = await host(t);
  const { page, frame, locked, allow } = await withAnIssue(t, place);
  await frame.readyOffline.waitFor();
  await place.turnOff();
  allow(/Failed to load resource|ERR_(CONNECTION|INTERNET)|Failed to update a ServiceWorker/);
  await page.reload();
  const file = await locked.make(PASSPHRASE);
  await frame.files.choose(file);
  await locked.unlock(PASSPHRASE);
  await frame.files.preview.waitFor();
});

test("a browser that does not start the workshop says so, and nothing has changed", async (t) => {
  const { page, locked } = await withAnIssue(t, here);
  await page.evaluate(() => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException("workers are switched off here", "SecurityError");
      }
    };
  });
  await locked.lock.check();
  await locked.passphrase.fill(PASSPHRASE);
  await locked.again.fill(PASSPHRASE);
  await locked.export.click();
  await page.getByText(/could not be started in this browser \(workers are switched off here\)\. Nothing has changed\./).waitFor();
});
