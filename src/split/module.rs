//! Groups of like items: a list of cards, a stream of articles, a menu.

use super::Page;
use super::alike;
use super::card::MIN_NOTE;
use super::dated::are_dated;
use super::edge::{crowds, next_headline, own_start, parted_by_links};
use super::headline::{Headline, MIN_BARE};
use super::named::is_named;
use super::over;
use super::role::is_article;
use super::target::is_article_address;
use crate::block::Content;
use crate::container::ContainerId;
use crate::hash::Map;
use crate::lexicon::wording::Wording;
use crate::page_kind::PageKind;
use crate::passage::Judged;
use crate::rank;
use crate::tag::Tag;
use std::ops::Range;

/// Words; an item with less has no text of its own.
pub(super) const MIN_BODY: f32 = 45.0;
/// Words of a text's passage.
const MIN_TEXT: f32 = 8.0;
/// The same in a script without signs for a sentence's end; titles have fewer.
const MIN_UNMARKED: f32 = 32.0;
/// Words of text that may stand before an item's title: a standfirst, a kicker.
pub(super) const MAX_BEFORE_TITLE: f32 = 30.0;
/// Share of words in common; an item titled like the page is the page's own article.
pub(super) const SAME_TITLE: f32 = 0.55;
/// Headlines in one element that make it a list of its own.
const MIN_FLAT: usize = 3;
/// Passages; a label stands at most this far before the first item.
const LABEL_REACH: usize = 3;
/// Passages of a card that holds its own label.
const MAX_LONE: usize = 5;

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
    pub(super) flat: bool,
}

impl Module {
    /// Whether they are told by their kind of line: each says who wrote it or when, however short it is.
    pub(super) fn are_records(&self) -> bool {
        self.items.iter().all(|item| item.headline.record.is_some())
    }

