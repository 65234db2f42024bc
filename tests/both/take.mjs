// What a person takes along: Markdown, a web page with its pictures, a book, a link to words, paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { TITLE } from "../e2e/pages.mjs";
import { choose, focus, isSeen, texts, unzip, wait } from "./hands.mjs";

/** @typedef {import("./hands.mjs").Hand} Hand */

/** Front matter of the sample, whose dates, author and source stand in its head. @param {string} text @param {string} address */
function assertIsSample(text, address) {
  const [, front = "", body = ""] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  const facts = Object.fromEntries(front.split("\n").map((line) => [line.slice(0, line.indexOf(":")), JSON.parse(line.slice(line.indexOf(":") + 1))]));
  assert.deepEqual(facts, {
    title: TITLE,
    author: ["Ada Keller"],
    source: "The Harbour Post",
    published: "2026-11-20T08:30:00+01:00",
    modified: "2026-11-21T17:05:00+01:00",
    url: address,
  });
  assert.match(body, /\n# The harbour that learned to breathe\n/);
  assert.match(body, /\n## A wall that grows\n/);
  assert.match(body, /For a hundred years/);
  assert.ok(!body.includes("planned a wall of concrete"), "what the person took out");
  assert.ok(!body.includes("SUMMER TYRES"));
}

/** What a strict XML parser finds. @param {Hand} hand @param {Buffer | undefined} bytes @param {string} selector @param {string} [attribute] */
const found = (hand, bytes, selector, attribute = "") =>
  hand.run(
    (text, selector, attribute) => {
      const made = new DOMParser().parseFromString(text, "application/xml");
      const error = made.querySelector("parsererror");
      if (error) throw new Error(error.textContent ?? "");
      return [...made.querySelectorAll(selector)].map((one) => (attribute ? one.getAttribute(attribute) : one.textContent) ?? "");
    },
    bytes?.toString("utf8") ?? "",
    selector,
    attribute,
  );

/** Selects from letter to letter of two blocks. @param {Hand} hand @param {[string, number]} start @param {[string, number]} end */
const select = (hand, start, end) =>
  hand.run(
    (...ends) => {
      const [from, to] = ends.map(([words, at]) => {
        const texts = document.createTreeWalker(/** @type {Element} */ (document.querySelector(".stage .body")), NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) if (node.textContent?.includes(words)) return { node, at: node.textContent.indexOf(words) + at };
        throw new Error(`${words} is not there`);
      });
      getSelection()?.setBaseAndExtent(from.node, from.at, to.node, to.at);
    },
    start,
    end,
  );

/** @param {Hand} hand @param {[string, number]} start @param {[string, number]} end */
async function linkTo(hand, start, end) {
  await select(hand, start, end);
  return hand.copied(() => choose(hand, "#copy-link"));
}

/** How many pages a PDF says it has; Firefox packs that. @param {Buffer} pdf */
function pagesOf(pdf) {
  const text = pdf.toString("latin1");
  const packed = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    } catch {
      // A picture, say.
      return "";
    }
  });
  return Number(/\/Count (\d+)/.exec([text, ...packed].join("\n"))?.[1]);
}

