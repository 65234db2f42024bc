//! Lines inside an article's text that lead to another one: "Read also: …".

use super::card::Card;
use super::headline::{link_text, normal, target};
use super::{Page, Parts, Place};
use crate::label::Reason;
use crate::lexicon::wording::Wording;
use crate::passage::Judged;

/// Words; a line that only leads elsewhere is short.
const MAX_WORDS: f32 = 40.0;

/// Finds such lines and makes cards of them.
pub(super) fn read_also(judged: &[Judged<'_>], page: &Page<'_>, taken: &mut [bool], parts: &mut Parts) {
    for (i, one) in judged.iter().enumerate() {
        if taken[i] || one.traits().words > MAX_WORDS || one.is_heading() || is_asking(one) {
            continue;
        }
        let says_so = one.reading.starts.intersects(Wording::READ_ALSO | Wording::RELATED_HEADING | Wording::READ_MORE);
        let density = one.traits().link_density();
        let points = one.text.trim_start().starts_with(['>', '»', '→', '▶', '➤', '►', '•']) && density > 0.8;
        if !(says_so && density >= 0.3 || points) {
            continue;
        }
        let Some(href) = one.traits().link.as_deref().or_else(|| target(one, page)) else { continue };
        let Some(url) = page.base.link(href).filter(|u| matches!(u.scheme(), "http" | "https")) else { continue };
        let title = link_text(one.passage, href);
        if title.split_whitespace().count() < 3 && title.chars().count() < 8
            || page.addresses.iter().any(|a| normal(a) == normal(url.as_str()))
        {
            continue;
        }
        let card = Card { first: i, title, url: Some(url.into()), titles: vec![i], ..Card::default() };
        taken[i] = true;
        parts.places[i] = Place::Head(parts.cards.len());
        parts.cards.push(card);
    }
}

/// "Read more in our app": the link leads to no article.
fn is_asking(one: &Judged<'_>) -> bool {
    matches!(one.cut, Some((Reason::Advertisement | Reason::Promotion | Reason::Newsletter | Reason::Paywall, _)))
}
