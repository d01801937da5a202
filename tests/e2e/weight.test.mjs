// What a first visit costs over the wire: counted by the browser, from the first byte to the moment when
// "Open the sample" can be pressed, with nothing cached and every file in brotli at its hardest.
import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { site, visit } from "./support/index.mjs";

const MOST = 320 * 1000;
const here = await site();

test("the page is usable after less than 320 KB", async (t) => {
  const { page, context, frame } = await visit(t, here, { path: "recovery.html" });
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const begun = new Map();
  const finished = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => begun.set(requestId, request.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => finished.set(requestId, encodedDataLength));
  await page.goto(here.url, { waitUntil: "commit" });
  await frame.firstVisit.openTheSample.waitFor();
  const before = new Set(begun.keys());
  // It must do what it says at that very moment, before the program is there.
  await frame.firstVisit.openTheSample.click();
  await page.getByText("This is the sample").waitFor();
  const counted = async (among) => {
    // What had begun by then counts whole.
    while (among.some(([id]) => !finished.has(id))) await new Promise((resolve) => setTimeout(resolve, 20));
    const rows = among.map(([id, url]) => [url.slice(here.url.length) || "(the page)", finished.get(id)]);
    return { rows, bytes: rows.reduce((sum, [, length]) => sum + length, 0) };
  };
  const own = [...begun].filter(([, url]) => url.startsWith(here.origin));
  const { rows, bytes } = await counted(own.filter(([id]) => before.has(id)));
  const shown = await counted(own.filter(([, url]) => /\.(html|css|js|wasm|json|svg|png|webmanifest)$|\/$/.test(url)));
  for (const [name, length] of shown.rows) t.diagnostic(`${String(length).padStart(8)}  ${name}${rows.some(([other]) => other === name) ? "" : " (after that)"}`);
  t.diagnostic(`${String(bytes).padStart(8)}  until the page is usable, headers included (most: ${MOST})`);
  t.diagnostic(`${String(shown.bytes).padStart(8)}  until the sample is on the screen, the program and the sample included`);
  t.diagnostic(await everyFile());

  assert.ok(shown.rows.some(([name]) => name.endsWith(".wasm")), "The program was not counted.");
  const names = rows.map(([name]) => name);
  assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), [], "Some file was asked for twice.");
  assert.ok(bytes < MOST, `${bytes} bytes until the page is usable; ${MOST} are the most.`);
});

async function everyFile() {
  const names = readdirSync("dist", { recursive: true }).filter((name) => statSync(join("dist", name)).isFile());
  const plain = names.reduce((sum, name) => sum + statSync(join("dist", name)).size, 0);
  let packed = 0;
  for (const name of names) packed += await here.lengthOverTheWire(name);
  return `${String(packed).padStart(8)}  all ${names.length} files of the release in brotli (${plain} as they are)`;
}
