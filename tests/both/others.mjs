// The page beneath and the browser's own tools go on working: what still loads, sound and clocks, find in page, a double click for the dictionary.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { RELATED, SENTENCES } from "../e2e/pages.mjs";
import { isThere, texts, wait } from "./hands.mjs";

/** @typedef {import("./hands.mjs").Hand} Hand */

/** @param {Hand} hand */
export function testOthers(hand) {
  test("the page's clocks go on meanwhile, and so does what it plays", async () => {
    await hand.visit("/form");
    await hand.run(async () => {
      const page = /** @type {any} */ (window);
      page.ticks = 0;
      setInterval(() => (page.ticks += 1), 20);
      // An oscillator's stream: media without a file.
      const audio = new AudioContext();
      const stream = audio.createMediaStreamDestination();
      const tone = audio.createOscillator();
      tone.connect(stream);
      tone.start();
      page.player = Object.assign(document.createElement("audio"), { srcObject: stream.stream, muted: true });
      page.events = [];
      for (const event of ["pause", "emptied", "abort"]) page.player.addEventListener(event, () => page.events.push(event));
      await page.player.play();
    });
    const state = () => hand.run(() => ({ ticks: /** @type {any} */ (window).ticks, paused: /** @type {any} */ (window).player.paused, events: /** @type {any} */ (window).events }));
    await hand.click();
    await hand.enterPage();
    const open = await state();
    await until(async () => (await state()).ticks > open.ticks + 5);
    await hand.click();
    await until(async () => !(await hand.isOpen()));
    await hand.enterPage();
    const closed = await state();
    await until(async () => (await state()).ticks > closed.ticks + 5);
    assert.deepEqual([closed.paused, closed.events], [false, []]);
  });

  test("a page that still loads is read once all of it has come", async () => {
    await hand.begin("/in-parts", SENTENCES[0]);
    const read = hand.click();
    // The reader is there long before: half the page would be in it.
    await new Promise((resolve) => setTimeout(resolve, 700));
    hand.goOn();
    await read;
    assert.deepEqual(await texts(hand, "article[data-role=related] h2"), RELATED);
    assert.deepEqual(await texts(hand, ".failed"), []);
  });

  test("what the page opens over itself meanwhile stays beneath the reader, and is there after it", async () => {
    await hand.read("/chapters");
    await hand.run(() => window.scrollTo(0, 400));
    await hand.enterPage();
    await hand.run(() => {
      const [dialog, toast] = ["dialog", "div"].map((name) => Object.assign(document.createElement(name), { className: "late", textContent: "Join us!", popover: name === "div" ? "manual" : null }));
      document.body.append(dialog, toast);
      /** @type {HTMLDialogElement} */ (dialog).showModal();
      setTimeout(() => toast.showPopover(), 100);
    });
    const isOnTop = () => [2, 1.2].every((part) => document.elementFromPoint(innerWidth / 2, innerHeight / part) === document.documentElement.lastElementChild) && document.activeElement === document.documentElement.lastElementChild;
    const areOpen = () => [...document.querySelectorAll(".late")].every((one) => one.matches(":modal, :popover-open"));
    await wait(hand, areOpen);
    await wait(hand, isOnTop);
    await hand.enterReader();
    assert.equal(await hand.run(() => window.scrollY), 400);
    await hand.keys("Escape");
    await until(async () => !(await hand.isOpen()));
    await hand.enterPage();
    assert.equal(await hand.run(areOpen), true);
  });

  test("the browser's search finds the text's words, and brings them into sight", async () => {
    await hand.read("/plain");
    await hand.find(SENTENCES[2]);
    await until(() =>
      hand.run((words) => {
        const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
        const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
        return range?.toString() === words && top >= 0 && bottom <= window.innerHeight;
      }, SENTENCES[2]),
    );
  });

  test("a double click selects one word for the dictionary, and the pen beside it neither covers nor clears it", async () => {
    await hand.read("/plain");
    const box = await hand.run(() => {
      const { firstChild } = document.querySelector(".stage .body p") ?? document;
      const range = document.createRange();
      if (firstChild) range.setStart(firstChild, 6);
      if (firstChild) range.setEnd(firstChild, 13);
      return range.getBoundingClientRect().toJSON();
    });
    await hand.doubleClick(Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2));
    await isThere(hand, ".pen button:not([hidden])");
    const pen = await hand.run(() => document.querySelector(".pen")?.getBoundingClientRect().toJSON());
    assert.equal((await hand.run(() => getSelection()?.toString() ?? "")).trim(), "hundred");
    const isApart = pen.left >= box.right || pen.right <= box.left || pen.top >= box.bottom || pen.bottom <= box.top;
    assert.ok(isApart, JSON.stringify([pen, box]));
  });
}
