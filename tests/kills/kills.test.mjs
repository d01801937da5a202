// Browsers ended at random moments in the middle of edits, imports and packing. Afterwards no change that was called
// Saved is missing, none is there twice, and the store opens.
//
// ROUNDS is how often each browser is killed, BROWSERS which ones (chromium,firefox,webkit), SEED repeats an earlier run.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS } from "./browsers.mjs";
import { killed, told } from "./rounds.mjs";

const rounds = Number(process.env.ROUNDS || 30);
const seed = process.env.SEED || String(Date.now());
const named = (process.env.BROWSERS || Object.keys(BROWSERS).join()).split(",");

for (const name of named) {
  const browser = BROWSERS[name.trim()];
  assert.ok(browser, `There is no browser ${name} here: choose of ${Object.keys(BROWSERS).join(", ")}.`);
  test(`${browser.name} is killed ${rounds} times, seed ${seed}`, { skip: browser.missing() }, async (t) => {
    const story = await killed(browser, { rounds, seed });
    t.diagnostic(`${browser.name}: ${told(story)}`);
    assert.ok(story.looks > rounds / 2, "The work was hardly ever looked at.");
    if (rounds >= 6) assert.ok(story.saved.size > rounds / 3, "Hardly anything was saved, so that hardly anything was tried.");
  });
}
