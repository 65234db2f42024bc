//! Lines that are a row of elements, parted by spaces or by the style sheet alone: who, when and from where, a label and its value.

use super::line::has_words;
use crate::block::{Inline, Mark, MarkKind, Style};
use crate::date;
use crate::lexicon::EAST_ASIAN;

/// Bytes; a line that says from where, by whom and when, or what and how much, has no more.
const MAX_ROW: usize = 100;

/// Elements behind the first; of two, a name and a date, it is plain which is which.
const MIN_STARTS: usize = 2;
/// Words; a headline has more.
const MAX_NAME: usize = 4;

/// A line of elements that stand beside each other with nothing but spaces between: "Agency", "Jane Doe", "2 h".
#[derive(Debug, Default)]
pub(super) struct Row {
    /// How many of them are open.
    depth: usize,
    /// There is text outside of them.
    is_loose: bool,
    /// Where they begin.
    starts: Vec<usize>,
}

impl Row {
    /// An element begins at `at`; `apart` from one before it by a space.
    pub(super) fn enter(&mut self, at: usize, apart: bool) {
        if self.depth == 0 && !self.is_loose && apart && at <= MAX_ROW {
            self.starts.push(at + 1);
        }
        self.depth += 1;
    }

    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Text comes.
    pub(super) fn text(&mut self) {
        self.is_loose |= self.depth == 0;
    }

    /// Parts the line where its elements begin, if nothing is outside of them.
    pub(super) fn part(&mut self, inline: &mut Inline) {
        let starts = std::mem::take(&mut self.starts);
        if !std::mem::take(&mut self.is_loose) && inline.text.len() <= MAX_ROW {
            part_by_day(inline, &starts);
            space(inline);
        }
    }
}

/// Parts a line where its elements begin, if one says when: prose may be made of elements too, and a headline under its link.
fn part_by_day(inline: &mut Inline, starts: &[usize]) {
    let is_link = |mark: &Mark| matches!(mark.kind, MarkKind::Open(Style::Link(_)));
    if starts.len() < MIN_STARTS || inline.marks.iter().any(is_link) && has_words(&inline.text) {
        return;
    }
    let text = inline.text.as_str();
    let part = |nth: usize| text.get(starts[nth]..starts.get(nth + 1).copied().unwrap_or(text.len())).unwrap_or_default().trim();
    let before = |nth: usize| nth.checked_sub(1).map_or_else(|| text.get(..starts[0]).unwrap_or_default().trim(), part);
    let parts: Vec<&str> = (0..=starts.len()).map(before).collect();
    let says_when = |part: &&str| date::is_date_line(part) || date::is_clock(part);
    let is_title = |part: &&str| part.split(' ').count() > MAX_NAME;
    if !parts.iter().any(says_when) || parts.iter().any(is_title) {
        return;
    }
    // Where a break came between, there is no space; a time of day goes with its date.
    let is_time = |nth: usize| date::is_clock(parts[nth + 1]) && date::is_date_line(parts[nth]);
    let is_place = |nth: usize| text.get(starts[nth] - 1..starts[nth]) == Some(" ") && !is_time(nth);
    let places: Vec<usize> = (0..starts.len()).filter(|&nth| is_place(nth)).map(|nth| starts[nth]).collect();
    for place in places {
        let at = inline.marks.partition_point(|mark| mark.at < place || mark.at == place && mark.kind == MarkKind::Close);
        inline.marks.insert(at, Mark { at: place, kind: MarkKind::Boundary });
    }
}

/// Puts a space where elements meet that the style sheet alone parts: "Rovers3 - 1United".
fn space(inline: &mut Inline) {
    let Inline { text, marks } = inline;
    // Highlighters put every word of a code into an element.
    let mut codes = Vec::new();
    let mut moved = 0;
    for mark in marks {
        match &mark.kind {
            MarkKind::Open(style) => codes.push(matches!(style, Style::Code | Style::Keyboard | Style::Sample)),
            MarkKind::Close => drop(codes.pop()),
            MarkKind::Boundary if !codes.contains(&true) && is_glued(text, mark.at + moved) => {
                text.insert(mark.at + moved, ' ');
                moved += 1;
            }
            _ => {}
        }
        mark.at += moved;
    }
}

/// What joins the parts of an address.
const JOINTS: [char; 3] = ['/', '@', '_'];
/// What is written right behind a word, and right before one.
const BEHIND: &str = ",.;:!?[)]}»”’'\"%-–…*";
const BEFORE: &str = "([{«“‘'\"#-–*";
/// What makes a number an ordinal, in English and French.
const ORDINALS: [&str; 6] = ["st", "nd", "rd", "th", "er", "e"];

/// Whether what stands right before a place and right behind it would be read as one word.
fn is_glued(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let word = before.rsplit(' ').next().unwrap_or_default();
    let is_ordinal = || word.ends_with(|c: char| c.is_ascii_digit()) && behind.split(' ').next().is_some_and(|end| ORDINALS.contains(&end));
    // Scripts without spaces have none here, either.
    let meets = |c: Option<char>, joints: &str| c.is_some_and(|c| !c.is_whitespace() && c < EAST_ASIAN && !joints.contains(c));
    meets(word.chars().next_back(), BEFORE)
        && meets(behind.chars().next(), BEHIND)
        && !word.contains(JOINTS)
        && !behind.starts_with(JOINTS)
        && !is_ordinal()
}
