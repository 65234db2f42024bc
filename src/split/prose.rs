//! How much of a page is likely article text, and where.

use super::module::Module;
use crate::container::ContainerId;
use crate::passage::Judged;
use std::ops::Range;

/// Likely article text.
pub(super) struct Prose {
    /// Its words, summed up to each passage.
    sums: Vec<f32>,
    /// Words of it that are links.
    linked: f32,
    /// The element of its middle.
    middle: Option<ContainerId>,
}

impl Prose {
    pub(super) fn new(judged: &[Judged<'_>]) -> Self {
        let (mut sum, mut linked) = (0.0, 0.0);
        let sums = judged.iter().map(|one| {
            let words = if one.cut.is_some() { 0.0 } else { one.probability.powi(2) * one.traits().words };
            linked += words * one.traits().link_density();
            sum += words;
            sum
        });
        let sums: Vec<f32> = std::iter::once(0.0).chain(sums).collect();
        let half = sums.last().copied().unwrap_or(0.0) / 2.0;
        let middle = judged.get(sums.partition_point(|s| *s < half).saturating_sub(1)).map(|one| one.passage.container);
        Self { sums, linked, middle }
    }

    /// The element of its middle.
    pub(super) fn middle(&self) -> Option<ContainerId> {
        self.middle
    }

    /// Words of it in a range of passages.
    pub(super) fn of(&self, range: &Range<usize>) -> f32 {
        self.sums[range.end] - self.sums[range.start]
    }

    /// Words of likely text that are in none of the module's items.
    pub(super) fn outside(&self, module: &Module) -> f32 {
        self.sums.last().copied().unwrap_or(0.0) - module.items.iter().map(|i| self.of(&i.passages)).sum::<f32>()
    }

    /// Whether most of the text is in no link, as an article's is, however short.
    pub(super) fn is_unlinked(&self) -> bool {
        2.0 * self.linked <= self.sums.last().copied().unwrap_or(0.0)
    }
}
