// The reader by its keys: from article to article, from block to block, out again layer by layer; and the focus is seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { RELATED, SENTENCES, TITLE } from "../e2e/pages.mjs";
import { focus, isThere, wait } from "./hands.mjs";

/** @typedef {import("./hands.mjs").Hand} Hand */

const EELGRASS = RELATED[2];

/** @param {Hand} hand @param {string} title */
const opened = (hand, title) => wait(hand, (title) => document.querySelector(".stage article h1")?.textContent === title, title);

/** What a person sees of the article. @param {Hand} hand */
const article = (hand) => hand.run(() => /** @type {HTMLElement} */ (document.querySelector(".stage .body")).innerText);

/** @param {Hand} hand */
const marked = (hand) => hand.run(() => [...(CSS.highlights.get("marked") ?? [])].map(String));

/** @param {Hand} hand */
export function testKeys(hand) {
  test("j and k lead to the next and the last article, Alt and the arrows back and forward", async () => {
    await hand.read("/plain");
    /** @type {[string, string][]} */
    const steps = [
      ["k", TITLE],
      ["j", EELGRASS],
      ["k", TITLE],
      ["Alt+ArrowLeft", EELGRASS],
      ["Alt+ArrowLeft", TITLE],
      ["Alt+ArrowRight", EELGRASS],
    ];
    for (const [key, title] of steps) {
      await hand.keys(key);
      await opened(hand, title);
    }
  });

  test("to a block, from it to the next and back, Delete, Delete, Ctrl+Z, Ctrl+Z", async () => {
    await hand.read("/plain");
    const before = await article(hand);
    const inFocus = () => hand.run(() => document.activeElement?.textContent ?? "");
    await hand.keys("Alt+ArrowDown");
    const first = await inFocus();
    assert.ok(first.includes(SENTENCES[0]), first);
    await hand.keys("Alt+ArrowDown");
    assert.notEqual(await inFocus(), first);
    await hand.keys("Alt+ArrowUp");
    assert.equal(await inFocus(), first);
    await hand.keys("Delete");
    assert.ok(!(await article(hand)).includes(SENTENCES[0]));
    await hand.keys("Delete");
    assert.equal(await hand.run(() => document.querySelectorAll(".stage [data-block][hidden]").length), 2);
    await hand.keys("Control+z", "Control+z");
    assert.equal(await article(hand), before);
  });

  test("m marks the block that has the focus, and once more no longer", async () => {
    await hand.read("/plain");
    await focus(hand, "The city had planned a wall");
    await hand.keys("m");
    const [words, ...more] = await until(async () => (await marked(hand)).length > 0 && marked(hand));
    assert.ok(words.includes(SENTENCES[1]), words);
    assert.equal(more.length, 0);
    await hand.keys("m");
    await until(async () => (await marked(hand)).length === 0);
  });

  test("Ctrl+Z takes back what was done last, be it a mark", async () => {
    await hand.read("/plain");
    const removed = () => hand.run(() => document.querySelectorAll(".stage [data-block][hidden]").length);
    await focus(hand, SENTENCES[1]);
    await hand.keys("Delete", "m");
    await until(async () => (await marked(hand)).length > 0);
    await hand.keys("Control+z");
    await until(async () => (await marked(hand)).length === 0);
    assert.equal(await removed(), 1);
    await hand.keys("Control+z");
    await until(async () => (await removed()) === 0);
  });

  test("Escape closes what lies on top alone: a panel, the contents, a note, a picture, and the reader last", async () => {
    await hand.read("/chapters");
    for (const panel of ["contents", "settings", "more"]) {
      await hand.press(`#open-${panel}`);
      await isThere(hand, `#${panel}:popover-open`);
      await hand.keys("Escape");
      await wait(hand, () => document.querySelector(":popover-open") === null);
      assert.equal(await hand.isOpen(), true, panel);
    }
    await hand.keys("Escape");
    await until(async () => !(await hand.isOpen()));
    await hand.read("/plain");
    await hand.press(".stage figure img");
    await isThere(hand, "dialog.lightbox[open]");
    await hand.keys("Escape");
    await wait(hand, () => !document.querySelector("dialog.lightbox"));
    assert.equal(await hand.isOpen(), true, "a picture");
  });

  test("where the focus is can be seen, from the first control to the text", async () => {
    await hand.read("/sections");
    // It is on the title where reading begins.
    await hand.run(() => document.getElementById("close")?.focus());
    const met = new Set();
    for (let step = 0; step < 12; step += 1) {
      await hand.keys("Tab");
      const [name, style, width] = await hand.run(() => {
        const one = document.activeElement ?? document.body;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return [one.id || `${one.localName} ${one.textContent?.slice(0, 30)}`, outlineStyle, outlineWidth];
      });
      assert.ok(style !== "none" && parseFloat(width) >= 2, `${name}: ${style} ${width}`);
      met.add(name);
    }
    assert.ok(met.size > 6, [...met].join());
  });

  test("the line around the block in focus is not under the toolbar", async () => {
    await hand.read("/chapters");
    for (let step = 0; step < 12; step += 1) await hand.keys("Alt+ArrowDown");
    let isMoved = false;
    for (let step = 0; step < 8; step += 1) {
      const before = await hand.run(() => window.scrollY);
      await hand.keys("Alt+ArrowUp");
      const { room, after } = await hand.run(() => {
        const [block, bar] = [document.activeElement, document.querySelector(".toolbar")].map((one) => /** @type {Element} */ (one).getBoundingClientRect());
        const { outlineOffset, outlineWidth } = getComputedStyle(/** @type {Element} */ (document.activeElement));
        return { room: block.top - parseFloat(outlineOffset) - parseFloat(outlineWidth) - bar.bottom, after: window.scrollY };
      });
      isMoved ||= after < before;
      assert.ok(room >= 0, `${room}`);
    }
    assert.ok(isMoved);
  });
}
