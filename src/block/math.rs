//! A formula as MathML: names and values are constants of this crate, and only what its tokens say is the page's.

/// Elements that hold text and nothing else, and behind them the others of MathML Core.
const ELEMENTS: [&str; 26] = [
    "mi",
    "mn",
    "mo",
    "mtext",
    "ms",
    "mrow",
    "mfrac",
    "msqrt",
    "mroot",
    "mstyle",
    "merror",
    "mpadded",
    "mphantom",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "none",
    "mtable",
    "mtr",
    "mtd",
    "mspace",
];
const TOKENS: u8 = 5;

/// Attributes that change what a formula says, and the values that each may have.
const ATTRIBUTES: [(&str, &str); 15] = [
    ("mathvariant", "normal|bold|italic|bold-italic|double-struck|script|fraktur|sans-serif|monospace"),
    ("stretchy", "true|false"),
    ("fence", "true|false"),
    ("separator", "true|false"),
    ("accent", "true|false"),
    ("accentunder", "true|false"),
    ("largeop", "true|false"),
    ("movablelimits", "true|false"),
    ("displaystyle", "true|false"),
    ("form", "prefix|infix|postfix"),
    ("linethickness", "0"),
    ("columnalign", "left|center|right|right left"),
    ("columnspan", "2|3|4|5|6|7|8"),
    ("rowspan", "2|3|4"),
    // Of a space, roughly.
    ("width", "0.2em|0.5em|1em|2em"),
];

/// For each of them, in a node.
const BITS: usize = 4;

/// Capital letters of a `mathvariant`, which browsers no longer make of plain ones (MathML Core): its number, the first of the letters,
/// and those that are not in their row.
const CAPITALS: [(u64, u32, &str); 3] = [(5, 0x1d538, "CℂHℍNℕPℙQℚRℝZℤ"), (6, 0x1d49c, "BℬEℰFℱHℋIℐLℒMℳRℛ"), (7, 0x1d504, "CℭHℌIℑRℜZℨ")];

/// Elements; what holds more is no formula.
const MAX_NODES: usize = 4_000;
/// Elements inside elements; MathJax and LaTeXML wrap each letter in three or so.
const MAX_DEPTH: u8 = 60;

/// An element of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MathElement(u8);

impl MathElement {
    /// What groups others.
    pub const ROW: Self = Self(5);
    /// What holds words.
    pub const WORDS: Self = Self(3);

    /// The element of a lower-case name, if formulas may have it.
    pub fn named(name: &str) -> Option<Self> {
        ELEMENTS.iter().position(|known| *known == name).map(|at| Self(at as u8))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        ELEMENTS.get(usize::from(self.0)).copied().unwrap_or("mrow")
    }

    /// Whether it holds text, and nothing else.
    pub fn is_token(self) -> bool {
        self.0 < TOKENS
    }
}

/// The elements of a formula in their order, each with its depth: a tree, whatever the page's tags are like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MathTree {
    /// It stands on a line of its own.
    pub is_display: bool,
    nodes: Vec<Node>,
    /// Of all tokens, one behind the other.
    text: String,
}

#[derive(Clone, Debug, PartialEq)]
struct Node {
    element: MathElement,
    depth: u8,
    /// Where its text begins in that of all; it ends where the next begins.
    from: u32,
    /// For each attribute the number of its value.
    attributes: u64,
}

impl MathTree {
    /// A tree without elements.
    pub fn new(is_display: bool) -> Self {
        Self { is_display, ..Self::default() }
    }

