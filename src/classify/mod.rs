//! [`Passage`]s in context → [`Verdict`]s: at once when a passage arrives, and again when the whole page is known.

mod context;
mod features;
mod model;
mod overlap;
mod page;
pub(crate) mod rules;

use crate::container::Containers;
use crate::passage::Judged;
pub(crate) use context::{Clues, Context};
pub(crate) use model::Model;
pub(crate) use page::{Seen, rows};

/// The two forests.
#[derive(Clone, Debug, Default)]
pub(crate) struct Models {
    first: Option<Model>,
    second: Option<Model>,
}

impl Models {
    /// The forests that the crate was built with; see `train/README.md`.
    pub(crate) fn built_in() -> Self {
        Self { first: Model::read(include_bytes!("../../data/first.bin")), second: Model::read(include_bytes!("../../data/second.bin")) }
    }

    /// A first forest alone, for training the second.
    pub(crate) fn of_first(first: Option<Model>) -> Self {
        Self { first, second: None }
    }

    /// The first decision's probability.
    pub(crate) fn first(&self, row: &[f32]) -> f32 {
        self.first.as_ref().map_or(0.0, |m| m.probability(row))
    }

    /// The second decision's probabilities, one for each passage.
    pub(crate) fn second(&self, seen: &[Seen], containers: &Containers) -> Vec<f32> {
        let Some(model) = &self.second else { return seen.iter().map(|s| s.first).collect() };
        rows(seen, containers, false).0.iter().map(|row| model.probability(row)).collect()
    }
}

/// Brings together what is known of a passage when the page is complete.
pub(crate) fn judge<'s>(seen: &'s Seen, probability: f32, _containers: &Containers) -> Judged<'s> {
    Judged {
        passage: &seen.passage,
        text: seen.passage.text(),
        reading: seen.glance.reading,
        title_likeness: seen.glance.title_likeness,
        probability,
        cut: None,
    }
}
