// The release as a static host serves it, with the rider beside it, and a place where the rider tells what it saw.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";

const TYPES = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
};
const RIDER = new URL("rider.js", import.meta.url);

/**
 * Serves `dir`. `task()` answers what the rider is to do; `told(what)` hears what it saw; `asked(path)` hears of every
 * request.
 */
export async function site({ dir = "dist", task, told, asked = () => {} }) {
  const root = resolve(dir);
  const file = async (path) => {
    const name = normalize(path.slice(1) || "index.html");
    if (name === "rider.js") return readFile(RIDER);
    const place = join(root, name);
    if (!place.startsWith(root + sep)) throw new Error("outside");
    const body = await readFile(place);
    return name === "index.html" ? String(body).replace("<title>", '<script src="rider.js"></script>\n<title>') : body;
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://any").pathname;
    const answer = (status, type, body) => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
      response.end(body);
    };
    try {
      if (request.method === "POST") {
        told(JSON.parse(await text(request)));
        answer(200, "text/plain", "");
      } else if (path === "/task") {
        answer(200, "application/json", JSON.stringify(task()));
      } else {
        asked(path);
        // A worker would bring a page of its own, without the rider.
        if (path === "/sw.js") answer(404, "text/plain", "");
        else answer(200, TYPES[extname(path) || ".html"] ?? "application/octet-stream", await file(path));
      }
    } catch {
      answer(404, "text/plain", "");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

async function text(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
