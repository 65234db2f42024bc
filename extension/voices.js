// Who reads aloud: a voice for each language, and how fast; kept on this device, since another has other voices. And the keys that start
// it and stop it: browsers give them to who plays sound, and a voice is none to them, so silence plays along while the voice speaks.

/** Times the voice's own speed. */
export const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5];
/** Milliseconds that a browser is given to find its voices; Chromium has none at first. */
const WAIT_MS = 1000;

/** Chromium gives keys to sounds of five seconds and more. */
const SECONDS = 6;
/** The least that a WAV file may have. */
const SAMPLES_A_SECOND = 8000;
const HEADER_BYTES = 44;

/** @typedef {{ rate: number, voices: Record<string, string> }} Kept by language, the voice's address */

export class Voices {
  /** @type {Kept} */
  #kept = { rate: 1, voices: {} };

  get rate() {
    return this.#kept.rate;
  }

  /** Learns what was chosen before, and waits for the browser's voices. */
  async load() {
    this.#kept = parseKept((await chrome.storage.local.get("aloud")).aloud);
    if (speechSynthesis.getVoices().length > 0) return;
    await new Promise((resolve) => {
      speechSynthesis.addEventListener("voiceschanged", resolve, { once: true });
      setTimeout(resolve, WAIT_MS);
    });
  }

  /** Those of a language, of this machine first: others send the text to a server. @param {string} lang @returns {SpeechSynthesisVoice[]} */
  of(lang) {
    const found = speechSynthesis.getVoices().filter((voice) => languageOf(voice.lang) === languageOf(lang));
    const rank = (/** @type {SpeechSynthesisVoice} */ { localService, lang: own }) => (localService ? 0 : 2) + (plain(own) === plain(lang) ? 0 : 1);
    return found.toSorted((one, other) => rank(one) - rank(other));
  }

  /** The one that was chosen, or else one of this machine. @param {string} lang @returns {SpeechSynthesisVoice | undefined} */
  for(lang) {
    const chosen = this.#kept.voices[languageOf(lang)];
    const all = this.of(lang);
    return all.find(({ voiceURI }) => voiceURI === chosen) ?? all.find(({ localService }) => localService) ?? speechSynthesis.getVoices().find(({ localService, default: isDefault }) => localService && isDefault);
  }

  /** @param {string} lang @param {string} voice its address */
  choose(lang, voice) {
    return this.#keep({ ...this.#kept, voices: { ...this.#kept.voices, [languageOf(lang)]: voice } });
  }

  /** @param {number} rate */
  chooseRate(rate) {
    return this.#keep({ ...this.#kept, rate });
  }

  /** @param {Kept} kept */
  async #keep(kept) {
    this.#kept = kept;
    await chrome.storage.local.set({ aloud: kept });
  }
}

/** @param {unknown} value @returns {Kept} */
function parseKept(value) {
  const { rate, voices } = /** @type {Record<string, unknown>} */ (value ?? {});
  const pairs = Object.entries(typeof voices === "object" && voices !== null ? voices : {}).filter(([, voice]) => typeof voice === "string");
  return { rate: RATES.find((one) => one === rate) ?? 1, voices: Object.fromEntries(pairs) };
}

/** Android writes `en_GB`. @param {string} lang */
const plain = (lang) => lang.toLowerCase().replace("_", "-");

/** @param {string} lang */
const languageOf = (lang) => plain(lang).split("-")[0];

/** Keys for play, pause and skip, of keyboards and headphones. @typedef {{ play: () => void, pause: () => void, nexttrack: () => void, previoustrack: () => void, stop: () => void }} Acts */

export class MediaKeys {
  /** @type {HTMLAudioElement | undefined} */
  #silence;

  /** @param {Acts} acts */
  constructor(acts) {
    this.acts = acts;
  }

  /** @param {{ title: string, artist: string }} what is being read */
  begin({ title, artist }) {
    if (!("mediaSession" in navigator)) return;
    const { mediaSession } = navigator;
    mediaSession.metadata = new MediaMetadata({ title, artist });
    for (const [name, act] of Object.entries(this.acts)) mediaSession.setActionHandler(/** @type {MediaSessionAction} */ (name), act);
    this.#silence ??= silence();
  }

  /** @param {boolean} isPlaying */
  tell(isPlaying) {
    if (!this.#silence) return;
    navigator.mediaSession.playbackState = isPlaying ? "playing" : "paused";
    // Where the browser lets nothing play, the buttons still do.
    if (isPlaying) void this.#silence.play().catch(() => {});
    else this.#silence.pause();
  }

  end() {
    if (!this.#silence) return;
    this.tell(false);
    URL.revokeObjectURL(this.#silence.src);
    this.#silence.removeAttribute("src");
    this.#silence = undefined;
    navigator.mediaSession.playbackState = "none";
    navigator.mediaSession.metadata = null;
    for (const name of Object.keys(this.acts)) navigator.mediaSession.setActionHandler(/** @type {MediaSessionAction} */ (name), null);
  }
}

function silence() {
  const audio = new Audio(URL.createObjectURL(new Blob([wave()], { type: "audio/wav" })));
  audio.loop = true;
  return audio;
}

/** A WAV file (RIFF, PCM, one channel, 8 bits) in which nothing is heard. */
function wave() {
  const samples = SECONDS * SAMPLES_A_SECOND;
  const bytes = new Uint8Array(HEADER_BYTES + samples);
  const view = new DataView(bytes.buffer);
  const name = (/** @type {number} */ at, /** @type {string} */ letters) => bytes.set(new TextEncoder().encode(letters), at);
  const number = (/** @type {number} */ at, /** @type {number} */ value) => view.setUint32(at, value, true);
  name(0, "RIFF");
  number(4, HEADER_BYTES - 8 + samples);
  name(8, "WAVEfmt ");
  number(16, 16);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  number(24, SAMPLES_A_SECOND);
  number(28, SAMPLES_A_SECOND);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  name(36, "data");
  number(40, samples);
  // The middle of what eight bits without a sign can say.
  bytes.fill(128, HEADER_BYTES);
  return bytes;
}
