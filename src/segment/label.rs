//! Lines that a single break parts from a text that they do not belong to: "Advertisement", the agency under a picture.

use super::line::has_words;
use crate::block::{Inline, Mark, MarkKind, Style};
use crate::container::Hints;
use crate::date;
use crate::lexicon::wording::{self, Wording};

/// Bytes; a label is a few words in any script.
const MAX_LABEL: usize = 90;

/// What stood in the line besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    Text,
    /// A picture.
    Picture,
    /// A picture, with a single break between it and the text behind it.
    PictureAbove,
}

/// Bytes; who made a picture.
const MAX_CREDIT: usize = 60;
/// Bytes of a line that says from where and when, and beside its date.
const MAX_STAMP: usize = 90;
const MAX_SOURCE: usize = 40;
/// Bytes of a line of prose.
const MIN_PROSE: usize = 80;
/// Lines over a text that say what it is.
const MIN_HEAD: usize = 2;
const MAX_HEAD: usize = 7;
/// Bytes of a title among them.
const MAX_TITLE: usize = 200;
/// Lines of a list of links, at least.
const MIN_LIST: usize = 2;
/// Bytes beside the link of such a line: "26 Sep", "»", "14:05".
const MAX_BESIDE: usize = 24;
/// Bytes; what a picture shows, in one line.
const MAX_CAPTION: usize = 400;

/// Cuts a text at those breaks that part a label from the rest, and says of each part what it is to a picture. `is_plain`: it is of no
/// list and no quotation.
pub(super) fn part(text: Inline, beside: Beside, is_plain: bool) -> Vec<(Inline, Hints)> {
    if text.is_empty() {
        return Vec::new();
    }
    if beside == Beside::PictureAbove
        && let Some(at) = caption_and_credit(&text)
    {
        return cut(text, &[at]).into_iter().zip([Hints::CAPTION, Hints::CREDIT]).collect();
    }
    let day = || day(&text).filter(|_| is_plain).map(|end| vec![end]);
    let ends = head(&text).or_else(day).unwrap_or_default();
    let mut lines = cut(text, &ends);
    let rest = lines.pop().unwrap_or_default();
    lines.extend(labels(rest, beside));
    lines.into_iter().map(|part| (part, Hints::empty())).collect()
}

/// The break between a line under a picture and a short second one that is no sentence.
fn caption_and_credit(text: &Inline) -> Option<usize> {
    let mut breaks = text.marks.iter().enumerate().filter(|(_, m)| m.kind == MarkKind::Break);
    let (Some((i, mark)), None) = (breaks.next(), breaks.next()) else { return None };
    let (caption, credit) = (text.text.get(..mark.at)?, text.text.get(mark.at..)?);
    let is_name = credit.len() <= MAX_CREDIT && credit.len() < caption.len() && credit.split_whitespace().count() <= 6;
    (is_name && caption.len() <= MAX_CAPTION && !credit.ends_with(['.', '!', '?', ':', '…', '。'])).then_some(i)
}

fn labels(text: Inline, beside: Beside) -> Vec<Inline> {
    let wanted = match beside {
        Beside::Text => Wording::AD_LABEL,
        Beside::Picture | Beside::PictureAbove => Wording::AD_LABEL | Wording::CREDIT,
    };
    let breaks: Vec<usize> = text.marks.iter().enumerate().filter(|(_, m)| m.kind == MarkKind::Break).map(|(i, _)| i).collect();
    if breaks.is_empty() {
        return vec![text];
    }
    let places = || breaks.iter().map(|&i| text.marks[i].at);
    let titles = titles(&text);
    let lines = || std::iter::once(0).chain(places()).zip(places().chain(std::iter::once(text.text.len())));
    let is_list = lines().filter(|(from, to)| is_titled(&text, &titles, *from, *to)).count() >= MIN_LIST;
    let stamp = stamp(&text.text, &lines().collect::<Vec<_>>());
    let labels: Vec<bool> = lines()
        .map(|(from, to)| {
            is_title(&titles, from, to)
                || is_list && is_titled(&text, &titles, from, to)
                || stamp == Some((from, to))
                || text.text.get(from..to).is_some_and(|line| is_label(line, wanted))
        })
        .collect();
    let cuts: Vec<usize> = breaks.iter().zip(labels.windows(2)).filter(|(_, pair)| pair[0] || pair[1]).map(|(&i, _)| i).collect();
    cut(text, &cuts)
}

