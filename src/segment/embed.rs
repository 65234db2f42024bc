//! Videos, sounds and posts of other sites: kept as what they are, loaded by nobody until someone asks.

use crate::block::{Embed, EmbedKind};
use crate::event::Attributes;
use crate::tag::Tag;

/// Names in the address of players and posts; what else is framed in a page is mostly not content.
const VIDEO: [&str; 10] =
    ["youtube", "youtu.be", "vimeo", "dailymotion", "brightcove", "jwplayer", "jwplatform", "twitch", "tiktok", "/video"];
const AUDIO: [&str; 6] = ["soundcloud", "spotify", "podcast", "acast", "megaphone", "/audio"];
const POST: [&str; 7] = ["twitter", "//x.com", "facebook", "instagram", "bsky", "mastodon", "threads.net"];

/// The embed that an `iframe`, `video` or `audio` element stands for.
pub(super) fn embed(tag: Tag, attributes: &Attributes) -> Option<Embed> {
    let src = ["src", "data-src", "data-lazy-src", "data-url"].iter().find_map(|n| attributes.get(n)).map(str::trim).unwrap_or_default();
    let (kind, src) = match tag {
        Tag::Video | Tag::AmpVideo => (EmbedKind::Video, src.to_owned()),
        Tag::Audio => (EmbedKind::Audio, src.to_owned()),
        Tag::AmpYoutube => (EmbedKind::Video, format!("https://www.youtube.com/watch?v={}", attributes.get("data-videoid")?)),
        Tag::Iframe | Tag::Embed => (kind(src)?, src.to_owned()),
        _ => return None,
    };
    // A frame around a post is named after the network.
    let title = attributes
        .get("title")
        .filter(|_| kind != EmbedKind::Post)
        .or_else(|| attributes.get("aria-label"))
        .map(str::trim)
        .filter(|t| !t.is_empty());
    Some(Embed { kind, src: src.into(), title: title.map(Into::into), poster: attributes.get("poster").map(Into::into) })
}

fn kind(src: &str) -> Option<EmbedKind> {
    let lower = src.to_ascii_lowercase();
    let names = |list: &[&str]| list.iter().any(|n| lower.contains(n));
    let has_address = lower.starts_with("http") || lower.starts_with('/');
    match () {
        () if !has_address
            || ["plugins/like", "plugins/share", "widgets/follow", "/ads", "doubleclick", "googletagmanager"]
                .iter()
                .any(|n| lower.contains(n)) =>
        {
            None
        }
        () if names(&VIDEO) => Some(EmbedKind::Video),
        () if names(&AUDIO) => Some(EmbedKind::Audio),
        () if names(&POST) => Some(EmbedKind::Post),
        () => Some(EmbedKind::Frame),
    }
}
