// The same work with Yjs, as quick as its documentation makes it.
//
// A record is a map of its fields with plain values. Yjs knows which client wrote something and not when, and it forgets
// what was replaced: who and when of each change, and which record it touched, are one more entry of a list.
import * as Y from "yjs";

export const checks = "nothing";

/** A file with everything that was done. `number` tells the copies apart; `from` is the file that it goes on from. */
export function written(changes, number, from) {
  const doc = new Y.Doc();
  doc.clientID = number;
  if (from) Y.applyUpdate(doc, from);
  const [records, list] = [doc.getMap("records"), doc.getArray("changes")];
  for (const { at, by, why, edits } of changes) {
    doc.transact(() => {
      for (const { record, set } of edits) {
        if (!records.has(record)) records.set(record, new Y.Map());
        for (const [field, value] of Object.entries(set)) records.get(record).set(field, value);
      }
      list.push([{ at: Date.parse(at) / 1000, by, why, touched: edits.map(({ record }) => record) }]);
    });
  }
  return Y.encodeStateAsUpdate(doc);
}

export function opened(bytes) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return doc;
}

/** What is there after a copy was taken in: its records, and who made each change when. */
export function merged(doc, bytes) {
  Y.applyUpdate(doc, bytes);
  const records = [...doc.getMap("records").entries()].map(([id, fields]) => [id, (field) => fields.get(field)]);
  return { records, changes: doc.getArray("changes").toArray() };
}
