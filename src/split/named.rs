//! What items' links say of them, and the addresses that they lead to.

use super::Page;
use super::dated::nearly_all;
use super::headline::{MIN_BARE, names};
use super::module::{Item, Module};
use super::target::{is_elsewhere, is_sibling};
use crate::page_kind::PageKind;
use crate::passage::Judged;

/// Whether an item's address says the words of its title.
pub(super) fn is_named(item: &Item) -> bool {
    item.headline.url.as_deref().is_some_and(|url| names(url, &item.headline.text))
}

/// Whether an item leads to another site.
pub(super) fn leads_away(item: &Item, page: &Page<'_>) -> bool {
    item.headline.url.as_deref().is_some_and(|url| is_elsewhere(url, page))
}

/// Whether most items of a page that calls itself an article lead to addresses of its site that say their titles, or are like its own.
pub(super) fn are_named(module: &Module, page: &Page<'_>) -> bool {
    let named = module.items.iter().filter(|i| is_named(i) && !leads_away(i, page) || is_sibling(&i.headline.target, page)).count();
    page.kind == PageKind::Article && named * 2 > module.items.len()
}

/// Whether the titles lead to other sites, to addresses that say them.
pub(super) fn are_told(module: &Module, page: &Page<'_>) -> bool {
    nearly_all(module, |i| leads_away(i, page) && is_named(i))
}

/// Whether each item says more than a title, all of it one link: no text of an article is.
pub(super) fn are_links(module: &Module, judged: &[Judged<'_>]) -> bool {
    let is_link = |i: &Item| {
        let said = || judged[i.passages.clone()].iter().filter(|j| !j.is_picture());
        said().count() > 1 && said().all(|j| j.traits().link_density() >= MIN_BARE)
    };
    module.items.iter().all(is_link)
}
