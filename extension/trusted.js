// Only what a person does counts, not what a script makes up.

/** @param {EventTarget} target @param {string} type @param {(event: Event) => void} act @param {AddEventListenerOptions} [options] */
export function onTrusted(target, type, act, options) {
  target.addEventListener(type, (event) => {
    if (event.isTrusted) act(event);
  }, options);
}

/** @param {(event: KeyboardEvent) => void} act */
export function onKey(act) {
  onTrusted(document, "keydown", (event) => {
    if (event instanceof KeyboardEvent && !event.defaultPrevented) act(event);
  });
}

/** Whether a key is meant for a field that holds text. @param {KeyboardEvent} event */
export const isTyping = ({ target }) => target instanceof Element && target.matches("input:not([type=checkbox], [type=radio], [type=range]), textarea");

/**
 * An element that reader.html must have.
 * @template {HTMLElement} Kind
 * @param {string} id @param {{ new (): Kind }} kind
 * @returns {Kind}
 */
export function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`reader.html lacks #${id}`);
  return found;
}
