//! The typed content of a page. Markup is written from these types alone; no source markup survives in them.

mod math;
mod part;

use crate::lexicon;
pub use math::{MathElement, MathTree};
use serde::Serialize;

/// Names a block of one page; ids rise in the page's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct BlockId(pub u32);

/// Base direction of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// One heading, paragraph, figure, table… with the lists and quotes that it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its name.
    pub id: BlockId,
    /// The structures around it, outermost first; neighbours that share a frame's id stand in the same one.
    pub frames: Vec<Frame>,
    /// What it holds.
    pub content: Content,
    /// Ids of the source on or in this block that in-page links may point at.
    pub anchors: Vec<Box<str>>,
    /// Its language, where the page marks one that differs from the page's.
    pub lang: Option<Box<str>>,
    /// Its direction, where the page marks one.
    pub dir: Option<Direction>,
}

/// A list, quote… that a block stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Same id, same structure; ids are unique in a page.
    pub id: u32,
    /// Which structure.
    pub kind: FrameKind,
}

/// The structures that blocks stand in.
#[derive(Clone, Debug, PartialEq)]
pub enum FrameKind {
    /// `ul`.
    BulletList,
    /// `ol`, with the first number and the style of numbers (`1`, `a`, `A`, `i`, `I`) where given.
    NumberedList {
        /// The number of the first item.
        start: Option<i32>,
        /// `type` of the list.
        style: Option<char>,
        /// Counts down.
        reversed: bool,
    },
    /// `li`, with its own number where given.
    Item {
        /// `value` of the item.
        value: Option<i32>,
    },
    /// `blockquote`.
    Quote,
    /// `dl`.
    Definitions,
    /// `dt`.
    Term,
    /// `dd`.
    Definition,
    /// `details`.
    Details,
    /// `summary`, inside `Details`.
    Summary,
    /// `aside`: a note, tip or warning, set apart from the text around it.
    Aside,
}

impl FrameKind {
    /// Whether what stands in it is text like that around it, and no list.
    pub(crate) fn is_prose(&self) -> bool {
        matches!(self, Self::Quote | Self::Aside)
    }

    /// Whether it is a list, or a part of one.
    pub(crate) fn is_list(&self) -> bool {
        !self.is_prose() && *self != Self::Details
    }
}

/// What a block holds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// A heading, level 1 to 6 as in the source.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        text: Inline,
    },
    /// A run of text.
    Paragraph(Inline),
    /// Preformatted text, white space exact.
    Code {
        /// The text.
        text: String,
        /// Such as `rust`.
        language: Option<Box<str>>,
    },
    /// Pictures with their caption and credit.
    Figure(Figure),
    /// A data table.
    Table(Table),
    /// Something of another site; shown as a card, loaded on a click.
    Embed(Embed),
    /// A formula on a line of its own.
    Math(Math),
    /// A thematic break.
    Rule,
}

/// Text in a line with its marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inline {
    /// The text, white space collapsed, no leading or trailing space.
    pub text: String,
    /// Marks in the order of their place; `Open` and `Close` nest properly.
    pub marks: Vec<Mark>,
}

/// A point in the text where something starts, ends or stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Byte offset in the text, on a character's boundary.
    pub at: usize,
    /// What is there.
    pub kind: MarkKind,
}

/// Kinds of mark.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkKind {
    /// A style starts.
    Open(Style),
    /// The style opened last ends.
    Close,
    /// A line break.
    Break,
    /// A picture in the line.
    Image(Box<Image>),
    /// A formula in the line; its text is not in `Inline::text`.
    Math(Box<Math>),
    /// A place that in-page links may point at.
    Anchor(Box<str>),
    /// Two elements meet with nothing between them: `<span>Agency</span><span>an hour ago</span>`. The style sheet parts them
    /// where the text does not. Nothing is shown here; where it would be read as one word, there is a space before it.
    Boundary,
}

