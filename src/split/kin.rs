//! Stories that stand alone by their make, beside cards: the last of a list, the one with a mark, those whose elements each have a class
//! of their own.

use super::card::{self, Card};
use super::companion::PROMPTS;
use super::headline::Headline;
use super::module::{Alone, Item, Module, alone, is_text, module};
use super::named::{leads_away, names};
use super::prose::Prose;
use super::target::{is_article_address, is_elsewhere, is_listing, is_paid, is_sibling};
use super::{Page, Parts, Place, role, take};
use crate::address;
use crate::container::{ContainerId, FAR, Hints};
use crate::hash::{Map, Set};
use crate::lexicon::wording::{self, Wording};
use crate::passage::Judged;
use crate::rank;
use crate::tag::Tag;
use std::ops::Range;

/// Passages of a card; an element with more is no single one's.
const MAX_PASSAGES: usize = 9;
/// Cards that make a list; beside one, another may be anything.
const MIN_CARDS: usize = 2;
/// Probability from which a line is the text's, though it leads to another story.
const LIKE_TEXT: f32 = 0.4;
/// Words of a title that may stand without a list.
const MIN_TITLE: usize = 4;
/// What is no story, whatever it stands beside.
const NO_STORY: Hints = Hints::COMMENT.union(Hints::CONSENT).union(Hints::MODAL).union(Hints::AUTHOR);
/// What is none unless it stands between cards: "no-label", "title-and-footer".
const NO_CARD: Hints = Hints::TAGS.union(Hints::FOOTER).union(Hints::SHARE);

/// A headline that no module has taken, the element that holds its story alone, and the passages in that.
struct Lone<'h> {
    headline: &'h Headline,
    extent: ContainerId,
    passages: Range<usize>,
}

/// Makes cards of such stories: of those in a list of cards, of those side by side, and of those that show all that cards do.
pub(super) fn adopt(
    headlines: &[Headline],
    modules: &[Module],
    judged: &[Judged<'_>],
    page: &Page<'_>,
    prose: &Prose,
    taken: &mut [bool],
    parts: &mut Parts,
) {
    let linked: Vec<&Headline> = headlines.iter().filter(|h| h.url.is_some()).collect();
    let only = alone(&linked, judged, page);
    let lists = lists(parts, &only, judged, page);
    let mut found = lone(&linked, &only, taken, judged, page);
    // What was judged together, and is none, is not asked again one by one.
    let judged_together: Set<usize> = modules.iter().filter(|m| m.items.len() > 1).flat_map(|m| &m.items).map(|i| i.headline.at).collect();
    let is_page_of_text = prose.of(&(0..judged.len())) >= role::MIN_OUTSIDE;
    found.retain(|lone| {
        if judged_together.contains(&lone.headline.at) {
            return false;
        }
        let parent = page.containers.get(lone.extent).parent;
        let is_kin = parent.and_then(|list| lists.get(&list)).is_some_and(|list| list.takes(lone, page));
        let is_none = !is_kin && is_called(NO_CARD, lone.headline, judged, page);
        let is_story = is_kin || !is_none && is_page_of_text && is_card(lone, judged, page);
        if is_story {
            add(lone, judged, page, taken, parts);
        }
        !is_story && !is_none
    });
    for module in side_by_side(found, headlines, judged, page) {
        if let Some(role) = role::of(&module, judged, page, prose).filter(|role| *role == role::Role::Related) {
            take(&module, role, judged, page, prose, taken, parts);
        }
    }
}

/// A list of cards, by the element that holds them.
#[derive(Default)]
struct List {
    cards: usize,
    /// The tag of their elements, where all have the same.
    tag: Option<Tag>,
    /// They lead to other sites, too.
    leads_away: bool,
}

impl List {
    fn takes(&self, lone: &Lone<'_>, page: &Page<'_>) -> bool {
        let is_at_site = || self.leads_away || !is_elsewhere(lone.headline.url.as_deref().unwrap_or_default(), page);
        let is_shown = || lone.passages.len() > 1 || role::is_article(page) && lone.headline.text.split_whitespace().count() >= MIN_TITLE;
        self.cards >= MIN_CARDS && is_shown() && self.tag == Some(page.containers.get(lone.extent).tag) && is_at_site()
    }
}

/// The elements that hold cards side by side.
fn lists(parts: &Parts, only: &Alone<'_>, judged: &[Judged<'_>], page: &Page<'_>) -> Map<ContainerId, List> {
    let mut lists: Map<ContainerId, List> = Map::default();
    for card in parts.cards.iter().filter(|card| card.body.is_empty() && card.url.is_some()) {
        let Some(at) = card.titles.first() else { continue };
        let own = judged[*at].passage.container;
        let extent = elements(own, only, page).last().unwrap_or(own);
        let Some(parent) = page.containers.get(extent).parent else { continue };
        let tag = page.containers.get(extent).tag;
        let list = lists.entry(parent).or_insert_with(|| List { tag: Some(tag), ..List::default() });
        list.cards += 1;
        list.tag.take_if(|known| *known != tag);
        list.leads_away |= card.url.as_deref().is_some_and(|url| is_elsewhere(url, page));
    }
    lists
}

/// The elements around a title that hold no other's, from within.
fn elements<'e>(own: ContainerId, only: &'e Alone<'_>, page: &'e Page<'_>) -> impl Iterator<Item = ContainerId> + 'e {
    let is_own = |c: &ContainerId| {
        // A list holds several, though names alone be no headlines.
        let is_page = matches!(page.containers.get(*c).tag, Tag::Body | Tag::Html | Tag::Main | Tag::Ul | Tag::Ol | Tag::Table | Tag::Nav);
        !is_page && only.get(c).is_some_and(Option::is_some)
    };
    page.containers.path(own).take_while(is_own)
}

