// What helps while reading, in Chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { minutesFor } from "../../extension/view/reading-time.js";
import { until } from "../../xtask/browser/launch.mjs";
import { testAids } from "../both/aids.mjs";
import { inChromium } from "./hand.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const world = withBrowser();
testAids(inChromium(world));

/** What a copy would put on the clipboard, kept instead: headless browsers share the machine's. @param {Frame} frame */
const catchCopies = (frame) =>
  frame.evaluate(() => {
    const page = /** @type {any} */ (window);
    // On the window: after those who fill it.
    window.addEventListener("copy", (event) => (page.copied = event.clipboardData?.getData("text/plain")));
  });

/** @param {Frame} frame */
const copied = async (frame) => {
  await frame.waitForFunction(() => /** @type {any} */ (window).copied !== undefined, { timeout: 3000 });
  return frame.evaluate(() => /** @type {any} */ (window).copied);
};

test("code is copied as it stands, without the button's words", async () => {
  const frame = await world.read("/pages/docs--code-and-lists");
  await catchCopies(frame);
  const code = await frame.$eval(".stage pre", (one) => one.textContent ?? "");
  await frame.hover(".stage pre");
  await press(frame, ".stage pre .copy-code");
  assert.equal(await copied(frame), code);
  assert.match(code, /\n/);
});

/** No voice in a headless browser: some that say nothing, and are done when told. @param {Frame} frame */
const giveVoices = (frame) =>
  frame.evaluate(() => {
    const page = /** @type {any} */ (window);
    page.said = [];
    page.keys = {};
    page.finish = () => page.said.at(-1).onend?.(new Event("end"));
    page.reach = (/** @type {number} */ charIndex, /** @type {number} */ charLength) => page.said.at(-1).onboundary?.({ name: "word", charIndex, charLength });
    const voices = [["en-US", false, "far"], ["en-GB", true, "near"], ["en-US", true, "nearer"], ["de-DE", true, "Nachbarin"]].map(([lang, localService, name]) => ({ lang, localService, name, voiceURI: `urn:${name}` }));
    page.SpeechSynthesisUtterance = class { constructor(/** @type {string} */ text) { /** @type {any} */ (this).text = text; } };
    Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => voices, cancel() {}, speak: (/** @type {any} */ words) => page.said.push(words) } });
    // The keys themselves belong to the system; what they would do does not.
    MediaSession.prototype.setActionHandler = (name, act) => void (page.keys[name] = act);
    const play = HTMLMediaElement.prototype.play;
    /** @this {HTMLMediaElement} */
    const listen = function () { return (page.silence = play.call(this).then(() => ({ sounds: !this.muted && this.volume > 0, seconds: this.duration }))); };
    HTMLMediaElement.prototype.play = /** @type {any} */ (listen);
  });

/** What was said so far, by whom. @param {Frame} frame @param {number} count how much there must be */
async function said(frame, count) {
  await until(() => frame.evaluate((count) => /** @type {any} */ (window).said.length >= count, count));
  return frame.evaluate(() => /** @type {any} */ (window).said.map((/** @type {any} */ one) => [one.text.trim(), one.voice?.name, one.rate]));
}

/** @param {Frame} frame @param {"sentence" | "word"} name */
const marked = (frame, name) => frame.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String).join(""), name);

test("read aloud: sentence and word marked, with pause and skip, by a voice of this machine", async () => {
  const frame = await world.read("/plain");
  await giveVoices(frame);
  await press(frame, "#open-more");
  await press(frame, "#read-aloud");
  assert.deepEqual(await said(frame, 1), [["For a hundred years the old basin of Lindholm was a place to leave.", "near", 1]]);
  assert.equal(await marked(frame, "sentence"), "For a hundred years the old basin of Lindholm was a place to leave.");
  await frame.evaluate(() => /** @type {any} */ (window).reach(6, 7));
  assert.equal(await marked(frame, "word"), "hundred");
  await frame.evaluate(() => /** @type {any} */ (window).finish());
  assert.match((await said(frame, 2))[1][0], /^Ships came in loaded/);
  assert.equal(await marked(frame, "word"), "");
  await press(frame, "#aloud-play");
  await frame.evaluate(() => /** @type {any} */ (window).finish());
  assert.equal((await said(frame, 2)).length, 2, "nothing is said in a pause");
  await press(frame, "#aloud-next");
  assert.match((await said(frame, 3))[2][0], /^Ropes of mussels/);
  await press(frame, "#aloud-stop");
  assert.equal(await marked(frame, "sentence"), "");
});

