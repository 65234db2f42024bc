//! What stands around articles and offers none: menus, footers, comments, goods.

use super::Page;
use super::beside::titles;
use super::dated::nearly_all;
use super::headline::MIN_BARE;
use super::module::{Item, Module, is_text};
use super::named::is_named;
use super::prose::Prose;
use super::role::{LONG_TITLE, mean_probability, most, title_words};
use super::target::{has_day, is_article_address, is_elsewhere, is_listing, is_numbered, is_sibling};
use crate::container::{ContainerId, FAR, Hints, Sight};
use crate::label::Reason;
use crate::page_kind::PageKind;
use crate::passage::Judged;
use crate::tag::Tag;
use std::cell::LazyCell;

/// Words of a menu's entry, and of one on average.
const MAX_MENU_NAME: f32 = 8.0;
const MAX_MENU_MEAN: f32 = 4.5;
/// The same of what may be taken for a menu.
const UNLIKE_TEXT: f32 = 0.25;
/// Items; a menu has more.
const MAX_CONTENTS: usize = 12;
/// Bytes of a rating, and words behind it up to the best there is.
const MAX_RATING: usize = 3;
const MAX_BETWEEN: usize = 3;
/// Words of a price, with what a button beside it says.
const MAX_PRICE: usize = 8;
pub(super) const CURRENCIES: [char; 7] = ['$', '€', '£', '¥', '₹', '₽', '₩'];

/// Menus, footers, and comments.
pub(super) fn is_furniture(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose, is_long: bool) -> bool {
    let n = module.items.len();
    // Comments have no headlines that lead to articles.
    let headlines = module.items.iter().filter(|i| title_words(i, judged) >= 4.0 && is_article_address(&i.headline.target)).count();
    let is_headlines = module.named_related || (n >= 2 && headlines == n);
    // A menu has names; a few headlines beside the page's own address stand under tabs and in lists of contents.
    let are_long = || module.items.iter().map(|i| title_words(i, judged)).sum::<f32>() >= LONG_TITLE * n as f32;
    let are_siblings = || n <= MAX_CONTENTS && most(module, |i| is_sibling(&i.headline.target, page));
    // No menu has a heading with more, or a picture with a long title, for each of its lines; those that unfold over the page show
    // pictures too.
    let title = LazyCell::new(|| titles(module, judged).next().unwrap_or(judged.len()));
    let is_pictured = |i: &Item| {
        // An excerpt below a title is a link, too.
        let is_excerpt = || judged[i.headline.at].traits().ends_sentence || judged[i.passages.clone()].iter().any(Judged::is_heading);
        i.passages.start > *title
            && i.headline.text.split_whitespace().count() as f32 >= LONG_TITLE
            && judged[i.passages.clone()].iter().any(Judged::is_picture)
            && (judged[i.headline.at].is_heading() || !is_excerpt())
    };
    let is_card = |i: &Item| {
        (judged[i.headline.at].is_heading() && i.passages.len() > 1 || is_pictured(i))
            && i.headline.url.as_deref().is_some_and(|url| !is_elsewhere(url, page) && !is_listing(url))
            && (is_article_address(&i.headline.target) || is_sibling(&i.headline.target, page))
    };
    let are_cards =
        || page.kind == PageKind::Article && n >= 2 && nearly_all(module, is_card) && mean_probability(module, judged) < UNLIKE_TEXT;
    // By the words of its title, or by a day.
    let says_its_story = |i: &Item| is_named(i) || has_day(&i.headline.target);
    let are_headlines = || are_siblings() && (are_long() || module.items.iter().all(says_its_story)) || are_cards();
    let is_menu = !module.named_related
        && ((is_near(Hints::FOOTER | Hints::CONSENT, module, judged, page, prose) || is_in_footer(module, judged, page, prose))
            && !are_cards()
            || is_near(Hints::NAVIGATION, module, judged, page, prose) && !are_headlines());
    // Beside what is sold stand its variants, and what else is.
    let are_goods = || page.kind == PageKind::Product && !module.named_related || most(module, |i| is_priced(i, judged));
    !is_long
        && (is_menu
            || are_hidden(module, judged)
            || are_names_over_title(module, judged)
            || are_opinions(module, page)
            || are_goods()
            || is_near(Hints::COMMENT, module, judged, page, prose) && !is_headlines)
}

