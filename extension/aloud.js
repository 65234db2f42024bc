// Reads the article aloud with the system's own voices; what is being said is marked.
import { onTrusted, part } from "./view/element.js";
import { bring, goToLeaf, isBehind, isPaged, leafOf } from "./view/leaves.js";
import { sentencesOf } from "./view/stretches.js";
import { MediaKeys, RATES, Voices } from "./voices.js";

/** @typedef {import("./visits.js").Visits} Visits @typedef {import("./view/stretches.js").Sentence} Sentence */

export class Aloud {
  /** @type {HTMLElement[]} */
  #blocks = [];
  #block = 0;
  /** @type {Sentence[]} */
  #sentences = [];
  #sentence = 0;
  #isPlaying = false;
  /** Counts what was begun to be said, so that the end of what was broken off counts for nothing. */
  #turn = 0;
  #bar = part("aloud", HTMLElement);
  #play = part("aloud-play", HTMLButtonElement);
  #rate = part("aloud-rate", HTMLSelectElement);
  #voice = part("aloud-voice", HTMLSelectElement);
  #voices = new Voices();
  #keys = new MediaKeys({
    play: () => this.#say(),
    pause: () => this.pause(),
    nexttrack: () => this.#skip(1),
    previoustrack: () => this.#skip(-1),
    stop: () => this.stop(),
  });

  /** @param {Visits} visits @param {import("./view/speech.js").Speech} speech @param {(words: string) => void} notice */
  constructor(visits, speech, notice) {
    this.visits = visits;
    this.speech = speech;
    this.notice = notice;
    const format = new Intl.NumberFormat(speech.locale);
    this.#rate.append(...RATES.map((rate) => new Option(`${format.format(rate)} ×`, String(rate), rate === 1, rate === 1)));
    onTrusted(this.#play, "click", () => (this.#isPlaying ? this.pause() : this.#say()));
    onTrusted(part("aloud-back", HTMLButtonElement), "click", () => this.#skip(-1));
    onTrusted(part("aloud-next", HTMLButtonElement), "click", () => this.#skip(1));
    onTrusted(part("aloud-stop", HTMLButtonElement), "click", () => this.stop());
    onTrusted(this.#rate, "change", () => {
      void this.#voices.chooseRate(Number(this.#rate.value));
      if (this.#isPlaying) this.#say();
    });
    onTrusted(this.#voice, "change", () => {
      void this.#voices.choose(this.#lang, this.#voice.value);
      this.#say();
    });
    window.addEventListener("pagehide", () => speechSynthesis.cancel());
  }

  /** Begins with the first block that is in sight. */
  async start() {
    await this.#voices.load();
    this.#rate.value = String(this.#voices.rate);
    this.#blocks = /** @type {HTMLElement[]} */ ([...this.visits.root.querySelectorAll(".stage .body [data-block]:not([hidden]):not(pre)")]);
    const inSight = this.#blocks.findIndex((block) => !isBehind(block, 0));
    this.#bar.hidden = false;
    const { title = "", metadata } = this.visits.reading?.view.article ?? {};
    this.#keys.begin({ title, artist: metadata?.source ?? "" });
    this.#go(Math.max(0, inSight));
    this.#play.focus();
  }

  pause() {
    this.#turn += 1;
    speechSynthesis.cancel();
    this.#show(false);
  }

  stop() {
    if (this.#bar.hidden) return;
    this.pause();
    this.#bar.hidden = true;
    this.#keys.end();
    CSS.highlights?.delete("sentence");
    CSS.highlights?.delete("word");
  }

  /** @param {-1 | 1} step */
  #skip(step) {
    this.#go(this.#block + step);
  }

  /** @param {number} block */
  #go(block) {
    if (block >= this.#blocks.length) return this.stop();
    this.#block = Math.max(0, block);
    this.#sentences = sentencesOf(this.#blocks[this.#block], this.#lang);
    this.#sentence = 0;
    this.#listVoices();
    this.#say();
  }

  /** Those of the block's language; one of this machine is chosen until the person chooses. */
  #listVoices() {
    const chosen = this.#voices.for(this.#lang);
    const voices = this.#voices.of(this.#lang);
    this.#voice.replaceChildren(
      ...voices.map(({ name, voiceURI, localService }) => new Option(localService ? name : this.speech.say("voiceFar", name), voiceURI, false, voiceURI === chosen?.voiceURI)),
    );
    if (!voices.some(({ voiceURI }) => voiceURI === chosen?.voiceURI)) this.#voice.selectedIndex = -1;
    // Where there is nothing to choose.
    this.#voice.hidden = voices.length === 0 || (voices.length === 1 && voices[0].voiceURI === chosen?.voiceURI);
  }

  get #lang() {
    return this.#blocks[this.#block]?.closest("[lang]")?.getAttribute("lang") ?? this.speech.locale;
  }

  #say() {
    const sentence = this.#sentences[this.#sentence];
    if (!sentence) return this.#go(this.#block + 1);
    this.#turn += 1;
    const turn = this.#turn;
    speechSynthesis.cancel();
    const voice = this.#voices.for(this.#lang);
    // Without a voice of this machine the text would go to a server; that is the person's to choose.
    if (!voice) return this.#fall();
    const words = new SpeechSynthesisUtterance(sentence.text);
    words.lang = this.#lang;
    words.voice = voice;
    words.rate = Number(this.#rate.value);
    words.onboundary = ({ name, charIndex, charLength }) => {
      if (turn === this.#turn && name !== "sentence") mark("word", sentence.range(charIndex, charIndex + (charLength || 1)));
    };
    words.onend = () => {
      if (turn !== this.#turn) return;
      this.#sentence += 1;
      this.#say();
    };
    words.onerror = () => {
      if (turn === this.#turn) this.#fall();
    };
    mark("sentence", sentence.range(0, sentence.text.trimEnd().length));
    CSS.highlights?.delete("word");
    this.#keepInSight();
    this.#show(true);
    speechSynthesis.speak(words);
  }

  /** Says that nothing can be said; where there is a voice to choose, the bar stays for that. */
  #fall() {
    if (this.#voice.options.length > 0) this.pause();
    else this.stop();
    this.notice(this.speech.say("noVoices"));
  }

  #keepInSight() {
    const block = this.#blocks[this.#block];
    const stage = block.closest(".stage");
    const [line] = this.#sentences[this.#sentence].range(0, 1).getClientRects();
    if (stage && line && isPaged(stage)) return goToLeaf(stage, leafOf(stage, line));
    const { top, bottom } = block.getBoundingClientRect();
    if (top < 60 || bottom > window.innerHeight - 80) bring(block, "center");
  }

  /** @param {boolean} isPlaying */
  #show(isPlaying) {
    this.#isPlaying = isPlaying;
    this.#keys.tell(isPlaying);
    const words = this.speech.say(isPlaying ? "pause" : "play");
    this.#play.dataset.playing = String(isPlaying);
    this.#play.title = words;
    this.#play.setAttribute("aria-label", words);
  }
}

/** @param {"sentence" | "word"} name @param {Range} range */
function mark(name, range) {
  CSS.highlights?.set(name, new Highlight(range));
}
