//! Where each passage goes, for who rewrites the page itself.

use super::Pipeline;
use crate::classify;
use crate::label::Reason;
use crate::split::{self, Place};

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
        let seen = self.seen.get(..known).unwrap_or(&self.seen);
        let page = self.page_to_split();
        let probabilities = self.models.second(seen, page.containers);
        let judged = classify::judge(seen, &probabilities, page.containers, page.is_thread);
        let parts = split::split(&judged, &page);
        let settled = self.settled.min(seen.len());
        let plan = split::arrange(&judged, &parts, &page, &self.is_shown[..settled]);
        let mut fates = vec![Fate::Main; seen.len()];
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
