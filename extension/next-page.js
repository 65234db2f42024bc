// Which of a page's links leads to the next page of the same article. Told by the address: it is that of this page but for the
// page's number, and the number is the next one. Words alone ("next", "more") lead to other articles as often.

/** A link of the page. @typedef {{ address: string, words: string }} Link */
/** @typedef {{ url: string, page: number }} NextPage */
/** What names an article in an address. @typedef {{ path: string, parameters: string[] }} Rest */
/**
 * One way to read an address: the rest of it without the number. `isNamed` where the address calls it a page, `isInPath` where the
 * number stands there: then the path alone names the article.
 * @typedef {{ rest: Rest, page: number, isNamed: boolean, isInPath: boolean }} Numbered
 */

/** Where one came from; links within an article do not carry it. */
const TRACKING = /^(utm_\w+|[a-z]*clid|mc_[ce]id)$/i;
/** Names that sites give to the number of a page. */
const PARAMETER = /^(p|pg|page|paged|page_?no|page_?num|seite|pagina|strona|sida)$/i;
/** No article has a hundred pages; higher numbers are names of articles. */
const NUMBER = /^[1-9]\d?$/;
/** In the path's last part: the number alone, or named, or behind a name and before an ending. */
const SEGMENTS = [
  { form: /\/(?:page|seite|pagina|p|pg)[-_/]?([1-9]\d?)\/?$/i, with: "", isNamed: true },
  { form: /\/([1-9]\d?)\/?$/, with: "", isNamed: false },
  { form: /[-_,.](?:page|seite|pagina|p)[-_]?([1-9]\d?)(\.\w{3,5})?\/?$/i, with: "$2", isNamed: true },
  { form: /[-_,]([1-9]\d?)(\.\w{3,5})\/?$/, with: "$2", isNamed: false },
];

/** @param {string} url of the page @param {Link[]} links @returns {NextPage | undefined} */
export function nextPage(url, links) {
  const here = readings(url);
  const base = restOf(new URL(url));
  for (const { address, words } of links) {
    if (!URL.canParse(address) || new URL(address).host !== new URL(url).host) continue;
    for (const one of readings(address)) {
      const isNext = here.some((other) => other.page === one.page - 1 && other.isNamed === one.isNamed && isSame(other.rest, one) && (one.isNamed || isNumber(words, one.page)));
      if (isNext || (one.page === 2 && isSame(base, one))) return { url: address, page: one.page };
    }
  }
  return undefined;
}

/** Whether a link says the page's number and nothing else. @param {string} words @param {number} page */
const isNumber = (words, page) => words.replace(/[^\d\p{L}]/gu, "") === String(page);

/** Whether both are of one article. What an address says besides of where one came from is not in the links. @param {Rest} here @param {Numbered} link */
function isSame(here, { rest, isInPath }) {
  const known = rest.parameters.every((one) => here.parameters.includes(one));
  return here.path === rest.path && known && (isInPath || here.parameters.length === rest.parameters.length);
}

/** @param {string} address @returns {Numbered[]} */
function readings(address) {
  const url = new URL(address);
  const found = /** @type {Numbered[]} */ ([]);
  for (const [name, value] of url.searchParams) {
    if (PARAMETER.test(name) && NUMBER.test(value)) found.push({ rest: restOf(url, name), page: Number(value), isNamed: true, isInPath: false });
  }
  for (const { form, with: rest, isNamed } of SEGMENTS) {
    const page = form.exec(url.pathname)?.[1];
    if (!page) continue;
    const whole = new URL(url);
    whole.pathname = url.pathname.replace(form, rest);
    found.push({ rest: restOf(whole), page: Number(page), isNamed, isInPath: true });
  }
  return found;
}

/** @param {URL} url @param {string} [without] a parameter @returns {Rest} */
function restOf(url, without) {
  const parameters = [...url.searchParams].filter(([name]) => name !== without && !TRACKING.test(name)).map(([name, value]) => `${name}=${value}`);
  return { path: url.pathname.replace(/\/$/, ""), parameters };
}
