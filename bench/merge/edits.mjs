// The changes of a bundle as plain edits: what every library is given to do, in the order in which it was done.

/** `{ id, at, by, why, edits: [{ record, set }] }` of each change of a bundle's text. */
export function changesOf(text) {
  const { changes } = JSON.parse(text);
  return changes.map(({ id, at, by, why = "", edits }) => ({
    id, at, why, by: by.council ? `${by.name}, ${by.council}` : by.name, edits: edits.map(({ record, set }) => ({ record, set })),
  }));
}

/** What one copy did after the two went apart. */
export function since(base, copy) {
  const known = new Set(base.map(({ id }) => id));
  return copy.filter(({ id }) => !known.has(id));
}
