// What runs inside the measured page: sent there whole, so it uses nothing outside itself.

/** Put into every page before its own scripts: stopwatches, as `bench`. One runs from the start, until these elements. */
export function install(drawn) {
  /** The time just after the next frame was painted. */
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => resolve(performance.now());
      after.port2.postMessage(undefined);
    });
  });
  /** The time at which the first frame with every one of these elements was painted, since the navigation began. */
  const paintedWith = async (selectors) => {
    const isThere = () => document.documentElement !== null && selectors.every((selector) => document.querySelector(selector));
    if (!isThere()) {
      await new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (isThere()) {
            observer.disconnect();
            resolve();
          }
        });
        observer.observe(document, { childList: true, subtree: true, attributes: true });
      });
    }
    return painted();
  };
  /** The time at which the page says again that all is saved, after it has said that it is saving. */
  const stored = () => new Promise((resolve) => {
    const status = document.querySelector(".status[data-state]");
    let began = false;
    const observer = new MutationObserver(() => {
      began ||= status.dataset.state !== "saved";
      if (began && status.dataset.state === "saved") {
        observer.disconnect();
        resolve(performance.now());
      }
    });
    observer.observe(status, { attributes: true, attributeFilter: ["data-state"] });
  });
  /** Does something and takes the time until `selector` is painted with another content, and until that is stored. */
  const timed = async (act, selector, { keeps = false } = {}) => {
    const content = () => document.querySelector(selector)?.outerHTML;
    const before = content();
    const storing = keeps ? stored() : undefined;
    await painted();
    const start = performance.now();
    act();
    let end;
    do end = await painted(); while (content() === before);
    return { painted: end - start, ...(keeps && { stored: (await storing) - start }) };
  };
  /** Nothing has run for a while. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 1_000));
  /** A file is chosen in a field, previewed and brought in as soon as it is: each stretch by itself, until painted. */
  const broughtIn = async (field, button, drawn) => {
    const there = (selectors) => new Promise((resolve) => {
      const look = () => selectors.every((selector) => document.querySelector(selector)) && (observer.disconnect(), resolve());
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, attributes: true });
      look();
    });
    await new Promise((resolve) => document.querySelector(field).addEventListener("change", resolve, { capture: true, once: true }));
    const chosen = performance.now();
    await there([button]);
    const previewed = await painted();
    await settled();
    const storing = stored();
    const pressed = performance.now();
    document.querySelector(button).click();
    await there(drawn);
    const shown = (await painted()) - pressed;
    return { preview: previewed - chosen, shown, stored: (await storing) - pressed };
  };
  /** The milliseconds of the page's own stretches of work of a name, since they were last asked for. */
  const stretches = (name) => {
    const entries = performance.getEntriesByName(name, "measure");
    if (entries.length === 0) throw new Error(`The page has not timed ${name}.`);
    performance.clearMeasures(name);
    return entries.reduce((sum, entry) => sum + entry.duration, 0);
  };
  /** How long JSON.parse takes for a text: over and over where once is too short for the clock. */
  const parsing = (text) => {
    const ENOUGH_MS = 30;
    let times = 0;
    const start = performance.now();
    do {
      JSON.parse(text);
      times += 1;
    } while (performance.now() - start < ENOUGH_MS);
    return (performance.now() - start) / times;
  };
  /** Looks at every task of the main thread, every press, and every step of a bar: from the page's beginning on, or anew. */
  let seen;
  const watch = (bar) => {
    seen = { tasks: [], presses: [], steps: new Set(), began: 0, ended: undefined };
    const note = (entries) => entries.forEach((entry) => (entry.entryType === "longtask" ? seen.tasks : seen.presses).push(entry));
    const observers = [
      [new PerformanceObserver((list) => note(list.getEntries())), { type: "longtask", buffered: true }],
      [new PerformanceObserver((list) => note(list.getEntries())), { type: "event", durationThreshold: 16 }],
    ];
    observers.forEach(([observer, what]) => observer.observe(what));
    seen.rest = () => observers.forEach(([observer]) => note(observer.takeRecords()));
    document.addEventListener("change", begin, { capture: true, once: true });
    new MutationObserver(() => {
      const shown = document.querySelector(bar);
      if (shown) seen.steps.add(`${shown.labels[0]?.textContent} ${shown.value}`);
      else if (seen.steps.size > 0) seen.ended ??= performance.now();
    }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  };
  /** What is looked at begins now. */
  const begin = () => {
    seen.began = performance.now();
    seen.ended = undefined;
    seen.steps.clear();
  };
  const watched = () => {
    seen.rest();
    const tasks = seen.tasks.filter((task) => task.startTime + task.duration >= seen.began).map((task) => ({ at: task.startTime - seen.began, took: task.duration }));
    return {
      took: seen.ended - seen.began,
      task: Math.max(0, ...tasks.map(({ took }) => took)),
      many: tasks.filter(({ took }) => took > 100).length,
      press: Math.max(0, ...seen.presses.filter(({ startTime }) => startTime >= seen.began).map(({ duration }) => duration)),
      steps: seen.steps.size,
      tasks,
    };
  };
  globalThis.bench = { timed, painted, settled, broughtIn, stretches, parsing, watch, begin, watched, opened: paintedWith(drawn) };
}
