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
    ("bias", -6.097),
    ("names shared, of those expected", -2.334),
    ("long words shared, of those expected", 0.637),
    ("short words shared, of those expected", 0.896),
    ("words expected on both sides, logarithm", 0.322),
    ("words missed on one side, in standard deviations", -0.255),
    ("share of the next terms that are known, near", -3.158),
    ("share of the next terms that are known, far", -8.187),
    ("share of the last terms that come again, near", -5.780),
    ("share of the last terms that come again, far", -5.762),
    ("gain in likelihood a term", 8.724),
    ("words that the first sentence brings in", 0.224),
    // Set by hand: too rare in the corpus to be learnt.
    ("begins with a dateline", 2.500),
    ("begins by resuming", -0.603),
    ("begins with a quotation", 0.274),
    ("stands in a quotation", -1.209),
    ("topics carried over, of the side that carries more", -1.076),
    ("loss in likelihood a term when moved by a sentence", 1.751),
    ("loss in likelihood a term when moved by a paragraph", 1.367),
    ("words of the title, of those used at all, that are used behind", -4.034),
    ("terms on the shorter side, logarithm", -0.663),
    ("terms of the text, logarithm", 1.263),
    ("share of the next terms that are known, near, less the mean", -2.132),
    ("share of the next terms that are known, far, less the mean", -7.822),
    ("share of the last terms that come again, near, less the mean", 2.096),
    ("share of the last terms that come again, far, less the mean", -8.015),
    ("novelty ahead of the best boundary elsewhere", -2.311),
    ("gain ahead of the best boundary elsewhere", -3.035),
    ("words missed ahead of the best boundary elsewhere", 0.454),
];

/// Terms that a boundary is moved by, to see whether it is better where it is: a sentence, a paragraph.
pub(super) const MOVES: [f32; 2] = [15.0, 40.0];

/// The values that the weights are for.
pub(super) fn values(all: &[Cohesion], at: usize, contrast: &Contrast, cue: Cue, title: f32) -> [f32; COUNT] {
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
