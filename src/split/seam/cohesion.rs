//! What the two sides of a boundary have in common.

use super::term::Vocabulary;
use crate::rank;
use std::ops::Range;

/// Uses of a word; one used more often is expected on both sides nearly for certain.
const MAX_USES: usize = 24;
/// Terms; a sentence or two.
const NEAR: usize = 20;
/// Terms; a few paragraphs.
const FAR: usize = 80;
/// Uses from which a word is one of those that the text is about.
const OFTEN: f32 = 3.0;
/// Dirichlet prior of a word in a segment; Eisenstein and Barzilay 2008 find 0.1 to 1 alike.
const PRIOR: f32 = 0.2;

/// A text as sentences of terms.
#[derive(Debug, Default)]
pub(super) struct Text {
    vocabulary: Vocabulary,
    /// The terms of all sentences.
    terms: Vec<u32>,
    /// Where each sentence's terms begin, and where the last one's end.
    bounds: Vec<usize>,
}

/// What speaks for and against a boundary, from the words on both sides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cohesion {
    /// Terms before and after.
    pub(super) sizes: [f32; 2],
    /// Words used on both sides, by kind: names, long, short.
    pub(super) shared: [f32; 3],
    /// The same, if the words were shuffled.
    pub(super) expected: [f32; 3],
    /// Share of the next terms that came before, near and far.
    pub(super) known: [f32; 2],
    /// Share of the last terms that come again, near and far.
    pub(super) again: [f32; 2],
    /// How much more likely the words are as two texts than as one, a term (natural logarithm).
    pub(super) gain: f32,
    /// Share of the words used often on one side that are used on the other: of those before, of those after.
    pub(super) topics: [f32; 2],
    /// Words that the first sentence brings in and that stay.
    pub(super) introduced: f32,
}

impl Text {
    /// How many terms it has.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The words of a title, by number. They count as used.
    pub(super) fn title(&mut self, title: &str) -> Vec<u32> {
        let mut terms = Vec::new();
        self.vocabulary.read(title, &mut terms);
        rank::sort(&mut terms, |&t| u64::from(t));
        terms.dedup();
        terms
    }

    /// For each boundary of a range the share of these terms that are used behind it, of those used in the range at all.
    pub(super) fn used_behind(&self, range: Range<usize>, terms: &[u32]) -> Vec<f32> {
        if range.len() < 2 {
            return Vec::new();
        }
        let start = self.bounds[range.start];
        let text = &self.terms[start..self.bounds[range.end]];
        let last: Vec<usize> = terms.iter().filter_map(|t| text.iter().rposition(|u| u == t)).map(|at| at + start).collect();
        let behind = |sentence: usize| last.iter().filter(|at| **at >= self.bounds[sentence]).count() as f32;
        (range.start + 1..range.end).map(|sentence| (behind(sentence) + 0.5) / (last.len() as f32 + 2.0)).collect()
    }

    /// Adds a sentence.
    pub(super) fn push(&mut self, sentence: &str) {
        if self.bounds.is_empty() {
            self.bounds.push(0);
        }
        self.vocabulary.read(sentence, &mut self.terms);
        self.bounds.push(self.terms.len());
    }

    /// What is at each boundary between the sentences of a range; the first is before its second sentence.
    pub(super) fn cohesion(&self, range: Range<usize>) -> Vec<Cohesion> {
        if range.len() < 2 {
            return Vec::new();
        }
        let start = self.bounds[range.start];
        let terms = &self.terms[start..self.bounds[range.end]];
        let uses = Uses::new(terms, &self.vocabulary);
        let gains = gains(terms, self.vocabulary.len(), uses.types);
        let mut shared = [0.0; 3];
        let mut at = 0;
        let mut sides = Sides::new(terms, &self.vocabulary);
        let mut found = Vec::with_capacity(range.len());
        for sentence in range.start + 1..range.end {
            let bound = self.bounds[sentence] - start;
            for (i, term) in terms[at..bound].iter().enumerate().map(|(i, t)| (at + i, *t)) {
                sides.pass(term);
                let one = uses.of(term);
                let kind = self.vocabulary.kind(term);
                if one.count > 1 && one.first == i {
                    shared[kind as usize] += 1.0;
                }
                if one.count > 1 && one.last == i {
                    shared[kind as usize] -= 1.0;
                }
            }
            at = bound;
            let after = &terms[bound..];
            let next = &terms[bound..self.bounds[sentence + 1] - start];
            let known = |n: usize| share(after.iter().take(n), |t| uses.of(t).first < bound);
            let again = |n: usize| share(terms[..bound].iter().rev().take(n), |t| uses.of(t).last >= bound);
            let end = bound + next.len();
            found.push(Cohesion {
                sizes: [bound as f32, after.len() as f32],
                shared,
                expected: uses.expected(bound as f32 / terms.len().max(1) as f32),
                known: [known(NEAR), known(FAR)],
                again: [again(NEAR), again(FAR)],
                gain: gains[bound] / terms.len().max(1) as f32,
                topics: [0, 1].map(|side| (sides.carried[side] + 0.5) / (sides.often[side] + 1.5)),
                introduced: next.iter().filter(|t| uses.of(**t).first >= bound && uses.of(**t).last >= end).count() as f32,
            });
        }
        found
    }
}

