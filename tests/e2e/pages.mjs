// Pages that make a reader's life hard, each in its own way, around one and the same article.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @typedef {import("../../xtask/browser/launch.mjs").Answer} Answer */

const root = fileURLToPath(new URL("../..", import.meta.url));
const sample = readFileSync(`${root}/www/sample.html`, "utf8");

export const TITLE = "The harbour that learned to breathe";
/** Sentences of the first, a middle and the last paragraph. */
export const SENTENCES = [
  "Ships came in loaded and went out empty",
  "The city had planned a wall of concrete.",
  "It was burned, and the ash went to the smelter that had dumped it there in 1931.",
];
export const RELATED = [
  "Bridge to stay closed until spring",
  "Regatta moved to Sunday",
  "Eelgrass returns to the northern bay after sixty years",
  "New ferry runs on what the sewage works leaves over",
  "What the November storm left on the beach",
];

/** Characters of two units each; wherever a text of it is cut, one of the cuts is in the middle of one. */
export const CLEFS = `${"𝄞".repeat(20_000)}.${"𝄢".repeat(20_000)}`;

/** The paragraphs of an article, by page. */
export const VOYAGE = [
  [
    "The mail boat leaves the quay at five in the morning, when the bakers have brought the bread on board and the harbour master has counted the sacks. Nobody else is awake, and the gulls are the only ones who see it go.",
    "It calls at eleven islands. On the first there is a lighthouse and a man who has kept it for thirty years; on the last, a school with four children, and a teacher who swims out to the boat when the landing stage is under water.",
    "In winter the boat breaks its own way through the ice of the sound, and the letters for the outer islands are thrown ashore in a bucket on a rope, which comes back with the answers.",
  ],
  [
    "On the second day the wind went round to the north, and the captain had the bread carried below. He has seen the sea take a whole week's baking from the deck, he says, and he has not forgotten what the islanders said to him.",
    "Behind the seventh island lies a bank that no chart shows in the same place twice. The boat feels its way over with a pole, as it did a hundred years ago, since the echo sounder takes the eelgrass for the ground.",
    "The postwoman sorts while the boat rolls. She knows each hand, and holds back what must not be read alone: those letters she takes to the door herself, and stays for as long as it takes to make tea.",
  ],
  [
    "The return is faster, since the sacks are light. What the islands send is mostly cheese, wool and complaints to the county, and the last of these weigh the least and take the longest to be answered.",
    "When the boat comes round the mole in the evening of the third day, the lamp on the quay has been lit for it. Nobody needs the lamp any more, the captain says, but it would be noticed if it were not there.",
    "Next year a drone is to carry the letters. The postwoman has been asked to instruct those who will steer it, and has begun with the way to the seventh island, and with tea.",
  ],
];

/** @param {string} extra @param {string} [before] */
const sampleWith = (extra, before = "</head>") => sample.replace(before, `${extra}${before}`);

/** Furniture, a megabyte of it, before and after the article. */
function long() {
  const rows = Array.from({ length: 7000 }, (_, n) => `<li><a href="/archive/${n}">Archive ${n}: tide tables and notices to mariners</a></li>\n`);
  const half = rows.length / 2;
  const list = (/** @type {string[]} */ part) => `<nav class="archive"><ul>${part.join("")}</ul></nav>`;
  return sample.replace('<div class="wrap">', `${list(rows.slice(0, half))}<div class="wrap">`).replace("<footer>", `${list(rows.slice(half))}<footer>`);
}

/** Paragraphs of the page that is larger than a small memory. */
export const TIDES = 24_000;

/** A text of half a kilobyte for each tide, with an advert before and behind them. @param {number} count */
function tides(count) {
  const text = " The tide came in, the tide went out, and the keeper wrote both down.".repeat(7);
  const tides = Array.from({ length: count }, (_, n) => `<p>Tide ${n}.${text}</p>\n`).join("");
  return sample.replace("<footer>", `${tides}<div class="ad-slot-container"><p>WINTER TYRES</p></div><footer>`);
}

/** A table that no window is wide enough for, and no sheet of paper. */
function months(count = 24) {
  const row = (/** @type {string} */ tag, /** @type {string} */ text) => `<tr>${Array.from({ length: count }, (_, n) => `<${tag}>${text} ${n + 1}</${tag}>`).join("")}</tr>`;
  return `<table><caption>What the gauges said</caption><thead>${row("th", "Month")}</thead><tbody>${row("td", "Gauge")}${row("td", "Level")}</tbody></table>`;
}

