// The core's markup, made into nodes: parsed where nothing runs, then built anew from what is known here.

/** @typedef {(value: string) => boolean} Check */

/** @type {Check} */
const isAny = () => true;
/** @type {Check} */
const isNumber = (value) => /^-?\d{1,9}$/.test(value);
/** @type {Check} */
const isDirection = (value) => value === "ltr" || value === "rtl" || value === "auto";
/** The core prefixes the page's own names, so that none can take one of the reader's. @type {Check} */
const isAnchor = (value) => value.startsWith("offprint-");
/** @type {Check} */
const isLink = (value) => value.startsWith("#offprint-") || hasScheme(value, ["http:", "https:", "mailto:", "tel:"]);

/** Whether an address may be shown as a picture: of the web, or a raster image in place. @type {Check} */
export const isPicture = (value) => hasScheme(value, ["http:", "https:"]) || /^data:image\/(png|jpeg|gif|webp|avif)[;,]/i.test(value);

/** Whether an address is of the web. @type {Check} */
export const isWeb = (value) => hasScheme(value, ["http:", "https:"]);

/** @param {string} value @param {string[]} schemes */
function hasScheme(value, schemes) {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol);
}

/** @type {Record<string, Check>} */
const EVERYWHERE = { lang: isAny, dir: isDirection, id: isAnchor, "data-block": isNumber, "data-frame": isNumber };

/** @type {Record<string, Record<string, Check>>} */
const ELEMENTS = {
  ...Object.fromEntries(
    `p h2 h3 h4 h5 h6 ul aside blockquote dl dt dd summary pre figcaption table caption thead tbody tr em i strong b
     kbd samp var sub sup del s ins mark q cite dfn ruby rt rp bdi bdo span br hr div`
      .split(/\s+/)
      .map((name) => [name, {}]),
  ),
  a: { href: isLink, title: isAny },
  abbr: { title: isAny },
  code: { class: (value) => /^language-\S+$/.test(value), "data-math": (value) => value === "tex" },
  details: { open: isAny },
  figure: { "data-embed": isAny },
  img: { src: isPicture, alt: isAny, width: isNumber, height: isNumber },
  li: { value: isNumber },
  ol: { start: isNumber, type: (value) => /^[1aAiI]$/.test(value), reversed: isAny },
  small: { "data-credit": isAny },
  td: { colspan: isNumber, rowspan: isNumber },
  th: { colspan: isNumber, rowspan: isNumber, scope: isAny },
  time: { datetime: isAny },
};

const MATHML = "http://www.w3.org/1998/Math/MathML";
/** A word or a length, as the core writes them. @type {Check} */
const isWord = (value) => /^[a-z.\d -]{1,16}$/.test(value);

/** What the elements of a formula may say of themselves. @type {Record<string, Check>} */
export const OF_FORMULAS = {
  alttext: isAny,
  ...Object.fromEntries(
    `display mathvariant stretchy fence separator accent accentunder largeop movablelimits displaystyle form linethickness columnalign
     columnspan rowspan width`
      .split(/\s+/)
      .map((name) => [name, isWord]),
  ),
};

/** Elements of formulas. */
const FORMULAS = new Set(
  `math mi mn mo mtext ms mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts
   mprescripts none mtable mtr mtd mspace`.split(/\s+/),
);

/** The core's markup where nothing of it runs or loads. @param {string} html */
export const parse = (html) => new DOMParser().parseFromString(html, "text/html");

/**
 * Nodes of this document for the core's markup; what is not known here stays out, its text stays in.
 * @param {string} html
 * @returns {DocumentFragment}
 */
export function build(html) {
  const inert = parse(html);
  const fragment = document.createDocumentFragment();
  copyChildren(inert.body, fragment);
  // Line ends between blocks are no blocks.
  for (const node of [...fragment.childNodes]) if (node instanceof Text && !node.data.trim()) node.remove();
  return fragment;
}

/** @param {Node} from @param {Node} to */
function copyChildren(from, to) {
  for (const child of from.childNodes) {
    if (child instanceof Text) to.appendChild(document.createTextNode(child.data));
    else if (child instanceof Element) copyElement(child, to);
  }
}

/** @param {Element} from @param {Node} to */
function copyElement(from, to) {
  const name = from.localName;
  if (from.namespaceURI === MATHML && FORMULAS.has(name)) {
    const part = document.createElementNS(MATHML, name);
    copyAttributes(from, part, OF_FORMULAS);
    copyChildren(from, part);
    to.appendChild(part);
    return;
  }
  if (!Object.hasOwn(ELEMENTS, name) || isInFormula(to)) {
    if (!["script", "style", "template", "iframe", "object", "svg"].includes(name)) copyChildren(from, to);
    return;
  }
  const element = document.createElement(name);
  // Before it has an address.
  if (element instanceof HTMLImageElement) loadQuietly(element);
  copyAttributes(from, element, { ...EVERYWHERE, ...ELEMENTS[name] });
  if (element instanceof HTMLImageElement) tellShape(element, Number(element.getAttribute("width")), Number(element.getAttribute("height")));
  if (element instanceof HTMLAnchorElement) leavePage(element);
  copyChildren(from, element);
  to.appendChild(element);
}

/** There is nothing but formula in one. @param {Node} node */
const isInFormula = (node) => node instanceof Element && node.namespaceURI === MATHML;

/** Has the address of a picture that nobody has asked for yet. */
export const WAITING = "data-waiting";

/** Whether a picture waits until a person wants it. */
export const mustWait = () => ["click", "none"].includes(document.documentElement.dataset.images ?? "");

/** @param {Element} from @param {Element} to @param {Record<string, Check>} known */
function copyAttributes(from, to, known) {
  for (const { name, value } of from.attributes) {
    if (Object.hasOwn(known, name) && known[name](value)) to.setAttribute(name === "src" && mustWait() ? WAITING : name, value);
  }
}

/** A link leads the whole tab on, as it did on the page. @param {HTMLAnchorElement} link */
export function leavePage(link) {
  if (link.getAttribute("href")?.startsWith("#")) return;
  link.target = "_top";
  link.rel = "noopener noreferrer";
}

/** Whether a picture of this many pixels would be a blur as wide as the text, which is 530 or so, or perhaps higher than the window, or a strip where it is no higher; 0 where that is not known. @param {Element} image @param {number} width @param {number} height */
function tellShape(image, width, height) {
  image.toggleAttribute("data-small", width > 0 && width < 300);
  image.toggleAttribute("data-upright", height > width);
  image.toggleAttribute("data-tall", height > 3 * width);
}

/** A picture loads when it is near and tells nobody where it is shown. To be called before it has an address. @param {HTMLImageElement} image */
export function loadQuietly(image) {
  image.loading = "lazy";
  image.decoding = "async";
  image.referrerPolicy = "no-referrer";
  // A picture that does not come leaves no hole; its caption stays.
  image.addEventListener("error", () => (image.hidden = true));
  // What the page says of its size may be wrong, or nothing.
  image.addEventListener("load", () => tellShape(image, image.naturalWidth, image.naturalHeight));
}
