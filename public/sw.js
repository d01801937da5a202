// Holds every file of one release, so that the page opens and works with the network off.
//
// scripts/post-build.mjs writes the list below: each file of the release with the start of its SHA-256.
//
// Registration, by the page once it is usable:
//   navigator.serviceWorker.register("sw.js", { updateViaCache: "none" })
// A first worker fetches what is missing, then takes the page under its care. A later one fetches what differs and then
// *waits*: the page sees it as registration.waiting, offers it in words, and only the person's tap sends "skip-waiting".
//
// Messages, page to worker (a reply goes to the message's port if it came with one, else to the page that asked):
//   { type: "version" }       → { type: "version", version: "0.1.0", build: "3f2a…", files: 31, held: 31, ready: true }
//                               ready: every file of this release is held. If some are not (a browser may throw single
//                               files away), they are fetched first; ready is false when that failed.
//   { type: "skip-waiting" }  a waiting worker becomes the active one. No reply: the page hears controllerchange,
//                             and reloads when the person is ready for it.
// Messages, worker to every open page:
//   { type: "progress", build, files, held }   while files are being fetched
//   { type: "not-held", build, files, held }   fetching was given up; what was fetched is kept, and the next
//                                              registration or update goes on from there
//
// The page's own build stands in <meta name="concordat-build" content="VERSION BUILD">.
"use strict";

const RELEASE = { version: "0.0.0", build: "unbuilt", files: {} }; // written by scripts/post-build.mjs

const SCOPE = new URL(self.registration.scope);
// One store for every release that this scope has seen, keyed by path and content: a file that did not change between
// two releases is held once, and a fetch that was cut short is never fetched again.
const STORE = `concordat-files:${SCOPE.pathname}`;
const LIST_OF_ACTIVE = new URL("?concordat-list", SCOPE).href;
// Where a device's share sheet posts files to (share_target in the manifest), and where they lie until the page, which is
// opened next, has taken them. A store of its own: releases come and go beside it.
const SHARE_TARGET = new URL("share", SCOPE).href;
const SHARED = `concordat-shared:${SCOPE.pathname}`;
const FETCHES_AT_ONCE = 4;
const ATTEMPTS = 3;

self.addEventListener("install", (event) => {
  event.waitUntil(holdEverything());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("message", (event) => {
  const type = event.data?.type;
  if (type === "skip-waiting") self.skipWaiting();
  if (type === "version") event.waitUntil(answerVersion(event.ports[0] ?? event.source));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "POST" && url.href.split(/[?#]/)[0] === SHARE_TARGET) return event.respondWith(takeShared(event.request));
  if (event.request.method !== "GET" || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return;
  const path = pathOf(url);
  if (path in RELEASE.files) event.respondWith(fromRelease(path, event.request));
  else event.respondWith(fromEarlierRelease(url, event.request));
});

/** The file's path within the release; the bare address is the page itself. */
function pathOf(url) {
  return decodeURI(url.pathname.slice(SCOPE.pathname.length)) || "index.html";
}

function keyOf(path, digest) {
  const key = new URL(encodeURI(path), SCOPE);
  key.search = `?content=${digest}`;
  return key.href;
}

async function fromRelease(path, request) {
  const store = await caches.open(STORE);
  const held = await store.match(keyOf(path, RELEASE.files[path]));
  if (held) return held;
  try {
    return await hold(store, path);
  } catch {
    return fetch(request);
  }
}

/** A page of the release before may still be open after this worker took over, and ask for files of its own. */
async function fromEarlierRelease(url, request) {
  const store = await caches.open(STORE);
  const held = await store.match(url.href.split("#")[0], { ignoreSearch: true });
  return held ?? fetch(request);
}

/** Puts shared files where the page finds them, and opens it. What cannot be taken in is left; the page says nothing of it. */
async function takeShared(request) {
  try {
    const files = (await request.formData()).getAll("bundle").filter((one) => one instanceof File);
    const store = await caches.open(SHARED);
    for (const [place, file] of files.entries()) {
      const headers = { "x-name": encodeURIComponent(file.name) };
      await store.put(new URL(`?shared=${place}`, SCOPE), new Response(file, { headers }));
    }
    return Response.redirect(new URL("?shared", SCOPE), 303);
  } catch {
    return Response.redirect(new URL("#/files", SCOPE), 303);
  }
}

async function holdEverything() {
  const store = await caches.open(STORE);
  const missing = await missingFrom(store);
  const files = Object.keys(RELEASE.files).length;
  let held = files - missing.length;
  const failed = [];
  const worker = async () => {
    for (let path = missing.shift(); path !== undefined; path = missing.shift()) {
      try {
        await hold(store, path);
        held += 1;
        await tellPages({ type: "progress", build: RELEASE.build, files, held });
      } catch (error) {
        failed.push(`${path}: ${error.message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: FETCHES_AT_ONCE }, worker));
  if (failed.length > 0) {
    await tellPages({ type: "not-held", build: RELEASE.build, files, held });
    throw new Error(`Not every file could be fetched. ${failed.join("; ")}`);
  }
}

async function missingFrom(store) {
  const held = new Set((await store.keys()).map((request) => request.url));
  return Object.entries(RELEASE.files)
    .filter(([path, digest]) => !held.has(keyOf(path, digest)))
    .map(([path]) => path);
}

/** Fetches one file, makes sure that it is the one this release means, and keeps it. */
async function hold(store, path) {
  const digest = RELEASE.files[path];
  // The browser's own cache usually has what the page has just loaded; if that is of another release, ask the host.
  const ways = ["default", ...Array(ATTEMPTS - 1).fill("reload")];
  let problem;
  for (const [attempt, cache] of ways.entries()) {
    try {
      if (attempt > 1) await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
      const response = await fetch(new URL(encodeURI(path), SCOPE), { cache, credentials: "same-origin" });
      if (!response.ok) throw new Error(`the host answered ${response.status}`);
      const body = await response.arrayBuffer();
      if ((await digestOf(body)) !== digest) throw new Error("the host has another version of it");
      const headers = { "content-type": response.headers.get("content-type") ?? "application/octet-stream" };
      const kept = new Response(body, { headers });
      await store.put(keyOf(path, digest), kept.clone());
      return kept;
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

async function digestOf(body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Lets go of what neither this release nor the one it replaces needs, and takes the open pages under its care. */
async function takeOver() {
  const store = await caches.open(STORE);
  const before = await store.match(LIST_OF_ACTIVE).then((list) => list?.json()).catch(() => undefined);
  const needed = new Set([LIST_OF_ACTIVE]);
  for (const files of [RELEASE.files, before ?? {}]) {
    for (const [path, digest] of Object.entries(files)) needed.add(keyOf(path, digest));
  }
  for (const request of await store.keys()) {
    if (!needed.has(request.url)) await store.delete(request);
  }
  await store.put(LIST_OF_ACTIVE, new Response(JSON.stringify(RELEASE.files)));
  await self.clients.claim();
}

async function answerVersion(asker) {
  const files = Object.keys(RELEASE.files).length;
  let held = 0;
  try {
    const store = await caches.open(STORE);
    if ((await missingFrom(store)).length > 0) await holdEverything().catch(() => {});
    held = files - (await missingFrom(store)).length;
  } catch {
    // A browser that denies the store holds nothing; the answer says so.
  }
  asker?.postMessage({ type: "version", version: RELEASE.version, build: RELEASE.build, files, held, ready: held === files });
}

async function tellPages(message) {
  for (const page of await self.clients.matchAll({ includeUncontrolled: true, type: "window" })) page.postMessage(message);
}
