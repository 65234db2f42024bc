//! A part of a block: what a paragraph becomes when another story begins inside it.

use super::{Block, BlockId, Content, Frame, Inline, Mark, MarkKind, Style};
use std::ops::Range;

impl BlockId {
    /// From one block's id to the next: between them is room for the parts of a block that is cut.
    pub(crate) const STEP: u32 = 8;

    /// The id of a part, counted from 0. There is room for seven.
    pub(crate) fn part(self, nth: u32) -> Self {
        Self(self.0 + (nth + 1).min(Self::STEP - 1))
    }
}

impl Block {
    /// Takes it out of structures that only lay out the page, if it stands in all of them; outermost first.
    pub(crate) fn leave(&mut self, layout: &[Frame]) {
        if !layout.is_empty() && self.frames.starts_with(layout) {
            self.frames.drain(..layout.len());
        }
    }

    /// The part of a paragraph between two places of its text. Other blocks have no parts.
    pub(crate) fn part(&self, nth: u32, range: Range<usize>) -> Self {
        let mut part = self.clone();
        part.id = self.id.part(nth);
        if let Content::Paragraph(text) = &mut part.content {
            *text = text.part(range);
        }
        if nth > 0 {
            part.anchors.clear();
        }
        part
    }
}

impl Inline {
    /// What stands between the places where elements meet, each by itself; at least one.
    pub(crate) fn pieces(self) -> Vec<Self> {
        let met = self.marks.iter().filter(|mark| mark.kind == MarkKind::Boundary).map(|mark| mark.at);
        let mut ends: Vec<usize> = met.collect();
        if ends.is_empty() {
            return vec![self];
        }
        ends.push(self.text.len());
        let mut from = 0;
        let mut pieces: Vec<Self> = ends.into_iter().map(|end| self.part(std::mem::replace(&mut from, end)..end)).collect();
        pieces.retain(|piece| !piece.is_empty());
        if pieces.is_empty() { vec![self] } else { pieces }
    }

    /// The text between two places, with the marks that hold there.
    pub(crate) fn part(&self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let start = range.end - text.trim_start().len();
        let text = text.trim();
        let end = start + text.len();
        let mut marks = Vec::new();
        let mut open: Vec<&Style> = Vec::new();
        let mut is_inside = false;
        for Mark { at, kind } in &self.marks {
            // What is still open at the end is closed there.
            if *at > range.end || *at == range.end && range.end < self.text.len() && *kind != MarkKind::Close {
                break;
            }
            let is_before = *at < range.start || *at == range.start && *kind == MarkKind::Close;
            if !is_before && !is_inside {
                marks.extend(open.iter().map(|style| opening(style)));
                is_inside = true;
            }
            match kind {
                MarkKind::Open(style) => open.push(style),
                MarkKind::Close => {
                    open.pop();
                }
                MarkKind::Break | MarkKind::Boundary if *at <= start || *at >= end => continue,
                _ => {}
            }
            if !is_before {
                marks.push(Mark { at: (*at).clamp(start, end) - start, kind: kind.clone() });
            }
        }
        if !is_inside {
            marks.extend(open.iter().map(|style| opening(style)));
        }
        marks.extend(open.iter().map(|_| Mark { at: text.len(), kind: MarkKind::Close }));
        Self { text: text.to_owned(), marks }
    }
}

fn opening(style: &Style) -> Mark {
    Mark { at: 0, kind: MarkKind::Open(style.clone()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(at: usize, kind: MarkKind) -> Mark {
        Mark { at, kind }
    }

    #[test]
    fn a_style_over_the_cut_holds_on_both_sides() {
        let marks = vec![mark(4, MarkKind::Open(Style::Strong)), mark(14, MarkKind::Close)];
        let line = Inline { text: "One two. Three four.".into(), marks };
        let first = line.part(0..9);
        assert_eq!(first.text, "One two.");
        assert_eq!(first.marks, [mark(4, MarkKind::Open(Style::Strong)), mark(8, MarkKind::Close)]);
        let second = line.part(9..20);
        assert_eq!(second.text, "Three four.");
        assert_eq!(second.marks, [mark(0, MarkKind::Open(Style::Strong)), mark(5, MarkKind::Close)]);
    }

    #[test]
    fn what_ends_or_begins_at_the_cut_stays_on_its_side() {
        let marks = vec![
            mark(0, MarkKind::Open(Style::Emphasis)),
            mark(4, MarkKind::Close),
            mark(4, MarkKind::Break),
            mark(5, MarkKind::Open(Style::Strong)),
            mark(9, MarkKind::Close),
        ];
        let line = Inline { text: "One. Two.".into(), marks };
        assert_eq!(line.part(0..5).marks, [mark(0, MarkKind::Open(Style::Emphasis)), mark(4, MarkKind::Close)]);
        assert_eq!(line.part(5..9).marks, [mark(0, MarkKind::Open(Style::Strong)), mark(4, MarkKind::Close)]);
    }
}
