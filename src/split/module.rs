//! Groups of like items: a list of cards, a stream of articles, a menu; and what they are to the page.

use super::Page;
use super::headline::{Headline, normal};
use crate::byline;
use crate::container::{ContainerId, FAR, Hints};
use crate::date;
use crate::hash::Map;
use crate::lexicon::wording::Wording;
use crate::passage::Judged;
use crate::rank;
use crate::tag::Tag;
use std::ops::Range;

/// Words; an item with less has no text of its own.
const MIN_BODY: f32 = 45.0;
/// Words of text that may stand before an item's title: a standfirst, a kicker.
const MAX_BEFORE_TITLE: f32 = 30.0;
/// Words; items with more on average are no comments and no menus.
const LONG_BODY: f32 = 120.0;
/// Words; a page with less outside its items is made of them.
const MIN_OUTSIDE: f32 = 35.0;
/// Words; headlines have more on average than the names of sections.
const MIN_MEAN_TITLE: f32 = 3.4;
/// The same under a name such as "Related".
const LIKE_NAMED: f32 = 0.75;
/// Words; titles of articles, on average, whatever their addresses look like.
const LONG_TITLE: f32 = 6.0;
/// Passages; an item's head is within its first ones.
const HEAD_LENGTH: usize = 8;
/// Mean probability; items above it are what the page is about, as on a listing.
const LIKE_TEXT: f32 = 0.5;
/// Share of words in common; an item titled like the page is the page's own article.
const SAME_TITLE: f32 = 0.55;
/// Passages; a label stands at most this far before the first item.
const LABEL_REACH: usize = 3;

/// One item of a module.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) headline: Headline,
    /// The element that holds it.
    pub(super) extent: ContainerId,
    /// Its passages, title and all.
    pub(super) passages: Range<usize>,
}

/// Items of the same make.
#[derive(Clone, Debug)]
pub(super) struct Module {
    pub(super) items: Vec<Item>,
    /// The passages that name the module.
    pub(super) labels: Vec<usize>,
    /// Its label says that these are other articles.
    pub(super) named_related: bool,
    /// Its items lie one after the other in one element, nothing around each.
    flat: bool,
}

/// What a module is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Cards or texts of other articles; the main one is elsewhere.
    Related,
    /// The page is made of these items; one of them is the main article.
    Stream,
}

