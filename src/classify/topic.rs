//! Which words the page's likely text uses again and again: a passage of the same story shares them, a teaser of another does not.

use super::overlap::words;
use super::page::Seen;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Bytes; shorter words say little of what a text is about.
const LONG: usize = 5;
/// Long words of one passage that are looked at.
const MOST: usize = 120;
/// Probability of other passages with the same word that makes it the page's own.
const ENOUGH: f32 = 0.6;

/// The long words of each passage, and how much likely text uses each of them.
#[derive(Debug)]
pub(super) struct Topic {
    passages: Vec<Vec<u64>>,
    mass: HashMap<u64, f32>,
}

impl Topic {
    pub(super) fn new(seen: &[Seen]) -> Self {
        let passages: Vec<Vec<u64>> = seen.iter().map(|s| long_words(&s.passage.text())).collect();
        let mut mass: HashMap<u64, f32> = HashMap::new();
        for (one, words) in seen.iter().zip(&passages) {
            if one.passage.traits.words >= 8.0 {
                for &word in words {
                    *mass.entry(word).or_default() += one.first;
                }
            }
        }
        Self { passages, mass }
    }

    /// The share of a passage's long words that other likely passages use too, and how many long words it has.
    pub(super) fn share(&self, i: usize, seen: &Seen) -> (f32, f32) {
        let words = &self.passages[i];
        let own = if seen.passage.traits.words >= 8.0 { seen.first } else { 0.0 };
        let known = words.iter().filter(|w| self.mass.get(w).is_some_and(|m| m - own > ENOUGH)).count();
        (if words.is_empty() { -1.0 } else { known as f32 / words.len() as f32 }, words.len() as f32)
    }
}

fn long_words(text: &str) -> Vec<u64> {
    let mut seen = HashSet::new();
    words(text)
        .iter()
        .filter(|w| w.len() >= LONG)
        .map(|w| {
            let mut hasher = DefaultHasher::new();
            w.hash(&mut hasher);
            hasher.finish()
        })
        .filter(|h| seen.insert(*h))
        .take(MOST)
        .collect()
}
