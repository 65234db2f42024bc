//! Prompts that a page ends with: "Download the app", a line more that says so, the shops' signs.

use super::Seen;
use crate::block::BlockId;
use crate::lexicon::wording::{self, Wording};

/// Words; a prompt is one or two sentences.
const MAX_WORDS: f32 = 40.0;
/// What parts a prompt from what leads to it: "New here? Get the app".
const SENTENCE_ENDS: [char; 8] = ['.', '!', '?', ':', '。', '！', '？', '：'];
/// Passages that say the same; one may be a heading of the text.
const MIN_PROMPTS: usize = 2;
/// Words of the sign of a shop.
const MAX_SIGN: f32 = 3.0;
/// Probability; passages behind the prompts that are less likely to be text are the page's foot.
const FOOT: f32 = 0.3;

/// Where a prompt for an app begins that stands behind all text of the page, up to the page's end: its first passage is nothing but a
/// set phrase, and a sentence of another one begins with one.
pub(super) fn at_the_end(seen: &[Seen]) -> Option<BlockId> {
    let is_prompt = |one: &Seen| {
        let says_so = |sentence: &str| wording::read(sentence.trim()).starts.contains(Wording::APP);
        one.passage.traits.words <= MAX_WORDS && one.passage.text().split(SENTENCE_ENDS).any(says_so)
    };
    // "App Store", "Google Play"
    let is_sign = |one: &Seen| one.passage.traits.words <= MAX_SIGN && !one.passage.traits.ends_sentence;
    let is_foot = |one: &Seen| one.passage.block.content.is_visual() || one.first < FOOT || is_sign(one);
    let from = seen.iter().rposition(|one| !is_foot(one) && !is_prompt(one)).map_or(0, |last| last + 1);
    let says_app = |one: &Seen| one.glance.reading.whole.contains(Wording::APP);
    // Where nothing says so, as on most pages, no sentence is read.
    seen[from..].iter().find(|one| says_app(one))?;
    let mut prompts = seen[from..].iter().filter(|one| is_prompt(one));
    let first = prompts.next().filter(|first| says_app(first))?;
    (prompts.count() + 1 >= MIN_PROMPTS).then_some(first.passage.block.id)
}
