// What a test makes is cleared away in the opposite order, whatever happened: a page closes before the host that serves
// it, so that no request of its is refused on the way out.
const made = new WeakMap();

/** Calls `clear` when the test has ended, before all that was made earlier. */
export function atEnd(t, clear) {
  if (!made.has(t)) {
    made.set(t, []);
    t.after(() => clearAll(made.get(t)));
  }
  made.get(t).push(clear);
}

async function clearAll(clears) {
  const problems = [];
  for (const clear of clears.reverse()) await Promise.resolve().then(clear).catch((problem) => problems.push(problem));
  if (problems.length > 0) throw problems[0];
}
