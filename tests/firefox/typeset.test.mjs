// The text as a printer would set it, in Firefox.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPTS, measure } from "../e2e/typeset.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox();

for (const [path, isSet, words] of SCRIPTS) {
  test(`${path.slice(1)}: ${words}`, async () => {
    await world.read("/plain");
    const latin = await world.firefox.run(measure);
    await world.read(path);
    const look = await world.firefox.run(measure);
    assert.ok(isSet(look, latin), JSON.stringify({ look, latin }));
  });
}

/** Justified, which is hyphenated at any width; in a column as narrow as on a phone, for which Firefox has no window. */
async function readInNarrowColumn() {
  await world.read("/in-german");
  await world.firefox.run(() => {
    document.documentElement.dataset.align = "justify";
    document.documentElement.style.setProperty("--width", "20rem");
  });
}

/** How many lines the text takes. To be run in the reader. @param {string} hyphens */
function linesWith(hyphens) {
  const body = /** @type {HTMLElement} */ (document.querySelector(".stage .body"));
  body.style.hyphens = hyphens;
  const lines = [...body.querySelectorAll("p")].map((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight));
  body.style.hyphens = "";
  return Math.round(lines.reduce((sum, one) => sum + one, 0));
}

/** Into how many parts the browser would cut a word. To be run in the reader. @param {string} word */
function partsOf(word) {
  const probe = document.createElement("p");
  probe.style.cssText = "width: 1px; overflow-wrap: normal";
  probe.textContent = word;
  document.querySelector(".stage .body")?.append(probe);
  const parts = Math.round(probe.getBoundingClientRect().height / parseFloat(getComputedStyle(probe).lineHeight));
  probe.remove();
  return parts;
}

test("narrow lines of long words are hyphenated as German does, which takes fewer of them", async () => {
  await readInNarrowColumn();
  const [own, without] = [await world.firefox.run(linesWith, ""), await world.firefox.run(linesWith, "manual")];
  assert.ok(own < without, `${own} lines, and ${without} without hyphens`);
  assert.ok((await world.firefox.run(partsOf, "Schifffahrtsgesellschaft")) > 2);
});

test("no word is cut that is short, and no two letters stand alone", async () => {
  await readInNarrowColumn();
  assert.equal(await world.firefox.run(partsOf, "Wasser"), 1);
  // The dictionary knows An-woh-ner.
  assert.equal(await world.firefox.run(partsOf, "Anwohner"), 2);
});