/** The article is in the page's script alone, as in an application that draws itself. */
function drawnByScript() {
  const [, body = ""] = /<body>([\s\S]*)<\/body>/.exec(sample) ?? [];
  const script = `setTimeout(() => { document.querySelector("#app").innerHTML = ${JSON.stringify(body)}; document.title = "${TITLE}" }, 50)`;
  return `<!doctype html><title>…</title><div id="app">Loading…</div><script>${script}</script>`;
}

const form = `<form><input id="name"><textarea id="note"></textarea><input type="checkbox" id="agree"></form><div style="height:3000px"></div>`;
const evict = `<script>new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (node.parentNode === document.documentElement && node !== document.body) node.remove();
}).observe(document.documentElement, { childList: true })</script>`;
/** Throws the first stranger out when it is told to. */
const evictOnce = `<script>new MutationObserver(([{ addedNodes: [node] }], observer) => {
  if (!(node instanceof HTMLDivElement)) return;
  observer.disconnect();
  window.throwOut = () => node.remove();
}).observe(document.documentElement, { childList: true })</script>`;
const override = `<script>
  Element.prototype.attachShadow = Element.prototype.appendChild = Node.prototype.appendChild = () => { throw new Error("no") };
  HTMLDialogElement.prototype.showModal = () => {}; window.MessageChannel = undefined; document.createElement = () => null;
</script>`;

/** Its card list leads to pages of this server. */
function linking() {
  const links = { "Bridge to stay closed until spring": "/bridge", "Slow boat brings the mail to the outer islands": "/slow", "Missing pier turns up in the wrong bay": "/missing", "Tide chart redrawn after the November storm": "/chart", "Empty quay waits for the summer market": "/empty", "Every tide of a century, hour by hour": "/heavy", "Every tide of last year": "/year", "Half a letter from the bridge keeper": "/breaking", "A letter that comes in two parts": "/in-parts", "An invitation that is taken back": "/inviting", "A letter with a picture of no size": "/pictured", "Nothing left of the old letters": "/broken", "A letter with thirty-three megabytes of paper": "/vast", "A letter that was torn in two": "/torn" };
  const items = Object.entries(links).map(([title, path]) => `<li><a href="${path}">${title}</a></li>`);
  return sample.replace(/<ol>.*?<\/ol>/, `<ol>${items.join("")}</ol>`);
}

const bridge = `<!doctype html><html lang="en"><title>Why the swing bridge stays shut</title><body><nav><a href="/">Home</a></nav><article>
<h1>Why the swing bridge stays shut until the spring tides</h1>
<p>The pins of the swing bridge are eleven centimetres thick, and one of them is cracked. The yard that cast them closed in 1964, and so the city has asked a foundry in the south to make a new pair from the drawings that its archive still holds.</p>
<p>Until they come, carts and bicycles go round by the lock. The engineer in charge says that nobody should expect the bridge to turn before March, since the bearing can only be lifted at the lowest tide of the year, and that falls on the ninth.</p>
<p>The ferrymen, who lost their trade to the bridge a hundred years ago, have brought out two boats. They take passengers over for nothing, and they have not looked so cheerful, the lock keeper says, since he was a boy.</p>
`;

/** What is to be seen differs from what the markup says, in every way there is. */
function seen() {
  const paragraphs = [
    `<div class="gone"><p>Link copied</p></div>`,
    `<p>Mussels close <span class="spoken">(opens in a new window)</span> when they taste the metal.</p>`,
    `<harbour-log><p slot="quote">The slotted lantern was lit for the first time in eleven years, and half the town came down to the quay to see it burn.</p></harbour-log>`,
    `<p style="display: none" class="shown-after-all">A line that the markup hides and the style sheet shows.</p>`,
    `<figure><img id="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/sample/ferry.webp" alt="The ferry"><figcaption>The ferry at the quay</figcaption></figure>`,
    `<iframe src="/framed" title="Log of the dredger"></iframe>`,
  ];
  const style = `<style>.gone { display: none } .shown-after-all { display: block !important }
    .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }</style>`;
  const script = `<script>
    customElements.define("harbour-log", class extends HTMLElement {
      connectedCallback() {
        const paragraph = document.createElement("p");
        paragraph.textContent = "The harbour log is drawn by a component, and its shadow keeps what the keeper wrote on the night of the storm.";
        this.attachShadow({ mode: "open" }).append(paragraph, document.createElement("slot"));
        this.shadowRoot.lastChild.name = "quote";
        window.built = (window.built ?? 0) + 1;
      }
    });
    lazy.src = "/sample/eelgrass.webp";
  </script>`;
  const at = "<p>That is the part of the story";
  return sample
    .replace("</head>", `${style}</head>`)
    .replace(at, paragraphs.join("\n") + at)
    .replace("</body>", `${script}</body>`)
    .replace('<div class="wrap"', '<div aria-hidden="true" class="wrap"');
}
const framed = `<!doctype html><p>The dredger's own log stands in a frame: forty barges of mud in nine days, and an anchor from the year of the great fire.</p>`;

