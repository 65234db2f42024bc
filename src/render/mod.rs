//! Writes articles: as HTML, Markdown, text and JSON.
//!
//! All of them read the same [`Change`](crate::Change)s. [`html::Writer`] and [`json::change`] take them one by one and
//! write while the page arrives; the others read an [`Assembly`], which holds the articles as they stand.
//!
//! No source markup gets here: elements and attributes are written from typed blocks, by name, and every text and value
//! passes `escape`.

mod assembly;
mod escape;
pub mod html;
mod inline;
pub mod json;
pub mod markdown;
mod scheme;
pub mod text;

use crate::content::{Block, Figure, Frame, Inline, MarkKind, Style};

pub use assembly::{Assembled, Assembly};

/// Which articles are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The main article, then the related ones.
    #[default]
    All,
    /// The main article alone.
    Main,
}

/// Whether captions and credits of pictures count as text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Captions {
    /// They stand where their picture stands.
    #[default]
    With,
    /// They are left out.
    Without,
}

/// Lists and quotes around one block that are written; deeper ones are left out, so that output stays linear in input
/// where a hostile page nests hundreds around each word. Sixteen lists in each other are more than texts have.
const MAX_FRAMES: usize = 32;

/// The frames around a block that are written, outermost first.
fn frames(block: &Block) -> &[Frame] {
    block.frames.get(..MAX_FRAMES).unwrap_or(&block.frames)
}

/// The credit that is written behind a figure's caption: none where the caption says it already, as its last words or in brackets
/// at its end ("A flag flies. (AP Photo/Jay Doe)").
fn credit(figure: &Figure) -> Option<&Inline> {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let is_said = |caption: &str, credit: &str| {
        let credit = letters(credit);
        let in_brackets = || caption.trim_end().strip_suffix(')')?.rsplit_once('(').map(|(_, inside)| letters(inside));
        letters(caption).ends_with(&credit) || in_brackets().is_some_and(|inside| inside.starts_with(&credit))
    };
    let credit = figure.credit.as_ref()?;
    let is_more_than_words =
        |kind: &MarkKind| matches!(kind, MarkKind::Open(Style::Link(_)) | MarkKind::Image(_) | MarkKind::Math(_) | MarkKind::Anchor(_));
    let is_words = credit.text.contains(char::is_alphanumeric) && !credit.marks.iter().any(|mark| is_more_than_words(&mark.kind));
    let is_double = is_words && figure.caption.as_ref().is_some_and(|caption| is_said(&caption.text, &credit.text));
    (!is_double).then_some(credit)
}

impl Scope {
    /// The articles of a page that are in this scope.
    pub(crate) fn of(self, assembly: &Assembly) -> impl Iterator<Item = &Assembled> {
        assembly.articles().iter().filter(move |a| self == Self::All || a.role() == crate::Role::Main)
    }
}
