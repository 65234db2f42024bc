//! The names of months, folded once.

use super::token::{fold, fold_into};
use crate::hash;
use crate::lexicon::months::{MONTHS, SOLAR_HIJRI};
use std::sync::LazyLock;

/// A month's name, folded and hashed, its language and its number.
type Name = (u64, &'static str, u8);

static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| names(MONTHS));

static SOLAR: LazyLock<Vec<Name>> = LazyLock::new(|| names(&[("fa", SOLAR_HIJRI)]));

/// The names of some languages, in their order.
fn names(languages: &[(&'static str, &str)]) -> Vec<Name> {
    let (mut names, mut folded) = (Vec::new(), String::new());
    for (lang, row) in languages {
        for (month, spellings) in (1..).zip(row.split('|')) {
            for name in spellings.split('/') {
                fold_into(name, &mut folded);
                names.push((hash::of_text(&folded), *lang, month));
            }
        }
    }
    names
}

/// The month of a name, in `tongue` (a two-letter code) where that language knows it, else in the first that does.
pub(super) fn month(name: &str, tongue: &str) -> Option<u8> {
    let key = hash::of_text(&fold(name));
    let mut known = NAMES.iter().filter(|(hash, ..)| *hash == key);
    let own = known.clone().find(|(_, lang, _)| lang.eq_ignore_ascii_case(tongue));
    own.or_else(|| known.next()).map(|(.., month)| *month)
}

/// Whether a name is a month's in `tongue`, or in any language where that is not known. "Out" and "set" are, in Portuguese.
pub(super) fn is_of(name: &str, tongue: &str) -> bool {
    let key = hash::of_text(&fold(name));
    tongue.is_empty() || NAMES.iter().any(|(hash, lang, _)| *hash == key && lang.eq_ignore_ascii_case(tongue))
}

/// The month of a name of the Solar Hijri calendar.
pub(super) fn solar_month(name: &str) -> Option<u8> {
    let key = hash::of_text(&fold(name));
    SOLAR.iter().find(|(hash, ..)| *hash == key).map(|(.., month)| *month)
}
