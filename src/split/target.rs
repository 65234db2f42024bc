//! What addresses tell: whether they are articles'.

use super::Page;
use super::headline::normal;
use crate::page_kind::PageKind;

/// Digits of an article's number in its address.
const MIN_NUMBER: usize = 3;

/// Whether an address is like the page's own, but for its numbers and names: `/issue/205/586` beside `/issue/204/12`.
pub(super) fn is_sibling(target: &str, page: &Page<'_>) -> bool {
    let shape = |address: &str| {
        let parts = address.split('?').next().unwrap_or_default().split('/');
        parts
            .map(|part| if part.contains(|c: char| c.is_ascii_digit()) || part.matches('-').count() >= 2 { "*" } else { part }.to_owned())
            .collect::<Vec<_>>()
    };
    let own = shape(target);
    // Chapters of a manual are numbered; articles have longer numbers, or the page says that it is one.
    let is_counted = |part: &str| part.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() >= MIN_NUMBER);
    let is_article = page.kind == PageKind::Article || target.rsplit('/').find(|part| !part.is_empty()).is_some_and(is_counted);
    own.len() > 2 && is_article && own.last().is_some_and(|last| last == "*") && page.addresses.iter().any(|a| shape(&normal(a)) == own)
}

/// Addresses of articles end in several words or in a number; those of sections in one word.
pub(super) fn is_article_address(target: &str) -> bool {
    let Some((_, path)) = target.split_once(['/', '?']) else { return false };
    let last = path.rsplit('/').find(|s| !s.is_empty()).unwrap_or_default();
    let digits = path.chars().filter(char::is_ascii_digit).count();
    last.matches(['-', '_']).count() >= 2 || digits >= 4 || last.ends_with("html") || last.ends_with("htm")
}