    /// A whole text, and the cards below it in elements of the same make; `None` where there are others.
    pub(super) fn text_and_cards(&self, judged: &[Judged<'_>], page: &Page<'_>) -> Option<(&Item, Self)> {
        let (texts, items): (Vec<&Item>, Vec<&Item>) = self.items.iter().partition(|item| words(judged, item) >= MIN_BODY);
        let [text] = texts[..] else { return None };
        let is_card = |item: &&Item| item.headline.url.is_some() && item.passages.start >= text.passages.end;
        if items.len() < 2 || !items.iter().all(is_card) {
            return None;
        }
        let items: Vec<Item> = items.into_iter().cloned().collect();
        let labels = labels(items[0].passages.start, judged, page);
        let named_related = are_named(&labels, &items, judged, page);
        // Answers lead to those who wrote them.
        let are_named = named_related || items.iter().all(is_named);
        let cards = Self { items, labels, named_related, flat: self.flat };
        (are_named || page.kind == PageKind::Article && are_dated(&cards, judged, page)).then_some((text, cards))
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
    let alone = alone(&headlines.iter().collect::<Vec<_>>(), judged, page);
    let mut modules: Vec<Module> = makes.into_iter().flat_map(|make| modules_of(&make, headlines, &alone, judged, page)).collect();
    modules.extend(alike::find(headlines, &modules, judged, page));
    // The whole page's before one day's, which are some of them; a title stands before its excerpt, though that be a heading too.
    rank::sort(&mut modules, |m| {
        let first = m.items.first().map_or(0, |i| i.headline.at) as u64;
        (u64::from(u32::MAX) - m.items.len() as u64) << 32 | first
    });
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
fn modules_of(make: &[&Headline], all: &[Headline], alone: &Alone<'_>, judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Module> {
    let extents = extents(make, alone, judged, page);
    let mut by_parent: Vec<Vec<(ContainerId, &Headline)>> = Vec::new();
    let mut index: Map<Option<ContainerId>, usize> = Map::default();
    let mut shared: Map<ContainerId, usize> = Map::default();
    extents.iter().for_each(|(extent, _)| *shared.entry(*extent).or_default() += 1);
    for (extent, headline) in extents {
        // Lines that lie flat in one element are none of the next one's.
        let holder =
            if shared.get(&extent).is_some_and(|count| *count >= MIN_FLAT) { Some(extent) } else { page.containers.get(extent).parent };
        let i = *index.entry(holder).or_insert_with(|| {
            by_parent.push(Vec::new());
            by_parent.len() - 1
        });
        by_parent[i].push((extent, headline));
    }
    // Columns and slides part a list into several parents: items alone in theirs are looked at together.
    let (single, mut groups): (Vec<_>, Vec<_>) = by_parent.into_iter().partition(|items| items.len() == 1);
    groups.push(single.into_iter().flatten().collect());
    groups.into_iter().filter_map(|group| module(group, all, judged, page)).collect()
}

pub(super) fn module(mut group: Vec<(ContainerId, &Headline)>, all: &[Headline], judged: &[Judged<'_>], page: &Page<'_>) -> Option<Module> {
    group.dedup_by(|b, a| a.0 == b.0 && a.1.target == b.1.target);
    let (flat, ranges) = ranges(&group, all, judged, page);
    let mut items: Vec<Item> = group
        .into_iter()
        .zip(ranges)
        .filter(|((_, headline), range)| !range.is_empty() && opens(headline, range, judged))
        .map(|((extent, headline), passages)| Item { headline: headline.clone(), extent, passages })
        .collect();
    // The page's own title, whose text is elsewhere.
    let is_title = |item: &Item| judged[item.headline.at].title_likeness >= SAME_TITLE && item.headline.url.is_none();
    if items.iter().any(is_title) && items.iter().any(|item| words(judged, item) >= MIN_BODY) {
        items.retain(|item| !is_title(item) || words(judged, item) > 0.0);
    }
    let mut labels = labels(items.first()?.passages.start, judged, page);
    if let [lone] = &items[..]
        && labels.is_empty()
    {
        labels = own_label(lone, judged, page);
    }
    Some(Module { named_related: are_named(&labels, &items, judged, page), items, labels, flat })
}

/// The label that stands in the element of the one story that it names: "Up next".
fn own_label(lone: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> Vec<usize> {
    let is_one = lone.passages.len() <= MAX_LONE || words(judged, lone) >= MIN_BODY;
    let mut found = if is_one { labels(lone.headline.at, judged, page) } else { Vec::new() };
    found.retain(|&label| is_related_label(&judged[label]));
    found
}

/// Whether the labels say that the items are other articles.
fn are_named(labels: &[usize], items: &[Item], judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    // The last link of a menu may say "More news" too.
    let is_link = |l: usize| !judged[l].is_heading() && judged[l].traits().link_density() >= MIN_BARE;
    let articles = items.iter().filter(|i| is_article_address(&i.headline.target)).count();
    let are_articles = is_article(page) && articles * 2 > items.len();
    labels.iter().any(|&l| is_related_label(&judged[l]) && (are_articles || !is_link(l)))
}

/// Whether a headline stands before its item's text: a link at the text's end is no title.
fn opens(headline: &Headline, range: &Range<usize>, judged: &[Judged<'_>]) -> bool {
    let before: f32 = judged[range.start..headline.at].iter().filter(|j| is_text(j)).map(|j| j.traits().words).sum();
    before <= MAX_BEFORE_TITLE
}

fn is_related_label(one: &Judged<'_>) -> bool {
    // "Older posts" turns a page, unless it heads a list of them.
    let heads_posts = || one.is_heading() && one.traits().link_chars == 0 && one.traits().words > 1.0;
    one.reading.starts.intersects(Wording::OTHER_ARTICLES) || one.reading.whole.contains(Wording::NEXT_PREVIOUS) && heads_posts()
}

/// The one address that all headlines in an element lead to, `None` where they lead to several.
pub(super) type Alone<'h> = Map<ContainerId, Option<&'h str>>;

pub(super) fn alone<'h>(headlines: &[&'h Headline], judged: &[Judged<'_>], page: &Page<'_>) -> Alone<'h> {
    let mut only = Alone::default();
    for headline in headlines {
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
    only
}

/// The largest element around each headline that holds no headline of the same make with another target.
fn extents<'h>(make: &[&'h Headline], among_all: &Alone<'_>, judged: &[Judged<'_>], page: &Page<'_>) -> Vec<(ContainerId, &'h Headline)> {
    // A lone card ends at its own element: what is around it is the page's, or another's.
    let among_like = if make.len() == 1 { None } else { Some(alone(make, judged, page)) };
    let (only, levels) = among_like.as_ref().map_or((among_all, 2), |only| (only, usize::MAX));
    // Articles that are joined as the reader scrolls come with the elements of a page of their own.
    let main = |h: &Headline| page.containers.path(judged[h.at].passage.container).find(|c| page.containers.get(*c).tag == Tag::Main);
    let mut mains: Vec<ContainerId> = make.iter().filter_map(|h| main(h)).collect();
    mains.dedup();
    let has_mains = mains.len() > 1 && mains.len() == make.len();
    make.iter()
        .map(|headline| {
            let own = judged[headline.at].passage.container;
            let is_alone = |c: &ContainerId| only.get(c).is_some_and(Option::is_some);
            let is_page = |c: &ContainerId| match page.containers.get(*c).tag {
                Tag::Body | Tag::Html => true,
                Tag::Main => !has_mains,
                _ => false,
            };
            let extent = page.containers.path(own).take_while(|c| is_alone(c) && !is_page(c)).take(levels).last().unwrap_or(own);
            (extent, *headline)
        })
        .collect()
}

/// The passages of each item: those in its element, or, where several items lie flat in one element, those up to the next.
fn ranges(group: &[(ContainerId, &Headline)], all: &[Headline], judged: &[Judged<'_>], page: &Page<'_>) -> (bool, Vec<Range<usize>>) {
    let span = |id: ContainerId, at: usize| {
        let inside = |i: &usize| page.containers.holds(id, judged[*i].passage.container);
        let start = (0..at).rev().take_while(inside).last().unwrap_or(at);
        let end = (at + 1..judged.len()).take_while(inside).last().unwrap_or(at) + 1;
        start..end
    };
    let is_shared = group.windows(2).any(|w| w[0].0 == w[1].0);
    let mut ranges: Vec<Range<usize>> = group.iter().map(|(id, h)| if is_shared { h.at..h.at + 1 } else { span(*id, h.at) }).collect();
    let is_flat = is_shared
        || are_rows(group, &ranges, judged, page)
        || (group.len() > 1 && ranges.iter().all(|r| r.len() == 1) && group.iter().all(|(id, _)| is_leaf(page.containers.get(*id).tag)));
    if !is_flat {
        for (range, (_, headline)) in ranges.iter_mut().zip(group) {
            // What others wrote of the same stands below a headline, under headings of its own.
            if group.len() > 1 && text_words(judged, range) < MIN_BODY {
                let article =
                    |at: usize| page.containers.path(judged[at].passage.container).find(|c| page.containers.get(*c).tag == Tag::Article);
                let own = article(headline.at);
                let crowds = crowds(headline, range, all);
                let is_other = |other: &&Headline| {
                    let is_apart = || {
                        judged[other.at].is_heading()
                            || own.is_some() && article(other.at) != own
                            || parted_by_links([headline.at, other.at], judged, page)
                    };
                    other.url.is_some() && (is_apart() || crowds.contains(&other.make))
                };
                if let Some(next) = next_headline(headline, range, all, is_other) {
                    // What stands before that in its article is its own.
                    let theirs = article(next).filter(|theirs| Some(*theirs) != own);
                    let before = (headline.at + 1..next).rev().take_while(|i| theirs.is_some() && article(*i) == theirs).count();
                    range.end = next - before;
                }
                if page.kind == PageKind::Article {
                    range.start = own_start(headline, range, all, judged, page, is_other).unwrap_or(range.start);
                }
            }
            widen(range, headline, judged, page);
        }
        return (false, ranges);
    }
    let are_records = group.iter().all(|(_, headline)| headline.record.is_some());
    for k in 0..group.len() {
        let element = if is_shared { Some(group[k].0) } else { page.containers.get(group[k].0).parent };
        let inside = |i: &usize| element.is_some_and(|e| page.containers.holds(e, judged[*i].passage.container));
        // What stands before the next title in its element is its own.
        let next = group.get(k + 1).map_or(judged.len(), |(_, h)| h.first().min(ranges[k + 1].start.max(group[k].1.at + 1)));
        ranges[k].start = ranges[k].start.min(group[k].1.first());
        ranges[k].end = (ranges[k].end..next).take_while(inside).last().map_or(ranges[k].end, |i| i + 1);
        if text_words(judged, &ranges[k]) < if are_records { MIN_NOTE } else { MIN_BODY } {
            // A card holds no other's headline, of whatever make.
            ranges[k].end = next_headline(group[k].1, &ranges[k], all, |_| true).unwrap_or(ranges[k].end);
        }
    }
    if !are_records {
        end_like_most(&mut ranges, judged);
        over::dates(&mut ranges, group, judged);
    }
    // Links around cards part them as well as elements do.
    let is_wrapped = |(range, (_, headline)): (&Range<usize>, &(ContainerId, &Headline))| {
        range.len() > 1 && judged[range.clone()].iter().all(|one| headline.shares_target(one, page))
    };
    let wrapped = ranges.iter().zip(group).filter(|pair| is_wrapped(*pair)).count();
    (wrapped * 2 <= group.len(), ranges)
}

/// Whether headlines stand in tables or rows of one, in paragraphs or terms, without their texts, which are in those below, as in letters.
fn are_rows(group: &[(ContainerId, &Headline)], ranges: &[Range<usize>], judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_row = |id: ContainerId| matches!(page.containers.get(id).tag, Tag::Table | Tag::Tr | Tag::Td | Tag::P | Tag::Dt);
    let gaps =
        ranges.windows(2).filter(|two| two[0].end <= two[1].start && text_words(judged, &(two[0].end..two[1].start)) >= MIN_BODY).count();
    // A title may end like a sentence.
    let has_text = |range: &Range<usize>, at: usize| range.clone().any(|i| i != at && is_text(&judged[i]));
    group.iter().all(|(id, headline)| is_row(*id) || headline.record.is_some())
        && !group.iter().zip(ranges).any(|((_, headline), range)| has_text(range, headline.at))
        && gaps > 0
        && (gaps + 1) * 2 > ranges.len()
}

/// A link around a card holds what lies right before and behind its elements too.
fn widen(range: &mut Range<usize>, headline: &Headline, judged: &[Judged<'_>], page: &Page<'_>) {
    range.start -= judged[..range.start].iter().rev().take_while(|one| headline.shares_target(one, page)).count();
    range.end += judged[range.end..].iter().take_while(|one| headline.shares_target(one, page)).count();
}

/// Between the lines of a list of links, and behind the last one, the text goes on.
fn end_like_most(ranges: &mut [Range<usize>], judged: &[Judged<'_>]) {
    let has_text: Vec<bool> = ranges.iter().map(|r| text_words(judged, r) >= MIN_BODY).collect();
    let links = || ranges.iter().zip(&has_text).filter(|(_, has_text)| !**has_text).map(|(r, _)| r.len());
    if links().count() * 2 <= ranges.len() {
        return;
    }
    // Where the last one ends is open.
    let closed = ranges.len().saturating_sub(1).max(1);
    let longest = links().take(closed).max().unwrap_or(1);
    ranges.iter_mut().for_each(|range| range.end = range.end.min(range.start + longest));
}

fn is_leaf(tag: Tag) -> bool {
    tag.heading_level().is_some() || matches!(tag, Tag::P | Tag::A | Tag::Div | Tag::Dt | Tag::Dd)
}

/// The short passages right before the first item that are no link and no text: the module's name.
fn labels(first: usize, judged: &[Judged<'_>], page: &Page<'_>) -> Vec<usize> {
    let mut labels = Vec::new();
    for i in (first.saturating_sub(LABEL_REACH)..first).rev() {
        let one = &judged[i];
        if one.is_picture() {
            continue;
        }
        // "You may also like…"; "You may also be interested in the following articles:".
        let is_said =
            || is_related_label(one) && (one.reading.whole.intersects(Wording::OTHER_ARTICLES) || one.text.ends_with([':', '：']));
        let is_name = one.traits().words <= 8.0 && !one.traits().ends_sentence && !one.text.is_empty() || is_said();
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

pub(super) fn words(judged: &[Judged<'_>], item: &Item) -> f32 {
    text_words(judged, &item.passages)
}

pub(super) fn text_words(judged: &[Judged<'_>], range: &Range<usize>) -> f32 {
    judged[range.clone()].iter().filter(|j| is_text(j)).map(|j| j.traits().words).sum()
}

pub(super) fn is_text(one: &Judged<'_>) -> bool {
    let traits = one.traits();
    let is_said = || traits.ends_sentence || traits.sentence_ends > 0 || traits.words >= MIN_UNMARKED && ends_unmarked(&one.text);
    traits.words >= MIN_TEXT && traits.link_density() < 0.5 && is_said()
}

/// Whether a text ends in a script whose sentences end in spaces: Thai, Lao.
fn ends_unmarked(text: &str) -> bool {
    text.chars().rev().find(|c| !c.is_whitespace()).is_some_and(|last| matches!(last, '\u{e00}'..='\u{eff}'))
}

/// What a picture says of itself.
pub(super) fn alternative<'j>(one: &'j Judged<'_>) -> &'j str {
    match &one.passage.block.content {
        Content::Figure(figure) => figure.images.first().map_or("", |image| &image.alt),
        _ => "",
    }
}
