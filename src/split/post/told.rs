//! Members who have no pages: their names are told by how their lines repeat, one over the text of each post.

use super::{MAX_FACT, MAX_LINKED, MAX_NAME, MIN_UNTOLD, MOST, OF_ONE_MAKE, by_post, posts, prose};
use crate::address::person::{PageOf, page_of};
use crate::block::{FrameKind, Inline};
use crate::container::{ContainerId, Containers};
use crate::date;
use crate::hash::Set;
use crate::passage::Passage;
use crate::rank;
use crate::tag::Tag;

/// Words of a name that leads nowhere, and the least of a title.
const MAX_CALLED: usize = 3;
const MIN_TITLE: f32 = 3.0;
/// Kinds of lines that are tried for names.
const MAX_GROUPS: usize = 8;

/// The make of the posts, the texts and the names of a thread whose members have no pages: lines of one make that differ, one in each post,
/// with a day there, or with names that come again.
pub(super) fn find(passages: &[&Passage], containers: &Containers, is_thread: bool) -> Option<(u32, Vec<usize>, Vec<usize>)> {
    let called: Vec<Option<String>> = passages.iter().map(|one| called(one)).collect();
    let is_called = |&i: &usize| called[i].is_some();
    let mut lines: Vec<(u32, usize)> =
        (0..passages.len()).filter(is_called).map(|i| (containers.get(passages[i].container).signature, i)).collect();
    rank::sort(&mut lines, |(make, i)| u64::from(*make) << 32 | *i as u64);
    let mut groups: Vec<&[(u32, usize)]> = lines.chunk_by(|a, b| a.0 == b.0).filter(|like| like.len() >= MIN_UNTOLD).collect();
    rank::sort(&mut groups, |like| u64::MAX - like.len() as u64);
    let all: Vec<usize> = (0..passages.len()).collect();
    let is_dated = |&i: &usize| {
        let one = passages[i];
        one.traits.time.is_some() || one.traits.words <= MAX_FACT && date::find(&one.text(), None, None).is_some()
    };
    let found = groups.into_iter().take(MAX_GROUPS).filter_map(|like| {
        let lines: Vec<usize> = like.iter().map(|(_, i)| *i).collect();
        let (post, _) = posts(passages, &lines, &prose(passages, &lines, containers), containers, MOST)?;
        // A rank, or whom it answers, may stand below in an element of the same make.
        let names: Vec<usize> = by_post(&lines, passages, post, containers).iter().map(|(_, own)| own[0]).collect();
        let different: Set<&str> = names.iter().filter_map(|&i| called[i].as_deref()).collect();
        let posts = by_post(&all, passages, post, containers);
        let least = OF_ONE_MAKE * posts.len() as f32;
        let are_dated = || posts.iter().filter(|(_, own)| own.iter().any(is_dated)).count() as f32 >= least;
        let prose = prose(passages, &names, containers);
        let is_name = |i: &usize| names.binary_search(i).is_ok();
        let is_begun = |own: &[usize]| own.iter().find(|i| is_name(i) || prose.binary_search(i).is_ok()).is_some_and(is_name);
        let begun = posts.iter().filter(|(_, own)| is_begun(own)).count();
        let is_told = begun >= MIN_UNTOLD && begun as f32 >= least && different.len() > 1;
        let come_again = different.len() < names.len();
        let is_article = |id: ContainerId| containers.get(id).tag == Tag::Article;
        let are_headed = || posts.iter().all(|(id, own)| is_article(*id) && passages[own[0]].block.content.level().is_some());
        let are_posts = || if is_thread { come_again || are_dated() } else { come_again && (are_dated() || are_headed()) };
        (is_told && are_posts()).then_some((post, prose, names))
    });
    found.min_by_key(|(.., names)| names[0])
}

/// Whom a link in a line leads to.
pub(crate) fn member(one: &Passage) -> Option<&str> {
    let mut spans = one.block.content.inlines().flat_map(Inline::spans);
    spans.find(|span| span.link.and_then(page_of) == Some(PageOf::Member) && is_word(span.text)).map(|span| span.text)
}

/// Who has no picture is shown by a letter.
pub(super) fn is_word(name: &str) -> bool {
    name.trim().chars().nth(1).is_some()
}

/// What a short line may call somebody: all of it, or its link beside a day.
fn called(one: &Passage) -> Option<String> {
    let text = one.text();
    if one.traits.words > MAX_NAME
        || one.traits.ends_sentence
        || one.is_button()
        || one.block.frames.iter().any(|frame| frame.kind == FrameKind::Quote)
    {
        return None;
    }
    let mut spans = one.block.content.inlines().flat_map(Inline::spans);
    let is_dated = date::find(&text, None, None).is_some();
    let name = if is_dated { spans.find(|span| span.link.is_some())?.text.trim() } else { text.trim() };
    let is_name = name.split_whitespace().count() <= MAX_CALLED
        && name.contains(char::is_alphabetic)
        && is_word(name)
        && !name.contains([':', '?', '!', '|', '#'])
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !(is_dated && date::find(name, None, None).is_some());
    is_name.then(|| name.to_owned())
}

/// Whether most posts have titles of their own, as stories in a list have.
pub(super) fn are_titled(post: u32, passages: &[&Passage], containers: &Containers) -> bool {
    let is_title = |i: usize| {
        let one = passages[i];
        let is_set = one.block.content.level().is_some() || one.traits.link_density() > MAX_LINKED;
        is_set && one.traits.words >= MIN_TITLE
    };
    let titles: Vec<usize> = (0..passages.len()).filter(|&i| is_title(i)).collect();
    let posts = by_post(&titles, passages, post, containers);
    let all = by_post(&(0..passages.len()).collect::<Vec<_>>(), passages, post, containers).len();
    // "Re: Ferries"
    let title = |own: &[usize]| passages[own[0]].text().rsplit(": ").next().map(str::to_owned);
    let different: Set<Option<String>> = posts.iter().map(|(_, own)| title(own)).collect();
    different.len() * 2 > all
}
