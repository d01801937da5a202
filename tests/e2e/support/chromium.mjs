// Which Chromium the journeys use, and how it is started.
import { accessSync, constants, openSync, readFileSync } from "node:fs";
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

/** For a browser that is killed and opened again: it writes what went wrong into its profile's folder. */
export const TELLS = "--enable-logging=stderr";
const TOLD = "told.log";

/** Where its output goes, for every start on this profile. */
export function tellsInto(profile) {
  const file = openSync(join(profile, TOLD), "a");
  return ["ignore", file, file];
}

/**
 * What Chromium itself says of having deleted this profile's stores, as a sentence; empty if it says nothing of the kind.
 * LevelDB goes on writing behind a record that a kill cut off, takes that for corruption when it is opened next, and
 * Chromium then deletes the whole store (google/leveldb, issue 1287). It is a loss all the same, but another one to mend.
 */
export function storeDeletedByChromium(profile) {
  const lines = readFileSync(join(profile, TOLD), "utf8").split("\n").filter((line) => /Got corruption for|Failed to open LevelDB/.test(line));
  return lines.length === 0 ? "" : `Chromium itself says that it found its store corrupt and deleted it:\n${lines.join("\n")}`;
}
