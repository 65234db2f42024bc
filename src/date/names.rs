//! The names of months, folded once.

use super::token::{fold, fold_into};
use crate::hash::{self, Map};
use crate::lexicon::months::{MONTHS, SOLAR_HIJRI};
use std::sync::LazyLock;

/// By the hash of a name, folded: the languages that know it, in their order, and its number in each.
type Names = Map<u64, Vec<(&'static str, u8)>>;

static NAMES: LazyLock<Names> = LazyLock::new(|| names(MONTHS));

static SOLAR: LazyLock<Names> = LazyLock::new(|| names(&[("fa", SOLAR_HIJRI)]));

fn names(languages: &[(&'static str, &str)]) -> Names {
    let (mut names, mut folded) = (Names::default(), String::new());
    for (lang, row) in languages {
        for (month, spellings) in (1..).zip(row.split('|')) {
            for name in spellings.split('/') {
                fold_into(name, &mut folded);
                names.entry(hash::of_text(&folded)).or_default().push((*lang, month));
            }
        }
    }
    names
}

fn known(names: &'static Names, name: &str) -> &'static [(&'static str, u8)] {
    names.get(&hash::of_text(&fold(name))).map_or(&[], Vec::as_slice)
}

/// The month of a name, in `tongue` (a two-letter code) where that language knows it, else in the first that does.
pub(super) fn month(name: &str, tongue: &str) -> Option<u8> {
    let known = known(&NAMES, name);
    known.iter().find(|(lang, _)| lang.eq_ignore_ascii_case(tongue)).or(known.first()).map(|(_, month)| *month)
}

/// Whether a name is a month's in `tongue`, or in any language where that is not known. "Out" and "set" are, in Portuguese.
pub(super) fn is_of(name: &str, tongue: &str) -> bool {
    tongue.is_empty() || known(&NAMES, name).iter().any(|(lang, _)| lang.eq_ignore_ascii_case(tongue))
}

/// The month of a name of the Solar Hijri calendar.
pub(super) fn solar_month(name: &str) -> Option<u8> {
    known(&SOLAR, name).first().map(|(_, month)| *month)
}