/// Whether a line is one of these stretches, which are in the order of their ends.
fn is_title(titles: &[(usize, usize)], from: usize, to: usize) -> bool {
    titles[titles.partition_point(|t| t.1 < to)..].iter().take_while(|t| t.1 == to).any(|t| t.0 == from)
}

/// The line over a text, or under a title, that says from where and when it is: "The Example - 17.05.2006 14:05".
fn stamp(text: &str, lines: &[(usize, usize)]) -> Option<(usize, usize)> {
    let (first, last) = (*lines.first()?, *lines.last()?);
    let is_over_text = lines.get(1).is_some_and(|next| next.1 - next.0 >= MIN_PROSE);
    let line = if is_over_text { first } else { last };
    let words = text.get(line.0..line.1)?.trim();
    let is_stamp = || {
        date::find(words, None, Some(0)).is_some_and(|(place, _)| {
            let beside = words.len() - place.len();
            beside <= MAX_SOURCE
                && words.split(['-', '–', '—', '|', '·', ',']).next().is_some_and(|name| name.contains(char::is_alphabetic))
        })
    };
    ((is_over_text || lines.len() == 2) && words.len() <= MAX_STAMP && is_stamp()).then_some(line)
}

/// The ends of the lines over a text that elements of their own make, parted by breaks or by the style sheet alone: source, time, title.
fn head(text: &Inline) -> Option<Vec<usize>> {
    let is_end = |kind: &MarkKind| matches!(kind, MarkKind::Break | MarkKind::Boundary);
    let ends: Vec<usize> = text.marks.iter().enumerate().filter(|(_, m)| is_end(&m.kind)).map(|(i, _)| i).take(MAX_HEAD + 1).collect();
    if ends.len() < MIN_HEAD {
        return None;
    }
    let places = || ends.iter().map(|&i| text.marks[i].at);
    let lines = std::iter::once(0).chain(places()).zip(places().chain([text.text.len()]));
    let lines: Vec<&str> = lines.map(|(from, to)| text.text.get(from..to).map_or("", str::trim)).collect();
    let prose = lines.iter().take(MAX_HEAD + 1).position(|line| line.len() > MAX_TITLE || line.len() >= MIN_PROSE && is_sentence(line))?;
    let above = &lines[..prose];
    let is_head =
        above.iter().all(|line| line.len() <= MAX_TITLE && !is_sentence(line)) && above.iter().any(|line| date::is_date_line(line));
    (prose >= MIN_HEAD && is_head).then(|| ends[..prose].to_vec())
}

/// The end of a date that the style sheet alone parts from the sentences behind it: "3 May 2026The council met."
fn day(text: &Inline) -> Option<usize> {
    let is_end = |kind: &MarkKind| matches!(kind, MarkKind::Break | MarkKind::Boundary);
    let (nth, mark) =
        text.marks.iter().enumerate().find(|(_, mark)| is_end(&mark.kind)).filter(|(_, mark)| mark.kind == MarkKind::Boundary)?;
    let (line, rest) = text.text.split_at_checked(mark.at)?;
    let is_day = line.len() <= MAX_SOURCE && date::is_date_line(line) && date::parse(line, None, None).is_some();
    let begins = rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (is_day && begins && is_sentence(rest.trim_end())).then_some(nth)
}

fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '…', '"', '”', '»', '。', '！', '？', '」', '।', '؟'])
}

