//! What a word may mean in a date line: every list of whole words in one table, so that a word is looked up once.

use super::token::fold;
use crate::hash::{Map, Set};
use crate::lexicon::ago::{AFTER, BEFORE, CLOSED, CLOSED_DAYS, DAYS, NOW, ONE, TWO, UNITS, Unit};
use crate::lexicon::date_words::{
    AFTER_NOON, AROUND, BEFORE_NOON, CLOCK_WORDS, CLOSED_AROUND, ERAS, JOINERS, TWO_WORD_DAYS, UPDATED, VAGUE_ZONES, ZONES,
};
use crate::lexicon::months::{MONTHS, SOLAR_HIJRI, WEEKDAYS};
use crate::lexicon::stems::Stems;
use bitflags::bitflags;
use std::borrow::Cow;
use std::sync::LazyLock;

bitflags! {
    /// The lists that hold a word, or, of scripts without spaces, that hold a phrase with its first character.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(super) struct Meaning: u32 {
        const AROUND = 1;
        const BEFORE = 1 << 1;
        const AFTER = 1 << 2;
        const ONE = 1 << 3;
        const TWO = 1 << 4;
        const DAY = 1 << 5;
        const MONTH = 1 << 6;
        /// The first word of a month's name of two.
        const HALF_MONTH = 1 << 7;
        const SOLAR_MONTH = 1 << 8;
        const WEEKDAY = 1 << 9;
        const JOINER = 1 << 10;
        const CLOCK_WORD = 1 << 11;
        const ZONE = 1 << 12;
        const VAGUE_ZONE = 1 << 13;
        const AFTER_NOON = 1 << 14;
        const BEFORE_NOON = 1 << 15;
        /// The first word of `il y a`.
        const IL = 1 << 16;
        const CLOSED_AROUND = 1 << 17;
        const CLOSED_AGO = 1 << 18;
        const CLOSED_DAY = 1 << 19;
        const CLOSED_NOON = 1 << 20;
        const ERA = 1 << 21;
        /// What a moment may begin with, besides a number.
        const OPENS = Self::BEFORE.bits() | Self::ONE.bits() | Self::DAY.bits() | Self::MONTH.bits() | Self::HALF_MONTH.bits()
            | Self::SOLAR_MONTH.bits() | Self::IL.bits() | Self::CLOSED_DAY.bits() | Self::ERA.bits();
        /// Words without which a line that has no number names no moment.
        const RELATIVE = Self::BEFORE.bits() | Self::AFTER.bits() | Self::DAY.bits() | Self::IL.bits() | Self::CLOSED_DAY.bits();
    }
}

struct Table {
    words: Map<Box<str>, Meaning>,
    /// By the first characters of phrases without spaces.
    closed: Map<char, Meaning>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { words: Map::default(), closed: Map::default() };
    let lists = [
        (Meaning::AROUND, AROUND),
        (Meaning::BEFORE, BEFORE),
        (Meaning::AFTER, AFTER),
        (Meaning::ONE, ONE),
        (Meaning::IL, "il"),
        (Meaning::WEEKDAY, WEEKDAYS),
        (Meaning::JOINER, JOINERS),
        (Meaning::CLOCK_WORD, CLOCK_WORDS),
        (Meaning::VAGUE_ZONE, VAGUE_ZONES),
        (Meaning::AFTER_NOON, AFTER_NOON),
        (Meaning::BEFORE_NOON, BEFORE_NOON),
    ];
    let closed_lists = [(Meaning::CLOSED_AROUND, CLOSED_AROUND), (Meaning::CLOSED_NOON, AFTER_NOON), (Meaning::CLOSED_NOON, BEFORE_NOON)];
    for (meaning, list) in lists {
        table.add(meaning, list.split_ascii_whitespace());
    }
    for (_, words) in TWO {
        table.add(Meaning::TWO, words.split_ascii_whitespace());
    }
    table.add(Meaning::DAY, DAYS.iter().map(|(_, day, _)| *day).chain(TWO_WORD_DAYS.iter().map(|(first, _, _)| *first)));
    table.add(Meaning::ZONE, ZONES.iter().map(|(name, _)| *name));
    for (_, row) in MONTHS {
        for spelling in row.split(['|', '/']) {
            match spelling.split_once(' ') {
                Some((first, _)) => table.add(Meaning::HALF_MONTH, [first]),
                None => table.add(Meaning::MONTH, [spelling]),
            }
        }
    }
    table.add(Meaning::SOLAR_MONTH, SOLAR_HIJRI.split('|'));
    for (meaning, list) in closed_lists {
        table.add_closed(meaning, list.split_ascii_whitespace());
    }
    for (_, phrases) in CLOSED {
        table.add_closed(Meaning::CLOSED_AGO, phrases.split_ascii_whitespace());
    }
    table.add_closed(Meaning::CLOSED_DAY, CLOSED_DAYS.iter().map(|(phrase, _)| *phrase));
    table.add_closed(Meaning::ERA, ERAS.iter().map(|(name, _)| *name));
    table
});

/// The units' words, a bit for each unit.
static UNIT_WORDS: LazyLock<Stems<u8>> = LazyLock::new(|| {
    let lists: Vec<_> = UNITS.iter().map(|(unit, words)| (bit(*unit), *words)).collect();
    Stems::spelled(&lists, |word| Cow::Owned(fold(word)))
});

static UPDATED_WORDS: LazyLock<Stems<bool>> = LazyLock::new(|| Stems::spelled(&[(true, UPDATED)], |word| Cow::Owned(fold(word))));

static NOW_PHRASES: LazyLock<Set<String>> = LazyLock::new(|| NOW.iter().map(|phrase| fold(phrase)).collect());

impl Table {
    fn add<'w>(&mut self, meaning: Meaning, words: impl IntoIterator<Item = &'w str>) {
        for word in words {
            *self.words.entry(fold(word).into()).or_default() |= meaning;
        }
    }

    fn add_closed<'p>(&mut self, meaning: Meaning, phrases: impl IntoIterator<Item = &'p str>) {
        for first in phrases.into_iter().filter_map(|phrase| phrase.chars().next()).filter(|c| !c.is_ascii()) {
            *self.closed.entry(first).or_default() |= meaning;
        }
    }
}

/// What a word may mean; `folded` is its [`fold`].
pub(super) fn meaning(word: &str, folded: &str) -> Meaning {
    let whole = TABLE.words.get(folded).copied().unwrap_or_default();
    match word.chars().next() {
        Some(first) if !first.is_ascii() => whole | TABLE.closed.get(&first).copied().unwrap_or_default(),
        _ => whole,
    }
}

/// The unit that a word names, the smallest where words are alike.
pub(super) fn unit(word: &str) -> Option<Unit> {
    let units = UNIT_WORDS.meaning(&fold(word));
    UNITS.iter().map(|(unit, _)| *unit).find(|unit| units & bit(*unit) != 0)
}

fn bit(unit: Unit) -> u8 {
    1 << unit as u8
}

/// Whether a word speaks of an update.
pub(super) fn is_updated(word: &str) -> bool {
    UPDATED_WORDS.meaning(&fold(word))
}

/// Whether a line is a phrase for this very moment.
pub(super) fn is_now(line: &str) -> bool {
    NOW_PHRASES.contains(&fold(line))
}
