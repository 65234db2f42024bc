// What an EPUB says of itself: its package file and its contents page (EPUB 3.3, sections 5 and 7).
import { writable } from "./piece.js";

/** @typedef {{ name: string, type: string, properties?: string }} Item @typedef {{ name: string, title: string }} Chapter */
/** @typedef {{ title: string, lang: string, dir: string, address: string, byline?: string[], source?: string | null, published?: string | null }} Facts */

const OPF = "http://www.idpf.org/2007/opf";
const DC = "http://purl.org/dc/elements/1.1/";
const OPS = "http://www.idpf.org/2007/ops";

/** @param {string} name @param {string} type @param {string} [properties] @returns {Item} */
export const manifestItem = (name, type, properties) => ({ name, type, properties });

/** @param {Facts} facts @param {Item[]} items @param {Chapter[]} chapters @param {Date} now */
export function packageOf(facts, items, chapters, now) {
  const made = document.implementation.createDocument(OPF, "package");
  /** @param {string} space @param {string} name @param {Record<string, string | undefined>} attributes @param {(Node | string)[]} children */
  const xml = (space, name, attributes, ...children) => {
    const element = made.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  /** @param {string} name @param {string | null | undefined} value @param {Record<string, string>} [attributes] */
  const dc = (name, value, attributes = {}) => (value ? [xml(DC, `dc:${name}`, attributes, writable(value))] : []);
  const id = (/** @type {string} */ name) => name.replace(".", "-");
  const root = made.documentElement;
  root.setAttribute("version", "3.0");
  root.setAttribute("unique-identifier", "id");
  // To the second: the form that the standard asks for.
  const moment = `${now.toISOString().slice(0, 19)}Z`;
  root.append(
    xml(
      OPF,
      "metadata",
      {},
      ...dc("identifier", `${facts.address}#${moment}`, { id: "id" }),
      ...dc("title", facts.title || facts.address),
      ...dc("language", facts.lang),
      ...(facts.byline ?? []).flatMap((name) => dc("creator", name)),
      ...dc("publisher", facts.source),
      ...dc("date", facts.published),
      ...dc("source", facts.address),
      xml(OPF, "meta", { property: "dcterms:modified" }, moment),
    ),
    xml(OPF, "manifest", {}, ...items.map(({ name, type, properties }) => xml(OPF, "item", { id: id(name), href: name, "media-type": type, properties }))),
    xml(OPF, "spine", { "page-progression-direction": facts.dir === "rtl" ? "rtl" : undefined }, ...chapters.map(({ name }) => xml(OPF, "itemref", { idref: id(name) }))),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}\n`;
}

/** @param {Facts} facts @param {Chapter[]} chapters @param {string} words @returns {Document} */
export function contents(facts, chapters, words) {
  const made = document.implementation.createHTMLDocument(writable(facts.title));
  made.documentElement.lang = facts.lang;
  const heading = made.createElement("h1");
  heading.textContent = words;
  const list = made.createElement("ol");
  list.append(
    ...chapters.map(({ name, title }, number) => {
      const link = made.createElement("a");
      link.href = name;
      link.textContent = title || String(number + 1);
      const item = made.createElement("li");
      item.append(link);
      return item;
    }),
  );
  const nav = made.createElement("nav");
  nav.setAttributeNS(OPS, "epub:type", "toc");
  nav.append(heading, list);
  made.body.append(nav);
  return made;
}
