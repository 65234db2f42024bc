//! What a block is taken for, and why.

use serde::Serialize;

/// Why a block is not part of an article's text. The reader's list of removed parts is grouped by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// An advertisement, its label, or a sponsored item.
    Advertisement,
    /// The site promotes something of its own: an app, a feature, a subscription, an event.
    Promotion,
    /// A newsletter sign-up.
    Newsletter,
    /// Buttons to share, save, print or listen.
    Share,
    /// Menus, breadcrumbs, tags, section links, page numbers.
    Navigation,
    /// Readers' comments and their form.
    Comments,
    /// A consent or cookie dialog.
    Consent,
    /// A paywall or log-in prompt.
    Paywall,
    /// The heading over related articles, or a link to one that is shown as an article.
    Related,
    /// Title, byline, date or source: shown in the article's head, not in its text.
    Metadata,
    /// About the author or the publisher.
    About,
    /// Copyright, legal notices, the page's foot.
    Legal,
    /// The same text stands elsewhere in the article.
    Duplicate,
    /// The page itself hides it.
    Hidden,
    /// A form or control.
    Form,
    /// A caption whose picture is missing, an icon, a spacer, a tracking pixel.
    Decoration,
    /// Not like the text of an article, by its own features and its neighbours'.
    Boilerplate,
    /// It belongs to another article of the page and is shown there.
    Moved,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "label", content = "reason")]
pub enum Label {
    /// Text, picture, table… of an article.
    Content,
    /// Not part of an article's text.
    Dropped(Reason),
}

/// The decision about one block.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// What the block is taken for.
    #[serde(flatten)]
    pub label: Label,
    /// The rule that won, a stable name such as `promo/app` or `model/page`.
    pub rule: &'static str,
    /// 0 (a guess) to 1 (certain).
    pub confidence: f32,
}

impl Verdict {
    /// Keeps the block.
    pub fn keep(rule: &'static str, confidence: f32) -> Self {
        Self { label: Label::Content, rule, confidence }
    }

    /// Drops the block, and says why.
    pub fn drop(reason: Reason, rule: &'static str, confidence: f32) -> Self {
        Self { label: Label::Dropped(reason), rule, confidence }
    }

    /// Whether the block is content.
    pub fn is_content(&self) -> bool {
        self.label == Label::Content
    }
}
