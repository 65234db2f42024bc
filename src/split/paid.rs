//! Whether somebody paid for an item.

use super::Page;
use super::card::{is_text, same_words};
use super::module::Item;
use super::target::{is_elsewhere, is_paid};
use crate::container::Hints;
use crate::lexicon::wording::{self, Wording};
use crate::passage::{Judged, Relations};

/// Words; what a card tells has fewer.
const MAX_TOLD: f32 = 20.0;
/// Words of a line that says who paid.
const MAX_LABEL: usize = 6;
/// Words of such a line that opens with what it is.
const MAX_PAID: usize = 4;

/// A line, a part or the end of one, is nothing but "Sponsored"; in a short line it may come before who paid: "Advert: The Example".
/// The title says nothing of the kind, whatever it ends with: "Ten walks to a pub".
pub(super) fn says_paid(text: &str, title: &str) -> bool {
    let paid = Wording::SPONSORED | Wording::AD_LABEL;
    let is_paid = |part: &str| wording::read(part).whole.intersects(paid);
    let names_payer =
        |line: &str| line.split_whitespace().count() <= MAX_LABEL && line.split_once(':').is_some_and(|(label, _)| is_paid(label));
    // "The Example Paid content"
    let ends_so = |part: &str| part.trim().rmatch_indices(' ').take(MAX_LABEL).any(|(at, _)| is_paid(&part.trim()[at..]));
    text.lines()
        .filter(|line| !same_words(line, title))
        .any(|line| names_payer(line) || line.split(['|', '·', '•']).any(|part| is_paid(part) || ends_so(part)))
}

/// "Sponsored The Example": nothing but that and who paid.
fn opens_paid(text: &str) -> bool {
    let is_short = text.split_whitespace().count() <= MAX_PAID;
    is_short && text.trim().match_indices(' ').any(|(at, _)| wording::read(&text.trim()[..at]).whole.contains(Wording::SPONSORED))
}

/// Marked as paid for, or leading through an exchange of adverts.
pub(super) fn is_sponsored(item: &Item, title: &str, judged: &[Judged<'_>], page: &Page<'_>, is_full: bool) -> bool {
    let url = item.headline.url.as_deref().unwrap_or_default();
    // A text may have adverts inside; a card says who paid below its one sentence too.
    let is_head = |i: &usize| !is_text(&judged[*i]) || !is_full && judged[*i].traits().words < MAX_TOLD;
    // Between its title and its text stands another's label.
    let is_other = |i: usize| is_full && i > item.headline.at && judged[i].reading.whole.contains(Wording::AD_LABEL);
    let mut head = item.passages.clone().take_while(is_head).filter(|&i| !is_other(i)).map(|i| &judged[i]);
    let marked = head.any(|j| {
        j.reading.whole.intersects(Wording::SPONSORED | Wording::AD_LABEL)
            || (j.traits().words <= 8.0 && j.reading.starts.intersects(Wording::SPONSORED))
            || (j.traits().words <= 40.0 && says_paid(&j.text, title))
            || is_elsewhere(url, page) && !same_words(&j.text, title) && opens_paid(&j.text.replace(title, ""))
    });
    let own = page.containers.path(judged[item.headline.at].passage.container).take_while(|c| *c >= item.extent);
    let named = own.into_iter().any(|c| page.containers.get(c).hints.intersects(Hints::SPONSORED | Hints::ADVERT));
    let paid = !is_full
        && judged[item.passages.clone()]
            .iter()
            .any(|j| j.traits().relations.contains(Relations::SPONSORED) && (j.is_picture() || j.traits().link_density() >= 0.5));
    // A class name alone says little: it has to lead to another site too.
    marked || paid || (named && !is_full && !url.is_empty() && is_elsewhere(url, page)) || is_paid(url, page)
}
