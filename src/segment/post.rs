//! Posts of social networks: a quotation that the network's script turns into a card.

use super::element::Open;
use crate::block::{Content, Embed, EmbedKind, Inline};
use crate::bounded;
use crate::event::Attributes;
use crate::tag::Tag;

/// Classes that the networks' own instructions put on the quotation.
const CLASSES: [&str; 9] = [
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "bluesky-embed",
    "mastodon-embed",
    "tiktok-embed",
    "reddit-embed-bq",
    "text-post-media",
    "fb-xfbml-parse-ignore",
];
/// Bytes; no network allows longer posts for everybody.
const MAX_TEXT: usize = 8_000;

pub(super) fn is_post(tag: Tag, attributes: &Attributes) -> bool {
    tag == Tag::Blockquote && attributes.get("class").is_some_and(|c| c.split_ascii_whitespace().any(|c| CLASSES.contains(&c)))
}

/// A post that is being read.
#[derive(Debug)]
pub(super) struct Draft {
    /// Open elements at its quotation.
    pub(super) depth: usize,
    text: String,
    link: Option<Box<str>>,
    /// The quotation's own word for where the post is.
    cite: Option<Box<str>>,
}

impl Draft {
    pub(super) fn new(depth: usize, attributes: &Attributes) -> Self {
        let cite = ["cite", "data-instgrm-permalink", "data-text-post-permalink"].iter().find_map(|n| attributes.get(n));
        Self { depth, text: String::new(), link: None, cite: cite.map(|c| c.trim().into()) }
    }

    pub(super) fn open(&mut self, element: &Open) {
        // The last link is the post's own; those before it stand in its text.
        if let Some(href) = &element.href {
            self.link = Some(href.trim().into());
        }
        if element.is_block() {
            self.text.push(' ');
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        bounded::append(&mut self.text, text, MAX_TEXT);
    }

    /// The post as an embed; as a paragraph where it has no address.
    pub(super) fn finish(self) -> Option<Content> {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.cite.or(self.link) {
            Some(src) => {
                let title = (!text.is_empty()).then(|| text.into());
                Some(Content::Embed(Embed { kind: EmbedKind::Post, src, title, poster: None }))
            }
            None if text.is_empty() => None,
            None => Some(Content::Paragraph(Inline::plain(&text))),
        }
    }
}
