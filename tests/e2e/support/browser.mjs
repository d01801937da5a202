// One browser for all the tests of a file; each visit has a profile of its own in it.
import { chromium } from "playwright-core";
import { chromiumOptions } from "./chromium.mjs";

let browser;

export function theBrowser() {
  browser ??= chromium.launch(chromiumOptions());
  return browser;
}

export async function closeTheBrowser() {
  await (await browser)?.close();
  browser = undefined;
}
