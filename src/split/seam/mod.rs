//! Two stories in one text, with nothing between them: where the second one begins.
//!
//! What two stories have in common is little: the names and words of the first do not come back, those of the second were not
//! there before (Hearst 1997, Choi 2000; the likelihood is that of Eisenstein and Barzilay 2008). A false seam is worse than one
//! that is missed, so that only clear ones count.

mod cohesion;
mod common;
mod cue;
mod sentence;
mod term;
mod weigh;

use cohesion::Text;
use cue::Cue;
use std::ops::Range;

/// Logarithm of the odds from which a boundary is a seam; see `train/seams.py`.
const CLEAR: f32 = 0.5;
/// Terms that a story has before a seam.
const MIN_BEFORE: f32 = 28.0;
/// The same behind one: notes on the author, credits and legal lines are shorter.
const MIN_BEHIND: f32 = 26.0;
/// Words that are missed on one side of a seam; with fewer expected, chance decides.
const MIN_MISSED: f32 = 4.0;
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
}

/// A text read for its seams.
struct Reading<'t> {
    paragraphs: &'t [&'t str],
    sentences: Vec<Sentence>,
    text: Text,
}

/// Where stories begin in a text that begins with another, in order.
pub(super) fn find(paragraphs: &[&str]) -> Vec<Seam> {
    let reading = Reading::new(paragraphs);
    let mut seams = Vec::new();
    reading.part(0..reading.sentences.len(), &mut seams);
    if seams.len() > MAX_SEAMS {
        return Vec::new();
    }
    seams.sort_unstable();
    seams
}

/// Where the first sentence of a text ends.
pub(super) fn first_sentence(text: &str) -> usize {
    sentence::starts(text).first().copied().unwrap_or(text.len())
}

impl<'t> Reading<'t> {
    fn new(paragraphs: &'t [&'t str]) -> Self {
        let mut text = Text::default();
        let mut sentences = Vec::new();
        for (p, paragraph) in paragraphs.iter().enumerate() {
            let mut from = 0;
            for end in sentence::starts(paragraph).into_iter().chain([paragraph.len()]) {
                text.push(&paragraph[from..end]);
                sentences.push(Sentence { paragraph: p, range: from..end });
                from = end;
            }
        }
        Self { paragraphs, sentences, text }
    }

    /// Finds the clearest seam of a part of the text, and those on both sides of it.
    fn part(&self, range: Range<usize>, seams: &mut Vec<Seam>) {
        if seams.len() > MAX_SEAMS {
            return;
        }
        let Some(at) = self.clearest(range.clone()) else { return };
        let Sentence { paragraph, range: place } = &self.sentences[at];
        seams.push(Seam { paragraph: *paragraph, at: place.start });
        self.part(range.start..at, seams);
        self.part(at..range.end, seams);
    }

    fn clearest(&self, range: Range<usize>) -> Option<usize> {
        let all = self.text.cohesion(range.clone());
        let scores = (0..all.len()).filter(|&i| self.may_be(&all[i], range.start + 1 + i)).map(|i| {
            let at = range.start + 1 + i;
            (weigh::score(&weigh::values(&all, i, &self.cue(at))), at)
        });
        let best = scores.max_by(|a, b| a.0.total_cmp(&b.0))?;
        (best.0 >= CLEAR).then_some(best.1)
    }

    /// Whether there is text enough on both sides, and a sentence to begin with.
    fn may_be(&self, cohesion: &cohesion::Cohesion, at: usize) -> bool {
        let missed: f32 = cohesion.expected.iter().sum::<f32>() - cohesion.shared.iter().sum::<f32>();
        cohesion.sizes[0] >= MIN_BEFORE && cohesion.sizes[1] >= MIN_BEHIND && missed >= MIN_MISSED && cue::is_prose(self.sentence(at))
    }

    fn sentence(&self, at: usize) -> &str {
        let Sentence { paragraph, range } = &self.sentences[at];
        &self.paragraphs[*paragraph][range.clone()]
    }

    fn cue(&self, at: usize) -> Cue {
        let Sentence { paragraph, range } = &self.sentences[at];
        Cue::read(&self.paragraphs[*paragraph][..range.start], self.sentence(at))
    }
}

/// The values of each boundary: for training.
#[cfg(feature = "training")]
pub(crate) fn rows(paragraphs: &[&str]) -> Vec<(usize, usize, [f32; 19])> {
    let reading = Reading::new(paragraphs);
    let all = reading.text.cohesion(0..reading.sentences.len());
    let at = (0..all.len()).filter(|&i| reading.may_be(&all[i], i + 1));
    at.map(|i| {
        let Sentence { paragraph, range } = &reading.sentences[i + 1];
        (*paragraph, range.start, weigh::values(&all, i, &reading.cue(i + 1)))
    })
    .collect()
}
