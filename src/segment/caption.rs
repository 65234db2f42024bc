//! Texts at a picture become its caption and its credit.

use crate::block::{Content, Figure, Inline, MarkKind, Style};
use crate::container::{Containers, Hints};
use crate::hash::Set;
use crate::lexicon::letters;
use crate::lexicon::wording::{self, SPELT_OUT, Wording};
use crate::passage::{Passage, Role};
use crate::tag::Tag;

/// Words of a credit.
const MAX_CREDIT_WORDS: usize = 12;
/// Words of a credit that nothing but its first words, or the name of an agency, tells from a sentence.
const MAX_NAMED: usize = 5;
/// Elements; one around a label may be called hidden.
const CLOSE: u8 = 2;
/// Words of a credit that is all that is said.
const MAX_LONE: usize = 8;

/// Gives a picture its texts. Where some are named credits and others are not, the names tell which is which.
pub(super) fn add(figure: &mut Passage, texts: Vec<Passage>, containers: &Containers) {
    let is_named = |text: &Passage| {
        let inline = || text.block.content.inline();
        let is_one = |inline: &Inline| !inline.marks.iter().any(|mark| mark.kind == MarkKind::Boundary);
        let is_short = || inline().is_some_and(|inline| count(inline) <= MAX_CREDIT_WORDS && is_one(inline));
        let is_element = || containers.get(text.container).hints.contains(Hints::CREDIT) && is_short();
        is_element() || inline().is_some_and(|inline| is_credit("|", &inline.text))
    };
    let are_told_apart = !texts.iter().all(is_named);
    for text in texts {
        let is_credit = are_told_apart && is_named(&text);
        add_text(figure, text, is_credit);
    }
    split_credit(figure);
    if let Content::Figure(Figure { caption: Some(caption), credit: Some(_), .. }) = &mut figure.block.content {
        let end = caption.text.trim_end_matches(is_sign).len();
        if end < caption.text.len() {
            *caption = caption.part(0..end);
        }
    }
}

/// What parts a caption from its credit.
fn is_sign(c: char) -> bool {
    c.is_whitespace() || matches!(c, '|' | '-' | '–' | '—' | '·' | '/')
}

/// Whether a text beside a caption says who made the picture: by its words, its element or its style.
pub(super) fn is_beside(text: &Passage, containers: &Containers) -> bool {
    let Some(inline) = text.block.content.inline().filter(|inline| count(inline) <= MAX_CREDIT_WORDS) else { return false };
    let own = containers.get(text.container);
    // "Photo", for those who listen.
    if count(inline) == 1 && own.distance(Hints::HIDDEN) < CLOSE {
        return false;
    }
    let is_small = || inline.marks.first().is_some_and(|mark| matches!(mark.kind, MarkKind::Open(Style::Small | Style::Cite)));
    own.tag == Tag::Footer
        || (own.hints | text.traits.hints).contains(Hints::CREDIT)
        || is_small()
        || wording::read(&inline.text).starts.contains(Wording::CREDIT)
}

/// "Pin", "Print", "Press enter or click to view image in full size": what to do with a picture says nothing of it.
pub(super) fn is_action(text: &Passage) -> bool {
    let whole = || wording::read(&text.text()).whole;
    text.traits.link_density() > 0.5 && whole().intersects(Wording::SHARE.union(Wording::LISTEN_PRINT))
        || text.traits.words >= SPELT_OUT && whole().contains(Wording::VIDEO_PLAYER)
}

