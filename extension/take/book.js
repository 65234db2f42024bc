// The articles of a page as one EPUB 3: the main one first, each a chapter, pictures where they can be had.
import { bookStyle, picturesOf, pieceOf } from "./piece.js";
import { ENDINGS, fetchPictures } from "./pictures.js";
import { contents, manifestItem, packageOf } from "./package.js";
import { zip } from "./zip.js";

/** @typedef {import("../reading.js").Reading} Reading @typedef {import("./pictures.js").Picture} Picture @typedef {import("./package.js").Item} Item @typedef {import("./zip.js").Entry} Entry */

const TYPE = "application/epub+zip";
const XHTML = "application/xhtml+xml";
const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** @param {Reading} reading @param {import("../marks.js").Marks["of"]} marked @param {import("./pictures.js").Beside} [beside] @returns {Promise<{ file: Blob, isWhole: boolean }>} */
export async function toBook(reading, marked, beside) {
  const { view, speech } = reading;
  const pieces = view.readableArticles.map((article) => pieceOf(article, speech, view.lang, view.dir, marked(article)));
  const addresses = pieces.flatMap(picturesOf);
  const pictures = await fetchPictures(addresses, beside);
  const names = new Map([...pictures].map(([address, { type }], number) => [address, `picture-${number + 1}.${ENDINGS[type]}`]));
  for (const piece of pieces) place(piece, names);
  const chapters = pieces.map((piece, number) => ({ name: `chapter-${number + 1}.xhtml`, title: piece.title, text: asXhtml(piece), properties: piece.querySelector("math") ? "mathml" : undefined }));
  const main = view.readableArticles[0];
  const facts = {
    ...main?.metadata,
    title: main?.title ?? "",
    lang: pieces[0]?.documentElement.lang || "und",
    dir: pieces[0]?.documentElement.dir ?? "",
    address: main?.metadata.url ?? reading.url,
  };
  /** @type {Item[]} */
  const items = [
    manifestItem("contents.xhtml", XHTML, "nav"),
    manifestItem("book.css", "text/css"),
    ...chapters.map(({ name, properties }) => manifestItem(name, XHTML, properties)),
    ...[...pictures].map(([address, { type }]) => manifestItem(names.get(address) ?? "", type)),
  ];
  /** @type {Entry[]} */
  const entries = [
    { name: "mimetype", data: utf8(TYPE), isStored: true },
    { name: "META-INF/container.xml", data: utf8(CONTAINER) },
    { name: "book/package.opf", data: utf8(packageOf(facts, items, chapters, new Date())) },
    { name: "book/contents.xhtml", data: utf8(asXhtml(contents(facts, chapters, speech.say("contents")))) },
    { name: "book/book.css", data: utf8(await bookStyle()) },
    ...chapters.map(({ name, text }) => ({ name: `book/${name}`, data: utf8(text) })),
    ...[...pictures].map(([address, { bytes }]) => ({ name: `book/${names.get(address)}`, data: bytes, isStored: true })),
  ];
  return { file: await zip(entries, TYPE), isWhole: addresses.every((address) => pictures.has(address)) };
}

/** Points to the pictures that the book holds; what one that is missing showed is said in words. @param {Document} piece @param {Map<string, string>} names */
function place(piece, names) {
  const style = piece.createElement("link");
  style.rel = "stylesheet";
  style.href = "book.css";
  piece.head.append(style);
  for (const image of [...piece.images]) {
    const name = names.get(image.getAttribute("src") ?? "");
    if (name) image.setAttribute("src", name);
    else image.replaceWith(...(image.alt ? [`[${image.alt}]`] : []));
  }
  for (const figure of piece.querySelectorAll("figure")) if (!figure.textContent?.trim() && !figure.querySelector("img")) figure.remove();
}

/** @param {Document} piece */
function asXhtml(piece) {
  // XML has a name of its own for the language; readers look for either.
  for (const element of piece.querySelectorAll("[lang]")) element.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", element.getAttribute("lang") ?? "");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${new XMLSerializer().serializeToString(piece.documentElement)}\n`;
}

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);
