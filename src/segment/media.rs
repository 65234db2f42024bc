//! Pictures and players, in the text, behind it and over it.

use super::*;

/// The picture that came last, and where.
#[derive(Debug)]
pub(super) struct Shown {
    src: Box<str>,
    noscript: bool,
    /// The element around it, a `noscript` or `picture` aside.
    around: u32,
    /// The blocks and the length of the line before it.
    at: (u32, usize),
}

impl Shown {
    /// Whether one of the two is for browsers without scripts, and shows what the other does.
    fn is_twin(&self, next: &Self) -> bool {
        let stand_together = || self.around == next.around && self.at == next.at;
        self.src == next.src && stand_together()
            || self.noscript != next.noscript && (image::same_picture(&self.src, &next.src) && next.noscript || stand_together())
    }
}

impl Segmenter {
    /// What an element without blocks shows is a picture of the element that it stands in.
    pub(super) fn backdrop(&mut self, picture: Box<str>) {
        let Some(around) = self.open.iter_mut().rev().find(|o| o.is_block()) else { return };
        match around.container {
            Some(id) => self.containers.backdrop(id, picture),
            None => _ = around.backdrop.get_or_insert(picture),
        }
    }

    pub(super) fn image(&mut self, attributes: &Attributes) {
        let sources = self.picture.take().unwrap_or_default();
        let Some(image) = image::choose(attributes, sources) else { return };
        if self.code.is_some() || self.is_drawn_formula(&image) {
            return;
        }
        let around = self.open.iter().rev().find(|o| !matches!(o.tag, Tag::Noscript | Tag::Picture)).map_or(0, |o| o.element);
        let shown = Shown { src: image.src.clone(), noscript: self.noscript, around, at: (self.blocks, self.line.len()) };
        if self.last_image.as_ref().is_some_and(|last| last.is_twin(&shown)) {
            return;
        }
        self.last_image = Some(shown);
        self.part();
        self.line.image(image);
        self.touch();
    }

    pub(super) fn embed(&mut self, tag: Tag, attributes: &Attributes) {
        if self.noscript {
            return;
        }
        if element::is_skipped(tag, attributes) {
            return;
        }
        let Some(embed) = embed::embed(tag, attributes) else { return };
        self.end_line();
        if matches!(tag, Tag::Video | Tag::Audio) {
            self.player = Some(embed);
        } else {
            self.finish(Content::Embed(embed), self.open.len());
        }
    }

    /// The player has told all its sources.
    pub(super) fn end_player(&mut self) {
        if let Some(embed) = self.player.take().filter(|embed| !embed.src.is_empty() || embed.poster.is_some()) {
            self.finish(Content::Embed(embed), self.open.len());
        }
    }

    /// A picture that a script makes a player of.
    pub(super) fn facade(&mut self, still: &str, attributes: &Attributes) {
        let is_card = || self.open.iter().any(|o| o.tag == Tag::A);
        let Some(embed) = embed::facade(still, attributes).filter(|_| !self.noscript && !is_card()) else { return };
        self.end_line();
        self.finish(Content::Embed(embed), self.open.len());
    }

    /// A link with nothing in it lies over the element that it stands in.
    pub(super) fn cover(&mut self, link: &Open) {
        let Some(href) = link.href.as_deref().filter(|href| !href.is_empty() && !href.starts_with('#')) else { return };
        let Some(covered) = self.open.iter_mut().rev().find(|o| o.is_block()) else { return };
        let is_one = covered.cover.as_ref().is_none_or(|other| &*other.href == href);
        let name = link.label.as_ref().or(link.called.as_ref()).filter(|_| is_one).cloned();
        let cover = Cover { href: if is_one { href } else { "" }.into(), name };
        if let Some(id) = covered.container {
            self.containers.cover(id, cover.clone());
        }
        covered.cover = Some(cover);
    }
}
