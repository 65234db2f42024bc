// Stretches of a block's text: from letter to letter, whatever elements its words stand in.

/** What stands above or beside a word and says it once more: ruby's readings. */
const SAID_TWICE = "rt, rp";

/** What a block says, each thing once. @param {Element} block @returns {Text[]} */
export function textsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest(SAID_TWICE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const nodes = [];
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

/** The stretch from letter to letter of the texts together. @param {Text[]} nodes @param {number} from @param {number} to */
export function rangeOf(nodes, from, to) {
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

/** What of a block is in a range; nothing from 0 to 0. @param {Range} range @param {Element} block */
export function stretchIn(range, block) {
  let [at, from, to] = [0, 0, 0];
  for (const node of textsOf(block)) {
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    if (range.intersectsNode(node) && start < end) {
      if (to === 0) from = at + start;
      to = at + end;
    }
    at += node.length;
  }
  return { from, to };
}

/** Puts a stretch of a block into elements for marked words. @param {Element} block @param {number} from @param {number} to */
export function wrap(block, from, to) {
  let at = 0;
  for (const node of textsOf(block)) {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, node.length)];
    at += node.length;
    // Between the rows of a table, and in a formula, there is no place for an element.
    if (start >= end || node.parentElement instanceof MathMLElement || !node.data.slice(start, end).trim()) continue;
    const words = start > 0 ? node.splitText(start) : node;
    if (end - start < words.length) words.splitText(end - start);
    const mark = block.ownerDocument.createElement("mark");
    words.replaceWith(mark);
    mark.append(words);
  }
}

/** @typedef {{ text: string, range: (from: number, to: number) => Range }} Sentence */

/** The sentences of a block, each with its place, for reading aloud. @param {HTMLElement} block @param {string} lang @returns {Sentence[]} */
export function sentencesOf(block, lang) {
  const nodes = textsOf(block);
  const text = nodes.map(({ data }) => data).join("");
  const sentences = [...new Intl.Segmenter(lang || undefined, { granularity: "sentence" }).segment(text)];
  return sentences
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => ({ text: segment, range: (from, to) => rangeOf(nodes, index + from, index + to) }));
}
