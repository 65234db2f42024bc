//! The result as JSON. What this module hands out is `Serialize`, so that the command line and the wasm binding write the
//! very same fields.
//!
//! Maps among them are objects with text keys: for `serde-wasm-bindgen`, use `Serializer::json_compatible`.

use super::{Assembled, Assembly, Captions, Scope, html, text};
use crate::content::{BlockId, Removed};
use crate::outline::{Candidate, Entry, Note, Page};
use crate::reading;
use crate::{ArticleId, Change, Confidence, Metadata, Outline, Reason, Role};
use serde::Serialize;

/// The whole result, one object: the page, its articles with HTML and text, what was removed, and notes.
///
/// ```
/// use offprint::render::{Assembly, Captions, Scope, json};
///
/// let nothing = Assembly::new();
/// let json = serde_json::to_string(&json::page(&nothing, Scope::All, Captions::With)).unwrap();
/// assert_eq!(json, r#"{"page":null,"articles":[],"removed":[],"candidates":[],"notes":[]}"#);
/// ```
pub fn page(assembly: &Assembly, scope: Scope, captions: Captions) -> impl Serialize + '_ {
    let outline = assembly.outline();
    PageView {
        page: outline.map(|o| &o.page),
        articles: scope.of(assembly).map(|article| ArticleView::new(article, assembly, captions)).collect(),
        removed: outline.map_or_else(Vec::new, |o| o.removed.iter().map(RemovedView::new).collect()),
        candidates: outline.map_or(&[], |o| &o.candidates),
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
    candidates: &'a [Candidate],
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
    reading_minutes: u64,
    confidence: Option<Confidence>,
    /// The article whose text this one was found in, by its place in the list.
    continues: Option<usize>,
}

impl<'a> ArticleView<'a> {
    fn new(article: &'a Assembled, assembly: &'a Assembly, captions: Captions) -> Self {
        let entry = assembly.entry(article.id());
        let place = |host: ArticleId| assembly.articles().iter().position(|a| a.id() == host);
        let text = text::article(article, captions);
        let metadata = article.metadata();
        Self {
            role: article.role(),
            metadata,
            html: html::article(article),
            word_count: reading::words(&text),
            reading_minutes: reading::minutes(&text, metadata.lang.as_deref()),
            confidence: entry.map(|e| e.confidence),
            continues: entry.and_then(|e| e.continues).and_then(place),
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
    candidates: &'a [Candidate],
    notes: &'a [Note],
}

impl<'a> OutlineView<'a> {
    fn new(outline: &'a Outline) -> Self {
        Self {
            page: &outline.page,
            articles: outline.articles.iter().map(EntryView::new).collect(),
            removed: outline.removed.iter().map(RestorableView::new).collect(),
            candidates: &outline.candidates,
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
    continues: Option<ArticleId>,
}

impl<'a> EntryView<'a> {
    fn new(entry: &'a Entry) -> Self {
        let Entry { article, role, metadata, words, confidence, continues } = entry;
        Self { article: *article, role: *role, metadata, word_count: *words, confidence: *confidence, continues: *continues }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Block, Content, Direction, Inline};
    use serde_json::{Value, json};
    use std::collections::BTreeMap;
    use std::rc::Rc;

    fn paragraph() -> Rc<Block> {
        let content = Content::Paragraph(Inline::plain("a < b"));
        Rc::new(Block { id: BlockId(7), frames: vec![], content, anchors: vec![], lang: None, dir: None })
    }

    fn outline() -> Outline {
        let page = Page {
            url: None,
            title: None,
            site_name: None,
            lang: None,
            dir: Some(Direction::Rtl),
            charset: "utf-8".into(),
            confidence: Confidence::High,
            posts: vec![],
        };
        let origin = BTreeMap::from([("publishedText", crate::Origin::JsonLd)]);
        let metadata = Metadata { published_text: Some("today".into()), origin, ..Metadata::default() };
        let entry = Entry { article: ArticleId(0), role: Role::Main, metadata, words: 3, confidence: Confidence::Medium, continues: None };
        let after = Some((ArticleId(0), BlockId(7)));
        let kept = Removed {
            id: BlockId(8),
            reason: Reason::Newsletter,
            rule: "newsletter/prompt",
            text: "Sign up".into(),
            bytes: 7,
            block: Some(paragraph()),
            after,
        };
        let cut = Removed { id: BlockId(9), block: None, after: None, bytes: 900, ..kept.clone() };
        let note = Note { code: "truncated", message: "the page ends in the middle of a tag".into() };
        Outline { page, articles: vec![entry], removed: vec![kept, cut], candidates: vec![], decisions: vec![], notes: vec![note] }
    }

    fn value(view: impl Serialize) -> Value {
        serde_json::to_value(view).unwrap_or_default()
    }

    #[test]
    fn a_change_names_its_type_and_holds_its_block_as_html() {
        let append = Change::Append { article: ArticleId(1), after: None, block: paragraph() };
        let html = r#"<p data-block="7">a &lt; b</p>"#;
        assert_eq!(value(change(&append, 12)), json!({"type": "append", "article": 1, "block": 7, "after": null, "html": html, "at": 12}));
    }

    #[test]
    fn the_end_tells_where_to_restore_what_was_kept() {
        let end = value(change(&Change::End { outline: Box::new(outline()) }, 99));
        let removed = &end["outline"]["removed"];
        assert_eq!(removed[0]["after"], json!({"article": 0, "block": 7}));
        assert_eq!(removed[0]["html"], r#"<p data-block="7">a &lt; b</p>"#);
        assert_eq!((&removed[1]["restorable"], &removed[1]["html"]), (&json!(false), &Value::Null));
        assert_eq!(end["outline"]["articles"][0]["wordCount"], 3);
    }

    #[test]
    fn the_whole_result_is_one_object() {
        let mut assembly = Assembly::new();
        assembly.apply(Change::Open { article: ArticleId(0), role: Role::Main });
        assembly.apply(Change::Append { article: ArticleId(0), after: None, block: paragraph() });
        assembly.apply(Change::End { outline: Box::new(outline()) });
        let whole = value(page(&assembly, Scope::All, Captions::With));
        assert_eq!(whole["page"]["dir"], "rtl");
        let article = &whole["articles"][0];
        assert_eq!((&article["text"], &article["confidence"], &article["readingMinutes"]), (&json!("a < b"), &json!("medium"), &json!(1)));
        assert_eq!(article["origin"], json!({"publishedText": "json-ld"}));
        assert_eq!(
            whole["removed"][1],
            json!({"id": 9, "reason": "newsletter", "rule": "newsletter/prompt", "text": "Sign up", "bytes": 900, "restorable": false})
        );
        assert_eq!(whole["notes"][0]["code"], "truncated");
    }
}
