//! Lists of words and of beginnings of words, looked up in one search.

use std::borrow::Cow;
use std::ops::Range;

/// Words, each with what it means, in bits. Not generic: the wasm holds it once.
#[derive(Debug)]
pub(crate) struct Stems {
    /// Sorted by word, each word once.
    entries: Vec<Entry>,
    /// For each first byte of a word, the place of the first entry that begins with it or with a higher one.
    firsts: Vec<usize>,
}

#[derive(Debug)]
struct Entry {
    word: Cow<'static, str>,
    /// What the word itself means.
    whole: u32,
    /// What every word means that begins so; that of shorter beginnings included.
    begins: u32,
    /// The longest other entry that the word begins with.
    parent: Option<usize>,
}

impl Stems {
    /// Reads lists of words parted by spaces, `stem*` for every word that begins so.
    pub(crate) fn new(lists: &[(u32, &'static str)]) -> Self {
        Self::of(lists.iter().flat_map(|(bits, list)| list.split_ascii_whitespace().map(|word| (*bits, word.into()))).collect())
    }

    /// As [`Stems::new`], word by word.
    pub(crate) fn of(words: Vec<(u32, Cow<'static, str>)>) -> Self {
        let mut entries: Vec<Entry> = words
            .into_iter()
            .map(|(bits, written)| match written.strip_suffix('*') {
                Some(stem) => Entry { word: stem.to_owned().into(), whole: 0, begins: bits, parent: None },
                None => Entry { word: written, whole: bits, begins: 0, parent: None },
            })
            .collect();
        entries.sort_unstable_by(|a, b| a.word.cmp(&b.word));
        entries.dedup_by(|twin, kept| {
            let is_twin = twin.word == kept.word;
            if is_twin {
                kept.whole |= twin.whole;
                kept.begins |= twin.begins;
            }
            is_twin
        });
        let firsts = (0..=256_u16).map(|first| entries.partition_point(|e| e.word.bytes().next().map_or(0, u16::from) < first)).collect();
        let mut stems = Self { entries, firsts };
        for i in 0..stems.entries.len() {
            if let Some(parent) = stems.longest(&stems.entries[i].word, i) {
                stems.entries[i].parent = Some(parent);
                stems.entries[i].begins |= stems.entries[parent].begins;
            }
        }
        stems
    }

    /// What a word means: as itself, and by how it begins.
    pub(crate) fn meaning(&self, word: &str) -> u32 {
        let Some(alike) = self.alike(word) else { return 0 };
        let end = alike.start + self.entries[alike].partition_point(|e| *e.word <= *word);
        self.longest(word, end).map_or(0, |i| {
            let entry = &self.entries[i];
            if entry.word == word { entry.whole | entry.begins } else { entry.begins }
        })
    }

    /// What a word means as itself.
    pub(crate) fn meaning_whole(&self, word: &str) -> u32 {
        let Some(alike) = self.alike(word) else { return 0 };
        let alike = &self.entries[alike];
        alike.binary_search_by(|e| (*e.word).cmp(word)).map_or(0, |i| alike[i].whole)
    }

    /// The entries that begin with the same byte.
    fn alike(&self, word: &str) -> Option<Range<usize>> {
        let first = usize::from(*word.as_bytes().first()?);
        Some(self.firsts[first]..self.firsts[first + 1])
    }

    /// The longest entry before `end` that `word` begins with. It is the last one, or one that the last one begins with: whatever
    /// sorts between a word and its beginning begins so too.
    fn longest(&self, word: &str, end: usize) -> Option<usize> {
        let mut at = end.checked_sub(1);
        while let Some(i) = at {
            if word.starts_with(&*self.entries[i].word) {
                return Some(i);
            }
            at = self.entries[i].parent;
        }
        None
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
