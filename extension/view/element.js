// Elements: made in one call, found, and what a person does to them. Only that counts, not what a script makes up.

/**
 * An element with its attributes and children.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | undefined>} [attributes] those that are undefined are left out
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** @param {string} text @param {() => void} act @param {string} [about] what several buttons of the same words differ in */
export function button(text, act, about) {
  const made = element("button", { type: "button", "aria-label": about && `${text}: ${about}` }, text);
  onTrusted(made, "click", act);
  return made;
}

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

/** What a person may do before all is there that answers it. */
const EARLY = ["beforetoggle", "click", "keydown", "pointerdown"];

/** What was done so far, with the elements that it reached; nothing once all is there. @type {{ event: Event, path: EventTarget[] }[]} */
let early = [];

/** @param {Event} event */
function keep(event) {
  if (!event.isTrusted) return;
  early.push({ event, path: event.composedPath() });
  // The note beside its mark will come; the browser would go to the note's place, by a step in its history.
  if (event.type === "click" && event.target instanceof Element && event.target.closest('a[href^="#"]')) event.preventDefault();
}

/** From now on, whoever is told by `onTrusted` is told of what was done before, too. */
export function keepEarly() {
  for (const type of EARLY) window.addEventListener(type, keep, { capture: true });
}

/** All is there that answers a person. */
export function forgetEarly() {
  for (const type of EARLY) window.removeEventListener(type, keep, { capture: true });
  early = [];
}

/** @param {EventTarget} target @param {string} type @param {(event: Event) => void} act @param {AddEventListenerOptions} [options] */
export function onTrusted(target, type, act, options) {
  target.addEventListener(type, (event) => {
    if (event.isTrusted) act(event);
  }, options);
  // Once whoever listens is ready; and one that was told before may have stopped it.
  for (const { event, path } of early) if (event.type === type && path.includes(target)) queueMicrotask(() => event.cancelBubble || act(event));
}

/** @param {(event: KeyboardEvent) => void} act */
export function onKey(act) {
  onTrusted(document, "keydown", (event) => {
    if (event instanceof KeyboardEvent && !event.defaultPrevented) act(event);
  });
}

/** Whether a key is meant for a field that holds text. @param {KeyboardEvent} event */
export const isTyping = ({ target }) => target instanceof Element && target.matches("input:not([type=checkbox], [type=radio], [type=range]), textarea");
