//! How much of one text stands in another, by runs of words.

use crate::hash::{self, Set};
use crate::lexicon;

/// A word in lower case, of which only sameness and length matter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) hash: u64,
    /// Its length, up to 255.
    pub(crate) bytes: u8,
    pub(crate) letters: u8,
    /// It did not come before in its text.
    pub(crate) is_new: bool,
}

impl Word {
    const EMPTY: Self = Self { hash: hash::EMPTY, bytes: 0, letters: 0, is_new: true };

    fn push(&mut self, letter: char) {
        for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
            self.push_byte(byte);
        }
        self.letters = self.letters.saturating_add(1);
    }

    fn push_ascii(&mut self, letter: u8) {
        self.push_byte(letter);
        self.letters = self.letters.saturating_add(1);
    }

    fn push_byte(&mut self, byte: u8) {
        self.hash = hash::grow(self.hash, byte);
        self.bytes = self.bytes.saturating_add(1);
    }
}

/// Bytes; a guess that a list of words rarely outgrows.
const SHORT_WORD: usize = 5;
/// Words that are sooner looked through than put into a table.
const FEW: usize = 16;

/// The words of a text in order, to be looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    list: Vec<Word>,
    /// The words' hashes, where they are more than [`FEW`].
    table: Set<u64>,
    /// How many differ.
    distinct: usize,
}

impl Words {
    /// Cuts a text into its words.
    pub(crate) fn of(text: &str) -> Self {
        let mut list = Vec::with_capacity(text.len() / SHORT_WORD + 1);
        let mut word = Word::EMPTY;
        for c in text.chars() {
            match c {
                'a'..='z' | 'A'..='Z' | '0'..='9' => word.push_ascii(c.to_ascii_lowercase() as u8),
                _ if !c.is_ascii() && c.is_alphanumeric() => lexicon::lower_each(c, |c| word.push(c)),
                _ if word.bytes > 0 => list.push(std::mem::replace(&mut word, Word::EMPTY)),
                _ => {}
            }
        }
        if word.bytes > 0 {
            list.push(word);
        }
        let mut table = Set::default();
        if list.len() > FEW {
            table.reserve(list.len());
            list.iter_mut().for_each(|word| word.is_new = table.insert(word.hash));
        } else {
            (1..list.len()).for_each(|at| list[at].is_new = !list[..at].iter().any(|before| before.hash == list[at].hash));
        }
        let distinct = list.iter().filter(|word| word.is_new).count();
        Self { list, table, distinct }
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
        if self.list.len() > FEW { self.table.contains(&word.hash) } else { self.list.iter().any(|own| own.hash == word.hash) }
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
        let (small, large) = if self.len() < other.len() { (self, other) } else { (other, self) };
        let common = small.list.iter().filter(|w| w.is_new && large.contains(w)).count();
        common as f32 / (self.distinct + other.distinct - common) as f32
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
