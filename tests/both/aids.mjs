// What helps while reading: contents, progress, pictures, notes, line focus.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { isSeen, isThere, texts, wait } from "./hands.mjs";

/** @typedef {import("./hands.mjs").Hand} Hand */

/** @param {Hand} hand @param {string} selector @returns {Promise<{ top: number, bottom: number, left: number, width: number, height: number }>} */
const boxOf = (hand, selector) => hand.run((selector) => document.querySelector(selector)?.getBoundingClientRect().toJSON(), selector);

/** @param {Hand} hand */
const isClosed = (hand) => wait(hand, () => !document.querySelector("dialog.lightbox"));

/** @param {Hand} hand */
export function testAids(hand) {
  test("the contents list the headings, lead to them and mark the place", async () => {
    await hand.read("/chapters");
    await hand.press("#open-contents");
    assert.deepEqual(await texts(hand, "#contents button"), ["The mud", "The ropes", "The crabs"]);
    await hand.press("#contents li:nth-child(2) button");
    await until(async () => {
      const { top } = await boxOf(hand, ".stage h2:nth-of-type(2)");
      return top > 0 && top < 200;
    });
    await hand.press("#open-contents");
    assert.deepEqual(await texts(hand, "#contents [aria-current]"), ["The ropes"]);
  });

  test("an article without headings has no contents", async () => {
    await hand.read("/bridge");
    assert.equal(await isSeen(hand, "#open-contents"), false);
  });

  test("what the page folds is open; what a person folds opens for what leads into it, and keys go past it", async () => {
    await hand.read("/folds");
    assert.equal(await hand.run(() => [...document.querySelectorAll(".stage .body [data-block]")].every((one) => one.checkVisibility())), true);
    const [sign, heading] = [await boxOf(hand, ".stage summary"), await boxOf(hand, ".stage summary h2")];
    assert.ok(heading.top - sign.top < heading.height / 2, "the heading is beside its sign");
    await hand.press(".stage details:nth-of-type(2) summary");
    await wait(hand, () => !document.querySelector(".stage h3")?.checkVisibility());
    await hand.run(() => /** @type {HTMLElement} */ (document.querySelector(".stage details:nth-of-type(2) h2")).focus());
    await hand.keys("Alt+ArrowDown");
    assert.equal(await hand.run(() => document.activeElement?.textContent), "The crabs");
    await hand.press("#open-contents");
    await hand.press("#contents li:nth-child(3) button");
    await wait(hand, () => document.activeElement?.textContent === "How they are spliced" && document.activeElement.checkVisibility());
  });

  test("the bar tells how far one is", async () => {
    await hand.read("/chapters");
    const share = async () => (await boxOf(hand, "#progress")).width / (await hand.run(() => window.innerWidth));
    assert.ok((await share()) < 0.01);
    await hand.run(() => document.querySelector(".stage article")?.scrollIntoView({ block: "end", behavior: "instant" }));
    await until(async () => (await share()) > 0.95);
  });

  test("a picture opens large by click and by Enter, and Escape leads back to the text", async () => {
    await hand.read("/plain");
    await hand.press(".stage figure img");
    await isThere(hand, "dialog.lightbox[open] img");
    await until(async () => (await boxOf(hand, "dialog.lightbox img")).width > 800);
    assert.ok((await texts(hand, "dialog.lightbox p"))[0].length > 10, "its caption");
    await hand.keys("Escape");
    await isClosed(hand);
    await hand.run(() => /** @type {HTMLElement} */ (document.querySelector(".stage figure")).focus());
    await hand.keys("Enter");
    await isThere(hand, "dialog.lightbox[open]");
  });

  test("in the large view the arrows lead from picture to picture, and stop at the last", async () => {
    await hand.read("/seen");
    const pictures = await hand.run(() => [.../** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll(".stage .body img:not([hidden])"))].map(({ src }) => src));
    assert.equal(pictures.length, 2);
    const shown = () => hand.run(() => /** @type {HTMLImageElement} */ (document.querySelector("dialog.lightbox img")).src);
    await hand.press(".stage figure img");
    await isThere(hand, "dialog.lightbox[open]");
    for (const [key, at] of /** @type {[string, number][]} */ ([["ArrowRight", 1], ["ArrowRight", 1], ["ArrowLeft", 0], ["ArrowLeft", 0], ["ArrowRight", 1]])) {
      await hand.keys(key);
      assert.equal(await shown(), pictures[at], key);
    }
    assert.deepEqual(await texts(hand, "dialog.lightbox p"), ["The ferry at the quay"]);
    await hand.keys("Escape");
    await isClosed(hand);
    const { top, bottom } = await boxOf(hand, ".stage figure:has([alt='The ferry'])");
    assert.ok(top < (await hand.run(() => window.innerHeight)) && bottom > 0, "one is where the picture stands that one saw last");
  });

  test("a picture many times as high as it is wide can be read, in the text and large", async () => {
    await hand.read("/strip");
    const image = "img[src$='strip.svg']";
    await hand.run((image) => void document.querySelector(`.stage ${image}`)?.scrollIntoView(), image);
    await until(async () => (await boxOf(hand, `.stage ${image}`)).width === 400);
    await hand.run((image) => /** @type {HTMLElement} */ (document.querySelector(`.stage figure:has(${image})`)).focus({ preventScroll: true }), image);
    await hand.keys("Enter");
    await until(async () => (await boxOf(hand, `dialog.lightbox ${image}`)).width === 400);
    await hand.keys("ArrowDown");
    await wait(hand, () => (document.querySelector("dialog.lightbox")?.scrollTop ?? 0) > 0);
    await hand.keys("Escape");
    await isClosed(hand);
  });

  test("a note opens beside its mark, without the way back in it, and Escape leads back to the mark", async () => {
    await hand.read("/pages/structure--footnotes");
    const second = ".stage p:nth-of-type(2) sup a";
    await hand.press(second);
    await isThere(hand, ".note:popover-open");
    // Behind the reader's own step, which is made at the first touch.
    const steps = await hand.run(() => history.length);
    assert.deepEqual(await texts(hand, ".note-text"), ["And to be dry."]);
    const [mark, note] = [await boxOf(hand, second), await boxOf(hand, ".note")];
    assert.ok(note.top > mark.top && note.top - mark.top < 60, "right below");
    assert.equal(await hand.run(() => document.querySelectorAll("#offprint-fn2").length), 1, "no name is there twice");
    await hand.keys("Escape");
    await wait(hand, () => !document.querySelector(".note"));
    assert.equal(await hand.isOpen(), true, "Escape closes the note alone");
    assert.equal(await hand.run(() => document.activeElement?.textContent), "2");

    await hand.keys("Enter");
    await hand.press(".note button");
    await wait(hand, () => document.activeElement?.textContent?.startsWith("And to be dry."));
    await hand.press(".stage li:nth-child(1) a");
    await wait(hand, () => document.activeElement?.textContent?.startsWith("Mud is the oldest"));
    assert.equal(await hand.run(() => document.querySelector(".note")), null, "the way back opens no note");
    assert.equal(await hand.run(() => history.length), steps, "no step in the page's history");
  });

  test("a note whose mark holds a word opens beside it, too", async () => {
    await hand.read("/workshop");
    await hand.press(".stage p sup a");
    await isThere(hand, ".note:popover-open");
    assert.deepEqual(await texts(hand, ".note-text"), ["Drawn by the keeper."]);
    await hand.keys("Escape");
    assert.equal(await hand.isOpen(), true);
  });

  test("line focus: a band of whole lines under the pointer, and the arrow keys move the text by lines", async () => {
    await hand.read("/chapters");
    await hand.press("#open-settings");
    await hand.press("label[data-band=three]");
    await hand.keys("Escape");
    const text = await boxOf(hand, ".stage .body p");
    const [height, gap] = await hand.run(() => {
      const { lineHeight, marginBottom } = getComputedStyle(/** @type {Element} */ (document.querySelector(".stage .body p")));
      return [parseFloat(lineHeight), parseFloat(marginBottom)];
    });
    // Over the second line, below its middle.
    await hand.move(Math.round(text.left + 200), Math.round(text.top + height * 1.7));
    await until(async () => Math.abs((await boxOf(hand, "#band")).top - text.top) < 3);
    assert.ok(Math.abs((await boxOf(hand, "#band")).height - 3 * height) < 2, "three whole lines");
    const before = await hand.run(() => window.scrollY);
    await hand.keys("ArrowDown");
    // Three lines on, and the gap between two paragraphs if it lies between.
    await until(async () => {
      const way = (await hand.run(() => window.scrollY)) - before;
      return way > 3 * height - 2 && way < 3 * height + gap + 2;
    });
    // What is dimmed can be pressed all the same.
    await hand.press("#open-settings");
    await hand.press("label[data-band=off]");
    assert.equal(await isSeen(hand, "#band"), false);
  });
}
