// The release page as a static host serves it: under a sub-path, compressed, and nothing else on the origin.
import { existsSync } from "node:fs";
import { after } from "node:test";
import { serve } from "../../../scripts/serve.mjs";
import { closeTheBrowser } from "./browser.mjs";

export const BASE = "/councils/concordat/";

/**
 * Serves a folder for the tests of one file and stops when they are done. Answers with the server, and with `requests`,
 * the paths that were asked for, in order.
 */
export async function site({ dir = "dist", base = BASE, port = 0 } = {}) {
  if (!existsSync(`${dir}/index.html`)) throw new Error(`There is no release in ${dir}. Run \`make build\` first.`);
  const requests = [];
  const server = await serve({ dir, base, port, compress: "brotli", prepare: true, onRequest: (path) => void requests.push(path) });
  // Said here, at the top of a test file, because what a test registers ends with that test.
  after(closeTheBrowser);
  after(() => server.close());
  return { ...server, requests };
}