fn share<'t>(terms: impl Iterator<Item = &'t u32>, is: impl Fn(u32) -> bool) -> f32 {
    let (mut n, mut hits) = (0.0, 0.0);
    for term in terms {
        n += 1.0;
        hits += f32::from(u8::from(is(*term)));
    }
    // A prior of one half term in four: short texts say little.
    (hits + 0.5) / (n + 2.0)
}

#[derive(Clone, Copy, Debug, Default)]
struct Use {
    first: usize,
    last: usize,
    count: usize,
}

/// The terms before and after a boundary that moves on.
#[derive(Debug)]
struct Sides {
    counts: [Vec<f32>; 2],
    /// Words used often on a side.
    often: [f32; 2],
    /// Those of them that are used on the other side too.
    carried: [f32; 2],
}

impl Sides {
    fn new(terms: &[u32], vocabulary: &Vocabulary) -> Self {
        let mut counts = vec![0.0_f32; vocabulary.len()];
        terms.iter().for_each(|t| counts[*t as usize] += 1.0);
        let often = counts.iter().filter(|count| **count >= OFTEN).count() as f32;
        Self { counts: [vec![0.0; vocabulary.len()], counts], often: [0.0, often], carried: [0.0; 2] }
    }

    fn pass(&mut self, term: u32) {
        let t = term as usize;
        let (left, right) = (self.counts[0][t], self.counts[1][t]);
        self.topic(left, right, -1.0);
        self.topic(left + 1.0, right - 1.0, 1.0);
        self.counts[0][t] = left + 1.0;
        self.counts[1][t] = right - 1.0;
    }

    /// Counts a word used so often on each side in, or out again.
    fn topic(&mut self, left: f32, right: f32, by: f32) {
        for (side, own, other) in [(0, left, right), (1, right, left)] {
            if own >= OFTEN {
                self.often[side] += by;
                self.carried[side] += if other > 0.0 { by } else { 0.0 };
            }
        }
    }
}

/// How the terms of a text are spread over it.
#[derive(Debug)]
struct Uses {
    by_term: Vec<Use>,
    /// How many terms of each kind are used so and so often.
    frequencies: [[f32; MAX_USES + 1]; 3],
    types: f32,
}

impl Uses {
    fn new(terms: &[u32], vocabulary: &Vocabulary) -> Self {
        let mut by_term = vec![Use::default(); vocabulary.len()];
        for (i, term) in terms.iter().enumerate() {
            let one = &mut by_term[*term as usize];
            if one.count == 0 {
                one.first = i;
            }
            one.last = i;
            one.count += 1;
        }
        let mut uses = Self { by_term, frequencies: [[0.0; MAX_USES + 1]; 3], types: 0.0 };
        for (term, one) in uses.by_term.iter().enumerate().filter(|(_, u)| u.count > 0) {
            let kind = vocabulary.kind(term as u32);
            uses.frequencies[kind as usize][one.count.min(MAX_USES)] += 1.0;
            uses.types += 1.0;
        }
        uses
    }

    fn of(&self, term: u32) -> Use {
        self.by_term[term as usize]
    }

    /// Terms of each kind on both sides of a boundary at this share of the text, if they were shuffled.
    fn expected(&self, share: f32) -> [f32; 3] {
        let (mut before, mut after) = (share, 1.0 - share);
        let mut expected = [0.0; 3];
        for count in 2..=MAX_USES {
            before *= share;
            after *= 1.0 - share;
            for (sum, frequencies) in expected.iter_mut().zip(&self.frequencies) {
                *sum += frequencies[count] * (1.0 - before - after);
            }
        }
        expected
    }
}

/// For each place between terms, how much likelier the terms are as two texts (Dirichlet compound multinomials) than as one.
fn gains(terms: &[u32], vocabulary: usize, types: f32) -> Vec<f32> {
    let mass = PRIOR * types;
    let likelihoods = |terms: &mut dyn Iterator<Item = &u32>| {
        let mut counts = vec![0.0_f32; vocabulary];
        let mut sum = 0.0;
        let mut sums = vec![0.0];
        for (n, term) in terms.enumerate() {
            let count = &mut counts[*term as usize];
            sum += (*count + PRIOR).ln() - (n as f32 + mass).ln();
            *count += 1.0;
            sums.push(sum);
        }
        sums
    };
    let before = likelihoods(&mut terms.iter());
    let after = likelihoods(&mut terms.iter().rev());
    let whole = before[terms.len()];
    (0..=terms.len()).map(|i| before[i] + after[terms.len() - i] - whole).collect()
}
