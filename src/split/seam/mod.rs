//! Two stories in one text, with nothing between them: where the second one begins.
//!
//! What two stories have in common is little: the names and words of the first do not come back, those of the second were not
//! there before (Hearst 1997, Choi 2000; the likelihood is that of Eisenstein and Barzilay 2008). A false seam is worse than one
//! that is missed, so that only clear ones count.

mod cohesion;
mod common;
mod contrast;
mod cue;
mod sentence;
mod term;
mod weigh;

use crate::hash::Set;
use crate::lexicon::stop_words;
use crate::rank;
use cohesion::Text;
use cue::{Cue, Quotes};
use std::ops::Range;

/// Logarithm of the odds from which a boundary is a seam, in a text that lost its paragraphs. Of 1,694 whole articles and beginnings of
/// articles joined to one run, none of whose sites the weights had seen, 0.8 % are split, and 74 % of the seams in 2,235 others found.
const CLEAR_IN_RUN: f32 = 0.8;
/// The same for a further seam: where there is one, another is less rare.
const CLEAR_AGAIN: f32 = 1.0;
/// The same in a text with paragraphs, as nearly all whole articles have: of the same 1,694, 0.5 % are split, 69 % of the seams found.
const CLEAR_IN_PARAGRAPHS: f32 = 1.6;
/// So much less is enough to wait for more of a text that still comes.
const DOUBT: f32 = 2.0;
/// Terms of a story on either side of a seam: notes on the author, credits and legal lines are shorter.
const MIN_STORY: f32 = 27.0;
/// Words that are missed on one side of a seam; with fewer expected, chance decides.
const MIN_MISSED: f32 = 4.0;
/// Terms of a paragraph that may hold the end of a story and the beginning of another.
const MIN_WITHIN: usize = 40;
/// Terms a paragraph, on average, from which a text is taken to have lost its paragraphs.
const RUN: usize = 54;
/// Common words behind a seam that are looked for before it.
const COMMON_WORDS: usize = 60;
/// With fewer of them the language cannot be told.
const MIN_COMMON: usize = 8;
/// Share of them that texts in one language have in common at least.
const ONE_LANGUAGE: f32 = 0.4;
/// Bytes before the colon of a label: "Bottom line: …", "Q: …".
const MAX_LABEL: usize = 30;
/// Bytes of a line that may head a section.
const MAX_TITLE: usize = 80;
/// Seams of a text; one with more is a round-up, whose parts belong together.
const MAX_SEAMS: usize = 3;

/// The place where a story begins: a paragraph and the byte in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seam {
    pub(super) paragraph: usize,
    pub(super) at: usize,
}

/// A sentence's place.
#[derive(Clone, Debug)]
struct Sentence {
    paragraph: usize,
    range: Range<usize>,
    /// A quotation of its paragraph is open where it begins.
    is_quoted: bool,
    /// It begins its paragraph, or a story may begin inside.
    may_begin: bool,
}

/// A text read for its seams.
struct Reading<'t> {
    paragraphs: &'t [&'t str],
    /// The words of its title.
    title: Vec<u32>,
    sentences: Vec<Sentence>,
    text: Text,
}

/// Where stories begin in a text that begins with another, in order.
pub(super) fn find(title: &str, paragraphs: &[&str]) -> Vec<Seam> {
    let reading = Reading::new(title, paragraphs);
    let mut seams = Vec::new();
    reading.part(0..reading.sentences.len(), &mut seams);
    if seams.len() > MAX_SEAMS {
        return Vec::new();
    }
    rank::sort(&mut seams, |s| (s.paragraph as u64) << 32 | s.at as u64);
    seams
}

/// The paragraph of a text without its end where another story perhaps begins.
pub(super) fn suspect(title: &str, paragraphs: &[&str]) -> Option<usize> {
    let reading = Reading::new(title, paragraphs);
    let (at, score) = reading.likeliest(0..reading.sentences.len())?;
    (score >= reading.clear() - DOUBT).then(|| reading.sentences[at].paragraph)
}

/// Whether a paragraph begins with a place and a dash, as a story of an agency does.
pub(super) fn is_dated(paragraph: &str) -> bool {
    cue::is_dateline(paragraph)
}

/// Where the first sentence of a text ends.
pub(super) fn first_sentence(text: &str) -> usize {
    sentence::starts(text).first().copied().unwrap_or(text.len())
}