/// Styles of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Style {
    /// `a`, with its `href` as in the source, decoded, not yet resolved or checked.
    Link(Box<str>),
    /// `em`, `i`.
    Emphasis,
    /// `strong`, `b`.
    Strong,
    /// `code`, `tt`.
    Code,
    /// `kbd`.
    Keyboard,
    /// `samp`.
    Sample,
    /// `var`.
    Variable,
    /// `sub`.
    Subscript,
    /// `sup`.
    Superscript,
    /// `small`.
    Small,
    /// `del`, `s`, `strike`.
    Deleted,
    /// `ins`.
    Inserted,
    /// `mark`.
    Highlight,
    /// `q`.
    Quotation,
    /// `cite`.
    Cite,
    /// `dfn`.
    Definition,
    /// `abbr`, with its `title`.
    Abbreviation(Option<Box<str>>),
    /// `ruby`.
    Ruby,
    /// `rt`.
    RubyText,
    /// `rp`.
    RubyParenthesis,
    /// `bdi`, or an element with a `dir` of its own.
    Isolate(Option<Direction>),
    /// `bdo`.
    Override(Direction),
    /// An element with a `lang` of its own.
    Language(Box<str>),
}

/// A picture. Addresses are as in the source, decoded, not yet resolved or checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    /// The best source that the page names (lazy attributes and `srcset` looked at).
    pub src: Box<str>,
    /// Its text.
    pub alt: Box<str>,
    /// Width in CSS pixels, where the page says.
    pub width: Option<u32>,
    /// Height in CSS pixels, where the page says.
    pub height: Option<u32>,
}

/// Pictures with their caption and credit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// One or more pictures.
    pub images: Vec<Image>,
    /// What they show.
    pub caption: Option<Inline>,
    /// Who made them.
    pub credit: Option<Inline>,
}

/// A data table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its caption.
    pub caption: Option<Inline>,
    /// Rows, head first.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Stands in the table's head.
    pub head: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// `th`.
    pub header: bool,
    /// Columns that it spans, 1 or more.
    pub columns: u16,
    /// Rows that it spans, 1 or more.
    pub rows: u16,
    /// Its text; paragraphs inside a cell are parted by breaks.
    pub text: Inline,
}

/// A video, sound, post… of another site.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// What it is.
    pub kind: EmbedKind,
    /// Its address as in the source.
    pub src: Box<str>,
    /// What the page calls it; of a post, its text.
    pub title: Option<Box<str>>,
    /// A still picture.
    pub poster: Option<Box<str>>,
}

/// Kinds of embed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmbedKind {
    /// A video.
    Video,
    /// A sound.
    Audio,
    /// A post of a social network.
    Post,
    /// Anything else.
    Frame,
}

/// A formula.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Math {
    /// TeX source, where the page holds it, else the formula's plain text.
    pub tex: Box<str>,
    /// Whether `tex` is TeX.
    pub is_tex: bool,
    /// Its MathML, where the page has it.
    pub tree: Option<Box<MathTree>>,
}

impl Math {
    /// Bytes that it holds, roughly.
    pub(crate) fn bytes(&self) -> usize {
        self.tex.len() + self.tree.as_ref().map_or(0, |tree| tree.bytes())
    }
}

impl Inline {
    /// Text without marks.
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), marks: Vec::new() }
    }

    /// The pictures that stand in the line, such as a publisher's sign before the time.
    pub(crate) fn images(&self) -> impl Iterator<Item = &Image> {
        self.marks.iter().filter_map(|mark| if let MarkKind::Image(image) = &mark.kind { Some(&**image) } else { None })
    }

    /// No text that can be seen, no picture, no formula.
    pub fn is_empty(&self) -> bool {
        self.text.chars().all(lexicon::has_no_width) && !self.marks.iter().any(|m| matches!(m.kind, MarkKind::Image(_) | MarkKind::Math(_)))
    }
}

impl Content {
    /// The line of text of headings and paragraphs.
    pub fn inline(&self) -> Option<&Inline> {
        match self {
            Self::Heading { text, .. } | Self::Paragraph(text) => Some(text),
            _ => None,
        }
    }
}
