//! What stands beside a list's items: the page's own title, and a text below it.

use super::Page;
use super::dated::{is_dated, nearly_all, says_when_in_head};
use super::headline::MIN_BARE;
use super::module::{Item, MIN_BODY, Module, SAME_TITLE, is_text, words};
use super::named::leads_away;
use super::prose::Prose;
use super::role::MIN_OUTSIDE;
use crate::date;
use crate::page_kind::PageKind;
use crate::passage::Judged;

/// Cards below a text that nothing names; two may be parts of it.
const MIN_CARDS: usize = 3;
/// Words of a line that says from where and when.
const MAX_STAMP: f32 = 8.0;

/// Words of a text that others stand beside.
pub(super) fn least_beside(page: &Page<'_>) -> f32 {
    if page.kind == PageKind::Article { MIN_OUTSIDE } else { 2.0 * MIN_OUTSIDE }
}

/// The passages outside the items that say the page's title.
pub(super) fn titles<'j>(module: &'j Module, judged: &'j [Judged<'_>]) -> impl Iterator<Item = usize> + 'j {
    let is_title = |at: &usize| judged[*at].title_likeness >= SAME_TITLE && !module.items.iter().any(|i| i.passages.contains(at));
    (0..judged.len()).filter(is_title)
}

/// Whether the page's title heads a text before an item does.
pub(super) fn stands_beside_text(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose) -> bool {
    if module.items.iter().any(|i| judged[i.headline.at].title_likeness >= SAME_TITLE) {
        return false;
    }
    // A list of teasers is no text.
    let is_other = |at: &usize| judged[*at].is_heading() && judged[*at].traits().link_density() >= MIN_BARE;
    titles(module, judged).any(|at| {
        let item = module.items.iter().map(|i| i.passages.start).find(|start| *start > at).unwrap_or(judged.len());
        let next = (at + 1..item).find(is_other).unwrap_or(item);
        prose.of(&(at..next)) >= least_beside(page)
    })
}

/// Whether the page's title heads a text, however short, and items that lead to other articles are elsewhere.
pub(super) fn is_below_main(module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_linked = |i: &Item| {
        let one = &judged[i.headline.at];
        (one.is_heading() || one.traits().link_density() >= MIN_BARE) && i.headline.url.is_some() && !page.is_own(&i.headline, judged)
    };
    let heads_text = |at: usize| {
        let end = module.items.iter().map(|i| i.passages.start).find(|start| *start > at).unwrap_or(judged.len());
        judged[at..end].iter().filter(|one| is_text(one)).map(|one| one.traits().words).sum::<f32>() >= MIN_BODY
    };
    module.items.iter().all(is_linked) && titles(module, judged).any(heads_text)
}

/// Whether items stand below the page's text as cards of other articles do, whatever they are called.
pub(super) fn are_cards_below(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose) -> bool {
    are_fresh_below(module, judged, page) || are_days_below(module, judged, page, prose)
}

/// Whether items below the page's own text each have a linked heading and say how long ago they were written, with a sentence at most:
/// sections of a text do not.
fn are_fresh_below(module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_card = |i: &Item| {
        let one = &judged[i.headline.at];
        one.is_heading() && one.traits().link_density() >= MIN_BARE && words(judged, i) < MIN_BODY && says_when_in_head(i, judged, page)
    };
    let says_age = |i: &&Item| {
        let is_said = |text: &str| date::trailing_age(text).is_some() || date::needs_clock(text, page.lang);
        let is_age = |one: &Judged<'_>| one.traits().words <= MAX_STAMP && is_said(&one.text);
        judged[i.passages.clone()].iter().any(is_age)
    };
    let n = module.items.len();
    !module.flat
        && n >= MIN_CARDS
        && nearly_all(module, is_card)
        && module.items.iter().filter(says_age).count() * 2 > n
        && is_below_main(module, judged, page)
}

/// Whether links to the site's own pages, each with its day, stand behind the last text of an article: "Title (28/05/2025)", three times.
fn are_days_below(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose) -> bool {
    let end = module.items.last().map_or(0, |i| i.passages.end);
    let is_link = |i: &Item| i.headline.url.is_some() && !leads_away(i, page) && words(judged, i) < MIN_BODY && is_dated(i, judged, page);
    page.kind == PageKind::Article
        && module.items.len() >= MIN_CARDS
        && module.items.iter().all(is_link)
        && prose.of(&(end..judged.len())) < MIN_BODY
}
