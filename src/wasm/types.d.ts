/** How a page is read. */
export interface Options {
  /** The page's absolute address: base of relative links. */
  url?: string;
  /** The transport's label, such as `text/html; charset=shift_jis`. */
  contentType?: string;
  /** The moment that "an hour ago" counts from: seconds since 1970. */
  now?: number;
}

/** What is thrown: an `Error` with a stable name for programs. */
export interface ReaderError extends Error {
  code: "bad-options" | "tokenizer" | "ended" | "binding";
}

export type Role = "main" | "related";
export type Direction = "ltr" | "rtl";
export type Confidence = "low" | "medium" | "high";

/** Why a block is in no article. */
export type Reason =
  | "advertisement" | "promotion" | "newsletter" | "share" | "navigation" | "comments" | "consent" | "paywall" | "related"
  | "metadata" | "about" | "legal" | "duplicate" | "hidden" | "form" | "decoration" | "boilerplate" | "moved";

/** A picture that stands for an article. */
export interface LeadImage {
  url: string;
  alt: string | null;
  caption: string | null;
  credit: string | null;
}

/** What is known of an article besides its text; text is plain, never markup. */
export interface Metadata {
  title: string | null;
  byline: string[];
  source: string | null;
  /** ISO 8601. */
  published: string | null;
  /** ISO 8601. */
  modified: string | null;
  /** The time as the page words it. */
  publishedText: string | null;
  url: string | null;
  image: LeadImage | null;
  excerpt: string | null;
  lang: string | null;
  dir: Direction | null;
  /** Where each value was read, by its field's name. */
  origin: Record<string, string>;
}

/** The page itself. */
export interface Page {
  url: string | null;
  title: string | null;
  siteName: string | null;
  lang: string | null;
  dir: Direction | null;
  charset: string;
  confidence: Confidence;
  /** Of a thread, for each post its first shown block, then those that say who wrote it, and when; left out where there are none. */
  posts?: number[][];
}

/** One article's place in the outline. */
export interface Entry extends Metadata {
  article: number;
  role: Role;
  /** Words of its text; estimated from letters for scripts without spaces. */
  wordCount: number;
  confidence: Confidence;
  /** The article whose text it was found in, with nothing between the two. */
  continues: number | null;
}

/** A part that is in no article. */
export interface Cut {
  id: number;
  reason: Reason;
  /** The name of the rule that decided. */
  rule: string;
  text: string;
  bytes: number;
  restorable: boolean;
}

/** A part that is in no article, with what a view needs to put it back. */
export interface Removed extends Cut {
  html: string | null;
  /** The place to restore it to; `null` at the start. */
  after: { article: number; block: number } | null;
}

/** A text that was cut, and may be the one that was meant. */
export interface Candidate {
  /** The start of its first sentences. */
  excerpt: string;
  words: number;
  /** Its blocks among the removed ones, in the page's order. */
  blocks: number[];
}

/** Something the caller should know that is not an error. */
export interface Note {
  code: string;
  message: string;
}

/** What the page turned out to be. */
export interface Outline {
  page: Page;
  articles: Entry[];
  removed: Removed[];
  /** Other texts of the page, the longest first. */
  candidates: Candidate[];
  notes: Note[];
}

/** One step of the result; `at` is how many bytes had been read. Applied in order, they leave the articles as they are. */
export type Change = { at: number } & (
  | { type: "open"; article: number; role: Role }
  | { type: "append"; article: number; block: number; after: number | null; html: string }
  | { type: "retract"; article: number; block: number; reason: Reason }
  | { type: "update"; article: number; metadata: Metadata }
  | { type: "settle"; article: number; block: number }
  | { type: "close"; article: number }
  | { type: "end"; outline: Outline }
);

/** An article with its text. */
export interface Article extends Metadata {
  role: Role;
  /** A short list of elements, none of the page's own markup; safe to show. */
  html: string;
  /** Paragraphs parted by empty lines, captions where their pictures stand. */
  text: string;
  wordCount: number;
  readingMinutes: number;
  confidence: Confidence | null;
  /** The article whose text it was found in, by its place in the list. */
  continues: number | null;
}

/** Everything that was found on a page: what the command line writes as JSON. */
export interface Extraction {
  page: Page | null;
  /** The main article first. */
  articles: Article[];
  removed: Cut[];
  /** Other texts of the page, the longest first. */
  candidates: Candidate[];
  notes: Note[];
}
