//! Links that stand apart from the title that they lead to: a button below its text, a picture, a link that lies over its card.

use super::Page;
use super::head::picture;
use super::headline::{HEAD_REACH, Headline, LEVELS, MAX_BESIDE, MAX_WORDS, MIN_BARE, MIN_WORDS, NEAR, make, normal, target, title};
use super::named::{MIN_WORDS_TOLD, names};
use super::target::is_article_address;
use crate::container::Hints;
use crate::lexicon::letters;
use crate::lexicon::wording::Wording;
use crate::passage::Judged;
use std::cell::LazyCell;

/// Passages of a text between its title and the button that leads on.
const TEXT_REACH: usize = 24;

/// A heading, or another line above a text, without a link, whose words are in the address of a button under it: "Go to article".
pub(super) fn button(at: usize, judged: &[Judged<'_>], page: &Page<'_>) -> Option<Headline> {
    let one = &judged[at];
    if !is_button(one) {
        return None;
    }
    let parent = page.containers.get(one.passage.container).parent;
    let is_near = |j: &Judged<'_>| page.containers.path(j.passage.container).take(LEVELS).any(|c| Some(c) == parent);
    let above = |reach: usize| (at.saturating_sub(reach)..at).rev().take_while(|&i| is_near(&judged[i]));
    let is_line = |&i: &usize| (MIN_WORDS..=MAX_WORDS).contains(&judged[i].traits().words) && judged[i].traits().link_chars == 0;
    let url = LazyCell::new(|| page.base.web(target(one, page)?));
    let told = |i: usize| {
        let text = title(&judged[i].text);
        let url = url.as_deref().filter(|url| is_named(one, url, &text) && target(&judged[i], page).is_none())?;
        Some(Headline { at: i, target: normal(url), url: Some(url.to_owned()), text, make: make(&judged[i], page), record: None })
    };
    match above(HEAD_REACH + 1).find(|&i| judged[i].is_heading()) {
        Some(heading) => told(heading),
        None => above(TEXT_REACH).filter(is_line).find_map(told),
    }
}

/// A short line that is nothing but a link.
pub(super) fn is_button(one: &Judged<'_>) -> bool {
    !one.is_picture() && !one.is_heading() && one.traits().words <= MAX_BESIDE as f32 && one.traits().link_density() >= MIN_BARE
}

/// Whether what a link is called ends in a title: "To the pictures: Ferry runs again".
fn says_title(name: &str, title: &str) -> bool {
    title.split_whitespace().count() >= MIN_WORDS_TOLD && letters(name).ends_with(&letters(title))
}

/// Where a button or a picture leads whose address, or what it is called, says the words of a title. Of titles in other letters than
/// addresses have, "Read more" must tell.
pub(super) fn named_target(one: &Judged<'_>, title: &str, page: &Page<'_>) -> Option<String> {
    let url = page.base.web(target(one, page).filter(|_| is_button(one) || one.is_picture())?)?;
    is_named(one, &url, title).then_some(url)
}

fn is_named(one: &Judged<'_>, url: &str, title: &str) -> bool {
    let is_called = || one.traits().called.as_deref().is_some_and(|name| says_title(name, title));
    let is_other = || !title.contains(|c: char| c.is_ascii_alphabetic()) && is_article_address(&normal(url));
    let reads_on = || one.reading.whole.contains(Wording::READ_MORE) && is_button(one) && is_other();
    names(url, title) || is_called() || reads_on()
}

/// Where a picture leads, unless it is its author's.
pub(super) fn pictured_target(one: &Judged<'_>, page: &Page<'_>) -> Option<String> {
    let is_author = usize::from(page.containers.get(one.passage.container).distance(Hints::AUTHOR)) < NEAR;
    picture(one).filter(|_| !is_author).and_then(|_| page.base.web(target(one, page)?))
}

/// The target of a link that lies over a card, for its title.
pub(super) fn over<'j>(one: &Judged<'_>, page: &'j Page<'_>) -> Option<&'j str> {
    let cover = |c| page.containers.get(c).layers.as_deref()?.cover.as_ref();
    let cover = page.containers.path(one.passage.container).take(LEVELS).find_map(cover)?;
    let is_named = |title: &str| match &cover.name {
        Some(name) => letters(name) == letters(title) || says_title(name, title),
        None => page.base.web(&cover.href).is_some_and(|url| names(&url, title)),
    };
    (one.is_heading() || !one.is_picture() && is_named(&one.text)).then_some(&cover.href)
}
