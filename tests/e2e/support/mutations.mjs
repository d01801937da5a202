// What changes in the document while something is done: for showing that an edit touches only what it must.

/**
 * Counts the places inside `main` in which the document changes while `act` runs and until `settled` is there.
 * Answers with how often each place changed: a cell of the heatmap by its likelihood and impact, a row of a table by
 * its first words, or else the class of the element.
 */
export async function mutations(page, act, settled) {
  await page.evaluate(() => {
    const place = (node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const cell = element?.closest("td:has(.heatmap__cell)");
      if (cell) return cell.textContent.match(/^Likelihood \w+, Impact \w+/)?.[0] ?? "a cell of the heatmap";
      const row = element?.closest("tr");
      if (row) return `row ${row.querySelector("a")?.textContent ?? row.textContent}`;
      return element?.closest("[class]")?.className ?? "main";
    };
    const seen = [];
    const observer = new MutationObserver((records) => seen.push(...records.map((record) => place(record.target))));
    observer.observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true, attributes: true });
    globalThis.seenMutations = () => { observer.disconnect(); return seen; };
  });
  await act();
  await settled.waitFor();
  // Two pictures later everything that follows from the act has been drawn.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const counts = {};
  for (const place of await page.evaluate(() => globalThis.seenMutations())) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}