const chapters = `<!doctype html><html lang="en"><title>The harbour in three chapters</title><article><h1>The harbour in three chapters</h1>
${["The mud", "The ropes", "The crabs"].map((title) => `<h2>${title}</h2>${SENTENCES.map((one) => `<p>${title}: ${`${one} `.repeat(5)}</p>`).join("").repeat(2)}`).join("")}</article>`;

/** What columns must not break, between text enough for several leaves. */
function pieces() {
  const text = (/** @type {string} */ part) => SENTENCES.map((one) => `<p>${part}: ${`${one} `.repeat(3)}</p>`).join("");
  const code = `<pre><code>${Array.from({ length: 14 }, (_, line) => `rope(${line}).lift(metres=${line * 3})`).join("\n")}</code></pre>`;
  const rows = (/** @type {number} */ count) => Array.from({ length: count }, (_, hour) => `<tr><td>${hour} h</td><td>${hour / 10} m</td></tr>`).join("");
  const table = (/** @type {number} */ count) => `<table><thead><tr><th>Hour</th><th>Height</th></tr></thead><tbody>${rows(count)}</tbody></table>`;
  const figure = `<figure><img src="/sample/harbour.webp" width="1200" height="750" alt="The harbour"><figcaption>The harbour at dusk, with its cranes</figcaption></figure>`;
  return `<!doctype html><html lang="en"><title>The harbour in pieces</title><article><h1>The harbour in pieces</h1>${[code, figure, table(8), table(60)].map((one, at) => `<h2>Part ${at + 1}</h2>${text(`Part ${at + 1}`)}${one}`).join("")}${text("The end")}</article>`;
}

/** A page of an article that is spread over three addresses. @param {number} page */
function partOf(page) {
  const address = (/** @type {number} */ number) => (number === 1 ? "/voyage" : `/voyage/${number}`);
  const links = [1, 2, 3].map((number) => (number === page ? `<b>${number}</b>` : `<a href="${address(number)}">${number}</a>`));
  return `<!doctype html><html lang="en"><title>The voyage of the mail boat, page ${page} of 3</title><body><nav><a href="/">Home</a> <a href="/voyages">Voyages</a></nav><article>
<h1>The voyage of the mail boat</h1>
${VOYAGE[page - 1].map((one) => `<p>${one}</p>`).join("\n")}
<div class="post-pages">${links.join(" ")}</div></article><aside><h3>Sign up for our newsletter</h3><form><input type="email"><button>Subscribe</button></form></aside>
<ul><li><a href="/bridge">Why the swing bridge stays shut until the spring tides</a></li></ul><footer>Imprint</footer>`;
}

/** A page of an article on two, each with a note of its own by the same name. @param {number} page */
function notedPart(page) {
  const body = VOYAGE[page - 1].map((one, at) => `<p id="${at === 2 ? "100%" : `p${at}`}">${one}${at === 0 ? '<sup><a href="#fn1" id="ref1">1</a></sup> The rest is <a href="#100%">told below</a>, and more <a href="#p%31">before that</a>.' : ""}</p>`);
  return `<!doctype html><html lang="en"><title>The mail boat, with notes</title><article><h1>The mail boat, with notes</h1>${body.join("\n")}
<section class="footnotes"><hr><ol><li id="fn1">What the keeper wrote of day ${page}. <a href="#ref1">↩</a></li></ol></section>
<div class="post-pages">${page === 1 ? '<b>1</b> <a href="/noted/2">2</a>' : '<a href="/noted">1</a> <b>2</b>'}</div></article><aside><h3>Sign up for our newsletter</h3><form><input type="email"><button>Subscribe</button></form></aside><footer>Imprint</footer>`;
}

