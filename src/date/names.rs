//! The names of months, indexed once.

use super::token::fold;
use crate::hash::Map;
use crate::lexicon::months::{MONTHS, SOLAR_HIJRI};
use std::sync::LazyLock;

/// Folded name to its languages and their months, in the table's order.
static INDEX: LazyLock<Map<String, Vec<(&'static str, u8)>>> = LazyLock::new(|| {
    let mut index: Map<String, Vec<_>> = Map::default();
    for (lang, row) in MONTHS {
        for (month, spellings) in (1..).zip(row.split('|')) {
            for spelling in spellings.split('/') {
                index.entry(fold(spelling)).or_default().push((*lang, month));
            }
        }
    }
    index
});

static SOLAR: LazyLock<Map<String, u8>> = LazyLock::new(|| SOLAR_HIJRI.split('|').map(fold).zip(1..).collect());

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
