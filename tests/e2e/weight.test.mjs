// What a first visit costs over the wire: counted by the browser, from the first byte to the moment when
// "Open the sample" can be pressed, with nothing cached and every file in brotli at its hardest.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { site, visit } from "./support/index.mjs";

const MOST = 320 * 1000;
const here = await site();

test("the page is usable after less than 320 KB", async (t) => {
  const { page, context, frame } = await visit(t, here, { path: "recovery.html", serviceWorkers: "block" });
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const begun = new Map();
  const finished = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => begun.set(requestId, request.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => finished.set(requestId, encodedDataLength));
  await page.goto(here.url);
  await frame.firstVisit.openTheSample.waitFor();
  const until = [...begun].filter(([, url]) => url.startsWith(here.origin));
  // What had begun by then counts whole.
  while (until.some(([id]) => !finished.has(id))) await new Promise((resolve) => setTimeout(resolve, 20));

  const rows = until.map(([id, url]) => [url.slice(here.url.length) || "(the page)", finished.get(id)]);
  const bytes = rows.reduce((sum, [, length]) => sum + length, 0);
  for (const [name, length] of rows) t.diagnostic(`${String(length).padStart(8)}  ${name}`);
  t.diagnostic(`${String(bytes).padStart(8)}  until the page is usable, headers included (most: ${MOST})`);
  t.diagnostic(everyFile());

  assert.ok(rows.some(([name]) => name.endsWith(".wasm")), "The program was not counted.");
  const names = rows.map(([name]) => name);
  assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), [], "Some file was asked for twice.");
  assert.ok(bytes < MOST, `${bytes} bytes until the page is usable; ${MOST} are the most.`);
});

function everyFile() {
  const files = readdirSync("dist", { recursive: true }).map((name) => join("dist", name)).filter((path) => statSync(path).isFile());
  const lengths = files.map((path) => {
    const plain = readFileSync(path);
    const packed = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return [relative("dist", path), plain.length, packed.length];
  });
  const sum = (column) => lengths.reduce((total, row) => total + row[column], 0);
  return `${String(sum(2)).padStart(8)}  all ${files.length} files of the release in brotli (${sum(1)} as they are)`;
}