/** A test page of the core with a few of its words stressed. @param {string} name @param {string} words */
const stressed = (name, words) => readFileSync(`${root}/tests/pages/${name}/page.html`, "utf8").replace(words, `<em>${words}</em>`);

/** What the page itself marks: text, a link in it, and a link's own words. */
const marking = `<p>The keeper writes down <mark>every tide of the harbour, with <a href="/tides">the hour of each</a></mark>, and has <a href="/logs">sent <mark>the logs of forty years</mark> to the city</a>, where nobody has read them yet.</p>`;

/** A page, half of whose text comes later. @param {string} [page] @returns {Answer} */
function partly(page = sample) {
  const at = page.indexOf("<p>That is the part of the story");
  return { body: page.slice(0, at), rest: page.slice(at) };
}

/** Read by whoever opens it. */
const folded = `<details><summary>How the gauges are read</summary><p>A float lies in a shaft beside the quay, and a pencil that hangs from it draws the tide on a drum, which turns once a week.</p></details>`;

/** Chapters that are folded on the page, a heading within one of them. */
const folds = chapters.replace(/<h2>(.*?)<\/h2>(.*?)(?=<h2>|<\/article>)/g, "<details><summary><h2>$1</h2></summary>$2</details>").replace("<p>The ropes: ", "<h3>How they are spliced</h3>$&");

/** Words as long as German makes them. */
const german = `<!doctype html><html lang="de"><title>Die Hafenverwaltung baut um</title><article><h1>Die Hafenverwaltung baut um</h1>
<p>Die Binnenschifffahrtsverwaltung hat am Donnerstag die Wiedereröffnung der Gezeitenkraftwerksanlage angekündigt, deren Generatorenhalle seit der Sturmflutkatastrophe geschlossen war. Nach Angaben der Wasserwirtschaftsbehörde sollen die Instandsetzungsarbeiten bis zum Herbst abgeschlossen werden.</p>
<p>Die Hafenbetriebsgesellschaft rechnet mit Baukosten von siebzehn Millionen, von denen das Verkehrsministerium die Hälfte übernimmt. Einwendungen der Fischereigenossenschaft gegen die Fahrrinnenvertiefung hatte das Verwaltungsgericht im Frühjahr zurückgewiesen, nachdem Gutachten der Umweltschutzorganisationen ausgewertet waren.</p>
<p>Für die Anwohnerinnen und Anwohner der Speicherstadt bedeutet das Lärmschutzmaßnahmen, Umleitungsstrecken und eine Sonderparkberechtigung. Die Straßenbahnhaltestelle am Leuchtturmwärterhaus wird vorübergehend in die Kapitänsgasse verlegt, teilte die Verkehrsbetriebsleitung mit.</p></article>`;

