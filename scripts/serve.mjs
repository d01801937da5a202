// A plain static server for dist/: what any static host does, and nothing else.
//
//   node scripts/serve.mjs [--dir dist] [--host 127.0.0.1] [--port 8080] [--base /councils/concordat/]
//                          [--compress brotli|gzip]
//
// --base serves under a path, as a host with several sites does. --compress answers with files compressed once, as hard
// as the method goes, where the browser accepts it; what was compressed is kept in target/served for the next time.
import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";
import { parseArgs, promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};
const NOT_WORTH_COMPRESSING = new Set([".png", ".ico"]);
// Trunk writes its hashes without leading noughts.
const HASHED = /-[0-9a-f]{12,16}(_bg)?\.[a-z]+$/;

const KEPT = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../target/served");

const COMPRESSORS = {
  brotli: { token: "br", compress: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }) },
  gzip: { token: "gzip", compress: (body) => promisify(gzip)(body, { level: 9 }) },
};

/**
 * Starts serving and answers with { origin, url, lengthOverTheWire, close }. `onRequest(path)` hears of each
 * request; a status that it returns is sent instead of the file.
 * `prepare` compresses everything beforehand, so that no visitor waits for it.
 */
export async function serve({ dir = "dist", host = "127.0.0.1", port = 8080, base = "/", compress, prepare = false, onRequest = () => {} } = {}) {
  const root = resolve(dir);
  const prefix = `/${base.replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
  const compressor = compress ? COMPRESSORS[compress] : undefined;
  if (compress && !compressor) throw new Error(`--compress is brotli or gzip, not ${compress}`);
  const compressed = new Map();
  const squeeze = async (plain) => {
    const kept = join(KEPT, `${createHash("sha256").update(plain).digest("hex")}.${compressor.token}`);
    try {
      return await readFile(kept);
    } catch {
      const body = await compressor.compress(plain);
      await mkdir(KEPT, { recursive: true });
      // Another server, or another file of the same content, may be writing the same: the name appears only when the file is whole.
      const half = `${kept}.${randomUUID()}`;
      await writeFile(half, body);
      await rename(half, kept);
      return body;
    }
  };

  const bodyOf = async (file, encodings) => {
    const plain = await readFile(file);
    if (!compressor || NOT_WORTH_COMPRESSING.has(extname(file)) || !encodings.includes(compressor.token)) return { body: plain };
    const { mtimeMs } = await stat(file);
    const key = `${file} ${mtimeMs}`;
    if (!compressed.has(key)) compressed.set(key, squeeze(plain));
    return { body: await compressed.get(key), encoding: compressor.token };
  };

  if (prepare && compressor) {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    await Promise.all(files.map((file) => bodyOf(file, compressor.token)));
  }

  const server = createServer(async (request, response) => {
    const finish = (status, headers, body) => {
      response.writeHead(status, { "content-length": Buffer.byteLength(body), ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    const plainly = (status, sentence, headers = {}) => finish(status, { "content-type": "text/plain; charset=utf-8", ...headers }, `${sentence}\n`);
    try {
      const path = decodeURIComponent(new URL(request.url, "http://any").pathname);
      const instead = onRequest(path);
      if (instead) return plainly(instead, "Not now.");
      if (request.method !== "GET" && request.method !== "HEAD") return plainly(405, "This server only reads.");
      if (`${path}/` === prefix) return plainly(308, "It is one level down.", { location: prefix });
      if (!path.startsWith(prefix)) return plainly(404, "There is nothing here.");
      const file = join(root, normalize(path.slice(prefix.length) || "index.html"));
      if (file !== root && !file.startsWith(root + sep)) return plainly(404, "There is nothing here.");
      const { body, encoding } = await bodyOf(file, request.headers["accept-encoding"] ?? "");
      finish(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        // Only a name that changes with its content may be kept without asking.
        "cache-control": HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
        "x-content-type-options": "nosniff",
        vary: "accept-encoding",
        ...(encoding && { "content-encoding": encoding }),
      }, body);
    } catch (error) {
      if (["ENOENT", "EISDIR", "ENOTDIR"].includes(error.code)) plainly(404, "There is nothing here.");
      else if (error instanceof URIError || error instanceof TypeError) plainly(400, "That is not an address.");
      else plainly(500, "The file could not be read.");
    }
  });

  await new Promise((done, failed) => server.once("error", failed).listen(port, host, done));
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${server.address().port}`;
  return {
    origin,
    url: origin + prefix,
    lengthOverTheWire: async (name) => (await bodyOf(join(root, name), compressor?.token ?? "")).body.length,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: {
    dir: { type: "string", default: "dist" }, host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8080" }, base: { type: "string", default: "/" }, compress: { type: "string" },
  } });
  try {
    await stat(join(values.dir, "index.html"));
    const { url } = await serve({ ...values, port: Number(values.port) });
    console.log(`Concordat is at ${url}\nPress Ctrl+C to stop.`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `Port ${values.port} is taken. Choose another: make run PORT=8081`
      : error.code === "ENOENT" ? `There is no release in ${values.dir}. Run \`make build\` first.` : error.message);
    process.exit(1);
  }
}
