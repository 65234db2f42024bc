// The demonstration: a page's bytes go in at a chosen speed, articles come out, and everything is shown as it happens.
import { readerStream, openReader, version } from "./core.js";
import { arrive, SPEEDS } from "./arrive.js";
import { setUpTabs } from "./tabs.js";
import { ReaderView } from "./view/reader.js";

/** @typedef {import("./core.js").Change} Change */
/** @typedef {{ bytes: Uint8Array<ArrayBuffer>, url?: string }} Source */

const SAMPLE = "sample.html";
/** Lines of the changes that are kept in sight; a big page has many thousands. */
const MAX_LINES = 2000;

const words = await messages();
/** @type {import("./view/speech.js").Speech} */
const speech = { locale: "en", say: (name, ...values) => fill(words[name]?.message ?? "", values) };

const speed = part("speed", HTMLInputElement);
const root = document.querySelector("main") ?? document.body;
const markup = pre("panel-html");
const log = pre("panel-changes");
let current = new AbortController();

setUpTabs();
setUpInputs();
void openReader({}).then(() => (part("version", HTMLElement).textContent = version()));
void readSample();

/** @param {Source} source */
async function read({ bytes, url }) {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  const view = new ReaderView(root, speech);
  log.textContent = "";
  const count = counter(bytes.length);
  try {
    const changes = arrive(bytes, () => SPEEDS[Number(speed.value)], signal, count.bytes)
      .pipeThrough(readerStream({ url, now: Date.now() / 1000 }), { signal });
    for await (const change of changes) {
      view.apply(change);
      count.change(change);
      if (count.changes <= MAX_LINES) log.append(`${line(change)}\n`);
    }
    markup.textContent = [...root.querySelectorAll("article")].map((article) => article.outerHTML).join("\n\n");
  } catch (error) {
    if (signal.aborted) return;
    view.fail();
    part("numbers", HTMLElement).textContent = `This page could not be read: ${error instanceof Error ? error.message : error}`;
  }
}

/** Counts what goes in and comes out, and says so. @param {number} total */
function counter(total) {
  const progress = part("progress", HTMLProgressElement);
  const numbers = part("numbers", HTMLElement);
  const seen = { bytes: 0, articles: 0, blocks: 0, retracted: 0, removed: 0 };
  const format = new Intl.NumberFormat("en");
  const show = () => {
    progress.value = total > 0 ? seen.bytes / total : 1;
    numbers.textContent =
      `${format.format(seen.bytes)} of ${format.format(total)} bytes · ${seen.articles} articles · ${seen.blocks} blocks shown` +
      ` · ${seen.retracted} taken back · ${seen.removed} left out`;
  };
  return {
    changes: 0,
    /** @param {number} read */
    bytes(read) {
      seen.bytes = read;
      show();
    },
    /** @param {Change} change */
    change(change) {
      this.changes += 1;
      if (change.type === "open") seen.articles += 1;
      if (change.type === "append") seen.blocks += 1;
      if (change.type === "retract") seen.retracted += 1;
      if (change.type === "end") {
        seen.removed = change.outline.removed.length;
        seen.articles = change.outline.articles.length;
      }
      show();
    },
  };
}

/** @param {Change} change */
function line(change) {
  return change.type === "end" ? JSON.stringify(change, null, 2) : JSON.stringify(change);
}

function setUpInputs() {
  const name = part("speed-name", HTMLOutputElement);
  const showSpeed = () => (name.value = SPEEDS[Number(speed.value)].name);
  speed.addEventListener("input", showSpeed);
  showSpeed();

  part("sample", HTMLButtonElement).addEventListener("click", readSample);
  const file = part("file", HTMLInputElement);
  file.addEventListener("change", () => readFile(file.files?.[0]));
  part("input", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    void read({ bytes: new TextEncoder().encode(part("paste", HTMLTextAreaElement).value) });
  });
  const toggle = part("paste-open", HTMLButtonElement);
  toggle.addEventListener("click", () => {
    const box = part("paste-box", HTMLElement);
    box.hidden = !box.hidden;
    toggle.setAttribute("aria-expanded", String(!box.hidden));
    if (!box.hidden) part("paste", HTMLTextAreaElement).focus();
  });
  setUpDrop();
}

/** A file may be dropped anywhere on the page. */
function setUpDrop() {
  const desk = document.querySelector(".desk");
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    desk?.classList.add("is-target");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) desk?.classList.remove("is-target");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    desk?.classList.remove("is-target");
    void readFile(event.dataTransfer?.files[0]);
  });
}

/** @param {File | undefined} file */
async function readFile(file) {
  if (file) await read({ bytes: new Uint8Array(await file.arrayBuffer()) });
}

async function readSample() {
  const response = await fetch(SAMPLE);
  await read({ bytes: new Uint8Array(await response.arrayBuffer()), url: response.url });
}

/** @returns {Promise<Record<string, { message: string, placeholders?: Record<string, { content: string }> }>>} the extension's own words */
async function messages() {
  return (await fetch("messages.json")).json();
}

/** The extension's messages name their values; each name stands for `$1`. @param {string} message @param {string[]} values */
function fill(message, values) {
  return message.replace(/\$\w+\$/g, () => values[0] ?? "");
}

/** @param {string} panel @returns {HTMLPreElement} */
function pre(panel) {
  const found = part(panel, HTMLElement).querySelector("pre");
  if (!found) throw new Error(`no text in #${panel}`);
  return found;
}

/**
 * @template {HTMLElement} Kind
 * @param {string} id @param {{ new (): Kind }} kind
 * @returns {Kind}
 */
function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`index.html lacks #${id}`);
  return found;
}
