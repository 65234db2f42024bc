//! Blocks one after the other, inside the lists and quotes that they share.

use super::content::{self, Place};
use super::markup::{Markup, Tag};
use crate::Role;
use crate::content::{Block, Frame, FrameKind};

/// Whether frames carry their id as `data-frame`, for a view that joins single blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FrameIds {
    Written,
    Left,
}

/// Writes blocks and keeps the frames open that the next one may share.
#[derive(Debug)]
pub(super) struct Flow {
    role: Role,
    ids: FrameIds,
    open: Vec<(u32, &'static str)>,
}

impl Flow {
    pub(super) fn new(role: Role, ids: FrameIds) -> Self {
        Self { role, ids, open: Vec::new() }
    }

    /// Writes the next block.
    pub(super) fn push(&mut self, markup: &mut Markup, block: &Block) {
        let frames = crate::render::frames(block);
        let shared = frames.iter().zip(&self.open).take_while(|(frame, open)| frame.id == open.0).count();
        self.close_to(markup, shared);
        for frame in frames.iter().skip(shared) {
            self.enter(markup, frame);
        }
        let place = match self.open.last() {
            Some((_, "summary" | "dt")) => Place::Line,
            _ => Place::Flow,
        };
        content::write(markup, block, self.role, place);
        if self.open.is_empty() {
            markup.text("\n");
        }
    }

    /// Closes what is open.
    pub(super) fn finish(mut self, markup: &mut Markup) {
        self.close_to(markup, 0);
    }

    fn enter(&mut self, markup: &mut Markup, frame: &Frame) {
        let name = element(&frame.kind);
        markup.open_with(name, |tag| {
            if self.ids == FrameIds::Written {
                tag.number("data-frame", frame.id);
            }
            set_kind(tag, &frame.kind);
        });
        self.open.push((frame.id, name));
    }

    fn close_to(&mut self, markup: &mut Markup, depth: usize) {
        let any = self.open.len() > depth;
        while self.open.len() > depth {
            if let Some((_, name)) = self.open.pop() {
                markup.close(name);
            }
        }
        if any && self.open.is_empty() {
            markup.text("\n");
        }
    }
}

fn element(kind: &FrameKind) -> &'static str {
    match kind {
        FrameKind::BulletList => "ul",
        FrameKind::NumberedList { .. } => "ol",
        FrameKind::Item { .. } => "li",
        FrameKind::Quote => "blockquote",
        FrameKind::Definitions => "dl",
        FrameKind::Term => "dt",
        FrameKind::Definition => "dd",
        FrameKind::Details => "details",
        FrameKind::Summary => "summary",
        FrameKind::Aside => "aside",
    }
}

fn set_kind(tag: &mut Tag, kind: &FrameKind) {
    match kind {
        FrameKind::NumberedList { start, style, reversed } => {
            if let Some(start) = start {
                tag.number("start", *start);
            }
            let style = style.map(|s| s.to_string()).filter(|s| matches!(s.as_str(), "1" | "a" | "A" | "i" | "I"));
            tag.set_some("type", style.as_deref());
            if *reversed {
                tag.flag("reversed");
            }
        }
        FrameKind::Item { value: Some(value) } => tag.number("value", *value),
        // Who reads wants to see the text; folding stays possible.
        FrameKind::Details => tag.flag("open"),
        _ => {}
    }
}
