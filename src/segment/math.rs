//! Formulas: as MathML, where the page has it, and as TeX or text.

use super::*;
use crate::block::{MathElement, MathTree};
use crate::bounded;

/// Bytes of the longest.
const CHARACTER: usize = 4;

/// Whether a script is a formula in TeX, which MathJax 2 has not drawn yet: it calls those that it has.
pub(super) fn is_tex(attributes: &Attributes) -> bool {
    let is_drawn = || attributes.get("id").is_some_and(|id| id.starts_with("MathJax-"));
    attributes.get("type").is_some_and(|kind| kind.starts_with("math/tex")) && !is_drawn()
}

/// A formula that is open.
#[derive(Debug)]
pub(super) struct Draft {
    /// Open elements at its `math`.
    depth: usize,
    tex: String,
    text: String,
    /// Until it is too large.
    tree: Option<MathTree>,
    /// It stands on a line of its own.
    is_display: bool,
    /// What the open elements in it hold, and how deep in the tree they stand.
    parts: Vec<(Part, u8)>,
    /// The last of the tree was made for text that stands in no token.
    is_loose: bool,
}

/// What an element of a formula holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Elements,
    Text,
    Tex,
    /// The formula once more, for machines.
    Twin,
}

impl Draft {
    pub(super) fn new(depth: usize, attributes: &Attributes) -> Self {
        let kind = attributes.get("type").filter(|_| is_tex(attributes));
        let is_display = attributes.get("display") == Some("block") || kind.is_some_and(|kind| kind.contains("display"));
        Self {
            depth,
            tex: attributes.get("alttext").unwrap_or_default().trim().to_owned(),
            text: String::new(),
            tree: Some(MathTree::new(is_display)),
            is_display,
            parts: kind.map(|_| (Part::Tex, 0)).into_iter().collect(),
            is_loose: false,
        }
    }

    fn place(&self) -> (Part, u8) {
        self.parts.last().copied().unwrap_or((Part::Elements, 0))
    }

    /// Whether an element may stand in the formula; blocks may in its words, and elsewhere end it, as in browsers.
    fn may_hold(&self, tag: Tag) -> bool {
        tag.is_inline() || self.place().0 != Part::Elements
    }

    fn open(&mut self, attributes: &Attributes) {
        let (around, depth) = self.place();
        self.is_loose = false;
        let part = match attributes.own_name() {
            _ if around != Part::Elements => (around, depth),
            Some("semantics") => (Part::Elements, depth),
            Some("annotation" | "annotation-xml") => {
                let is_tex = attributes.get("encoding").is_some_and(|encoding| encoding.contains("tex"));
                (if is_tex && self.tex.is_empty() { Part::Tex } else { Part::Twin }, depth)
            }
            name => {
                let element = name.and_then(MathElement::named).unwrap_or(MathElement::ROW);
                self.push(depth, element, attributes);
                (if element.is_token() { Part::Text } else { Part::Elements }, depth.saturating_add(1))
            }
        };
        self.parts.push(part);
    }

    fn close(&mut self) {
        self.parts.pop();
        self.is_loose = false;
    }

    fn push(&mut self, depth: u8, element: MathElement, attributes: &Attributes) {
        if self.tree.as_mut().is_some_and(|tree| !tree.push(depth, element, attributes.iter())) {
            self.tree = None;
        }
    }

    pub(super) fn text(&mut self, text: &str, limit: usize) {
        let (part, depth) = self.place();
        match part {
            Part::Tex => return bounded::append(&mut self.tex, text, limit),
            Part::Twin => return,
            Part::Text => {}
            Part::Elements if self.is_loose || text.trim_ascii().is_empty() => {}
            Part::Elements => {
                self.push(depth, MathElement::WORDS, &Attributes::default());
                self.is_loose = true;
            }
        }
        bounded::append(&mut self.text, text, limit);
        if part == Part::Text || self.is_loose {
            self.tree.iter_mut().for_each(|tree| tree.text(text));
        }
        // Some of it may be missing.
        if self.text.len() + CHARACTER > limit {
            self.tree = None;
        }
    }

