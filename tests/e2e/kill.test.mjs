// A power cut in the middle of editing, twenty times over: whatever the frame had called Saved is found afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { profile, site } from "./support/index.mjs";

const here = await site();
const ROUNDS = 20;
const RISK = "#/risks/wett-clash";

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
      await opened.page.getByLabel("Add a note").fill("The first note");
      await opened.page.getByRole("button", { name: "Save the note" }).click();
      await opened.frame.introduce();
      await opened.frame.isSaved();
      saved.push("The first note");
    }
    await opened.frame.risks.notes.getByText(saved.at(-1), { exact: true }).waitFor();
    const shown = new Set(await opened.frame.risks.notes.getByText(/^(Round \d+, note \d+|The first note)$/).allTextContents());
    const lost = saved.filter((text) => !shown.has(text));
    assert.deepEqual(lost, [], `Lost before round ${round}, after cuts at ${cuts.join(", ")} ms.`);
    await opened.page.exposeFunction("saved", (text) => void saved.push(text));
    const editing = edit(opened, round).catch(() => {});
    const cut = Math.floor(Math.random() * 1200);
    cuts.push(cut);
    await new Promise((resolve) => setTimeout(resolve, cut));
    await opened.kill();
    await editing;
  }
  const last = await mine.open(here, { fragment: RISK });
  await last.frame.risks.notes.getByText(saved.at(-1), { exact: true }).waitFor();
  const shown = new Set(await last.frame.risks.notes.getByText(/^(Round \d+, note \d+|The first note)$/).allTextContents());
  assert.deepEqual(saved.filter((text) => !shown.has(text)), [], `Lost after cuts at ${cuts.join(", ")} ms.`);
  t.diagnostic(`${ROUNDS} kills after ${Math.min(...cuts)} to ${Math.max(...cuts)} ms of editing; ${saved.length} notes were called Saved and found; ${shown.size - saved.length} more were kept without the frame having said so yet`);
  assert.ok(saved.length > ROUNDS, "Hardly anything was saved, so that nothing was tried.");
  assert.deepEqual(last.problems, []);
  await last.close();
});
