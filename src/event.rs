//! What `scan` says of a page, in the page's order: a balanced stream of elements and their decoded text.

use crate::block::Direction;
use crate::tag::Tag;

/// The attributes of one element that some stage reads, values decoded; of a repeated name the first.
///
/// Names are lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributes {
    /// Names and values one behind the other: no allocation for each.
    text: String,
    /// Where a name starts, where its value does, and where that ends.
    list: Vec<[usize; 3]>,
    /// The [`sign`]s of the names: nearly all that is asked for is not there.
    signs: u64,
}

/// One of 64 bits, by a name's length, first and last letter: known before the program runs, where the name is.
#[inline]
fn sign(name: &str) -> u64 {
    let letters = name.as_bytes();
    let (Some(first), Some(last)) = (letters.first(), letters.last()) else { return 1 };
    1 << ((usize::from(*first) + 3 * usize::from(*last) + 7 * letters.len()) & 63)
}

impl Attributes {
    /// Adds a value, unless the name is there already (as browsers do).
    pub(crate) fn push(&mut self, name: &str, value: &str) {
        if self.get(name).is_none() {
            let start = self.text.len();
            self.text.push_str(name);
            self.text.push_str(value);
            self.list.push([start, start + name.len(), self.text.len()]);
            self.signs |= sign(name);
        }
    }

    /// The decoded value of `name`.
    #[inline]
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        if self.signs & sign(name) == 0 { None } else { self.find(name) }
    }

    fn find(&self, name: &str) -> Option<&str> {
        self.iter().find(|(n, _)| *n == name).map(|(_, value)| value)
    }

    /// The own name of a custom element, or of one inside of a formula: in the list it stands as an attribute of no name, which a page cannot
    /// write.
    pub(crate) fn own_name(&self) -> Option<&str> {
        self.get("")
    }

    /// Whether the element carries `name`, with or without a value.
    #[inline]
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Name and value, in the order of the source.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.list.iter().map(|&[start, middle, end]| (&self.text[start..middle], &self.text[middle..end]))
    }

    /// No attribute that a stage reads.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The direction of `dir`, where it names one.
    pub(crate) fn direction(&self) -> Option<Direction> {
        match self.get("dir")?.trim().to_ascii_lowercase().as_str() {
            "rtl" => Some(Direction::Rtl),
            "ltr" => Some(Direction::Ltr),
            _ => None,
        }
    }

    /// Forgets all, keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.list.clear();
        self.signs = 0;
    }
}

/// One step through the page. Every `Open` has its `Close`, whatever the source leaves out.
#[derive(Debug)]
pub(crate) enum Event<'e> {
    /// An element starts.
    Open { tag: Tag, attributes: &'e Attributes },
    /// An element without content.
    Void { tag: Tag, attributes: &'e Attributes },
    /// Text, character references decoded; one text node may come in several pieces.
    Text(&'e str),
    /// The whole text of a raw-text element (`script`, `title`, `textarea`, `xmp`), between its `Open` and `Close`.
    Raw(&'e str),
    /// The innermost open element ends.
    Close(Tag),
}

/// Where in the source the next events come from, in bytes of the decoded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A start tag, from its `<` to behind its `>`.
    Start { from: u64, to: u64 },
    /// The end tag of such an element.
    End { tag: Tag, from: u64, to: u64 },
    /// Text, up to here.
    Text { to: u64 },
    /// A tag or comment that is longer than the limit.
    TooLong,
}

/// What takes the events of a page.
pub(crate) trait EventSink {
    /// Takes the next event.
    fn event(&mut self, event: &Event<'_>);

    /// Hears where the next events come from; of what is in a `noscript`, nothing.
    fn place(&mut self, _place: Place) {}

    /// Whether the page's text is still read; once it is not, it never is again.
    fn reads_text(&self) -> bool {
        true
    }
}
