//! Titles that only their kind of line tells: each stands over a text, and a name or a date stands with it.
//!
//! Digests, press reviews and letters set the titles of their texts in bold, or in elements of their own, without a heading or a link.
//! Records of one kind repeat (Liu, Grossman and Zhai, "Mining data records in web pages", 2003); the date or the name sets them apart
//! from an article's subheadings.

use super::Page;
use super::alike::NO_ARTICLE;
use super::brackets::in_brackets;
use super::card::{MAX_SOURCE, MIN_NOTE};
use super::dated::{before_date, ends_in_name, named_with_time, stands_beside_date, stands_by_sign};
use super::head::is_name;
use super::headline::{self, Headline, says_who_or_when};
use super::module::{MIN_BODY, SAME_TITLE, is_text, text_words};
use super::role::LIKE_TEXT;
use crate::block::{Content, Inline};
use crate::byline;
use crate::container::{FAR, Hints};
use crate::date;
use crate::hash::{Map, Set};
use crate::lexicon::letters;
use crate::page_kind::PageKind;
use crate::passage::Judged;
use std::ops::RangeInclusive;

/// Words of a title.
const TITLE: RangeInclusive<usize> = 3..=45;
/// Words of a person's name.
const NAME: RangeInclusive<usize> = 2..=4;
/// Words; a passage with a title and what signs it is short.
const MAX_WORDS: f32 = 60.0;
/// The same of one that holds the end of a sentence.
const MAX_SENTENCES: f32 = 20.0;
/// Share of a title's characters in a link beside it.
const MAX_LINKED: f32 = 0.5;
/// Characters of a word in an alphabet, with what parts it from the next.
const LETTERS_A_WORD: usize = 6;
/// Words of a line with a time of day: "at 11:30 hours".
const MAX_CLOCK: usize = 3;
/// Passages over a title among which its publisher stands, and those between two of one text.
const REACH: usize = 3;
/// Passages over a title among which stands what signs it, or the text above: buttons and pictures are between.
const SIGN_REACH: usize = 8;
/// Words; a line that says who or when is short.
const MAX_SIGN: f32 = 25.0;
/// Share of lines of one kind that stand over a text, and that are signed.
const MOST: f32 = 0.66;
/// Kinds of lines over texts that are looked at; a page has few.
const MAX_KINDS: usize = 32;
/// Elements around a line that tell its kind.
const NEAR: usize = 2;
/// Lines of one kind where none is titled like the page.
const MIN_UNTITLED: usize = 3;
/// Passages behind the last text among which who wrote it stands.
const TAIL: usize = 2;

/// How a title is set apart from the lines around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Bold,
    Heading,
    Plain,
}

