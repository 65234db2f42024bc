// The three readers, each from a page's bytes to its text.
import { openReader } from "./core.js";

/** @typedef {import("./samples.js").Source} Source */
/** What a reader made of a page. @typedef {{ words: number, articles: number }} Finish */
/** A reader that takes part. @typedef {{ name: string, run: (page: Source) => Promise<Finish> }} Racer */

/** The others' own programs, as they are published. @type {any} */
const others = globalThis;

/** @type {readonly Racer[]} */
export const RACERS = [
  {
    name: "Offprint",
    async run({ bytes, url }) {
      const reader = await openReader({ url });
      reader.write(bytes);
      reader.end();
      const { articles } = reader.extraction();
      reader.free();
      return { words: count(articles[0]?.text), articles: articles.length };
    },
  },
  {
    name: "Readability",
    async run(page) {
      const found = new others.Readability(documentOf(page)).parse();
      return { words: count(found?.textContent), articles: found ? 1 : 0 };
    },
  },
  {
    name: "Defuddle",
    async run(page) {
      const found = new others.Defuddle(documentOf(page), { url: page.url }).parse();
      return { words: count(textOf(found.content)), articles: found.content ? 1 : 0 };
    },
  },
];

/** Where the others' programs are: 115 kB that a visitor who starts no race need not have. */
const PROGRAMS = ["race/Readability.js", "race/defuddle.js"];

/** Has the others' programs come. */
export const loadOthers = () => Promise.all(PROGRAMS.map(loadScript));

/** @param {string} src @returns {Promise<void>} */
function loadScript(src) {
  if (document.querySelector(`script[src="${src}"]`)) return Promise.resolve();
  const script = document.createElement("script");
  script.src = src;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${src} did not come`));
    });
    document.head.append(script);
  });
}

/** The page as the browser's parser reads it, relative links from its own address. @param {Source} page */
function documentOf({ bytes, url }) {
  const parsed = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "text/html");
  if (url) {
    const base = parsed.createElement("base");
    base.href = url;
    parsed.head.prepend(base);
  }
  return parsed;
}

/** @param {string} html */
const textOf = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

/** @param {string | null | undefined} text */
export const count = (text) => text?.match(/\S+/g)?.length ?? 0;
