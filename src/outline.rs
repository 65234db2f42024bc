//! What the page turned out to be: said once, at its end.

use crate::article::{ArticleId, Confidence, Metadata, Role};
use crate::block::{Block, BlockId, Direction};
use crate::label::{Reason, Verdict};
use serde::Serialize;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The page and everything that was found in it and cut from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The page itself.
    pub page: Page,
    /// The articles, the main one first.
    pub articles: Vec<Entry>,
    /// What was cut, in the page's order.
    pub removed: Vec<Removed>,
    /// Other texts of the page, the longest first: what may have been meant where the guess was wrong.
    pub candidates: Vec<Candidate>,
    /// The decision about each block, in the page's order; empty unless [`Settings::explain`](crate::Settings) is set.
    pub decisions: Vec<Decision>,
    /// What the caller should know: limits reached, a truncated page, a guessed charset.
    pub notes: Vec<Note>,
}

/// The page itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    /// The address: canonical where the page names one of its own site, else as given.
    pub url: Option<String>,
    /// The `<title>`.
    pub title: Option<String>,
    /// The site's name.
    pub site_name: Option<String>,
    /// BCP 47 language tag.
    pub lang: Option<String>,
    /// Base direction.
    pub dir: Option<Direction>,
    /// The encoding's name in the Encoding Standard, lower case.
    pub charset: String,
    /// How sure it is that there is an article, and that it is this one.
    pub confidence: Confidence,
    /// Of a thread, for each post its first shown block, then those that say who wrote it, and when.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<Vec<BlockId>>,
}

/// One article's place in the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name in the changes.
    pub article: ArticleId,
    /// What it is to the page.
    pub role: Role,
    /// What is known of it.
    pub metadata: Metadata,
    /// Words of its text; for scripts without spaces, estimated from letters.
    pub words: usize,
    /// How sure it is.
    pub confidence: Confidence,
    /// The article whose text it was found in, with nothing between the two; put behind that text, it is back where it was.
    pub continues: Option<ArticleId>,
}

/// A part that is in no article.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// Its id; restoring it shows it under this id.
    pub id: BlockId,
    /// Why it was cut.
    pub reason: Reason,
    /// The rule that cut it.
    pub rule: &'static str,
    /// Its text, or the start of it where `block` is `None`.
    pub text: String,
    /// Length of its whole text in bytes.
    pub bytes: usize,
    /// The whole block, where it was kept; then it can be restored.
    pub block: Option<Rc<Block>>,
    /// The shown block that it followed in the page, and that block's article: the place to restore it to.
    pub after: Option<(ArticleId, BlockId)>,
}

/// A text that was cut, and may be the one that was meant.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Candidate {
    /// The start of its first sentences.
    pub excerpt: String,
    /// Words of its sentences.
    pub words: usize,
    /// Where it is: its blocks among the removed ones, in the page's order; all can be restored.
    pub blocks: Vec<BlockId>,
}

/// How one block was decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// Which block.
    pub block: BlockId,
    /// The article that it is in.
    pub article: Option<ArticleId>,
    /// What it was taken for, the rule that won, and how sure that is.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// The probability that it is text of the main article when it arrived, before what follows was known.
    pub first: f32,
    /// The same with the whole page known.
    pub second: f32,
    /// The start of its text.
    pub text: String,
    /// What the first decision saw, by name; see `src/classify/context.rs`.
    pub features: BTreeMap<&'static str, f32>,
}

/// Something the caller should know that is not an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Stable name, such as `depth-limit` or `truncated`.
    pub code: &'static str,
    /// One sentence, lower case.
    pub message: String,
}
