//! The names of months and days of the week, indexed once.

use super::token::folded;
use crate::lexicon::months::{MONTHS, SOLAR_HIJRI, WEEKDAYS};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Folded name to its languages and their months, in the table's order.
static INDEX: LazyLock<HashMap<String, Vec<(&'static str, u8)>>> = LazyLock::new(|| {
    let mut index: HashMap<String, Vec<_>> = HashMap::new();
    for (lang, row) in MONTHS {
        for (month, spellings) in (1..).zip(row.split('|')) {
            for spelling in spellings.split('/') {
                index.entry(fold(spelling)).or_default().push((*lang, month));
            }
        }
    }
    index
});

static SOLAR: LazyLock<HashMap<String, u8>> = LazyLock::new(|| SOLAR_HIJRI.split('|').map(fold).zip(1..).collect());

static DAYS: LazyLock<HashSet<String>> = LazyLock::new(|| WEEKDAYS.split_ascii_whitespace().map(fold).collect());

/// The month of a name, in `tongue` (a two-letter code) where that language knows it, else in the first that does.
pub(super) fn month(name: &str, tongue: &str) -> Option<u8> {
    let languages = INDEX.get(&fold(name))?;
    let own = languages.iter().find(|(lang, _)| lang.eq_ignore_ascii_case(tongue));
    own.or(languages.first()).map(|(_, month)| *month)
}

/// The month of a name of the Solar Hijri calendar.
pub(super) fn solar_month(name: &str) -> Option<u8> {
    SOLAR.get(&fold(name)).copied()
}

/// Whether a word names a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    DAYS.contains(&fold(word))
}

fn fold(name: &str) -> String {
    folded(name).collect()
}
