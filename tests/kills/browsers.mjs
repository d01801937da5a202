// The three engines, each started plainly on a profile folder of its own and ended by its process, as a power cut does.
import { spawn } from "node:child_process";
import { accessSync, constants, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { chromiumOptions, chromiumPath, storeDeletedByChromium, TELLS, tellsInto } from "../e2e/support/chromium.mjs";

/** Nothing that asks, updates or phones home; and no window of an earlier session, which was ended on purpose. */
const FIREFOX_PREFERENCES = {
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.sessionstore.resume_from_crash": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.startup.max_resumed_crashes": -1,
  "toolkit.telemetry.enabled": false,
};

function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function listed(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Debian keeps it beside the library that it comes with. */
function miniBrowser() {
  const libraries = listed("/usr/lib").flatMap((machine) => listed(join("/usr/lib", machine))
    .filter((name) => name.startsWith("webkit2gtk-"))
    .map((name) => join("/usr/lib", machine, name)));
  return libraries.map((library) => join(library, "MiniBrowser")).find(isProgram);
}

const running = new Set();
process.once("exit", () => running.forEach(end));
// Whoever stops the tests stops the browsers too.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

function end(child) {
  running.delete(child);
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** A process with all its children in a group of its own. `kill` ends them all at once and answers when they are gone. */
function start(program, args, environment = {}, stdio = "ignore") {
  const child = spawn(program, args, { detached: true, stdio, env: { ...process.env, ...environment } });
  running.add(child);
  const gone = new Promise((resolve) => { child.once("exit", resolve); child.once("error", resolve); });
  return {
    child,
    async kill() {
      end(child);
      await gone;
    },
  };
}

const chromium = {
  name: "Chromium",
  missing() {
    try {
      chromiumPath();
      return undefined;
    } catch {
      return "Chromium is not installed here, so it was not killed. scripts/setup-browser installs it.";
    }
  },
  async start(profile, url) {
    const { executablePath, args } = chromiumOptions(["--headless", `--user-data-dir=${profile}`, "--hide-crash-restore-bubble", TELLS, url]);
    return start(executablePath, args, {}, tellsInto(profile));
  },
  storeDeleted: storeDeletedByChromium,
};

const firefox = {
  name: "Firefox",
  missing: () => (onPath("firefox-esr", "firefox") ? undefined : "Firefox is not installed here, so it was not killed. On Debian: apt install firefox-esr."),
  async start(profile, url) {
    await mkdir(profile, { recursive: true });
    const lines = Object.entries(FIREFOX_PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
    await writeFile(join(profile, "user.js"), `${lines.join("\n")}\n`);
    return start(onPath("firefox-esr", "firefox"), ["--headless", "--no-remote", "--profile", profile, url]);
  },
};

const webkit = {
  name: "WebKit",
  missing: () => (miniBrowser() && onPath("Xvfb") ? undefined : "WebKit's MiniBrowser or Xvfb is not installed here, so it was not killed. On Debian: apt install webkit2gtk-driver xvfb."),
  async start(profile, url) {
    const screen = await aScreen();
    // It has no option for a profile, but keeps everything under these folders.
    const folders = Object.fromEntries(["DATA", "CACHE", "CONFIG", "STATE"].map((kind) => [`XDG_${kind}_HOME`, join(profile, kind.toLowerCase())]));
    const browser = start(miniBrowser(), [url], {
      ...folders, DISPLAY: screen.name, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    });
    return {
      async kill() {
        await browser.kill();
        await screen.close();
      },
    };
  },
};

/** A screen that nobody sees, for a browser that needs one. */
async function aScreen() {
  const { child, kill } = start(onPath("Xvfb"), ["-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp"], {}, ["ignore", "pipe", "ignore"]);
  const number = await new Promise((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(String(data).trim()));
    child.once("exit", () => reject(new Error("Xvfb did not start.")));
  });
  return { name: `:${number}`, close: kill };
}

export const BROWSERS = { chromium, firefox, webkit };