/// The first text is the caption, the next or one that is marked as such the credit.
fn add_text(figure: &mut Passage, text: Passage, is_credit: bool) {
    let is_credit = is_credit || text.traits.hints.contains(Hints::CREDIT) && !text.traits.hints.contains(Hints::CAPTION);
    let own = text.traits;
    let (Content::Figure(into), Content::Paragraph(inline) | Content::Heading { text: inline, .. }) =
        (&mut figure.block.content, text.block.content)
    else {
        return;
    };
    // "9 April, 2025" and "AP Photo", parted by the style sheet alone.
    let mut pieces = inline.pieces();
    // Once for narrow windows, once for wide ones.
    let mut said: Set<String> = into.caption.iter().chain(&into.credit).map(|line| letters(&line.text)).collect();
    pieces.retain(|piece| {
        let own = letters(&piece.text);
        own.is_empty() || said.insert(own)
    });
    let Some(first) = pieces.first() else { return };
    // "© The Example", before its caption perhaps.
    let is_owner = || first.text.trim_start().starts_with('©') && count(first) <= MAX_CREDIT_WORDS;
    let is_credit = is_credit || is_owner() || wording::read(&first.text).whole.contains(Wording::CREDIT);
    let mut from = pieces.len();
    let mut words = 0;
    while from > 1 && words + count(&pieces[from - 1]) <= MAX_CREDIT_WORDS {
        from -= 1;
        words += count(&pieces[from]);
    }
    let credit_at = if is_credit || into.credit.is_none() && into.caption.is_some() { 0 } else { from };
    for (nth, piece) in pieces.into_iter().enumerate().filter(|(_, piece)| !piece.text.trim().is_empty() || !piece.marks.is_empty()) {
        let slot = if nth >= credit_at { &mut into.credit } else { &mut into.caption };
        match slot {
            Some(said) => append(said, &piece),
            None => *slot = Some(piece),
        }
    }
    let traits = &mut figure.traits;
    traits.words += own.words;
    traits.chars += own.chars;
    traits.link_chars += own.link_chars;
    traits.sentence_ends += own.sentence_ends;
    traits.role = Role::Caption;
    figure.block.anchors.extend(text.block.anchors);
}

/// Takes the credit out of the caption that it ends, or is.
fn split_credit(figure: &mut Passage) {
    let Content::Figure(figure) = &mut figure.block.content else { return };
    let Some(caption) = figure.caption.as_ref().filter(|_| figure.credit.is_none()) else { return };
    let Some((end, start)) = credit_in(&caption.text) else { return };
    let credit = caption.part(start..caption.text.len());
    figure.caption = Some(caption.part(0..end)).filter(|rest| !rest.is_empty());
    figure.credit = Some(credit);
}

/// Where a caption ends and its credit begins: "… at work. Photo: Jo Doe", "… at work | © The Example".
fn credit_in(text: &str) -> Option<(usize, usize)> {
    let starts: Vec<usize> =
        text.split_whitespace().rev().take(MAX_CREDIT_WORDS).map(|word| word.as_ptr().addr() - text.as_ptr().addr()).collect();
    let start = starts.into_iter().rev().find(|&at| is_credit(text[..at].trim_end(), &text[at..]))?;
    Some((text[..start].trim_end_matches(is_sign).len(), start))
}

/// Whether the end of a caption says who made the picture, behind what else it says.
fn is_credit(before: &str, end: &str) -> bool {
    let named = Wording::CREDIT.union(Wording::COPYRIGHT);
    let words = end.split_whitespace().count();
    // "(archive)" may stand before the credit, and before a sentence.
    let is_open = |end: &str| end.starts_with('(') && end.find(')').is_some_and(|at| at + 1 < end.len());
    if words > MAX_CREDIT_WORDS || end.starts_with(['|', '-', '–', '—', '·']) || is_open(end.trim_end_matches('.')) {
        return false;
    }
    let is_label = |longest: usize| wording::read(end).starts.intersects(named) && (words <= longest || end.contains([':', '：']));
    // "(Jo Doe/Getty Images)"
    let is_agency =
        || words <= MAX_NAMED && !end.contains(". ") && !end.ends_with('.') && wording::read(end).contains.contains(Wording::CREDIT);
    let inner = end.trim_start_matches('(');
    match before.chars().next_back() {
        _ if inner.starts_with('©') => true,
        None => words <= MAX_LONE && is_label(MAX_NAMED),
        Some('|') => is_label(MAX_CREDIT_WORDS) || wording::read(end).contains.contains(Wording::CREDIT),
        Some('.' | '!' | '?' | '。' | '"' | '”' | '»' | ')' | '-' | '–' | '—') => is_label(MAX_NAMED) || is_agency(),
        _ => inner.len() < end.len() && end.trim_end_matches('.').ends_with(')') && (is_label(MAX_NAMED) || is_agency()),
    }
}

fn count(inline: &Inline) -> usize {
    inline.text.split_whitespace().count()
}

fn append(to: &mut Inline, more: &Inline) {
    to.text.push(' ');
    let shift = to.text.len();
    to.text.push_str(&more.text);
    to.marks.extend(more.marks.iter().cloned().map(|mut m| {
        m.at += shift;
        m
    }));
}
