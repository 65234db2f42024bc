// What can be done with the article: take it along, print it, choose another part of the page.
import { Aloud } from "./aloud.js";
import { copy } from "./clipboard.js";
import { onTrusted, part } from "./trusted.js";
import { toMarkdown } from "./markdown.js";
import { toBook } from "./take/book.js";
import { toPage } from "./take/page.js";
import { linkToSelection } from "./text-link.js";

/** @typedef {import("./visits.js").Visits} Visits @typedef {import("./view/speech.js").Speech} Speech @typedef {import("./notice.js").Notice} Notice */

/**
 * @param {Visits} visits @param {Speech} speech @param {Notice} notice
 * @param {(() => void) | undefined} pick lets the person choose another part of the page, where there is one
 */
export function setUpMenu(visits, speech, notice, pick) {
  const panel = part("more", HTMLElement);
  /** @param {string} id @param {() => unknown} act */
  const item = (id, act) =>
    onTrusted(part(id, HTMLButtonElement), "click", () => {
      panel.hidePopover();
      void act();
    });
  const tell = (/** @type {"copied" | "linkCopied" | "gathering" | "saved" | "savedWithout" | "saveFailed"} */ name) => notice.show(speech.say(name));

  const aloud = new Aloud(visits, speech, (words) => notice.show(words));
  item("read-aloud", () => aloud.start());
  part("pick", HTMLButtonElement).hidden = !pick;
  if (pick) item("pick", pick);
  item("copy-markdown", () => {
    copy(toMarkdown(visits.reading));
    tell("copied");
  });
  item("save-markdown", () => save(new Blob([toMarkdown(visits.reading)], { type: "text/markdown" }), visits.reading, "md"));
  /** @param {(reading: import("./reading.js").Reading) => Promise<{ file: Blob, isWhole: boolean }>} make @param {string} ending */
  const saveWhole = async (make, ending) => {
    const { reading } = visits;
    if (!reading) return;
    tell("gathering");
    try {
      const { file, isWhole } = await make(reading);
      save(file, reading, ending);
      tell(isWhole ? "saved" : "savedWithout");
    } catch (error) {
      console.warn("offprint:", error);
      tell("saveFailed");
    }
  };
  item("save-html", () => saveWhole(toPage, "html"));
  item("save-epub", () => saveWhole(toBook, "epub"));
  item("copy-link", () => {
    copy(linkToSelection(visits.reading?.address ?? ""));
    tell("linkCopied");
  });
  // What is said belongs to what is seen.
  visits.onMove(() => aloud.stop());
  item("print", () => window.print());
}

/** @param {Blob} file @param {import("./reading.js").Reading | undefined} reading @param {string} ending */
function save(file, reading, ending) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${fileName(reading?.view.article?.title ?? "")}.${ending}`;
  link.click();
  // The browser takes the file over when the click's task is done.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** What every system takes as a file's name. @param {string} title */
const fileName = (title) => title.replace(/[\p{Cc}\\/:*?"<>|]+/gu, " ").replace(/\s+/g, " ").trim().slice(0, 100) || "article";
