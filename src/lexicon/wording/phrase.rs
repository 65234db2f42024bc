//! The phrases of `data/wording`, as the build script packs them into a table. Shared with it, so it names no other stage.

use super::words::{GAP, Word, join, words};

/// Where a phrase must stand to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    Whole,
    Label,
    Start,
    Anywhere,
}

/// A phrase without its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Phrase {
    /// The hash of its words, without its highest bit; see [`key`].
    pub(crate) key: u32,
    pub(crate) place: Place,
    /// The number of the family; [`HEAD`] for the beginning of a phrase with a gap.
    pub(crate) family: u8,
}

/// What a hash is known by. Of 13,000 phrases among so many keys one in 160,000 other texts is taken for one, and each bit more would be
/// 1.6 kB in the wasm.
pub(crate) fn key(hash: u32) -> u32 {
    hash & (u32::MAX >> 1)
}

/// Stands in the place of a family for the beginning of a phrase with a gap.
pub(crate) const HEAD: u8 = 63;

/// Words of the longest phrase that begins with a word, and with a character of a script without spaces.
const LONGEST: usize = 12;
const LONGEST_CLOSED: usize = 24;

/// Words that a phrase may have which begins with this one.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "eight bytes in the wasm, more elsewhere")]
pub(crate) fn longest(first: &Word) -> usize {
    if first.is_character { LONGEST_CLOSED } else { LONGEST }
}

const PLACES: [Place; 4] = [Place::Whole, Place::Label, Place::Start, Place::Anywhere];

/// The phrases of one family's line.
#[allow(dead_code, reason = "the build script and the tests read phrases")]
pub(crate) fn parse(line: &str, family: u8, phrases: &mut Vec<Phrase>) {
    let list = line.split_once("  ").map_or("", |(_language, list)| list);
    for written in list.split(" | ").map(str::trim).filter(|w| !w.is_empty()) {
        let (place, text) = match written.split_at_checked(1) {
            Some(("=", text)) => (Place::Whole, text),
            Some((":", text)) => (Place::Label, text),
            Some(("^", text)) if text.ends_with([':', '：']) => (Place::Label, text),
            Some(("^", text)) => (Place::Start, text),
            _ => (Place::Anywhere, written),
        };
        let mut hash = 0;
        for (i, part) in text.split(" * ").enumerate() {
            if i > 0 {
                phrases.push(Phrase { key: key(hash), place, family: HEAD });
                hash = join(hash, GAP);
            }
            let words = words(part);
            assert!(words.first().is_none_or(|first| words.len() <= longest(first)), "longer than what is looked for: {written}");
            hash = words.iter().fold(hash, |h, w| join(h, w.hash));
        }
        if hash != 0 {
            phrases.push(Phrase { key: key(hash), place, family });
        }
    }
}

/// Place and family in a byte.
#[allow(dead_code, reason = "the build script packs")]
pub(crate) fn entry(phrase: Phrase) -> u8 {
    phrase.place as u8 | phrase.family << 2
}

/// A phrase from its key, and its [`entry`].
#[allow(dead_code, reason = "the crate unpacks")]
pub(crate) fn phrase((key, entry): (u32, &u8)) -> Phrase {
    Phrase { key, place: PLACES[usize::from(entry & 3)], family: entry >> 2 }
}
