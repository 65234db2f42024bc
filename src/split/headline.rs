//! Passages that may be the title of another article: headings and links of several words with a target of their own.

use super::Page;
use crate::container::{ContainerId, Hints};
use crate::passage::Judged;
use crate::tag::Tag;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Words; section names and buttons have fewer, headlines of real pages rarely.
const MIN_WORDS: f32 = 2.5;
/// Words; no headline has more.
const MAX_WORDS: f32 = 45.0;
/// Containers above a headline that make up its place in a template.
const LEVELS: usize = 4;

/// A passage that may be a title.
#[derive(Clone, Debug)]
pub(super) struct Headline {
    /// Which passage.
    pub(super) at: usize,
    /// The address it leads to, normalised; empty where it leads nowhere.
    pub(super) target: String,
    /// The absolute address.
    pub(super) url: Option<String>,
    /// Same for headlines of the same make.
    pub(super) make: u64,
}

/// All passages that may be titles, in order.
pub(super) fn find(judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Headline> {
    judged.iter().enumerate().filter_map(|(i, one)| read(i, one, page)).collect()
}

fn read(at: usize, one: &Judged<'_>, page: &Page<'_>) -> Option<Headline> {
    let traits = one.traits();
    let is_long_word = traits.chars >= 18 && traits.words >= 1.5;
    if !(MIN_WORDS..=MAX_WORDS).contains(&traits.words) && !is_long_word || traits.chars > 400 {
        return None;
    }
    let href = target(one, page)?;
    let url = page.base.link(href)?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let target = normal(url.as_str());
    let container = page.containers.get(one.passage.container);
    if container.distance(Hints::TAGS) < 2 || (container.distance(Hints::SHARE) < 3 && !one.is_heading()) {
        return None;
    }
    Some(Headline { at, target, url: Some(url.into()), make: make(one, page) })
}

/// The target of a passage that is a link: by its own text, or by the link around it.
pub(super) fn target<'j>(one: &'j Judged<'_>, page: &'j Page<'_>) -> Option<&'j str> {
    let own = one.traits().link.as_deref().filter(|_| one.traits().link_density() > 0.6);
    let around = || page.containers.path(one.passage.container).take(6).find_map(|c| page.containers.get(c).href.as_deref());
    let href = own.or_else(around)?.trim();
    let dead = href.is_empty() || href.starts_with('#') || href.starts_with("javascript:") || href.starts_with("mailto:");
    (!dead).then_some(href)
}

/// Same for the same page: no fragment, no query of campaigns, no `www.`, no trailing slash.
pub(super) fn normal(url: &str) -> String {
    let bare = url.split('#').next().unwrap_or_default();
    let (path, query) = bare.split_once('?').unwrap_or((bare, ""));
    let path = path.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.").trim_end_matches('/');
    let kept: Vec<&str> = query.split('&').filter(|q| !q.is_empty() && !q.starts_with("utm_") && !q.contains("clid=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// The signatures of the containers around, headings' own levels left out: `h1` of the first item and `h2` of the next are alike.
fn make(one: &Judged<'_>, page: &Page<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    let skip = |c: &ContainerId| {
        let tag = page.containers.get(*c).tag;
        tag.heading_level().is_some() || matches!(tag, Tag::A)
    };
    for id in page.containers.path(one.passage.container).filter(|c| !skip(c)).take(LEVELS) {
        page.containers.get(id).signature.hash(&mut hasher);
    }
    one.is_heading().hash(&mut hasher);
    hasher.finish()
}
