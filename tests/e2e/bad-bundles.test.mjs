// Files that are no bundle, or only partly one: each has its sentence, and nothing changes until somebody says so.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { axe, site, visit } from "./support/index.mjs";

const here = await site();
const NAME = "test.concordat.json";
const SAMPLE = readFileSync("dist/worcestershire.concordat.json", "utf8");

/** Changes one place of a text, which must be there. */
function changed(text, from, to) {
  assert.ok(text.includes(from), `The sample does not hold ${from}.`);
  return text.replace(from, to);
}

const REFUSED = [
  ["an empty file", "", /This file is empty\. Ask for the file again\./],
  ["a spreadsheet", Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml", "latin1"), /This is a spreadsheet, a document or a zip archive, not a bundle\./],
  ["a spreadsheet's own bytes", Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 0x9d, 0xff, 0xfe, 0x80]), /is not a text file\. A bundle's name ends in \.concordat\.json/],
  ["a PDF", "%PDF-1.7\n1 0 obj\n", /This is a PDF, not a bundle\. Choose a file that ends in \.concordat\.json\./],
  ["a table of values", "Risk,Likelihood,Impact\n1,2,3\n2,3,4\n", /This is a table of values, not a bundle\./],
  ["other JSON", '{"name":"something else"}', /This is JSON, but not a bundle from Concordat\./],
  ["a newer format", changed(SAMPLE, '"version":1,', '"version":2,'), /newer/],
  ["a file that stops before its first change", SAMPLE.slice(0, 900), /This file stops before its first change\./],
];

test("what is no bundle is refused with a reason and what to do", async (t) => {
  const { page, frame } = await visit(t, here);
  await frame.openTheSample();
  const code = await frame.code();
  await frame.go("Files");
  for (const [what, content, reason] of REFUSED) {
    await t.test(what, async () => {
      await frame.files.choose({ name: NAME, buffer: Buffer.from(content) });
      await frame.files.refused.filter({ hasText: reason }).waitFor();
      assert.match(await frame.files.refused.textContent(), /Nothing has changed\./);
      if (what === "a PDF") await axe(page, "a file that is refused");
      await frame.files.refused.getByRole("button", { name: "Close" }).click();
      await frame.files.refused.waitFor({ state: "detached" });
    });
  }
  assert.equal(await frame.code(), code);
});

test("what can be read of a damaged bundle is offered, and what was set aside is said", async (t) => {
  const cases = [
    ["cut off in the middle of its changes", SAMPLE.slice(0, Math.floor(SAMPLE.length * 0.9)), /The file stops in the middle\./],
    ["records edited by hand", changed(SAMPLE, '"now":', '"now":').replace(/("now":[\s\S]*?)Staff are not won over/, "$1Staff are delighted"), /the records \("now"\) were edited by hand/],
    ["a change edited by hand", SAMPLE.replace(/(\n"changes":[\s\S]*?)Staff are not won over/, "$1Staff are delighted"), /^Line \d+, change [0-9a-f]{4}….*This change was set aside\./],
    ["text behind its end", `${SAMPLE}\nSent from my tablet`, /there is more text behind the end of the bundle/],
  ];
  for (const [what, content, says] of cases) {
    await t.test(what, async (t) => {
      const { page, frame } = await visit(t, here, { fragment: "#/files" });
      await frame.files.choose({ name: NAME, buffer: Buffer.from(content) });
      await frame.files.preview.waitFor();
      await frame.files.preview.getByText("Know this before you bring it in").waitFor();
      await frame.files.preview.getByRole("listitem").filter({ hasText: says }).first().waitFor();
      await axe(page, `the preview of a bundle: ${what}`);
      await frame.files.bringIn.click();
      await frame.sample.waitFor();
      await frame.isSaved();
      await page.goto(`${here.url}#/risks`);
      assert.equal(await page.getByText("Staff are delighted").count(), 0, "What was edited by hand was brought in.");
    });
  }
});

test("a compressed bundle is accepted, whatever its name", async (t) => {
  const { frame } = await visit(t, here, { fragment: "#/files" });
  await frame.files.choose({ name: "test.concordat.json.gz", buffer: gzipSync(SAMPLE) });
  await frame.files.preview.waitFor();
  await frame.files.bringIn.click();
  await frame.sample.waitFor();
  assert.equal(await frame.code(), JSON.parse(SAMPLE).check.code);
});

/** Drags a bundle over the page and lets it go. Answers whether the browser would have opened it in place of the page. */
async function drop(page, content) {
  return page.evaluate(([name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    // The way the browser does it: at what lies under the pointer, and only where dragging over it was answered.
    const under = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    const events = ["dragover", "drop"].map((type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    return events.some((event) => under.dispatchEvent(event));
  }, [NAME, content]);
}

test("a bundle dropped on the page is shown before anything happens", async (t) => {
  const { page, frame } = await visit(t, here, { fragment: "#/files" });
  await frame.files.bundleFile.waitFor();
  assert.equal(await drop(page, SAMPLE), false, "The browser leaves the page for the file.");
  await frame.files.preview.waitFor();
  await frame.files.preview.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await frame.sample.count(), 0);
});

for (const [where, fragment, stands] of [
  ["a first visit", "", (frame) => frame.firstVisit.importABundle],
  ["a page that is opening", "#/savings", (frame) => frame.page.getByText("Opening Concordat…")],
]) {
  test(`a bundle dropped on ${where}, before the program is there, is shown as soon as it is`, async (t) => {
    const { page, frame } = await visit(t, here, { path: "recovery.html" });
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route(/\.wasm$/, async (route) => { await held; await route.continue(); });
    await page.goto(`${here.url}${fragment}`);
    await stands(frame).waitFor();
    assert.equal(await drop(page, SAMPLE), false, "The browser leaves the page for the file.");
    release();
    await frame.files.preview.waitFor();
    assert.match(page.url(), /#\/files$/);
    await frame.files.bringIn.click();
    await frame.sample.waitFor();
  });
}
