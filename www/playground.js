// The playground: a page's bytes go in at a chosen speed, articles come out, and everything is shown as it happens.
import { openReader, streamThrough } from "./core.js";
import { arrive, SPEEDS } from "./arrive.js";
import { clean, summary, PageFrame } from "./clean.js";
import { part, pre } from "./part.js";
import { sample, SAMPLES } from "./samples.js";
import { fromFragment, toFragment } from "./share.js";
import { chosenTab, setUpTabs } from "./tabs.js";
import { strikeOut } from "./taken-back.js";
import { Tally } from "./tally.js";
import { ReaderView } from "./view/reader.js";

/** @typedef {import("./core.js").Change} Change @typedef {import("./core.js").Outline} Outline @typedef {import("./core.js").Reader} Reader */
/** @typedef {import("./samples.js").Source} Source */

/** Lines of the changes that are kept in sight; a big page has many thousands. */
const MAX_LINES = 2000;

const speed = part("speed", HTMLInputElement);
const choice = part("sample", HTMLSelectElement);
const root = part("reader", HTMLElement);
const log = pre("panel-changes");
const shown = new PageFrame(part("tidied", HTMLIFrameElement));
let current = new AbortController();
/** A page of one's own, while it is the one that is read. @type {Source | undefined} */
let given;

const words = await messages();
/** @type {import("./view/speech.js").Speech} */
const speech = { locale: "en", say: (name, ...values) => fill(words[name]?.message ?? "", values) };
setUpTabs();
setUpInputs();
await open(location.hash);
addEventListener("hashchange", () => open(location.hash));

/** What an address asks for. @param {string} fragment */
async function open(fragment) {
  const shared = await fromFragment(fragment);
  if (shared.speed !== undefined) setSpeed(shared.speed);
  if (shared.tab) document.getElementById(`tab-${shared.tab}`)?.click();
  given = shared.given;
  if (shared.sample && shared.sample in SAMPLES) choice.value = shared.sample;
  await again();
}

/** Reads what is chosen from its first byte on. */
async function again() {
  await read(given ?? (await sample(choice.value)));
}

/** @param {Source} source */
async function read(source) {
  const { bytes, url } = source;
  current.abort();
  current = new AbortController();
  const { signal } = current;
  const view = new ReaderView(root, speech);
  const tally = new Tally(bytes.length);
  for (const panel of ["panel-html", "panel-markdown", "panel-json", "panel-page", "panel-changes"]) pre(panel).textContent = "";
  say("");
  const [reader] = await Promise.all([openReader({ url, now: Date.now() / 1000 }), view.prepare()]);
  let lines = 0;
  try {
    const changes = arrive(bytes, () => SPEEDS[Number(speed.value)], signal, (piece) => tally.bytes(piece)).pipeThrough(streamThrough(reader), { signal });
    for await (const change of changes) {
      if (signal.aborted) return;
      if (change.type === "retract") strikeOut(root, change.block, change.reason);
      view.apply(change);
      tally.change(change);
      if (++lines <= MAX_LINES) log.append(`${JSON.stringify(change, null, change.type === "end" ? 2 : 0)}\n`);
      if (change.type === "end") {
        write(reader, change.outline);
        await writePage(source, change.outline.page.charset);
      }
    }
  } catch (error) {
    if (signal.aborted) return;
    view.fail();
    say(`This page could not be read: ${error instanceof Error ? error.message : error}`);
  } finally {
    reader.free();
  }
}

/** The other forms of the result. @param {Reader} reader @param {Outline} outline */
function write(reader, outline) {
  const found = reader.extraction();
  pre("panel-html").textContent = found.articles.map((article) => article.html).join("\n\n");
  pre("panel-json").textContent = JSON.stringify(found, null, 2);
  const texts = outline.articles.map(({ article, title }) => [title && `# ${title}`, reader.markdown(article, [], [])].filter(Boolean).join("\n\n"));
  pre("panel-markdown").textContent = texts.join("\n\n");
}

/** The page itself. @param {Source} source @param {string} charset */
async function writePage(source, charset) {
  const { bytes, edits } = await clean(source);
  const html = new TextDecoder(charset).decode(bytes);
  part("page-done", HTMLElement).textContent = summary(edits);
  pre("panel-page").textContent = html;
  await shown.show(html);
}

function setUpInputs() {
  speed.addEventListener("input", () => setSpeed(Number(speed.value)));
  setSpeed(Number(speed.value));
  choice.addEventListener("change", () => {
    given = undefined;
    return again();
  });
  part("again", HTMLButtonElement).addEventListener("click", again);
  part("share", HTMLButtonElement).addEventListener("click", share);
  part("page-copy", HTMLButtonElement).addEventListener("click", copyPage);
  const file = part("file", HTMLInputElement);
  file.addEventListener("change", () => readFile(file.files?.[0]));
  part("input", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    const url = part("paste-url", HTMLInputElement).value || undefined;
    given = { bytes: new TextEncoder().encode(part("paste", HTMLTextAreaElement).value), url };
    return again();
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
    return readFile(event.dataTransfer?.files[0]);
  });
}

/** @param {File | undefined} file */
async function readFile(file) {
  if (!file) return;
  given = { bytes: new Uint8Array(await file.arrayBuffer()) };
  await again();
}

/** Puts what is tried into the address, and the address on the clipboard. */
async function share() {
  const fragment = await toFragment({ sample: choice.value, given, speed: Number(speed.value), tab: chosenTab() });
  if (!fragment) return say("This page is too long for a link.");
  history.replaceState(null, "", fragment);
  const isCopied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  const what = given ? "It holds the page itself; no server sees it." : "";
  say(`${isCopied ? "Copied." : "The link is in the address bar."} ${what}`);
}

/** Puts the decluttered page's source on the clipboard. */
async function copyPage() {
  const isCopied = await navigator.clipboard?.writeText(pre("panel-page").textContent ?? "").then(() => true, () => false);
  say(isCopied ? "Copied." : "The browser does not let this page copy; the source stands below the frame.");
}

/** @param {number} to */
function setSpeed(to) {
  speed.value = String(to);
  part("speed-name", HTMLOutputElement).value = SPEEDS[to].name;
}

/** @param {string} text */
function say(text) {
  part("said", HTMLElement).textContent = text;
}

/** @returns {Promise<Record<string, { message: string }>>} the extension's own words */
async function messages() {
  return (await fetch("messages.json")).json();
}

/** A message with its values, the first in the place of `$1`. @param {string} message @param {string[]} values */
function fill(message, values) {
  return message.replace(/\$(\d)/g, (_, nth) => values[nth - 1] ?? "");
}
