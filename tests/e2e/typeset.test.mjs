// The text as a printer would set it, in each script by its own rules.
import assert from "node:assert/strict";
import { test } from "node:test";
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
