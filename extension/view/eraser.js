// Takes blocks out of the article: a button beside the block under the pointer, and the Delete key on the one in focus.
import { element, onTrusted } from "./element.js";
import { bring, isPaged } from "./leaves.js";

/**
 * @param {HTMLElement} stage holds the article that is read
 * @param {string} label
 * @param {(block: HTMLElement) => void} remove
 */
export function setUpEraser(stage, label, remove) {
  const button = element("button", { type: "button", class: "eraser", "aria-label": label, title: label });
  /** @type {HTMLElement | undefined} */
  let target;

  /** @param {HTMLElement | undefined} block */
  const aim = (block) => {
    target?.removeAttribute("data-aimed");
    target = block;
    if (!block) return button.remove();
    put(button, block, stage);
    if (button.parentElement !== stage) stage.append(button);
  };
  /** @param {HTMLElement} block */
  const erase = (block) => {
    const next = neighbour(block, 1) ?? neighbour(block, -1);
    const hadFocus = block.contains(document.activeElement) || document.activeElement === button;
    aim(undefined);
    remove(block);
    if (hadFocus) next?.focus({ preventScroll: true });
  };

  stage.addEventListener("pointerover", ({ target: over, pointerType, isTrusted }) => {
    if (!isTrusted || pointerType === "touch" || over === button) return;
    aim(blockOf(over) ?? target);
  });
  // A finger leaves as it is lifted, before what it touched is pressed.
  stage.addEventListener("pointerleave", ({ pointerType, isTrusted }) => isTrusted && pointerType !== "touch" && aim(undefined));
  stage.addEventListener("focusin", ({ target: focused }) => {
    if (focused !== button) aim(focused instanceof HTMLElement && focused.dataset.block ? focused : undefined);
  });
  for (const type of ["pointerenter", "pointerleave", "focus", "blur"]) {
    button.addEventListener(type, () => target?.toggleAttribute("data-aimed", button.matches(":hover, :focus-visible")));
  }
  onTrusted(button, "click", (event) => {
    // The second click of two at once is meant for the first block, which is gone.
    if (target && event instanceof MouseEvent && event.detail < 2) erase(target);
  });
  onTrusted(stage, "keydown", (event) => {
    const block = blockOf(event.target);
    if (!(event instanceof KeyboardEvent) || event.key !== "Delete" || !block || event.target !== block) return;
    erase(block);
    event.preventDefault();
  });
}

/** Beside the block's first line, behind what is wider than the text; in columns, beside its column. @param {HTMLElement} button @param {HTMLElement} block @param {HTMLElement} stage */
function put(button, block, stage) {
  const [{ top, left, right } = block.getBoundingClientRect()] = block.getClientRects();
  const box = stage.getBoundingClientRect();
  const end = getComputedStyle(stage).direction === "rtl" ? box.right - left : right - box.left;
  button.style.insetBlockStart = `${top - box.top}px`;
  button.style.insetInlineStart = isPaged(stage) || end > box.width ? `${end + Math.abs(stage.scrollLeft)}px` : "";
}

/** The next block in sight, from the one in focus; the first where none has it. @param {HTMLElement} stage @param {-1 | 1} step */
export function stepBlock(stage, step) {
  const from = blockOf(document.activeElement);
  const next = from && stage.contains(from) ? neighbour(from, step) : shownBlocks(stage)[0];
  if (!next) return;
  next.focus({ preventScroll: true });
  // Firefox would leave it where it is, under the toolbar too.
  bring(next, "nearest");
}

/** @param {EventTarget | null} target @returns {HTMLElement | undefined} */
function blockOf(target) {
  const found = target instanceof Element ? target.closest(".stage [data-block]") : null;
  return found instanceof HTMLElement ? found : undefined;
}

/** @param {HTMLElement} block @param {-1 | 1} step */
function neighbour(block, step) {
  const article = block.closest("article");
  const blocks = article ? shownBlocks(article) : [];
  return blocks[blocks.indexOf(block) + step];
}

/** What a person folded cannot have the focus. @param {Element} within */
const shownBlocks = (within) => /** @type {HTMLElement[]} */ ([...within.querySelectorAll("[data-block]")]).filter((block) => block.checkVisibility());
