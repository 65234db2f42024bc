//! The names of months, folded once.

use super::token::fold;
use crate::hash;
use crate::lexicon::months::{MONTHS, SOLAR_HIJRI};
use std::sync::LazyLock;

/// A month's name, folded and hashed, its language and its number.
type Name = (u64, &'static str, u8);

/// In the tables' order.
static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| MONTHS.iter().flat_map(|(lang, row)| names(lang, row)).collect());

static SOLAR: LazyLock<Vec<Name>> = LazyLock::new(|| names("fa", SOLAR_HIJRI).collect());

/// The names of one language.
fn names(lang: &'static str, row: &'static str) -> impl Iterator<Item = Name> {
    let numbered = (1..).zip(row.split('|'));
    numbered.flat_map(move |(month, spellings)| spellings.split('/').map(move |name| (hash::of(fold(name)), lang, month)))
}

/// The month of a name, in `tongue` (a two-letter code) where that language knows it, else in the first that does.
pub(super) fn month(name: &str, tongue: &str) -> Option<u8> {
    let key = hash::of(fold(name));
    let mut known = NAMES.iter().filter(|(hash, ..)| *hash == key);
    let own = known.clone().find(|(_, lang, _)| lang.eq_ignore_ascii_case(tongue));
    own.or_else(|| known.next()).map(|(.., month)| *month)
}

/// The month of a name of the Solar Hijri calendar.
pub(super) fn solar_month(name: &str) -> Option<u8> {
    let key = hash::of(fold(name));
    SOLAR.iter().find(|(hash, ..)| *hash == key).map(|(.., month)| *month)
}
