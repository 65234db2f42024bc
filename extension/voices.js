// Who reads aloud: a voice for each language, and how fast. Kept on this device, since another has other voices.

/** Times the voice's own speed. */
export const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5];
/** Milliseconds that a browser is given to find its voices; Chromium has none at first. */
const WAIT_MS = 1000;

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
