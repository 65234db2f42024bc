//! Builds one line of text with its marks: white space collapsed, styles nested, across block-level elements.

use super::finish::is_sign;
use super::row::Row;
use crate::block::{Image, Inline, Mark, MarkKind, Math, Style};
use crate::lexicon::EAST_ASIAN;
use std::ops::RangeInclusive;

/// The line that is being read.
#[derive(Debug, Default)]
pub(super) struct Line {
    inline: Inline,
    /// Styles of the elements that are open now, with the number of the element.
    open: Vec<(u32, Style)>,
    /// How many of `open` have their mark in this line.
    marked: usize,
    space: bool,
    /// What comes next is no part of the word before it.
    gap: bool,
    breaks: u8,
    joint: Joint,
    /// Bytes of the marks, roughly.
    weight: usize,
    has_picture: bool,
    row: Row,
}

/// Where elements meet.
#[derive(Debug, Default)]
struct Joint {
    /// Where the text of the last element that may stand beside others began.
    from: usize,
    /// Such an element has just ended.
    ended: bool,
    /// Another has begun right behind it.
    is_due: bool,
    /// An element has just ended that is all of the line so far and one word: the name of a sign perhaps, "time".
    is_sign: bool,
}

/// Words of a headline, the short ones and signs not counted, or letters beyond ASCII; names of sections and formulas have fewer.
const HEADLINE_WORDS: usize = 3;
const HEADLINE_LETTERS: usize = 12;
/// Letters; shorter words may be signs of a formula.
const SHORT_WORD: usize = 2;
/// Styles around a word; further ones change nothing that a reader could see.
const MAX_STYLES: usize = 32;
/// Bytes; shorter words are drop caps.
const MIN_SIGN: usize = 3;
/// Bytes of a date.
const DATE: RangeInclusive<usize> = 6..=40;
/// Bytes; an element around less is a drop cap or a letter that moves, not a word of its own.
const MIN_WORD: usize = 2;