/** @param {Hand} hand @param {() => string} address of the page that is read */
export function testTake(hand, address) {
  test("the article as Markdown, copied and saved: what is known of it, its title, its text as the person left it", async () => {
    await hand.read("/plain");
    await focus(hand, "The city had planned a wall");
    await hand.keys("Delete");
    assertIsSample(await hand.copied(() => choose(hand, "#copy-markdown")), address());
    const { name, bytes } = await hand.download(() => choose(hand, "#save-markdown"));
    assert.deepEqual(await texts(hand, "#notice span"), ["Saved."]);
    assert.equal(name, `${TITLE}.md`);
    assertIsSample(bytes.toString("utf8"), address());
  });

  test("a book: the main article and the related ones as chapters, with pictures, as its standard asks", async () => {
    await hand.read("/plain");
    const { name, bytes } = await hand.download(() => choose(hand, "#save-epub"));
    assert.equal(name, `${TITLE}.epub`);
    // The first 58 bytes tell what it is to those who do not unpack it.
    assert.equal(bytes.toString("latin1", 30, 58), "mimetypeapplication/epub+zip");
    assert.equal(bytes.readUInt16LE(8), 0, "stored");
    const files = unzip(bytes);
    assert.deepEqual(await found(hand, files.get("META-INF/container.xml"), "rootfile", "full-path"), ["book/package.opf"]);
    const about = files.get("book/package.opf");
    assert.deepEqual(await found(hand, about, "title"), [TITLE]);
    assert.deepEqual(await found(hand, about, "creator"), ["Ada Keller"]);
    assert.deepEqual(await found(hand, about, "language"), ["en"]);
    assert.match((await found(hand, about, "date"))[0], /^2026-11-20/);
    assert.match((await found(hand, about, "meta[property='dcterms:modified']"))[0], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const listed = await found(hand, about, "item", "href");
    assert.deepEqual(listed.map((one) => `book/${one}`).toSorted(), [...files.keys()].filter((one) => one.startsWith("book/") && !one.endsWith(".opf")).toSorted());
    const chapters = await hand.run(() => [...document.querySelectorAll("article")].filter((one) => one.querySelector(".body [data-block]")).length);
    assert.ok(chapters > 1, "a related article has a text");
    assert.equal((await found(hand, about, "itemref", "idref")).length, chapters);
    assert.equal((await found(hand, files.get("book/contents.xhtml"), "nav li a")).length, chapters);
    const first = files.get("book/chapter-1.xhtml");
    assert.deepEqual(await found(hand, first, "h1"), [TITLE]);
    assert.ok((await found(hand, first, "p")).some((text) => text.startsWith("For a hundred years")));
    const pictures = await found(hand, first, "img", "src");
    assert.ok(pictures.length > 0);
    for (const one of pictures) assert.ok(files.get(`book/${one}`)?.length, one);
    assert.deepEqual(await found(hand, first, "button, script, [data-block], [style]"), []);
  });

  for (const from of ["/plain", "/own-only"]) {
    test(`a web page in one file, from ${from}: the text as the person left it, pictures inside, nothing that runs`, async () => {
      await hand.read(from);
      await focus(hand, "The city had planned a wall");
      await hand.keys("Delete");
      const { name, bytes, path } = await hand.download(() => choose(hand, "#save-html"));
      assert.equal(name, `${TITLE}.html`);
      assert.ok(!bytes.toString("utf8").includes("planned a wall of concrete"));
      await hand.open(`file://${encodeURI(path)}`);
      const seen = await hand.run(() => ({
        title: document.title,
        lang: document.documentElement.lang,
        pictures: [...document.images].map((one) => `${one.src.slice(0, 11)} ${one.naturalWidth > 0}`),
        running: document.querySelectorAll("script, button, iframe, [onclick]").length,
        canonical: document.querySelector("link[rel=canonical]")?.getAttribute("href"),
      }));
      assert.equal(seen.title, TITLE);
      assert.equal(seen.lang, "en");
      assert.ok(seen.pictures.length > 0);
      assert.deepEqual([...new Set(seen.pictures)], ["data:image/ true"]);
      assert.equal(seen.running, 0);
      assert.match(seen.canonical ?? "", /^http/);
    });
  }

  test("what the page folds is open in a file", async () => {
    await hand.read("/folds");
    const { bytes } = await hand.download(() => choose(hand, "#save-html"));
    assert.match(bytes.toString("utf8"), /<details open(="")?>\s*<summary>/);
  });

  test("the pictures of a file are asked for without a word of who asks", async () => {
    await hand.visit("/plain");
    await hand.run(() => void (document.cookie = "reader=42; path=/"));
    await hand.read("/plain");
    assert.ok(hand.telling().includes("/sample/harbour.webp"), "as the page itself asks");
    const before = hand.telling().length;
    await hand.download(() => choose(hand, "#save-html"));
    assert.deepEqual(hand.telling().slice(before), []);
  });

  test("a link to the selected words: whole ones, in order, told apart", async () => {
    await hand.read("/plain");
    assert.match(await linkTo(hand, ["For a hundred", 4], ["For a hundred", 8]), /#:~:text=a%20hundred$/);
    assert.match(await linkTo(hand, ["For a hundred", 0], ["The city had planned", 20]), /#:~:text=For%20a%20hundred%20years%20the%20old,[^,]*The%20city%20had%20planned$/);
    assert.match(await linkTo(hand, ["the old basin", 0], ["the old basin", 3]), /#:~:text=For%20a%20hundred%20years-,the,-old%20basin%20of%20Lindholm$/);
  });

  test("a link to words without spaces between, with readings beside: a part at each end of the paragraph", async () => {
    await hand.read("/pages/lang--japanese-ruby");
    const paragraph = await hand.run(() => {
      const one = /** @type {Element} */ (document.querySelector(".stage .body p"));
      getSelection()?.selectAllChildren(one);
      const copy = /** @type {Element} */ (one.cloneNode(true));
      copy.querySelectorAll("rt, rp").forEach((reading) => reading.remove());
      return copy.textContent ?? "";
    });
    const link = await hand.copied(() => choose(hand, "#copy-link"));
    const [start, end] = link.split("#:~:text=")[1].split(",").map(decodeURIComponent);
    assert.ok(paragraph.startsWith(start) && paragraph.includes(end) && start.length + end.length < paragraph.length, `${start} … ${end}`);
  });

  test("the browser finds the words of a link on the page", async () => {
    for (const [start, end] of /** @type {[string, number][][]} */ ([[["Not everybody was pleased", 0], ["Not everybody was pleased", 25]], [["Not everybody was pleased", 0], ["That is the part of the story", 20]]])) {
      await hand.read("/plain");
      const link = await linkTo(hand, start, end);
      await hand.open("about:blank");
      await hand.open(link);
      await wait(hand, () => {
        const { top, bottom } = [...document.querySelectorAll("p")].find((one) => one.textContent?.startsWith("Not everybody was pleased"))?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
        return window.scrollY > 0 && top > 0 && bottom < window.innerHeight;
      });
    }
  });

  test("sharing: offered where the system can, with the title and the link", async () => {
    await hand.read("/plain");
    await hand.press("#open-more");
    const can = await hand.run(() => navigator.canShare?.({ url: "https://news.example/" }) === true);
    assert.equal(await isSeen(hand, "#share"), can);
    await hand.keys("Escape");
    await hand.run(() => {
      const page = /** @type {any} */ (window);
      Object.defineProperty(navigator, "canShare", { value: () => true });
      Object.defineProperty(navigator, "share", { value: async (/** @type {any} */ what) => (page.shared = what) });
    });
    await choose(hand, "#share");
    await wait(hand, () => /** @type {any} */ (window).shared !== undefined);
    assert.deepEqual(await hand.run(() => /** @type {any} */ (window).shared), { title: TITLE, url: address() });
  });

  test("the browser's key for paper prints the article, not the page beneath", async () => {
    await hand.read("/plain");
    await hand.run(() => void (window.print = () => void (document.documentElement.dataset.printed = "yes")));
    await hand.keys("Control+p");
    await wait(hand, () => document.documentElement.dataset.printed === "yes");
  });

  test("on paper there is the article alone, black on white", async () => {
    await hand.readInTab();
    await hand.run(() => void (window.print = () => void (document.documentElement.dataset.printed = "yes")));
    await choose(hand, "#print");
    await wait(hand, () => document.documentElement.dataset.printed === "yes");
    await hand.run(() => void Object.assign(document.documentElement.dataset, { theme: "dark", band: "three" }));
    await hand.show("print");
    for (const selector of [".toolbar", ".related", "[data-offprint=removed]"]) assert.equal(await isSeen(hand, selector), false, selector);
    assert.equal(await isSeen(hand, ".stage h1"), true);
    const look = await hand.run(() => {
      const style = (/** @type {string} */ selector, /** @type {string} */ part) => getComputedStyle(/** @type {Element} */ (document.querySelector(selector)), part);
      return { paper: style("html", "").backgroundColor, ink: style(".stage .body p", "").color, band: style("#band", "").display, address: style(".facts a", "::after").content };
    });
    assert.deepEqual([look.paper, look.ink, look.band], ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "none"], "whatever the theme");
    assert.match(look.address, /attr\(href\)|http/);
    const pages = pagesOf(await hand.paper());
    assert.ok(pages >= 2 && pages <= 12, `${pages} pages of A5: all of the text and no more than that`);
    await hand.show("screen");
  });
}
