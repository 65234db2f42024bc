//! Adverts under a label: what stands in one small element with the word "Advertisement", or with a link that says it is paid for,
//! goes with it.

use super::headline::MIN_BARE;
use super::target::is_elsewhere;
use super::{Page, Parts, Place, heading, headline};
use crate::label::Reason;
use crate::lexicon::wording::{self, Wording};
use crate::passage::{Judged, Relations};
use std::ops::Range;

/// Containers above a label that may be its advert's.
const LEVELS: usize = 3;
/// Words; an advert inside a text is short.
const MAX_WORDS: f32 = 40.0;
/// Words; a button has no more: "Check price".
const MAX_BUTTON: f32 = 4.0;
/// Passages of an advert: picture, headline, text, button.
const MAX_PASSAGES: usize = 6;
/// Pictures over a label.
const MAX_PICTURES: usize = 2;
/// Passages that lead to what is advertised, one after the other.
const MAX_LINKS: usize = 2;
/// Probability from which sentences are text, whatever stands over them.
const TEXT: f32 = 0.5;
/// Share of words in common with the page's title; an advert does not repeat it.
const SAME_TITLE: f32 = 0.6;

/// Whether each passage is of a labelled advert.
pub(super) fn find(judged: &[Judged<'_>], page: &Page<'_>) -> Vec<bool> {
    let mut found = vec![false; judged.len()];
    // The label may stand in one line with the first link, whatever rule cut it then.
    let says_so = |one: &Judged<'_>| {
        let first = one.text.lines().next().unwrap_or_default();
        wording::read(first).whole.intersects(Wording::AD_LABEL | Wording::SPONSORED)
    };
    let is_label = |i: &usize| match judged[*i].cut {
        Some((Reason::Advertisement, "advert/label" | "advert/sponsored")) => true,
        Some((Reason::Advertisement, _)) => judged[*i].text.contains('\n') && says_so(&judged[*i]),
        _ => false,
    };
    paid(judged, page, &mut found);
    for label in (0..judged.len()).filter(is_label) {
        // Its picture may stand over the label.
        let begins = |at: &Range<usize>| {
            let above = &judged[at.start..label];
            above.len() <= MAX_PICTURES && above.iter().all(Judged::is_picture)
        };
        let behind = |at: &Range<usize>| label + 1..at.end;
        let is_advert = |at: &Range<usize>| {
            let inside = &judged[behind(at)];
            begins(at) && inside.len() <= MAX_PASSAGES && is_short(inside) && !inside.iter().any(names_others)
        };
        // What leads to another site right behind a label is its advert, whatever else stands in the element.
        let leads_away = |one: &&Judged<'_>| {
            let url = headline::target(one, page).and_then(|href| page.base.web(href));
            one.traits().words <= MAX_WORDS && one.probability < TEXT && url.is_some_and(|url| is_elsewhere(&url, page))
        };
        // "Advertisement", and the link below it in the same block: what follows in another element is another's.
        let is_whole = judged[label].traits().links > 0 && judged[label].traits().words <= MAX_WORDS && judged[label].text.contains('\n');
        found[label] |= is_whole;
        let (links, levels) = if is_whole { (0, 1) } else { (MAX_LINKS, LEVELS) };
        let paid = judged[label + 1..].iter().take(links).take_while(leads_away).count();
        found[label + 1..=label + paid].fill(true);
        // The innermost that holds more than the label: what stands beside it is not the advert's.
        let holds_more = |at: &Range<usize>| !begins(at) || !behind(at).is_empty();
        if let Some(at) = elements(label, judged, page).take(levels).find(holds_more).filter(is_advert) {
            found[at].fill(true);
        }
    }
    found
}

/// Links that say that they are paid for, with what stands beside them in a small element: "Best price today".
fn paid(judged: &[Judged<'_>], page: &Page<'_>, found: &mut [bool]) {
    let is_paid = |i: &usize| {
        let one = &judged[*i];
        // Pictures of what a text recommends lead to shops too.
        let is_link = !one.is_picture() && one.traits().link_density() >= MIN_BARE;
        // A list of what one needs may lead to shops item by item.
        let is_button = || !one.is_heading() && one.passage.block.frames.is_empty() && one.traits().words <= MAX_BUTTON;
        let is_aside = || one.traits().words <= MAX_WORDS && one.probability < TEXT && !heading::is_told(*i, judged);
        is_link && one.traits().relations.contains(Relations::SPONSORED) && (is_button() || is_aside())
    };
    for paid in (0..judged.len()).filter(is_paid) {
        found[paid] = true;
        let is_advert = |at: &Range<usize>| {
            let inside = &judged[at.clone()];
            let is_of_text =
                || inside.iter().any(|one| is_shown(one) || is_own(one, page)) || at.clone().any(|i| heading::is_told(i, judged));
            inside.len() <= MAX_PASSAGES && is_short(inside) && !is_of_text()
        };
        if let Some(at) = elements(paid, judged, page).find(|at| at.len() > 1).filter(is_advert) {
            found[at].fill(true);
        }
    }
}

/// The passages of the elements around one, the innermost first; of a large element no more than show that it is no advert.
fn elements<'j>(of: usize, judged: &'j [Judged<'_>], page: &'j Page<'_>) -> impl Iterator<Item = Range<usize>> + 'j {
    const REACH: usize = MAX_PASSAGES + 1;
    page.containers.path(judged[of].passage.container).take(LEVELS).map(move |id| {
        let inside = |one: &&Judged<'_>| page.containers.holds(id, one.passage.container);
        let above = judged[..of].iter().rev().take(REACH).take_while(inside).count();
        let below = judged[of + 1..].iter().take(REACH).take_while(inside).count();
        of - above..of + below + 1
    })
}

/// Whether a link that nobody paid for leads to the site's own pages: adverts stand among its stories.
fn is_own(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let url = || headline::target(one, page).and_then(|href| page.base.web(href));
    !one.traits().relations.contains(Relations::SPONSORED)
        && one.traits().link_density() >= MIN_BARE
        && url().is_some_and(|url| !is_elsewhere(&url, page))
}

/// "Most read": below it the site's stories are listed.
fn names_others(one: &Judged<'_>) -> bool {
    one.reading.whole.intersects(Wording::OTHER_ARTICLES)
}

/// Whether a text shows something, or begins to tell of it, that may be bought.
fn is_shown(one: &Judged<'_>) -> bool {
    one.is_picture() || one.is_heading() && one.probability >= TEXT
}

fn is_short(passages: &[Judged<'_>]) -> bool {
    let is_text = |j: &Judged<'_>| !j.is_picture() && j.probability >= TEXT && j.traits().ends_sentence_in_full();
    let is_title = |j: &Judged<'_>| j.is_heading() && j.title_likeness >= SAME_TITLE;
    passages.iter().map(|j| j.traits().words).sum::<f32>() <= MAX_WORDS && !passages.iter().any(|j| is_text(j) || is_title(j))
}

/// Takes adverts out of the texts that they stand in.
pub(super) fn leave_out(adverts: &[bool], parts: &mut Parts) {
    for card in parts.cards.iter_mut().chain(&mut parts.main) {
        card.body.retain(|&i| !adverts[i]);
    }
    for (place, _) in parts.places.iter_mut().zip(adverts).filter(|(_, is_advert)| **is_advert) {
        *place = Place::Sponsored;
    }
}
