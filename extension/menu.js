// What can be done with the article: take it along, print it, choose another part of the page; and with its site.
import { canAsk } from "./fetch-page.js";
import { toMarkdown, toQuotes } from "./markdown.js";
import { mayAlways } from "./sites.js";
import { copy, fileName, save } from "./take/out.js";
import { linkToSelection } from "./text-link.js";
import { treeOf } from "./tree.js";
import { onKey, onTrusted, part } from "./view/element.js";
import { isWeb } from "./view/markup.js";

/** @typedef {import("./visits.js").Visits} Visits @typedef {import("./view/speech.js").Speech} Speech @typedef {import("./notice.js").Notice} Notice */

/** The key's code, which is its capital letter's. */
const P = 80;

/**
 * What can be done with the page beneath, where there is one.
 * @typedef {object} Beneath
 * @property {() => void} pick lets the person choose another part of it
 * @property {(tree: import("./tree.js").Tree) => void} plain shows the article in it
 * @property {(url: string) => Promise<Blob>} picture one of its site: Firefox lends the tab that was clicked to the page's script alone
 */

/** @param {Visits} visits @param {Speech} speech @param {Notice} notice @param {import("./marks.js").Marks} marks @param {Beneath} [beneath] */
export function setUpMenu(visits, speech, notice, marks, beneath) {
  const panel = part("more", HTMLElement);
  /** @param {string} id @param {() => unknown} act */
  const item = (id, act) =>
    onTrusted(part(id, HTMLButtonElement), "click", () => {
      panel.hidePopover();
      void act();
    });
  const tell = (/** @type {"copied" | "linkCopied" | "gathering" | "saved" | "savedWithout" | "saveFailed"} */ name) => notice.show(speech.say(name));

  /** @type {Promise<import("./aloud.js").Aloud> | undefined} */
  let aloud;
  item("read-aloud", async () => {
    aloud ??= import("./aloud.js").then(({ Aloud }) => new Aloud(visits, speech, (words) => notice.show(words)));
    void (await aloud).start();
  });
  part("pick", HTMLButtonElement).hidden = !beneath;
  if (beneath) item("pick", beneath.pick);
  // What was fetched from elsewhere is not this page's to see.
  onTrusted(panel, "beforetoggle", () => (part("plain", HTMLButtonElement).hidden = !beneath || !visits.reading?.isOfPage));
  item("plain", () => {
    const article = visits.root.querySelector(".stage article");
    if (article && visits.reading?.isOfPage) beneath?.plain(treeOf(article));
  });
  item("copy-markdown", () => {
    copy(toMarkdown(visits.reading, marks.here()));
    tell("copied");
  });
  onTrusted(panel, "beforetoggle", () => (part("copy-marks", HTMLButtonElement).hidden = !marks.here()?.found.length));
  item("copy-marks", () => {
    copy(toQuotes(visits.reading, marks.here()));
    tell("copied");
  });
  /** @param {Blob} file @param {string} ending @param {Parameters<typeof tell>[0]} [words] */
  const saveAs = (file, ending, words = "saved") => {
    save(file, `${fileName(visits.reading?.view.article?.title ?? "")}.${ending}`);
    tell(words);
  };
  item("save-markdown", () => saveAs(new Blob([toMarkdown(visits.reading, marks.here())], { type: "text/markdown" }), "md"));
  /** @param {typeof import("./take/page.js").toPage} make @param {string} ending */
  const saveWhole = async (make, ending) => {
    const { reading } = visits;
    if (!reading) return;
    tell("gathering");
    try {
      const { file, isWhole } = await make(reading, marks.of, beneath?.picture);
      saveAs(file, ending, isWhole ? "saved" : "savedWithout");
    } catch (error) {
      console.warn("offprint:", error);
      tell("saveFailed");
    }
  };
  item("save-html", () => saveWhole(async (...all) => (await import("./take/page.js")).toPage(...all), "html"));
  item("save-epub", () => saveWhole(async (...all) => (await import("./take/book.js")).toBook(...all), "epub"));
  item("copy-link", () => {
    copy(linkToSelection(visits.reading?.address ?? ""));
    tell("linkCopied");
  });
  const share = part("share", HTMLButtonElement);
  const shared = () => ({ title: visits.reading?.view.article?.title ?? "", url: linkToSelection(visits.reading?.address ?? "") });
  // Not every system has a place to share to.
  onTrusted(panel, "beforetoggle", () => (share.hidden = !navigator.canShare?.(shared())));
  item("share", () => navigator.share(shared()).catch(() => {}));
  // What is said belongs to what is seen.
  visits.onMove(() => void aloud?.then((aloud) => aloud.stop()));
  item("read-address", () => chrome.runtime.sendMessage({ type: "address" }));
  item("print", () => window.print());
  // Otherwise the browser would print the page beneath. The key's code is what browsers go by, in whatever script a person types.
  onKey((event) => {
    if (event.keyCode !== P || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    window.print();
  });
  setUpAlways(visits, speech, notice);
}

/** The entry that opens a site's pages in the reader by themselves, or no longer. @param {Visits} visits @param {Speech} speech @param {Notice} notice */
function setUpAlways(visits, speech, notice) {
  const panel = part("more", HTMLElement);
  const entry = part("always", HTMLButtonElement);
  let isOn = false;
  const url = () => visits.reading?.url ?? "";
  const site = () => new URL(url()).hostname;

  onTrusted(panel, "beforetoggle", async () => {
    // In a private window nothing is kept, the site neither.
    entry.hidden = !isWeb(url()) || chrome.extension.inIncognitoContext;
    if (entry.hidden) return;
    isOn = (await chrome.runtime.sendMessage({ type: "is-always", url: url() })) === true;
    entry.textContent = speech.say(isOn ? "alwaysOff" : "alwaysOn", site());
  });
  onTrusted(entry, "click", () => {
    panel.hidePopover();
    void (isOn ? end() : begin());
  });
  onTrusted(part("sites", HTMLButtonElement), "click", () => {
    panel.hidePopover();
    void chrome.runtime.sendMessage({ type: "sites" });
  });

  async function begin() {
    const isAllowed = await mayAlways(url());
    if (isAllowed && (await chrome.runtime.sendMessage({ type: "always", url: url(), isOn: true }))) return notice.show(speech.say("alwaysSet", site()));
    if (canAsk) return notice.show(speech.say("fetchRefused", site()));
    await chrome.runtime.sendMessage({ type: "sites", url: url() });
  }

  async function end() {
    await chrome.runtime.sendMessage({ type: "always", url: url(), isOn: false });
    notice.show(speech.say("alwaysEnded", site()));
  }
}
