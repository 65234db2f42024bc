//! Pictures, captions and credits become one figure, whether the page marks them up as such or only puts them together.

use super::caption;
use super::image::same_picture;
use crate::address::{self, is_drawing, is_picture};
use crate::block::{Content, Figure};
use crate::byline;
use crate::container::{ContainerId, Containers, Hints};
use crate::lexicon::wording::{self, Wording};
use crate::passage::Passage;
use crate::tag::Tag;

/// Passages; more in one `<figure>` and it is a layout, not a picture.
const MAX_HELD: usize = 12;
/// Characters; longer texts are no captions.
const MAX_CAPTION: u32 = 700;
/// Words; a caption that nothing marks as one is at most this long.
const MAX_PLAIN_CAPTION: f32 = 60.0;
/// Words of a counter of pictures: "View 6 images", "Picture 3 of 12".
const MAX_COUNTER_WORDS: f32 = 4.0;
/// Characters of an alternative text from which a text that says the same is no chance.
const MIN_ALTERNATIVE: usize = 8;
/// Words of what is shown on a card, a thing or a person.
const MAX_CARD_NAME: f32 = 8.0;
/// Levels around a text whose names speak of it.
const MAX_AROUND: usize = 3;
/// CSS pixels; a smaller picture has a caption only where the page says so.
const MAX_TINY: u32 = 100;
/// Containers that may close around a lone picture before only a marked caption is taken for its own.
const MAX_LEVELS: u8 = 3;

/// Holds a picture back until what follows shows whether it has a caption.
#[derive(Debug, Default)]
pub(super) struct Fold {
    held: Vec<Passage>,
    /// The containers of the last passage, and of the one before the picture.
    last: Option<ContainerId>,
    before: Option<ContainerId>,
    levels: u8,
    /// The `<figure>` that is open.
    figure: Option<ContainerId>,
    out: Vec<Passage>,
}

impl Fold {
    /// Whether passages are complete.
    pub(super) fn has_any(&self) -> bool {
        !self.out.is_empty()
    }

