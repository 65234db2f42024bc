//! What is done to the elements, from where the passages in them go.

use super::EditKind;
use super::element::Element;
use crate::container::{ContainerId, Containers, Hints};
use crate::hash::Map;
use crate::label::Reason;
use crate::rank;
use crate::rewriter::{Fate, Pipeline};
use crate::tag::Tag;

/// Share of the page's words; an element that holds more is the page, whoever lists its name.
const MAX_SHARE: f32 = 0.5;
/// Words besides those of an advert or promotion that its box may hold in any case: "Terms apply", "Close".
const BESIDE: f32 = 10.0;
/// Pictures in an advert or promotion; more are a gallery.
const MAX_PICTURES: u32 = 2;
/// What boxes of adverts and promotions are called.
const BOX: Hints = Hints::ADVERT.union(Hints::PROMO).union(Hints::NEWSLETTER).union(Hints::SPONSORED);

/// Something to be done to the text between two places.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Planned {
    pub(super) from: u64,
    pub(super) to: u64,
    pub(super) kind: EditKind,
}

/// What stands in a container.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    passages: u32,
    words: f32,
    /// Passages of the main article.
    main: u32,
    /// Passages of related articles.
    related: u32,
    /// Words and passages that are an advert's or promotion's, with the first one's reason.
    cut: u32,
    cut_words: f32,
    why: Option<(Reason, &'static str)>,
    /// Words that may stand in an advert's box.
    beside: f32,
    /// Passages that are something of the page's own.
    other: u32,
    pictures: u32,
    /// Another container in it holds the same.
    is_wrapper: bool,
}

/// What to do to these elements, in the page's order.
pub(super) fn plan(elements: &[Element], pipeline: &Pipeline, fates: &[Fate]) -> Vec<Planned> {
    let containers = pipeline.segmenter.containers();
    let sums = sums(pipeline, fates);
    let by_number: Map<u32, usize> = elements.iter().enumerate().map(|(i, e)| (e.number, i)).collect();
    let page = Page { elements, by_number, containers, sums };
    let mut planned = page.cuts();
    let cuts = planned.len();
    for section in page.sections(pipeline, fates) {
        let is_free = |other: &Planned| section.to <= other.from || other.to <= section.from;
        let holds = |cut: &Planned| section.from <= cut.from && cut.to <= section.to;
        if planned[..cuts].iter().all(|cut| is_free(cut) || holds(cut)) && planned[cuts..].iter().all(is_free) {
            planned.push(section);
        }
    }
    rank::sort(&mut planned, |p| p.from);
    planned
}

struct Page<'p> {
    elements: &'p [Element],
    by_number: Map<u32, usize>,
    containers: &'p Containers,
    sums: Vec<Sum>,
}

impl Page<'_> {
    /// The largest elements that hold nothing but adverts and promotions.
    fn cuts(&self) -> Vec<Planned> {
        let of_element: Map<u32, ContainerId> =
            (0..self.containers.len() as u32).map(ContainerId).map(|id| (self.containers.get(id).element, id)).collect();
        let words: f32 = self
            .sums
            .iter()
            .enumerate()
            .filter(|(i, _)| self.containers.get(ContainerId(*i as u32)).parent.is_none())
            .map(|(_, s)| s.words)
            .sum();
        let mut cuts: Vec<Planned> = Vec::new();
        let mut done = 0;
        for element in self.elements.iter().filter(|e| may_be_cut(e.tag)) {
            let Some((_, to)) = element.end else { continue };
            if element.start < done || to <= element.start {
                continue;
            }
            let container = of_element.get(&element.number).copied();
            let sum = container.map_or(Sum::default(), |id| self.sums[id.0 as usize]);
            let is_listed = element.is_listed && sum.main == 0 && sum.words <= MAX_SHARE * words.max(1.0);
            let is_named = || container.is_some_and(|id| self.containers.get(id).hints.intersects(BOX));
            let why = match sum.why {
                _ if is_listed => sum.why.or(Some((Reason::Advertisement, "advert/slot"))),
                why if sum.is_clutter() && (!sum.is_wrapper || is_named()) => why,
                _ => None,
            };
            if let Some((reason, rule)) = why {
                cuts.push(Planned { from: element.start, to, kind: EditKind::Cut { reason, rule } });
                done = to;
            }
        }
        cuts
    }

    /// The elements of each related article.
    fn sections(&self, pipeline: &Pipeline, fates: &[Fate]) -> Vec<Planned> {
        let mut ranges: Map<usize, (usize, usize)> = Map::default();
        for (i, fate) in fates.iter().enumerate() {
            if let Fate::Related(nth) = fate {
                ranges.entry(*nth).or_insert((i, i)).1 = i;
            }
        }
        let mut ranges: Vec<(usize, (usize, usize))> = ranges.into_iter().collect();
        rank::sort(&mut ranges, |r| r.1.0 as u64);
        let is_own = |nth: usize, i: usize| !matches!(fates[i], Fate::Main) && !matches!(fates[i], Fate::Related(other) if other != nth);
        ranges
            .into_iter()
            .filter(|(nth, (first, last))| (*first..=*last).all(|i| is_own(*nth, i)))
            .filter_map(|(_, (first, last))| self.around(pipeline, first, last))
            .map(|(from, to)| Planned { from, to, kind: EditKind::Section })
            .collect()
    }

    /// Where a section can stand that holds these passages and no others.
    fn around(&self, pipeline: &Pipeline, first: usize, last: usize) -> Option<(u64, u64)> {
        let at = |i: usize| pipeline.seen[i].passage.container;
        let common = self.containers.common(at(first), at(last))?;
        if self.sums[common.0 as usize].passages as usize == last - first + 1
            && let Some(place) = self.element(common).and_then(place_of_one)
        {
            return Some(place);
        }
        let child = |i: usize| {
            self.containers.child_towards(common, at(i)).and_then(|c| Some((self.element(c)?, self.sums[c.0 as usize].passages)))
        };
        let ((head, in_head), (tail, in_tail)) = (child(first)?, child(last)?);
        if head.number == tail.number {
            return None;
        }
        // Neither child may hold passages of others before the first or behind the last.
        let held = |i: usize| self.containers.child_towards(common, at(i));
        let in_run = |of: usize| (first..=last).filter(|i| held(*i) == held(of)).count();
        if in_head as usize != in_run(first) || in_tail as usize != in_run(last) || !may_hold_section(head) {
            return None;
        }
        Some((head.start, tail.end?.1))
    }

    fn element(&self, id: ContainerId) -> Option<&Element> {
        self.by_number.get(&self.containers.get(id).element).map(|&i| &self.elements[i])
    }
}

