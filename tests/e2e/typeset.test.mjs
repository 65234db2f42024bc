// The text as a printer would set it, in each script by its own rules.
import assert from "node:assert/strict";
import { test } from "node:test";
import { painted } from "../../xtask/browser/launch.mjs";
import { SCRIPTS, measure } from "./typeset.mjs";
import { withBrowser } from "./with-browser.mjs";

const world = withBrowser();

for (const [path, isSet, words] of SCRIPTS) {
  test(`${path.slice(1)}: ${words}`, async () => {
    const latin = await (await world.read("/plain")).evaluate(measure);
    const look = await (await world.read(path)).evaluate(measure);
    assert.ok(isSet(look, latin), JSON.stringify({ look, latin }));
  });
}

test("in a window of any width the link to the original has another fact beside it", async () => {
  const frame = await world.read("/pages/metadata--published-and-modified");
  for (let width = 320; width <= 1000; width += 20) {
    await world.page.setViewport({ width, height: 700 });
    await painted(frame);
    const facts = await frame.$$eval(".stage .facts :is(a, time, bdi)", (found) =>
      found.map((one) => ({ words: one.textContent, middle: one.getBoundingClientRect().top + one.getBoundingClientRect().height / 2 })),
    );
    const link = facts.find(({ words }) => words === "Original");
    const others = facts.filter((one) => one !== link);
    assert.ok(link && others.length > 2, "no fact is left out");
    assert.ok(others.some(({ middle }) => Math.abs(middle - link.middle) < 4), `alone at ${width}`);
  }
});
