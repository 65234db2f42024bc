//! The posts of a thread: who wrote each, and when, stays over its text; what a board tells besides of its members goes.

mod told;

use super::{Page, Piece};
use crate::address::person::{PageOf, page_of};
use crate::block::{BlockId, FrameKind, Inline};
use crate::container::{ContainerId, Containers, Hints};
use crate::date;
use crate::hash::{Map, Set};
use crate::label::Reason;
use crate::page_kind::PageKind;
use crate::passage::{Judged, Passage};
use crate::rank;
use crate::tag::Tag;
pub(crate) use told::member;

/// Posts with a text that make a thread.
const MIN_POSTS: usize = 2;
/// The same where the page does not call itself one, the share of its prose that they hold, and the most of it that stands before them: what is
/// longer is an article with comments.
const MIN_UNTOLD: usize = 3;
const MOST: f32 = 0.4;
const MAX_BEFORE: f32 = 0.2;
/// Elements between a post and the name of who wrote it, or its text.
const REACH: usize = 16;
/// Words of a line that names a member, or says when.
const MAX_NAME: f32 = 12.0;
/// Words, and most share of characters in links, of a line that somebody wrote.
const MIN_PROSE: f32 = 8.0;
const MAX_LINKED: f32 = 0.5;
/// Words of a rank below a name.
const MAX_RANK: usize = 3;
/// Words of a fact on a member, or of a button below a post; what is longer may be text.
const MAX_FACT: f32 = 14.0;
/// Share of the posts whose text is in elements of one make, with which that make is the text's.
const OF_ONE_MAKE: f32 = 0.7;

/// Probability from which what stands where the texts of posts do is text.
const POSTED: f32 = 0.4;

/// What a passage is to the post that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// It says who wrote, or when.
    Head,
    /// What was written.
    Text,
    /// The same, where it is so little that none of it looks like text.
    Brief,
    /// A rank, a count, a button.
    Aside,
}

impl Part {
    /// Why its passage is cut, if it is.
    pub(super) fn cut(self) -> Option<(Reason, &'static str)> {
        (self == Self::Aside).then_some((Reason::About, "post/aside"))
    }

    /// Whether its passage stays, whatever other rules say.
    pub(super) fn stays(self, one: &Judged<'_>) -> bool {
        matches!(self, Self::Head | Self::Brief) || self == Self::Text && one.probability >= POSTED
    }
}

/// The posts of a thread.
#[derive(Debug, Default)]
pub(crate) struct Posts {
    /// What each passage is to its post; outside of posts `None`.
    pub(super) parts: Vec<Option<Part>>,
    /// The first passage of each.
    starts: Vec<usize>,
    /// The passage that names who began the thread.
    pub(crate) opener: Option<usize>,
    /// The text that began it stands above them: they are its answers.
    pub(crate) are_answers: bool,
}

impl Posts {
    /// Whether a passage says who wrote a post, or when.
    pub(super) fn is_head(&self, passage: usize) -> bool {
        self.parts[passage] == Some(Part::Head)
    }

