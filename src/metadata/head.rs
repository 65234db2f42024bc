//! `<html>`, `<meta>` and `<link>`.

use super::claim::Claims;
use super::json_ld::{Place, Thing};
use super::{Kind, Signals};
use crate::article::Origin;
use crate::block::Direction;
use crate::event::Attributes;
use crate::lexicon::meta_names::{Field, META_NAMES};

/// The page's own language and direction.
pub(super) fn html(attributes: &Attributes, signals: &mut Signals) {
    let lang = attributes.get("lang").map(str::trim).filter(|l| super::language::is_tag(l));
    signals.lang = signals.lang.take().or(lang.map(|l| l.replace('_', "-")));
    signals.dir = signals.dir.or(direction(attributes));
}

/// Some pages put language and direction on the body.
pub(super) fn body(attributes: &Attributes, signals: &mut Signals) {
    html(attributes, signals);
}

fn direction(attributes: &Attributes) -> Option<Direction> {
    match attributes.get("dir")?.trim().to_ascii_lowercase().as_str() {
        "rtl" => Some(Direction::Rtl),
        "ltr" => Some(Direction::Ltr),
        _ => None,
    }
}

/// One `<meta>`: `name`, `property` or `http-equiv` with `content`.
pub(super) fn meta(attributes: &Attributes, claims: &mut Claims) {
    let Some(content) = attributes.get("content").filter(|c| !c.trim().is_empty()) else { return };
    let names = ["property", "name", "http-equiv"].iter().filter_map(|n| attributes.get(n)).flat_map(str::split_ascii_whitespace);
    for name in names.take(4) {
        let name = name.to_ascii_lowercase();
        for (field, list) in META_NAMES {
            if let Some(rank) = list.split_ascii_whitespace().position(|n| same_name(n, &name)) {
                claims.add(*field, content, Origin::Meta, rank as u16);
            }
        }
    }
}

/// `dc.date` and `DC:date` are the same.
fn same_name(a: &str, b: &str) -> bool {
    let dot = |c: char| if c == ':' { '.' } else { c };
    a.chars().map(dot).eq(b.chars().map(dot))
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
pub(super) fn kind(claims: &Claims, things: &[Thing]) -> Kind {
    let main = || things.iter().filter(|t| t.place == Place::Main);
    let any = |names: &[&str]| main().any(|t| names.iter().any(|n| t.has_type(n)));
    if any(&["DiscussionForumPosting", "QAPage"]) {
        return Kind::Forum;
    }
    if main().any(Thing::is_article) {
        return Kind::Article;
    }
    if any(&["Product", "ProductGroup", "Offer", "Book"]) {
        return Kind::Product;
    }
    if any(&["CollectionPage", "ItemList", "SearchResultsPage"]) {
        return Kind::Listing;
    }
    if any(&["VideoObject", "PodcastEpisode", "AudioObject", "Movie", "TVEpisode"]) {
        return Kind::Media;
    }
    let og = claims.first(Field::Kind, Origin::Meta).unwrap_or_default().to_ascii_lowercase();
    match og.as_str() {
        "article" | "post" | "news" | "blog" | "story" => Kind::Article,
        "website" | "site" => Kind::Site,
        t if t.contains("article") => Kind::Article,
        t if t.starts_with("product") || t == "og:product" => Kind::Product,
        t if t.starts_with("video") || t.starts_with("music") => Kind::Media,
        _ => Kind::Unknown,
    }
}
