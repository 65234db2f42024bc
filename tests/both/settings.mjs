// Text and colours as a person likes them: in the panel, on the page of settings, by a style sheet of one's own, as a file.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { scratch } from "../../xtask/browser/scratch.mjs";
import { isSeen, isThere, texts, wait } from "./hands.mjs";

/** @typedef {import("./hands.mjs").Hand} Hand */

/** @param {Hand} hand @param {string} selector */
const style = (hand, selector) =>
  hand.run((selector) => {
    const one = /** @type {Element} */ (document.querySelector(selector));
    const { fontFamily, fontSize, lineHeight, letterSpacing, wordSpacing, marginBottom, textAlign, backgroundColor } = getComputedStyle(one);
    return { fontFamily, fontSize: parseFloat(fontSize), lineHeight: parseFloat(lineHeight), letterSpacing, wordSpacing, marginBottom: parseFloat(marginBottom), textAlign, backgroundColor, width: one.getBoundingClientRect().width };
  }, selector);

/** Moves a slider as the arrow keys do. @param {Hand} hand @param {string} name @param {string} key */
async function slide(hand, name, key) {
  await hand.run((name) => /** @type {HTMLElement} */ (document.querySelector(`input[name=${name}]`)).focus(), name);
  await hand.keys(key);
}

/** The page of settings, as the panel leads there. @param {Hand} hand */
async function openOptions(hand) {
  if (!(await isSeen(hand, "#settings"))) await hand.press("#open-settings");
  await hand.press("#all-settings");
  await hand.enterTab("/options.html");
  await isThere(hand, "html[data-state=done]");
}

/** What the page of settings says of it. @param {Hand} hand @param {() => Promise<unknown>} act */
async function noticed(hand, act) {
  // What was said before says nothing of this.
  await hand.run(() => void (/** @type {HTMLElement} */ (document.querySelector("#notice")).hidden = true));
  await act();
  await isThere(hand, "#notice:not([hidden])");
  return (await texts(hand, "#notice span"))[0];
}

/** @param {Hand} hand @param {string} text */
function upload(hand, text) {
  const path = join(scratch("settings"), "settings.json");
  writeFileSync(path, text);
  return noticed(hand, () => hand.upload("#file", path));
}

/** What the browser keeps of it all. @param {Hand} hand @returns {Promise<any>} */
const state = (hand) => hand.run(async () => ({ choices: (await chrome.storage.sync.get("choices")).choices, local: await chrome.storage.local.get(["sites", "style"]) }));

/** @param {Hand} hand @param {(state: any) => unknown} isSo */
const becomes = (hand, isSo) => until(async () => isSo(await state(hand)));

