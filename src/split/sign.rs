//! Pictures of cards that stand for none: what a site shows where a story has no picture, or has not loaded it yet.

use super::card::Card;
use crate::hash::{Map, Set};

/// Cards with one picture that is the site's, not theirs; and where its name says so.
const MIN_SHARED: usize = 4;
const MIN_NAMED: usize = 3;
/// What such a picture is called, and the folder of a template.
const NAMES: [&str; 8] = ["logo", "placeholder", "default", "dummy", "fallback", "noimage", "no-image", "/themes/"];

/// Takes from cards a picture that several have while others have their own.
pub(super) fn leave(cards: &mut [Card]) {
    let mut shared: Map<String, usize> = Map::default();
    for image in cards.iter().filter_map(|card| card.image.as_ref()) {
        *shared.entry(image.src.to_string()).or_default() += 1;
    }
    if shared.len() < 2 {
        return;
    }
    let is_called_so = |src: &str| NAMES.iter().any(|name| src.contains(name));
    let is_sign = |(src, count): &(&String, &usize)| **count >= if is_called_so(src) { MIN_NAMED } else { MIN_SHARED };
    let signs: Set<String> = shared.iter().filter(is_sign).map(|(src, _)| src.clone()).collect();
    cards.iter_mut().for_each(|card| _ = card.image.take_if(|image| signs.contains(&*image.src)));
}
