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
