// What a person can do with what is shown: take parts out and put them back, read another text of the page, see pictures large and notes
// beside their marks, copy code. Loaded behind the first paragraph.
import { Edits, Merges } from "./edits.js";
import { element, onTrusted } from "./element.js";
import { setUpEraser } from "./eraser.js";
import { setUpNotes } from "./notes.js";
import { setUpPictures } from "./pictures.js";
import { RemovedList } from "./removed.js";

/** @typedef {import("./article.js").ArticleView} ArticleView @typedef {import("./speech.js").Speech} Speech @typedef {import("./edits.js").Edit} Edit */

export class Acts {
  /**
   * @param {{ root: HTMLElement, stage: HTMLElement, speech: Speech }} view @param {Map<number, ArticleView>} articles
   * @param {{ open: (article: number) => void, remove: (block: HTMLElement) => void, edit: (edits: Edit[]) => void, swap: (blocks: number[]) => void, copy?: (text: string) => void }} ways
   */
  constructor({ root, stage, speech }, articles, ways) {
    this.speech = speech;
    this.ways = ways;
    this.removed = new RemovedList(speech, ways.edit);
    this.merges = new Merges(articles, speech, ways.open);
    this.edits = new Edits(articles, (edit, text) => this.removed.note(edit, text));
    setUpPictures(root, { show: speech.say("showPicture"), close: speech.say("closePicture"), picture: speech.say("picture") });
    setUpNotes(root, { note: speech.say("note"), go: speech.say("goToNote") });
    setUpEraser(stage, speech.say("removePart"), ways.remove);
    this.equip(root);
  }

  /** Gives a block, or all in an element, what can be done with it alone. @param {Element} within */
  equip(within) {
    const { copy } = this.ways;
    if (copy) for (const code of codeIn(within)) addCodeButton(code, this.speech.say("copyCode"), copy);
  }

  /** Other texts of the page. @param {import("../core.js").Candidate[]} candidates */
  others(candidates) {
    return candidateList(candidates, this.speech, ({ blocks }) => this.ways.swap(blocks));
  }
}

/**
 * A way out where the guess was wrong: other texts of the page, one press away.
 * @param {import("../core.js").Candidate[]} candidates @param {Speech} speech
 * @param {(candidate: import("../core.js").Candidate) => void} choose a person wants to read this one
 * @returns {HTMLElement[]} nothing where there is no choice
 */
function candidateList(candidates, speech, choose) {
  const items = candidates.map((one) => {
    const button = element("button", { type: "button", dir: "auto" }, `${one.excerpt}…`);
    onTrusted(button, "click", () => choose(one));
    return element("li", {}, button);
  });
  if (items.length === 0) return [];
  return [element("section", { "data-offprint": "candidates" }, element("p", {}, speech.say("notThis")), element("ul", {}, ...items))];
}

/** The code of a block, or of all in an element. @param {Element} within */
function codeIn(within) {
  const blocks = within.matches("[data-block]") ? [within] : [...within.querySelectorAll("[data-block]")];
  return new Set(blocks.flatMap((block) => (block.matches("pre") ? block : (block.querySelector("pre") ?? []))));
}

/** A button that copies a piece of code. @param {Element} code @param {string} label @param {(text: string) => void} copy */
function addCodeButton(code, label, copy) {
  const text = code.textContent ?? "";
  // Without text of its own, so that the code's text stays the code.
  const button = element("button", { type: "button", class: "copy-code", "aria-label": label, title: label });
  onTrusted(button, "click", () => {
    copy(text);
    button.dataset.done = "";
    setTimeout(() => delete button.dataset.done, 1500);
  });
  // Lying on the code, it would move away with it.
  code.addEventListener("scroll", () => (button.style.translate = `${code.scrollLeft}px ${code.scrollTop}px`), { passive: true });
  code.append(button);
}
