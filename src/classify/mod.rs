//! [`Passage`]s in context → [`Verdict`]s: at once when a passage arrives, and again when the whole page is known.

mod clues;
mod context;
mod decide;
mod enclosure;
mod features;
mod mass;
mod model;
mod overlap;
mod own;
mod page;
mod placeholder;
mod prompts;
mod questions;
mod rules;
mod topic;
mod whole;

use crate::block::Content;
use crate::container::{ContainerId, Containers, Hints};
use crate::hash::Map;
use crate::label::{Label, Reason, Verdict};
use crate::lexicon::lower;
use crate::lexicon::wording::{self, NETWORKS, NEWSLETTERS, Wording};
use crate::page_kind::PageKind;
use crate::passage::{Judged, Role};
use crate::tag::Tag;
pub(crate) use clues::Clues;
pub(crate) use context::Context;
pub(crate) use enclosure::is_discussion;
use features::Row;
pub(crate) use model::Model;
pub(crate) use page::{Seen, rows};
use rules::{Family, Near};
#[cfg(feature = "training")]
pub(crate) use rules::{Family as RuleFamily, switch_off};
use std::sync::{Arc, LazyLock};

/// Passages; a heading further back says little of a passage.
const HEADING_REACH: usize = 60;
/// Words; longer passages are not named by their first line.
const MAX_LABELLED: f32 = 40.0;
/// Rules that are wrong now and then on listings, shops and forums: 97.7 % there against 99.8 % on articles (see
/// `train/README.md`); they yield to a forest that is sure.
const SOFT: [&str; 4] = ["related/more", "navigation/menu", "comments/label", "hidden/label"];
/// Rules that go by the phrase that a sentence begins with or holds: other sentences say it too, and then a forest that is sure knows better.
const BY_PHRASE: [&str; 10] = [
    "player/message",
    "comments/prompt",
    "paywall/prompt",
    "share/follow",
    "consent/notice",
    "consent/element",
    "promo/app-link",
    "promo/app",
    "promo/app-call",
    "newsletter/call",
];
/// Words of a sentence.
const MIN_SENTENCE: f32 = 8.0;
/// The probability that counts as sure.
const SOFT_KEEP: f32 = 0.6;
/// What a page says in an element that it hides until there is need. Other text there is shown by a tab or a fold: of what the
/// forest is sure of in such elements, 96 % of the words were the text's (`docs/rules.md`).
const MESSAGES: Wording = Wording::PAYWALL
    .union(Wording::ACCOUNT)
    .union(Wording::SUBSCRIBE)
    .union(Wording::NEWSLETTER)
    .union(Wording::APP)
    .union(Wording::CONSENT)
    .union(Wording::COMMENT)
    .union(Wording::CONTACT)
    .union(Wording::VIDEO_PLAYER);

/// The two forests.
#[derive(Clone, Debug, Default)]
pub(crate) struct Models {
    first: Option<Arc<Model>>,
    second: Option<Arc<Model>>,
}

impl Models {
    /// The forests that the crate was built with; see `train/README.md`.
    pub(crate) fn built_in() -> Self {
        static READ: LazyLock<Models> =
            LazyLock::new(|| Models::read(Some(include_bytes!("../../data/first.bin")), Some(include_bytes!("../../data/second.bin"))));
        READ.clone()
    }

    /// From the forests' tables; a damaged one counts as absent.
    pub(crate) fn read(first: Option<&[u8]>, second: Option<&[u8]>) -> Self {
        let model = |table: Option<&[u8]>| table.and_then(Model::read).map(Arc::new);
        Self { first: model(first), second: model(second) }
    }

    /// The first decision's probability.
    pub(crate) fn first(&self, row: &Row) -> f32 {
        self.first.as_ref().map_or(0.0, |m| m.probability(row.padded()))
    }

    /// The second decision, one for each passage: to be cut at one half.
    pub(crate) fn second(&self, seen: &[Seen], containers: &Containers) -> Vec<f32> {
        let Some(model) = &self.second else { return seen.iter().map(|s| s.first).collect() };
        let mut decided = decide::decide(seen, &rows(seen, containers, false, |row| model.probability(row.padded())).0);
        questions::settle(seen, &mut decided);
        decided
    }
}

/// Brings together what is known of each passage when the page is complete: the probabilities, and what a rule cuts.
pub(crate) fn judge<'s>(seen: &'s [Seen], probabilities: &[f32], containers: &Containers, kind: PageKind) -> Vec<Judged<'s>> {
    let is_thread = kind == PageKind::Forum;
    let enclosures = if Family::Enclosure.is_on() { enclosure::find(seen, containers, kind) } else { Map::default() };
    let enclosed = containers.of_kind(|id| enclosures.get(&id).is_some());
    let prompt = prompts::at_the_end(seen);
    let mut near = Near::default();
    let mut section = Section::default();
    let mut before: Option<&Seen> = None;
    seen.iter()
        .zip(probabilities)
        .map(|(one, &probability)| {
            let cut = rules::judge(&one.passage, containers, &one.glance.reading, &near).and_then(|v| match v.label {
                Label::Dropped(_) if probability >= SOFT_KEEP && may_yield(one, v.rule) => None,
                Label::Dropped(reason) => Some((reason, v.rule)),
                Label::Content => None,
            });
            let cut = cut.or_else(|| label_line(one)).or_else(|| labelled(one, before));
            let cut = cut.or_else(|| {
                prompt.is_some_and(|first| one.passage.block.id >= first).then_some((Reason::Promotion, "promotion/at-the-end"))
            });
            before = Some(one);
            let is_sure = probability >= SOFT_KEEP && !one.glance.reading.contains.intersects(MESSAGES);
            let holds = |(reason, _): &(Reason, &str)| *reason != Reason::Hidden || !is_sure;
            let enclosure = || enclosed.around(one.passage.container).find_map(|c| enclosures.get(&c).copied().filter(holds));
            let cut = cut.or_else(enclosure);
            section.step(one, containers);
            near.previous = one.glance.reading;
            if matches!(one.passage.block.content, Content::Heading { .. }) {
                near.heading = one.glance.reading;
            }
            Judged {
                passage: &one.passage,
                text: one.passage.text(),
                reading: one.glance.reading,
                title_likeness: one.glance.title_likeness,
                first: one.first,
                probability,
                section: section.reason.filter(|reason| !is_thread || *reason != Reason::Comments),
                cut,
            }
        })
        .collect()
}

