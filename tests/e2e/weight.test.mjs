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
  const { page, context } = await visit(t, here, { path: "recovery.html" });
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const begun = new Map();
  const finished = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => begun.set(requestId, { url: request.url, at: timestamp }));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => finished.set(requestId, encodedDataLength));

  await page.addInitScript(pressAsSoonAsPossible);
  await page.goto(here.url, { waitUntil: "commit" });
  // It does what it says although it was pressed before the program was there.
  await page.getByText("This is the sample").waitFor();

  // The page's clock begins with its navigation, which the browser has on the clock of its network log.
  const { metrics } = await session.send("Performance.getMetrics");
  const navigation = metrics.find(({ name }) => name === "NavigationStart").value;
  const moments = await page.evaluate(() => globalThis.moments);
  const counted = async (moment) => {
    const among = [...begun].filter(([, { url, at }]) => url.startsWith(here.origin) && at - navigation < moment / 1000);
    // What had begun by then counts whole.
    while (among.some(([id]) => !finished.has(id))) await new Promise((resolve) => setTimeout(resolve, 20));
    const rows = among.map(([id, { url }]) => [url.slice(here.url.length) || "(the page)", finished.get(id)]);
    return { names: rows.map(([name]) => name), rows, bytes: rows.reduce((sum, [, length]) => sum + length, 0) };
  };
  const usable = await counted(moments.usable);
  const shown = await counted(moments.shown);
  for (const [name, length] of shown.rows) t.diagnostic(`${String(length).padStart(8)}  ${name}${usable.names.includes(name) ? "" : " (after that)"}`);
  t.diagnostic(`${String(usable.bytes).padStart(8)}  until the page is usable, headers included (most: ${MOST})`);
  t.diagnostic(`${String(shown.bytes).padStart(8)}  until the sample is on the screen, the program and the sample included`);
  t.diagnostic(await everyFile());

  for (const name of ["(the page)", "start.js"]) assert.ok(usable.names.includes(name), `The count leaves out ${name}.`);
  assert.ok(usable.names.some((name) => name.endsWith(".css")), "The count leaves out the stylesheet.");
  assert.ok(shown.names.some((name) => name.endsWith(".wasm")), "The program was not counted.");
  assert.deepEqual(shown.names.filter((name) => name.includes("workshop")), [], "The workshop came before anybody wanted it.");
  assert.deepEqual(shown.names.filter((name, at) => shown.names.indexOf(name) !== at), [], "Some file was asked for twice.");
  assert.ok(usable.bytes < MOST, `${usable.bytes} bytes until the page is usable; ${MOST} are the most.`);
});

/**
 * Runs in the page: notes the moment when "Open the sample" first can be pressed, that is when it is there, enabled,
 * in sight and what a tap at its middle reaches; presses it with the next picture; and notes when the sample is shown.
 * Looked at after every change of the document, so that it is the same moment on a slow machine and on a fast one.
 */
function pressAsSoonAsPossible() {
  const moments = (globalThis.moments = {});
  const theButton = () => {
    const button = [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === "Open the sample");
    if (!button || button.disabled || !button.checkVisibility()) return undefined;
    const { left, top, width, height } = button.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === button ? button : undefined;
  };
  const look = () => {
    const button = moments.usable === undefined ? theButton() : undefined;
    if (button) {
      moments.usable = performance.now();
      requestAnimationFrame(() => button.click());
    }
    if (moments.shown === undefined && document.body?.textContent.includes("This is the sample")) moments.shown = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

async function everyFile() {
  const names = readdirSync("dist", { recursive: true }).filter((name) => statSync(join("dist", name)).isFile());
  const plain = names.reduce((sum, name) => sum + statSync(join("dist", name)).size, 0);
  let packed = 0;
  for (const name of names) packed += await here.lengthOverTheWire(name);
  return `${String(packed).padStart(8)}  all ${names.length} files of the release in brotli (${plain} as they are)`;
}
