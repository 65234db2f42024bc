// Passages of a text: told by their words, so that they are found again where the page has changed a little; joined and parted.

/** A part of a block's text, of the blocks in their order. @typedef {{ block: number, from: number, to: number }} Stretch */
/** How a passage is found again: its words, those beside it, and which it is of those that stand between the same. @typedef {{ words: string, before: string, after: string, nth: number }} Mark */

/** Letters beside a passage that are kept with it. */
const BESIDE = 32;
/** Letters, its own and those beside it, that tell a passage from others. */
const ENOUGH = 24;
/** Letters of a passage; a longer one is marked so far. */
const MAX_LETTERS = 4000;

/** Where a passage stands now: between the words that stood beside it, or behind or before them; alone where it is long enough. @param {Mark} mark @param {string[]} texts those of the blocks @returns {Stretch | undefined} */
export function find({ words, before, after, nth }, texts) {
  for (const [ahead, behind] of [[before, after], [before, ""], ["", after], ["", ""]]) {
    const places = placesOf(ahead + words + behind, texts);
    const place = places[Math.min(nth, places.length - 1)];
    // A few words among others are another passage.
    const isTold = place && (place.to - place.from >= ENOUGH || (ahead && behind));
    if (isTold) return { block: place.block, from: place.from + ahead.length - 1, to: place.to - behind.length - 1 };
  }
  return undefined;
}

/** What finds these passages again. @param {Stretch[]} stretches @param {string[]} texts @returns {Mark[]} */
export function marksOf(stretches, texts) {
  return stretches.map(({ block, from, to }) => {
    const text = withEnds(texts[block]);
    const end = 1 + Math.min(to, from + MAX_LETTERS);
    const [before, words, after] = [text.slice(Math.max(0, from + 1 - BESIDE), from + 1), text.slice(from + 1, end), text.slice(end, end + BESIDE)];
    const nth = placesOf(before + words + after, texts).findIndex((one) => one.block === block && one.from + before.length === from + 1);
    return { words, before, after, nth };
  });
}

/** In order, without spaces at their ends; those that touch are one. @param {Stretch[]} stretches @param {string[]} texts @returns {Stretch[]} */
export function joined(stretches, texts) {
  /** @type {Stretch[]} */
  const all = [];
  for (const { block, from, to } of stretches.toSorted((a, b) => a.block - b.block || a.from - b.from)) {
    const last = all.at(-1);
    const words = texts[block].slice(from, to);
    const start = from + words.length - words.trimStart().length;
    const end = start + words.trim().length;
    if (start === end) continue;
    if (last?.block === block && !texts[block].slice(last.to, start).trim()) last.to = Math.max(last.to, end);
    else all.push({ block, from: start, to: end });
  }
  return all;
}

/** What is left of some without others. @param {Stretch[]} stretches @param {Stretch[]} others @param {string[]} texts */
export function without(stretches, others, texts) {
  let left = stretches;
  for (const { block, from, to } of others) {
    left = left.flatMap((one) => (one.block === block ? [{ ...one, to: Math.min(one.to, from) }, { ...one, from: Math.max(one.from, to) }] : [one])).filter((one) => one.from < one.to);
  }
  return joined(left, texts);
}

/** Stretches from block to block as the passages that they are. @param {Stretch[]} stretches @param {string[]} texts @returns {Stretch[][]} */
export function passagesOf(stretches, texts) {
  /** @type {Stretch[][]} */
  const passages = [];
  for (const one of stretches) {
    const last = passages.at(-1)?.at(-1);
    const goesOn = last && last.block === one.block - 1 && !texts[last.block].slice(last.to).trim() && !texts[one.block].slice(0, one.from).trim();
    if (goesOn) passages.at(-1)?.push(one);
    else passages.push([one]);
  }
  return passages;
}

/** @param {string} words @param {string[]} texts */
function placesOf(words, texts) {
  return texts.map(withEnds).flatMap((text, block) => {
    const places = [];
    for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) places.push({ block, from, to: from + words.length });
    return places;
  });
}

/** The ends of a block are told too. @param {string} text */
const withEnds = (text) => `\n${text}\n`;