/// Around an element; in it, where nothing may stand around it.
fn place_of_one(element: &Element) -> Option<(u64, u64)> {
    let (inner_end, end) = element.end?;
    if may_hold_section(element) {
        return Some((element.start, end));
    }
    let holds = matches!(element.tag, Tag::Li | Tag::Dd | Tag::Td | Tag::Th) && !element.in_paragraph;
    holds.then_some((element.inner_start, inner_end))
}

/// Whether a section may stand in this element's place.
fn may_hold_section(element: &Element) -> bool {
    let is_part = matches!(
        element.tag,
        Tag::Li | Tag::Dt | Tag::Dd | Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Caption | Tag::Summary
    );
    let is_strict = matches!(
        element.parent,
        Tag::Ul
            | Tag::Ol
            | Tag::Dl
            | Tag::Menu
            | Tag::Dir
            | Tag::Table
            | Tag::Tbody
            | Tag::Thead
            | Tag::Tfoot
            | Tag::Tr
            | Tag::Select
            | Tag::Hgroup
    );
    !is_part && !is_strict && !element.in_paragraph
}

/// Elements that can go without the rest falling apart.
fn may_be_cut(tag: Tag) -> bool {
    !matches!(
        tag,
        Tag::Td
            | Tag::Th
            | Tag::Tr
            | Tag::Tbody
            | Tag::Thead
            | Tag::Tfoot
            | Tag::Caption
            | Tag::Colgroup
            | Tag::Summary
            | Tag::Legend
            | Tag::Option
            | Tag::Optgroup
            | Tag::Dt
            | Tag::Dd
            | Tag::Frame
            | Tag::Frameset
    )
}

impl Sum {
    /// An advert or promotion, and nothing else to speak of.
    fn is_clutter(&self) -> bool {
        self.cut > 0
            && self.main == 0
            && self.related == 0
            && self.other == 0
            && self.beside <= self.cut_words.max(BESIDE)
            && self.pictures <= MAX_PICTURES
    }

    fn join(&mut self, inner: &Self) {
        self.passages += inner.passages;
        self.words += inner.words;
        self.main += inner.main;
        self.related += inner.related;
        self.cut += inner.cut;
        self.cut_words += inner.cut_words;
        self.why = self.why.or(inner.why);
        self.beside += inner.beside;
        self.other += inner.other;
        self.pictures += inner.pictures;
    }

    fn add(&mut self, fate: Fate, words: f32, is_picture: bool) {
        self.passages += 1;
        self.words += words;
        match fate {
            Fate::Main => self.main += 1,
            Fate::Related(_) => self.related += 1,
            Fate::Cut(..) if is_picture => self.pictures += 1,
            // Links to log in stand in every page's head.
            Fate::Cut(Reason::Promotion, rule) if rule.starts_with("account/") => self.beside += words,
            Fate::Cut(reason @ (Reason::Advertisement | Reason::Promotion | Reason::Newsletter), rule) => {
                self.cut += 1;
                self.cut_words += words;
                self.why = self.why.or(Some((reason, rule)));
            }
            Fate::Cut(
                Reason::Boilerplate
                | Reason::Form
                | Reason::Hidden
                | Reason::Decoration
                | Reason::Duplicate
                | Reason::Legal
                | Reason::Paywall,
                _,
            ) => self.beside += words,
            Fate::Cut(..) => self.other += 1,
        }
    }
}

/// What stands in each container and the ones in it.
fn sums(pipeline: &Pipeline, fates: &[Fate]) -> Vec<Sum> {
    let containers = pipeline.segmenter.containers();
    let mut sums = vec![Sum::default(); containers.len()];
    for (seen, fate) in pipeline.seen.iter().zip(fates) {
        let passage = &seen.passage;
        sums[passage.container.0 as usize].add(*fate, passage.traits.words, passage.block.content.is_visual());
    }
    // A parent's id is below its children's.
    for i in (0..sums.len()).rev() {
        let Some(parent) = containers.get(ContainerId(i as u32)).parent else { continue };
        let inner = sums[i];
        sums[parent.0 as usize].join(&inner);
    }
    for i in 0..sums.len() {
        let Some(parent) = containers.get(ContainerId(i as u32)).parent else { continue };
        sums[parent.0 as usize].is_wrapper |= sums[i].passages == sums[parent.0 as usize].passages;
    }
    sums
}
