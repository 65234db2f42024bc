//! What a word may mean in a date line: every list in one table, so that a word is looked up once.

use super::token::fold_into;
use crate::lexicon::ago::{AFTER, BEFORE, CLOSED, CLOSED_DAYS, DAYS, LAST, NOW, ONE, TWO, UNITS, Unit};
use crate::lexicon::date_words::{
    AFTER_NOON, AROUND, BEFORE_NOON, CLOCK_WORDS, CLOSED_AROUND, ERAS, JOINERS, TWO_WORD_DAYS, UPDATED, VAGUE_ZONES, ZONES,
};
use crate::lexicon::months::{MONTHS, SOLAR_HIJRI, WEEKDAYS};
use crate::lexicon::stems::Stems;
use bitflags::bitflags;
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
        /// The first word of a whole line for this very moment.
        const OPENS_NOW = 1 << 22;
        const UPDATED = 1 << 23;
        const SECOND = 1 << 24;
        const MINUTE = 1 << 25;
        const HOUR = 1 << 26;
        const DAYS = 1 << 27;
        const WEEK = 1 << 28;
        const MONTHS = 1 << 29;
        const YEAR = 1 << 30;
        const LAST = 1 << 31;
        /// What a moment may begin with, besides a number.
        const OPENS = Self::BEFORE.bits() | Self::ONE.bits() | Self::DAY.bits() | Self::MONTH.bits() | Self::HALF_MONTH.bits()
            | Self::SOLAR_MONTH.bits() | Self::IL.bits() | Self::CLOSED_DAY.bits() | Self::ERA.bits() | Self::LAST.bits()
            | Self::WEEK.bits() | Self::MONTHS.bits() | Self::YEAR.bits();
        /// Words without which a line that has no number names no moment.
        const RELATIVE = Self::BEFORE.bits() | Self::AFTER.bits() | Self::DAY.bits() | Self::IL.bits() | Self::CLOSED_DAY.bits() | Self::LAST.bits();
    }
}

/// All lists, folded.
static WORDS: LazyLock<Stems> = LazyLock::new(|| {
    let mut words = Words::default();
    let lists = [
        (Meaning::AROUND, AROUND),
        (Meaning::BEFORE, BEFORE),
        (Meaning::AFTER, AFTER),
        (Meaning::LAST, LAST),
        (Meaning::ONE, ONE),
        (Meaning::IL, "il"),
        (Meaning::WEEKDAY, WEEKDAYS),
        (Meaning::JOINER, JOINERS),
        (Meaning::CLOCK_WORD, CLOCK_WORDS),
        (Meaning::VAGUE_ZONE, VAGUE_ZONES),
        (Meaning::AFTER_NOON, AFTER_NOON),
        (Meaning::BEFORE_NOON, BEFORE_NOON),
        (Meaning::UPDATED, UPDATED),
    ];
    let closed = [(Meaning::CLOSED_AROUND, CLOSED_AROUND), (Meaning::CLOSED_NOON, AFTER_NOON), (Meaning::CLOSED_NOON, BEFORE_NOON)];
    for (meaning, list) in lists.into_iter().chain(UNITS.iter().map(|(unit, list)| (of_unit(*unit), *list))) {
        words.add(meaning, list.split_ascii_whitespace());
    }
    for (meaning, list) in closed.into_iter().chain(CLOSED.iter().map(|(_, list)| (Meaning::CLOSED_AGO, *list))) {
        words.add_closed(meaning, list.split_ascii_whitespace());
    }
    words.add_closed(Meaning::CLOSED_DAY, CLOSED_DAYS.iter().map(|(phrase, _)| *phrase));
    words.add_closed(Meaning::ERA, ERAS.iter().map(|(name, _)| *name));
    words.add(Meaning::TWO, TWO.iter().flat_map(|(_, list)| list.split_ascii_whitespace()));
    words.add(Meaning::DAY, DAYS.iter().map(|(_, day, _)| *day).chain(TWO_WORD_DAYS.iter().map(|(first, _, _)| *first)));
    words.add(Meaning::OPENS_NOW, NOW.iter().filter_map(|phrase| phrase.split(' ').next()));
    words.add_closed(Meaning::OPENS_NOW, NOW.iter().copied());
    words.add(Meaning::ZONE, ZONES.iter().map(|(name, _)| *name));
    words.add(Meaning::SOLAR_MONTH, SOLAR_HIJRI.split('|'));
    for name in MONTHS.iter().flat_map(|(_, row)| row.split(['|', '/'])) {
        match name.split_once(' ') {
            Some((first, _)) => words.add(Meaning::HALF_MONTH, [first]),
            None => words.add(Meaning::MONTH, [name]),
        }
    }
    words.stems
});

/// Lists that come together, and room to fold a word in.
#[derive(Default)]
struct Words {
    stems: Stems,
    folded: String,
}

impl Words {
    fn add<'w>(&mut self, meaning: Meaning, words: impl IntoIterator<Item = &'w str>) {
        for word in words {
            fold_into(word, &mut self.folded);
            self.stems.add(meaning.bits(), &self.folded);
        }
    }

    /// Whatever begins as a phrase does.
    fn add_closed<'p>(&mut self, meaning: Meaning, phrases: impl IntoIterator<Item = &'p str>) {
        for first in phrases.into_iter().filter_map(|phrase| phrase.chars().next()).filter(|c| !c.is_ascii()) {
            fold_into(first.encode_utf8(&mut [0; 4]), &mut self.folded);
            self.folded.push('*');
            self.stems.add(meaning.bits(), &self.folded);
        }
    }
}

/// What a word may mean, of which `folded` is the [`fold`].
pub(super) fn meaning(folded: &str) -> Meaning {
    Meaning::from_bits_retain(WORDS.meaning(folded))
}

/// What a word of plain letters may mean, whatever their case.
pub(super) fn meaning_of_plain(word: &str) -> Meaning {
    Meaning::from_bits_retain(WORDS.meaning_of_plain(word))
}

/// The unit that a word may name, the smallest where words are alike.
pub(super) fn unit(meaning: Meaning) -> Option<Unit> {
    UNITS.iter().map(|(unit, _)| *unit).find(|unit| meaning.contains(of_unit(*unit)))
}

fn of_unit(unit: Unit) -> Meaning {
    match unit {
        Unit::Second => Meaning::SECOND,
        Unit::Minute => Meaning::MINUTE,
        Unit::Hour => Meaning::HOUR,
        Unit::Day => Meaning::DAYS,
        Unit::Week => Meaning::WEEK,
        Unit::Month => Meaning::MONTHS,
        Unit::Year => Meaning::YEAR,
    }
}
