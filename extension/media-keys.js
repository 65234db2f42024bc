// Keys for play, pause and skip, of keyboards and headphones. Browsers give them to who plays sound, and a voice is none to them:
// so silence plays along while the voice speaks.

/** Chromium gives keys to sounds of five seconds and more. */
const SECONDS = 6;
/** The least that a WAV file may have. */
const SAMPLES_A_SECOND = 8000;
const HEADER_BYTES = 44;

/** @typedef {{ play: () => void, pause: () => void, nexttrack: () => void, previoustrack: () => void, stop: () => void }} Acts */

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
