
/** Something that was done to the page: to its bytes from `start` up to `end`, as it came. */
export type Edit = { start: number; end: number } & (
  /** They were left out: why, and the rule that was first to say so. */
  | { kind: "cut"; reason: Reason; rule: string }
  /** A section was put around them, for they are a related article. */
  | { kind: "section" }
);

/** A part of the rewritten page. */
export interface Decluttered {
  /** The next bytes of the page, in its own encoding. */
  html: Uint8Array<ArrayBuffer>;
  /** What was done in them. */
  edits: Edit[];
  /** How many of the page's bytes are given out or cut by now; those that came after them still wait. */
  until: number;
}
