// What a person takes out of an article or puts back into it: each step can be undone. And stories that were found inside another text,
// of which a person can say that they belong to it after all, and take that back.
import { keyOf, keyOfBlock } from "./key.js";

/** @typedef {import("../core.js").Removed} Removed @typedef {import("./article.js").ArticleView} ArticleView @typedef {import("./speech.js").Speech} Speech */

/** One step: a block is shown from now on, or no longer; by Undo it is in sight. @typedef {{ article: number, block: number, isShown: boolean, isUndone?: boolean }} Edit */

/** A block that is not as the core left it; the key is the same at the next visit. @typedef {{ kind: "removed" | "restored", key: string }} Difference */

/** @typedef {{ has: (difference: Difference) => boolean }} Remembered */

export class Edits {
  /** Each step may be several edits. @type {Edit[][]} */
  #steps = [];
  /** What the core left out. @type {Map<number, Removed>} */
  #parts = new Map();
  /** By block. @type {Map<number, Difference>} */
  #differences = new Map();

  /**
   * @param {Map<number, ArticleView>} articles
   * @param {(edit: Edit, text: string) => void} show tells the list of what was left out
   */
  constructor(articles, show) {
    this.articles = articles;
    this.show = show;
  }

  /** All that is not as the core left it. */
  get differences() {
    return [...this.#differences.values()];
  }

  /** The ids of the blocks that were taken out. */
  get takenOut() {
    return this.#blocks("removed");
  }

  /** The ids of the blocks that were restored. */
  get restored() {
    return this.#blocks("restored");
  }

  /** @param {Difference["kind"]} kind */
  #blocks(kind) {
    return Uint32Array.from([...this.#differences].filter(([, one]) => one.kind === kind).map(([block]) => block));
  }

  /** One step, of one edit or of several. @param {Edit[]} edits @returns {HTMLElement | undefined} the first block that is shown now, or that is not any more */
  do(edits) {
    const done = edits.map((edit) => ({ edit, block: this.#apply(edit) })).filter(({ block }) => block);
    if (done.length > 0) this.#steps.push(done.map(({ edit }) => edit));
    return (done.find(({ edit }) => edit.isShown) ?? done[0])?.block;
  }

  /** Shows removed blocks in the place of all that an article shows, in one step. @param {number} article @param {number[]} blocks @returns {HTMLElement | undefined} the first of them */
  swap(article, blocks) {
    const before = this.articles.get(article)?.body.shown ?? [];
    /** @param {number} block @param {boolean} isShown */
    const edit = (block, isShown) => ({ article, block, isShown });
    // First in, then out: the new blocks have their places beside the old ones.
    const restored = blocks.filter((block) => !before.includes(block)).map((block) => edit(block, true));
    const taken = before.filter((block) => !blocks.includes(block)).map((block) => edit(block, false));
    return this.do([...restored, ...taken]);
  }

  /** Takes the last step back. @returns {HTMLElement | undefined} the last block that changed */
  undo() {
    const last = this.#steps.pop() ?? [];
    return last.toReversed().map((edit) => this.#apply({ ...edit, isShown: !edit.isShown })).findLast((block) => block);
  }

  /** Removes a block that has just come, where it was removed at an earlier visit. @param {number} article @param {number} id @param {HTMLElement} block @param {Remembered} remembered */
  recallRemoval(article, id, block, remembered) {
    if (remembered.has({ kind: "removed", key: keyOfBlock(block) })) this.#apply({ article, block: id, isShown: false });
  }

  /** Takes what the core left out, and restores what was restored at an earlier visit. @param {Removed[]} removed @param {Remembered | undefined} remembered */
  take(removed, remembered) {
    for (const part of removed) {
      if (!part.restorable || part.html === null) continue;
      this.#parts.set(part.id, part);
      if (remembered?.has({ kind: "restored", key: keyOf(part.text) })) this.#apply({ article: articleOf(part), block: part.id, isShown: true });
    }
  }

  /** @param {Edit} edit */
  #apply(edit) {
    const body = this.articles.get(edit.article)?.body;
    const part = this.#parts.get(edit.block);
    if (!body) return undefined;
    const block = part ? (edit.isShown ? body.restore(part.id, part.after?.block ?? null, part.html ?? "") : body.remove(part.id)) : body.setShown(edit.block, edit.isShown);
    if (!block) return undefined;
    if (edit.isShown === (part !== undefined)) this.#differences.set(edit.block, part ? { kind: "restored", key: keyOf(part.text) } : { kind: "removed", key: keyOfBlock(block) });
    else this.#differences.delete(edit.block);
    this.show(edit, block.textContent?.trim() || block.querySelector("img")?.alt || "");
    return block;
  }
}

/** The article that a part is restored to. @param {Removed} part */
export const articleOf = (part) => part.after?.article ?? 0;

export class Merges {
  /** The articles that stand in another one's text. @type {Map<number, number>} */
  #hosts = new Map();

  /** @param {Map<number, ArticleView>} articles @param {Speech} speech @param {(article: number) => void} open shows an article */
  constructor(articles, speech, open) {
    this.articles = articles;
    this.speech = speech;
    this.open = open;
  }

  /** The article in whose text one stands: itself, unless it was merged. @param {number} article @returns {number} */
  host(article) {
    const host = this.#hosts.get(article);
    return host === undefined ? article : this.host(host);
  }

  /** The articles that stand in this one's text, itself the first. @param {number} article @returns {number[]} */
  parts(article) {
    return [article, ...[...this.#hosts].filter(([, host]) => host === article).flatMap(([part]) => this.parts(part))];
  }

  /** Offers to put a story back where it was found. @param {number} id @param {number} host */
  offer(id, host) {
    const [story, into] = [this.articles.get(id), this.articles.get(host)];
    if (!story || !into) return;
    const withdraw = story.offer({
      words: this.speech.say("foundInside", into.title),
      name: this.speech.say("mergeBack"),
      act: () => {
        withdraw();
        this.#merge(id, host, story, into);
      },
    });
  }

  /** @param {number} id @param {number} host @param {ArticleView} story @param {ArticleView} into */
  #merge(id, host, story, into) {
    const { title } = story;
    const part = into.body.takeAll(story.body);
    this.#hosts.set(id, host);
    story.element.hidden = true;
    const withdraw = into.offer({
      words: this.speech.say("merged", title),
      name: this.speech.say("undo"),
      act: () => {
        withdraw();
        part();
        this.#hosts.delete(id);
        story.element.hidden = false;
        this.offer(id, host);
      },
    });
    this.open(this.host(host));
  }
}
