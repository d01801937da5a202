// Browsers with a profile in which the work is already kept, slowed down as asked.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { Frame } from "../../tests/e2e/pages/frame.mjs";
import { chromiumOptions } from "../../tests/e2e/support/chromium.mjs";
import { install } from "./inside.mjs";

/** Everything that a browser keeps of a page besides its storage. */
const CACHES = ["Cache", "Code Cache", "GPUCache", "GrShaderCache", "DawnGraphiteCache", "DawnWebGPUCache", "Service Worker"];
/** The overview with both its charts. */
export const OVERVIEW_DRAWN = ["svg.chart .chart__mark", ".heatmap .heatmap__cell--held"];
/** National work at a quarter of the speed takes its time. */
const PATIENCE_MS = 600_000;

/** An empty profile folder. */
export function emptyProfile() {
  return mkdtemp(join(tmpdir(), "concordat-bench-"));
}

/** A copy of a profile with what it keeps in storage and with every cache empty. */
export async function withoutCaches(profile) {
  const copy = await emptyProfile();
  await cp(profile, copy, { recursive: true, filter: (path) => !CACHES.some((name) => path.endsWith(`/${name}`)) });
  return copy;
}

/** A copy of a profile as it stands. */
export async function copyOf(profile) {
  const copy = await emptyProfile();
  await cp(profile, copy, { recursive: true });
  return copy;
}

export const remove = (profile) => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/**
 * Chromium on a profile. `cpu` is how many times slower than this machine; `network` is as the debugger takes it; frames
 * are drawn as soon as they are due unless `paced`, so that a time is of the work and not of waiting for the screen.
 * `bench.opened` in the page waits until the elements of `drawn` are painted.
 */
export async function browse(profile, { cpu = 1, network, paced = false, drawn = [] } = {}) {
  const { executablePath, headless, args } = chromiumOptions(paced ? [] : ["--disable-frame-rate-limit", "--disable-gpu-vsync"]);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath, headless, args, serviceWorkers: "block",
    viewport: { width: 1024, height: 768 }, locale: "en-GB", timezoneId: "Europe/London",
  });
  context.setDefaultTimeout(PATIENCE_MS);
  context.setDefaultNavigationTimeout(PATIENCE_MS);
  await context.addInitScript(install, drawn);
  const page = context.pages()[0] ?? (await context.newPage());
  const debug = await context.newCDPSession(page);
  await debug.send("Network.enable");
  if (network) await debug.send("Network.emulateNetworkConditions", { offline: false, ...network });
  const slow = (rate) => debug.send("Emulation.setCPUThrottlingRate", { rate });
  await slow(cpu);
  return { context, page, debug, slow, frame: new Frame(page), close: () => context.close() };
}

/** A profile in which a size's bundle is kept, brought in as a person does. `load` is the address of the page. */
export async function profileWith(load, file) {
  const profile = await emptyProfile();
  const { page, frame, close } = await browse(profile);
  await page.goto(`${load}#/files`);
  await frame.files.bundleFile.setInputFiles(file);
  await frame.files.bringIn.click();
  await page.waitForURL(/#\/$/);
  await frame.isSaved();
  await close();
  return profile;
}
