// Passages that a person marks: with the pen or a key, there at the next visit, taken along.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { markWords } from "../../extension/markdown.js";
import { THEMES } from "../../extension/settings.js";
import { find, marksOf } from "../../extension/view/passages.js";
import { until } from "../../xtask/browser/launch.mjs";
import { INKED, colours } from "./colours.mjs";
import { RELATED, TITLE } from "./pages.mjs";
import { download, objections, press, readInTab, texts, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const world = withBrowser();
const FIRST = "For a hundred years the old basin";
const WALL = "The city had planned a wall of concrete.";
const EELGRASS = "eelgrass the size of two football fields";

/** The extension's own storage, from a page of its own. @param {() => unknown} act */
async function inStorage(act) {
  const tab = await world.browser.newPage();
  await tab.goto(`chrome-extension://${world.extension}/options.html`);
  const answer = await tab.evaluate(act);
  await tab.close();
  await world.page.bringToFront();
  return answer;
}

beforeEach(async () => void (await inStorage(() => chrome.storage.local.clear())));

/** Selects from the first letter of some words to the last of others. @param {Frame} frame @param {string} first @param {string} [last] */
const select = (frame, first, last = first) =>
  frame.evaluate((first, last) => {
    const [from, to] = [first, last].map((words) => {
      const found = document.createTreeWalker(/** @type {Element} */ (document.querySelector(".stage .body")), NodeFilter.SHOW_TEXT);
      for (let node = found.nextNode(); node; node = found.nextNode()) if (node.textContent?.includes(words)) return { node, at: node.textContent.indexOf(words) };
      throw new Error(`${words} is not there`);
    });
    from.node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    getSelection()?.setBaseAndExtent(from.node, from.at, to.node, to.at + last.length);
  }, first, last);

/** @param {Frame} frame @param {string} first @param {string} [last] */
async function mark(frame, first, last) {
  await select(frame, first, last);
  await world.page.keyboard.press("m");
}

/** What is drawn as marked. @param {Frame} frame */
const marked = (frame) => frame.evaluate(() => [...(CSS.highlights.get("marked") ?? [])].map(String));

/** @param {Frame} frame @param {string[]} words */
const isMarked = async (frame, ...words) => {
  await until(async () => (await marked(frame)).join() === words.join(), 3000).catch(() => {});
  assert.deepEqual(await marked(frame), words);
};

/** The buttons of the pen that a person sees. @param {Frame} frame */
const offered = async (frame) => {
  await frame.waitForSelector(".pen", { timeout: 3000 });
  return frame.$$eval(".pen button", (found) => found.filter((one) => one.checkVisibility()).map((one) => one.textContent));
};

/** Until so many articles have marks that are kept. @param {number} count */
const kept = (count) => until(async () => (await inStorage(async () => /** @type {any} */ ((await chrome.storage.local.get("marks")).marks ?? []).length)) === count, 10_000);

/** @param {Frame} frame @param {string} entry */
async function copied(frame, entry) {
  await frame.evaluate(() => window.addEventListener("copy", (event) => (/** @type {any} */ (window).copied = event.clipboardData?.getData("text/plain"))));
  await press(frame, "#open-more");
  await press(frame, entry);
  return /** @type {Promise<string>} */ (frame.evaluate(() => /** @type {any} */ (window).copied));
}

test("selected words are marked by the button beside them or by a key, said so, taken back by Undo; the article's own markup stays as it was", async () => {
  const frame = await world.read("/plain");
  const before = await frame.$eval(".stage article", (one) => one.outerHTML);
  await select(frame, FIRST);
  assert.deepEqual(await offered(frame), ["Mark"]);
  assert.equal(await frame.evaluate(() => getSelection()?.toString()), FIRST, "the selection is left to other uses");
  await press(frame, ".pen button");
  await isMarked(frame, FIRST);
  await frame.waitForFunction(() => /^Marked\./.test(document.querySelector("#notice[role=status]:not([hidden])")?.textContent ?? ""));
  assert.equal(await frame.$(".pen"), null);
  await frame.$eval("#notice", (one) => void (/** @type {HTMLElement} */ (one).hidden = true));
  await mark(frame, WALL);
  await isMarked(frame, FIRST, WALL);
  assert.equal(await frame.$eval(".stage article", (one) => one.outerHTML), before);
  await press(frame, "#notice button::-p-text(Undo)");
  await isMarked(frame, FIRST);
});

test("without a pointer: the button is reached by Tab; m marks the block that has the focus, and takes that back", async () => {
  const frame = await world.read("/plain");
  const { keyboard } = world.page;
  await select(frame, WALL);
  await offered(frame);
  for (let step = 0; step < 12 && !(await frame.$(".pen button:focus-visible")); step += 1) await keyboard.press("Tab");
  const { outlineStyle, height } = await frame.$eval(".pen button:focus-visible", (one) => ({ outlineStyle: getComputedStyle(one).outlineStyle, height: one.getBoundingClientRect().height }));
  assert.notEqual(outlineStyle, "none");
  assert.ok(height >= 24, `${height}`);
  await keyboard.press("Enter");
  await isMarked(frame, WALL);
  assert.ok(await frame.evaluate(() => document.activeElement?.matches("[data-block]")), "the focus is in the text");
  await keyboard.press("m");
  const whole = await frame.evaluate(() => document.activeElement?.textContent ?? "");
  await isMarked(frame, whole);
  await keyboard.press("m");
  await isMarked(frame);
  assert.match((await texts(frame, "#notice span"))[0], /No longer marked/);
});

test("marks that overlap are one; what is selected in one is taken off, and a passage that is pressed as a whole", async () => {
  const frame = await world.read("/plain");
  await mark(frame, "a hundred years");
  await mark(frame, "hundred years the old basin");
  await isMarked(frame, "a hundred years the old basin");
  await select(frame, "years the old basin of");
  assert.deepEqual(await offered(frame), ["Mark", "Unmark"]);
  await select(frame, "years");
  assert.deepEqual(await until(async () => (await offered(frame)).length === 1 && offered(frame)), ["Unmark"]);
  await press(frame, ".pen button:not([hidden])");
  await isMarked(frame, "a hundred", "the old basin");
  await mark(frame, "years");
  await isMarked(frame, "a hundred years the old basin");
  // Across blocks: one passage.
  await mark(frame, "A wall that grows", WALL);
  assert.equal((await marked(frame)).length, 3);
  const { x, y } = await frame.evaluate(() => {
    const [box] = [...(CSS.highlights.get("marked") ?? [])].map((one) => /** @type {Range} */ (one).getClientRects()[0]).slice(1);
    return { x: box.x + 20, y: box.y + box.height / 2 };
  });
  await world.page.mouse.click(x, y);
  assert.deepEqual(await offered(frame), ["Unmark"]);
  await press(frame, ".pen button:not([hidden])");
  await isMarked(frame, "a hundred years the old basin");
});

test("there at the next visit, each article's own; what is not in the text then is not lost", async () => {
  let frame = await world.read("/plain?kept#here");
  await mark(frame, FIRST);
  await mark(frame, WALL);
  await press(frame, `.cards h2 button::-p-text(${RELATED[2]})`);
  await frame.waitForFunction((title) => document.querySelector(".stage h1")?.textContent === title, {}, RELATED[2]);
  await isMarked(frame);
  await mark(frame, EELGRASS);
  await isMarked(frame, EELGRASS);
  await kept(2);

  frame = await world.read("/plain?kept");
  await isMarked(frame, FIRST, WALL);
  const block = await frame.$(`.stage [data-block]::-p-text(${WALL})`);
  await block?.focus();
  await world.page.keyboard.press("Delete");
  await isMarked(frame, FIRST);
  await mark(frame, "Ships came in");
  await isMarked(frame, FIRST, "Ships came in");
  await press(frame, "#notice button");
  await world.page.keyboard.down("Control");
  await world.page.keyboard.press("z");
  await world.page.keyboard.up("Control");
  await isMarked(frame, FIRST, WALL);
  await world.page.keyboard.press("j");
  await isMarked(frame, EELGRASS);
});

test("found again by the words beside them where the page has changed; a few words among others are not", () => {
  const texts = ["The boat left. The boat came back, and nobody had seen it.", "Yes.", "A boat is a boat, said the keeper of the light on the outer island."];
  const [second, yes, long] = marksOf([{ block: 0, from: 15, to: 23 }, { block: 1, from: 0, to: 4 }, { block: 2, from: 0, to: 40 }], texts);
  assert.equal(second.words, "The boat");
  const later = ["An advert.", "At noon the boat left. The boat came back, and nobody had seen it.", "So. Yes. No.", "He said: A boat is a boat, said the keeper of the light."];
  assert.deepEqual(find(second, later), { block: 1, from: 23, to: 31 });
  assert.deepEqual(find(long, later), { block: 3, from: 9, to: 49 });
  assert.equal(find(yes, later), undefined);
  assert.equal(find(second, ["The boat is for sale."]), undefined);
  const [, twice] = marksOf([{ block: 0, from: 0, to: 4 }, { block: 1, from: 0, to: 4 }], ["Yes.", "Yes.", "No."]);
  assert.deepEqual(find(twice, ["So?", "Yes.", "Yes.", "No."]), { block: 2, from: 0, to: 4 });
});

test("bounds: the pages that were marked longest ago go first; and where nothing can be kept, one reads and marks all the same", async () => {
  await inStorage(() => chrome.storage.local.set({ marks: Array.from({ length: 500 }, (_, at) => [`https://news.example/${at}`, [{ words: "w", before: "", after: "", nth: 0 }]]) }));
  let frame = await world.read("/plain?bounds");
  await mark(frame, FIRST);
  await until(() => inStorage(async () => {
    const names = /** @type {any} */ ((await chrome.storage.local.get("marks")).marks).map((/** @type {any} */ [name]) => name);
    return names.length === 500 && names[0] === "https://news.example/1" && !names[499].includes("news.example/");
  }), 10_000);
  const address = `${world.origin}/plain?strange`;
  for (const marks of ["no marks", { [address]: 7 }, [null, 7, [address, 7]], [[address, [{ words: 7 }]]], [[address, [null]]]]) {
    await world.page.bringToFront();
    await frame.evaluate((marks) => chrome.storage.local.set({ marks }), marks);
    frame = await world.read("/plain?strange");
    await mark(frame, FIRST);
    await isMarked(frame, FIRST);
  }
  frame = await world.read("/plain");
  await frame.evaluate(() => void (chrome.storage.local.set = () => Promise.reject(new Error("full"))));
  await mark(frame, FIRST);
  await isMarked(frame, FIRST);
  await frame.waitForFunction(() => /not kept/.test(document.querySelector("#notice")?.textContent ?? ""));
});

test("taken along: in Markdown, as quotes, as a web page, as a book", async () => {
  const frame = await world.read("/plain");
  await press(frame, "#open-more");
  await frame.waitForSelector("#copy-markdown", { visible: true });
  assert.equal(await frame.$eval("#copy-marks", (one) => one.checkVisibility()), false);
  await world.page.keyboard.press("Escape");
  const plain = await copied(frame, "#copy-markdown");
  const [link] = await texts(frame, ".stage .body p a");
  await mark(frame, FIRST);
  await mark(frame, "A wall that grows", WALL);
  await mark(frame, link);
  const text = await copied(frame, "#copy-markdown");
  assert.ok(text.includes(`==${FIRST}==`) && text.includes("## ==A wall that grows==") && text.includes(`==${link}==`), text);
  assert.equal(text.replaceAll("==", ""), plain);
  const quotes = await copied(frame, "#copy-marks");
  assert.ok(quotes.startsWith(`# ${TITLE}\n\n<http`), quotes);
  assert.ok(quotes.includes(`\n\n> ${FIRST}\n\n> A wall that grows\n>\n> ${WALL}\n\n> ${link}\n`), quotes);
  for (const [button, ending] of [["#save-html", "html"], ["#save-epub", "epub"]]) {
    const { name, bytes } = await download(world, async () => {
      await press(frame, "#open-more");
      await press(frame, button);
    });
    assert.ok(name.endsWith(ending));
    if (ending === "html") assert.ok(bytes.toString("utf8").includes(`<mark>${FIRST}</mark>`));
    else assert.match(await inBook(bytes), new RegExp(`<mark>${FIRST}</mark>`));
  }
});

test("in Markdown nothing but the signs is added, and none where they would be read otherwise", () => {
  const markdown = "**All in bold**\n\nOne [two three](https://news.example/?a=b) \\*four\n\n```\nfive\n```\n\nsix a == b\n\n> *seven*, eight";
  const texts = ["All in bold", "One two three *four", "five", "six a == b", "seven, eight"];
  const blocks = /** @type {any[]} */ (texts.map((text) => ({ matches: () => text === "five" })));
  /** @param {[number, string][]} words */
  const withMarks = (...words) => markWords(markdown, { name: "", lost: [], blocks, texts, found: words.map(([block, one]) => ({ block, from: texts[block].indexOf(one), to: texts[block].indexOf(one) + one.length })) });
  for (const [block, words, written] of /** @type {[number, string, string][]} */ ([
    [0, "All in bold", "==**All in bold**=="],
    [0, "in", "**All ==in== bold**"],
    [1, "two", "[==two== three]"],
    [1, "One two three *four", "==One [two three](https://news.example/?a=b) \\*four=="],
    [1, "*four", "==\\*four=="],
    [3, "six", "==six=="],
    [4, "seven, eight", "> ==*seven*, eight=="],
  ])) {
    const text = withMarks([block, words]);
    assert.ok(text.includes(written), text);
    assert.equal(text.replace(written, written.replaceAll("==", "")), markdown);
  }
  for (const [block, words] of /** @type {[number, string][]} */ ([[0, "All"], [1, "One two"], [2, "five"], [3, "a == b"], [4, "ven, eight"]])) {
    assert.equal(withMarks([block, words]), markdown, words);
  }
  assert.equal(withMarks([0, "All in bold"], [3, "six"]).replaceAll("==", ""), markdown.replaceAll("==", ""));
});

/** The book's first chapter. @param {Buffer} bytes */
async function inBook(bytes) {
  const { inflateRawSync } = await import("node:zlib");
  const at = bytes.indexOf("book/chapter-1.xhtml") - 30;
  return inflateRawSync(bytes.subarray(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28))).toString("utf8");
}

