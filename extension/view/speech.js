// The interface's words, and dates and numbers as its language writes them; and how long a text takes to read, by its own.

/**
 * @typedef {object} Speech
 * @property {string} locale BCP 47
 * @property {(name: string, ...values: string[]) => string} say a message by its name
 */

/**
 * A message in the plural form that a count asks for: `name_one`, `name_other`…
 * @param {Speech} speech @param {string} name @param {number} count
 */
export function sayCount({ locale, say }, name, count) {
  const form = new Intl.PluralRules(locale).select(count);
  const number = new Intl.NumberFormat(locale).format(count);
  return say(`${name}_${form}`, number) || say(`${name}_other`, number);
}

/**
 * A moment of ISO 8601 as a date in words, and in full where the page gave a time too. Nothing where it is no date.
 * @param {Speech} speech @param {string} iso @param {"long" | "medium"} [style] how much room there is
 * @returns {{ date: string, full: string } | undefined}
 */
export function sayDate({ locale }, iso, style = "long") {
  const hasTime = iso.includes("T");
  // A date without a time is a day of the calendar, whatever the reader's time zone.
  const moment = new Date(hasTime ? iso : `${iso.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(moment.getTime())) return undefined;
  /** @param {Intl.DateTimeFormatOptions} how */
  const format = (how) => new Intl.DateTimeFormat(locale, { ...how, ...(hasTime ? {} : { timeZone: "UTC" }) }).format(moment);
  const date = format({ dateStyle: style });
  return { date, full: hasTime ? format({ dateStyle: "full", timeStyle: "long" }) : date };
}

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
