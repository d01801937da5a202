// Changes made outside the page, by what a bundle says of itself: sealed, checked, and put into a file.
import { createHash } from "node:crypto";

/** Sorted keys and no blanks. There are no floats here, so that this is the published canonical form. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value && typeof value === "object") {
    const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}

function digest(change) {
  const { id, ...rest } = change;
  return createHash("sha256").update(canonical(rest)).digest("hex").slice(0, 32);
}

/** Whether a line is a change that gives its own id. */
export function isSealed(change) {
  return change.id === digest(change);
}

/** A change with its id. */
export function sealed(change) {
  return { ...change, id: digest(change) };
}

/** One note as a change, made after others. */
export function note({ id, about, text, after, by, at }) {
  const edits = [{ over: {}, record: `note/${id}`, set: { about, text } }];
  return sealed({ after, at, by, edits, schema: 1 });
}

/** A file with these changes alone. */
export function file(workspace, changes) {
  const head = { format: "concordat-bundle", version: 1, workspace };
  const lines = changes.map(canonical).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},\n"changes":[\n${lines}\n]}\n`;
}

/** The short code of these changes, by their ids. */
export function code(ids) {
  const hash = createHash("sha256");
  for (const id of [...new Set(ids)].sort()) hash.update(Buffer.from(id, "hex"));
  const hex = hash.digest("hex").slice(0, 8).toUpperCase();
  return `${hex.slice(0, 4)}-${hex.slice(4)}`;
}
