// Reads what Concordat keeps in this browser and hands it out as one file. Knows the names of the stores and nothing of
// what is in them, so that it goes on working whatever a release has done to the records.
"use strict";

const DATABASE = "concordat";
const LOCAL_PREFIX = "concordat.";
const SECOND_COPY = `${DATABASE}-second-copy`;
const PURPOSES = {
  log: "The work itself: every change that was kept",
  aside: "Records that could not be read, or were taken back, and were set aside",
  local: "Notes and other things kept on this device alone",
  [SECOND_COPY]: "What the second copy of all this has and the database has not",
  localStorage: "Preferences, text being typed, and a second copy of the last change",
};

const byId = (id) => document.getElementById(id);
const plural = (count, one, many) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

/** What was found: places with their records as [key, value] pairs, and problems as sentences. */
async function look() {
  const places = [];
  const problems = [];
  try {
    places.push(...(await recordsOfDatabase(problems)));
  } catch (error) {
    problems.push(`The browser does not let this page read its database (${reason(error)}). Private windows and strict settings can do this.`);
  }
  try {
    places.push(...(await recordsOfSecondCopy(places)));
  } catch (error) {
    problems.push(`The browser does not let this page read the second copy (${reason(error)}).`);
  }
  try {
    places.push({ name: "localStorage", records: recordsOfLocalStorage() });
  } catch (error) {
    problems.push(`The browser does not let this page read its local storage (${reason(error)}).`);
  }
  return { places, problems };
}

async function recordsOfDatabase(problems) {
  const database = await openAsItIs();
  if (!database) return [];
  try {
    const places = [];
    for (const name of [...database.objectStoreNames].sort()) {
      try {
        places.push({ name, records: await recordsOfStore(database, name) });
      } catch (error) {
        problems.push(`The store “${name}” could not be read whole (${reason(error)}).`);
        places.push({ name, records: error.recordsSoFar ?? [] });
      }
    }
    return places;
  } finally {
    database.close();
  }
}

/** Opens the database in whatever version it has; nothing if there is none. Never creates one. */
function openAsItIs() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    let isNew = false;
    request.onupgradeneeded = () => {
      // There was none: leave none behind.
      isNew = true;
      request.transaction.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      if (isNew) resolve(undefined);
      else reject(request.error);
    };
    request.onblocked = () => reject(new Error("another tab holds it"));
  });
}

/** Goes record by record, so that one that cannot be read does not take the others with it. */
function recordsOfStore(database, name) {
  return new Promise((resolve, reject) => {
    const records = [];
    const fail = (error) => reject(Object.assign(error ?? new Error("it stopped"), { recordsSoFar: records }));
    const request = database.transaction(name, "readonly").objectStore(name).openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(records);
      records.push([cursor.key, cursor.value]);
      cursor.continue();
    };
    request.onerror = (event) => {
      event.preventDefault();
      fail(request.error);
    };
  });
}

/** Records of the second copy that the database does not hold, with the store that they belong to before their key. */
async function recordsOfSecondCopy(places) {
  if (!globalThis.caches || !(await caches.has(SECOND_COPY))) return [];
  const there = new Set(places.flatMap(({ name, records }) => records.map(([key]) => `${name}/${key}`)));
  const copy = await caches.open(SECOND_COPY);
  const records = [];
  for (const request of await copy.keys()) {
    const key = decodeURIComponent(new URL(request.url).pathname.split(`/${SECOND_COPY}/`)[1] ?? "");
    if (!there.has(key)) records.push([key, await (await copy.match(request)).text()]);
  }
  return records.length > 0 ? [{ name: SECOND_COPY, records }] : [];
}

function recordsOfLocalStorage() {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));
  return keys.filter((key) => key.startsWith(LOCAL_PREFIX)).sort().map((key) => [key, localStorage.getItem(key)]);
}

function reason(error) {
  return error?.message || error?.name || "no reason given";
}

/** One text file: JSON with one record to a line, so that a text editor can show and search it. */
function asFile({ places, problems }, recipient) {
  const lines = [
    "{",
    `"about": "Everything that Concordat kept in one browser, as it was kept: every key and value. Made by its recovery page.",`,
    `"made": ${JSON.stringify(new Date().toISOString())},`,
    `"page": ${JSON.stringify(location.href)},`,
    ...(recipient ? [`"for": ${JSON.stringify(recipient)},`] : []),
    `"problems": ${JSON.stringify(problems)},`,
    `"records": [`,
  ];
  const records = places.flatMap(({ name, records: held }) =>
    held.map(([key, value]) => JSON.stringify({ place: name, key, value: asJson(value) })));
  lines.push(records.join(",\n"), "]", "}", "");
  return new Blob([lines.join("\n")], { type: "application/json" });
}

/** Values are plain text; should anything else be there, it goes out in a form that says what it was. */
function asJson(value) {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { bytes: Array.from(bytes) };
  }
  return value;
}

/** Whether anything in it was ever marked as not for publication. A change that does so says it in one spelling. */
function holdsExempt({ places }) {
  const isMark = ([, value]) => typeof value === "string" && value.includes('"exempt":{');
  return places.some(({ records }) => records.some(isMark));
}

function rowFor({ name, records }) {
  const row = document.createElement("tr");
  const cells = [["th", name], ["td", PURPOSES[name] ?? "Unknown to this page; handed out all the same"], ["td", records.length.toLocaleString("en-GB")]];
  for (const [tag, text] of cells) {
    const cell = row.appendChild(document.createElement(tag));
    cell.textContent = text;
    if (tag === "th") cell.scope = "row";
  }
  row.lastElementChild.className = "number";
  return row;
}

function show(found) {
  const count = found.places.reduce((sum, place) => sum + place.records.length, 0);
  const filled = found.places.filter((place) => place.records.length > 0).length;
  byId("places").replaceChildren(...found.places.map(rowFor));
  byId("scroll").hidden = found.places.length === 0;
  byId("problems").replaceChildren(...found.problems.map((sentence) => {
    const item = document.createElement("li");
    item.textContent = sentence;
    return item;
  }));
  byId("says").textContent = count > 0
    ? `Found ${plural(count, "record", "records")} in ${plural(filled, "place", "places")}.`
    : found.problems.length > 0
      ? "Found nothing that can be read. The reasons are below."
      : "Concordat keeps nothing in this browser at this address.";
  byId("download").disabled = count === 0;
  byId("exempt").hidden = !holdsExempt(found);
}

async function download() {
  // Looked at again, because another tab may have kept more since.
  const found = await look();
  show(found);
  const isExempt = holdsExempt(found);
  const recipient = isExempt ? byId("for-whom").value.trim() : "";
  if (isExempt && !recipient) {
    byId("done").textContent = "Nothing was downloaded yet. It holds exempt items: say who it is for.";
    byId("for-whom").focus();
    return;
  }
  const link = document.createElement("a");
  const name = `${isExempt ? "EXEMPT-" : ""}concordat-everything-${new Date().toISOString().slice(0, 10)}.json`;
  link.href = URL.createObjectURL(asFile(found, recipient));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  byId("done").textContent = `Handed to the browser as ${name}. Look for it among your downloads.`;
}

byId("download").addEventListener("click", download);
look().then(show);
