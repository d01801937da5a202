// Figures: a median with its spread, a target where there is one, and how they read in a table.

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A time: the median of its runs in milliseconds. */
export function time(part, what, size, runs, target) {
  return figure(part, what, size, "ms", median(runs), target, { least: Math.min(...runs), most: Math.max(...runs), runs: runs.length, each: runs });
}

/** The longest of anything in any run, in milliseconds. */
export function longest(part, what, size, runs, target) {
  return figure(part, what, size, "ms", Math.max(...runs), target, { least: Math.min(...runs), most: Math.max(...runs), runs: runs.length, each: runs });
}

/** How many of something there were, the most in any run. */
export function count(part, what, size, runs, target) {
  return figure(part, what, size, "", Math.max(...runs), target, { least: Math.min(...runs), most: Math.max(...runs), runs: runs.length, each: runs });
}

/** What came over the wire, in thousands of bytes. */
export function weight(part, what, size, bytes) {
  return figure(part, what, size, "KB", median(bytes) / 1000);
}

/** How many times as long one thing takes as another. */
export function ratio(part, what, size, value, target) {
  return figure(part, what, size, "×", value, target);
}

function figure(part, what, size, unit, value, target, more = {}) {
  return { part, what, size, unit, value, ...more, ...(target !== undefined && { target, met: value <= target }) };
}

export function table(figures) {
  const head = ["", "what", "size", "median", "least", "most", "runs", "target", ""];
  const rows = figures.map((one) => [
    one.part, one.what, one.size ?? "", said(one.value, one.unit), said(one.least, one.unit), said(one.most, one.unit),
    one.runs === undefined ? "" : String(one.runs), one.target === undefined ? "" : `≤ ${said(one.target, one.unit)}`,
    one.met === undefined ? "" : one.met ? "met" : "not met",
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const isText = (column) => column < 3 || column === 8;
  const line = (row) => row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ").trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function said(value, unit) {
  if (value === undefined) return "";
  if (unit === "") return String(value);
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
}
