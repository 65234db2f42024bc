//! Lists of words and of beginnings of words, looked up by their hash: nothing is sorted or copied when a list is first needed.

use crate::hash::{self, Map};

/// Words, each with what it means, in bits. Not generic: the wasm holds it once.
#[derive(Debug)]
pub(crate) struct Stems {
    /// What a word means by the hash of its letters, and what all words mean that begin so, by that hash changed by [`BEGINS`].
    meanings: Map<u64, u32>,
    /// A bit for each low bits of a hash that is in `meanings`: most lookups end here.
    known: [u64; KNOWN],
    /// How long words of the lists are, in bytes, a bit for each length: most others need no search.
    lengths: Lengths,
    /// The same for beginnings of words.
    begin_lengths: Lengths,
}

/// Words of bits: eight bits for each word of the longest lists.
const KNOWN: usize = 256;

/// Parts the hashes of beginnings from those of words.
const BEGINS: u64 = 0x9e37_79b9_7f4a_7c15;

impl Stems {
    /// Reads lists of words parted by spaces, `stem*` for every word that begins so.
    pub(crate) fn new(lists: &[(u32, &str)]) -> Self {
        let mut stems = Self::default();
        lists.iter().for_each(|(bits, list)| list.split_ascii_whitespace().for_each(|word| stems.add(*bits, word)));
        stems
    }

    /// Adds a word, or with `*` at its end a beginning of words.
    pub(crate) fn add(&mut self, bits: u32, written: &str) {
        let (word, lengths, sort) = match written.strip_suffix('*') {
            Some(stem) => (stem, &mut self.begin_lengths, BEGINS),
            None => (written, &mut self.lengths, 0),
        };
        lengths.add(word.len());
        let hash = hash::of_text(word) ^ sort;
        self.known[place(hash)] |= 1 << (hash & 63);
        *self.meanings.entry(hash).or_default() |= bits;
    }

    /// What a word means: as itself, and by how it begins.
    pub(crate) fn meaning(&self, word: &str) -> u32 {
        self.meaning_of(word.bytes())
    }

    /// The same, of a word of ASCII letters in any case.
    pub(crate) fn meaning_of_plain(&self, word: &str) -> u32 {
        self.meaning_of(word.bytes().map(|b| b.to_ascii_lowercase()))
    }

    fn meaning_of(&self, word: impl ExactSizeIterator<Item = u8>) -> u32 {
        let (mut hash, mut found, length) = (hash::EMPTY, 0, word.len());
        for (i, byte) in word.enumerate() {
            hash = hash::grow(hash, byte);
            if self.begin_lengths.has(i + 1) {
                found |= self.get(hash ^ BEGINS);
            }
        }
        if self.lengths.has(length) { found | self.get(hash) } else { found }
    }

    /// What a word means as itself.
    pub(crate) fn meaning_whole(&self, word: &str) -> u32 {
        if self.lengths.has(word.len()) { self.get(hash::of_text(word)) } else { 0 }
    }

    /// Whether a word of these bytes and this hash is in the lists.
    pub(crate) fn has(&self, bytes: usize, hash: u64) -> bool {
        self.lengths.has(bytes) && self.get(hash) != 0
    }

    fn get(&self, hash: u64) -> u32 {
        let is_known = self.known[place(hash)] >> (hash & 63) & 1 == 1;
        if is_known { self.meanings.get(&hash).copied().unwrap_or(0) } else { 0 }
    }
}

impl Default for Stems {
    fn default() -> Self {
        Self { meanings: Map::default(), known: [0; KNOWN], lengths: Lengths::default(), begin_lengths: Lengths::default() }
    }
}

/// Which of the words of bits a hash has its bit in.
fn place(hash: u64) -> usize {
    (hash >> 6) as usize % KNOWN
}

/// Lengths in bytes; 63 stands for all longer ones.
#[derive(Clone, Copy, Debug, Default)]
struct Lengths(u64);

impl Lengths {
    fn add(&mut self, length: usize) {
        self.0 |= 1 << length.min(63);
    }

    fn has(self, length: usize) -> bool {
        self.0 >> length.min(63) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_beginnings_mean_what_the_lists_say() {
        let stems = Stems::new(&[(1, "share* social"), (2, "sharebar shared* a*"), (4, "share")]);
        for (word, meaning) in [
            ("share", 5),
            ("shares", 1),
            ("sharedaddy", 3),
            ("sharebar", 3),
            ("sharebars", 1),
            ("social", 1),
            ("socials", 0),
            ("ab", 2),
            ("", 0),
        ] {
            assert_eq!(stems.meaning(word), meaning, "{word}");
        }
        assert_eq!((stems.meaning_whole("share"), stems.meaning_whole("shared"), stems.meaning_whole("social")), (4, 0, 1));
    }

    #[test]
    fn it_finds_what_a_walk_through_the_list_finds() {
        let list = "a* ab abc* abcd b* ba bab* c ca*";
        let stems = Stems::new(&[(1, list)]);
        for word in (0..125).map(|n: usize| [n / 25, n / 5 % 5, n % 5].map(|i| ["", "a", "b", "c", "d"][i]).concat()) {
            let by_hand = list.split(' ').any(|p| p.strip_suffix('*').map_or(p == word, |stem| word.starts_with(stem)));
            assert_eq!(stems.meaning(&word) == 1, by_hand, "{word}");
        }
    }
}
