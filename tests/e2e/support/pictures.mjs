// Pictures of a page at the three sizes people have, for looking at; kept in test-results/pictures.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PHONE, TABLET, TABLET_UPRIGHT } from "./visit.mjs";

const FOLDER = "test-results/pictures";

export async function pictures(page, name) {
  await mkdir(FOLDER, { recursive: true });
  const before = page.viewportSize();
  for (const size of [TABLET, TABLET_UPRIGHT, PHONE]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(FOLDER, `${name}-${size.width}x${size.height}.png`), fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}

/** Whether the page itself scrolls sideways, which it never should. */
export async function scrollsSideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