/// Whether a paragraph is a short line without a sentence: it heads a section of the text that it stands in.
fn is_title(paragraph: &str) -> bool {
    let is_sentence = || paragraph.trim_end().ends_with(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
    paragraph.len() <= MAX_TITLE && !is_sentence()
}

/// What a paragraph begins with before a colon. One that came before is a form that the text keeps to.
fn label(paragraph: &str) -> Option<&str> {
    paragraph.split_once([':', '：']).map(|(label, _)| label).filter(|label| label.len() <= MAX_LABEL)
}

impl<'t> Reading<'t> {
    fn new(title: &str, paragraphs: &'t [&'t str]) -> Self {
        let mut text = Text::default();
        let title = text.title(title);
        let mut sentences = Vec::new();
        let mut labels = Set::default();
        for (p, paragraph) in paragraphs.iter().enumerate() {
            let is_again = label(paragraph).is_some_and(|label| !labels.insert(label));
            let (first, terms) = (sentences.len(), text.len());
            let mut quotes = Quotes::default();
            let mut from = 0;
            for end in sentence::starts(paragraph).into_iter().chain([paragraph.len()]) {
                let sentence = &paragraph[from..end];
                let may_begin = from == 0 && !is_title(paragraph) && !is_again;
                sentences.push(Sentence { paragraph: p, range: from..end, is_quoted: quotes.is_open(), may_begin });
                text.push(sentence);
                quotes.read(sentence);
                from = end;
            }
            if text.len() - terms >= MIN_WITHIN {
                sentences[first..].iter_mut().skip(usize::from(is_again)).for_each(|s| s.may_begin = true);
            }
        }
        Self { paragraphs, title, sentences, text }
    }

    /// Finds the clearest seam of a part of the text, and those on both sides of it.
    fn part(&self, range: Range<usize>, seams: &mut Vec<Seam>) {
        if seams.len() > MAX_SEAMS {
            return;
        }
        let Some(at) = self.clearest(range.clone()) else { return };
        let Sentence { paragraph, range: place, .. } = &self.sentences[at];
        seams.push(Seam { paragraph: *paragraph, at: place.start });
        self.part(range.start..at, seams);
        self.part(at..range.end, seams);
    }

    fn clearest(&self, range: Range<usize>) -> Option<usize> {
        let (at, score) = self.likeliest(range.clone())?;
        let clear = if range.len() < self.sentences.len() { CLEAR_AGAIN } else { self.clear() };
        (score >= clear && self.is_one_language(range.start, at)).then_some(at)
    }

    /// The sentence of a part that a story is likeliest to begin with, and the logarithm of its odds.
    fn likeliest(&self, range: Range<usize>) -> Option<(usize, f32)> {
        let (places, values): (Vec<usize>, Vec<_>) = self.values(range).into_iter().unzip();
        weigh::likeliest(&values).map(|(i, score)| (places[i], score))
    }

    /// The odds from which the first seam counts.
    fn clear(&self) -> f32 {
        if self.is_run() { CLEAR_IN_RUN } else { CLEAR_IN_PARAGRAPHS }
    }

    /// What the boundaries of a part that may be seams are weighed by: each is named by the sentence behind it.
    fn values(&self, range: Range<usize>) -> Vec<(usize, [f32; weigh::COUNT])> {
        let all = self.text.cohesion(range.clone());
        let titles = self.text.used_behind(range.clone(), &self.title);
        let first = range.start + 1;
        let may_be: Vec<usize> = (0..all.len()).filter(|&i| self.may_be(&all[i], first + i)).collect();
        let contrasts = contrast::of(&all, &may_be);
        let values = |(&i, contrast)| (first + i, weigh::values(&all, i, contrast, self.cue(first + i), titles[i]));
        may_be.iter().zip(&contrasts).map(values).collect()
    }

    /// Whether the text lost its paragraphs.
    fn is_run(&self) -> bool {
        self.paragraphs.len() == 1 || self.text.len() >= RUN * self.paragraphs.len()
    }

    /// Whether both sides use the same common words: a translation says the same in other words.
    fn is_one_language(&self, start: usize, at: usize) -> bool {
        let common = |sentence: &str| -> Vec<String> {
            let words = sentence.split(|c: char| !c.is_alphanumeric()).map(crate::lexicon::lower);
            words.filter(|w| stop_words::contains(w)).collect()
        };
        let before: Set<String> = (start..at).flat_map(|i| common(self.sentence(i))).collect();
        let behind: Vec<String> = (at..self.sentences.len()).flat_map(|i| common(self.sentence(i))).take(COMMON_WORDS).collect();
        let known = behind.iter().filter(|w| before.contains(*w)).count();
        behind.len().min(before.len()) < MIN_COMMON || known as f32 >= ONE_LANGUAGE * behind.len() as f32
    }

    /// Whether there is text enough on both sides, and a sentence to begin with.
    fn may_be(&self, cohesion: &cohesion::Cohesion, at: usize) -> bool {
        let missed: f32 = cohesion.expected.iter().sum::<f32>() - cohesion.shared.iter().sum::<f32>();
        cohesion.sizes[0] >= MIN_STORY
            && cohesion.sizes[1] >= MIN_STORY
            && missed >= MIN_MISSED
            && self.sentences[at].may_begin
            && cue::is_prose(self.sentence(at))
    }

    fn sentence(&self, at: usize) -> &str {
        let Sentence { paragraph, range, .. } = &self.sentences[at];
        &self.paragraphs[*paragraph][range.clone()]
    }

    fn cue(&self, at: usize) -> Cue {
        Cue::read(self.sentence(at), self.sentences[at].is_quoted)
    }
}

/// The values of each boundary: for training.
#[cfg(feature = "training")]
pub(crate) fn rows(title: &str, paragraphs: &[&str]) -> Vec<(usize, usize, Vec<f32>)> {
    let reading = Reading::new(title, paragraphs);
    let place = |at: usize| (reading.sentences[at].paragraph, reading.sentences[at].range.start);
    let values = reading.values(0..reading.sentences.len());
    values.into_iter().map(|(at, values)| (place(at).0, place(at).1, values.to_vec())).collect()
}

#[cfg(test)]
mod tests {
    use super::Reading;

    #[test]
    fn a_label_that_comes_again_begins_no_story() {
        let reading =
            Reading::new("", &["Bottom line: a wine for the garden.", "Bottom line: another for the fire.", "Tonight: rain is expected."]);
        let may_begin: Vec<bool> = reading.sentences.iter().map(|s| s.may_begin).collect();
        assert_eq!(may_begin, [true, false, true]);
    }
}
