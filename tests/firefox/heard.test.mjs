// Who hears the reader instead of seeing it, in Firefox.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EXTENSION } from "../../xtask/browser/firefox.mjs";
import { until } from "../../xtask/browser/launch.mjs";
import { BEGINS, COMPLETE, focused, heard, withEars } from "../e2e/ears.mjs";
import { SENTENCES, TITLE } from "../e2e/pages.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox({ folder: () => withEars(EXTENSION) });

async function assertBoth() {
  await until(async () => (await world.firefox.run(heard)).length > 1);
  const [first, last, ...more] = await world.firefox.run(heard);
  assert.equal(first, BEGINS);
  assert.match(last, COMPLETE);
  assert.deepEqual(more, []);
  assert.deepEqual(await world.firefox.run(focused), { is: "h1", words: TITLE });
}

test("a page that is there: two lines, and the focus is on the title", async () => {
  await world.read("/plain");
  await assertBoth();
});

test("a page that comes in parts: one line as its text begins, one at its end; the title keeps the focus", async () => {
  await world.askAlways();
  await world.allowAlways();
  await world.firefox.closeTab();
  await world.readAsItComes("/in-parts", SENTENCES[0]);
  await until(async () => (await world.firefox.run(focused)).is === "h1");
  assert.deepEqual(await world.firefox.run(heard), [BEGINS]);
  await world.comesToItsEnd();
  await assertBoth();
});
