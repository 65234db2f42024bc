// A link to the words that are selected: WICG's text fragments.

/** Words at each end that name a longer selection. */
const ENDS = 6;

/** The address, and in it the words that are selected. @param {string} address */
export function linkToSelection(address) {
  const words = selected().trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return address;
  // A dash has a meaning there; `encodeURIComponent` sees to commas and ampersands.
  const encode = (/** @type {string[]} */ part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D");
  const text = words.length <= 2 * ENDS ? encode(words) : `${encode(words.slice(0, ENDS))},${encode(words.slice(-ENDS))}`;
  return `${address.replace(/#.*$/, "")}#:~:text=${text}`;
}

/** The selection, up to whole words: a browser finds no parts of words. */
function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return "";
  const range = selection.getRangeAt(0).cloneRange();
  const { startContainer: first, endContainer: last } = range;
  if (first instanceof Text) range.setStart(first, first.data.slice(0, range.startOffset).search(/[\p{L}\p{N}\p{M}]*$/u));
  if (last instanceof Text) range.setEnd(last, range.endOffset + (/^[\p{L}\p{N}\p{M}]*/u.exec(last.data.slice(range.endOffset))?.[0].length ?? 0));
  return range.toString();
}