    /// Of each post in a text its first block, and those that are its head.
    pub(crate) fn shown(&self, judged: &[Judged<'_>], text: &[Piece]) -> Vec<Vec<BlockId>> {
        let mut posts: Vec<Vec<BlockId>> = Vec::new();
        let mut known = 0;
        for i in text.iter().map(|piece| piece.passage) {
            let nth = self.starts.partition_point(|start| *start <= i);
            let block = judged[i].passage.block.id;
            if nth > known {
                posts.push(vec![block]);
                known = nth;
            }
            if self.is_head(i) {
                posts.last_mut().into_iter().for_each(|post| post.push(block));
            }
        }
        posts
    }
}

/// The posts of a thread, and what each passage is to them; of other pages none.
pub(super) fn find(judged: &[Judged<'_>], page: &Page<'_>) -> Posts {
    let mut found = Posts { parts: vec![None; judged.len()], ..Posts::default() };
    if !page.is_thread() {
        return found;
    }
    let passages: Vec<&Passage> = judged.iter().map(|one| one.passage).collect();
    let names = names(&passages);
    let prose = prose(&passages, &names, page.containers);
    let made = |share| posts(&passages, &names, &prose, page.containers, share);
    let linked = made(MOST).or_else(|| made(0.0)).map(|(post, _)| post);
    let Some((post, prose, names)) =
        linked.map(|post| (post, prose, names)).or_else(|| told::find(&passages, page.containers, page.kind == PageKind::Forum))
    else {
        return found;
    };
    let posts = by_post(&(0..judged.len()).collect::<Vec<_>>(), &passages, post, page.containers);
    let mut links: Map<&str, usize> = Map::default();
    let own = posts.iter().flat_map(|(_, own)| own).map(|&i| &judged[i]).filter(|one| one.traits().link_density() > MAX_LINKED);
    own.for_each(|one| *links.entry(&one.text).or_default() += 1);
    let buttons = links.iter().filter(|(_, count)| **count * 2 > posts.len()).map(|(link, _)| *link).collect();
    let thread = Thread { judged, page, text: texts(post, &passages, &names, &prose, page.containers), names, buttons };
    let parts = &mut found.parts;
    let names: Vec<Option<usize>> = posts.iter().map(|(post, own)| thread.read(*post, own, parts)).collect();
    found.starts = posts.iter().map(|(_, own)| own[0]).collect();
    let first = found.starts.first().copied().unwrap_or_default();
    if let Some(&text) = prose.iter().find(|&&i| i < first && judged[i].probability >= POSTED) {
        found.are_answers = true;
        found.opener = (text.saturating_sub(REACH)..text).rev().find(|&i| member(passages[i]).is_some());
        return found;
    }
    found.opener = names.first().copied().flatten();
    // Who began the thread, and when, is told with its title; below a text it shows where that ends.
    for &i in posts.first().into_iter().flat_map(|(_, first)| first) {
        match parts[i] {
            Some(Part::Text | Part::Brief) => break,
            Some(Part::Head) => parts[i] = judged[i].is_heading().then_some(Part::Aside),
            _ => {}
        }
    }
    found
}

/// A thread's passages, and how the texts of its posts are made.
struct Thread<'t> {
    judged: &'t [Judged<'t>],
    page: &'t Page<'t>,
    /// The lines that name members.
    names: Vec<usize>,
    /// The make of the elements that hold the texts.
    text: Option<u32>,
    /// What links say below most posts: "Reply".
    buttons: Set<&'t str>,
}