    /// Adds an element inside `depth` others, or as deep as may be; of the attributes those that are known. False where it is too large.
    pub fn push<'a>(&mut self, depth: u8, element: MathElement, attributes: impl IntoIterator<Item = (&'a str, &'a str)>) -> bool {
        let inside = self.nodes.last().map_or(0, |last| last.depth + u8::from(!last.element.is_token()));
        // Of a repeated name the first.
        let attributes = attributes
            .into_iter()
            .filter_map(|(name, value)| known(name, value.trim()))
            .fold(0, |all, (at, nth)| if value_of(all, at) == 0 { all | nth << (at * BITS) } else { all });
        let is_small = depth < MAX_DEPTH && self.nodes.len() < MAX_NODES;
        if is_small {
            self.nodes.push(Node { element, depth: depth.min(inside), from: self.text.len() as u32, attributes });
        }
        is_small
    }

    /// Adds to the text of the last element, white space collapsed; no text where it is no token.
    pub fn text(&mut self, piece: &str) {
        let Some(last) = self.nodes.last().filter(|last| last.element.is_token()) else { return };
        for c in piece.chars() {
            let c = if c.is_ascii_whitespace() { ' ' } else { letter(c, value_of(last.attributes, 0)) };
            if c != ' ' || self.text.len() > last.from as usize && !self.text.ends_with(' ') {
                self.text.push(c);
            }
        }
    }

    /// Whether there is nothing to be read in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Bytes that it holds, roughly.
    pub(crate) fn bytes(&self) -> usize {
        self.nodes.len() * size_of::<Node>() + self.text.len()
    }

    /// The elements in their order: depth, element, attributes, text.
    pub fn nodes(&self) -> impl Iterator<Item = (u8, MathElement, impl Iterator<Item = (&'static str, &'static str)>, &str)> {
        let ends = self.nodes.iter().skip(1).map(|next| next.from as usize).chain([self.text.len()]);
        self.nodes.iter().zip(ends).map(|(node, end)| {
            (
                node.depth,
                node.element,
                said(node.attributes),
                self.text.get(node.from as usize..end).unwrap_or_default().trim_end_matches(' '),
            )
        })
    }
}

/// A letter in a variant of its own.
fn letter(c: char, variant: u64) -> char {
    let Some((_, first, others)) = CAPITALS.iter().find(|(of, ..)| *of == variant && c.is_ascii_uppercase()) else { return c };
    let mut others = others.chars();
    let other = others.find(|known| *known == c).and_then(|_| others.next());
    other.or_else(|| char::from_u32(first + u32::from(c) - u32::from('A'))).unwrap_or(c)
}

/// Which of its values an attribute has, from 1; 0 where it is not there.
fn value_of(attributes: u64, at: usize) -> u64 {
    attributes >> (at * BITS) & ((1 << BITS) - 1)
}

/// Those that are there.
fn said(attributes: u64) -> impl Iterator<Item = (&'static str, &'static str)> {
    ATTRIBUTES.iter().enumerate().filter_map(move |(at, (name, values))| {
        let nth = value_of(attributes, at).checked_sub(1)?;
        Some((*name, values.split('|').nth(nth as usize)?))
    })
}

/// Which attribute it is, and which of its values, from 1.
fn known(name: &str, value: &str) -> Option<(usize, u64)> {
    let at = ATTRIBUTES.iter().position(|(known, _)| *known == name)?;
    let is_zero = || value.starts_with('0') && !value.bytes().any(|b| matches!(b, b'1'..=b'9'));
    let value = match name {
        "linethickness" if is_zero() => "0",
        // One for each column, and so on.
        "columnalign" if value.starts_with("right left") => "right left",
        "columnalign" => value.split(' ').next()?,
        "width" => width(value)?,
        _ => value,
    };
    let nth = ATTRIBUTES[at].1.split('|').position(|known| known == value)?;
    Some((at, nth as u64 + 1))
}

/// One of the widths that a space may have.
fn width(value: &str) -> Option<&'static str> {
    let number = value.strip_suffix("em")?;
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    Some(match (whole, rest.bytes().next().unwrap_or(b'0')) {
        ("" | "0", b'1'..=b'3') => "0.2em",
        ("" | "0", b'4'..=b'7') => "0.5em",
        ("" | "0", b'8'..) | ("1", ..=b'4') => "1em",
        ("1" | "2", _) => "2em",
        _ => return None,
    })
}
