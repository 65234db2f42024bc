//! The open elements, with the end tags that HTML lets authors leave out (HTML standard, 13.2.6).

use crate::tag::Tag;

/// As many as a tag has values.
const NAMES: usize = 256;

/// Elements that are open now, outermost first.
#[derive(Debug)]
pub(super) struct Stack {
    open: Vec<Tag>,
    /// How many of each name are open: most that are looked for are not there.
    count: [u32; NAMES],
    depth: usize,
    was_full: bool,
}

impl Stack {
    pub(super) fn new(depth: usize) -> Self {
        Self { open: Vec::with_capacity(32), count: [0; NAMES], depth: depth.max(8), was_full: false }
    }

    pub(super) fn top(&self) -> Option<Tag> {
        self.open.last().copied()
    }

    /// The names of the open elements, outermost first; any other name for those that no stage has a rule for.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.open.iter().map(|tag| if *tag == Tag::Other { "x" } else { tag.name() })
    }

    pub(super) fn was_full(&self) -> bool {
        self.was_full
    }

    /// Whether an element is open whose end tag no author may leave out; of 1,960 pages that came whole one
    /// ends so, and of those cut at a tag 84 in a hundred.
    pub(super) fn is_unfinished(&self) -> bool {
        self.open.iter().any(|tag| matches!(tag, Tag::Article | Tag::Div | Tag::Main | Tag::Section))
    }

    /// Opens an element; at the depth limit it takes the innermost one's place, as in browsers.
    pub(super) fn push(&mut self, tag: Tag, close: &mut impl FnMut(Tag)) {
        if self.open.len() >= self.depth {
            self.was_full = true;
            self.truncate(self.depth - 1, close);
        }
        self.open.push(tag);
        self.count[tag as usize] += 1;
    }

    pub(super) fn has(&self, tag: Tag) -> bool {
        self.count[tag as usize] > 0
    }

    /// Whether the start tag of `tag` begins no element, as a page has but one of its kind: a page within a page repeats them.
    pub(super) fn is_there_already(&self, tag: Tag) -> bool {
        match tag {
            Tag::Html | Tag::Body => self.has(tag),
            Tag::Head => self.has(Tag::Head) || self.has(Tag::Body),
            _ => false,
        }
    }

    /// Closes what the start tag of `tag` ends without saying so.
    pub(super) fn imply_end_tags(&mut self, tag: Tag, close: &mut impl FnMut(Tag)) {
        if self.top() == Some(Tag::Svg) && ends_drawing(tag) {
            self.truncate(self.open.len() - 1, close);
        }
        if closes_paragraph(tag) {
            // Drawings hold elements with text of their own.
            self.close_nearest(Tag::P, |t| t == Tag::Button || is_foreign(t) || bounds_scope(t), close);
        }
        match tag {
            Tag::Li => self.close_nearest(Tag::Li, |t| is_special(t) && !matches!(t, Tag::Address | Tag::Div | Tag::P), close),
            Tag::Dt | Tag::Dd => {
                let stop = |t| is_special(t) && !matches!(t, Tag::Address | Tag::Div | Tag::P);
                self.close_nearest(Tag::Dt, |t| t == Tag::Dd || stop(t), close);
                self.close_nearest(Tag::Dd, stop, close);
            }
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                if self.top().is_some_and(|t| t.heading_level().is_some()) {
                    self.truncate(self.open.len() - 1, close);
                }
            }
            Tag::Option | Tag::Optgroup => self.close_nearest(Tag::Option, is_special, close),
            Tag::Rb | Tag::Rt | Tag::Rp | Tag::Rtc => {
                if matches!(self.top(), Some(Tag::Rb | Tag::Rt | Tag::Rp)) {
                    self.truncate(self.open.len() - 1, close);
                }
            }
            Tag::Tr => self.close_row_parts(&[Tag::Td, Tag::Th, Tag::Tr, Tag::Caption, Tag::Colgroup], close),
            Tag::Td | Tag::Th => self.close_row_parts(&[Tag::Td, Tag::Th, Tag::Caption, Tag::Colgroup], close),
            Tag::Tbody | Tag::Thead | Tag::Tfoot => {
                self.close_row_parts(&[Tag::Td, Tag::Th, Tag::Tr, Tag::Tbody, Tag::Thead, Tag::Tfoot, Tag::Caption, Tag::Colgroup], close);
            }
            Tag::A | Tag::Button => self.close_nearest(tag, |t| !t.is_inline(), close),
            Tag::Body => self.close_nearest(Tag::Head, |t| t != Tag::Head, close),
            _ if !in_head(tag) => {
                if self.top() == Some(Tag::Head) {
                    self.truncate(self.open.len() - 1, close);
                }
            }
            _ => {}
        }
    }

    /// Closes what the end tag of `tag` ends; a stray one ends nothing.
    pub(super) fn end_tag(&mut self, tag: Tag, close: &mut impl FnMut(Tag)) {
        match tag {
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                if let Some(i) = self.find(|t| t.heading_level().is_some(), bounds_scope) {
                    self.truncate(i, close);
                }
            }
            Tag::Li => self.close_nearest(tag, |t| matches!(t, Tag::Ul | Tag::Ol) || bounds_scope(t), close),
            Tag::P => self.close_nearest(tag, |t| t == Tag::Button || bounds_scope(t), close),
            Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Caption | Tag::Table => {
                self.close_nearest(tag, |t| matches!(t, Tag::Table | Tag::Template | Tag::Html), close);
            }
            // Whatever a formatting element spans stays open: `<b><p></b>` (adoption agency, simplified).
            _ if tag.is_inline() && tag != Tag::Other => self.close_nearest(tag, is_special, close),
            Tag::Other => self.close_nearest(tag, is_special, close),
            _ => self.close_nearest(tag, bounds_scope, close),
        }
    }

    /// Closes everything inside the nearest `tag`.
    pub(super) fn close_above(&mut self, tag: Tag, close: &mut impl FnMut(Tag)) {
        if let Some(i) = self.open.iter().rposition(|&t| t == tag) {
            self.truncate(i + 1, close);
        }
    }

    pub(super) fn close_all(&mut self, close: &mut impl FnMut(Tag)) {
        self.truncate(0, close);
    }

    fn close_row_parts(&mut self, parts: &[Tag], close: &mut impl FnMut(Tag)) {
        let table = self.open.iter().rposition(|&t| matches!(t, Tag::Table | Tag::Template)).map_or(0, |i| i + 1);
        if let Some(i) = self.open[table..].iter().position(|t| parts.contains(t)) {
            self.truncate(table + i, close);
        }
    }

    fn close_nearest(&mut self, tag: Tag, stop: impl Fn(Tag) -> bool, close: &mut impl FnMut(Tag)) {
        if self.has(tag)
            && let Some(i) = self.find(|t| t == tag, stop)
        {
            self.truncate(i, close);
        }
    }

    /// Bounded by the depth limit.
    fn find(&self, wanted: impl Fn(Tag) -> bool, stop: impl Fn(Tag) -> bool) -> Option<usize> {
        for (i, &tag) in self.open.iter().enumerate().rev() {
            if wanted(tag) {
                return Some(i);
            }
            if stop(tag) {
                return None;
            }
        }
        None
    }

    fn truncate(&mut self, len: usize, close: &mut impl FnMut(Tag)) {
        while self.open.len() > len {
            if let Some(tag) = self.open.pop() {
                self.count[tag as usize] -= 1;
                close(tag);
            }
        }
    }
}

