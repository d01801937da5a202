// Starts the program, and looks after the page until the program has drawn it. Kept out of the program, because a first
// visit is of use before it is there, and because the way to the recovery page is for when it cannot run.
"use strict";
(() => {
  const PATIENCE_MS = 10_000;
  const byId = (id) => document.getElementById(id);
  const opening = byId("opening");
  let started = false;

  const show = (sentence) => {
    // Without the opening the program is at work, and says itself what goes wrong.
    if (!opening.isConnected) return;
    byId("opening-wait").hidden = false;
    byId("opening-says").textContent = sentence;
    byId("opening-recovery").hidden = false;
  };
  const failed = () => show("Concordat could not start in this browser.");

  /** Starts the program, once. */
  const start = () => {
    if (started) return;
    started = true;
    if (!concordat.canRun) {
      show("This browser cannot run Concordat: it has no WebAssembly. Use a current Safari, Chrome, Edge or Firefox. On an iPad in Lockdown Mode, leave this site out of it in Safari's settings for websites, then load the page again.");
      return;
    }
    setTimeout(() => show("Concordat is taking longer than usual to open."), PATIENCE_MS);
    const { bytes, glue, again } = concordat.fetchProgram();
    import(glue)
      .then((made) => made.default({ module_or_path: bytes }).catch((error) => {
        if (error instanceof WebAssembly.RuntimeError) throw error;
        return made.default({ module_or_path: again() });
      }))
      .catch((error) => { console.error(error); failed(); });
  };

  // A file that is let go over the page before the program is there would be opened by the browser in place of the page.
  const dropped = Object.assign(document.createElement("input"), { type: "file", hidden: true, id: "opening-dropped" });
  opening.append(dropped);
  addEventListener("dragover", (event) => {
    if (opening.isConnected) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (!opening.isConnected) return;
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    dropped.files = event.dataTransfer.files;
    byId("opening-wait").hidden = false;
    start();
  });
  /** Files that the device hands to the page take the way of those that are dropped on it. */
  const hand = (files) => {
    if (files.length === 0) return;
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  };
  /** Files that came by the share sheet while no page was there; the worker has put them aside (sw.js). */
  const takeShared = async () => {
    const name = `concordat-shared:${location.pathname.replace(/[^/]*$/, "")}`;
    const store = await caches.open(name);
    const files = [];
    for (const request of await store.keys()) {
      const held = await store.match(request);
      files.push(new File([await held.blob()], decodeURIComponent(held.headers.get("x-name") ?? "shared.concordat.json")));
    }
    // They may be confidential, and whoever shared them has them still.
    await caches.delete(name);
    history.replaceState(null, "", `${location.pathname}#/files`);
    hand(files);
  };
  if (new URLSearchParams(location.search).has("shared")) takeShared().catch((error) => console.error(error));
  // The device's files app: "Open with Concordat".
  globalThis.launchQueue?.setConsumer(async ({ files }) => hand(await Promise.all(files.map((file) => file.getFile()))));
  addEventListener("error", failed);
  addEventListener("unhandledrejection", failed);
  if (!concordat.canRun || !concordat.isFirstVisit) {
    start();
    return;
  }
  byId("first-visit").hidden = false;
  byId("opening-head").hidden = true;
  byId("opening-wait").hidden = true;
  // A press that began on a button here and ends when the program has drawn its own in its place would count for neither.
  let pressed;
  addEventListener("pointerdown", ({ target }) => { pressed = target.closest?.("#opening [data-want]"); });
  addEventListener("pointerup", () => {
    const words = pressed?.textContent;
    pressed = undefined;
    if (words && !opening.isConnected) [...document.querySelectorAll("main button")].find((button) => button.textContent === words)?.click();
  });
  for (const button of opening.querySelectorAll("[data-want]")) {
    button.addEventListener("click", () => {
      opening.dataset.wanted = button.dataset.want;
      byId("opening-wait").hidden = false;
      if (button.dataset.want === "sample") concordat.chunkAhead("bundles");
      start();
    });
  }
  // The page is drawn and can be used: now the program, without a tap.
  const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 200));
  const atLeisure = () => idle(start, { timeout: 1_000 });
  if (document.readyState === "complete") atLeisure();
  else addEventListener("load", atLeisure);
})();
