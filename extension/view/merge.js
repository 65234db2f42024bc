// Stories that were found inside another text: a person can say that they belong to it after all, and take that back.

/** @typedef {import("./article.js").ArticleView} ArticleView @typedef {import("./speech.js").Speech} Speech */

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
