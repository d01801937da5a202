// A visit: one browser with an empty profile at the page. What a visit leaves behind is gone with it.
import assert from "node:assert/strict";
import { Frame } from "../pages/frame.mjs";
import { theBrowser } from "./browser.mjs";
import { atEnd } from "./ending.mjs";
import { watch } from "./watch.mjs";

export const TABLET = { width: 1024, height: 768 };
export const TABLET_UPRIGHT = { width: 768, height: 1024 };
export const PHONE = { width: 390, height: 844 };

/**
 * Opens the page in a new, empty profile. Ends with the test, and fails it if the page did what none should (see watch).
 * `fragment` is where to begin ("#/risks"); `options` are Playwright's for a context, such as colorScheme or offline.
 */
export async function visit(t, site, { fragment = "", path = "", ...options } = {}) {
  const context = await (await theBrowser()).newContext({ viewport: TABLET, locale: "en-GB", timezoneId: "Europe/London", acceptDownloads: true, ...options });
  const watched = await watch(context, site.origin);
  context.setDefaultTimeout(30_000);
  atEnd(t, () => leave(context, watched));
  const page = await context.newPage();
  await page.goto(`${site.url}${path}${fragment}`);
  return { context, page, frame: new Frame(page), allow: watched.allow };
}

export async function leave(context, watched) {
  // A test that has already failed must still let go of its profile.
  const problems = [...watched.problems];
  await context.close().catch(() => {});
  assert.deepEqual(problems, [], `The page did what none should:\n${problems.join("\n")}`);
}
