// What a person takes along: a book, a web page with its pictures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { TITLE } from "./pages.mjs";
import { download, press, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const world = withBrowser();

/** Saves as a person does, and waits for the file. @param {Frame} frame @param {string} button */
const save = (frame, button) =>
  download(world, async () => {
    await press(frame, "#open-more");
    await press(frame, button);
  });

/** The files of a zip by their names, in its own order. @param {Buffer} bytes @returns {Map<string, Buffer>} */
function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, size, name, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(start, start + packed);
    const data = method === 8 ? inflateRawSync(raw) : raw;
    assert.equal(data.length, size);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), data);
    at += 46 + name;
  }
  return files;
}

/** What a strict XML parser finds. @param {Buffer | undefined} bytes @param {string} selector @param {string} [attribute] */
const found = (bytes, selector, attribute) =>
  world.page.evaluate((text, selector, attribute) => {
    const made = new DOMParser().parseFromString(text, "application/xml");
    const error = made.querySelector("parsererror");
    if (error) throw new Error(error.textContent ?? "");
    return [...made.querySelectorAll(selector)].map((one) => (attribute ? one.getAttribute(attribute) : one.textContent) ?? "");
  }, bytes?.toString("utf8") ?? "", selector, attribute);

test("a book: the main article and the related ones as chapters, with pictures, as its standard asks", async () => {
  const frame = await world.read("/plain");
  const { name, bytes } = await save(frame, "#save-epub");
  assert.equal(name, `${TITLE}.epub`);
  // The first 58 bytes tell what it is to those who do not unpack it.
  assert.equal(bytes.toString("latin1", 30, 58), "mimetypeapplication/epub+zip");
  assert.equal(bytes.readUInt16LE(8), 0, "stored");
  const files = unzip(bytes);
  assert.deepEqual(await found(files.get("META-INF/container.xml"), "rootfile", "full-path"), ["book/package.opf"]);
  const about = files.get("book/package.opf");
  assert.deepEqual(await found(about, "title"), [TITLE]);
  assert.deepEqual(await found(about, "creator"), ["Ada Keller"]);
  assert.deepEqual(await found(about, "language"), ["en"]);
  assert.match((await found(about, "date"))[0], /^2026-11-20/);
  assert.match((await found(about, "meta[property='dcterms:modified']"))[0], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const listed = await found(about, "item", "href");
  assert.deepEqual(listed.map((one) => `book/${one}`).toSorted(), [...files.keys()].filter((one) => one.startsWith("book/") && !one.endsWith(".opf")).toSorted());
  const chapters = await frame.$$eval("article", (found) => found.filter((one) => one.querySelector(".body [data-block]")).length);
  assert.ok(chapters > 1, "a related article has a text");
  assert.equal((await found(about, "itemref", "idref")).length, chapters);
  assert.equal((await found(files.get("book/contents.xhtml"), "nav li a")).length, chapters);
  const first = files.get("book/chapter-1.xhtml");
  assert.deepEqual(await found(first, "h1"), [TITLE]);
  assert.ok((await found(first, "p")).some((text) => text.startsWith("For a hundred years")));
  const pictures = await found(first, "img", "src");
  assert.ok(pictures.length > 0);
  for (const one of pictures) assert.ok(files.get(`book/${one}`)?.length, one);
  assert.deepEqual(await found(first, "button, script, [data-block], [style]"), []);
});

test("a web page in one file: the text as the person left it, pictures inside, nothing that runs", async () => {
  const frame = await world.read("/plain");
  const block = await frame.$(".stage [data-block]::-p-text(The city had planned a wall)");
  await block?.focus();
  await world.page.keyboard.press("Delete");
  const { name, bytes, path } = await save(frame, "#save-html");
  assert.equal(name, `${TITLE}.html`);
  const text = bytes.toString("utf8");
  assert.ok(!text.includes("planned a wall of concrete"));
  await world.page.setOfflineMode(true);
  await world.page.goto(`file://${path}`);
  const seen = await world.page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    pictures: [...document.images].map((one) => [one.src.slice(0, 11), one.naturalWidth > 0]),
    running: document.querySelectorAll("script, button, iframe, [onclick]").length,
    canonical: document.querySelector("link[rel=canonical]")?.getAttribute("href"),
  }));
  await world.page.setOfflineMode(false);
  assert.equal(seen.title, TITLE);
  assert.equal(seen.lang, "en");
  assert.ok(seen.pictures.length > 0);
  assert.deepEqual([...new Set(seen.pictures.map(String))], ["data:image/,true"]);
  assert.equal(seen.running, 0);
  assert.match(seen.canonical ?? "", /^http/);
});
