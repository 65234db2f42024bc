//! How much of one text stands in another, by runs of words.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The words of a text, lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

/// Runs of words of a text, to be looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    length: usize,
    seen: HashSet<u64>,
}

impl Runs {
    /// The runs of `length` words of a text; of a shorter text, the text.
    pub(crate) fn of(text: &str, length: usize) -> Self {
        let words = words(text);
        let length = length.min(words.len()).max(1);
        Self { length, seen: words.windows(length).map(hash).collect() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }

    /// The share of `words`' runs that stand in this text: 0 to 1.
    pub(crate) fn share(&self, words: &[String]) -> f32 {
        if self.seen.is_empty() || words.len() < self.length {
            return 0.0;
        }
        let runs = words.len() + 1 - self.length;
        let found = words.windows(self.length).filter(|w| self.seen.contains(&hash(w))).count();
        found as f32 / runs as f32
    }
}

fn hash(words: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// How alike two titles are: words in common over words in either, 0 to 1.
pub(crate) fn likeness(a: &[String], b: &[String]) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let (a, b): (HashSet<_>, HashSet<_>) = (a.iter().collect(), b.iter().collect());
    a.intersection(&b).count() as f32 / a.union(&b).count() as f32
}
