// Runs axe on a page as it stands and fails with what a person needs to mend it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Finds nothing, or fails: rules of WCAG 2.2 A and AA and axe's best practices. `where` names the state in the message. */
export async function axe(page, where = page.url()) {
  // Evaluated by the debugger, which the page's policy does not bind.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }));
  });
  const report = violations.map(({ id, help, nodes }) =>
    [`${help} (${id})`, ...nodes.map(({ html, failureSummary }) => `  ${html.slice(0, 300)}\n    ${failureSummary.replaceAll("\n", "\n    ")}`)].join("\n"));
  assert.equal(violations.length, 0, `axe at ${where}:\n${report.join("\n")}`);
}
