//! How likely a boundary is a seam: a logistic regression over what the words and the first sentence say.
//!
//! `train/seams.py` fits the weights, on texts glued from pairs of articles and on articles that are whole.

use super::cohesion::Cohesion;
use super::contrast::{Contrast, missed};
use super::cue::Cue;

/// How many values a boundary is weighed by.
pub(super) const COUNT: usize = 29;

/// What is looked at, with its weight.
pub(super) const WEIGHTS: [(&str, f32); COUNT] = [
    ("bias", 7.102),
    ("names shared, of those expected", -2.264),
    ("long words shared, of those expected", -1.369),
    ("short words shared, of those expected", 0.308),
    ("words expected on both sides, logarithm", -1.810),
    ("words missed on one side, in standard deviations", 0.974),
    ("share of the next terms that are known, near", 0.416),
    ("share of the next terms that are known, far", -8.908),
    ("share of the last terms that come again, near", 2.268),
    ("share of the last terms that come again, far", -7.839),
    ("gain in likelihood a term", -6.948),
    ("words that the first sentence brings in", 0.209),
    // Set by hand: too rare in the corpus to be learnt.
    ("begins with a dateline", 2.5),
    ("begins by resuming", -0.931),
    ("begins with a quotation", -0.963),
    ("stands in a quotation", -1.044),
    ("topics carried over, of the side that carries more", -1.199),
    ("loss in likelihood a term when moved by a sentence", -0.028),
    ("loss in likelihood a term when moved by a paragraph", 2.453),
    ("words of the title, of those used at all, that are used behind", -2.640),
    ("terms on the shorter side, logarithm", 0.0),
    ("terms of the text, logarithm", 0.0),
    ("share of the next terms that are known, near, less the mean", 0.0),
    ("share of the next terms that are known, far, less the mean", 0.0),
    ("share of the last terms that come again, near, less the mean", 0.0),
    ("share of the last terms that come again, far, less the mean", 0.0),
    ("novelty ahead of the best boundary elsewhere", 0.0),
    ("gain ahead of the best boundary elsewhere", 0.0),
    ("words missed ahead of the best boundary elsewhere", 0.0),
];

/// Terms that a boundary is moved by, to see whether it is better where it is: a sentence, a paragraph.
pub(super) const MOVES: [f32; 2] = [15.0, 40.0];

/// The values that the weights are for.
pub(super) fn values(all: &[Cohesion], at: usize, contrast: &Contrast, cue: &Cue, title: f32) -> [f32; COUNT] {
    let c = &all[at];
    let expected: f32 = c.expected.iter().sum();
    let ratio = |kind: usize| (c.shared[kind] + 0.5) / (c.expected[kind] + 1.0);
    let is = |flag: bool| f32::from(u8::from(flag));
    [
        1.0,
        ratio(0),
        ratio(1),
        ratio(2),
        expected.ln_1p(),
        missed(c),
        c.known[0],
        c.known[1],
        c.again[0],
        c.again[1],
        c.gain,
        c.introduced.min(8.0),
        is(cue.is_dateline),
        is(cue.resumes),
        is(cue.is_quote),
        is(cue.is_quoted),
        f32::max(c.topics[0], c.topics[1]),
        loss(all, at, MOVES[0]),
        loss(all, at, MOVES[1]),
        title,
        f32::min(c.sizes[0], c.sizes[1]).ln_1p(),
        (c.sizes[0] + c.sizes[1]).ln_1p(),
        contrast.known[0],
        contrast.known[1],
        contrast.again[0],
        contrast.again[1],
        contrast.ahead[0],
        contrast.ahead[1],
        contrast.ahead[2],
    ]
}

/// The logarithm of the odds.
pub(super) fn score(values: &[f32; COUNT]) -> f32 {
    values.iter().zip(&WEIGHTS).map(|(value, (_, weight))| value * weight).sum()
}

/// What a term loses in likelihood when the boundary moves by at least so many terms, to the better side.
fn loss(all: &[Cohesion], at: usize, terms: f32) -> f32 {
    let here = &all[at];
    let total = here.sizes[0] + here.sizes[1];
    let loss = |other: Option<&Cohesion>, end: f32| {
        // No boundary so far away: the end of the text, where nothing is gained.
        let (gain, distance) = other.map_or((0.0, end), |o| (o.gain, (o.sizes[0] - here.sizes[0]).abs()));
        ((here.gain - gain) * total / distance.max(1.0)).clamp(-2.0, 2.0)
    };
    let before = all[..at].iter().rev().find(|o| here.sizes[0] - o.sizes[0] >= terms);
    let after = all[at + 1..].iter().find(|o| o.sizes[0] - here.sizes[0] >= terms);
    f32::min(loss(before, here.sizes[0]), loss(after, here.sizes[1]))
}