impl Thread<'_> {
    /// Tells the parts of one post, and gives back the passage that names who wrote it.
    fn read(&self, post: ContainerId, own: &[usize], parts: &mut [Option<Part>]) -> Option<usize> {
        let is_text = |i: usize| self.is_text(i, post);
        let called = own.iter().copied().filter(|&i| self.names.binary_search(&i).is_ok() && !is_text(i) && self.only_names(i));
        // Who edited an answer may be named before who wrote it.
        let is_letter = |i: usize| !told::is_word(&self.judged[i].text);
        let containers = self.page.containers;
        let is_author = |i: usize| {
            let inside = around(self.judged[i].passage, containers).take_while(|&c| c != post);
            inside.map(|c| containers.get(c)).any(|c| c.hints.contains(Hints::AUTHOR))
        };
        let name = called.min_by_key(|&i| (is_letter(i), !is_author(i)))?;
        let text = own.iter().copied().find(|&i| is_text(i));
        let is_brief = !own.iter().any(|&i| is_text(i) && self.judged[i].probability >= POSTED);
        let time = self.time(name, own, text.unwrap_or(name));
        // "Post by Jane » 2 May", beside Jane's picture.
        let is_said = time.is_some_and(|time| self.says(time, name));
        for &i in own {
            let traits = self.judged[i].traits();
            parts[i] = match () {
                () if Some(i) == time || i == name && !is_said => Some(Part::Head),
                () if self.buttons.contains(&*self.judged[i].text) || i > name && self.is_note(i, name) => Some(Part::Aside),
                () if is_text(i) => Some(if is_brief { Part::Brief } else { Part::Text }),
                () if text.is_some() && (traits.words <= MAX_FACT || traits.link_density() > MAX_LINKED) => Some(Part::Aside),
                () => None,
            };
        }
        Some(name)
    }

    fn is_text(&self, i: usize, post: ContainerId) -> bool {
        let mut inside = self.page.containers.path(self.judged[i].passage.container).take_while(|&c| c != post);
        self.text.is_some_and(|make| inside.any(|c| self.page.containers.get(c).make == make))
    }

    /// Whether a line says a name, and maybe when, but no rank behind it.
    fn only_names(&self, i: usize) -> bool {
        let one = &self.judged[i];
        let mut spans = one.passage.block.content.inlines().flat_map(Inline::spans);
        let Some(name) = spans.find(|span| span.link.is_some()).map(|span| span.text) else { return true };
        let behind = one.text.split_once(name).map_or("", |(_, behind)| behind);
        let rest = match date::find(behind, self.page.lang, self.page.now) {
            Some((at, _)) => [&behind[..at.start], &behind[at.end..]].join(" "),
            None => behind.to_owned(),
        };
        let words = rest.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
        // "jane (Jane Doe)"; a rank on a line of its own goes with the name, but no counts and days beside it.
        let is_rank =
            || words <= MAX_RANK && behind.trim_start_matches(' ').starts_with('\n') && !behind.contains(|c: char| c.is_ascii_digit());
        one.traits().button_chars == 0 && (words <= 1 || rest.trim_start().starts_with('(') || is_rank())
    }

    /// "Last edited by Jane on 2 May, 10:04", below what she wrote.
    fn is_note(&self, i: usize, name: usize) -> bool {
        let one = &self.judged[i];
        one.traits().words <= MAX_FACT
            && one.passage.block.frames.is_empty()
            && self.says(i, name)
            && one.text.split(' ').any(|word| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit()))
            && date::find(&one.text, self.page.lang, self.page.now).is_some()
    }

    /// Whether a line says the name, too, that another one is.
    fn says(&self, i: usize, name: usize) -> bool {
        self.judged[i].text.contains(self.judged[name].text.trim())
    }

    /// The passage that says when a post was written, where its name's does not: one marked up as a time, the nearest before the text, or
    /// behind it; below a text, "answered 2 May", right beside the name.
    fn time(&self, name: usize, own: &[usize], text: usize) -> Option<usize> {
        let is_marked = |i: usize| self.judged[i].traits().time.is_some();
        let has_date = |i: usize| date::find(&self.judged[i].text, self.page.lang, self.page.now).is_some();
        if is_marked(name) || has_date(name) {
            return None;
        }
        let is_below = text < name;
        let may_say = |i: usize| if is_below { i.abs_diff(name) == 1 } else { i != name && self.judged[i].traits().words <= MAX_NAME };
        let is_time = |i: usize| {
            is_marked(i)
                || date::is_date_line(without_number(&self.judged[i].text))
                || (is_below || i < text && self.says(i, name)) && has_date(i)
        };
        let times = own.iter().copied().filter(|&i| may_say(i) && is_time(i));
        times.min_by_key(|&i| (!is_marked(i), i > text, i.abs_diff(text)))
    }
}

/// A line without the number of its post: "3 May 2026, 10:04 #2".
fn without_number(line: &str) -> &str {
    let is_number = |word: &str| word.strip_prefix('#').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let line = line.trim();
    line.rsplit_once(char::is_whitespace).filter(|(_, last)| is_number(last)).map_or(line, |(rest, _)| rest.trim_end())
}