fn in_head(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Base
            | Tag::Link
            | Tag::Meta
            | Tag::Noscript
            | Tag::Script
            | Tag::Style
            | Tag::Template
            | Tag::Title
            | Tag::Head
            | Tag::Html
            | Tag::Noframes
    )
}

fn closes_paragraph(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Address
            | Tag::Article
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Center
            | Tag::Details
            | Tag::Dialog
            | Tag::Dir
            | Tag::Div
            | Tag::Dl
            | Tag::Dt
            | Tag::Dd
            | Tag::Fieldset
            | Tag::Figcaption
            | Tag::Figure
            | Tag::Footer
            | Tag::Form
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
            | Tag::Header
            | Tag::Hgroup
            | Tag::Hr
            | Tag::Li
            | Tag::Listing
            | Tag::Main
            | Tag::Menu
            | Tag::Nav
            | Tag::Ol
            | Tag::P
            | Tag::Plaintext
            | Tag::Pre
            | Tag::Search
            | Tag::Section
            | Tag::Summary
            | Tag::Table
            | Tag::Ul
            | Tag::Xmp
    )
}

/// The standard's "has an element in scope" stops here.
fn bounds_scope(tag: Tag) -> bool {
    matches!(tag, Tag::Caption | Tag::Html | Tag::Table | Tag::Td | Tag::Th | Tag::Object | Tag::Template)
}

fn is_foreign(tag: Tag) -> bool {
    matches!(tag, Tag::Svg | Tag::Math)
}

/// What cannot be in a drawing: its end tag is missing (HTML standard, 13.2.6.5, as far as it is blocks).
fn ends_drawing(tag: Tag) -> bool {
    tag.heading_level().is_some()
        || matches!(
            tag,
            Tag::Blockquote
                | Tag::Center
                | Tag::Dd
                | Tag::Div
                | Tag::Dl
                | Tag::Dt
                | Tag::Hr
                | Tag::Img
                | Tag::Li
                | Tag::Listing
                | Tag::Menu
                | Tag::Ol
                | Tag::P
                | Tag::Pre
                | Tag::Span
                | Tag::Table
                | Tag::Ul
        )
}

/// The standard's "special" elements, as far as they have a tag here.
fn is_special(tag: Tag) -> bool {
    closes_paragraph(tag)
        || bounds_scope(tag)
        || is_foreign(tag)
        || matches!(
            tag,
            Tag::Body
                | Tag::Button
                | Tag::Colgroup
                | Tag::Frameset
                | Tag::Head
                | Tag::Iframe
                | Tag::Noembed
                | Tag::Noframes
                | Tag::Noscript
                | Tag::Script
                | Tag::Select
                | Tag::Style
                | Tag::Tbody
                | Tag::Textarea
                | Tag::Tfoot
                | Tag::Thead
                | Tag::Title
                | Tag::Tr
        )
}
