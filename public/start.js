// Looks after the page until the program has drawn it and taken the opening away: shows the way to the recovery page
// when it fails or takes long. Kept out of the program, because it is for when that cannot run.
"use strict";
(() => {
  const PATIENCE_MS = 10_000;

  const show = (sentence) => {
    // Without the opening the program is at work, and says itself what goes wrong.
    if (!document.getElementById("opening")) return;
    document.getElementById("opening-says").textContent = sentence;
    document.getElementById("opening-recovery").hidden = false;
  };
  const failed = () => show("Concordat could not start in this browser.");

  setTimeout(() => show("Concordat is taking longer than usual to open."), PATIENCE_MS);
  addEventListener("error", failed);
  addEventListener("unhandledrejection", failed);
})();