/// Whether a page is made of posts, each with the name of a member, and begins with one: a thread, whatever it calls itself. Of one that
/// calls itself an article nothing stands before them.
pub(crate) fn has_posts(passages: &[&Passage], containers: &Containers, is_article: bool) -> bool {
    let names = names(passages);
    let made = posts(passages, &names, &prose(passages, &names, containers), containers, MOST);
    let linked = made.filter(|(_, count)| *count >= MIN_UNTOLD).map(|(post, _)| post);
    let untold = || if is_article { None } else { told::find(passages, containers, false).map(|(post, ..)| post) };
    let Some(post) = linked.or_else(|| untold().filter(|post| !told::are_titled(*post, passages, containers))) else {
        return false;
    };
    let is_posted = |one: &Passage| containers.path(one.container).any(|c| containers.get(c).make == post);
    // "This topic has been deleted", if it were.
    let is_said = |one: &Passage| is_prose(one) && !one.traits.hints.contains(Hints::HIDDEN);
    let words = |one: &Passage| if is_said(one) { one.traits.words } else { 0.0 };
    let before: f32 = passages.iter().take_while(|one| !is_posted(one)).map(|one| words(one)).sum();
    let most = if is_article { 0.0 } else { MAX_BEFORE };
    before <= most * passages.iter().map(|one| words(one)).sum::<f32>()
}

/// The short lines that lead to a member's page, outside of what is quoted.
fn names(passages: &[&Passage]) -> Vec<usize> {
    let is_name = |one: &Passage| {
        let link = || one.traits.link.as_deref().and_then(page_of);
        let is_quoted = || one.block.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Quote));
        one.traits.words > 0.0
            && one.traits.words <= MAX_NAME
            && !is_quoted()
            && !one.traits.ends_sentence_in_full()
            && link() == Some(PageOf::Member)
    };
    (0..passages.len()).filter(|&i| is_name(passages[i])).collect()
}

fn is_prose(one: &Passage) -> bool {
    // "Jane, 3. May 2026, 10:04"
    let is_told = one.traits.sentence_ends > 0 && one.traits.time.is_none() || one.traits.words > MAX_FACT;
    is_told && one.traits.words >= MIN_PROSE && one.traits.link_density() < MAX_LINKED && !one.block.content.is_visual()
}

/// What somebody wrote, but for the lines that name members, and what signs each of theirs.
fn prose(passages: &[&Passage], names: &[usize], containers: &Containers) -> Vec<usize> {
    let is_signature = |i: usize| around(passages[i], containers).any(|c| containers.get(c).is_signature);
    (0..passages.len()).filter(|&i| is_prose(passages[i]) && names.binary_search(&i).is_err() && !is_signature(i)).collect()
}

/// The elements around a passage that may be its post or its text.
fn around(one: &Passage, containers: &Containers) -> impl Iterator<Item = ContainerId> {
    containers.path(one.container).take(REACH)
}

/// Those of them that are the nearest of their make: a post may be wrapped in several of one.
fn nearest(one: &Passage, containers: &Containers) -> impl Iterator<Item = ContainerId> {
    let mut makes = Vec::with_capacity(REACH);
    around(one, containers).filter(move |&c| {
        let make = containers.get(c).make;
        let is_new = !makes.contains(&make);
        makes.push(make);
        is_new
    })
}

/// The make of the posts, and how many there are: elements that hold a name and a text each, and together a share of the page's prose, as many
/// as there are of one make.
fn posts(passages: &[&Passage], names: &[usize], prose: &[usize], containers: &Containers, share: f32) -> Option<(u32, usize)> {
    if names.len() < MIN_POSTS {
        return None;
    }
    let mut words = vec![0.0; containers.len()];
    prose.iter().for_each(|&i| nearest(passages[i], containers).for_each(|c| words[c.0 as usize] += passages[i].traits.words));
    let mut with_name = vec![false; containers.len()];
    names.iter().for_each(|&i| nearest(passages[i], containers).for_each(|c| with_name[c.0 as usize] = true));
    let least = share * prose.iter().map(|&i| passages[i].traits.words).sum::<f32>();
    let posts = (0..containers.len()).filter(|&c| with_name[c] && words[c] > 0.0).map(|c| (ContainerId(c as u32), words[c]));
    most_made(posts.collect(), least, containers).filter(|(_, count)| *count >= MIN_POSTS)
}

