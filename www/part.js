// Parts of this site's own pages.

/**
 * An element of the page by its id.
 * @template {Element} Kind
 * @param {string} id @param {{ new (): Kind }} kind
 * @returns {Kind}
 */
export function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page lacks #${id}`);
  return found;
}

/** The text area of a tab's panel. @param {string} panel @returns {HTMLPreElement} */
export function pre(panel) {
  const found = part(panel, HTMLElement).querySelector("pre");
  if (!found) throw new Error(`no text in #${panel}`);
  return found;
}