/// Adds the titles without a link that are not among the `headlines`, and marks those that are.
pub(super) fn add(headlines: &mut Vec<Headline>, judged: &[Judged<'_>], page: &Page<'_>) {
    let kinds = if page.is_thread() { Vec::new() } else { find(headlines, judged, page) };
    for mut line in kinds.into_iter().flatten() {
        line.record.get_or_insert(line.at);
        match headlines.binary_search_by_key(&line.at, |headline| headline.at) {
            Ok(known) => headlines[known] = line,
            Err(place) => headlines.insert(place, line),
        }
    }
}

/// The titles of each kind of line.
fn find(headlines: &[Headline], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Vec<Headline>> {
    // A title printed again over its text is told already.
    let known: Set<&str> = headlines.iter().filter(|headline| headline.url.is_some()).map(|headline| headline.text.as_str()).collect();
    let mut kinds: Vec<Vec<Headline>> = Vec::new();
    let mut index: Map<u64, usize> = Map::default();
    for (at, one) in judged.iter().enumerate() {
        let is_other = page.containers.get(one.passage.container).distance(NO_ARTICLE) < FAR;
        let Some((style, text)) = title(one, page).filter(|(_, text)| !is_other && !known.contains(text.as_str())) else { continue };
        let line = Headline::unlinked(at, text, one, page);
        let kind = *index.entry(headline::make_within(NEAR, one, page).wrapping_add(style as u64)).or_insert_with(|| {
            kinds.push(Vec::new());
            kinds.len() - 1
        });
        kinds[kind].push(line);
    }
    let mut kinds: Vec<Vec<Headline>> = kinds.into_iter().map(|kind| with_text(kind, headlines, judged)).collect();
    // Reviews and posts have titles and dates too: one title is the page's own, or they are all that the page holds.
    let is_titled = |kind: &[Headline]| kind.iter().any(|line| page.is_titled(line, judged));
    kinds.retain(|kind| kind.len() > 1 && !stand_below_titles(kind, headlines, judged));
    kinds.truncate(MAX_KINDS);
    kinds.retain(|kind| is_titled(kind) || kind.len() >= MIN_UNTITLED && are_all(kind, judged, page));
    let lines = if kinds.is_empty() { Vec::new() } else { read_lines(judged, page) };
    kinds.retain_mut(|kind| {
        let lines = beside(kind, &lines, judged, page);
        let are_records = are_records(kind, &lines, judged, is_titled(kind));
        if are_records {
            take_heads(kind, &lines);
            set_apart(kind, headlines, judged);
        }
        are_records
    });
    kinds
}

/// What each passage says, whatever the titles are.
fn read_lines(judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = judged.iter().map(|one| Line::of(one, "", page)).collect();
    // Where no letter is a capital, what follows a text and is as short as a name may be one.
    let is_caseless = |text: &str| !text.contains(|c: char| c.is_lowercase() || c.is_uppercase());
    for at in 1..judged.len() {
        let text = judged[at].text.trim();
        let is_short = || NAME.contains(&text.split_whitespace().count()) && is_caseless(text) && is_name(text);
        if lines[at] == Line::Other && lines[at - 1] == Line::Prose && is_short() {
            lines[at] = Line::Name;
        }
    }
    lines
}

/// The same beside the titles of a kind. A name and a date over a title, each in an element of its own, say who; so does a name that
/// returns over each title, where a time stands below each text.
fn beside(kind: &[Headline], lines: &[Line], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Line> {
    let mut lines = lines.to_vec();
    kind.iter().for_each(|line| lines[line.at] = Line::of(&judged[line.at], &line.text, page));
    let over = |line: &Headline| (line.at.saturating_sub(REACH)..line.at).filter(|i| kind.binary_search_by_key(i, |line| line.at).is_err());
    let mut times: Map<String, usize> = Map::default();
    kind.iter().flat_map(over).for_each(|i| *times.entry(letters(&judged[i].text)).or_default() += 1);
    let may_be_name = |i: usize| {
        let one = &judged[i];
        one.traits().words <= MAX_SOURCE as f32 && !one.passage.is_button() && is_name(one.text.trim())
    };
    // Behind the last text nothing stands below that would tell.
    let mut below = behind_last(kind, &lines).map_or(0..0, |behind| behind..lines.len().min(behind + TAIL));
    if lines[below.clone()].contains(&Line::When)
        && let Some(name) = below.find(|&i| lines[i] == Line::Other && may_be_name(i))
    {
        lines[name] = Line::Who;
    }
    for line in kind {
        let is_dated = over(line).any(|i| lines[i] == Line::When);
        let behind = lines[line.at..].iter().skip_while(|line| **line != Line::Prose).find(|line| **line != Line::Prose);
        let returns =
            |i: usize| behind == Some(&Line::When) && times.get(&letters(&judged[i].text)).is_some_and(|count| *count >= MIN_UNTITLED);
        // The name of a paper may be like a person's.
        let is_free = |i: usize| lines[i] == Line::Other || lines[i] == Line::Name && is_dated;
        let found = over(line).find(|&i| is_free(i) && may_be_name(i) && (is_dated || returns(i)));
        found.into_iter().for_each(|name| lines[name] = Line::Who);
        let below = line.at + 1;
        if judged.get(below).is_some_and(names_author) {
            lines[below] = Line::Who;
        }
    }
    lines
}

/// Whether a line below a title is a person's name and nothing else.
fn names_author(one: &Judged<'_>) -> bool {
    let name = one.text.trim();
    let is_called_so = one.traits().hints.contains(Hints::AUTHOR) && NAME.contains(&length(name)) && is_name(name);
    !one.is_heading() && !one.is_picture() && (is_called_so || byline::is_person(name))
}

/// Whether hardly any text stands above the first line, on a page that is not titled like any other line: a press review, a bulletin.
fn are_all(kind: &[Headline], judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_headed = || judged[kind[0].at..].iter().any(|one| one.is_heading() && one.title_likeness >= SAME_TITLE);
    matches!(page.kind, PageKind::Unknown | PageKind::Site | PageKind::Listing)
        && text_words(judged, &(0..kind[0].at)) < MIN_NOTE
        && !is_headed()
}

/// Links in elements of the same make that stand over no text are none of their kind: "Read it in full", in a row of the same table.
fn set_apart(kind: &mut [Headline], headlines: &[Headline], judged: &[Judged<'_>]) {
    let end = |at: usize| kind.get(kind.partition_point(|line| line.at <= at)).map_or(judged.len(), |next| next.at);
    let is_title = |other: &&Headline| {
        other.url.is_some() && other.make == kind[0].make && text_words(judged, &(other.at + 1..end(other.at))) >= MIN_BODY
    };
    if !headlines.iter().any(|other| is_title(&other)) {
        let make = kind[0].make.wrapping_add(1);
        kind.iter_mut().for_each(|line| line.make = make);
    }
}

/// The title that a passage without a link may be, alone or beside lines that say who or when.
fn title(one: &Judged<'_>, page: &Page<'_>) -> Option<(Style, String)> {
    let traits = one.traits();
    if one.is_picture() || traits.words > MAX_WORDS || traits.link_density() > MAX_LINKED || !one.reading.whole.is_empty() {
        return None;
    }
    let (style, text) = if one.is_heading() {
        (Style::Heading, headline::title(&one.text))
    } else {
        match bold_line(one.passage.block.content.inline()?, page) {
            Some(line) => (Style::Bold, line),
            None if is_text(one) && !may_be_title(one) || one.text.contains('\n') || says_when_alone(&one.text, page) => {
                return None;
            }
            None => (Style::Plain, one.text.trim().to_owned()),
        }
    };
    // "■ Ferry runs again"
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{25a0}'..='\u{25ff}' | '•')).to_owned();
    let says_who = || byline::is_byline(&text) || byline::labelled_source(&text).is_some();
    let is_title = TITLE.contains(&length(&text)) && !date::is_date_line(&text) && !says_who();
    let is_linked = traits.link_chars > 0 && style != Style::Bold;
    (is_title && !is_linked).then_some((style, text))
}

/// Whether a line with a sentence's end in it may be a title all the same: "Cold in the south. The north stays warm"
fn may_be_title(one: &Judged<'_>) -> bool {
    one.traits().words <= MAX_SENTENCES && !one.traits().ends_sentence && !one.text.trim_end().ends_with([':', '：'])
}

/// Whether a line names hardly more than a publisher and a date.
fn says_when_alone(line: &str, page: &Page<'_>) -> bool {
    named_with_time(line, page).is_some() || stands_beside_date(line, page)
}

/// Words of a line, of which a script without spaces has fewer than it has ideas.
fn length(line: &str) -> usize {
    let letters = line.chars().count() / if line.is_ascii() { LETTERS_A_WORD } else { LETTERS_A_WORD / 2 };
    line.split_whitespace().count().max(letters)
}

/// The only line of several words that is all in bold, a time or a name beside them left out: "Ferry runs again [The Example]",
/// "4 May 2026 17:21 The Example: Ferry runs again".
fn bold_line(inline: &Inline, page: &Page<'_>) -> Option<String> {
    let mut lines = vec![(String::new(), String::new())];
    for span in inline.spans() {
        if span.text == "\n" {
            lines.push((String::new(), String::new()));
        } else if let Some((bold, rest)) = lines.last_mut() {
            if span.bold && span.link.is_none() { bold } else { rest }.push_str(span.text);
        }
    }
    let is_beside = |rest: &str| {
        let rest = rest.trim();
        rest.is_empty()
            || date::is_date_line(rest)
            || date::is_clock(rest)
            || in_brackets(rest).is_some_and(is_name)
            || says_when_alone(rest, page)
    };
    let mut bold = lines.iter().filter(|(bold, rest)| TITLE.contains(&length(bold)) && is_beside(rest));
    bold.next().filter(|_| bold.next().is_none()).map(|(line, _)| line.trim().to_owned())
}

/// What a passage is to the titles around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Prose,
    /// It says who wrote, and when perhaps.
    Who,
    /// It says when.
    When,
    /// It names a person and nothing else, as who wrote stands below a text.
    Name,
    Other,
}

impl Line {
    /// Reads a passage; what it says besides a `title`.
    fn of<'j>(one: &'j Judged<'_>, title: &str, page: &Page<'_>) -> Self {
        if one.is_picture() {
            return if stands_by_sign(one, page) { Self::Who } else { Self::Other };
        }
        let is_short = (one.traits().words <= MAX_SIGN || !title.is_empty()) && !one.is_heading();
        let (mut is_who, mut is_when) = (false, one.traits().time.is_some());
        let mut is_dated = matches!(one.passage.block.content, Content::Table(_));
        let beside = |line: &'j str| {
            let (before, behind) = line.split_once(title).filter(|_| !title.is_empty()).unwrap_or(("", line));
            if behind.trim().is_empty() { before } else { behind }.trim()
        };
        for line in one.text.lines().map(beside).filter(|line| is_short && !line.is_empty()) {
            is_dated |= stands_beside_date(line, page);
            is_who |= says_who(line, page);
            is_when |= says_who_or_when(line, page) || line.split_whitespace().count() <= MAX_CLOCK && line.split(' ').any(date::is_clock);
        }
        match () {
            () if is_text(one) && !is_dated && title.is_empty() => Self::Prose,
            () if is_who => Self::Who,
            () if is_when => Self::When,
            () if ends_in_name(one) => Self::Name,
            () => Self::Other,
        }
    }
}

/// "The Example, 4 May 2026", "By Jane Doe", "Source: The Example", "(reprinted: The Example)"
fn says_who(line: &str, page: &Page<'_>) -> bool {
    // "The Example 4 May 2026"
    let names = |text: &str| is_name(text) && length(text) <= MAX_SOURCE;
    let is_signed = |inside: &str| {
        let name = inside.rsplit([':', '：']).next().unwrap_or_default().trim();
        names(name) || before_date(inside, page).is_some_and(names)
    };
    byline::is_byline(line)
        || byline::source_and_authors(line).is_some()
        || named_with_time(line, page).is_some()
        || byline::labelled_source(line).is_some()
        || in_brackets(line).is_some_and(is_signed)
        || byline::source_name(line) != line && names(byline::source_name(line))
}

/// Whether lines of one kind stand over likely texts, and most with a name or a date between the texts, or with a name where the page's
/// title is none of them: events have dates, and reviews are no likely text.
fn are_records(kind: &[Headline], lines: &[Line], judged: &[Judged<'_>], is_titled: bool) -> bool {
    let is_sign = |line: &Line| *line == Line::Who || is_titled && *line == Line::When;
    let (mut over_text, mut likely) = (0, 0.0);
    let mut signs: Vec<usize> = Vec::new();
    for (nth, line) in kind.iter().enumerate() {
        let end = kind.get(nth + 1).map_or(judged.len(), |next| next.at);
        over_text += usize::from(text_words(judged, &(line.at..end)) >= MIN_NOTE);
        likely += judged[line.at..end].iter().filter(|one| is_text(one)).map(|one| one.probability).fold(0.0, f32::max);
        signs.extend(sign_of(line.at, lines, is_sign));
    }
    // Behind the last text stands what signs it where it does behind others, too: "Source: The Example" ends a text with subheadings.
    if kind.iter().skip(1).any(|line| sign_of(line.at, lines, is_sign).is_some()) {
        signs.extend(sign_behind(kind, lines, is_sign));
    }
    // One date is not two titles'.
    signs.dedup();
    let least = MOST * kind.len() as f32;
    let least_signed = if is_titled || kind.len() > MIN_UNTITLED { least } else { kind.len() as f32 };
    over_text as f32 >= least && signs.len() as f32 >= least_signed && likely >= LIKE_TEXT * kind.len() as f32
}

/// Where the first line has what signs it above it, and the last text none behind, each one's head begins there.
fn take_heads(kind: &mut [Headline], lines: &[Line]) {
    let is_sign = |line: &Line| matches!(line, Line::Who | Line::When);
    let above = |line: &Headline| sign_of(line.at, lines, is_sign).filter(|sign| *sign < line.at);
    if kind.first().and_then(above).is_some() && sign_behind(kind, lines, is_sign).is_none() {
        kind.iter_mut().for_each(|line| line.record = above(line));
    }
}

/// The line behind the last one's text that says who wrote or when. Over another text it is that one's.
fn sign_behind(kind: &[Headline], lines: &[Line], is_sign: impl Fn(&Line) -> bool) -> Option<usize> {
    let behind = behind_last(kind, lines)?;
    let sign = lines[behind..].iter().take(TAIL).position(|line| is_sign(line) || *line == Line::Name).map(|at| behind + at)?;
    let is_over_text = lines[sign..].iter().take(SIGN_REACH).any(|line| *line == Line::Prose);
    (!is_over_text).then_some(sign)
}

/// The line behind the last one's text.
fn behind_last(kind: &[Headline], lines: &[Line]) -> Option<usize> {
    let mut behind = kind.last()?.at + 1;
    while let Some(next) = lines[behind..].iter().take(REACH).position(|line| *line == Line::Prose) {
        behind += next + 1;
    }
    Some(behind)
}

/// The line between the texts above and below another that says who wrote or when, or the name that ends the text above.
fn sign_of(at: usize, lines: &[Line], is_sign: impl Fn(&Line) -> bool) -> Option<usize> {
    let least = at.saturating_sub(SIGN_REACH);
    let from = lines[least..at].iter().rposition(|line| *line == Line::Prose).map_or(least, |above| least + above + 1);
    let to = lines[at + 1..].iter().position(|line| *line == Line::Prose).map_or(lines.len(), |below| at + 1 + below);
    let name = || (from..at).find(|i| from > 0 && lines[*i] == Line::Name);
    (from..to).find(|i| is_sign(&lines[*i])).or_else(name)
}

/// Whether most lines but the page's own title stand below a longer title that is a link, and no text between: they name who or when,
/// whatever else they say.
fn stand_below_titles(kind: &[Headline], headlines: &[Headline], judged: &[Judged<'_>]) -> bool {
    let title =
        |line: &Headline| headlines[..headlines.partition_point(|other| other.at < line.at)].iter().rfind(|other| other.url.is_some());
    let is_below = |line: &&Headline| {
        title(line).is_some_and(|title| {
            line.at - title.at <= REACH && length(&title.text) > length(&line.text) && !judged[title.at + 1..line.at].iter().any(is_text)
        })
    };
    kind.iter().filter(is_below).count() as f32 >= MOST * (kind.len() - 1) as f32
}

/// The lines over a text that ends where another title stands: a promotion in the same type has none.
fn with_text(kind: Vec<Headline>, headlines: &[Headline], judged: &[Judged<'_>]) -> Vec<Headline> {
    let mut end = judged.len();
    let mut kept = Vec::with_capacity(kind.len());
    for line in kind.into_iter().rev() {
        let behind = &headlines[headlines.partition_point(|other| other.at <= line.at)..];
        let next = behind.iter().find(|other| other.url.is_some()).map_or(end, |other| other.at.min(end));
        end = line.at;
        if text_words(judged, &(line.at..next)) >= MIN_NOTE {
            kept.push(line);
        }
    }
    kept.reverse();
    kept
}
