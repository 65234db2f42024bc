//! Stories that begin inside an article's text: which article, from which passage on.

use super::seam::{self, Seam};
use super::{Parts, Plan};
use crate::block::{BlockId, Content, MarkKind};
use crate::passage::{Judged, Passage};
use std::ops::Range;

/// Lines between breaks; of a text with more, which no story has, none is weighed: each costs a hundred bytes while it is.
const MAX_LINES: usize = 12_000;
/// Passages without a sentence that stand like headings between paragraphs; a text with as many is made of sections.
const MAX_TITLES: usize = 2;
/// Words; longer passages are no titles of sections.
const MAX_TITLE: f32 = 14.0;
/// Characters of the sentence that stands for a title.
const TITLE: usize = 90;

/// A passage, or a part of one, in an article's text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Piece {
    pub(crate) passage: usize,
    /// Bytes of its line of text; `None` for the whole passage.
    pub(crate) range: Option<Range<usize>>,
    /// Which part of the passage, from 0.
    pub(crate) nth: u32,
}

/// A story that begins inside another text.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    /// The article that it was found in: a card, or the main article.
    pub(crate) host: Option<usize>,
    pub(crate) text: Vec<Piece>,
    /// Its first sentence, where nothing else names it.
    pub(crate) title: String,
}

/// The articles' texts.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    pub(crate) main: Vec<Piece>,
    /// One for each card.
    pub(crate) cards: Vec<Vec<Piece>>,
    pub(crate) stories: Vec<Story>,
}

/// Cuts the articles' texts where another story begins; what is settled stays as it is.
pub(crate) fn texts(judged: &[Judged<'_>], plan: &Plan, parts: &Parts, is_thread: bool, title: &str) -> Texts {
    let mut texts = Texts::default();
    // The posts of a thread are one text.
    let search = |title, body: &[usize], settled| if is_thread { Vec::new() } else { seams(judged, title, body, settled) };
    let found = search(title, &plan.main, plan.settled);
    texts.main = part(judged, &plan.main, None, &found, &mut texts.stories);
    for (nth, card) in parts.cards.iter().enumerate() {
        let body: Vec<usize> = card.body.iter().copied().filter(|i| plan.main.binary_search(i).is_err()).collect();
        let found = search(&card.title, &body, 0);
        texts.cards.push(part(judged, &body, Some(nth), &found, &mut texts.stories));
    }
    texts
}

/// Whether another story may begin with this text.
pub(crate) fn may_begin(text: &str) -> bool {
    seam::is_dated(text)
}

/// The passage of a text that still comes with which another story perhaps begins.
pub(crate) fn suspect<'p>(body: impl Iterator<Item = (usize, &'p Passage)>, title: &str) -> Option<usize> {
    let lines = lines(body);
    let paragraphs: Vec<&str> = lines.iter().map(|l| l.text).collect();
    seam::suspect(title, &paragraphs).map(|paragraph| lines[paragraph].passage)
}

/// Where other stories begin: passages, and places in their lines.
fn seams(judged: &[Judged<'_>], title: &str, body: &[usize], settled: usize) -> Vec<(usize, usize)> {
    let lines = lines(body.iter().map(|&i| (i, judged[i].passage)));
    let paragraphs: Vec<&str> = lines.iter().map(|l| l.text).collect();
    let place = |seam: &Seam| {
        let line = &lines[seam.paragraph];
        (line.passage, line.from + seam.at)
    };
    seam::find(title, &paragraphs).iter().map(place).filter(|(passage, _)| *passage >= settled).collect()
}

/// The text of an article up to the first place; what is behind goes to the stories.
fn part(judged: &[Judged<'_>], body: &[usize], host: Option<usize>, places: &[(usize, usize)], stories: &mut Vec<Story>) -> Vec<Piece> {
    let mut texts = cut(judged, body, places).into_iter();
    let own = texts.next().unwrap_or_default();
    for (text, (passage, at)) in texts.zip(places) {
        stories.push(Story { host, text, title: title_of(&line_of(&judged[*passage])[*at..]) });
    }
    own
}

/// A run of text between line breaks.
struct Line<'p> {
    passage: usize,
    /// The byte of its passage that it begins at.
    from: usize,
    text: &'p str,
}

/// The lines of a text that is made of paragraphs alone; of one with sections, lists or tables none: its author parted it.
fn lines<'p>(body: impl Iterator<Item = (usize, &'p Passage)>) -> Vec<Line<'p>> {
    let mut lines = Vec::new();
    let mut titles = 0;
    for (i, passage) in body {
        match &passage.block.content {
            Content::Paragraph(inline) => {
                if passage.block.frames.iter().any(|f| !f.kind.is_prose()) {
                    return Vec::new();
                }
                titles += usize::from(!lines.is_empty() && is_title(passage));
                let breaks = inline.marks.iter().filter(|m| m.kind == MarkKind::Break).map(|m| m.at);
                let mut from = 0;
                for end in breaks.chain([inline.text.len()]) {
                    if end > from {
                        lines.push(Line { passage: i, from, text: &inline.text[from..end] });
                        from = end;
                    }
                }
            }
            Content::Heading { .. } if lines.is_empty() => {}
            Content::Figure(_) | Content::Embed(_) => {}
            _ => return Vec::new(),
        }
    }
    if titles >= MAX_TITLES || lines.len() > MAX_LINES { Vec::new() } else { lines }
}

/// A bold line that heads what follows.
fn is_title(passage: &Passage) -> bool {
    passage.traits.words <= MAX_TITLE && passage.traits.bold_share() > 0.8
}

fn line_of<'j>(one: &'j Judged<'_>) -> &'j str {
    one.passage.block.content.inline().map_or("", |inline| &inline.text)
}

/// Parts a text at places inside its passages.
fn cut(judged: &[Judged<'_>], body: &[usize], places: &[(usize, usize)]) -> Vec<Vec<Piece>> {
    let mut texts = vec![Vec::new()];
    for &passage in body {
        let length = line_of(&judged[passage]).len();
        let mut from = 0;
        let mut nth = 0;
        let mut push = |texts: &mut Vec<Vec<Piece>>, range: Range<usize>| {
            let range = Some(range).filter(|r| r.len() < length);
            if let Some(text) = texts.last_mut() {
                text.push(Piece { passage, range, nth });
            }
            nth += 1;
        };
        for &(_, at) in places.iter().filter(|p| p.0 == passage) {
            if at > from {
                push(&mut texts, from..at);
            }
            texts.push(Vec::new());
            from = at;
        }
        push(&mut texts, from..length);
    }
    texts
}

/// The first sentence, cut where it is long.
fn title_of(text: &str) -> String {
    let end = seam::first_sentence(text);
    let sentence = text[..end].trim();
    match sentence.char_indices().nth(TITLE) {
        None => sentence.to_owned(),
        Some((at, _)) => {
            let short = &sentence[..at];
            let whole = short.rfind(char::is_whitespace).map_or(short, |space| &short[..space]);
            format!("{}…", whole.trim_end_matches(|c: char| !c.is_alphanumeric()))
        }
    }
}

impl Piece {
    /// The id of its block.
    pub(crate) fn id(&self, judged: &Judged<'_>) -> BlockId {
        let id = judged.passage.block.id;
        if self.range.is_some() { id.part(self.nth) } else { id }
    }

    /// How much of its passage it is, 0 to 1.
    pub(crate) fn share(&self, judged: &Judged<'_>) -> f32 {
        self.range.as_ref().map_or(1.0, |r| r.len() as f32 / line_of(judged).len().max(1) as f32)
    }
}
