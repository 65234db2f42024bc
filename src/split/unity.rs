//! Stories of one make are told in one way.

use super::arrange::{KEEP, LIKELY, MIN_PARAGRAPHS};
use super::headline::{Headline, make_within};
use super::{Page, Parts, Place, role};
use crate::hash::Map;
use crate::page_kind::PageKind;
use crate::passage::Judged;

/// Elements around a headline that make it: those around a column of them may differ.
const LEVELS: usize = 2;

/// Leaves those in the text of which most stand there: on a page that lists them, each is a part of it.
pub(super) fn leave(headlines: &[Headline], judged: &[Judged<'_>], page: &Page<'_>, parts: &mut Parts) {
    let is_paragraph = |one: &&Judged<'_>| one.traits().ends_sentence_in_full() && one.probability >= LIKELY;
    // A shop's list may have an address like an article's, and has few.
    let has_text = || page.kind == PageKind::Media || judged.iter().filter(is_paragraph).count() >= MIN_PARAGRAPHS;
    let is_article = || page.kind == PageKind::Article || page.kind != PageKind::Listing && role::is_article(page) && has_text();
    if parts.cards.is_empty() || is_article() {
        return;
    }
    let mut texts: Map<u64, i32> = Map::default();
    let make = |at: usize| make_within(LEVELS, &judged[at], page);
    for headline in headlines.iter().filter(|h| h.url.is_some() && !judged[h.at].is_picture()) {
        let one = &judged[headline.at];
        let is_card = parts.owner(headline.at).is_some_and(|of| parts.cards[of].body.is_empty());
        let is_text = parts.places[headline.at] == Place::Main && one.cut.is_none() && one.probability >= KEEP;
        if is_card || is_text {
            *texts.entry(make(headline.at)).or_default() += if is_text { 1 } else { -1 };
        }
    }
    let is_text = |at: &usize| texts.get(&make(*at)).is_some_and(|more| *more > 0);
    for card in parts.cards.iter_mut().filter(|card| card.body.is_empty() && card.titles.iter().any(is_text)) {
        card.is_text = true;
        parts.texts.extend(card.titles.iter().copied());
    }
}