impl Role {
    /// The item that is the page's own article.
    pub(super) fn main(self, module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> Option<usize> {
        let own: Vec<String> = page.addresses.iter().map(|a| normal(a)).collect();
        let by_address = module.items.iter().position(|i| own.contains(&i.headline.target));
        match self {
            Self::Related => by_address.filter(|&i| words(judged, &module.items[i]) >= MIN_BODY),
            Self::Stream => {
                let by_title = || module.items.iter().position(|i| judged[i.headline.at].title_likeness >= SAME_TITLE);
                Some(by_address.or_else(by_title).unwrap_or(0))
            }
        }
    }
}

/// Finds the modules of a page.
pub(super) fn group(judged: &[Judged<'_>], headlines: &[Headline], page: &Page<'_>) -> Vec<Module> {
    let mut makes: Vec<Vec<&Headline>> = Vec::new();
    let mut index: Map<u64, usize> = Map::default();
    for headline in headlines {
        let i = *index.entry(headline.make).or_insert_with(|| {
            makes.push(Vec::new());
            makes.len() - 1
        });
        makes[i].push(headline);
    }
    let mut modules: Vec<Module> = makes.into_iter().flat_map(|make| modules_of(&make, judged, page)).collect();
    // Full texts first: their links and lists are theirs. Of links to the same items, those with a text name them best.
    rank::sort(&mut modules, |m| {
        let longest = m.items.iter().map(|i| i.passages.len()).max().unwrap_or(0) as u64;
        let first = m.items.first();
        let start = first.map_or(0, |i| i.passages.start) as u64;
        let name = first.map_or(0, |i| 2 * u64::from(i.headline.text.is_empty()) + u64::from(!judged[i.headline.at].is_heading()));
        (u64::from(u32::MAX) - longest) << 32 | start << 2 | name
    });
    modules
}

/// Splits headlines of one make by the element that holds their items.
fn modules_of(make: &[&Headline], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Module> {
    let extents = extents(make, judged, page);
    let mut by_parent: Vec<Vec<(ContainerId, &Headline)>> = Vec::new();
    let mut index: Map<Option<ContainerId>, usize> = Map::default();
    for (extent, headline) in extents {
        let i = *index.entry(page.containers.get(extent).parent).or_insert_with(|| {
            by_parent.push(Vec::new());
            by_parent.len() - 1
        });
        by_parent[i].push((extent, headline));
    }
    // Columns and slides part a list into several parents: items alone in theirs are looked at together.
    let (single, mut groups): (Vec<_>, Vec<_>) = by_parent.into_iter().partition(|items| items.len() == 1);
    groups.push(single.into_iter().flatten().collect());
    groups.into_iter().filter_map(|group| module(group, judged, page)).collect()
}

fn module(mut group: Vec<(ContainerId, &Headline)>, judged: &[Judged<'_>], page: &Page<'_>) -> Option<Module> {
    group.dedup_by(|b, a| a.0 == b.0 && a.1.target == b.1.target);
    let (flat, ranges) = ranges(&group, judged, page);
    let items: Vec<Item> = group
        .into_iter()
        .zip(ranges)
        .filter(|((_, headline), range)| !range.is_empty() && opens(headline, range, judged))
        .map(|((extent, headline), passages)| Item { headline: headline.clone(), extent, passages })
        .collect();
    let first = items.first()?.passages.start;
    let labels = labels(first, judged, page);
    let named_related = labels.iter().any(|&l| is_related_label(&judged[l]));
    Some(Module { items, labels, named_related, flat })
}

/// Whether a headline stands before its item's text: a link at the text's end is no title.
fn opens(headline: &Headline, range: &Range<usize>, judged: &[Judged<'_>]) -> bool {
    let before: f32 = judged[range.start..headline.at].iter().filter(|j| is_text(j)).map(|j| j.traits().words).sum();
    before <= MAX_BEFORE_TITLE
}

fn is_related_label(one: &Judged<'_>) -> bool {
    one.reading.starts.intersects(Wording::RELATED_HEADING | Wording::MOST_READ | Wording::READ_ALSO)
}

/// The largest element around each headline that holds no headline of the same make with another target.
fn extents<'h>(make: &[&'h Headline], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<(ContainerId, &'h Headline)> {
    let mut only: Map<ContainerId, Option<&str>> = Map::default();
    for headline in make {
        for id in page.containers.path(judged[headline.at].passage.container) {
            match only.get(&id) {
                None => {
                    only.insert(id, Some(&headline.target));
                }
                Some(Some(target)) if *target == headline.target => {}
                Some(None) => break,
                Some(Some(_)) => {
                    only.insert(id, None);
                }
            }
        }
    }
    make.iter()
        .map(|headline| {
            let own = judged[headline.at].passage.container;
            let is_alone = |c: &ContainerId| only.get(c).is_some_and(Option::is_some);
            let is_page = |c: &ContainerId| matches!(page.containers.get(*c).tag, Tag::Body | Tag::Html | Tag::Main);
            // A lone card ends at its own element: what is around it is the page's.
            let levels = if make.len() == 1 { 2 } else { usize::MAX };
            let extent = page.containers.path(own).take_while(|c| is_alone(c) && !is_page(c)).take(levels).last().unwrap_or(own);
            (extent, *headline)
        })
        .collect()
}

/// The passages of each item: those in its element, or, where several items lie flat in one element, those up to the next.
fn ranges(group: &[(ContainerId, &Headline)], judged: &[Judged<'_>], page: &Page<'_>) -> (bool, Vec<Range<usize>>) {
    let span = |id: ContainerId, at: usize| {
        let inside = |i: &usize| page.containers.holds(id, judged[*i].passage.container);
        let start = (0..at).rev().take_while(inside).last().unwrap_or(at);
        let end = (at + 1..judged.len()).take_while(inside).last().unwrap_or(at) + 1;
        start..end
    };
    let is_shared = group.windows(2).any(|w| w[0].0 == w[1].0);
    let mut ranges: Vec<Range<usize>> = group.iter().map(|(id, h)| if is_shared { h.at..h.at + 1 } else { span(*id, h.at) }).collect();
    let is_flat = is_shared
        || (group.len() > 1 && ranges.iter().all(|r| r.len() == 1) && group.iter().all(|(id, _)| is_leaf(page.containers.get(*id).tag)));
    if !is_flat {
        return (false, ranges);
    }
    for k in 0..group.len() {
        let element = if is_shared { Some(group[k].0) } else { page.containers.get(group[k].0).parent };
        let inside = |i: &usize| element.is_some_and(|e| page.containers.holds(e, judged[*i].passage.container));
        let next = group.get(k + 1).map_or(judged.len(), |(_, h)| h.at);
        ranges[k].end = (ranges[k].end..next).take_while(inside).last().map_or(ranges[k].end, |i| i + 1);
    }
    (true, ranges)
}

fn is_leaf(tag: Tag) -> bool {
    tag.heading_level().is_some() || matches!(tag, Tag::P | Tag::A | Tag::Div | Tag::Dt)
}

/// The short passages right before the first item that are no link and no text: the module's name.
fn labels(first: usize, judged: &[Judged<'_>], page: &Page<'_>) -> Vec<usize> {
    let mut labels = Vec::new();
    for i in (first.saturating_sub(LABEL_REACH)..first).rev() {
        let one = &judged[i];
        let is_name = one.traits().words <= 8.0 && !one.traits().ends_sentence && !one.is_picture() && !one.text.is_empty();
        if !is_name || one.title_likeness > SAME_TITLE {
            break;
        }
        let near = page.containers.common(one.passage.container, judged[first].passage.container).is_some_and(|c| {
            let tag = page.containers.get(c).tag;
            !matches!(tag, Tag::Body | Tag::Html) || one.is_heading()
        });
        if near && (one.is_heading() || is_related_label(one)) {
            labels.push(i);
            break;
        }
    }
    labels
}

/// Likely article text, summed up to each passage.
pub(super) struct Prose(Vec<f32>);

impl Prose {
    pub(super) fn new(judged: &[Judged<'_>]) -> Self {
        let mut sum = 0.0;
        let sums = judged.iter().map(|one| {
            sum += if one.cut.is_some() { 0.0 } else { one.probability.powi(2) * one.traits().words };
            sum
        });
        Self(std::iter::once(0.0).chain(sums).collect())
    }

    fn of(&self, range: &Range<usize>) -> f32 {
        self.0[range.end] - self.0[range.start]
    }

    /// Words of likely text that are in none of the module's items.
    fn outside(&self, module: &Module) -> f32 {
        self.0.last().copied().unwrap_or(0.0) - module.items.iter().map(|i| self.of(&i.passages)).sum::<f32>()
    }
}

/// Links amid a text are no items: flat ones need headings or a name over them.
fn is_list(module: &Module, judged: &[Judged<'_>]) -> bool {
    !module.flat || module.named_related || module.items.iter().all(|i| judged[i.headline.at].is_heading() || i.passages.len() == 1)
}

fn words(judged: &[Judged<'_>], item: &Item) -> f32 {
    judged[item.passages.clone()].iter().filter(|j| is_text(j)).map(|j| j.traits().words).sum()
}

fn is_text(one: &Judged<'_>) -> bool {
    one.traits().words >= 8.0 && one.traits().link_density() < 0.5 && (one.traits().ends_sentence || one.traits().sentence_ends > 0)
}

/// What a module is to the page; `None` for menus, tags, comments, and what is content itself.
pub(super) fn role(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose) -> Option<Role> {
    let n = module.items.len();
    let outside = prose.outside(module);
    let bodies: Vec<f32> = module.items.iter().map(|i| words(judged, i)).collect();
    let full = bodies.iter().filter(|w| **w >= MIN_BODY).count();
    let near = |hints| {
        let close =
            module.items.iter().filter(|i| page.containers.get(judged[i.headline.at].passage.container).distance(hints) < FAR).count();
        close * 2 > n
    };
    if !is_list(module, judged) {
        return None;
    }
    let is_long = bodies.iter().sum::<f32>() / n as f32 > LONG_BODY;
    // Comments have no headlines that lead to articles.
    let headlines = module.items.iter().filter(|i| title_words(i, judged) >= 4.0 && is_article_address(&i.headline.target)).count();
    let is_headlines = module.named_related || (n >= 2 && headlines == n);
    let is_furniture = near(Hints::NAVIGATION | Hints::FOOTER | Hints::CONSENT) && !module.named_related;
    if is_furniture && !is_long || (near(Hints::COMMENT) && !is_long && !is_headlines) || is_thread(module, judged) {
        return None;
    }
    let mean_title = module.items.iter().map(|i| title_words(i, judged)).sum::<f32>() / n as f32;
    if mean_title < MIN_MEAN_TITLE {
        return None;
    }
    // A stream of whole articles: at least two with text, and no article besides.
    if full >= 2 && full * 2 >= n {
        // Sections of a text link their headings too: other articles are named as such, dated, or unlike the page's text.
        let dated = module.items.iter().filter(|i| is_dated(i, judged, page)).count();
        if page.is_thread || !(module.named_related || dated * 2 >= n || mean_probability(module, judged) < LIKE_TEXT) {
            return None;
        }
        let has_own =
            Role::Stream.main(module, judged, page).is_some_and(|m| judged[module.items[m].headline.at].title_likeness >= SAME_TITLE);
        return Some(if outside < MIN_OUTSIDE || has_own { Role::Stream } else { Role::Related });
    }
    if outside < if module.named_related { MIN_OUTSIDE } else { 2.0 * MIN_OUTSIDE } {
        return None;
    }
    let probability = mean_probability(module, judged);
    let hinted = near(Hints::RELATED | Hints::CARD) || near(Hints::SIDEBAR | Hints::ASIDE);
    let is_other = module.named_related || (hinted && n >= 2);
    let looks_like_articles = module.items.iter().filter(|i| is_article_address(&i.headline.target)).count() * 2 > n;
    if n == 1 && !module.named_related {
        return None;
    }
    let unlike_text = probability
        < if module.named_related {
            LIKE_NAMED
        } else if is_other {
            LIKE_TEXT
        } else {
            0.8 * LIKE_TEXT
        };
    (unlike_text && (module.named_related || looks_like_articles || is_other && mean_title >= LONG_TITLE)).then_some(Role::Related)
}

/// Words of the longest short text of an item: its title, wherever it stands.
fn title_words(item: &Item, judged: &[Judged<'_>]) -> f32 {
    let own = item.headline.text.split_whitespace().count() as f32;
    let unspaced = if item.headline.text.is_ascii() { 0.0 } else { judged[item.headline.at].traits().words };
    let heading = || {
        judged[item.passages.clone()]
            .iter()
            .filter(|j| j.is_heading() || j.traits().words < 25.0)
            .map(|j| j.traits().words)
            .fold(0.0, f32::max)
    };
    if own > 0.0 { own.max(unspaced) } else { heading() }
}

/// Whether an item says in its head when or by whom it was written.
fn is_dated(item: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_head = |j: &&Judged<'_>| j.traits().words <= 25.0 && !is_text(j);
    judged[item.passages.clone()]
        .iter()
        .take(HEAD_LENGTH)
        .filter(is_head)
        .any(|j| j.traits().time.is_some() || byline::is_byline(&j.text) || date::find(&j.text, page.lang, page.now).is_some())
}

fn mean_probability(module: &Module, judged: &[Judged<'_>]) -> f32 {
    let (mut sum, mut words) = (0.0, 0.0);
    for i in module.items.iter().flat_map(|i| i.passages.clone()) {
        let weight = 1.0 + judged[i].traits().words;
        sum += judged[i].probability * weight;
        words += weight;
    }
    sum / f32::max(words, 1.0)
}

/// Answers of a thread carry its title.
fn is_thread(module: &Module, judged: &[Judged<'_>]) -> bool {
    let n = module.items.len();
    n >= 3 && module.items.iter().filter(|i| judged[i.headline.at].title_likeness >= SAME_TITLE).count() * 2 > n
}

/// Addresses of articles end in several words or in a number; those of sections in one word.
fn is_article_address(target: &str) -> bool {
    let Some((_, path)) = target.split_once('/') else { return false };
    let last = path.rsplit('/').find(|s| !s.is_empty()).unwrap_or_default();
    let digits = path.chars().filter(char::is_ascii_digit).count();
    last.matches(['-', '_']).count() >= 2 || digits >= 4 || last.ends_with("html") || last.ends_with("htm")
}
