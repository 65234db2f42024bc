// How long a text takes to read, by its language.

/**
 * Words a minute, means of 17 languages' readers; Chinese and Japanese from their characters, of which the core counts 1.6 to a word.
 * Trauzettel-Klosinski and Dietz, "Standardized assessment of reading performance", Investigative Ophthalmology & Visual
 * Science 53 (2012), doi:10.1167/iovs.11-8284; the same as in the core's JSON.
 * @type {Record<string, number>}
 */
const WORDS_A_MINUTE = { ar: 138, de: 179, en: 228, es: 218, fi: 161, fr: 195, he: 187, it: 188, ja: 223, nl: 202, pl: 166, pt: 181, ru: 184, sl: 180, sv: 199, tr: 166, zh: 159 };
/** The mean of all, for the languages that were not measured. */
const MEAN = 184;

/** Whole minutes, at least one where there is a text. @param {number} words @param {string | null | undefined} lang */
export const minutesFor = (words, lang) => Math.ceil(words / (WORDS_A_MINUTE[(lang ?? "").toLowerCase().split(/[-_]/)[0]] ?? MEAN));