    fn finish(self) -> Option<(Math, bool)> {
        // Scripts have it in a section that nothing is read in, for XML.
        let tex = self.tex.trim();
        let tex = tex.strip_prefix("% <![CDATA[").and_then(|tex| tex.strip_suffix("%]]>")).unwrap_or(tex);
        let (tex, is_tex) = match tex.trim() {
            "" => (self.text.split_whitespace().collect::<Vec<_>>().join(" ").into(), false),
            tex => (tex.into(), true),
        };
        let tree = self.tree.filter(|tree| !tree.is_empty()).map(Box::new);
        let math = Math { tex, is_tex, tree };
        (!math.tex.is_empty()).then_some((math, self.is_display))
    }
}

impl Segmenter {
    pub(super) fn begin_math(&mut self, attributes: &Attributes) {
        // Pages that do not trust the browser with formulas hide them, and show a picture in their place.
        if let Some(around) = self.open.last_mut().filter(|o| !o.is_block()) {
            around.hints.remove(Hints::HIDDEN);
            self.about.hints.remove(Hints::HIDDEN);
        }
        self.math = Some(Draft::new(self.open.len(), attributes));
    }

    /// Takes an element into the formula that is open; false where none is, any more.
    pub(super) fn opens_in_math(&mut self, tag: Tag, attributes: &Attributes) -> bool {
        let Some(math) = &mut self.math else { return false };
        if !math.may_hold(tag) {
            self.end_math();
            return false;
        }
        math.open(attributes);
        let open = self.read(tag, attributes);
        self.enter(open);
        true
    }

    /// Takes an element without content into the formula that is open, if one is.
    pub(super) fn is_void_in_math(&mut self, tag: Tag, attributes: &Attributes) -> bool {
        let limit = self.limits.block_bytes;
        let Some(math) = &mut self.math else { return false };
        if tag == Tag::Other {
            math.open(attributes);
            math.close();
        } else {
            math.text(" ", limit);
        }
        true
    }

    /// Ends an element of the formula that is open; false where it is none, or the formula itself.
    pub(super) fn closes_in_math(&mut self, depth: usize) -> bool {
        let Some(math) = &mut self.math else { return false };
        if math.depth == depth {
            self.end_math();
            return false;
        }
        math.close();
        self.leave();
        true
    }

    fn end_math(&mut self) {
        let Some(math) = self.math.take() else { return };
        let around = math.depth.saturating_sub(1);
        let Some((formula, is_display)) = math.finish() else { return };
        let tex = formula.tex.clone();
        if is_display && !self.line.has_text() {
            self.end_line();
            let is_hidden = self.open.get(around).is_some_and(|o| o.is_hidden);
            self.finish(Content::Math(formula), if is_hidden { around } else { self.open.len() });
        } else {
            self.line.math(formula);
            self.touch();
        }
        self.formula = Some((tex, (self.blocks, self.line.len())));
    }

    /// Whether an element is how MathJax 2 draws a formula: it is kept from those who listen, and the formula behind it is for them.
    pub(super) fn is_drawn_twin(&self, attributes: &Attributes) -> bool {
        attributes.get("aria-hidden") == Some("true") && self.open.last().is_some_and(|o| o.is_frame)
    }

    /// Whether a picture is the formula before it once more: it is described by the same TeX.
    pub(super) fn is_drawn_formula(&self, image: &Image) -> bool {
        self.formula.as_ref().is_some_and(|(tex, at)| *at == (self.blocks, self.line.len()) && bare(tex).eq(bare(&image.alt)))
    }
}

/// TeX without what MediaWiki changes of it: its braces, its spaces, and the size that it is set in.
fn bare(tex: &str) -> impl Iterator<Item = char> {
    tex.trim_start_matches("{\\displaystyle").chars().filter(|c| !c.is_whitespace() && !matches!(c, '{' | '}'))
}