/// Whether most items are rated, in an element that is called reviews: what people say of the page's own goods, however it is titled.
fn are_opinions(module: &Module, page: &Page<'_>) -> bool {
    most(module, |i| page.containers.get(i.extent).sight != Sight::Seen && begins_with_rating(&i.headline.text))
}

/// "4.0 out of 5 stars", "4,0 von 5 Sternen"
fn begins_with_rating(title: &str) -> bool {
    let mut words = title.split_whitespace();
    let is_number =
        |word: &str| word.len() <= MAX_RATING && word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic);
    words.next().is_some_and(is_number) && words.take(MAX_BETWEEN).any(|word| matches!(word, "5" | "10"))
}

/// Whether an item has a price beside its title, as goods have.
fn is_priced(item: &Item, judged: &[Judged<'_>]) -> bool {
    let is_price = |line: &str| {
        let rest = line.replace(&item.headline.text, "");
        rest.split_whitespace().count() <= MAX_PRICE && rest.contains(CURRENCIES) && rest.contains(|c: char| c.is_ascii_digit())
    };
    judged[item.passages.clone()].iter().filter(|one| !is_text(one)).any(|one| one.text.lines().any(is_price))
}

/// Whether most items are in elements that are called so. An element that holds the page's text too says nothing of them.
pub(super) fn is_near(hints: Hints, module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose) -> bool {
    most(module, |i| {
        let own = judged[i.headline.at].passage.container;
        let distance = page.containers.get(own).distance(hints);
        let named = || page.containers.path(own).nth(distance.into());
        distance < FAR && !named().zip(prose.middle()).is_some_and(|(named, middle)| page.containers.holds(named, middle))
    })
}

/// Whether items are in the page's footer, however deep.
fn is_in_footer(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose) -> bool {
    let is_footer = |c: &ContainerId| page.containers.get(*c).tag == Tag::Footer;
    let holds_text = |c: ContainerId| prose.middle().is_some_and(|middle| page.containers.holds(c, middle));
    most(module, |i| page.containers.path(judged[i.headline.at].passage.container).filter(is_footer).last().is_some_and(|c| !holds_text(c)))
}

/// Whether nobody sees the items, and each is described in sentences in a title's place: what a page offers when it is asked.
fn are_hidden(module: &Module, judged: &[Judged<'_>]) -> bool {
    let is_told = |i: &Item| judged[i.passages.clone()].iter().any(|one| one.is_heading() && one.traits().ends_sentence_in_full());
    let is_hidden = |i: &Item| matches!(judged[i.headline.at].cut, Some((Reason::Hidden, _)));
    !module.named_related && most(module, |i| is_hidden(i) && is_told(i))
}

/// Whether items are names over the page's title, and nothing stands beside any: a menu, whatever it is called.
fn are_names_over_title(module: &Module, judged: &[Judged<'_>]) -> bool {
    let is_link = |one: &Judged<'_>| !one.is_picture() && one.traits().words <= MAX_MENU_NAME && one.traits().link_density() >= MIN_BARE;
    let is_name = |i: &Item| judged[i.passages.clone()].iter().all(is_link);
    let Some(last) = module.items.last() else { return false };
    module.items.iter().all(is_name)
        && !most(module, |i| is_numbered(&i.headline.target))
        && titles(module, judged).find(|at| judged[*at].is_heading()).is_some_and(|title| last.passages.end <= title)
        && module.items.iter().map(|i| title_words(i, judged)).sum::<f32>() <= MAX_MENU_MEAN * module.items.len() as f32
}
