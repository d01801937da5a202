// A static host that a test can turn off, make refuse single files, and give a new release.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../../scripts/serve.mjs";
import { atEnd } from "./ending.mjs";
import { BASE } from "./site.mjs";

/** Serves a copy of dist/, which ends with the test. */
export async function host(t) {
  const dir = await mkdtemp(join(tmpdir(), "concordat-host-"));
  await cp("dist", dir, { recursive: true });
  const requests = [];
  const refused = new Set();
  const onRequest = (path) => {
    requests.push(path.slice(BASE.length));
    return refused.has(path.slice(BASE.length)) ? 503 : undefined;
  };
  const begin = (port) => serve({ dir, base: BASE, port, compress: "brotli", onRequest });
  let server = await begin(0);
  const { origin, url } = server;
  atEnd(t, async () => {
    await server?.close();
    await rm(dir, { recursive: true, force: true });
  });
  return {
    origin, url, requests, refused,
    /** From now on nothing answers at the address, as without a network. */
    async turnOff() {
      await server.close();
      server = undefined;
    },
    async turnOn() {
      server = await begin(Number(new URL(origin).port));
    },
    /** Puts a release in place that differs by one file, and answers with its build. */
    async publishAnother() {
      const digest = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);
      const edit = async (name, change) => {
        const text = change(await readFile(join(dir, name), "utf8"));
        await writeFile(join(dir, name), text);
        return text;
      };
      const build = "feedfacecafe";
      const start = await edit("start.js", (text) => `${text}// A later release.\n`);
      const page = await edit("index.html", (text) => text.replace(/(concordat-build" content="\S+) \w+/, `$1 ${build}`));
      await edit("sw.js", (text) => text
        .replace(/"build": "\w+"/, `"build": "${build}"`)
        .replace(/"start\.js": "\w+"/, `"start.js": "${digest(start)}"`)
        .replace(/"index\.html": "\w+"/, `"index.html": "${digest(page)}"`));
      return build;
    },
  };
}
