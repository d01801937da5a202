// A power cut in the middle of editing, twenty times over: whatever the frame had called Saved is found afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { profile, site } from "./support/index.mjs";

const here = await site();
const ROUNDS = 20;
const RISK = "#/risks/wett-clash";
const NOTE = /^Round \d+, note \d+$/;

/** Which of these notes the page does not show. */
async function missing(opened, saved) {
  await opened.frame.risks.notes.waitFor();
  const shown = new Set(await opened.frame.risks.notes.getByText(NOTE).allTextContents());
  return saved.filter((text) => !shown.has(text));
}

/** A first note, as a person writes it, who may have to say again who they are: browsers keep preferences late. */
async function first({ page, frame }, round) {
  const text = `Round ${round}, note 0`;
  await page.getByLabel("Add a note").fill(text);
  await page.getByRole("button", { name: "Save the note" }).click();
  if (await frame.dialog.isVisible()) await frame.introduce();
  await frame.isSaved();
  return text;
}

/** Types and saves notes one after the other until the browser is gone; tells of each as soon as the frame says Saved. */
async function edit(opened, round) {
  const { page, frame } = opened;
  const field = await page.getByLabel("Add a note").elementHandle();
  const save = await page.getByRole("button", { name: "Save the note" }).elementHandle();
  const status = await frame.banner.getByRole("status").elementHandle();
  await page.evaluate(async ([field, save, status, round]) => {
    const says = async (pattern) => {
      while (!pattern.test(status.textContent)) {
        await new Promise((resolve) => {
          const observer = new MutationObserver(() => { observer.disconnect(); resolve(); });
          observer.observe(status, { subtree: true, childList: true, characterData: true });
        });
      }
    };
    for (let number = 1; ; number += 1) {
      const text = `Round ${round}, note ${number}`;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      save.click();
      // "Saved" may still stand there from the note before.
      await says(/^Saving/);
      await says(/^Saved/);
      await globalThis.saved(text);
    }
  }, [field, save, status, round]);
}

test("twenty kills lose nothing that the frame had called Saved", async (t) => {
  const mine = await profile(t);
  const saved = [];
  const cuts = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const opened = await mine.open(here, { fragment: RISK });
    if (round === 1) {
      await opened.frame.openTheSample();
      await opened.page.goto(`${here.url}${RISK}`);
    }
    const where = () => `Before round ${round}, after cuts at ${cuts.join(", ")} ms. ${mine.storeDeletedByChromium()}`;
    const lost = await missing(opened, saved).catch((problem) => { throw new Error(`${where()}\n${problem.message}`, { cause: problem }); });
    assert.deepEqual(lost, [], `Lost. ${where()}`);
    saved.push(await first(opened, round));
    await opened.page.exposeFunction("saved", (text) => void saved.push(text));
    const editing = edit(opened, round).catch(() => {});
    const cut = Math.floor(Math.random() * 1200);
    cuts.push(cut);
    await new Promise((resolve) => setTimeout(resolve, cut));
    await opened.kill();
    await editing;
  }
  const last = await mine.open(here, { fragment: RISK });
  assert.deepEqual(await missing(last, saved), [], `Lost after cuts at ${cuts.join(", ")} ms.`);
  const kept = await last.frame.risks.notes.getByText(NOTE).count();
  t.diagnostic(`${ROUNDS} kills after ${Math.min(...cuts)} to ${Math.max(...cuts)} ms of editing; ${saved.length} notes were called Saved and found, ${kept - saved.length} more were kept before the frame said so`);
  assert.ok(saved.length > 2 * ROUNDS, "Hardly anything was saved, so that hardly anything was tried.");
  assert.deepEqual(last.problems, []);
  await last.close();
});
