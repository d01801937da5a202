// A profile that outlives its browser: for closing and opening again, and for killing it in mid-sentence.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { Frame } from "../pages/frame.mjs";
import { chromiumOptions, storeDeletedByChromium, TELLS, tellsInto } from "./chromium.mjs";
import { atEnd } from "./ending.mjs";
import { TABLET } from "./visit.mjs";
import { watch } from "./watch.mjs";

/** An empty profile folder, removed after the test. */
export async function profile(t) {
  const folder = await mkdtemp(join(tmpdir(), "concordat-profile-"));
  const running = new Set();
  atEnd(t, async () => {
    for (const opened of running) await opened.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  return {
    folder,
    storeDeletedByChromium: () => storeDeletedByChromium(folder),
    /**
     * Starts Chromium on this profile at an address. `close()` ends it as a person does; `kill()` as a power cut does,
     * with all its processes, and nothing is written after that.
     */
    async open(site, { fragment = "", path = "" } = {}) {
      await rm(join(folder, "DevToolsActivePort"), { force: true });
      const { executablePath, args } = chromiumOptions([
        "--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, `--window-size=${TABLET.width},${TABLET.height}`,
        "--hide-crash-restore-bubble", TELLS, "about:blank",
      ]);
      // A process group of its own, so that killing it reaches the renderer and storage processes too.
      const process_ = spawn(executablePath, args, { detached: true, stdio: tellsInto(folder) });
      const ended = new Promise((resolve) => process_.once("exit", resolve));
      const browser = await chromium.connectOverCDP(await endpoint(folder, process_));
      const context = browser.contexts()[0];
      const watched = await watch(context, site.origin);
      context.setDefaultTimeout(30_000);
      const page = context.pages()[0] ?? (await context.newPage());
      const opened = {
        context, page, frame: new Frame(page), allow: watched.allow, problems: watched.problems,
        async kill() {
          running.delete(opened);
          try {
            globalThis.process.kill(-process_.pid, "SIGKILL");
          } catch {
            // It has ended by itself.
          }
          await ended;
          await browser.close().catch(() => {});
        },
        async close() {
          running.delete(opened);
          const session = await browser.newBrowserCDPSession();
          await session.send("Browser.close").catch(() => {});
          await ended;
          await browser.close().catch(() => {});
        },
      };
      running.add(opened);
      await page.goto(`${site.url}${path}${fragment}`);
      return opened;
    },
  };
}

async function endpoint(folder, process_) {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && process_.exitCode === null) {
    try {
      const [port, path] = (await readFile(join(folder, "DevToolsActivePort"), "utf8")).trim().split("\n");
      if (port && path) return `ws://127.0.0.1:${port}${path}`;
    } catch {
      // Not written yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("Chromium did not start, or does not say where it listens.");
}
