// What the measured page of another library does: holds one copy, then takes in the other and draws the figures.
import { draw, figures } from "./figures.mjs";

const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());

/** Opens the copy that is held, and has the bytes of the other one in hand. */
async function hold(library, [held, other]) {
  const { merged, opened } = await import(`./${library}.mjs`);
  const [doc, coming] = [opened(await bytes(held)), await bytes(other)];
  return () => {
    const found = figures(merged(doc, coming));
    draw(found);
    return { changes: found.changes, records: found.records, people: found.people.size };
  };
}

globalThis.rival = { hold };
document.body.dataset.ready = "";