    /// Passages that are complete.
    pub(super) fn drain(&mut self) -> std::vec::Drain<'_, Passage> {
        self.out.drain(..)
    }

    pub(super) fn push(&mut self, passage: Passage, containers: &Containers) {
        let last = self.last.replace(passage.container);
        if let Some(figure) = self.figure {
            if containers.holds(figure, passage.container) && self.held.len() < MAX_HELD && passage.traits.chars < 2 * MAX_CAPTION {
                self.hold(passage, last);
                return;
            }
            self.figure = None;
            self.release();
        }
        if self.held.is_empty() {
            self.hold_or_pass(passage, last, containers);
        } else if is_caption_like(&passage)
            && !is_of_button(&passage, &self.held[0], containers)
            && self.held.len() < 4
            && (self.levels <= MAX_LEVELS || self.is_named(&passage, containers))
        {
            self.hold(passage, last);
        } else {
            self.fold_marked(containers);
            self.hold_or_pass(passage, last, containers);
        }
    }

    /// A container with blocks opens.
    pub(super) fn open(&mut self, id: ContainerId, tag: Tag, containers: &Containers) {
        if tag == Tag::Figure && self.figure.is_none() {
            self.fold_marked(containers);
            self.figure = Some(id);
        }
    }

    /// A container with blocks closes.
    pub(super) fn close(&mut self, id: ContainerId, containers: &Containers) {
        if self.figure == Some(id) {
            self.figure = None;
            self.fold_figure(containers);
            return;
        }
        if self.figure.is_some() || self.held.is_empty() || !containers.holds(id, self.held[0].container) {
            return;
        }
        if self.held[1..].iter().all(|p| is_counter(p, containers)) {
            self.levels = self.levels.saturating_add(1);
        } else if self.may_fold(id, containers) {
            self.fold(containers);
        } else {
            self.fold_marked(containers);
        }
    }

    pub(super) fn end(&mut self, containers: &Containers) {
        self.figure = None;
        self.fold_marked(containers);
    }

    fn hold_or_pass(&mut self, passage: Passage, last: Option<ContainerId>, containers: &Containers) {
        if is_bare_picture(&passage) && !is_face(&passage, containers) {
            self.levels = 0;
            self.hold(passage, last);
        } else {
            self.out.push(passage);
        }
    }

    fn hold(&mut self, passage: Passage, last: Option<ContainerId>) {
        if self.held.is_empty() {
            self.before = last;
        }
        self.held.push(passage);
    }

    fn release(&mut self) {
        self.out.append(&mut self.held);
    }

    /// Folds what the page itself names a caption, and lets go of the rest.
    fn fold_marked(&mut self, containers: &Containers) {
        let texts = self.held.iter().skip(1);
        let named = texts.take_while(|p| self.is_named(p, containers) || is_counter(p, containers)).count();
        let count = named.max(self.credited());
        let rest = self.held.split_off(if self.held.is_empty() { 0 } else { count + 1 });
        self.fold(containers);
        self.out.extend(rest);
    }

    /// Whether the page says that a text is the held picture's caption: by its name, or by saying it again as the picture's
    /// alternative text.
    fn is_named(&self, text: &Passage, containers: &Containers) -> bool {
        let Some(picture) = self.held.first() else { return false };
        // An element around both names neither.
        let around = containers.path(text.container).take(MAX_AROUND).take_while(|c| !containers.holds(*c, picture.container));
        let is_name = |hints: &Hints| hints.intersects(Hints::CAPTION | Hints::CREDIT);
        let named = around.map(|c| containers.get(c).hints).find(is_name);
        // "media-body", "post has-thumbnail": sentences there stand beside the picture.
        let is_beside = named.is_some_and(|hints| hints.contains(Hints::CONTENT) && text.traits.ends_sentence_in_full());
        let own = containers.get(text.container).hints | text.traits.hints;
        is_figcaption(text, containers) || is_alternative(text, picture) || !is_beside && (named.is_some() || is_name(&own))
    }

    /// How many texts behind the picture are a caption and the credit after it: a line that ends no sentence, then an agency.
    fn credited(&self) -> usize {
        let mut texts = self.held.iter().skip(1);
        let is_credit = |p: &Passage| p.traits.words <= 8.0 && wording::read(&p.text()).whole.contains(Wording::CREDIT);
        match (texts.next(), texts.next()) {
            (Some(first), _) if is_credit(first) => 1,
            (Some(first), Some(second)) if !first.traits.ends_sentence && is_credit(second) => 2,
            _ => 0,
        }
    }

    /// Whether `id` holds a picture and its caption and nothing else.
    fn may_fold(&self, id: ContainerId, containers: &Containers) -> bool {
        let texts = &self.held[1..];
        if texts.iter().all(|p| self.is_named(p, containers)) {
            return true;
        }
        let wrapper = containers.get(id);
        let is_small = !matches!(wrapper.tag, Tag::Article | Tag::Main | Tag::Body | Tag::Section | Tag::Td | Tag::Li);
        let leads = |c: ContainerId| leads_on(containers.get(c).href.as_deref()) || leads_on(containers.get(c).cover());
        let in_link = containers.path(self.held[0].container).any(leads);
        // A card of another article leads to it.
        let related = if leads_on(self.held[0].traits.link.as_deref()) { Hints::RELATED } else { Hints::empty() };
        let is_card = wrapper.hints.intersects(Hints::CARD | Hints::AUTHOR | related) && !wrapper.hints.contains(Hints::CAPTION);
        let is_whole = self.before.is_none_or(|before| !containers.holds(id, before));
        is_small
            && is_whole
            && !is_card
            && !in_link
            && !is_sign(&self.held[0])
            && !is_tiny(&self.held[0])
            && texts.len() <= 2
            // "By Jane Doe, 4 May 2026", beside a portrait.
            && !texts.iter().any(|p| byline::is_byline(&p.text()) && byline::opens_byline(p.text().trim()))
            && texts.iter().all(|p| p.traits.words <= MAX_PLAIN_CAPTION && p.traits.link_chars == 0)
            // Behind a caption stands a credit; a name and what there is to say of it are the text.
            && !texts.get(1).is_some_and(|p| p.traits.ends_sentence && !wording::read(&p.text()).contains.contains(Wording::CREDIT))
    }

    /// Makes one figure of the held picture and the texts behind it; a counter of pictures stays by itself.
    fn fold(&mut self, containers: &Containers) {
        let mut held = self.held.drain(..);
        let Some(mut figure) = held.next() else { return };
        let (counters, texts): (Vec<_>, Vec<_>) = held.partition(|p| is_counter(p, containers));
        caption::add(&mut figure, texts, containers);
        self.out.push(figure);
        self.out.extend(counters);
    }

    fn fold_figure(&mut self, containers: &Containers) {
        let held = std::mem::take(&mut self.held);
        let pictures = held.iter().filter(|p| is_bare_picture(p) && !is_face(p, containers)).count();
        let is_line = |p: &&Passage| matches!(p.block.content, Content::Paragraph(_) | Content::Heading { .. } | Content::Rule);
        if pictures == 0 || pictures + held.iter().filter(is_line).count() < held.len() {
            self.out.extend(held);
            return;
        }
        let has_captions = held.iter().any(|p| is_figcaption(p, containers));
        let (pictures, texts): (Vec<_>, Vec<_>) = held.into_iter().partition(is_bare_picture);
        let mut pictures = pictures.into_iter();
        let Some(mut figure) = pictures.next() else { return };
        pictures.for_each(|picture| add_pictures(&mut figure, picture));
        drop_signs(&mut figure);
        let is_caption = |text: &Passage| {
            !is_rule(text)
                && !is_expander(text)
                && !is_of_button(text, &figure, containers)
                && !caption::is_action(text)
                && (is_figcaption(text, containers)
                    || (!has_captions || caption::is_beside(text, containers)) && is_caption_like(text) && !is_counter(text, containers))
        };
        let (captions, rest): (Vec<_>, Vec<_>) = texts.into_iter().partition(is_caption);
        let (above, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(|text| text.block.id < figure.block.id);
        self.out.extend(above);
        caption::add(&mut figure, captions, containers);
        // The caption may stand right behind the element.
        if is_bare_picture(&figure) && rest.len() <= 1 && rest.iter().all(|text| is_counter(text, containers)) {
            self.levels = 0;
            self.held.push(figure);
            self.held.extend(rest);
        } else {
            self.out.push(figure);
            self.out.extend(rest);
        }
    }
}

