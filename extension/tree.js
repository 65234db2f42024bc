// What is shown of an article, as a tree that a message can carry: `plain.js` builds it anew in the page.

/** @typedef {string | [string, Record<string, string>, ...Tree[]]} Tree */

/** Controls of the reader are no part of the text, nor is the room of what was taken back. */
const LEFT_OUT = "button, svg, .gap, [hidden], template";

/** @param {Element} element @returns {Tree} */
export function treeOf(element) {
  const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  return [element.localName, attributes, ...childrenOf(element)];
}

/** @param {Element} element @returns {Tree[]} */
function childrenOf(element) {
  // In the reader its style sheet draws what is between them.
  const dot = element.matches(".facts, .facts > span") ? [" · "] : [];
  return [...element.childNodes].flatMap((child, at) => {
    if (child instanceof Text) return [child.data];
    return child instanceof Element && !child.matches(LEFT_OUT) ? [...(at ? dot : []), treeOf(child)] : [];
  });
}
