// How the reader sets a text, measured in its page; the functions run there, in either browser, and need nothing from here.

/** Air between lines, as a multiple of the letters' size, of text and headings; stress; where lines may end, and words that two lines share; gaps between letters where a person asks for them. */
export function measure() {
  document.documentElement.style.setProperty("--letter", "0.1em");
  const look = (/** @type {string} */ selector) => getComputedStyle(/** @type {Element} */ (document.querySelector(selector)));
  const air = ({ lineHeight, fontSize } = look("p")) => parseFloat(lineHeight) / parseFloat(fontSize);
  const stress = document.querySelector(".stage .body em") ? look(".stage .body em") : undefined;
  return {
    lines: air(look(".stage .body")),
    title: air(look(".stage h1")),
    slope: stress?.fontStyle,
    weight: Number(stress?.fontWeight),
    lineBreak: look(".stage .body").lineBreak,
    gaps: look(".stage .body").letterSpacing,
    torn: [...document.querySelectorAll(".stage .body p")].flatMap(({ firstChild: text }) =>
      text instanceof Text
        ? [...text.data.matchAll(/\S+/g)].filter(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return range.getClientRects().length > 1;
          })
        : [],
    ).length,
  };
}

/** Of other scripts than Latin: what a reader of each would miss. @type {[string, (look: ReturnType<typeof measure>, latin: ReturnType<typeof measure>) => boolean, string][]} */
export const SCRIPTS = [
  ["/in-arabic", ({ lines, title }, latin) => lines > latin.lines + 0.1 && title > latin.title + 0.1, "more air between the lines than Latin needs"],
  ["/in-arabic", ({ slope, weight }) => slope === "normal" && weight > 400, "stress by weight: its letters do not slope"],
  ["/in-arabic", ({ gaps }, latin) => gaps === "normal" && latin.gaps !== "normal", "its letters hang together, whatever is chosen"],
  ["/pages/lang--korean-portal", ({ torn }) => torn === 0, "no word is torn at a line's end"],
  ["/in-japanese", ({ lines, title }, latin) => lines > latin.lines + 0.1 && title > latin.title + 0.1, "more air between the lines than Latin needs"],
  ["/in-japanese", ({ slope, weight }) => slope === "normal" && weight > 400, "stress by weight: its letters do not slope"],
  ["/in-japanese", ({ lineBreak }) => lineBreak === "strict", "no line begins with a small letter"],
];