/** @param {Hand} hand */
export function testSettings(hand) {
  test("every choice is seen at once behind the panel, and is there again on the next page", async () => {
    await hand.read("/plain");
    const before = await style(hand, ".stage .body p");
    await hand.press("#open-settings");
    await hand.press("label[data-theme=sepia]");
    await hand.press("label[data-font=mono]");
    await hand.press("label[data-align=justify]");
    await hand.press("#larger");
    for (const name of ["line", "letter", "word", "paragraph"]) await slide(hand, name, "End");
    await slide(hand, "width", "Home");
    const now = await style(hand, ".stage .body p");
    assert.notEqual(now.fontFamily, before.fontFamily);
    assert.ok(now.fontSize > before.fontSize, "larger");
    assert.ok(now.lineHeight / now.fontSize > before.lineHeight / before.fontSize, "lines further apart");
    assert.notEqual(now.letterSpacing, before.letterSpacing);
    assert.notEqual(now.wordSpacing, before.wordSpacing);
    assert.ok(now.marginBottom / now.fontSize > before.marginBottom / before.fontSize, "paragraphs further apart");
    assert.equal(now.textAlign, "justify");
    assert.ok(now.width < before.width, "narrower");
    assert.notEqual((await style(hand, "html")).backgroundColor, "rgb(252, 251, 249)");

    await hand.read("/bridge");
    assert.deepEqual(await style(hand, ".stage .body p"), now);
    await hand.press("#open-settings");
    await hand.press(".reset");
    assert.deepEqual(await style(hand, ".stage .body p"), before);
  });

  test("who chooses faster than the browser keeps loses none of it", async () => {
    await hand.read("/plain");
    await hand.press("#open-settings");
    await hand.run(() => {
      const { sync } = chrome.storage;
      const set = sync.set.bind(sync);
      sync.set = /** @type {any} */ (async (/** @type {object} */ what) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return set(what);
      });
      const page = /** @type {any} */ (window);
      page.fonts = [];
      new MutationObserver(() => page.fonts.push(document.documentElement.dataset.font)).observe(document.documentElement, { attributeFilter: ["data-font"] });
    });
    await hand.press("label[data-theme=sepia]");
    await hand.press("label[data-font=mono]");
    await becomes(hand, ({ choices }) => choices?.font === "mono" && choices.theme === "sepia");
    // What was kept is told back a moment later.
    await hand.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
    /** @type {string[]} */
    const fonts = await hand.run(() => /** @type {any} */ (window).fonts);
    assert.deepEqual([...new Set(fonts.slice(fonts.indexOf("mono")))], ["mono"], "not even for a moment");
    await hand.press(".reset");
    await becomes(hand, ({ choices }) => choices?.font === "serif");
  });

  test("the face for dyslexia is loaded when it is chosen, for text and titles, and changes the letters", async () => {
    await hand.read("/plain");
    const isLoaded = () => hand.run(() => [...document.fonts].filter(({ family, status }) => family.includes("Lexend") && status === "loaded").map(({ weight }) => weight).toSorted());
    assert.deepEqual(await isLoaded(), []);
    await hand.press("#open-settings");
    await hand.press("label[data-font=clear]");
    await until(async () => (await isLoaded()).join() === "400 700");
    const [drawn, bold, checked] = await hand.run(() => {
      const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
      const widthIn = (/** @type {string} */ font) => ((pen.font = font), pen.measureText("breathe").width);
      const [regular = 0, bold = 0] = ["40px Lexend, monospace", "bold 40px Lexend, monospace"].map(widthIn);
      return [regular !== widthIn("40px monospace"), bold > regular, document.fonts.check("40px Lexend", "breathe")];
    });
    assert.deepEqual([drawn, bold, checked], [true, true, true]);
    await hand.press(".reset");
  });

  test("in columns the text is turned leaf by leaf, by keys and buttons", async () => {
    await hand.read("/chapters");
    await hand.press("#open-settings");
    await hand.press("label[data-layout=columns]");
    await hand.keys("Escape");
    const isAt = (/** @type {number} */ leaf) => wait(hand, (leaf) => document.querySelector("#page-place")?.textContent?.startsWith(`${leaf} / `), leaf);
    await isAt(1);
    assert.equal(await hand.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector(".stage"))).columnCount), "2");
    await hand.keys("ArrowRight");
    await isAt(2);
    await hand.keys("PageDown");
    await isAt(3);
    await hand.keys("PageUp");
    await isAt(2);
    await hand.press("#page-before");
    await isAt(1);
    await hand.press("#open-settings");
    await hand.press(".reset");
    await until(async () => !(await isSeen(hand, "#pages")));
  });

  test("what is chosen on the page of settings is seen there and in the reader that is open", async () => {
    await hand.read("/plain");
    await openOptions(hand);
    await hand.press("label[data-theme=sepia]");
    await hand.press("label[data-font=mono]");
    assert.match(await hand.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector(".preview-text"))).fontFamily), /mono/i);
    await hand.leaveTab();
    const shown = (/** @type {string} */ look) => wait(hand, (look) => [document.documentElement.dataset.theme, document.documentElement.dataset.font].join() === look, look);
    await shown("sepia,mono");
    await openOptions(hand);
    await hand.press("#reset-all");
    await becomes(hand, ({ choices }) => choices.theme === "auto");
    await hand.leaveTab();
    await shown("auto,serif");
  });

  test("a style sheet of one's own is seen on the next page, and what would load something in it does not count", async () => {
    await hand.read("/plain");
    await openOptions(hand);
    const rules = ["@import \"TRAP\";", ".body p { color: rgb(1, 2, 3) }", "h1 { background: url(TRAP) }", ":root { --trap: url(\"TRAP\") } h1 { list-style: var(--trap) }", "@font-face { font-family: Trap; src: url(TRAP) } h1 { font-family: Trap }", "@media all { header { & p { mask: url(TRAP) } color: rgb(4, 5, 6) } }"];
    await hand.run((rules, trap) => void (/** @type {HTMLTextAreaElement} */ (document.querySelector("#style")).value = rules.join("\n").replaceAll("TRAP", trap)), rules, `${hand.origin()}/trap.webp`);
    assert.match(await noticed(hand, () => hand.press("#keep-style")), /[3-9] rules/);
    await hand.leaveTab();
    await hand.read("/bridge");
    assert.deepEqual(await hand.run(() => [".stage .body p", ".stage header"].map((one) => getComputedStyle(/** @type {Element} */ (document.querySelector(one))).color)), ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]);
    // Two frames: what would be fetched has been asked for.
    await hand.run(() => new Promise((/** @type {(time: number) => void} */ done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.ok(!hand.asked().includes("/trap.webp"));
    await hand.run(() => chrome.storage.local.remove("style"));
  });

  test("settings go to a file and come back from it; a file that is none changes nothing", async () => {
    await hand.read("/plain");
    await openOptions(hand);
    await hand.run(() => chrome.storage.local.set({ sites: [["https://news.example", { removed: ["a.1", "b.2"], restored: [] }]], style: "h1 { color: red }" }));
    await hand.press("label[data-theme=dark]");
    await becomes(hand, ({ choices }) => choices?.theme === "dark");
    const { name, bytes } = await hand.download(() => hand.press("#export"));
    assert.equal(name, "offprint-settings.json");
    const file = JSON.parse(bytes.toString());
    assert.deepEqual([file.offprint, file.version, file.choices.theme, file.style], ["settings", 1, "dark", "h1 { color: red }"]);
    const before = await state(hand);

    await hand.press("#reset-all");
    await becomes(hand, ({ choices }) => choices.theme === "auto");
    await until(async () => (await texts(hand, "#sites li")).join() === "None.");
    assert.match(await upload(hand, JSON.stringify(file)), /count now/);
    assert.deepEqual(await state(hand), before);
    await until(async () => /^news\.example2 removed, 0 restored/.test((await texts(hand, "#sites li"))[0]));

    for (const [text, words] of /** @type {[string, RegExp][]} */ ([["{", /not JSON/], ["[]", /no settings file/], ['{"offprint":"settings","version":2}', /no settings file/], [JSON.stringify({ ...file, choices: { theme: "url(x)" } }), /“theme”/], [JSON.stringify({ ...file, sites: { "javascript:1": { removed: [], restored: [] } } }), /“javascript:1”/], [JSON.stringify({ ...file, more: 1 }), /“more”/]])) {
      assert.match(await upload(hand, text), words);
      assert.deepEqual(await state(hand), before);
    }
    await hand.press("#sites button");
    await becomes(hand, ({ local }) => local.sites.length === 0);
    await hand.press("#reset-all");
    await becomes(hand, ({ choices }) => choices.theme === "auto");
    await hand.press("#notice button");
    await becomes(hand, ({ choices }) => choices.theme === "dark");
    await hand.press("#reset-all");
    await hand.leaveTab();
  });
}