test("read aloud: voice by language and speed are chosen once, and a text is read in its own language", async () => {
  const names = (/** @type {Frame} */ frame) => texts(frame, "#aloud-voice option");
  let frame = await world.read("/plain");
  await giveVoices(frame);
  await press(frame, "#open-more");
  await press(frame, "#read-aloud");
  await said(frame, 1);
  assert.deepEqual(await names(frame), ["near", "nearer", "far (over the network)"]);
  await frame.select("#aloud-voice", "urn:nearer").catch(() => {});
  // As a person does: the event of a script does not count.
  await frame.focus("#aloud-voice");
  await world.page.keyboard.press("ArrowUp");
  await world.page.keyboard.press("ArrowDown");
  await frame.focus("#aloud-rate");
  await world.page.keyboard.press("ArrowDown");
  await until(() => frame.evaluate(async () => /** @type {any} */ (await chrome.storage.local.get("aloud")).aloud?.rate === 1.25));
  await press(frame, "#aloud-stop");

  frame = await world.read("/bridge");
  await giveVoices(frame);
  await press(frame, "#open-more");
  await press(frame, "#read-aloud");
  assert.deepEqual((await said(frame, 1))[0].slice(1), ["nearer", 1.25]);
  await press(frame, "#aloud-stop");

  frame = await world.read("/pages/lang--german-anzeige");
  await giveVoices(frame);
  await press(frame, "#open-more");
  await press(frame, "#read-aloud");
  assert.deepEqual((await said(frame, 1))[0].slice(1), ["Nachbarin", 1.25]);
  assert.equal(await frame.$eval("#aloud-voice", (one) => one.checkVisibility()), false, "one voice is no choice");
  await frame.evaluate(() => chrome.storage.local.remove("aloud"));
});

test("read aloud: a reading beside a word is not said once more", async () => {
  const frame = await world.read("/pages/lang--japanese-ruby");
  const sentences = await frame.$eval(".stage .body p:has(rt)", async (block) => {
    const url = new URL("view/sentences.js", location.href).href;
    const { sentencesOf } = await import(url);
    return sentencesOf(block, "ja").map((/** @type {any} */ one) => [one.text, [...one.range(0, one.text.length).cloneContents().querySelectorAll("ruby")].length]);
  });
  assert.ok(sentences.length > 0 && sentences.every((/** @type {any} */ [text]) => !/[(（]/.test(text)), String(sentences));
  assert.ok(sentences.some((/** @type {any} */ [, rubies]) => rubies > 0));
});

test("read aloud: without a voice of this machine nothing goes to a server", async () => {
  const frame = await world.read("/pages/lang--french-lire-aussi");
  await giveVoices(frame);
  await press(frame, "#open-more");
  await press(frame, "#read-aloud");
  await frame.waitForSelector("#notice:not([hidden])");
  assert.deepEqual(await said(frame, 0), []);
});

test("read aloud: the keys for media pause, go on and skip, since silence plays along", async () => {
  const frame = await world.read("/plain");
  await giveVoices(frame);
  const key = (/** @type {string} */ name) => frame.evaluate((name) => /** @type {any} */ (window).keys[name](), name);
  const state = () => frame.evaluate(() => [navigator.mediaSession.playbackState, navigator.mediaSession.metadata?.title]);
  await press(frame, "#open-more");
  await press(frame, "#read-aloud");
  await said(frame, 1);
  assert.deepEqual(await state(), ["playing", "The harbour that learned to breathe"]);
  const silence = await frame.evaluate(() => /** @type {any} */ (window).silence);
  assert.equal(silence.sounds, true);
  assert.ok(silence.seconds >= 5, `${silence.seconds} s of silence`);
  await key("nexttrack");
  assert.match((await said(frame, 2))[1][0], /^Ropes of mussels/);
  await key("pause");
  assert.equal((await state())[0], "paused");
  await key("play");
  assert.equal((await said(frame, 3)).length, 3);
  await key("stop");
  assert.equal((await state())[0], "none");
  assert.equal(await frame.$eval("#aloud", (one) => one.checkVisibility()), false);
});

test("the place is kept: at the next visit one goes on where one stopped, and a page read from its start stays there", async () => {
  let frame = await world.read("/chapters?kept");
  assert.equal(await frame.evaluate(() => window.scrollY), 0);
  await frame.$eval(".stage h2:nth-of-type(3)", (one) => one.scrollIntoView());
  const kept = (/** @type {boolean} */ isKept) =>
    until(async () => {
      const pages = await frame.evaluate(async () => Object.keys(Object.fromEntries(/** @type {any} */ ((await chrome.storage.session.get("places")).places ?? []))));
      return pages.some((url) => url.endsWith("?kept")) === isKept;
    });
  await kept(true);
  frame = await world.read("/chapters?kept");
  await frame.waitForFunction(() => {
    const top = document.querySelector(".stage h2:nth-of-type(3)")?.getBoundingClientRect().top ?? -1;
    return top >= 0 && top < window.innerHeight / 2;
  }, { timeout: 5000 });
  await frame.evaluate(() => window.scrollTo(0, 0));
  await kept(false);
});

test("a picture that does not come leaves no broken frame, and its caption stays", async () => {
  const frame = await world.read("/pages/news--lead-image-credit");
  await frame.waitForFunction(() => [...document.querySelectorAll(".stage img")].every((one) => /** @type {HTMLElement} */ (one).hidden));
  assert.ok((await texts(frame, ".stage figcaption")).every((words) => words.length > 0));
});

test("reading time goes by the language's own speed, the same as in the core's JSON", () => {
  const core = readFileSync(new URL("../../src/reading.rs", import.meta.url), "utf8");
  const speeds = [...core.matchAll(/\("(\w\w)", (\d+)\)/g)];
  assert.ok(speeds.length > 10);
  for (const [, lang, speed] of speeds) assert.deepEqual([minutesFor(10 * Number(speed), lang), minutesFor(10 * Number(speed) + 1, lang)], [10, 11], lang);
  assert.equal(minutesFor(2000, "de-AT"), Math.ceil(2000 / 179));
  assert.equal(minutesFor(0, "en"), 0);
});
