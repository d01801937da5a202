// Three browsers open the same bundle, edit the same and different things apart, one of them with a clock that is wrong
// by years, and hand their files round in any order: all three end with the same work. One settles what they differ on, for all.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { site, visit } from "./support/index.mjs";

const here = await site();
const SHARED = "Staff are not won over";

const PEOPLE = [
  { name: "Pat Example", council: "Redditch", own: "The unions have asked for a ballot." },
  { name: "Sam Sample", council: "Wychavon", own: "The ballot was won by those against.", clock: new Date("2099-01-01T12:00:00Z") },
  { name: "Kim Model", council: "Malvern Hills", own: "Nobody has asked the staff." },
];
const LIKELIHOODS = ["Low", "Significant", "High"];

async function toTheRisk({ page, frame }, place) {
  await page.goto(`${here.url}#/risks`);
  const links = frame.risks.register.getByRole("row").getByRole("link");
  const link = typeof place === "string" ? links.filter({ hasText: place }) : links.nth(place);
  const title = await link.first().textContent();
  await link.first().click();
  await frame.heading.filter({ hasText: title.trim() }).waitFor();
  return title.trim();
}

async function rescore(visited, risk, likelihood, impact, why) {
  const title = await toTheRisk(visited, risk);
  await visited.frame.risks.rescore(likelihood, impact, why);
  return title;
}

async function exported({ page, frame }) {
  await page.goto(`${here.url}#/files`);
  const download = await frame.files.export();
  return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
}

async function bringIn({ page, frame }, files) {
  await page.goto(`${here.url}#/files`);
  await frame.files.chooseSeveral(files);
  await frame.files.bringIn.click();
  await frame.heading.filter({ hasText: "Where the programme stands" }).waitFor();
  await frame.isSaved();
}

test("three who worked apart end with the same code and every edit in the history", async (t) => {
  const first = await visit(t, here);
  await first.frame.openTheSample();
  const handedOn = await exported(first);

  const all = [];
  for (const person of PEOPLE) {
    const visited = await visit(t, here);
    if (person.clock) await visited.page.clock.setFixedTime(person.clock);
    await visited.page.goto(`${here.url}#/files`);
    await visited.frame.files.choose(handedOn);
    await visited.frame.files.bringIn.click();
    await visited.frame.sample.waitFor();
    await visited.frame.isSaved();
    all.push({ ...visited, person });
  }
  const start = await first.frame.code();
  const own = [];
  for (const [place, visited] of all.entries()) {
    const { person, frame } = visited;
    assert.equal(await frame.code(), start);
    // The same risk, each otherwise.
    await rescore(visited, SHARED, LIKELIHOODS[place], "Critical", person.own);
    await frame.introduce(person.name, person.council);
    await frame.isSaved();
    // And each a risk of their own: the last rows of the register, which the shared one is not among.
    own.push(await rescore(visited, -1 - place, LIKELIHOODS[place], "Low", `${person.name} alone`));
    await frame.isSaved();
    await frame.code({ otherThan: start });
  }
  const files = [];
  for (const visited of all) files.push(await exported(visited));

  // Round in different orders: two at once, one after the other, and one that comes by way of somebody else.
  await bringIn(all[0], [files[2], files[1]]);
  await bringIn(all[1], [files[0]]);
  await bringIn(all[1], [files[2]]);
  await bringIn(all[2], [await exported(all[1])]);

  const codes = [];
  for (const { frame } of all) codes.push(await frame.code({ otherThan: start }));
  assert.equal(new Set(codes).size, 1, `They hold ${codes.join(", ")}.`);

  const histories = [];
  for (const visited of all) {
    await toTheRisk(visited, SHARED);
    const items = visited.frame.risks.history.getByRole("listitem");
    const more = visited.frame.risks.history.getByRole("button", { name: /^Show \d+ more/ });
    while (await more.count()) await more.click();
    const told = (await items.allTextContents()).map((item) => item.replaceAll(/\s+/g, " ").trim());
    for (const { name, own: why } of PEOPLE) {
      assert.ok(told.some((item) => item.includes(name) && item.includes(why)), `${visited.person.name} does not see what ${name} wrote:\n${told.join("\n")}`);
    }
    // To the device itself its clock is right; the others are told that it is not.
    const marked = told.filter((item) => item.includes("1 January 2099")).map((item) => item.includes("Clock wrong"));
    assert.ok(marked.length > 0 && marked.every((is) => is === !visited.person.clock), `${visited.person.name} is told: ${told.join("\n")}`);
    histories.push(told.map((item) => item.replace(" Clock wrong", "")).toSorted());
    for (const [place, title] of own.entries()) {
      await toTheRisk(visited, title);
      await visited.frame.risks.history.getByText(`${PEOPLE[place].name} alone`).waitFor();
    }
  }
  assert.deepEqual(histories[1], histories[0]);
  assert.deepEqual(histories[2], histories[0]);

  const conflicts = [];
  for (const { page } of all) {
    await page.goto(`${here.url}#/conflicts`);
    const list = page.getByRole("main");
    await list.getByText(SHARED).first().waitFor();
    conflicts.push((await list.getByRole("heading").allTextContents()).join("\n"));
  }
  assert.equal(new Set(conflicts).size, 1, conflicts.join("\n\n"));

  // One of them settles what all three gave, and hands it on.
  const settled = all[2];
  await settled.frame.conflicts.choose(/3 values for Likelihood and impact/, /^Choose this ?: Likelihood Low, Impact Critical/, "Agreed by the Board.");
  await settled.frame.isSaved();
  await settled.page.goto(`${here.url}#/conflicts`);
  await settled.frame.conflicts.nothing.waitFor();
  const last = await exported(settled);
  for (const visited of all.slice(0, 2)) await bringIn(visited, [last]);
  const code = await settled.frame.code({ otherThan: codes[0] });
  for (const { page, frame } of all) {
    assert.equal(await frame.code(), code);
    await page.goto(`${here.url}#/conflicts`);
    await frame.conflicts.nothing.waitFor();
  }
});
