//! Videos, sounds and posts of other sites: kept as what they are, loaded by nobody until someone asks.

use crate::address::ends_in;
use crate::block::{Embed, EmbedKind};
use crate::event::Attributes;
use crate::lexicon::wording::NEWSLETTERS;
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
        Tag::Other => {
            (EmbedKind::Video, format!("https://www.youtube.com/watch?v={}", attributes.get("videoid").filter(|id| is_youtube(id))?))
        }
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
    let mut posters = ["poster", "data-poster", "data-posterurl"].iter().filter_map(|name| attributes.get(name));
    let poster = posters.find(|poster| !poster.starts_with("data:"));
    Some(Embed { kind, src: src.into(), title: title.map(Into::into), poster: poster.map(Into::into) })
}

/// The video whose still picture an element without a player shows as its background.
pub(super) fn facade(picture: &str, attributes: &Attributes) -> Option<Embed> {
    let (host, path) = picture.split_once("/vi")?;
    let id = path.trim_start_matches("_webp").strip_prefix('/')?.split('/').next().filter(|id| is_youtube(id))?;
    let is_still = host.ends_with("ytimg.com") || host.ends_with("img.youtube.com");
    let src = is_still.then(|| format!("https://www.youtube.com/watch?v={id}").into())?;
    let title = attributes.get("title").or_else(|| attributes.get("aria-label"));
    Some(Embed { kind: EmbedKind::Video, src, title: title.map(Into::into), poster: Some(picture.into()) })
}

/// The name of a video there: other sites have numbers.
fn is_youtube(id: &str) -> bool {
    id.len() == 11 && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')) && !id.bytes().all(|b| b.is_ascii_digit())
}

/// Takes a `<source>` of a player, if it is better than what there is: a file before a list of its parts.
pub(super) fn take_source(embed: &mut Embed, attributes: &Attributes) {
    let Some(src) = attributes.get("src").or_else(|| attributes.get("data-src")).map(str::trim) else { return };
    let is_list = |src: &str| ends_in(src, &["m3u8", "mpd"]);
    if embed.src.is_empty() || is_list(&embed.src) && !is_list(src) {
        embed.src = src.into();
    }
}

fn kind(src: &str) -> Option<EmbedKind> {
    let lower = src.to_ascii_lowercase();
    let names = |list: &[&str]| list.iter().any(|n| lower.contains(n));
    let has_address = lower.starts_with("http") || lower.starts_with('/');
    match () {
        () if !has_address
            || [
                "plugins/like",
                "plugins/share",
                "widgets/follow",
                "/ads",
                "adsystem",
                "doubleclick",
                "googletagmanager",
                "/embed/#?secret",
            ]
            .iter()
            .any(|n| lower.contains(n)) =>
        {
            None
        }
        () if names(&VIDEO) => Some(EmbedKind::Video),
        () if names(&AUDIO) => Some(EmbedKind::Audio),
        () if names(&POST) => Some(EmbedKind::Post),
        () if names(&NEWSLETTERS) => None,
        () => Some(EmbedKind::Frame),
    }
}