/// Whether a line is one of these stretches with a sign, a number or a date beside it.
fn is_titled(text: &Inline, titles: &[(usize, usize)], from: usize, to: usize) -> bool {
    let mut within = titles.iter().skip(titles.partition_point(|t| t.1 <= from)).take_while(|t| t.1 <= to).filter(|t| t.0 >= from);
    let (Some(title), None) = (within.next(), within.next()) else { return false };
    let (before, behind) = (text.text.get(from..title.0).unwrap_or_default(), text.text.get(title.1..to).unwrap_or_default());
    let is_beside = |part: &str| {
        let part = part.trim();
        part.len() <= MAX_BESIDE && (!part.contains(char::is_alphabetic) || part.contains(char::is_numeric))
    };
    is_beside(before) && is_beside(behind)
}

/// The stretches of text under links of several words: a line that is one heads what follows it.
fn titles(text: &Inline) -> Vec<(usize, usize)> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for mark in &text.marks {
        match &mark.kind {
            MarkKind::Open(style) => open.push((mark.at, matches!(style, Style::Link(_)))),
            MarkKind::Close => {
                let link = open.pop().filter(|(from, is_link)| *is_link && has_words(&text.text[*from..mark.at]));
                found.extend(link.map(|(from, _)| (from, mark.at)));
            }
            _ => {}
        }
    }
    found
}

fn is_label(line: &str, wanted: Wording) -> bool {
    line.len() <= MAX_LABEL && wording::read(line).whole.intersects(wanted)
}

/// Cuts a text at the marks of these indices; styles that span a cut go on behind it.
fn cut(text: Inline, at: &[usize]) -> Vec<Inline> {
    if at.is_empty() {
        return vec![text];
    }
    let Inline { text, marks } = text;
    let mut parts = Vec::with_capacity(at.len() + 1);
    let mut open: Vec<Style> = Vec::new();
    let mut part = Inline::default();
    let mut from = 0;
    let mut cuts = at.iter().peekable();
    for (i, mark) in marks.into_iter().enumerate() {
        if cuts.next_if(|&&c| c == i).is_some() {
            finish(&mut part, &text, from, mark.at, open.len(), &mut parts);
            from = mark.at;
            part.marks.extend(open.iter().map(|s| Mark { at: 0, kind: MarkKind::Open(s.clone()) }));
            continue;
        }
        match &mark.kind {
            MarkKind::Open(style) => open.push(style.clone()),
            MarkKind::Close => {
                open.pop();
            }
            _ => {}
        }
        part.marks.push(Mark { at: mark.at.saturating_sub(from), kind: mark.kind });
    }
    finish(&mut part, &text, from, text.len(), 0, &mut parts);
    parts
}

fn finish(part: &mut Inline, text: &str, from: usize, to: usize, open: usize, parts: &mut Vec<Inline>) {
    let mut done = std::mem::take(part);
    text.get(from..to).unwrap_or_default().clone_into(&mut done.text);
    done.marks.extend((0..open).map(|_| Mark { at: done.text.len(), kind: MarkKind::Close }));
    if !done.is_empty() {
        parts.push(done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(at: usize, kind: MarkKind) -> Mark {
        Mark { at, kind }
    }

    #[test]
    fn a_label_before_a_break_is_cut_off_and_styles_go_on() {
        let text = "AdvertisementRain fell.On the town.";
        let marks =
            vec![mark(0, MarkKind::Open(Style::Strong)), mark(13, MarkKind::Break), mark(23, MarkKind::Break), mark(35, MarkKind::Close)];
        let parts = labels(Inline { text: text.to_owned(), marks }, Beside::Text);
        assert_eq!(parts.iter().map(Inline::flat).collect::<Vec<_>>(), ["Advertisement", "Rain fell.\nOn the town."]);
        for part in &parts {
            assert_eq!(part.marks.first().map(|m| &m.kind), Some(&MarkKind::Open(Style::Strong)));
            assert_eq!(part.marks.last(), Some(&mark(part.text.len(), MarkKind::Close)));
        }
    }

    #[test]
    fn ordinary_breaks_cut_nothing() {
        let text = Inline { text: "Rain.Advertisement of the town.".to_owned(), marks: vec![mark(5, MarkKind::Break)] };
        assert_eq!(labels(text.clone(), Beside::Picture), [text]);
    }
}
