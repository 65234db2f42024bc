//! [`Event`]s → [`Passage`]s: cuts the page into blocks, with the elements around them and the counts of their text.

mod caption;
mod element;
mod embed;
mod finish;
mod fold;
mod image;
mod label;
mod line;
mod math;
mod measure;
mod media;
mod permalink;
mod post;
mod read;
mod row;
mod table;
mod text;

use crate::block::{Block, BlockId, Content, Embed, Figure, Frame, Image, Inline, Mark, MarkKind, Math, Style};
use crate::container::{Asked, Container, ContainerId, Containers, Cover, FAMILIES, Hints, Layers, Sight};
use crate::event::{Attributes, Event};
use crate::hash::{self, Map};
use crate::lexicon::{adlist, classes};
use crate::passage::{Passage, Relations, Role, Traits};
use crate::settings::Limits;
use crate::tag::Tag;
use element::{Around, Open};
use fold::Fold;
use line::Line;
use table::{Draft, Outcome};

/// CSS pixels; pictures at most this large in a line of text are signs, not pictures.
const ICON_SIDE: u32 = 48;
/// Elements around a field for an e-mail address that may be the box that asks for it.
const ASKING: usize = 4;
/// Bytes; a heading element with more was never closed.
const MAX_HEADING: usize = 600;
/// Ids kept for one block.
const MAX_ANCHORS: usize = 8;

/// Cuts a page into passages.
#[derive(Debug)]
pub(crate) struct Segmenter {
    limits: Limits,
    names: Map<u64, read::Name>,
    containers: Containers,
    open: Vec<Open>,
    /// Which of them are lists and quotations, the outermost.
    frames: Vec<usize>,
    elements: u32,
    blocks: u32,
    line: Line,
    about: LineFacts,
    anchors: Vec<Box<str>>,
    /// How many of the innermost open elements are no text of the page.
    skipped: usize,
    noscript: bool,
    /// Text came since the noscript began.
    noscript_text: bool,
    picture: Option<image::Sources>,
    last_image: Option<media::Shown>,
    /// The player that is open.
    player: Option<Embed>,
    code: Option<Code>,
    math: Option<math::Draft>,
    /// The formula that came last, and where: the blocks and the length of the line behind it.
    formula: Option<(Box<str>, (u32, usize))>,
    post: Option<post::Draft>,
    tables: Vec<Draft>,
    fold: Fold,
    /// Bytes of the blocks so far.
    bytes: usize,
    full: bool,
}

/// What is known of the line that is being read besides its text.
#[derive(Debug, Default)]
struct LineFacts {
    /// Open elements when its first text came, and at no time fewer since.
    depth: Option<usize>,
    hints: Hints,
    time: Option<Box<str>>,
    relations: Relations,
    called: Option<Box<str>>,
    control_chars: u32,
    button_chars: u32,
    /// Its length where an element of the page's own that began it has ended.
    own_end: Option<usize>,
    /// The link around the picture that is finished next.
    picture_link: Option<Box<str>>,
}

#[derive(Debug, Default)]
struct Code {
    text: String,
    language: Option<Box<str>>,
    /// Open elements at `<pre>`.
    depth: usize,
}

