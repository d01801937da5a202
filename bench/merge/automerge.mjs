// The same work with Automerge, as quick as its documentation makes it.
//
// A record is a map of its fields. What a person decides in one act is one value, so a field is one immutable text of
// JSON: a text that can be edited letter by letter, or a map for each value, costs it several times as much. Who and why
// stand in a change's message and when in its time, which Automerge keeps for each change anyway.
import * as A from "@automerge/automerge";

export const checks = "each chunk of its file against a checksum, and that no change is missing; nothing about who wrote it";

const actor = (number) => String(number).repeat(32).slice(0, 32);

/** A file with everything that was done. `number` tells the copies apart; `from` is the file that it goes on from. */
export function written(changes, number, from) {
  let doc = from ? A.load(from, actor(number)) : A.change(A.init(actor(number)), (doc) => { doc.records = {}; });
  for (const { at, by, why, edits } of changes) {
    const who = { time: Date.parse(at) / 1000, message: JSON.stringify({ by, why }) };
    const before = doc;
    doc = A.change(doc, who, ({ records }) => {
      for (const { record, set } of edits) {
        records[record] ??= {};
        for (const [field, value] of Object.entries(set)) records[record][field] = new A.ImmutableString(JSON.stringify(value));
      }
    });
    // Saying again what is there already leaves no change unless it is asked for.
    if (doc === before) doc = A.emptyChange(doc, who);
  }
  return A.save(doc);
}

export const opened = (bytes) => A.load(bytes);

/** What is there after a copy was taken in: its records, and who made each change when. */
export function merged(doc, bytes) {
  const { records } = (doc = A.loadIncremental(doc, bytes));
  const stated = Object.entries(records).map(([id, fields]) => [id, (field) => (fields[field] === undefined ? undefined : JSON.parse(fields[field].val))]);
  const changes = A.getChangesMetaSince(doc, []).filter(({ message }) => message).map(({ time, message }) => ({ at: time, by: JSON.parse(message).by }));
  return { records: stated, changes };
}