/// Where the link begins that ends at `end`, the end of a line in which nothing is open. Looks no further back than it has to: it is
/// asked at every link of a line.
fn last_link(marks: &[Mark], end: usize) -> Option<usize> {
    let mut ends = Vec::new();
    for mark in marks.iter().rev() {
        match &mark.kind {
            MarkKind::Close if ends.is_empty() && mark.at < end => return None,
            MarkKind::Close => ends.push(mark.at),
            MarkKind::Open(style) => {
                if ends.pop() == Some(end) && matches!(style, Style::Link(_)) {
                    return Some(mark.at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a text is as long as a headline.
pub(super) fn has_words(text: &str) -> bool {
    let words = text.split([' ', '\n']).filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() > SHORT_WORD);
    words.count() >= HEADLINE_WORDS || text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count() >= HEADLINE_LETTERS
}

impl Line {
    pub(super) fn has_text(&self) -> bool {
        !self.inline.text.is_empty()
    }

    /// Whether the line is one link so far, with a picture and several words.
    pub(super) fn is_card(&self) -> bool {
        let begins_with_link = matches!(self.inline.marks.first(), Some(Mark { at: 0, kind: MarkKind::Open(Style::Link(_)) }));
        // The outermost style, the link, is still open.
        begins_with_link && self.marked > 0 && self.has_picture && self.inline.text.contains(' ')
    }

    /// Whether the line ends in a link of several words, with nothing behind it and, unless it is all of the line, no space either.
    pub(super) fn is_headline(&self) -> bool {
        let Inline { text, marks } = &self.inline;
        let is_last = |from: usize| (from == 0 || !self.space) && has_words(&text[from..]);
        self.marked == 0 && last_link(marks, text.len()).is_some_and(is_last)
    }

    /// Whether the line ends in a word or a sentence, with no space behind it.
    pub(super) fn ends_in_word(&self) -> bool {
        let last = self.inline.text.chars().next_back().filter(|_| !self.space);
        last.is_some_and(|last| last.is_alphanumeric() || matches!(last, '.' | '!' | '?' | ')' | '”' | '»'))
    }

    /// Whether the line has as many words as a headline.
    pub(super) fn is_headline_long(&self) -> bool {
        has_words(&self.inline.text)
    }

    pub(super) fn len(&self) -> usize {
        self.inline.text.len()
    }

    /// Bytes of its marks, roughly.
    pub(super) fn weight(&self) -> usize {
        self.weight
    }

    pub(super) fn open(&mut self, element: u32, style: Style) {
        if self.open.len() < MAX_STYLES {
            self.open.push((element, style));
        }
    }

    /// Adds text until the line has `limit` bytes; what is left of the text.
    pub(super) fn text_until<'t>(&mut self, mut text: &'t str, limit: usize) -> &'t str {
        while !text.is_empty() && self.len() < limit {
            let room = limit - self.len() - usize::from(self.space && !self.inline.is_empty() && self.breaks == 0);
            let (now, rest) = text.split_at(text.ceil_char_boundary(room.max(1)));
            self.text(now);
            text = rest;
        }
        text
    }

    /// Ends the style of an element, where it has one.
    pub(super) fn close(&mut self, element: u32) {
        let Some(i) = self.open.iter().rposition(|(e, _)| *e == element) else { return };
        while self.marked > i {
            self.marked -= 1;
            self.mark_close();
        }
        self.open.remove(i);
    }

    /// An element begins that stands beside others rather than amid the words of a line. `apart`: even with a space between.
    pub(super) fn enter(&mut self, apart: bool) {
        self.row.enter(self.len(), self.space && self.joint.ended);
        self.joint.is_due |= self.joint.ended && (apart || !self.space);
        if !self.joint.is_due {
            self.joint.from = self.len();
        }
    }

    /// An element begins that is by its name no part of the text before it.
    pub(super) fn begin(&mut self) {
        self.joint.is_due |= self.has_text();
    }

    /// An element begins or ends that is never a part of a word: "Jane Doe3 May 2026".
    pub(super) fn set_apart(&mut self, is_apart: bool) {
        self.gap |= is_apart;
    }

    /// Such an element is closed, whatever was in it.
    pub(super) fn shut(&mut self) {
        self.row.leave();
    }

    /// Such an element ends.
    pub(super) fn leave(&mut self) {
        self.joint.ended = self.len() > self.joint.from;
        // "18.08.2025The text": a date that a style sheet sets apart.
        let is_date = || DATE.contains(&self.len()) && self.inline.text.ends_with(|c: char| c.is_ascii_digit());
        self.joint.is_sign |= self.joint.from == 0 && !self.space && is_date();
    }

    /// An icon stands here: what is left of it and what is right of it are two things.
    pub(super) fn icon(&mut self) {
        if self.has_text() && !self.space {
            self.joint.from = self.inline.text.rfind(' ').map_or(0, |i| i + 1);
            self.joint.is_due = true;
        }
    }

    /// An element ends that began at `from`, and may be a sign that is written as a word.
    pub(super) fn sign(&mut self, from: usize) {
        self.joint.is_sign = from == 0 && !self.space && self.len() >= MIN_SIGN && !self.inline.text.contains(' ');
    }

    /// Adds text, white space collapsed.
    pub(super) fn text(&mut self, text: &str) {
        let inner = text.trim_start_matches(WHITE_SPACE);
        // "timean hour ago"
        self.joint.is_due |= self.joint.is_sign && !self.space && text.starts_with(char::is_alphabetic);
        self.joint.is_sign = false;
        self.space |= inner.len() < text.len();
        let body = inner.trim_end_matches(WHITE_SPACE);
        if body.is_empty() {
            return;
        }
        // Scripts without spaces have none here, either.
        let is_spaced = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < EAST_ASIAN);
        self.space |= self.gap && is_spaced(self.inline.text.chars().next_back()) && is_spaced(body.chars().next());
        self.gap = false;
        self.start();
        self.row.text();
        let mut words = body.split(WHITE_SPACE).filter(|word| !word.is_empty());
        if is_collapsed(body) {
            self.inline.text.push_str(body);
        } else if let Some(first) = words.next() {
            self.inline.text.push_str(first);
            words.for_each(|word| {
                self.inline.text.push(' ');
                self.inline.text.push_str(word);
            });
        }
        self.space = body.len() < inner.len();
    }

    pub(super) fn image(&mut self, image: Image) {
        self.start();
        self.has_picture = true;
        self.mark(MarkKind::Image(Box::new(image)));
    }

    pub(super) fn math(&mut self, math: Math) {
        self.start();
        self.mark(MarkKind::Math(Box::new(math)));
    }

    pub(super) fn anchor(&mut self, id: &str) {
        self.mark(MarkKind::Anchor(id.into()));
    }

    /// Adds a line break; true when it is the second in a row, which parts paragraphs.
    pub(super) fn line_break(&mut self) -> bool {
        self.space = false;
        if self.inline.is_empty() {
            return false;
        }
        self.breaks += 1;
        if self.breaks == 1 {
            self.mark(MarkKind::Break);
        }
        self.breaks > 1
    }

    /// Whether the last that came is a picture on a line of its own.
    pub(super) fn ends_with_picture(&self) -> bool {
        let mut marks = self.inline.marks.iter().rev().filter(|m| !matches!(m.kind, MarkKind::Open(_) | MarkKind::Close));
        let is_picture = marks.next().is_some_and(|m| matches!(&m.kind, MarkKind::Image(image) if !is_sign(image)));
        is_picture && self.breaks == 0 && marks.next().is_some_and(|m| m.kind == MarkKind::Break && m.at == self.inline.text.len())
    }

    /// The line so far; what is open stays open for the next.
    pub(super) fn take(&mut self) -> Inline {
        while self.marked > 0 {
            self.marked -= 1;
            self.mark_close();
        }
        self.space = false;
        self.gap = false;
        self.breaks = 0;
        self.weight = 0;
        self.has_picture = false;
        self.joint = Joint::default();
        // What is kept is no larger than it needs to be, and the next line has room.
        let mut inline = Inline { text: self.inline.text.as_str().to_owned(), marks: self.inline.marks.drain(..).collect() };
        self.inline.text.clear();
        let end = inline.text.len();
        while matches!(inline.marks.last(), Some(Mark { kind: MarkKind::Break, at }) if *at == end) {
            inline.marks.pop();
        }
        self.row.part(&mut inline);
        inline
    }

    /// Opens what is due before something visible.
    fn start(&mut self) {
        if self.space && !self.inline.is_empty() && self.breaks == 0 {
            self.inline.text.push(' ');
        }
        self.meet();
        self.space = false;
        self.breaks = 0;
        while self.marked < self.open.len() {
            let style = self.open[self.marked].1.clone();
            self.mark(MarkKind::Open(style));
            self.marked += 1;
        }
    }

    /// Marks where two elements meet, unless they are parts of one word.
    fn meet(&mut self) {
        let at = self.len();
        if self.joint.is_due {
            let left = self.inline.text.get(self.joint.from..).unwrap_or_default();
            let is_rank = || !left.is_empty() && left.bytes().all(|b| b.is_ascii_digit());
            let is_word = (left.len() >= MIN_WORD && left.chars().nth(1).is_some() || is_rank()) && !left.ends_with(",\u{a0}");
            if is_word && self.breaks == 0 {
                self.mark(MarkKind::Boundary);
            }
            self.joint.from = at;
        }
        self.joint.is_due = false;
        self.joint.ended = false;
    }

    /// Ends the innermost style; one that spans nothing leaves no trace.
    fn mark_close(&mut self) {
        if matches!(self.inline.marks.last(), Some(Mark { kind: MarkKind::Open(_), at }) if *at == self.inline.text.len()) {
            self.inline.marks.pop();
        } else {
            self.mark(MarkKind::Close);
        }
    }

    fn mark(&mut self, kind: MarkKind) {
        self.weight += weight(&kind);
        self.inline.marks.push(Mark { at: self.inline.text.len(), kind });
    }
}

fn weight(kind: &MarkKind) -> usize {
    let held = match kind {
        MarkKind::Open(Style::Link(text)) | MarkKind::Anchor(text) => text.len(),
        MarkKind::Image(image) => size_of::<Image>() + image.src.len() + image.alt.len(),
        MarkKind::Math(math) => size_of::<Math>() + math.bytes(),
        _ => 0,
    };
    size_of::<Mark>() + held
}

/// White space that HTML collapses; a no-break space is a letter here.
const WHITE_SPACE: [char; 5] = [' ', '\t', '\n', '\r', '\x0c'];

/// Whether nothing but single spaces parts a text's words, as in most.
fn is_collapsed(text: &str) -> bool {
    let mut before = 0;
    text.bytes().all(|byte| {
        let is_alone = std::mem::replace(&mut before, byte) != b' ';
        byte > b' ' || byte == b' ' && is_alone
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_across_pieces() {
        let mut line = Line::default();
        line.text("  a ");
        line.text(" \n b");
        line.text("c ");
        assert_eq!(line.take().text, "a bc");
    }

    #[test]
    fn a_full_line_ends_in_the_same_place_in_any_pieces() {
        let source = "aé  b c<d😀e  f  ghijkl";
        for limit in 1..20 {
            let mut whole = Line::default();
            let left = whole.text_until(source, limit).len();
            let mut line = Line::default();
            let mut letters = source.char_indices().map(|(i, c)| &source[i..i + c.len_utf8()]);
            let read: usize = letters.by_ref().take_while(|l| line.text_until(l, limit).is_empty()).map(str::len).sum();
            assert_eq!((line.take().text, read), (whole.take().text, source.len() - left));
        }
    }

    #[test]
    fn a_style_goes_on_in_the_next_line() {
        let mut line = Line::default();
        line.open(1, Style::Strong);
        line.text("a");
        let first = line.take();
        line.text("b");
        line.close(1);
        line.text("c");
        let second = line.take();
        assert_eq!((first.text.as_str(), first.marks.len()), ("a", 2));
        assert_eq!((second.text.as_str(), second.marks[1].at), ("bc", 1));
    }
}