impl Segmenter {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            limits: limits.clone(),
            names: Map::default(),
            containers: Containers::default(),
            open: Vec::with_capacity(64),
            frames: Vec::new(),
            elements: 0,
            blocks: 0,
            line: Line::default(),
            about: LineFacts::default(),
            anchors: Vec::new(),
            skipped: 0,
            noscript: false,
            noscript_text: false,
            picture: None,
            last_image: None,
            player: None,
            code: None,
            math: None,
            formula: None,
            post: None,
            tables: Vec::new(),
            fold: Fold::default(),
            bytes: 0,
            full: false,
        }
    }

    pub(crate) fn containers(&self) -> &Containers {
        &self.containers
    }

    /// Takes the elements around the page's title for no furniture.
    pub(crate) fn clear_furniture(&mut self, title: ContainerId) {
        self.containers.clear_furniture(title);
        for open in &mut self.open {
            open.hints = open.container.map_or(open.hints, |c| self.containers.get(c).hints);
        }
    }

    /// Whether a limit on what is kept of the page was reached; nothing more is taken then.
    pub(crate) fn is_full(&self) -> bool {
        self.full
    }

    /// Takes the next event; complete passages are given to `out` in the page's order.
    pub(crate) fn event(&mut self, event: &Event<'_>, out: &mut Vec<Passage>) {
        if self.full {
            return;
        }
        match event {
            Event::Open { tag, attributes } => self.open(*tag, attributes),
            Event::Void { tag, attributes } => self.void(*tag, attributes),
            Event::Text(text) => self.text(text),
            Event::Raw(text) => self.raw(text),
            Event::Close(tag) => self.close(*tag),
        }
        if self.fold.has_any() {
            out.extend(self.fold.drain());
        }
    }

    /// Gives out what was still held back.
    pub(crate) fn end(&mut self, out: &mut Vec<Passage>) {
        self.end_line();
        self.fold.end(&self.containers);
        out.extend(self.fold.drain());
    }

    fn open(&mut self, tag: Tag, attributes: &Attributes) {
        self.elements += 1;
        if tag == Tag::Textarea {
            self.ask(Asked::Message);
        }
        if self.skipped > 0
            || element::is_skipped(tag, attributes)
            || self.is_drawn_twin(attributes)
            || (self.code.is_some() && element::is_line_number(attributes))
        {
            self.skipped += 1;
            return;
        }
        if self.opens_in_math(tag, attributes) {
            return;
        }
        // Side by side, elements of a page's own are parts of a card.
        if tag == Tag::Other && self.line.has_text() && self.about.own_end == Some(self.line.len()) {
            self.end_line();
        }
        let mut open = self.read(tag, attributes);
        if let Some(post) = &mut self.post {
            post.open(&open);
            self.enter(open);
            return;
        }
        // Side by side: no prose has two links of several words and nothing between them.
        let is_next = || tag == Tag::A && self.line.is_headline();
        if (open.is_block() || is_next()) && self.code.is_none() {
            self.end_line();
        }
        if open.is_block() {
            self.stand_alone();
        }
        if post::is_post(tag, attributes) && self.code.is_none() {
            self.post = Some(post::Draft::new(self.open.len(), attributes));
        }
        if let Some(id) = open.id.take() {
            self.anchor(id);
        }
        if !open.is_block() {
            self.part();
            if let Some(style) = element::style(tag, attributes) {
                self.line.open(open.element, style);
            }
            if tag == Tag::Time {
                // `PT2M53S`: how long a film is.
                let time = || attributes.get("datetime").filter(|said| !said.starts_with('P')).map(Into::into);
                self.about.time = self.about.time.take().or_else(time);
            }
            self.line.set_apart(open.is_apart());
            self.about.hints |= open.hints;
            self.about.relations |= open.relations;
            self.about.called = self.about.called.take().or_else(|| open.called.clone());
            // "in 2026Photo: Jo Doe"
            if open.hints.contains(Hints::CREDIT) || tag == Tag::Cite && self.line.ends_in_word() {
                self.line.begin();
            }
            if open.stands_beside {
                let is_in_title = self.is_in_title();
                self.line.enter(is_in_title);
            }
        }
        match tag {
            Tag::Noscript => self.noscript = true,
            Tag::Picture => self.picture = Some(image::Sources::default()),
            Tag::Pre | Tag::Listing | Tag::Xmp if self.code.is_none() => {
                self.code = Some(Code {
                    depth: self.open.len(),
                    language: element::language(attributes).or_else(|| self.language()),
                    ..Code::default()
                });
            }
            Tag::Code => {
                if let Some(code) = &mut self.code {
                    code.language = code.language.take().or_else(|| element::language(attributes));
                }
            }
            Tag::Math | Tag::Script => self.begin_math(attributes),
            Tag::Table => {
                // A table inside a cell: the outer one lays out.
                if let Some(outer) = self.tables.last_mut() {
                    let held = outer.give_up();
                    self.forward(self.tables.len() - 1, held);
                }
                self.tables.push(Draft::new(open.element, attributes));
            }
            Tag::Video | Tag::Audio => {
                self.embed(tag, attributes);
                // What else is in it is for browsers that have no players.
                self.skipped = 1;
                return;
            }
            Tag::Iframe | Tag::AmpVideo | Tag::AmpYoutube => self.embed(tag, attributes),
            Tag::Amp => self.image(attributes),
            Tag::Other if image::is_custom(attributes) => self.image(attributes),
            Tag::Other if attributes.has("videoid") => self.embed(tag, attributes),
            _ => self.table_part(tag, attributes, true),
        }
        if let Some(still) = open.backdrop.as_deref().filter(|_| tag != Tag::A) {
            self.facade(still, attributes);
        }
        self.enter(open);
    }

    /// Elements of a page's own that a block opens in are blocks from here on, and those around a picture and its caption: what follows
    /// it in them is not of the text around them.
    fn stand_alone(&mut self) {
        for open in self.open.iter_mut().rev().take_while(|o| !o.is_block()) {
            open.stands_alone |= open.tag == Tag::Other;
            open.is_boxed |= open.tag == Tag::Span && open.hints.contains(Hints::CAPTION);
        }
    }

    fn void(&mut self, tag: Tag, attributes: &Attributes) {
        self.elements += 1;
        if let Some(player) = self.player.as_mut().filter(|_| tag == Tag::Source) {
            embed::take_source(player, attributes);
        }
        if self.skipped > 0 {
            return;
        }
        if let Some(post) = &mut self.post {
            post.text(" ");
            return;
        }
        if self.is_void_in_math(tag, attributes) {
            return;
        }
        match tag {
            Tag::Br => match &mut self.code {
                Some(code) => code.text.push('\n'),
                None if self.line.ends_with_picture() || self.line.line_break() => self.end_line(),
                None => self.part(),
            },
            Tag::Hr => {
                self.end_line();
                self.finish(Content::Rule, self.open.len());
            }
            Tag::Source => {
                if let Some(picture) = &mut self.picture {
                    picture.source(attributes);
                }
            }
            Tag::Img => self.image(attributes),
            Tag::Embed => self.embed(tag, attributes),
            Tag::Input if element::asks_address(attributes) => self.ask(Asked::Address),
            Tag::Input if matches!(attributes.get("type"), Some("submit" | "button")) => {
                self.about.control_chars += attributes.get("value").map_or(0, |v| v.chars().count() as u32);
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: Tag) {
        if self.skipped > 0 {
            self.skipped -= 1;
            if self.skipped == 0 {
                self.end_player();
            }
            return;
        }
        let depth = self.open.len().saturating_sub(1);
        if let Some(post) = &mut self.post {
            if post.depth < depth {
                post.text(if self.open.last().is_some_and(Open::is_block) { " " } else { "" });
                self.leave();
                return;
            }
            self.end_post();
        }
        if self.code.as_ref().is_some_and(|c| c.depth == depth) {
            self.end_code();
        }
        if self.closes_in_math(depth) {
            return;
        }
        // A custom element may be a formula that begins its line.
        let ends = |o: &Open| o.is_block() && (!o.stands_alone || o.container.is_some() || self.line.is_headline_long());
        if self.open.last().is_some_and(ends) && self.code.is_none() {
            self.end_line();
        } else if self.open.last().is_some_and(|o| o.stands_alone || self.is_label(o)) {
            self.about.own_end = Some(self.line.len());
        }
        match tag {
            Tag::Noscript => self.end_noscript(),
            Tag::Picture => self.picture = None,
            Tag::Table => self.end_table(),
            _ => self.table_part(tag, &Attributes::default(), false),
        }
        // Cards side by side: a link around a picture and its title, with nothing but such links in the line; or around blocks.
        let holds_blocks = || self.open.last().is_some_and(|link| link.container.is_some());
        if tag == Tag::A && self.code.is_none() && (holds_blocks() || self.line.is_card()) {
            self.end_line();
        }
        let Some(mut open) = self.leave() else { return };
        self.line.set_apart(open.is_apart());
        self.line.close(open.element);
        if open.link_at == Some((self.line.len(), self.line.weight())) && open.container.is_none() {
            self.cover(&open);
        }
        if let Some(picture) = open.backdrop.take() {
            self.backdrop(picture);
        }
        if open.stands_beside {
            self.line.shut();
        }
        if open.icon_at == Some(self.line.len()) {
            self.line.icon();
        } else if open.stands_beside {
            self.line.leave();
        }
        if let Some(from) = open.icon_at {
            self.line.sign(from);
        }
        if let Some(id) = open.container {
            self.fold.close(id, &self.containers);
        }
        if let Some(at) = &mut self.about.depth {
            *at = (*at).min(self.open.len());
        }
    }
}

#[cfg(test)]
mod tests;
