//! How much of one text stands in another, by runs of words.

use crate::hash::{self, Set};
use crate::lexicon;

/// A word in lower case, of which only sameness and length matter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) hash: u64,
    pub(crate) bytes: usize,
    pub(crate) letters: usize,
}

/// The words of a text in order, to be looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    list: Vec<Word>,
    distinct: Set<u64>,
}

impl Words {
    /// Cuts a text into its words.
    pub(crate) fn of(text: &str) -> Self {
        let mut lower = String::new();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        let list: Vec<Word> = words
            .map(|word| {
                if word.is_ascii() {
                    lower.clear();
                    lower.push_str(word);
                    lower.make_ascii_lowercase();
                } else {
                    lower = lexicon::lower(word);
                }
                Word { hash: hash::of(lower.as_str()), bytes: lower.len(), letters: lower.chars().count() }
            })
            .collect();
        Self { distinct: list.iter().map(|w| w.hash).collect(), list }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Word> {
        self.list.iter()
    }

    pub(crate) fn contains(&self, word: &Word) -> bool {
        self.distinct.contains(&word.hash)
    }

    /// Same for texts of the same words.
    pub(crate) fn fingerprint(&self) -> u64 {
        run(&self.list)
    }

    /// How alike two titles are: words in common over words in either, 0 to 1.
    pub(crate) fn likeness(&self, other: &Self) -> f32 {
        if self.is_empty() || other.is_empty() {
            return 0.0;
        }
        let common = self.distinct.iter().filter(|w| other.distinct.contains(*w)).count();
        common as f32 / (self.distinct.len() + other.distinct.len() - common) as f32
    }
}

/// Runs of words of a text, to be looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    length: usize,
    seen: Set<u64>,
}

impl Runs {
    /// The runs of `length` words of a text; of a shorter text, the text.
    pub(crate) fn of(words: &Words, length: usize) -> Self {
        let length = length.min(words.len()).max(1);
        Self { length, seen: words.list.windows(length).map(run).collect() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }

    /// The share of `words`' runs that stand in this text: 0 to 1.
    pub(crate) fn share(&self, words: &Words) -> f32 {
        if self.seen.is_empty() || words.len() < self.length {
            return 0.0;
        }
        let runs = words.len() + 1 - self.length;
        let found = words.list.windows(self.length).filter(|w| self.seen.contains(&run(w))).count();
        found as f32 / runs as f32
    }
}

fn run(words: &[Word]) -> u64 {
    // Sums of odd multiples keep the order and cost one step a word.
    words.iter().fold(0, |sum: u64, word| sum.wrapping_mul(ORDER).wrapping_add(word.hash))
}

/// An odd number without structure: the golden ratio's first 64 bits.
const ORDER: u64 = 0x9e37_79b9_7f4a_7c15;
