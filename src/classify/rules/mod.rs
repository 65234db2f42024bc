//! Rules that cut a block on its own evidence: what its words say *and* how it is built, at least two signs for each cut.
//! A rule that is wrong removes text that somebody wanted to read; one that is missing leaves the block to the classifier.

mod about;
mod account;
mod advert;
mod comments;
mod consent;
mod family;
mod furniture;
mod legal;
mod navigation;
mod player;
mod promotion;
mod related;
mod share;
#[cfg(test)]
mod tests;

use crate::block::Content;
use crate::container::{Container, ContainerId, Containers, Hints};
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::{Reading, Wording};
use crate::passage::{Passage, Role};
pub(crate) use family::Family;
#[cfg(feature = "training")]
pub(crate) use family::switch_off;

/// What a rule needs to know of the blocks around.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Near {
    /// The reading of the last heading before the block, empty where there was none.
    pub(crate) heading: Reading,
    /// The reading of the block before.
    pub(crate) previous: Reading,
}

/// The verdict of the first rule that fits.
pub(crate) fn judge(passage: &Passage, containers: &Containers, reading: &Reading, near: &Near) -> Option<Verdict> {
    let case = Case { passage, container: containers.get(passage.container), containers, reading, near };
    if case.is_kept() {
        return None;
    }
    RULES.iter().filter(|(family, _)| family.is_on()).find_map(|(_, rule)| rule(&case))
}

type Rule = fn(&Case<'_>) -> Option<Verdict>;

/// The families of one block's evidence, the surest first.
const RULES: [(Family, Rule); 12] = [
    (Family::Advert, advert::judge),
    (Family::Consent, consent::judge),
    (Family::Player, player::judge),
    (Family::Promotion, promotion::judge),
    (Family::Account, account::judge),
    (Family::Share, share::judge),
    (Family::Related, related::judge),
    (Family::Comments, comments::judge),
    (Family::About, about::judge),
    (Family::Legal, legal::judge),
    (Family::Navigation, navigation::judge),
    (Family::Furniture, furniture::judge),
];

/// Why what follows a heading is not the article's, where the heading says so.
///
/// Names of networks, "apps" and "membership" are the subjects of articles too, and start no such section.
pub(crate) fn section(reading: &Reading, passage: &Passage) -> Option<Reason> {
    const SECTIONS: [(Wording, Reason); 10] = [
        (Wording::AD_LABEL.union(Wording::SPONSORED), Reason::Advertisement),
        (Wording::NEWSLETTER, Reason::Newsletter),
        (Wording::RELATED_HEADING.union(Wording::MOST_READ), Reason::Related),
        (Wording::COMMENT, Reason::Comments),
        (Wording::AUTHOR_BIO, Reason::About),
        (Wording::TAGS, Reason::Navigation),
        (Wording::FOLLOW, Reason::Share),
        (Wording::POLL, Reason::Form),
        (Wording::DONATE, Reason::Promotion),
        (Wording::CONSENT, Reason::Consent),
    ];
    if passage.traits.words > SECTION_WORDS || matches!(passage.block.content, Content::Heading { level: 1, .. }) {
        return None;
    }
    // "10. Social Media" is one of the text's sections.
    let text = passage.text();
    let unnumbered = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if unnumbered.len() < text.len() && unnumbered.starts_with(['.', ')', ':']) {
        return None;
    }
    // "Comment ?" is French for "How?"
    if reading.whole.contains(Wording::COMMENT) && text.trim_end().ends_with('?') {
        return None;
    }
    SECTIONS.iter().find(|(wording, _)| reading.whole.intersects(*wording)).map(|(_, reason)| *reason)
}

/// Where items lead somewhere, linked or not.
const MENU: Hints = Hints::FOOTER.union(Hints::HEADER).union(Hints::NAVIGATION);
/// Words; headings of sections are short.
const SECTION_WORDS: f32 = 12.0;
/// Levels; hints of elements further away say little of a block.
const CLOSE: u8 = 3;
/// Words; longer blocks are prose unless they are links.
const SHORT: f32 = 16.0;

/// A block before the rules.
struct Case<'c> {
    passage: &'c Passage,
    container: &'c Container,
    containers: &'c Containers,
    reading: &'c Reading,
    near: &'c Near,
}

impl Case<'_> {
    /// Notes on the article's own text stay, whatever they mention; so do code, formulas and tables.
    fn is_kept(&self) -> bool {
        self.passage.block.content.is_set() || self.reading.starts.contains(Wording::CORRECTION)
    }

    fn words(&self) -> f32 {
        self.passage.traits.words
    }

    fn is_whole(&self, wording: Wording) -> bool {
        self.reading.whole.intersects(wording)
    }

    fn starts(&self, wording: Wording) -> bool {
        self.reading.starts.intersects(wording)
    }

    fn contains(&self, wording: Wording) -> bool {
        self.reading.contains.intersects(wording)
    }

    /// The block's own element, or one close around it, is called so.
    fn is_in(&self, hints: Hints) -> bool {
        self.passage.traits.hints.intersects(hints) || self.container.distance(hints) <= CLOSE
    }

    fn is_heading(&self) -> bool {
        matches!(self.passage.block.content, Content::Heading { .. })
    }

    fn is_text(&self) -> bool {
        self.passage.block.content.inline().is_some()
    }

    fn is_link(&self) -> bool {
        self.passage.traits.link_density() > 0.8 || self.container.href.is_some()
    }

    /// Has links, or buttons.
    fn is_linked(&self) -> bool {
        self.passage.traits.links > 0 || self.container.href.is_some() || self.is_control()
    }

    fn is_control(&self) -> bool {
        self.passage.traits.control_chars > 0 || self.passage.traits.role == Role::Control
    }

    fn is_item(&self) -> bool {
        self.passage.traits.role == Role::Item
    }

    /// Leads somewhere, as links do, and items of menus whether they are links or not.
    fn leads(&self, menu: Hints) -> bool {
        self.is_linked() || self.is_item() && self.is_in(menu)
    }

    /// In a list or a quotation.
    fn is_framed(&self) -> bool {
        !self.passage.block.frames.is_empty()
    }

    /// Several sentences, few links.
    fn is_prose(&self) -> bool {
        let traits = &self.passage.traits;
        traits.words > 2.0 * SHORT && traits.sentence_ends > 1 && traits.link_density() < 0.4
    }

    fn is_short(&self) -> bool {
        self.words() <= SHORT
    }

    fn path(&self) -> impl Iterator<Item = ContainerId> + '_ {
        self.containers.path(self.passage.container)
    }
}

/// Confidence of a rule with two signs.
const SURE: f32 = 0.95;
/// Confidence of a rule with one strong and one weak sign.
const LIKELY: f32 = 0.85;
