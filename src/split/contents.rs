//! Lists of the articles that a page holds.

use super::headline::{self, MIN_BARE};
use super::{Parts, Place};
use crate::hash::Set;
use crate::lexicon::letters;
use crate::passage::Judged;

/// Takes lists of contents out of the main article: lines that lead to places on the page and say the articles' titles.
pub(super) fn leave(judged: &[Judged<'_>], parts: &mut Parts) {
    let titles: Set<String> = parts.cards.iter().chain(&parts.main).map(|card| letters(&card.title)).collect();
    let title = |one: &Judged<'_>| {
        let place = one.traits().link.as_deref().filter(|href| href.starts_with('#') && one.traits().link_density() >= MIN_BARE)?;
        Some(letters(&headline::link_text(one.passage, place))).filter(|title| titles.contains(title))
    };
    let is_free = |i: usize| parts.places[i] == Place::Main;
    let found: Vec<(usize, String)> = (0..judged.len()).filter(|&i| is_free(i)).filter_map(|i| Some((i, title(&judged[i])?))).collect();
    // The posts of a thread lead to themselves by its title.
    if found.iter().any(|(_, title)| *title != found[0].1) {
        found.into_iter().for_each(|(i, _)| parts.places[i] = Place::Entry);
    }
}