/// The make of the texts: elements that hold all prose of most posts, and not its name.
fn texts(post: u32, passages: &[&Passage], names: &[usize], prose: &[usize], containers: &Containers) -> Option<u32> {
    let texts = by_post(prose, passages, post, containers);
    let named = by_post(names, passages, post, containers);
    // Those that hold all prose of a post, the innermost first, and not its name, or none of the names in it.
    let holders = |(id, prose): &(ContainerId, Vec<usize>), of_names: usize| -> Vec<(ContainerId, f32)> {
        let inside = |i: usize| around(passages[i], containers).take_while(move |c| c != id);
        let holds = |c: ContainerId, i: usize| inside(i).any(|other| other == c);
        let names = named.binary_search_by_key(id, |(post, _)| *post).map_or(&[][..], |at| &named[at].1);
        let is_box = |c: ContainerId| !matches!(containers.get(c).tag, Tag::P | Tag::Blockquote | Tag::Li | Tag::Ul | Tag::Ol);
        let is_like = |c: ContainerId, other: ContainerId| containers.get(c).make == containers.get(other).make;
        let is_apart = |c: ContainerId| !names.iter().take(of_names).any(|&name| inside(name).any(|other| is_like(c, other)));
        let holds_all = |c: &ContainerId| is_box(*c) && prose.iter().all(|&i| holds(*c, i)) && is_apart(*c);
        inside(prose[0]).filter(holds_all).map(|c| (c, 1.0)).collect()
    };
    let least = OF_ONE_MAKE * texts.len() as f32;
    let innermost = texts.iter().filter_map(|own| holders(own, 1).first().copied()).collect();
    // Boards number the innermost, and quotes have elements of their own.
    let made = most_made(innermost, least, containers)
        .or_else(|| most_made(texts.iter().flat_map(|own| holders(own, usize::MAX)).collect(), least, containers));
    made.map(|(make, _)| make)
}

/// Some passages by the innermost post around them, posts in the page's order.
fn by_post(some: &[usize], passages: &[&Passage], make: u32, containers: &Containers) -> Vec<(ContainerId, Vec<usize>)> {
    let of = |i: usize| containers.path(passages[i].container).find(|&c| containers.get(c).make == make);
    let mut posted: Vec<(ContainerId, usize)> = some.iter().filter_map(|&i| Some((of(i)?, i))).collect();
    rank::sort(&mut posted, |(post, i)| u64::from(post.0) << 32 | *i as u64);
    posted.chunk_by(|a, b| a.0 == b.0).map(|own| (own[0].0, own.iter().map(|(_, i)| *i).collect())).collect()
}

/// The make that most of some elements have, and how many, of those whose weights come to so much; of makes with as many the outermost.
fn most_made(mut elements: Vec<(ContainerId, f32)>, least: f32, containers: &Containers) -> Option<(u32, usize)> {
    rank::sort(&mut elements, |(id, _)| u64::from(containers.get(*id).make));
    let make = |one: &(ContainerId, f32)| containers.get(one.0).make;
    let of_make = elements.chunk_by(|a, b| make(a) == make(b)).filter(|like| like.iter().map(|(_, weight)| weight).sum::<f32>() >= least);
    let depth = |like: &[(ContainerId, f32)]| like.iter().map(|(id, _)| containers.get(*id).depth).min();
    of_make.max_by_key(|like| (like.len(), std::cmp::Reverse(depth(like)))).map(|like| (make(&like[0]), like.len()))
}
