//! Where each passage goes, for who rewrites the page itself.

use super::Pipeline;
use super::decide::Decided;
use crate::label::Reason;
use crate::split::Place;

/// Where a passage goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// To the main article.
    Main,
    /// To the related article of this number.
    Related(usize),
    /// Nowhere, for this reason, by this rule.
    Cut(Reason, &'static str),
}

impl Pipeline {
    /// Decides about the first `known` passages, as if the page ended there.
    pub(crate) fn fates(&self, known: usize) -> Vec<Fate> {
        let Decided { judged, parts, plan } = self.decide(known, &self.page_to_split());
        let mut fates = vec![Fate::Main; judged.len()];
        for (i, reason, rule) in plan.cut {
            fates[i] = Fate::Cut(reason, rule);
        }
        for (fate, place) in fates.iter_mut().zip(&parts.places) {
            if let Place::Body(nth) | Place::Head(nth) = place {
                *fate = Fate::Related(*nth);
            }
        }
        fates
    }
}
