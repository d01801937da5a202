// Looks after the page until the program has started: takes the opening line away when it has, and shows the way to
// the recovery page when it fails or takes long. Kept out of the program, because it is for when that cannot run.
"use strict";
(() => {
  const PATIENCE_MS = 10_000;
  let started = false;

  const show = (sentence) => {
    if (started) return;
    const says = document.getElementById("opening-says");
    const recovery = document.getElementById("opening-recovery");
    if (says) says.textContent = sentence;
    if (recovery) recovery.hidden = false;
  };
  const failed = () => show("Concordat could not start in this browser.");

  const patience = setTimeout(() => show("Concordat is taking longer than usual to open."), PATIENCE_MS);
  addEventListener("error", failed);
  addEventListener("unhandledrejection", failed);
  addEventListener("TrunkApplicationStarted", () => {
    started = true;
    clearTimeout(patience);
    removeEventListener("error", failed);
    removeEventListener("unhandledrejection", failed);
    document.getElementById("opening")?.remove();
  }, { once: true });
})();