test("the pen is for everybody, in any theme; the system's own colours for what is marked; on paper a line", async () => {
  const tab = await readInTab(world);
  const frame = tab.mainFrame();
  await select(frame, FIRST);
  await tab.keyboard.press("m");
  await isMarked(frame, FIRST);
  const look = () => tab.evaluate(colours, INKED, "::highlight(marked)");
  await select(frame, "hundred years", WALL);
  assert.deepEqual(await offered(frame), ["Mark", "Unmark"]);
  for (const theme of THEMES) {
    await tab.evaluate((theme) => void (document.documentElement.dataset.theme = theme), theme);
    assert.deepEqual(await objections(frame), [], theme);
  }
  await tab.emulateMediaType("print");
  assert.equal((await look()).textDecorationLine, "underline");
  assert.equal(await tab.$eval(".pen", (one) => one.checkVisibility()), false);
  await tab.emulateMediaType("screen");
  const cdp = await tab.createCDPSession();
  await cdp.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  const system = await tab.evaluate(() => {
    const one = document.body.appendChild(document.createElement("i"));
    one.style.cssText = "color: MarkText; background-color: Mark; forced-color-adjust: none";
    return [getComputedStyle(one).color, getComputedStyle(one).backgroundColor];
  });
  const { color, backgroundColor } = await look();
  assert.deepEqual([color, backgroundColor], system);
});