/// Whether a link leads to another page, not to a larger print.
fn leads_on(href: Option<&str>) -> bool {
    href.is_some_and(|href| !is_picture(href))
}

/// Whether a text says what the picture's alternative text does, or one of them goes on where the other ends.
fn is_alternative(text: &Passage, picture: &Passage) -> bool {
    let Content::Figure(figure) = &picture.block.content else { return false };
    // The name of a card that leads on.
    if text.traits.words <= MAX_CARD_NAME && leads_on(picture.traits.link.as_deref()) {
        return false;
    }
    let text = text.text();
    let text = text.trim();
    figure.images.iter().any(|image| {
        let alt = image.alt.trim();
        alt.len().min(text.len()) >= MIN_ALTERNATIVE && (text.starts_with(alt) || alt.starts_with(text))
    })
}

/// "Zoom in", as a button says to those who hear the page. A button around a picture may hold its caption.
fn is_of_button(text: &Passage, picture: &Passage, containers: &Containers) -> bool {
    text.is_button() && !is_figcaption(text, containers) && !is_alternative(text, picture)
}

/// "Show more", at a caption.
fn is_expander(passage: &Passage) -> bool {
    passage.traits.words <= MAX_COUNTER_WORDS && (passage.traits.hints.contains(Hints::NAVIGATION) || passage.is_button())
}

/// "3 of 12", "1/8", "View 6 Images": a gallery counts its pictures.
fn is_counter(passage: &Passage, containers: &Containers) -> bool {
    if passage.traits.words > MAX_COUNTER_WORDS || !matches!(passage.block.content, Content::Paragraph(_)) {
        return false;
    }
    let text = passage.text();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let is_count = |w: &str| w.len() <= 3 && w.bytes().all(|b| b.is_ascii_digit());
    let (mut counts, mut names, mut ends_with_count) = (0, 0, false);
    for word in &mut words {
        ends_with_count = is_count(word);
        if ends_with_count { counts += 1 } else { names += 1 }
    }
    match counts {
        1 => names <= 2 && !ends_with_count && !is_figcaption(passage, containers),
        2 => names <= 2 && ends_with_count,
        _ => false,
    }
}

fn is_bare_picture(passage: &Passage) -> bool {
    matches!(&passage.block.content, Content::Figure(Figure { caption: None, credit: None, images }) if !images.is_empty())
}

fn is_rule(passage: &Passage) -> bool {
    matches!(passage.block.content, Content::Rule)
}

fn is_caption_like(passage: &Passage) -> bool {
    matches!(passage.block.content, Content::Paragraph(_)) && passage.traits.chars <= MAX_CAPTION && passage.traits.link_density() < 0.5
}

fn is_figcaption(passage: &Passage, containers: &Containers) -> bool {
    containers.path(passage.container).take(4).any(|c| containers.get(c).tag == Tag::Figcaption)
}

fn add_pictures(into: &mut Passage, from: Passage) {
    if let (Content::Figure(into), Content::Figure(from)) = (&mut into.block.content, from.block.content) {
        for image in from.images {
            if !into.images.iter().any(|i| same_picture(&i.src, &image.src)) {
                into.images.push(image);
            }
        }
    }
}

/// Whether a picture shows who wrote: what stands beside it is a name.
fn is_face(picture: &Passage, containers: &Containers) -> bool {
    let Content::Figure(figure) = &picture.block.content else { return false };
    let around = || containers.path(picture.container).take(MAX_AROUND).find_map(|c| containers.get(c).href.as_deref());
    figure.images.iter().any(address::is_face) || picture.traits.link.as_deref().or_else(around).is_some_and(address::is_persons)
}

/// Whether a picture is as small as a face beside a name.
fn is_tiny(picture: &Passage) -> bool {
    let Content::Figure(figure) = &picture.block.content else { return false };
    figure.images.iter().all(|image| image.width.or(image.height).is_some_and(|side| side <= MAX_TINY))
}

/// Takes the drawings out of a photograph's figure: the sign that it opens larger.
fn drop_signs(picture: &mut Passage) {
    let Content::Figure(figure) = &mut picture.block.content else { return };
    if figure.images.iter().any(|image| !is_drawing(&image.src)) {
        figure.images.retain(|image| !is_drawing(&image.src));
    }
}

/// Whether a picture is a drawing, as publishers' signs and icons are: no photograph is one, and what stands beside it is no caption.
fn is_sign(picture: &Passage) -> bool {
    matches!(&picture.block.content, Content::Figure(figure) if figure.images.iter().all(|image| is_drawing(&image.src)))
}
