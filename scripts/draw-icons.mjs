// Draws the PNG icons from public/icons/icon.svg with Chromium. The results are committed; run this after changing the mark.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { chromiumOptions } from "../tests/e2e/support/chromium.mjs";

const mark = readFileSync("public/icons/icon.svg", "utf8");
const square = mark.replace(/ rx="96"/, "");
// A maskable icon may lose everything outside the middle four fifths.
const maskable = square.replace(/<g /, '<g transform="translate(256 256) scale(.78) translate(-256 -256)" ');
const ICONS = [["icon-192", 192, mark], ["icon-512", 512, mark], ["icon-maskable-512", 512, maskable], ["apple-touch-icon", 180, square]];

const browser = await chromium.launch(chromiumOptions());
for (const [name, size, svg] of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
