//! How a boundary stands out among all others of its text: a text of many subjects has many weak places, a seam is the one.

use super::cohesion::Cohesion;

/// Terms; boundaries nearer than this are the same place.
const APART: f32 = 60.0;

/// A boundary beside the others.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Contrast {
    /// What is known and what comes again, near and far, less the text's mean.
    pub(super) known: [f32; 2],
    pub(super) again: [f32; 2],
    /// Novelty, gain and missed words, less those of the best boundary elsewhere.
    pub(super) ahead: [f32; 3],
}

/// Words missed on one side, in standard deviations.
pub(super) fn missed(c: &Cohesion) -> f32 {
    let expected: f32 = c.expected.iter().sum();
    let shared: f32 = c.shared.iter().sum();
    (expected - shared) / (expected + 1.0).sqrt()
}

/// One for each of the boundaries that may be seams, which are given in order.
pub(super) fn of(all: &[Cohesion], may_be: &[usize]) -> Vec<Contrast> {
    let chosen: Vec<&Cohesion> = may_be.iter().map(|&i| &all[i]).collect();
    let mean = |value: &dyn Fn(&Cohesion) -> f32| chosen.iter().map(|c| value(c)).sum::<f32>() / chosen.len().max(1) as f32;
    let known = [0, 1].map(|n| mean(&|c| c.known[n]));
    let again = [0, 1].map(|n| mean(&|c| c.again[n]));
    let novelty = |c: &Cohesion| -(c.known[1] + c.again[1]) / 2.0;
    let ahead = [leads(&chosen, &novelty), leads(&chosen, &|c| c.gain), leads(&chosen, &missed)];
    chosen
        .iter()
        .enumerate()
        .map(|(k, c)| Contrast {
            known: [0, 1].map(|n| c.known[n] - known[n]),
            again: [0, 1].map(|n| c.again[n] - again[n]),
            ahead: [ahead[0][k], ahead[1][k], ahead[2][k]],
        })
        .collect()
}

/// How far each is ahead of the best that is apart from it; with none apart, of none.
fn leads(chosen: &[&Cohesion], value: &dyn Fn(&Cohesion) -> f32) -> Vec<f32> {
    let place = |k: usize| chosen[k].sizes[0];
    let mut before = f32::NEG_INFINITY;
    let (mut from, mut to) = (0, 0);
    let suffix = suffix_best(chosen, value);
    (0..chosen.len())
        .map(|k| {
            while from < k && place(k) - place(from) >= APART {
                before = before.max(value(chosen[from]));
                from += 1;
            }
            while to < chosen.len() && place(to) - place(k) < APART {
                to += 1;
            }
            let other = before.max(suffix[to]);
            if other.is_finite() { value(chosen[k]) - other } else { 0.0 }
        })
        .collect()
}

/// The best value from each place on.
fn suffix_best(chosen: &[&Cohesion], value: &dyn Fn(&Cohesion) -> f32) -> Vec<f32> {
    let mut best = vec![f32::NEG_INFINITY; chosen.len() + 1];
    for k in (0..chosen.len()).rev() {
        best[k] = best[k + 1].max(value(chosen[k]));
    }
    best
}
