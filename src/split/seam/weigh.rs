//! How likely a boundary is a seam: a logistic regression over what the words and the first sentence say, and a second one over the
//! same in spreads, their squares, and how far a boundary is ahead of all others by the first. Of texts with a seam the second finds
//! six in a hundred more, where as many whole ones are split.
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

/// Mean and spread of each value but the bias over all boundaries, and what the second look weighs it and its square by.
const SPREAD: [[f32; 4]; COUNT - 1] = [
    [0.501, 0.264, -0.231, 0.170],
    [0.555, 0.256, 0.089, -0.030],
    [0.577, 0.258, 0.190, 0.048],
    [3.478, 0.962, -1.956, -0.388],
    [2.590, 1.555, 0.995, -0.033],
    [0.293, 0.195, -0.908, 0.188],
    [0.250, 0.191, 1.489, 0.735],
    [0.286, 0.197, 0.298, 0.017],
    [0.251, 0.192, 0.575, 0.708],
    [0.241, 0.096, 1.468, -0.785],
    [1.559, 1.887, 0.087, -0.030],
    [0.005, 0.071, 0.076, 0.019],
    [0.177, 0.382, 0.069, 0.041],
    [0.043, 0.203, -0.089, -0.023],
    [0.077, 0.267, 0.005, 0.002],
    [0.485, 0.227, -0.695, -0.224],
    [-0.395, 0.488, -0.001, -0.042],
    [-0.245, 0.434, 0.509, -0.131],
    [0.325, 0.231, -0.494, -0.456],
    [4.784, 0.976, -1.163, -0.913],
    [6.029, 0.982, 1.860, -0.160],
    [0.000, 0.124, 0.497, -0.123],
    [-0.000, 0.094, -1.436, -0.347],
    [0.000, 0.128, -0.319, -0.018],
    [0.000, 0.095, -0.199, -0.087],
    [-0.103, 0.150, -0.144, -0.113],
    [-0.049, 0.094, -0.794, 0.281],
    [-0.980, 1.521, -0.252, 0.093],
];
/// Spreads from the mean; what is further off counts no more.
const MAX_SPREAD: f32 = 4.0;
/// What the second look weighs besides: nothing, the lead by the first, that if it is one, the first score, that above nought, and that
/// above -2.
const BESIDES: [f32; 6] = [-2.226, 0.476, -0.285, 0.129, 0.082, 0.467];
/// The lead of a boundary without another counts from here.
const NO_OTHER: f32 = -6.0;
/// The lead counts up to here.
const MAX_LEAD: f32 = 10.0;

/// The likeliest boundary by the second look, and the logarithm of its odds.
pub(super) fn likeliest(all: &[[f32; COUNT]]) -> Option<(usize, f32)> {
    let first: Vec<f32> = all.iter().map(score).collect();
    let best = (0..first.len()).max_by(|a, b| first[*a].total_cmp(&first[*b]))?;
    let others = first.iter().enumerate().filter(|(i, _)| *i != best).map(|(_, score)| *score);
    let next = others.max_by(f32::total_cmp).unwrap_or(NO_OTHER);
    let second = |i: usize| {
        let lead = (first[i] - if i == best { next } else { first[best] }).clamp(-MAX_LEAD, MAX_LEAD);
        let besides = [1.0, lead, lead.max(0.0), first[i], first[i].max(0.0), (first[i] + 2.0).max(0.0)];
        let spread = |(value, [mean, spread, plain, square]): (&f32, &[f32; 4])| {
            let z = ((value - mean) / spread).clamp(-MAX_SPREAD, MAX_SPREAD);
            z * plain + z * z * square
        };
        let values: f32 = all[i][1..].iter().zip(&SPREAD).map(spread).sum();
        values + besides.iter().zip(&BESIDES).map(|(value, weight)| value * weight).sum::<f32>()
    };
    (0..all.len()).map(|i| (i, second(i))).max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The logarithm of the odds by the first look.
fn score(values: &[f32; COUNT]) -> f32 {
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
