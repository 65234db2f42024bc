// The sentences of a block, each with its place, for reading aloud.

/** @typedef {{ text: string, range: (from: number, to: number) => Range }} Sentence */

/** What stands above or beside a word and says it once more: ruby's readings. */
const SAID_TWICE = "rt, rp";

/** @param {HTMLElement} block @param {string} lang @returns {Sentence[]} */
export function sentencesOf(block, lang) {
  const nodes = textsOf(block);
  const text = nodes.map(({ data }) => data).join("");
  const sentences = [...new Intl.Segmenter(lang || undefined, { granularity: "sentence" }).segment(text)];
  return sentences
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => ({ text: segment, range: (from, to) => rangeOf(nodes, index + from, index + to) }));
}

/** What a block says, each thing once. @param {HTMLElement} block @returns {Text[]} */
function textsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest(SAID_TWICE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const nodes = [];
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

/** The stretch from letter to letter of the texts together. @param {Text[]} nodes @param {number} from @param {number} to */
function rangeOf(nodes, from, to) {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
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
