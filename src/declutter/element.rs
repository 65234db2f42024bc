//! The page's elements with their places in the text, as long as something may be done to them.

use crate::event::{Attributes, Place};
use crate::hash::Map;
use crate::lexicon::adlist;
use crate::tag::Tag;

/// An element that may be cut or put into a section.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) number: u32,
    pub(super) tag: Tag,
    /// The tag of the element around it.
    pub(super) parent: Tag,
    /// It stands in a paragraph, which no section can.
    pub(super) in_paragraph: bool,
    /// It is an advert's by its tag, or by a name that ad blockers hide on every site.
    pub(super) is_listed: bool,
    /// The place of its start tag, and the place behind it.
    pub(super) start: u64,
    pub(super) inner_start: u64,
    /// The place of its end tag, and the place behind it; the same where it has none. `None` while it is open.
    pub(super) end: Option<(u64, u64)>,
}

/// An element that is open now.
#[derive(Clone, Copy, Debug)]
struct Open {
    number: u32,
    tag: Tag,
    is_held: bool,
}

/// The elements of the page that something may be done to, by number.
#[derive(Debug)]
pub(super) struct Elements {
    held: Vec<Element>,
    open: Vec<Open>,
    /// Counts the page's elements, void ones too, as the segmenter does.
    count: u32,
    depth: usize,
    /// The tag that the next events come from.
    here: Option<Place>,
    /// The same, until an element starts there.
    start: Option<(u64, u64)>,
    /// The end tag was no open element's yet.
    unmatched: Option<Tag>,
    /// What is known of class and id names: whether they are listed.
    names: Map<String, bool>,
}

/// Names that are kept.
const MAX_NAMES: usize = 4_096;

impl Elements {
    pub(super) fn new(depth: usize) -> Self {
        Self {
            held: Vec::new(),
            open: Vec::new(),
            count: 0,
            depth: depth.max(8),
            here: None,
            start: None,
            unmatched: None,
            names: Map::default(),
        }
    }

    /// The elements that wait, in the page's order.
    pub(super) fn held(&self) -> &[Element] {
        &self.held
    }

    /// Hears which tag comes next.
    pub(super) fn place(&mut self, place: Place) {
        self.untangle();
        self.start = None;
        self.here = Some(place);
        match place {
            Place::Start { from, to } => self.start = Some((from, to)),
            Place::End { tag, .. } => self.unmatched = Some(tag),
            Place::Text { .. } | Place::TooLong => {}
        }
    }

    /// An end tag that ends an element around others which stay open ties them together: `<b><div></b>`.
    fn untangle(&mut self) {
        let Some(tag) = self.unmatched.take() else { return };
        if let Some(outer) = self.open.iter().rposition(|open| open.tag == tag) {
            self.keep(outer);
        }
    }

    pub(super) fn void(&mut self) {
        self.count += 1;
    }

    pub(super) fn open(&mut self, tag: Tag, attributes: &Attributes) {
        self.count += 1;
        let in_head = self.open.iter().any(|open| open.tag == Tag::Head);
        let is_near_limit = self.open.len() + 2 >= self.depth;
        let place = self.start.take().filter(|_| may_wait(tag) && !in_head && !is_near_limit);
        if let Some((start, inner_start)) = place {
            let element = Element {
                number: self.count,
                tag,
                parent: self.open.last().map_or(Tag::Body, |open| open.tag),
                in_paragraph: self.open.iter().any(|open| open.tag == Tag::P || open.tag.heading_level().is_some()),
                is_listed: tag == Tag::AmpAd || self.is_listed(attributes),
                start,
                inner_start,
                end: None,
            };
            self.held.push(element);
        }
        self.open.push(Open { number: self.count, tag, is_held: place.is_some() });
    }

    pub(super) fn close(&mut self, tag: Tag) {
        let ends = match self.here {
            Some(Place::End { tag: by, from, to }) if by == tag || by.heading_level().is_some() && tag.heading_level().is_some() => {
                self.unmatched = None;
                (from, to)
            }
            Some(Place::Start { from, .. } | Place::End { from, .. }) => (from, from),
            Some(Place::Text { .. } | Place::TooLong) | None => (0, 0),
        };
        self.end_last(ends);
    }

    /// Closes what the page's end leaves open.
    pub(super) fn end(&mut self, place: u64) {
        self.untangle();
        self.here = Some(Place::Start { from: place, to: place });
    }

    fn end_last(&mut self, ends: (u64, u64)) {
        let Some(open) = self.open.pop().filter(|open| open.is_held) else { return };
        if let Ok(i) = self.held.binary_search_by_key(&open.number, |e| e.number) {
            self.held[i].end = Some(ends);
        }
    }

    /// Nothing is done to the open elements, but for those further in than `from`.
    pub(super) fn keep_open(&mut self, from: u64) {
        let outer = self.open.iter().take_while(|open| self.find(open.number).is_none_or(|e| e.start < from)).count();
        self.keep_range(0, outer);
    }

    /// Nothing is done to the innermost open elements, from this one on.
    fn keep(&mut self, outer: usize) {
        self.keep_range(outer, self.open.len());
    }

    fn keep_range(&mut self, from: usize, to: usize) {
        let mut numbers = Vec::new();
        for open in &mut self.open[from..to] {
            if std::mem::take(&mut open.is_held) {
                numbers.push(open.number);
            }
        }
        if !numbers.is_empty() {
            self.held.retain(|e| numbers.binary_search(&e.number).is_err());
        }
    }

    /// The place where the outermost open element that waits begins.
    pub(super) fn first_open(&self) -> Option<u64> {
        self.open.iter().find(|open| open.is_held).and_then(|open| self.find(open.number)).map(|e| e.start)
    }

    /// Forgets the elements before a place; all of them are decided.
    pub(super) fn forget(&mut self, before: u64) {
        self.held.retain(|e| e.start >= before);
    }

    fn find(&self, number: u32) -> Option<&Element> {
        self.held.binary_search_by_key(&number, |e| e.number).ok().map(|i| &self.held[i])
    }

    fn is_listed(&mut self, attributes: &Attributes) -> bool {
        let id = attributes.get("id").filter(|id| !id.is_empty());
        let classes = attributes.get("class").unwrap_or_default().split_ascii_whitespace();
        let mut is_listed = id.is_some_and(|id| adlist::is_ad("", id));
        for class in classes {
            is_listed |= match self.names.get(class) {
                Some(known) => *known,
                None => {
                    let is_ad = adlist::is_ad(class, "");
                    if self.names.len() < MAX_NAMES {
                        self.names.insert(class.to_owned(), is_ad);
                    }
                    is_ad
                }
            };
        }
        is_listed
    }
}

/// Elements that hold blocks, or advertisements.
fn may_wait(tag: Tag) -> bool {
    match tag {
        Tag::Html | Tag::Head | Tag::Body | Tag::Main | Tag::Noscript | Tag::Template | Tag::Title | Tag::Svg | Tag::Math => false,
        Tag::A | Tag::Ins => true,
        _ => !tag.is_inline(),
    }
}
