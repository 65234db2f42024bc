//! What items' links say of them, and the addresses that they lead to.

use super::Page;
use super::dated::nearly_all;
use super::headline::{MIN_BARE, folders};
use super::module::{Item, Module};
use super::target::{is_elsewhere, is_listing, is_sibling};
use crate::address;
use crate::hash;
use crate::lexicon::wording;
use crate::lexicon::{letters, lower_letter};
use crate::page_kind::PageKind;
use crate::passage::Judged;

/// Letters of a word that says what an article is about.
const MIN_TOLD: usize = 4;
/// Such words of a title that its address says, and which share of them.
pub(super) const MIN_WORDS_TOLD: usize = 3;
const MIN_SHARE_TOLD: f32 = 0.6;

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

/// Whether an address says the words of a title, as those of articles do: as they are, or without accents. Those of tags and authors
/// do too.
pub(super) fn names(url: &str, title: &str) -> bool {
    let parts = |text| str::split(text, |c: char| !c.is_alphanumeric());
    let is_long = |word: &&str| word.chars().count() >= MIN_TOLD;
    if parts(title).filter(is_long).nth(MIN_WORDS_TOLD - 1).is_none() {
        return false;
    }
    let folders = folders(url);
    let path = address::decode(folders);
    let said: Vec<u64> = parts(&path).map(bare).collect();
    let (mut words, mut told) = (0, 0);
    for word in parts(title).filter(is_long) {
        let is_told = said.contains(&bare(word));
        // "für" may be "fuer" there, and other scripts are written in Latin letters.
        words += usize::from(is_told || word.is_ascii());
        told += usize::from(is_told);
    }
    // Long titles are cut short there.
    let is_cut = || {
        let words: Vec<u64> = parts(title).map(bare).collect();
        let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
        let last = last.rsplit_once('.').map_or(last, |(name, _)| name);
        let said: Vec<u64> = parts(last).filter(is_long).map(bare).collect();
        !title.ends_with('.') && said.len() > MIN_WORDS_TOLD && said[..said.len() - 1].iter().all(|word| words.contains(word))
    };
    told >= MIN_WORDS_TOLD && (told as f32 >= MIN_SHARE_TOLD * words as f32 || is_cut()) && !is_listing(folders)
}

/// Whether an address says any word of a line.
pub(super) fn says_any(url: &str, line: &str) -> bool {
    told(url, line).any(|is_told| is_told)
}

/// Whether an address says all words of a line, of which there are some.
pub(super) fn says_all(url: &str, line: &str) -> bool {
    let mut told = told(url, line).peekable();
    told.peek().is_some() && told.all(|is_told| is_told)
}

/// Whether an address says each of a line's words.
fn told(url: &str, line: &str) -> impl Iterator<Item = bool> {
    let said = letters(url);
    let words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= MIN_TOLD);
    words.map(move |word| said.contains(&letters(word)))
}

/// The hash of a word without case and accents.
fn bare(word: &str) -> u64 {
    word.chars().map(lower_letter).map(wording::fold).fold(hash::EMPTY, hash::grow_letter)
}
