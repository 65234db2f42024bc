//! `<html>`, `<meta>` and `<link>`.

use super::Signals;
use super::claim::Claims;
use super::json_ld::{Place, Thing};
use crate::article::Origin;
use crate::byline;
use crate::event::Attributes;
use crate::lexicon::meta_names::{self, Field};
use crate::page_kind::PageKind;

/// The page's own language and direction.
pub(super) fn html(attributes: &Attributes, signals: &mut Signals) {
    let lang = attributes.get("lang").map(str::trim).filter(|l| super::language::is_tag(l));
    signals.lang = signals.lang.take().or(lang.map(|l| l.replace('_', "-")));
    signals.dir = signals.dir.or(attributes.direction());
}

/// Some pages put language and direction on the body.
pub(super) fn body(attributes: &Attributes, signals: &mut Signals) {
    html(attributes, signals);
}

/// One `<meta>`: `name`, `property` or `http-equiv` with `content`.
pub(super) fn meta(attributes: &Attributes, labels: &mut Labels, claims: &mut Claims) {
    let content = attributes.get("content").or(attributes.get("value"));
    let Some(content) = content.filter(|c| !c.trim().is_empty()) else { return };
    if ["property", "name"].iter().filter_map(|n| attributes.get(n)).any(says_written_by) {
        claims.add(Field::Author, content, Origin::Meta, AFTER_NAMED);
    }
    let names = ["property", "name", "http-equiv"].iter().filter_map(|n| attributes.get(n)).flat_map(str::split_ascii_whitespace);
    for name in names.take(4) {
        let name = short(&name.to_ascii_lowercase());
        if labels.says_author(&name, content) {
            claims.add(Field::Author, content, Origin::Meta, AFTER_NAMED);
        }
        for (field, rank) in meta_names::fields(&name) {
            claims.add(field, content, Origin::Meta, rank as u16);
        }
    }
}

/// A name of Open Graph as it is mostly written: `og:title`, of `http://ogp.me/ns#title`; `article:author`, of `http://ogp.me/ns/article#author`.
fn short(name: &str) -> String {
    let Some((vocabulary, own)) = name.split_once("ogp.me/ns").and_then(|(_, rest)| rest.split_once('#')) else { return name.to_owned() };
    let vocabulary = if vocabulary.is_empty() { "og" } else { vocabulary.trim_start_matches('/') };
    format!("{vocabulary}:{own}")
}

/// Rank of a labelled author, after all names that say so themselves.
const AFTER_NAMED: u16 = 60;

/// `twitter:misc:Written by`.
fn says_written_by(name: &str) -> bool {
    name.strip_prefix("twitter:misc:").is_some_and(byline::is_by_word)
}

/// Twitter cards label their values in words: `twitter:label1` "Written by", `twitter:data1` the name.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// The number of the label that says "Written by".
    author: Option<String>,
}

impl Labels {
    fn says_author(&mut self, name: &str, content: &str) -> bool {
        if let Some(number) = name.strip_prefix("twitter:label").filter(|_| byline::is_by_word(content)) {
            self.author = Some(number.to_owned());
        }
        name.strip_prefix("twitter:data").is_some_and(|number| self.author.as_deref() == Some(number))
    }
}

/// One `<link>`.
pub(super) fn link(attributes: &Attributes, signals: &mut Signals, claims: &mut Claims) {
    let (Some(rel), Some(href)) = (attributes.get("rel"), attributes.get("href").map(str::trim).filter(|h| !h.is_empty())) else { return };
    for rel in rel.split_ascii_whitespace().take(8) {
        match rel.to_ascii_lowercase().as_str() {
            "canonical" if signals.canonical.is_none() => signals.canonical = Some(href.to_owned()),
            "image_src" => claims.add(Field::Image, href, Origin::Meta, 50),
            _ => {}
        }
    }
}

/// What the page says it is: by its JSON-LD, else by `og:type`.
pub(super) fn kind(claims: &Claims, things: &[Thing]) -> PageKind {
    let main = || things.iter().filter(|t| t.place == Place::Main);
    let any = |names: &[&str]| main().any(|t| names.iter().any(|n| t.has_type(n)));
    if any(&["DiscussionForumPosting", "QAPage"]) {
        return PageKind::Forum;
    }
    if main().any(Thing::is_article) {
        return PageKind::Article;
    }
    if any(&["Product", "ProductGroup", "Offer", "Book"]) {
        return PageKind::Product;
    }
    if any(&["CollectionPage", "ItemList", "SearchResultsPage"]) {
        return PageKind::Listing;
    }
    if any(&["VideoObject", "PodcastEpisode", "AudioObject", "Movie", "TVEpisode"]) {
        return PageKind::Media;
    }
    let og = claims.first(Field::Kind, Origin::Meta).unwrap_or_default().to_ascii_lowercase();
    match og.as_str() {
        "article" | "post" | "news" | "blog" | "story" => PageKind::Article,
        "website" | "site" => PageKind::Site,
        t if t.contains("article") => PageKind::Article,
        t if t.starts_with("product") || t == "og:product" => PageKind::Product,
        t if t.starts_with("video") || t.starts_with("music") => PageKind::Media,
        _ => PageKind::Unknown,
    }
}
