// A link to the words that are selected: WICG's text fragments.

/** Words at each end that name a longer selection, and beside one that stands in the text more than once. */
const ENDS = 6;
const BESIDE = 4;

/** The address, and in it the words that are selected. @param {string} address */
export function linkToSelection(address) {
  const fragment = fragmentOf(selectedRange());
  return fragment ? `${address.replace(/#.*$/, "")}#:~:text=${fragment}` : address;
}

/** The selection, up to whole words: a browser finds no parts of words. */
function selectedRange() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const { startContainer: first, startOffset: from, endContainer: last, endOffset: to } = range;
  if (first instanceof Text) range.setStart(first, wordAt(first.data, from)?.index ?? from);
  // The word of the last letter.
  const word = last instanceof Text && to > 0 ? wordAt(last.data, to - 1) : undefined;
  if (word) range.setEnd(last, word.index + word.segment.length);
  return range;
}

/** @param {Range | undefined} range */
function fragmentOf(range) {
  if (!range) return "";
  const blocks = [...document.querySelectorAll(".stage [data-block]:not([hidden])")].filter((block) => range.intersectsNode(block) && textIn(range, block));
  const [first, last] = [blocks[0], blocks.at(-1)];
  const text = blocks.length < 2 ? wordsOf(range) : textIn(range, first);
  const end = blocks.length < 2 ? text : textIn(range, /** @type {Element} */ (last));
  if (!text) return "";
  if (blocks.length > 1 || wordsIn(text).length > 2 * ENDS) return `${encode(head(text, ENDS))},${encode(tail(end, ENDS))}`;
  const [before, after] = first && isRepeated(text) ? around(range, first) : ["", ""];
  return [before && `${encode(before)}-`, encode(text), after && `-${encode(after)}`].filter(Boolean).join(",");
}

/** What of a block is in a range. @param {Range} range @param {Element} block */
function textIn(range, block) {
  const part = document.createRange();
  part.selectNodeContents(block);
  if (part.comparePoint(range.startContainer, range.startOffset) === 0) part.setStart(range.startContainer, range.startOffset);
  if (part.comparePoint(range.endContainer, range.endOffset) === 0) part.setEnd(range.endContainer, range.endOffset);
  return wordsOf(part);
}

/** The words before and after, in their block. @param {Range} range @param {Element} block */
function around(range, block) {
  const [before, after] = [document.createRange(), document.createRange()];
  before.selectNodeContents(block);
  after.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  after.setStart(range.endContainer, range.endOffset);
  return [tail(wordsOf(before), BESIDE), head(wordsOf(after), BESIDE)];
}

/** @param {string} text */
function isRepeated(text) {
  const all = tidy(document.querySelector(".stage article")?.textContent ?? "").toLowerCase();
  return all.split(text.toLowerCase()).length > 2;
}

/** Without the readings beside words, which browsers search by themselves. @param {Range} range */
function wordsOf(range) {
  const part = range.cloneContents();
  for (const reading of part.querySelectorAll("rt, rp")) reading.remove();
  return tidy(part.textContent ?? "");
}

/** A dash has a meaning there; `encodeURIComponent` sees to commas and ampersands. @param {string} text */
const encode = (text) => encodeURIComponent(text).replaceAll("-", "%2D");

/** @param {string} text */
const tidy = (text) => text.replace(/\s+/g, " ").trim();

/** By the rules of all languages, those without spaces among them. */
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** @param {string} text */
const wordsIn = (text) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);

/** @param {string} text @param {number} at */
function wordAt(text, at) {
  const found = segmenter.segment(text).containing(at);
  return found?.isWordLike ? found : undefined;
}

/** @param {string} text @param {number} count */
function head(text, count) {
  const last = wordsIn(text).slice(0, count).at(-1);
  return last ? text.slice(0, last.index + last.segment.length) : text;
}

/** @param {string} text @param {number} count */
function tail(text, count) {
  const first = wordsIn(text).slice(-count)[0];
  return first ? text.slice(first.index) : text;
}
