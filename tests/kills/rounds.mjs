// Rounds of work that end in a kill, and what must hold when the work is opened again.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { code, file, isSealed, note } from "./bundle.mjs";
import { chance } from "./chance.mjs";
import { site } from "./site.mjs";

const SAMPLE = "sample-worcestershire";
/** How long the work goes on at most, in milliseconds; a kill comes at any moment of it. */
const LONGEST = { edits: 1_500, imports: 3_000, packing: 2_500 };
/** One kill in so many comes while the page is still opening. */
const EARLY = 5;
const OPENING = 1_500;
/** More than stand by themselves, so that there is something to pack. */
const TO_PACK = 260;
/** More than can be brought in before the kill comes. */
const FILES = 20;
const PATIENCE = 90_000;
/** What the page says when it has put back what the browser lost. */
const PUT_BACK = "This browser had lost work that Concordat kept. It was put back from the second copy";

/** A seeded sequence of rounds on one profile of one browser. Answers with what happened, for the report. */
export async function killed(browser, { rounds, seed, works = ["edits", "imports", "packing"], release = "dist" }) {
  const random = chance(`${seed} ${browser.name}`);
  const sample = JSON.parse(await readFile(join(release, "worcestershire.concordat.json"), "utf8"));
  const risks = Object.entries(sample.now.records.risk).map(([id, risk]) => ({ id: `risk/${id}`, fragment: `#/risks/${id}`, title: risk.title }));
  const profile = await mkdtemp(join(tmpdir(), "concordat-kills-"));
  const story = { rounds: [], saved: new Set(), imports: new Map(), broughtIn: new Set(), packed: 0, looks: 0, putBack: 0 };
  const hear = hearing();
  let task;
  const served = await site({ dir: release, task: () => task, told: hear.tell, asked: (path) => path === "/" && hear.tell({ asked: true }) });
  try {
    for (let round = 1; round <= rounds + 1; round += 1) {
      const isLast = round > rounds;
      const risk = risks[round % risks.length];
      const work = isLast ? undefined : works[round % works.length];
      task = { round, work, risk, workspace: SAMPLE, before: [], files: [] };
      if (round === 1) task.before = [bundle(story, sample, "seed", TO_PACK)];
      if (work === "imports") task.files = Array.from({ length: FILES }, (_, number) => bundle(story, sample, `round-${round}-${number + 1}`, 1 + random(40)));
      const isEarly = round > 1 && !isLast && random(EARLY) === 0;
      const after = random(isEarly ? OPENING : LONGEST[work] ?? 1);
      hear.forget();
      const running = await browser.start(profile, `${served.url}${risk.fragment}`);
      try {
        await hear.until(isEarly ? "asked" : isLast ? "idle" : "begun");
        await new Promise((done) => setTimeout(done, after));
      } finally {
        await running.kill();
      }
      const [broken] = hear.heard("problem");
      assert.equal(broken, undefined, `Round ${round}: the page did what it should not.\n${broken}`);
      for (const told of hear.heard("kept")) look(told, story, risk, round, browser.storeDeleted?.(profile) ?? "");
      for (const text of hear.heard("saved")) story.saved.add(text);
      for (const name of hear.heard("broughtIn")) story.broughtIn.add(name);
      story.packed += hear.heard("packed").length;
      if (!isLast) story.rounds.push({ work, isEarly: hear.heard("begun").length === 0 });
    }
  } catch (problem) {
    const deleted = browser.storeDeleted?.(profile) ?? "";
    throw new Error(`${browser.name}, seed ${seed}, after ${told(story)}: ${problem.message}\n${deleted}`, { cause: problem });
  } finally {
    await served.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return story;
}

/** In one line: how often, in the middle of what, and what was found again. */
export function told(story) {
  const many = (work) => story.rounds.filter((round) => round.work === work && !round.isEarly).length;
  const early = story.rounds.filter((round) => round.isEarly).length;
  return `${story.rounds.length} kills (${many("edits")} in edits, ${many("imports")} in imports, ${many("packing")} in packing, ${early} while opening); `
    + `${story.saved.size} notes and ${story.broughtIn.size} imports were called Saved, ${story.packed} packings ended; the work was opened and found whole ${story.looks} times`
    + (story.putBack ? `, ${story.putBack} of them put back from the second copy after the browser had deleted its store` : "");
}

/** A file with so many new notes on an issue, made apart from all that is done here. */
function bundle(story, sample, name, many) {
  const notes = [];
  let after = sample.check.heads;
  for (let number = 1; number <= many; number += 1) {
    const made = note({
      id: `${name}-${number}`, about: "issue/data-loss", text: `${name}, ${number}`, after,
      by: { name: "Sam Sample", council: "Wychavon District Council" }, at: "2011-01-18T09:00:00Z",
    });
    notes.push(made);
    after = [made.id];
  }
  const named = `${name}.concordat.json`;
  story.imports.set(named, notes.map((made) => made.id));
  return { name: named, text: file(sample.workspace, notes) };
}

/** What must hold whenever the work is opened. */
function look({ kept, code: shown, notes, alarms }, story, risk, round, deleted) {
  const where = `Round ${round}`;
  const lines = kept.log.filter(([key]) => key.startsWith(`${SAMPLE}/shared/`)).flatMap(([, text]) => text.split("\n"));
  const changes = new Map(lines.map((line) => JSON.parse(line)).map((change) => [change.id, change]));
  const held = [...changes.values()];
  assert.deepEqual(held.filter((change) => !isSealed(change)), [], `${where}: a change does not give its id.`);
  const gaps = held.flatMap((change) => change.after).filter((id) => !changes.has(id));
  assert.deepEqual(gaps, [], `${where}: what came before a change is missing.`);
  assert.equal(shown, code(changes.keys()), `${where}: the page shows other changes than are kept.`);
  // A browser may delete its whole store; then the page says that it took the second copy, and nothing is missing either.
  const wrong = alarms.filter((says) => !(deleted && says.includes(PUT_BACK)));
  assert.deepEqual(wrong, [], `${where}: the page says that something is wrong.`);
  story.putBack += alarms.length - wrong.length;
  assert.deepEqual(kept.aside, [], `${where}: something was set aside.`);

  const written = held.flatMap((change) => change.edits).filter((edit) => edit.record.startsWith("note/") && /^Round /.test(edit.set.text ?? ""));
  const texts = written.map((edit) => edit.set.text);
  assert.deepEqual([...story.saved].filter((text) => !texts.includes(text)), [], `${where}: called Saved, and missing.`);
  assert.equal(new Set(texts).size, texts.length, `${where}: a note is there twice.`);
  const here = written.filter((edit) => edit.set.about === risk.id).map((edit) => edit.set.text);
  assert.deepEqual([...notes].sort(), here.sort(), `${where}: the notes on the page are not those that are kept.`);

  const listed = kept.local.filter(([key]) => key.startsWith(`${SAMPLE}/import.`)).map(([, text]) => JSON.parse(text));
  for (const [name, ids] of story.imports) {
    const there = ids.filter((id) => changes.has(id)).length;
    assert.ok(there === 0 || there === ids.length, `${where}: of ${name} ${there} of ${ids.length} changes are there.`);
    const times = listed.filter((one) => one.file === name).length;
    assert.equal(times, there === 0 ? 0 : 1, `${where}: ${name} stands ${times} times in the list of what was brought in.`);
    if (story.broughtIn.has(name)) assert.equal(there, ids.length, `${where}: ${name} was called Saved, and is missing.`);
  }
  story.looks += 1;
}

/** What the rider tells, and waiting for it. */
function hearing() {
  let said = [];
  let waiting = () => {};
  const heard = (name) => said.filter((what) => name in what).map((what) => (name === "kept" ? what : what[name]));
  return {
    heard,
    tell(what) {
      said.push(what);
      waiting();
    },
    forget() {
      said = [];
    },
    async until(name) {
      let late;
      const ended = await new Promise((resolve) => {
        late = setTimeout(() => resolve(false), PATIENCE);
        waiting = () => (heard(name).length > 0 || heard("problem").length > 0) && resolve(true);
        waiting();
      });
      clearTimeout(late);
      assert.ok(ended, `The page did not come to "${name}" within ${PATIENCE / 1_000} seconds.`);
    },
  };
}
