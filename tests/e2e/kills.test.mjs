// The short set of `make kills`: Chromium alone, in the middle of imports and packing. Edits are killed in kill.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS } from "../kills/browsers.mjs";
import { killed, told } from "../kills/rounds.mjs";

const ROUNDS = 8;

test("what was called Saved is there once after kills in imports and packing", { skip: BROWSERS.chromium.missing() }, async (t) => {
  const seed = process.env.SEED || String(Date.now());
  const story = await killed(BROWSERS.chromium, { rounds: ROUNDS, seed, works: ["imports", "packing"] });
  t.diagnostic(`seed ${seed}: ${told(story)}`);
  assert.ok(story.looks >= ROUNDS / 2, "The work was hardly ever looked at.");
});