/// The largest element around a headline that holds no other's, no text and no more than a card, and its passages.
fn card_around(
    headline: &Headline,
    only: &Alone<'_>,
    taken: &[bool],
    judged: &[Judged<'_>],
    page: &Page<'_>,
) -> Option<(ContainerId, Range<usize>)> {
    // Called a teaser, it looks like a text.
    let called = |c: ContainerId| page.containers.get(c).hints.contains(Hints::RELATED);
    let teaser = elements(judged[headline.at].passage.container, only, page).filter(|c| called(*c)).last();
    let in_teaser = |i: usize| teaser.is_some_and(|teaser| page.containers.holds(teaser, judged[i].passage.container));
    let is_free = |i: &usize| !taken[*i] && (judged[*i].probability < LIKE_TEXT || in_teaser(*i));
    elements(judged[headline.at].passage.container, only, page)
        .map(|element| {
            let is_inside = |i: &usize| page.containers.holds(element, judged[*i].passage.container);
            let start = (0..headline.at).rev().take_while(is_inside).take(MAX_PASSAGES).last().unwrap_or(headline.at);
            let end = (headline.at..judged.len()).take_while(is_inside).take(MAX_PASSAGES).last().unwrap_or(headline.at) + 1;
            (element, start..end)
        })
        .take_while(|(_, passages)| passages.len() < MAX_PASSAGES && passages.clone().all(|i| is_free(&i)))
        .last()
}

/// The linked titles that nothing has taken, each in the largest element that is its story's alone.
fn lone<'h>(linked: &[&'h Headline], only: &Alone<'_>, taken: &[bool], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Lone<'h>> {
    let mut found: Vec<Lone<'h>> = Vec::new();
    for headline in linked.iter().filter(|h| !taken[h.at] && !judged[h.at].is_picture() && may_be_story(h, judged, page)) {
        let Some((extent, passages)) = card_around(headline, only, taken, judged, page) else { continue };
        match found.last_mut().filter(|known| known.extent == extent) {
            // An excerpt is a link too; a heading names the story best.
            Some(known) if judged[headline.at].is_heading() && !judged[known.headline.at].is_heading() => known.headline = headline,
            Some(_) => {}
            None => found.push(Lone { headline, extent, passages }),
        }
    }
    found
}

/// Whether a headline may be another story's, by its address: the page's own, lists and adverts are none.
fn may_be_story(headline: &Headline, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let url = headline.url.as_deref().unwrap_or_default();
    let is_told = || is_article_address(&headline.target) || is_sibling(&headline.target, page) || names(url, &headline.text);
    let is_page = || page.is_at(headline.target.split('?').next().unwrap_or_default());
    // A picture of the text that opens large has its caption in the link; newsletters are called so.
    let is_prompt = || {
        let reading = wording::read(&headline.text);
        reading.contains.intersects(PROMPTS | Wording::CREDIT)
            || reading.starts.intersects(Wording::READ_MORE | Wording::NEXT_PREVIOUS | Wording::RELATED_HEADING)
    };
    !is_called(NO_STORY, headline, judged, page)
        && (!is_called(Hints::SHARE, headline, judged, page) || names(url, &headline.text))
        && is_told()
        && !is_page()
        && !page.is_own(headline, judged)
        && !is_listing(url)
        && !is_paid(url, page)
        && !address::is_picture(url)
        && !is_prompt()
}

/// Whether an element around a headline is called so.
fn is_called(names: Hints, headline: &Headline, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    page.containers.get(judged[headline.at].passage.container).distance(names) < FAR
}

/// Whether one shows all that a card does: a picture or a text under a heading of the site's.
fn is_card(lone: &Lone<'_>, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let item = lone.item();
    let is_furniture = || page.containers.get(judged[lone.headline.at].passage.container).distance(Hints::FOOTER | Hints::NAVIGATION) < FAR;
    let is_long = lone.headline.text.split_whitespace().count() >= MIN_TITLE;
    let is_shown = || judged[lone.passages.clone()].iter().any(|one| one.is_picture() || is_text(one));
    role::is_article(page) && is_long && judged[lone.headline.at].is_heading() && is_shown() && !leads_away(&item, page) && !is_furniture()
}

impl Lone<'_> {
    fn item(&self) -> Item {
        Item { headline: self.headline.clone(), extent: self.extent, passages: self.passages.clone() }
    }
}

fn add(lone: &Lone<'_>, judged: &[Judged<'_>], page: &Page<'_>, taken: &mut [bool], parts: &mut Parts) {
    let card: Card = card::read(&lone.item(), judged, page, false);
    if card.title.is_empty() || !card.body.is_empty() {
        return;
    }
    taken[lone.passages.clone()].fill(true);
    let place = if card.sponsored { Place::Sponsored } else { Place::Head(parts.cards.len()) };
    parts.places[lone.passages.clone()].fill(place);
    if !card.sponsored {
        parts.cards.push(Card { group: lone.headline.at, ..card });
    }
}

/// Those in elements of the same tag in one element.
fn side_by_side(found: Vec<Lone<'_>>, headlines: &[Headline], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Module> {
    let mut groups: Map<(Option<ContainerId>, Tag), Vec<Lone<'_>>> = Map::default();
    for lone in found {
        let own = page.containers.get(lone.extent);
        groups.entry((own.parent, own.tag)).or_default().push(lone);
    }
    let mut groups: Vec<Vec<Lone<'_>>> = groups.into_values().filter(|group| group.len() > 1).collect();
    rank::sort(&mut groups, |group| group[0].headline.at as u64);
    let pairs = groups.into_iter().map(|group| group.into_iter().map(|lone| (lone.extent, lone.headline)).collect());
    pairs.filter_map(|group| module(group, headlines, judged, page)).collect()
}
