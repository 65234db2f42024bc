// Where axe cannot look: words on what is drawn behind them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { THEMES } from "../../extension/settings.js";
import { INKED, READABLE, VISIBLE, colours } from "./colours.mjs";
import { readInTab, withBrowser } from "./with-browser.mjs";

const world = withBrowser();

/** @type {[string, string, string?][]} */
const DRAWN = [
  ["what a person marks", INKED, "::highlight(marked)"],
  ["the sentence that is read aloud", INKED, "::highlight(sentence)"],
  ["the word that is read aloud", INKED, "::highlight(word)"],
  ["what the page marks", ".stage .body :is(mark, mark *)"],
];

for (const [name, inked, pseudo] of DRAWN) {
  test(`${name} can be seen, and read with its links, in every theme`, async () => {
    const tab = await readInTab(world, "/evicting-marking");
    /** @type {string[]} */
    const poor = [];
    for (const value of ["light", "dark"]) {
      await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      for (const theme of THEMES) {
        await tab.evaluate((theme) => void (document.documentElement.dataset.theme = theme), theme);
        const { least, paper } = await tab.evaluate(colours, inked, pseudo);
        if (!(least >= READABLE && paper >= VISIBLE)) poor.push(`${theme}, ${value}: ${least} ${paper}`);
      }
    }
    assert.deepEqual(poor, []);
  });
}

test("on paper all of it is black, and what is marked has a line", async () => {
  const tab = await readInTab(world, "/evicting-marking");
  await tab.evaluate(() => void (document.documentElement.dataset.theme = "dark"));
  await tab.emulateMediaType("print");
  for (const [name, inked, pseudo] of DRAWN) {
    const { color, textDecorationLine } = await tab.evaluate(colours, inked, pseudo);
    assert.equal(color, "rgb(0, 0, 0)", name);
    if (/marks/.test(name)) assert.equal(textDecorationLine, "underline", name);
  }
});

test("in the system's own colours the word differs from its sentence", async () => {
  const tab = await readInTab(world, "/evicting-marking");
  await (await tab.createCDPSession()).send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  const [sentence, word] = await Promise.all(["sentence", "word"].map((name) => tab.evaluate(colours, INKED, `::highlight(${name})`)));
  assert.notEqual(sentence.backgroundColor, word.backgroundColor);
  const system = await tab.evaluate(() => {
    const one = document.body.appendChild(document.createElement("i"));
    one.style.cssText = "color: HighlightText; background-color: Highlight; forced-color-adjust: none";
    return [getComputedStyle(one).color, getComputedStyle(one).backgroundColor];
  });
  assert.deepEqual([word.color, word.backgroundColor], system);
  // Chromium tells these colours and paints those of a selection.
  assert.deepEqual([sentence.textDecorationLine, word.textDecorationLine], ["none", "underline"]);
});

test("in the system's own colours what lies over the text, or apart from it, has an edge", async () => {
  const tab = await readInTab(world, "/evicting-workshop");
  await (await tab.createCDPSession()).send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  const edges = await tab.evaluate(() => [".panel", ".notice", ".aloud", ".stage pre"].map((part) => getComputedStyle(/** @type {Element} */ (document.querySelector(part))).borderTopWidth));
  assert.deepEqual(edges, ["1px", "1px", "1px", "1px"]);
});

test("where the system is asked for more contrast there is more, unless a person chose otherwise", async () => {
  const tab = await readInTab(world, "/evicting-workshop");
  const session = await tab.createCDPSession();
  const quiet = async () => (await tab.evaluate(colours, ".stage .facts")).color;
  const before = await quiet();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-contrast", value: "more" }] });
  await tab.waitForFunction(() => getComputedStyle(/** @type {Element} */ (document.querySelector(".stage .facts"))).color === "rgb(0, 0, 0)");
  assert.notEqual(before, await quiet());
  await tab.click("#open-settings");
  assert.ok(await tab.$eval("[data-theme=auto] input", (one) => /** @type {HTMLInputElement} */ (one).checked));
  await tab.click("[data-theme=light]");
  assert.equal(await quiet(), before);
});
