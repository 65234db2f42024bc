// Where the guess was wrong: another text of the page, one press away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { press, readInTab, texts, withBrowser } from "./with-browser.mjs";

const LIST = "[data-offprint=candidates]";
/** The page holds a story, and apart from it a notice of the publisher in full sentences. */
const PATH = "/pages/news--text-beside-the-story";
const [STORY, NOTICE] = ["The weir was built", "Who sends us a letter"];
const world = withBrowser();

/** What a person sees of the article. @param {import("puppeteer-core").Frame} frame */
const article = (frame) => frame.$eval(".stage .body", (one) => /** @type {HTMLElement} */ (one).innerText);

test("another text of the page takes the article's place, and Undo brings it back at once", async () => {
  const frame = await world.read(PATH);
  const before = await article(frame);
  assert.ok(before.includes(STORY) && !before.includes(NOTICE));
  assert.ok((await texts(frame, `${LIST} button`)).some((excerpt) => excerpt.startsWith(NOTICE)));
  await press(frame, `${LIST} button::-p-text(${NOTICE})`);
  const after = await article(frame);
  assert.ok(after.includes(NOTICE) && !after.includes(STORY));
  await press(frame, "#notice button::-p-text(Undo)");
  assert.equal(await article(frame), before);
});

test("on paper no other text is offered", async () => {
  const tab = await readInTab(world, "/evicting-beside");
  const isSeen = () => tab.$eval(LIST, (list) => list.checkVisibility());
  assert.ok(await isSeen());
  await tab.emulateMediaType("print");
  assert.equal(await isSeen(), false);
});

test("a page with one text offers no other", async () => {
  const frame = await world.read("/bridge");
  assert.equal((await frame.$$(LIST)).length, 0);
});

/** Gives a view of its own what a core might say, and acts on it as a person might. @param {{ texts: string[], candidates: object[] }} page a text for each article; the first is the main one */
async function view(page) {
  const frame = await world.read("/bridge");
  await frame.evaluate(async ({ texts, candidates }) => {
    const address = "/view/reader.js";
    const { ReaderView } = await import(address);
    const root = document.querySelector("main");
    const view = new ReaderView(root, { locale: "en", say: (/** @type {string} */ name) => name });
    await view.prepare();
    const metadata = (/** @type {number} */ article) => ({ title: `Title ${article}`, byline: [], source: null, published: null, modified: null, publishedText: null, url: `https://a.example/${article}`, image: null, excerpt: null, lang: null, dir: null, origin: {} });
    for (const [article, text] of texts.entries()) {
      const role = article === 0 ? "main" : "related";
      view.apply({ type: "open", article, role, at: 0 });
      view.apply({ type: "update", article, metadata: metadata(article), at: 0 });
      if (text) view.apply({ type: "append", article, block: article + 10, after: null, html: `<p data-block="${article + 10}">${text}</p>`, at: 0 });
    }
    const articles = texts.map((_, article) => ({ ...metadata(article), article, role: article === 0 ? "main" : "related", wordCount: 9, confidence: "low", continues: null }));
    const page = { url: null, title: null, siteName: null, lang: null, dir: null, charset: "utf-8", confidence: "low" };
    view.apply({ type: "end", outline: { page, articles, removed: [], candidates, notes: [] }, at: 0 });
    /** @type {any} */ (window).view = view;
  }, page);
  return frame;
}

test("above a guess they are there again after a visit to another article", async () => {
  const frame = await view({ texts: ["The weir was built.", "The ferry sails."], candidates: [{ excerpt: NOTICE, words: 60, blocks: [] }] });
  assert.equal((await frame.$$(`.stage ${LIST}`)).length, 1);
  await frame.evaluate(() => /** @type {any} */ (window).view.show(1));
  assert.equal((await frame.$$(LIST)).length, 0, "the other article is no guess");
  await frame.evaluate(() => /** @type {any} */ (window).view.show(0));
  assert.equal((await frame.$$(`.stage ${LIST}`)).length, 1);
});

test("a page of titles alone shows them, and one without even these is none", async () => {
  let frame = await view({ texts: ["", "", ""], candidates: [] });
  assert.equal(await frame.$eval("main", (one) => one.dataset.state), "done");
  assert.deepEqual(await texts(frame, ".cards h2"), ["Title 1", "Title 2"]);
  frame = await view({ texts: [""], candidates: [] });
  assert.equal(await frame.$eval("main", (one) => one.dataset.state), "failed");
});
