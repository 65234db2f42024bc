//! The result as JSON. What this module hands out is `Serialize`, so that the command line and the wasm binding write the
//! very same fields.
//!
//! Maps among them are objects with text keys: for `serde-wasm-bindgen`, use `Serializer::json_compatible`.

use super::{Assembled, Assembly, Captions, Scope, html, reading, text};
use crate::outline::{Entry, Note, Page};
use crate::{ArticleId, Change, Confidence, Metadata, Outline, Reason, Role};
use crate::content::{BlockId, Removed};
use serde::Serialize;

/// The whole result, one object: the page, its articles with HTML and text, what was removed, and notes.
///
/// ```
/// use offprint::render::{Assembly, Captions, Scope, json};
///
/// let nothing = Assembly::new();
/// let json = serde_json::to_string(&json::page(&nothing, Scope::All, Captions::With)).unwrap();
/// assert_eq!(json, r#"{"page":null,"articles":[],"removed":[],"notes":[]}"#);
/// ```
pub fn page(assembly: &Assembly, scope: Scope, captions: Captions) -> impl Serialize + '_ {
    let outline = assembly.outline();
    PageView {
        page: outline.map(|o| &o.page),
        articles: scope.of(assembly).map(|article| ArticleView::new(article, assembly.entry(article.id()), captions)).collect(),
        removed: outline.map_or_else(Vec::new, |o| o.removed.iter().map(RemovedView::new).collect()),
        notes: outline.map_or(&[], |o| &o.notes),
    }
}

/// One change, as an object whose `type` names it. A block is given as HTML, wrapped as by [`html::block`].
///
/// `at` is how many bytes of the page had been read.
///
/// ```
/// use offprint::{ArticleId, Change, Role, render::json};
///
/// let change = Change::Open { article: ArticleId(0), role: Role::Main };
/// let json = serde_json::to_string(&json::change(&change, 512)).unwrap();
/// assert_eq!(json, r#"{"type":"open","article":0,"role":"main","at":512}"#);
/// ```
pub fn change(change: &Change, at: u64) -> impl Serialize + '_ {
    Stamped { change: ChangeView::new(change), at }
}

#[derive(Serialize)]
struct PageView<'a> {
    page: Option<&'a Page>,
    articles: Vec<ArticleView<'a>>,
    removed: Vec<RemovedView<'a>>,
    notes: &'a [Note],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleView<'a> {
    role: Role,
    #[serde(flatten)]
    metadata: &'a Metadata,
    html: String,
    text: String,
    word_count: usize,
    reading_minutes: u32,
    confidence: Option<Confidence>,
}

impl<'a> ArticleView<'a> {
    fn new(article: &'a Assembled, entry: Option<&Entry>, captions: Captions) -> Self {
        let text = text::article(article, captions);
        let metadata = article.metadata();
        Self {
            role: article.role(),
            metadata,
            html: html::article(article),
            word_count: reading::words(&text),
            reading_minutes: reading::minutes(&text, metadata.lang.as_deref()),
            confidence: entry.map(|e| e.confidence),
            text,
        }
    }
}

#[derive(Serialize)]
struct RemovedView<'a> {
    id: BlockId,
    reason: Reason,
    rule: &'a str,
    text: &'a str,
    bytes: usize,
    restorable: bool,
}

impl<'a> RemovedView<'a> {
    fn new(removed: &'a Removed) -> Self {
        let Removed { id, reason, rule, text, bytes, block, .. } = removed;
        Self { id: *id, reason: *reason, rule, text, bytes: *bytes, restorable: block.is_some() }
    }
}

#[derive(Serialize)]
struct Stamped<'a> {
    #[serde(flatten)]
    change: ChangeView<'a>,
    at: u64,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum ChangeView<'a> {
    Open { article: ArticleId, role: Role },
    Append { article: ArticleId, block: BlockId, after: Option<BlockId>, html: String },
    Retract { article: ArticleId, block: BlockId, reason: Reason },
    Update { article: ArticleId, metadata: &'a Metadata },
    Settle { article: ArticleId, block: BlockId },
    Close { article: ArticleId },
    End { outline: OutlineView<'a> },
}

impl<'a> ChangeView<'a> {
    fn new(change: &'a Change) -> Self {
        match change {
            Change::Open { article, role } => Self::Open { article: *article, role: *role },
            Change::Append { article, after, block } => {
                Self::Append { article: *article, block: block.id, after: *after, html: html::block(block, role_of(*article)) }
            }
            Change::Retract { article, block, reason } => Self::Retract { article: *article, block: *block, reason: *reason },
            Change::Update { article, metadata } => Self::Update { article: *article, metadata },
            Change::Settle { article, block } => Self::Settle { article: *article, block: *block },
            Change::Close { article } => Self::Close { article: *article },
            Change::End { outline } => Self::End { outline: OutlineView::new(outline) },
        }
    }
}

/// The main article is number 0.
fn role_of(article: ArticleId) -> Role {
    if article == ArticleId(0) { Role::Main } else { Role::Related }
}

#[derive(Serialize)]
struct OutlineView<'a> {
    page: &'a Page,
    articles: Vec<EntryView<'a>>,
    removed: Vec<RestorableView<'a>>,
    notes: &'a [Note],
}

impl<'a> OutlineView<'a> {
    fn new(outline: &'a Outline) -> Self {
        Self {
            page: &outline.page,
            articles: outline.articles.iter().map(EntryView::new).collect(),
            removed: outline.removed.iter().map(RestorableView::new).collect(),
            notes: &outline.notes,
        }
    }
}

/// An article of the outline; its blocks came before.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryView<'a> {
    article: ArticleId,
    role: Role,
    #[serde(flatten)]
    metadata: &'a Metadata,
    word_count: usize,
    confidence: Confidence,
}

impl<'a> EntryView<'a> {
    fn new(entry: &'a Entry) -> Self {
        let Entry { article, role, metadata, words, confidence } = entry;
        Self { article: *article, role: *role, metadata, word_count: *words, confidence: *confidence }
    }
}

/// A removed part, with what a view needs to restore it.
#[derive(Serialize)]
struct RestorableView<'a> {
    #[serde(flatten)]
    removed: RemovedView<'a>,
    /// The block, where it was kept.
    html: Option<String>,
    /// The place to restore it to.
    after: Option<PlaceView>,
}

#[derive(Serialize)]
struct PlaceView {
    article: ArticleId,
    block: BlockId,
}

impl<'a> RestorableView<'a> {
    fn new(removed: &'a Removed) -> Self {
        let role = removed.after.map_or(Role::Main, |(article, _)| role_of(article));
        Self {
            removed: RemovedView::new(removed),
            html: removed.block.as_ref().map(|block| html::block(block, role)),
            after: removed.after.map(|(article, block)| PlaceView { article, block }),
        }
    }
}
