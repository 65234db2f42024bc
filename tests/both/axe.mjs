// axe, for whatever can run a script.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What it objects to, where it was put before. Self-contained: it runs in the reader. @returns {Promise<string[]>} */
export async function judge() {
  // Each thing at its end, not on its way there. Waiting for that may take for ever: a browser that paints nothing moves nothing.
  for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
  const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap((/** @type {any} */ one) => one.nodes.map((/** @type {any} */ node) => `${one.id}: ${node.target} ${node.failureSummary}`));
}
