// Where figures were measured, without which they mean nothing.
import { cpus, loadavg, totalmem } from "node:os";

export function machine() {
  const cores = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  const model = cores[0]?.model.trim() ?? "an unknown processor";
  return { model, cores: cores.length, gib, node: process.version, said: `${cores.length} × ${model}, ${gib} GiB` };
}

/** How busy the machine is: over about 1 besides the run itself, timings are of other people's work. */
export function loadNow() {
  return loadavg()[0].toFixed(1);
}