test("in a hand: the buttons are below the words and inside the window, large enough, and a marked passage answers a tap", async () => {
  await world.page.setViewport({ width: 360, height: 640, hasTouch: true, isMobile: true });
  const frame = await world.read("/plain");
  await select(frame, FIRST);
  await offered(frame);
  const [words, box] = await frame.evaluate(() => [/** @type {Range} */ (getSelection()?.getRangeAt(0)), /** @type {Element} */ (document.querySelector(".pen button"))].map((one) => one.getBoundingClientRect().toJSON()));
  assert.ok(box.top > words.bottom && box.bottom < 640 && box.left >= 0 && box.right <= 360 && box.height >= 44, JSON.stringify([words, box]));
  await world.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await isMarked(frame, FIRST);
  const { x, y } = await frame.evaluate(() => /** @type {Range} */ ([...(CSS.highlights.get("marked") ?? [])][0]).getClientRects()[0].toJSON());
  await world.page.touchscreen.tap(x + 30, y + 10);
  assert.deepEqual(await offered(frame), ["Unmark"]);
});

test("the page of settings counts the pages, and forgets them all, which can be taken back", async () => {
  const frame = await world.read("/plain?counted");
  await mark(frame, FIRST);
  await kept(1);
  await world.page.goto(`chrome-extension://${world.extension}/options.html`);
  const options = world.page.mainFrame();
  await options.waitForSelector("html[data-state=done]");
  const shown = async (/** @type {RegExp} */ words) => until(async () => words.test((await texts(options, "#marks li"))[0]), 5000);
  await shown(/: 1/);
  await press(options, "#marks button");
  await shown(/^None/);
  await press(options, "#notice button");
  await shown(/: 1/);
});
