//! Which words the page's likely text uses again and again: a passage of the same story shares them, a teaser of another does not.

use super::overlap::Words;
use super::page::Seen;
use crate::hash::Map;

/// Bytes; shorter words say little of what a text is about.
const LONG: u8 = 5;
/// Long words of one passage that are looked at.
const MOST: usize = 120;
/// Probability of other passages with the same word that makes it the page's own.
const ENOUGH: f32 = 0.6;

/// How much likely text uses each long word.
#[derive(Debug)]
pub(super) struct Topic {
    mass: Map<u64, f32>,
}

impl Topic {
    pub(super) fn new(seen: &[Seen]) -> Self {
        let mut mass: Map<u64, f32> = Map::default();
        for one in seen {
            if one.passage.traits.words >= 8.0 {
                for &word in &one.glance.long_words {
                    *mass.entry(word).or_default() += one.first;
                }
            }
        }
        Self { mass }
    }

    /// The share of a passage's long words that other likely passages use too, and how many long words it has.
    pub(super) fn share(&self, seen: &Seen) -> (f32, f32) {
        let words = &seen.glance.long_words;
        let own = if seen.passage.traits.words >= 8.0 { seen.first } else { 0.0 };
        let known = words.iter().filter(|w| self.mass.get(w).is_some_and(|m| m - own > ENOUGH)).count();
        (if words.is_empty() { -1.0 } else { known as f32 / words.len() as f32 }, words.len() as f32)
    }
}

/// The long words of a passage, each once.
pub(super) fn long_words(words: &Words) -> Box<[u64]> {
    words.iter().filter(|w| w.bytes >= LONG && w.is_new).map(|w| w.hash).take(MOST).collect()
}