/// Whether a passage says of itself that it is none of the text, as soon as it arrives.
pub(crate) fn is_cut_at_sight(one: &Seen, before: &[Seen], containers: &Containers) -> bool {
    let heading = before.iter().rev().take(HEADING_REACH).find(|s| matches!(s.passage.block.content, Content::Heading { .. }));
    let near = Near {
        previous: before.last().map(|s| s.glance.reading).unwrap_or_default(),
        heading: heading.map(|s| s.glance.reading).unwrap_or_default(),
    };
    let by_rule = rules::judge(&one.passage, containers, &one.glance.reading, &near);
    // What a forest that is sure may bring back at the end is not decided now.
    let is_firm = |v: &Verdict| !v.is_content() && !may_yield(one, v.rule);
    by_rule.is_some_and(|v| is_firm(&v)) || label_line(one).is_some() || labelled(one, before.last()).is_some()
}

/// Whether what a rule cuts stays where a forest is sure of it.
fn may_yield(one: &Seen, rule: &'static str) -> bool {
    SOFT.contains(&rule) || BY_PHRASE.contains(&rule) && is_sentence(one)
}

/// A sentence that asks for nothing.
fn is_sentence(one: &Seen) -> bool {
    let traits = &one.passage.traits;
    let is_whole = traits.ends_sentence && traits.words >= MIN_SENTENCE && matches!(one.passage.block.content, Content::Paragraph(_));
    let asks = || one.glance.reading.contains.intersects(Wording::SUBSCRIBE | Wording::ACCOUNT) || names_channel(&one.passage.text());
    is_whole && !asks()
}

fn names_channel(text: &str) -> bool {
    let text = lower(text);
    NEWSLETTERS.iter().chain(&NETWORKS).any(|name| text.contains(name))
}

/// Code, tables and the items of lists are of the text that they stand in.
fn is_line(one: &Seen) -> bool {
    !one.passage.block.content.is_set() && one.passage.traits.role != Role::Item
}

/// A short text right behind an advert's label, in the same element.
fn labelled(one: &Seen, before: Option<&Seen>) -> Option<(Reason, &'static str)> {
    let before = before.filter(|before| Family::Label.is_on() && is_line(one) && is_line(before))?;
    let is_label = before.glance.reading.whole.intersects(Wording::AD_LABEL | Wording::SPONSORED);
    let is_box = before.passage.container == one.passage.container
        && one.passage.traits.words <= MAX_LABELLED
        && !one.passage.traits.ends_sentence_in_full();
    (is_label && is_box).then_some((Reason::Advertisement, "advert/labelled"))
}

/// Short lines of which the first names them: "Comments / No comments yet", "Download the app / …".
fn label_line(one: &Seen) -> Option<(Reason, &'static str)> {
    if one.passage.traits.words > MAX_LABELLED || !Family::Label.is_on() || !is_line(one) {
        return None;
    }
    let text = one.passage.text();
    let (first, _) = text.split_once('\n')?;
    let whole = wording::read(first).whole;
    let known = [
        (Wording::AD_LABEL | Wording::SPONSORED, Reason::Advertisement),
        (Wording::COMMENT, Reason::Comments),
        (Wording::APP, Reason::Promotion),
        (Wording::NEWSLETTER, Reason::Newsletter),
    ];
    known.iter().find(|(wording, _)| whole.intersects(*wording)).map(|(_, reason)| (*reason, "line/label"))
}

/// The section that a passage stands in, as far as its heading says that it is not the article's.
#[derive(Debug, Default)]
struct Section {
    reason: Option<Reason>,
    /// The element that holds the heading and its section.
    element: Option<ContainerId>,
    level: u8,
}

impl Section {
    fn step(&mut self, one: &Seen, containers: &Containers) {
        let at = one.passage.container;
        let level = one.passage.block.content.level().unwrap_or(0);
        let is_over = self.element.is_some_and(|e| !containers.holds(e, at)) || (level > 0 && level <= self.level);
        if is_over {
            *self = Self::default();
        }
        let own = containers.get(at);
        // "Statistics" heads the choices of a dialog, and the tables of a report.
        let may_be = |r: &Reason| *r != Reason::Consent || own.within(Hints::CONSENT | Hints::MODAL);
        let found = rules::section(&one.glance.reading, &one.passage).filter(|r| level > 0 && *r != Reason::Advertisement);
        let Some(reason) = found.filter(may_be) else { return };
        let around = own.parent.filter(|p| !matches!(containers.get(*p).tag, Tag::Body | Tag::Main | Tag::Article | Tag::Html));
        *self = Self { reason: Some(reason), element: around, level };
        if around.is_none() {
            // The page's own column: the heading names its section for the list of cuts alone.
            self.element = Some(at);
        }
    }
}