/** What a text has besides words: a sign drawn in black on nothing, a picture no larger than a stamp, a link whose words are code, notes whose marks hold a word, steps, code of longer lines than the text's. */
const workshop = `<!doctype html><html lang="en"><title>The workshop on the quay</title><article><h1>The workshop on the quay</h1>
${SENTENCES.map((one) => `<p>${`${one} `.repeat(3)}</p>`).join("\n")}
<p>The lock lifts by <img src="/formula.svg" width="90" height="22" alt="h = A + 4"> at each tide, as <a href="/ropes"><code>tide_table_of_the_lock</code></a> says, <a href="/ropes">the table of the year</a> says it, too.<sup><a href="#n1" id="r1">[note 1]</a></sup><sup><a href="#n2" id="r2">[2]</a></sup></p>
<figure><img src="/stamp.svg" width="120" height="90" alt="The stamp of the workshop"><figcaption>The stamp of the workshop</figcaption></figure>
<ol><li>First the rope is laid out on the quay, from the lock to the crane, and wetted with a bucket.</li><li>Then it is spliced, and the splice is hammered until it is no thicker than the rope itself.</li></ol>
<pre><code>${"splice(rope, strands=4, turns=9, hammer=true); ".repeat(6)}</code></pre>
<section class="footnotes"><ol><li id="n1">Drawn by the keeper. <a href="#r1">↩</a></li><li id="n2">Drawn by nobody. <a href="#r2">↩</a></li></ol></section></article><footer>Imprint</footer>`;
/** What is left where something between was cut, a list that is all of an item, and a video with a still. */
const leftovers = workshop.replace("<ol>", '<video src="/tide.mp4" poster="/sample/harbour.webp"></video>$&').replace("<ol>", "<hr><hr><hr><ul><li>The ropes of the keeper lie in the shed</li><li><ol><li>First the old ones, which nobody wants</li><li>Then the new ones, which everybody wants</li></ol></li></ul><ol>");
const stamp = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="90"><circle cx="60" cy="45" r="40" fill="none" stroke="black" /></svg>`;
const tower = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="1800"><rect width="600" height="1800" fill="grey" /></svg>`;
const strip = tower.replaceAll("600", "400").replace("1800", "3000").replace("1800", "3000");
const formula = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="22"><text x="2" y="17" font-size="17">h = A + 4</text></svg>`;

/** Its page does not say how large they are: a picture that comes late, and a sign that does not come. */
const sizeless = `<figure><img src="/late.webp" alt="The bridge"><figcaption>The bridge, shut</figcaption></figure><p>The sign of the lock <img src="/late.webp?sign" alt="⚓"> hangs over the door, and the keeper paints it anew each year when the boats have gone.</p>`;

/** Is taken for text until the page's end says otherwise. */
export const INVITATION = "All that matters in the city, in your inbox every weekday at six. Sign up for our free newsletter.";
const invitation = `<div><h4>The Lindholm Morning</h4><p>${INVITATION}</p><form><input type="email"><button>Subscribe</button></form></div>`;

/** @type {Record<string, Answer>} */
const PAGES = {
  "/plain": { body: sample },
  "/": { body: sample },
  "/en/": { body: sample },
  "/strict": {
    body: sample,
    headers: {
      "content-security-policy": "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; frame-src 'none'",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-opener-policy": "same-origin",
      "x-frame-options": "DENY",
    },
  },
  "/own-only": { body: sample, headers: { "content-security-policy": "default-src 'self'; script-src 'none'" } },
  "/hidden": { body: sampleWith("<style>* { display: none !important; visibility: hidden !important } dialog, iframe { opacity: 0 !important }</style>") },
  "/application": { body: drawnByScript() },
  "/long": { body: long() },
  "/heavy": { body: tides(TIDES) },
  "/year": { body: tides(700) },
  "/modal": { body: sampleWith(`<dialog id="own"><p>Tell us what you think</p></dialog><script>own.showModal()</script>`, "</body>") },
  "/menu": { body: sampleWith(`<div popover id="own"><p>All sections</p></div><script>own.showPopover()</script>`, "</body>") },
  "/form": { body: sampleWith(form, "</body>").replace("<html ", '<html style="color: rgb(1, 2, 3)" ') },
  "/evicting": { body: sampleWith(evict) },
  "/evicting-clefs": { body: sampleWith(evict).replace("<p>That is the part of the story", `<p>${CLEFS} That is the part of the story`) },
  "/evicting-marking": { body: sampleWith(evict).replace("<p>That is the part of the story", `${marking}<p>That is the part of the story`) },
  "/evicting-once": { body: sampleWith(evictOnce) },
  "/overriding": { body: sampleWith(override) },
  "/seen": { body: seen() },
  "/framed": { body: framed },
  "/linking": { body: linking() },
  "/bridge": { body: `${bridge}</article><footer>Imprint</footer>` },
  "/calling-home": { body: `${bridge}</article><script>fetch("/home")</script><footer>Imprint</footer>` },
  "/to-calling-home": { body: `<!doctype html><title>A link</title><p><a id="link" href="/calling-home">Why the bridge stays shut</a></p>` },
  "/two-texts": { body: `<!doctype html><title>Two texts</title><main><section>${SENTENCES.map((one) => `<p>${`${one} `.repeat(4)}</p>`).join("")}</section><section>${bridge.replace(/^[^]*?<article>/, "")}</section></main>` },
  "/chapters": { body: chapters },
  "/folds": { body: folds },
  "/overflowing": { body: chapters.replace("<title>", '<meta name="viewport" content="width=device-width"><div style="width: 1100px; height: 1px"></div>$&') },
  "/chapters-from-right": { body: chapters.replace('lang="en"', 'lang="ar" dir="rtl"') },
  "/in-arabic": { body: stressed("lang--arabic", "ثلاثمائة كتاب") },
  "/in-japanese": { body: stressed("lang--japanese-ruby", "三百冊") },
  "/in-german": { body: german },
  "/pieces": { body: pieces() },
  "/workshop": { body: workshop },
  "/evicting-workshop": { body: workshop.replace("<article>", `${evict}<article>`) },
  "/from-right": { body: sample.replace('lang="en"', 'lang="ar" dir="rtl"') },
  "/workshop-from-right": { body: workshop.replace('lang="en"', 'lang="ar" dir="rtl"') },
  "/tall-and-wide": { body: workshop.replace("<ol>", `<figure><img src="/tower.svg" width="600" height="1800" alt="The tower"><figcaption>The tower over the lock</figcaption></figure><p>The lock lifts by <math><mrow>${"<mi>h</mi><mo>+</mo>".repeat(90)}<mn>4</mn></mrow></math> at each tide, and nobody on the quay has ever seen all of it.</p><ol>`) },
  "/leftovers": { body: leftovers },
  "/strip": { body: workshop.replace("<ol>", `<figure><img src="/strip.svg" width="400" height="3000" alt="The rope"><figcaption>The rope from end to end</figcaption></figure><ol>`) },
  "/strip.svg": { body: strip, headers: { "content-type": "image/svg+xml" } },
  "/tower.svg": { body: tower, headers: { "content-type": "image/svg+xml" } },
  "/stamp.svg": { body: stamp, headers: { "content-type": "image/svg+xml" } },
  "/formula.svg": { body: formula, headers: { "content-type": "image/svg+xml" } },
  "/sections": { body: sample.replace("<p>That is the part", "<h2>What the mud keeps</h2><p>That is the part") },
  "/months": { body: sample.replace("<p>That is the part", `${months()}<p>That is the part`) },
  "/evicting-beside": { body: `${evict}${readFileSync(`${root}/tests/pages/news--text-beside-the-story/page.html`, "utf8")}` },
  "/evicting-months": { body: sampleWith(evict).replace("<p>That is the part", `${months(18)}${folded}<p>That is the part`) },
  "/voyage": { body: partOf(1) },
  "/voyage/2": { body: partOf(2) },
  "/voyage/3": { body: partOf(3) },
  "/voyage-in-letters": { body: partOf(1).replaceAll("/voyage/", "/voyage-in-letters/") },
  "/voyage-in-letters/2": { body: `${partOf(2)}${" ".repeat(33 << 20)}<p>Behind the paper</p>` },
  "/voyage-in-charts": { body: partOf(1).replaceAll("/voyage/", "/voyage-in-charts/") },
  "/voyage-in-charts/2": { body: partOf(2), headers: { "content-type": "image/png" } },
  "/noted": { body: notedPart(1) },
  "/noted/2": { body: notedPart(2) },
  "/round": { body: partOf(1).replaceAll("/voyage/", "/round/") },
  "/round/2": { body: partOf(1) },
  "/slow": { body: bridge, stalls: true },
  "/breaking": { body: bridge, stalls: true },
  "/broken": { body: "<!doctype html><title>Letters</title><body>", breaks: true },
  "/vast": { body: `${bridge}</article>${" ".repeat(33 << 20)}<p>Behind the paper</p></body></html>` },
  "/torn": { body: bridge },
  "/in-parts": partly(),
  "/inviting": partly(sample.replace("<p>The city had planned", `${invitation}<p>The city had planned`)),
  "/pictured": { body: `${bridge.replace("<p>Until they come", `${sizeless}<p>Until they come`)}</article><footer>Imprint</footer>` },
  "/late.webp": { body: "", rest: readFileSync(`${root}/www/sample/harbour.webp`), headers: { "content-type": "image/webp" } },
  "/never-ending": { body: sample.slice(0, sample.indexOf("<footer>")), stalls: true },
  "/chart": { body: "tides", headers: { "content-type": "image/png" } },
  "/empty": { body: "<!doctype html><title>Nothing</title><body></body>" },
};

/** @param {string} path @returns {Answer | undefined} */
export function page(path) {
  const own = /^\/pages\/([\w-]+)$/.exec(path);
  if (own) {
    const file = `${root}/tests/pages/${own[1]}/page.html`;
    return existsSync(file) ? { body: readFileSync(file) } : undefined;
  }
  if (path.startsWith("/sample/")) return { body: readFileSync(`${root}/www${path}`), headers: { "content-type": "image/webp" } };
  return PAGES[path];
}
