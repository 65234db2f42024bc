//! The second decision's probabilities → decisions that serve the page as a whole.
//!
//! What counts of a page is F1 of the shown words. Where every passage is as good as certain, the best cut is at one half; where the
//! page is in doubt it lies lower. In theory at half the F1 that can be hoped for (Lipton, Elkan, Narayanaswamy: "Optimal Thresholding
//! of Classifiers to Maximize F1 Measure", 2014); the line used here keeps clear pages at one half, which was better out of fold on
//! news and no worse elsewhere. So a page is never left empty because nothing on it is certain.

use super::page::Seen;
use crate::rank;

/// The cut's line over the F1 hoped for; see above.
const SLOPE: f32 = 0.8;
const OFFSET: f32 = 0.2;
/// Probability; where next to nothing can be hoped for, the likeliest passages are still shown.
const LOWEST: f32 = 0.01;
/// Probability; a passage that is more likely than not is always shown.
const HIGHEST: f32 = 0.5;

/// Probabilities to be cut at one half, one for each passage, from those that the second forest gave.
pub(crate) fn decide(seen: &[Seen], second: &[f32]) -> Vec<f32> {
    let cut = best_cut(seen, second);
    second.iter().map(|&p| spread(p, cut)).collect()
}

/// The cut, from the F1 that the page's best choice of passages can hope for: one half from .88 on, .2 where it is .5.
fn best_cut(seen: &[Seen], second: &[f32]) -> f32 {
    let mut likely: Vec<(f32, f32)> =
        seen.iter().zip(second).filter(|(s, _)| is_text(s)).map(|(s, &p)| (p, s.passage.traits.words)).collect();
    rank::sort(&mut likely, |l| rank::highest_first(l.0));
    let expected: f32 = likely.iter().map(|(p, words)| p * words).sum();
    let (mut right, mut shown, mut best) = (0.0, 0.0, 0.0);
    for (p, words) in likely {
        right += p * words;
        shown += words;
        best = f32::max(best, 2.0 * right / f32::max(shown + expected, 1.0));
    }
    (SLOPE * best - OFFSET).clamp(LOWEST, HIGHEST)
}

/// Pictures, films and formulas have no words that count.
fn is_text(seen: &Seen) -> bool {
    !seen.passage.block.content.is_visual()
}

/// Moves `cut` to one half; 0 and 1 stay.
fn spread(p: f32, cut: f32) -> f32 {
    if p > cut { 0.5 + 0.5 * (p - cut) / (1.0 - cut) } else { 0.5 * p / cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_goes_to_one_half_and_order_stays() {
        assert!((spread(0.3, 0.3) - 0.5).abs() < 1e-6);
        assert!(spread(0.31, 0.3) > 0.5 && spread(0.29, 0.3) < 0.5);
        assert!((spread(1.0, 0.3) - 1.0).abs() < 1e-6 && spread(0.0, 0.3).abs() < 1e-6);
    }
}
