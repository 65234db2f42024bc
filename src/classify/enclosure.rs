//! Elements that hold nothing of the article, whatever their text is like: consent dialogs, comment threads. Two signs make
//! one: what the element is called, and what is said in it.

use super::page::Seen;
use super::placeholder;
use super::rules::Family;
use crate::block::Content;
use crate::container::{ContainerId, Containers, Hints, Sight};
use crate::hash::Map;
use crate::label::Reason;
use crate::lexicon::wording::Wording;
use crate::page_kind::PageKind;

/// Share of words in common with the page's title; no dialog and no thread repeats it in a heading.
const SAME_TITLE: f32 = 0.6;
/// Share of the page's words; what holds more is the page, whatever it is called.
const MAX_SHARE: f32 = 0.6;
/// What such elements are called.
const NAMED: Hints =
    Hints::CONSENT.union(Hints::NEWSLETTER).union(Hints::MODAL).union(Hints::COMMENT).union(Hints::WIDGET).union(Hints::FORM);
/// Words, and share of characters in links, of what somebody wrote.
const PROSE: f32 = 8.0;
const MAX_LINKS: f32 = 0.5;
/// Passages; a thread's name is among its first ones.
const NAME_REACH: u32 = 3;

/// Words; a poll asks one thing.
const POLL: f32 = 100.0;
/// Words and passages of a box for a newsletter, and words of a page that is not one itself.
const MAX_BOX: f32 = 60.0;
const MAX_BOX_PASSAGES: u32 = 6;
const MIN_PAGE: f32 = 150.0;
/// Elements called signatures, from which a page is taken for one with posts; an article has its author's at most.
const MIN_SIGNATURES: usize = 2;
/// Boxes of a page; with more, each paragraph is called so: "for subscribers".
const MAX_BOXES: usize = 3;
/// Share of the page's words; of a page that hides more, a script shows it.
const MAX_HIDDEN: f32 = 0.3;

/// What was seen of an element that is called a dialog or a thread, or that is hidden.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    passages: u32,
    words: f32,
    asks_consent: bool,
    named_comments: bool,
    named_poll: bool,
    has_control: bool,
    has_title: bool,
}

/// Whether most of a page's prose is in elements that are called comments: a discussion, where it does not call itself an article.
pub(crate) fn is_discussion(seen: &[Seen], containers: &Containers) -> bool {
    let comments = containers.of_kind(|id| containers.get(id).hints.contains(Hints::COMMENT));
    let is_comment = |one: &Seen| comments.around(one.passage.container).next().is_some();
    let (mut all, mut said) = (0.0, 0.0);
    for one in seen.iter().filter(|one| one.passage.traits.words >= PROSE && one.passage.traits.link_density() < MAX_LINKS) {
        all += one.passage.traits.words;
        said += if is_comment(one) { one.passage.traits.words } else { 0.0 };
    }
    said > MAX_SHARE * all
}

/// The elements whose passages are all cut, with the reason and the rule's name. The posts of a forum's thread are its text.
pub(super) fn find(seen: &[Seen], containers: &Containers, kind: PageKind) -> Map<ContainerId, (Reason, &'static str)> {
    let mut signs: Map<ContainerId, Signs> = Map::default();
    // What customers say of a product is as little of its page's text as what readers say of an article.
    let is_reviews = |id: ContainerId| kind == PageKind::Product && containers.get(id).is_reviews;
    let called = containers.of_kind(|id| {
        let container = containers.get(id);
        container.sight == Sight::Hidden || container.is_signature || is_reviews(id) || container.hints.intersects(NAMED)
    });
    for one in seen {
        let is_heading = matches!(one.passage.block.content, Content::Heading { .. });
        for id in called.around(one.passage.container) {
            let signs = signs.entry(id).or_default();
            signs.asks_consent |= !is_heading && one.glance.reading.contains.contains(Wording::CONSENT);
            signs.named_comments |= signs.passages < NAME_REACH && one.glance.reading.whole.contains(Wording::COMMENT);
            signs.named_poll |= signs.passages < NAME_REACH && one.glance.reading.whole.contains(Wording::POLL);
            signs.has_control |= one.passage.traits.control_chars > 0;
            signs.has_title |= is_heading && one.glance.title_likeness >= SAME_TITLE;
            signs.passages += 1;
            signs.words += one.passage.traits.words;
        }
    }
    let is_thread = kind == PageKind::Forum;
    let all: f32 = seen.iter().map(|s| s.passage.traits.words).sum();
    // In whatever language they ask.
    let is_box = |id: ContainerId, signs: Signs| {
        let is_small = signs.words <= MAX_BOX && signs.passages <= MAX_BOX_PASSAGES;
        is_small && all >= MIN_PAGE && containers.get(id).hints.contains(Hints::NEWSLETTER)
    };
    let boxes = signs.iter().filter(|(id, signs)| is_box(**id, **signs)).count();
    let signatures = signs.keys().filter(|id| containers.get(**id).is_signature).count();
    let verdict = |id: ContainerId, signs: Signs| {
        let hints = containers.get(id).hints;
        if signs.has_title {
            return None;
        }
        if is_reviews(id) {
            return Some((Reason::Comments, "comments/reviews"));
        }
        if signs.words > MAX_SHARE * all {
            return None;
        }
        // Without a button it asks nothing: a text on cookies may be called after them.
        let is_dialog = hints.contains(Hints::MODAL) || hints.contains(Hints::CONSENT) && signs.has_control;
        if is_dialog && signs.asks_consent {
            return Some((Reason::Consent, "consent/dialog"));
        }
        if hints.intersects(Hints::WIDGET | Hints::FORM) && signs.named_poll && signs.has_control && signs.words <= POLL {
            return Some((Reason::Form, "form/poll"));
        }
        if is_box(id, signs) && boxes <= MAX_BOXES && Family::Promotion.is_on() {
            return Some((Reason::Newsletter, "newsletter/element"));
        }
        if containers.get(id).sight == Sight::Hidden && Family::Hidden.is_on() && signs.words <= MAX_HIDDEN * all {
            return Some((Reason::Hidden, "hidden/element"));
        }
        // What members of a forum have below each of their posts.
        if containers.get(id).is_signature && (is_thread || signatures >= MIN_SIGNATURES) {
            return Some((Reason::About, "about/signature"));
        }
        (hints.contains(Hints::COMMENT) && signs.named_comments && !is_thread).then_some((Reason::Comments, "comments/thread"))
    };
    let placeholders = placeholder::find(seen, containers, all).into_iter().map(|id| (id, (Reason::Consent, "consent/embed")));
    placeholders.chain(signs.into_iter().filter_map(|(id, signs)| verdict(id, signs).map(|v| (id, v)))).collect()
}
