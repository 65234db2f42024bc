//! Blocks inside lists and quotes: what each of their lines starts with.

use crate::content::{Block, Frame, FrameKind};

/// Larger numbers are no list's in `CommonMark`.
const MAX_NUMBER: i64 = 999_999_999;

/// Puts blocks under each other, each line behind the marks of the frames around it.
#[derive(Debug, Default)]
pub(super) struct Nest {
    out: String,
    open: Vec<Open>,
    /// The last block was a paragraph, so that the next item may stand close.
    after_paragraph: bool,
}

/// A frame around the next block.
#[derive(Debug)]
struct Open {
    id: u32,
    kind: OpenKind,
}

#[derive(Debug)]
enum OpenKind {
    /// A list: what marks its items.
    List(Marker),
    /// An item: how far its text stands in, and its marker until it is written.
    Item {
        width: usize,
        marker: Option<String>,
    },
    Quote,
    /// Has no form in Markdown.
    Plain,
}

/// How the items of a list are marked. Two lists in a row must differ, or they are read as one.
#[derive(Clone, Copy, Debug)]
enum Marker {
    Bullet { mark: char },
    Number { next: i64, step: i64, mark: char },
}

impl Nest {
    /// Puts a block under the last one.
    pub(super) fn push(&mut self, block: &Block, text: &str) {
        let frames = crate::render::frames(block);
        let shared = frames.iter().zip(&self.open).take_while(|(frame, open)| frame.id == open.id).count();
        let is_paragraph = matches!(block.content, crate::content::Content::Paragraph(_));
        let close = self.after_paragraph && is_paragraph && self.may_stand_close(frames.get(shared), shared);
        let last = self.open.get(shared).and_then(|o| if let OpenKind::List(marker) = &o.kind { Some(*marker) } else { None });
        if !self.out.is_empty() {
            let kept = self.open.get(..shared).unwrap_or_default();
            self.out.push('\n');
            if !close {
                // A quote goes on over an empty line only where that line is quoted too.
                self.out.push_str(prefix(kept).trim_end());
                self.out.push('\n');
            }
        }
        self.open.truncate(shared);
        for (depth, frame) in frames.iter().enumerate().skip(shared) {
            let kind = self.enter(&frame.kind, last.filter(|_| depth == shared));
            self.open.push(Open { id: frame.id, kind });
        }
        self.lines(text);
        self.after_paragraph = is_paragraph;
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A new item behind another, or a list that starts inside an item.
    fn may_stand_close(&self, next: Option<&Frame>, shared: usize) -> bool {
        let around = shared.checked_sub(1).and_then(|i| self.open.get(i)).map(|o| &o.kind);
        match (around, next.map(|f| &f.kind)) {
            (Some(OpenKind::List(_)), Some(FrameKind::Item { .. } | FrameKind::Term)) => {
                matches!(self.open.get(shared).map(|o| &o.kind), Some(OpenKind::Item { .. }))
            }
            (Some(OpenKind::Item { .. }), Some(FrameKind::BulletList)) => true,
            // Only a list that starts with 1 may interrupt a paragraph.
            (Some(OpenKind::Item { .. }), Some(FrameKind::NumberedList { start, .. })) => start.is_none_or(|s| s == 1),
            _ => false,
        }
    }

    fn enter(&mut self, kind: &FrameKind, last: Option<Marker>) -> OpenKind {
        match kind {
            FrameKind::BulletList | FrameKind::Definitions => {
                let mark = if matches!(last, Some(Marker::Bullet { mark: '-' })) { '*' } else { '-' };
                OpenKind::List(Marker::Bullet { mark })
            }
            FrameKind::NumberedList { start, reversed, .. } => {
                let mark = if matches!(last, Some(Marker::Number { mark: '.', .. })) { ')' } else { '.' };
                OpenKind::List(Marker::Number { next: start.unwrap_or(1).into(), step: if *reversed { -1 } else { 1 }, mark })
            }
            FrameKind::Item { value } => self.item(value.map(i64::from)),
            FrameKind::Term => self.item(None),
            // Stands under its term, in the term's item.
            FrameKind::Definition => OpenKind::Item { width: 2, marker: None },
            FrameKind::Quote | FrameKind::Aside => OpenKind::Quote,
            FrameKind::Details | FrameKind::Summary => OpenKind::Plain,
        }
    }

    /// The next item of the list around it, whose count it moves on.
    fn item(&mut self, value: Option<i64>) -> OpenKind {
        let marker = match self.open.last_mut().map(|o| &mut o.kind) {
            Some(OpenKind::List(Marker::Number { next, step, mark })) => {
                let number = value.unwrap_or(*next);
                *next = number + *step;
                format!("{}{mark} ", number.clamp(0, MAX_NUMBER))
            }
            Some(OpenKind::List(Marker::Bullet { mark })) => format!("{mark} "),
            _ => "- ".to_owned(),
        };
        OpenKind::Item { width: marker.len(), marker: Some(marker) }
    }

    fn lines(&mut self, text: &str) {
        for (i, line) in text.split('\n').enumerate() {
            if i == 0 {
                let first = self.first_prefix();
                self.out.push_str(&first);
            } else {
                let prefix = prefix(&self.open);
                self.out.push('\n');
                self.out.push_str(if line.is_empty() { prefix.trim_end() } else { &prefix });
            }
            self.out.push_str(line);
        }
    }

    /// What the first line of a block starts with: markers of new items are written here, once.
    fn first_prefix(&mut self) -> String {
        self.open
            .iter_mut()
            .map(|open| match &mut open.kind {
                OpenKind::Item { width, marker } => marker.take().unwrap_or_else(|| " ".repeat(*width)),
                OpenKind::Quote => "> ".to_owned(),
                OpenKind::List(_) | OpenKind::Plain => String::new(),
            })
            .collect()
    }
}

/// What a line inside these frames starts with.
fn prefix(open: &[Open]) -> String {
    open.iter()
        .map(|o| match &o.kind {
            OpenKind::Item { width, .. } => " ".repeat(*width),
            OpenKind::Quote => "> ".to_owned(),
            OpenKind::List(_) | OpenKind::Plain => String::new(),
        })
        .collect()
}
