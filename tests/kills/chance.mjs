// Chance that can be had again: the same words give the same numbers.
import { createHash } from "node:crypto";

/** Answers with a function: a whole number from nought up to what it is given. */
export function chance(seed) {
  let count = 0;
  return (below) => {
    count += 1;
    return createHash("sha256").update(`${seed} ${count}`).digest().readUInt32BE(0) % below;
  };
}
