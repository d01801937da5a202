// Runs in the release page, in any browser: opens the work, tells what is kept, then works on until the browser is gone.
// It does what a person does, by what stands on the page, and tells of each thing once the frame has said Saved.
"use strict";
(() => {
  const BY = { name: "Pat Example", council: "Bromsgrove District Council" };
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const tell = (what) => fetch("told", { method: "POST", body: JSON.stringify(what) });
  const all = (selector) => [...document.querySelectorAll(selector)];
  const find = (selector, words) => all(selector).find((element) => element.textContent.trim().startsWith(words));

  async function until(look, what) {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`${what} did not come; the page says: ${document.body.innerText.slice(0, 1_500)}`);
      await pause(5);
    }
  }

  const status = () => document.querySelector("header .status");

  /** Everything that the frame says of keeping from now on; answers when it has said Saving and after it Saved. */
  function saved() {
    let seenSaving = false;
    return new Promise((done) => {
      const look = () => {
        const says = status()?.textContent ?? "";
        if (says.startsWith("Saving")) seenSaving = true;
        if (!seenSaving || !says.startsWith("Saved")) return;
        observer.disconnect();
        done();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  }

  async function go(fragment, heading) {
    location.hash = fragment;
    await until(() => document.querySelector("h1")?.textContent.includes(heading) && location.hash === fragment, `The page ${fragment}`);
  }

  async function writeNote(text) {
    const field = await until(() => {
      const label = find("label", "Add a note");
      return label && document.getElementById(label.htmlFor);
    }, "The field for a note");
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const done = saved();
    find("button", "Save the note").click();
    await done;
  }

  async function bringIn({ name, text }) {
    await go("#/files", "Files");
    const field = await until(() => document.querySelector("input[type=file].drop__input"), "The file field");
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], name));
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    const button = await until(() => find(".preview__actions button", "Bring in"), "The preview");
    const done = saved();
    button.click();
    await done;
  }

  const answered = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

  async function database(work) {
    const opened = await answered(indexedDB.open("concordat"));
    try {
      return await work(opened);
    } finally {
      opened.close();
    }
  }

  async function records(opened, name) {
    const store = opened.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
    return keys.map((key, place) => [key, values[place]]);
  }

  /** The segments as single records again, as they are in a browser in which every change was made by hand. */
  async function unpack(workspace) {
    await database(async (opened) => {
      const writing = opened.transaction("log", "readwrite", { durability: "strict" });
      const ended = new Promise((done, failed) => { writing.oncomplete = done; writing.onabort = failed; });
      const store = writing.objectStore("log");
      const range = IDBKeyRange.bound(`${workspace}/shared/s/`, `${workspace}/shared/s0`);
      const segments = await answered(store.getAll(range));
      store.delete(range);
      for (const line of segments.flatMap((segment) => segment.split("\n"))) {
        store.put(line, `${workspace}/shared/c/${JSON.parse(line).id}`);
      }
      await ended;
    });
  }

  const shown = () => all(".note__text").map((line) => line.textContent);

  const singles = (workspace) => database((opened) => answered(opened.transaction("log").objectStore("log")
    .count(IDBKeyRange.bound(`${workspace}/shared/c/`, `${workspace}/shared/c0`))));

  const works = {
    async edits({ round }) {
      for (let number = 1; ; number += 1) {
        const text = `Round ${round}, note ${number}`;
        await writeNote(text);
        await tell({ saved: text });
      }
    },
    async imports({ files, risk }) {
      for (const file of files) {
        await bringIn(file);
        await tell({ broughtIn: file.name });
        // The way back to the risk shows that the page is at work.
        await go(risk.fragment, risk.title);
      }
    },
    /** Notes go on while the page packs, which it begins whenever it has read a log with many single records. */
    async packing({ round, workspace }) {
      const tabs = new BroadcastChannel("concordat");
      for (let number = 1; ; number += 1) {
        await unpack(workspace);
        tabs.postMessage(JSON.stringify({ news: "set-aside", ws: workspace, log: "shared" }));
        // At another moment of the reading each time.
        await pause((number * 7) % 40);
        const text = `Round ${round}, note ${number} while packing`;
        await writeNote(text);
        await tell({ saved: text });
        await until(async () => (await singles(workspace)) < 200, "Packing");
        await tell({ packed: true });
        // What was written while the page read its log again is on the page too.
        await until(() => shown().filter((line) => line.startsWith(`Round ${round},`)).length === number, `Note ${number} of round ${round}`);
      }
    },
  };

  async function look({ risk }) {
    const first = () => document.querySelector("section.first") && find("button", "Open the sample");
    await until(() => !document.getElementById("opening") && (status() || first()), "The page");
    if (first()) {
      first().click();
      await until(() => status()?.textContent.startsWith("Saved"), "The sample");
    }
    await go(risk.fragment, risk.title);
    await until(() => !/^Saving/.test(status().textContent), "Saved");
    const code = await until(() => document.querySelector("footer")?.textContent.match(/Code ([0-9A-F]{4}-[0-9A-F]{4})/)?.[1], "The code");
    const kept = await database(async (opened) => ({ log: await records(opened, "log"), aside: await records(opened, "aside"), local: await records(opened, "local") }));
    await tell({
      kept, code,
      notes: shown().filter((line) => line.startsWith("Round ")),
      alarms: all("[role=alert]").map((alarm) => alarm.innerText.trim()).filter(Boolean),
      tail: Object.keys(localStorage).filter((key) => key.startsWith("concordat.tail.")),
    });
  }

  async function ride() {
    const task = await (await fetch("task")).json();
    await look(task);
    for (const file of task.before) {
      await bringIn(file);
      await tell({ broughtIn: file.name });
      await go(task.risk.fragment, task.risk.title);
    }
    if (!task.work) return tell({ idle: true });
    await tell({ begun: true });
    await works[task.work](task);
  }

  localStorage.setItem("concordat.author", JSON.stringify(BY));
  addEventListener("error", (event) => tell({ problem: `Thrown: ${event.message}` }));
  addEventListener("DOMContentLoaded", () => ride().catch((problem) => tell({ problem: String(problem?.stack ?? problem) })));
})();
