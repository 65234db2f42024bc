// The article read aloud: what is said, what is marked, by which voice, and the keys for media.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { choose, isSeen, isThere, texts } from "./hands.mjs";

/** @typedef {import("./hands.mjs").Hand} Hand */

/** No voice in a headless browser: some that say nothing, and are done when told. @param {Hand} hand */
const giveVoices = (hand) =>
  hand.run(() => {
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

/** What was said so far, by whom. @param {Hand} hand @param {number} count how much there must be */
async function said(hand, count) {
  await until(() => hand.run((count) => /** @type {any} */ (window).said.length >= count, count));
  return hand.run(() => /** @type {any} */ (window).said.map((/** @type {any} */ one) => [one.text.trim(), one.voice?.name, one.rate]));
}

/** @param {Hand} hand @param {"sentence" | "word"} name */
const marked = (hand, name) => hand.run((name) => [...(CSS.highlights.get(name) ?? [])].map(String).join(""), name);

/** @param {Hand} hand */
export function testAloud(hand) {
  test("sentence and word marked, with pause and skip, by a voice of this machine", async () => {
    await hand.read("/plain");
    await giveVoices(hand);
    await choose(hand, "#read-aloud");
    assert.deepEqual(await said(hand, 1), [["For a hundred years the old basin of Lindholm was a place to leave.", "near", 1]]);
    assert.equal(await marked(hand, "sentence"), "For a hundred years the old basin of Lindholm was a place to leave.");
    await hand.run(() => /** @type {any} */ (window).reach(6, 7));
    assert.equal(await marked(hand, "word"), "hundred");
    await hand.run(() => /** @type {any} */ (window).finish());
    assert.match((await said(hand, 2))[1][0], /^Ships came in loaded/);
    assert.equal(await marked(hand, "word"), "");
    await hand.press("#aloud-play");
    await hand.run(() => /** @type {any} */ (window).finish());
    assert.equal((await said(hand, 2)).length, 2, "nothing is said in a pause");
    await hand.press("#aloud-next");
    assert.match((await said(hand, 3))[2][0], /^Ropes of mussels/);
    await hand.press("#aloud-back");
    assert.match((await said(hand, 4))[3][0], /^For a hundred years/);
    assert.match(await marked(hand, "sentence"), /^For a hundred years/);
    await hand.press("#aloud-back");
    assert.match((await said(hand, 5))[4][0], /^For a hundred years/, "before the first there is none");
    await hand.press("#aloud-stop");
    assert.equal(await marked(hand, "sentence"), "");
  });

  test("voice by language and speed are chosen once, and a text is read in its own language", async () => {
    await hand.read("/plain");
    await giveVoices(hand);
    await choose(hand, "#read-aloud");
    await said(hand, 1);
    assert.deepEqual(await texts(hand, "#aloud-voice option"), ["near", "nearer", "far (over the network)"]);
    // By keys, as a person does: the event of a script does not count.
    await hand.run(() => /** @type {HTMLElement} */ (document.querySelector("#aloud-voice")).focus());
    await hand.keys("ArrowDown");
    await hand.run(() => /** @type {HTMLElement} */ (document.querySelector("#aloud-rate")).focus());
    await hand.keys("ArrowDown");
    await until(() => hand.run(async () => /** @type {any} */ (await chrome.storage.local.get("aloud")).aloud?.rate === 1.25));
    await hand.press("#aloud-stop");

    await hand.read("/bridge");
    await giveVoices(hand);
    await choose(hand, "#read-aloud");
    assert.deepEqual((await said(hand, 1))[0].slice(1), ["nearer", 1.25]);
    await hand.press("#aloud-stop");

    await hand.read("/pages/lang--german-anzeige");
    await giveVoices(hand);
    await choose(hand, "#read-aloud");
    assert.deepEqual((await said(hand, 1))[0].slice(1), ["Nachbarin", 1.25]);
    assert.equal(await isSeen(hand, "#aloud-voice"), false, "one voice is no choice");
    await hand.run(() => chrome.storage.local.remove("aloud"));
  });

  test("a reading beside a word is not said once more", async () => {
    await hand.read("/pages/lang--japanese-ruby");
    const sentences = await hand.run(async () => {
      const block = document.querySelector(".stage .body p:has(rt)");
      const url = new URL("view/stretches.js", location.href).href;
      const { sentencesOf } = await import(url);
      return sentencesOf(block, "ja").map((/** @type {any} */ one) => [one.text, [...one.range(0, one.text.length).cloneContents().querySelectorAll("ruby")].length]);
    });
    assert.ok(sentences.length > 0 && sentences.every((/** @type {any} */ [text]) => !/[(（]/.test(text)), String(sentences));
    assert.ok(sentences.some((/** @type {any} */ [, rubies]) => rubies > 0));
  });

  test("without a voice of this machine nothing goes to a server", async () => {
    await hand.read("/pages/lang--french-lire-aussi");
    await giveVoices(hand);
    await choose(hand, "#read-aloud");
    await isThere(hand, "#notice:not([hidden])");
    assert.deepEqual(await said(hand, 0), []);
  });

  test("the keys for media pause, go on and skip, since silence plays along", async () => {
    await hand.read("/plain");
    await giveVoices(hand);
    const key = (/** @type {string} */ name) => hand.run((name) => /** @type {any} */ (window).keys[name](), name);
    const state = () => hand.run(() => [navigator.mediaSession.playbackState, navigator.mediaSession.metadata?.title]);
    await choose(hand, "#read-aloud");
    await said(hand, 1);
    assert.deepEqual(await state(), ["playing", "The harbour that learned to breathe"]);
    const silence = await hand.run(() => /** @type {any} */ (window).silence);
    assert.equal(silence.sounds, true);
    assert.ok(silence.seconds >= 5, `${silence.seconds} s of silence`);
    await key("nexttrack");
    assert.match((await said(hand, 2))[1][0], /^Ropes of mussels/);
    await key("pause");
    assert.equal((await state())[0], "paused");
    await key("play");
    assert.equal((await said(hand, 3)).length, 3);
    await key("previoustrack");
    assert.match((await said(hand, 4))[3][0], /^For a hundred years/);
    await key("stop");
    assert.equal((await state())[0], "none");
    assert.equal(await isSeen(hand, "#aloud"), false);
  });
}
