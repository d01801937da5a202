// A file with 200,000 changes: it takes its time, says how far it is, and ends right. It takes minutes and more than a gigabyte,
// so it is done when it is asked for: LARGE=200000 node --test tests/e2e/large-file.test.mjs
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { code, file, note, sealed } from "../kills/bundle.mjs";
import { site, visit } from "./support/index.mjs";

const MANY = Number(process.env.LARGE ?? 0);
const skip = MANY > 0 ? false : "It takes minutes. LARGE=200000 has it done.";
const here = await site();
const SAMPLE = JSON.parse(readFileSync("dist/worcestershire.concordat.json", "utf8"));
const BY = { name: "Sam Sample", council: "Wychavon District Council" };
const WAIT = { timeout: 600_000 };

/** Scores and notes in turn, each after the one before, over all the risks of the sample. */
function changes(many) {
  const risks = Object.keys(SAMPLE.now.records.risk);
  const scored = new Map(SAMPLE.changes.flatMap((change) => change.edits.filter((edit) => edit.set.level).map((edit) => [edit.record, change.id])));
  const made = [];
  let after = SAMPLE.check.heads;
  for (let number = 0; number < many; number += 1) {
    const at = new Date(Date.UTC(2011, 0, 18) + number * 60_000).toISOString().replace(".000", "");
    const record = `risk/${risks[number % risks.length]}`;
    const level = { i: 1 + (number % 4), l: 1 + (Math.floor(number / 4) % 4) };
    const change = number % 2 === 0
      ? note({ id: `large-${number}`, about: record, text: `Note ${number} of the file.`, after, by: BY, at })
      : sealed({ after, at, by: BY, edits: [{ over: { level: scored.has(record) ? [scored.get(record)] : [] }, record, set: { level } }], schema: 1, why: `Scored for the ${number}th time.` });
    if (number % 2 === 1) scored.set(record, change.id);
    made.push(change);
    after = [change.id];
  }
  return made;
}

/** The most memory that any process of the page has had, in MB. */
async function mostMemory(page) {
  const session = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const most = processInfo.filter((one) => one.type === "renderer").map((one) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${one.id}/status`, "utf8"))?.[1] ?? 0));
  return Math.round(Math.max(...most) / 1024);
}

test("a file of very many changes is shown, brought in, kept, and opened again", { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "concordat-large-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const made = changes(MANY);
  const path = join(folder, "large.concordat.json");
  writeFileSync(path, file(SAMPLE.workspace, made));
  const whole = code([...SAMPLE.changes, ...made].map((change) => change.id));

  const { page, frame } = await visit(t, here);
  page.setDefaultTimeout(WAIT.timeout);
  await frame.openTheSample();
  await frame.go("Files");
  const times = {};
  const took = async (what, work) => {
    const began = Date.now();
    await work();
    times[what] = `${((Date.now() - began) / 1_000).toFixed(1)} s`;
  };
  await took("read and compared", async () => {
    await frame.files.choose(path);
    await page.getByText(/\d+ % read and checked/).waitFor();
    await frame.files.preview.waitFor();
  });
  await frame.files.preview.getByText(new RegExp(`${MANY.toLocaleString("en-GB")} changes`)).first().waitFor();
  await took("brought in and kept", async () => {
    await frame.files.bringIn.click();
    await page.waitForURL(/#\/$/);
    await frame.foot.getByText(`Code ${whole}`).waitFor();
    await frame.isSaved();
  });
  const most = await mostMemory(page);
  await took("opened again", async () => {
    await page.reload();
    await frame.foot.getByText(`Code ${whole}`).waitFor();
  });
  await page.goto(`${here.url}#/history`);
  await frame.history.change(`${MANY - 1}th time`).waitFor();
  t.diagnostic(`${MANY} changes, ${Math.round(readFileSync(path).length / 1e6)} MB: ${JSON.stringify(times)}; at most ${most} MB of memory`);
});
