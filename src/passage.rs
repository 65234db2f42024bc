//! A block with its circumstances: what the page's later stages decide by.

use crate::block::{Block, Content, Inline, Mark, MarkKind, Style};
use crate::container::{ContainerId, Hints};
use crate::label::Reason;
use crate::lexicon::wording::Reading;
use bitflags::bitflags;
use std::borrow::Cow;

/// A block, where it stands, and what its text is like.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    pub(crate) block: Block,
    /// The innermost element that holds the whole block.
    pub(crate) container: ContainerId,
    pub(crate) traits: Traits,
}

bitflags! {
    /// What a page says of a link by `rel` (HTML Standard, section 4.6.7).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Relations: u8 {
        /// Somebody paid for it.
        const SPONSORED = 1;
        /// It leads to the page before or behind this one.
        const NEIGHBOUR = 1 << 1;
    }
}

impl Relations {
    pub(crate) fn read(rel: &str) -> Self {
        let of = |kind| match kind {
            "sponsored" => Self::SPONSORED,
            "prev" | "previous" | "next" => Self::NEIGHBOUR,
            _ => Self::empty(),
        };
        rel.split_ascii_whitespace().map(of).collect()
    }
}

/// Counts over one block's text, captions included.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Traits {
    /// Words; a letter of a script without spaces counts as half a word.
    pub(crate) words: f32,
    pub(crate) chars: u32,
    pub(crate) link_chars: u32,
    pub(crate) bold_chars: u32,
    pub(crate) links: u32,
    pub(crate) commas: u32,
    pub(crate) sentence_ends: u32,
    pub(crate) digits: u32,
    pub(crate) capitalised: u32,
    pub(crate) all_caps: u32,
    pub(crate) stop_words: u32,
    pub(crate) breaks: u32,
    pub(crate) images: u32,
    pub(crate) ends_sentence: bool,
    /// Characters of buttons and other controls, without white space.
    pub(crate) control_chars: u32,
    /// Those of buttons alone.
    pub(crate) button_chars: u32,
    /// Hints of the inline elements in the block and of the element it came from.
    pub(crate) hints: Hints,
    /// The link with the longest text; of a picture, the link around it.
    pub(crate) link: Option<Box<str>>,
    /// `datetime` of a `<time>` in the block.
    pub(crate) time: Option<Box<str>>,
    /// What a link in it or around it is called: its `title`.
    pub(crate) called: Option<Box<str>>,
    /// What the page says of a link in it or around it.
    pub(crate) relations: Relations,
    /// It stands in a `noscript`: shown only by browsers without scripts.
    pub(crate) noscript: bool,
    /// The name of its element was a heading's, a caption's…
    pub(crate) role: Role,
}

/// What the markup calls a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Role {
    #[default]
    Text,
    Caption,
    Item,
    Control,
}

impl Traits {
    pub(crate) fn link_density(&self) -> f32 {
        self.link_chars as f32 / self.chars.max(1) as f32
    }

    /// Ends a sentence and is long enough to be one of a text's.
    pub(crate) fn ends_sentence_in_full(&self) -> bool {
        self.ends_sentence && self.words >= 12.0
    }

    pub(crate) fn bold_share(&self) -> f32 {
        self.bold_chars as f32 / self.chars.max(1) as f32
    }
}

impl Passage {
    /// The block's text as it is read for what it says: parts, breaks and elements that meet as lines.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        self.block.content.plain_text()
    }

    /// A paragraph that is in no list and no quotation.
    pub(crate) fn is_plain_paragraph(&self) -> bool {
        matches!(self.block.content, Content::Paragraph(_)) && self.block.frames.is_empty()
    }

    /// "Listen": a button, or several, and nothing but signs beside.
    pub(crate) fn is_button(&self) -> bool {
        let letters = || self.text().chars().filter(|c| c.is_alphanumeric()).count();
        self.traits.button_chars > 0 && self.traits.button_chars as usize >= letters()
    }
}

impl Content {
    /// Code, formulas and tables: of the text that they stand in, whatever their words say.
    pub(crate) fn is_set(&self) -> bool {
        matches!(self, Self::Code { .. } | Self::Math(_) | Self::Table(_))
    }

    /// Pictures, players, posts, formulas and rules: decided by where the text is. What a post or a formula says is nothing like the words around it.
    pub(crate) fn is_visual(&self) -> bool {
        matches!(self, Self::Figure(_) | Self::Embed(_) | Self::Math(_) | Self::Rule)
    }

    /// Bytes of all that it holds, roughly.
    pub(crate) fn bytes(&self) -> usize {
        let own = match self {
            Self::Code { text, .. } => text.len(),
            Self::Figure(figure) => figure.images.iter().map(|i| i.src.len() + i.alt.len()).sum(),
            Self::Embed(embed) => embed.src.len() + embed.title.as_ref().map_or(0, |t| t.len()),
            Self::Math(math) => math.bytes(),
            _ => 0,
        };
        own + self.inlines().map(Inline::bytes).sum::<usize>()
    }

