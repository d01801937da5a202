// The first thing that the page does: has the program fetched, and the work read, while the page itself is still being
// read, unless this is a first visit, which is of use without them. In a release this stands in the page itself, since
// another request would cost more time than it takes; scripts/post-build.mjs puts it there, and its digest into the policy.
"use strict";
globalThis.concordat = (() => {
  const told = (name) => document.querySelector(`meta[name="${name}"]`).content;
  const [glue, wasm, link, size] = told("concordat-program").split(" ");
  // The parts of the program that single pages need: "overview=file,file others=file,file".
  const chunks = new Map(told("concordat-chunks").split(" ").filter(Boolean).map((chunk) => chunk.split("=")));

  const address = (name) => new URL(name, document.baseURI).href;
  /** What was fetched before the program asked for it, by address. Taken once: what could not be had is asked for again. */
  const coming = new Map();
  const asked = new Set();
  const take = (href) => {
    asked.add(href);
    const answer = coming.get(href);
    coming.delete(href);
    return answer;
  };
  const chunkAhead = (chunk) => {
    for (const name of (chunks.get(chunk) ?? "").split(",").filter(Boolean)) {
      if (coming.has(address(name)) || asked.has(address(name))) continue;
      const answer = fetch(address(name));
      answer.catch(() => {}); // Whoever takes it is told.
      coming.set(address(name), answer);
    }
  };
  const scriptAhead = (name) => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: address(name) }));
  };

  /**
   * The same answer, which calls back when a fifth of its `bytes` is still to come: what is asked for then begins to come
   * as soon as this one has, and the line is never idle. Asked for earlier, the one would make the other late.
   */
  const calledNearItsEnd = (answer, bytes, then) => {
    if (!answer.ok || !answer.body || !bytes) {
      then();
      return answer;
    }
    const reader = answer.body.getReader();
    let left = bytes * 0.8;
    const pull = async (to) => {
      const { done, value } = await reader.read();
      if (left > 0 && (left -= done ? left : value.length) <= 0) then();
      if (done) to.close();
      else to.enqueue(value);
    };
    return new Response(new ReadableStream({ pull, cancel: (why) => reader.cancel(why) }), answer);
  };

  let program;
  /** Has the program fetched, once, and after it what the page of the address needs, which comes while the program starts and reads the work. */
  const fetchProgram = () => {
    if (program) return program;
    const next = () => chunkAhead(location.hash.length <= 2 ? "overview" : "others");
    // `again` is for a browser that takes no program from a stream that a script hands on.
    const again = () => fetch(address(wasm));
    program = { bytes: again().then((answer) => calledNearItsEnd(answer, Number(size), next)), glue: address(glue), again };
    for (const script of [glue, link].filter(Boolean)) scriptAhead(script);
    return program;
  };

  /** Where a run of keys ends that stands for about half a million bytes: a key says how many, unless it is of one change. */
  const endOfPiece = (keys, from) => {
    let bytes = 0;
    let to = from;
    do bytes += Number(/\.(\d+)$/.exec(keys[to])?.[1] ?? 1024); while (++to < keys.length && bytes < 512 * 1024);
    return to;
  };
  /**
   * The records of a workspace's logs, read while the program is being fetched, and the connection. Undefined where that
   * comes to nothing: then the program asks storage itself, and says what is wrong.
   */
  const readWork = (workspace) => new Promise((resolve) => {
    const nothing = () => resolve(undefined);
    const opening = indexedDB.open("concordat", 1);
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = nothing;
    opening.onsuccess = () => {
      const database = opening.result;
      database.onversionchange = () => database.close();
      try {
        const reading = database.transaction("log");
        // '0' is the character after '/'.
        const range = IDBKeyRange.bound(`${workspace}/`, `${workspace}0`, false, true);
        const log = reading.objectStore("log");
        reading.onabort = nothing;
        log.getAllKeys(range).onsuccess = ({ target: { result: keys } }) => {
          const texts = [];
          const resume = () => {
            if (texts.length === keys.length) return resolve({ database, workspace, keys, texts });
            const piece = keys.slice(texts.length, endOfPiece(keys, texts.length));
            log.getAll(IDBKeyRange.bound(piece[0], piece[piece.length - 1])).onsuccess = ({ target: { result } }) => {
              texts.push(...result);
              resume();
            };
          };
          resume();
        };
      } catch {
        nothing();
      }
    };
  }).catch(() => undefined);

  // Whoever chose light or dark is not shown the other until the program is there.
  try {
    const theme = JSON.parse(localStorage.getItem("concordat.theme"));
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Local storage is denied, or holds something else.
  }
  const canRun = typeof WebAssembly !== "undefined";
  /** The workspace that was open last, and whether nothing was ever kept here, as far as can be told without the program. */
  let workspace = null;
  let isFirstVisit = false;
  try {
    workspace = JSON.parse(localStorage.getItem("concordat.last-workspace"));
    isFirstVisit = workspace === null && location.hash.length <= 2;
  } catch {
    // The program says what is to be said.
  }
  let work;
  if (canRun && !isFirstVisit) {
    fetchProgram();
    if (workspace) work = readWork(workspace);
  }
  /** Once: whoever has it keeps the connection. */
  const takeWork = () => {
    const taken = work;
    work = undefined;
    return taken;
  };
  return { canRun, fetchProgram, chunkAhead, isFirstVisit, take, takeWork };
})();
