// The sentences of a block, each with its place, for reading aloud.

/** @typedef {{ text: string, range: (from: number, to: number) => Range }} Sentence */

/** @param {HTMLElement} block @param {string} lang @returns {Sentence[]} */
export function sentencesOf(block, lang) {
  const text = block.textContent ?? "";
  const sentences = [...new Intl.Segmenter(lang || undefined, { granularity: "sentence" }).segment(text)];
  return sentences
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => ({ text: segment, range: (from, to) => rangeOf(block, index + from, index + to) }));
}

/** The stretch from letter to letter of a block's text. @param {HTMLElement} block @param {number} from @param {number} to */
function rangeOf(block, from, to) {
  const range = document.createRange();
  range.selectNodeContents(block);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const end = at + node.data.length;
    if (from >= at && from < end) range.setStart(node, from - at);
    if (to > at && to <= end) {
      range.setEnd(node, to - at);
      break;
    }
    at = end;
  }
  return range;
}