    /// All text, captions and cells included; parts, breaks and elements that meet as lines.
    pub(crate) fn plain_text(&self) -> Cow<'_, str> {
        let mut lines = Vec::new();
        match self {
            Self::Heading { text, .. } | Self::Paragraph(text) => return text.parted(),
            Self::Code { text, .. } => return text.into(),
            Self::Figure(figure) => lines.extend(figure.caption.iter().chain(&figure.credit).map(Inline::parted)),
            Self::Table(table) => {
                lines.extend(table.caption.iter().map(Inline::parted));
                for row in &table.rows {
                    lines.push(row.cells.iter().map(|c| c.text.parted()).collect::<Vec<_>>().join("\t").into());
                }
            }
            Self::Embed(embed) => lines.extend(embed.title.iter().map(|title| (&**title).into())),
            Self::Math(math) => return (&*math.tex).into(),
            Self::Rule => {}
        }
        lines.join("\n").into()
    }

    /// The level of a heading.
    pub(crate) fn level(&self) -> Option<u8> {
        if let Self::Heading { level, .. } = self { Some(*level) } else { None }
    }

    /// The lines of text, in order.
    pub(crate) fn inlines(&self) -> impl Iterator<Item = &Inline> {
        let (first, second, rows) = match self {
            Self::Heading { text, .. } | Self::Paragraph(text) => (Some(text), None, None),
            Self::Figure(figure) => (figure.caption.as_ref(), figure.credit.as_ref(), None),
            Self::Table(table) => (table.caption.as_ref(), None, Some(&table.rows)),
            _ => (None, None, None),
        };
        first.into_iter().chain(second).chain(rows.into_iter().flatten().flat_map(|row| row.cells.iter().map(|cell| &cell.text)))
    }
}

impl Inline {
    fn bytes(&self) -> usize {
        let held = |mark: &Mark| match &mark.kind {
            MarkKind::Open(Style::Link(text)) | MarkKind::Anchor(text) => text.len(),
            MarkKind::Image(image) => image.src.len() + image.alt.len(),
            MarkKind::Math(math) => math.bytes(),
            _ => 0,
        };
        self.text.len() + self.marks.iter().map(|m| size_of::<Mark>() + held(m)).sum::<usize>()
    }
    /// The text with its breaks as newlines.
    pub(crate) fn flat(&self) -> String {
        self.cut_at(|kind| *kind == MarkKind::Break).into_owned()
    }

    /// The text with newlines at its breaks and where elements meet.
    pub(crate) fn parted(&self) -> Cow<'_, str> {
        self.cut_at(|kind| matches!(kind, MarkKind::Break | MarkKind::Boundary))
    }

    fn cut_at(&self, is_cut: impl Fn(&MarkKind) -> bool) -> Cow<'_, str> {
        if !self.marks.iter().any(|mark| is_cut(&mark.kind)) {
            return (&*self.text).into();
        }
        let mut out = String::with_capacity(self.text.len());
        let mut from = 0;
        for mark in &self.marks {
            if is_cut(&mark.kind) {
                out.push_str(&self.text[from..mark.at]);
                out.push('\n');
                from = mark.at;
            }
        }
        out.push_str(&self.text[from..]);
        out.into()
    }

    /// The parts of the text between marks, each with the innermost link's target and whether it is bold.
    pub(crate) fn spans(&self) -> Vec<Span<'_>> {
        let mut spans = Vec::with_capacity(self.marks.len() + 1);
        let mut open: Vec<&Style> = Vec::new();
        let mut from = 0;
        for Mark { at, kind } in &self.marks {
            if *at > from {
                spans.push(Span::new(&self.text[from..*at], &open));
                from = *at;
            }
            match kind {
                MarkKind::Open(style) => open.push(style),
                MarkKind::Close => {
                    open.pop();
                }
                MarkKind::Break => spans.push(Span { text: "\n", link: None, bold: false }),
                MarkKind::Boundary => spans.push(Span::new("\n", &open)),
                _ => {}
            }
        }
        if from < self.text.len() {
            spans.push(Span::new(&self.text[from..], &open));
        }
        spans
    }

    /// The words in bold that it begins with.
    pub(crate) fn bold_beginning(&self) -> Option<&str> {
        self.spans().first().filter(|span| span.bold).map(|span| span.text)
    }
}

/// A part of a line under the same marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span<'t> {
    pub(crate) text: &'t str,
    pub(crate) link: Option<&'t str>,
    pub(crate) bold: bool,
}

impl<'t> Span<'t> {
    fn new(text: &'t str, open: &[&'t Style]) -> Self {
        let link = open.iter().rev().find_map(|s| if let Style::Link(href) = s { Some(&**href) } else { None });
        Self { text, link, bold: open.iter().any(|s| matches!(s, Style::Strong)) }
    }
}

/// A passage with what `classify` says of it: what `split` reads.
#[derive(Clone, Debug)]
pub(crate) struct Judged<'p> {
    pub(crate) passage: &'p Passage,
    /// All its text.
    pub(crate) text: Cow<'p, str>,
    pub(crate) reading: Reading,
    /// How alike its text is to the page's title, 0 to 1.
    pub(crate) title_likeness: f32,
    /// That it is text of an article, 0 to 1, by itself and what came before it.
    pub(crate) first: f32,
    /// That it is text of the page's article, 0 to 1, with the whole page known.
    pub(crate) probability: f32,
    /// What the heading over it says that its section is, where that is not the article's.
    pub(crate) section: Option<Reason>,
    /// What a rule cut it for, and the rule's name.
    pub(crate) cut: Option<(Reason, &'static str)>,
}

impl Judged<'_> {
    pub(crate) fn traits(&self) -> &Traits {
        &self.passage.traits
    }

    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.passage.block.content, Content::Heading { .. })
    }

    pub(crate) fn is_picture(&self) -> bool {
        matches!(self.passage.block.content, Content::Figure(_))
    }
}
