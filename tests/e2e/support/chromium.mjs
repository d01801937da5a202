// Which Chromium the journeys use, and how it is started.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of NAMES) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  throw new Error("There is no Chromium on PATH. Run scripts/setup-browser, or name one in the variable CHROMIUM.");
}

/** Works as root, without a network and without a screen, and asks nobody anything. */
export function chromiumOptions(more = []) {
  return {
    executablePath: chromiumPath(),
    headless: true,
    // Stopped by the tests themselves, which must also run where a signal means something else.
    handleSIGHUP: false,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", ...more,
    ],
  };
}
