//! What is decided for good while the page still comes, so that a pipe can write it.

use super::decide::Decided;
use super::{MAIN, Pipeline, evidence};
use crate::article::Metadata;
use crate::block::Content;
use crate::classify;
use crate::split;

/// First probability from which a passage may be settled before the page's end; as far below 1 it may be settled as left out.
const CLEAR: f32 = 0.9;
/// Shown blocks that come before one is settled: enough to see that it does not head something else.
const SETTLE_LAG: usize = 6;
/// First probability up to which a picture is settled as left out: most are decided by what stands around them.
const NO_PICTURE: f32 = 0.03;
/// A text is searched for the beginning of another story whenever it has grown by one part in so many: all searches together cost some
/// three times the one at its end, and who reads on waits for a third of the text at most.
const GROWTH: usize = 2;

impl Pipeline {
    /// Decides for good what is clear and well behind the last shown block, so that a pipe can write it.
    pub(super) fn settle(&mut self) {
        if !self.context.title_seen() {
            return;
        }
        let Some(end) = self.is_shown.iter().enumerate().rev().filter(|(_, shown)| **shown).nth(SETTLE_LAG).map(|(i, _)| i + 1) else {
            return;
        };
        let known = self.clear;
        if self.seen.len() < self.searched + self.searched / GROWTH {
            return;
        }
        while self.clear < end && self.is_clear(self.clear) {
            self.clear += 1;
        }
        if self.clear > known {
            // Where another story perhaps begins is not decided before the end: what is settled is parted no more.
            self.searched = self.seen.len();
            self.clear = self.suspect().filter(|other| *other >= known).map_or(self.clear, |other| self.clear.min(other));
        }
        let last = (known..self.clear).rev().find(|&i| self.is_shown[i]);
        if let Some(last) = last {
            if self.settled == 0 {
                self.shown.update(MAIN, self.metadata_so_far());
            }
            self.settled = last + 1;
            let block = self.seen[last].passage.block.id;
            self.shown.settled(MAIN, block);
        }
    }

    /// Whether the end will not decide otherwise than now, as far as one can tell.
    fn is_clear(&self, i: usize) -> bool {
        let seen = &self.seen[i];
        let is_further = self.first_shown.is_some_and(|f| f < i);
        // Over the text or amid it one with a date heads a day of a diary.
        let is_over = self.first_shown.is_some_and(|f| f <= i + 1);
        let is_day = is_over && matches!(seen.passage.block.content, Content::Heading { .. });
        if self.is_shown[i] {
            let is_sure = |one: usize| self.is_shown.get(one) == Some(&true) && self.seen[one].first >= CLEAR;
            let is_text = seen.first >= CLEAR || i > 0 && is_sure(i - 1) && is_sure(i + 1);
            evidence::is_visual(&seen.passage) || is_text && !(is_further && evidence::may_begin_another(seen))
        } else {
            let is_visual = evidence::is_visual(&seen.passage);
            let is_out = evidence::is_like_title(seen)
                || seen.first <= if is_visual { NO_PICTURE } else { 1.0 - CLEAR }
                || evidence::says_who_or_when(&seen.passage) && !is_day
                || !is_visual && classify::is_cut_at_sight(seen, &self.seen[..i], self.segmenter.containers());
            // Over a further text it may be a post's head.
            let may_head = || evidence::may_head_another(seen) || evidence::may_head_post(seen, self.segmenter.containers());
            is_out && !(is_further && may_head())
        }
    }

    /// The shown passage with which another story perhaps begins.
    fn suspect(&self) -> Option<usize> {
        let shown = self.seen.iter().map(|s| &s.passage).enumerate().zip(&self.is_shown);
        let title = self.collector.title(&self.base);
        split::suspect(shown.filter(|(_, is_shown)| **is_shown).map(|(passage, _)| passage), title.as_deref().unwrap_or_default())
    }

    /// What the head of an article that is written while the page comes can say: who reads on sees the rest at the end.
    fn metadata_so_far(&self) -> Metadata {
        let page = self.page_to_split();
        let Decided { judged, parts, plan } = self.decide(self.seen.len(), &page);
        self.metadata(&evidence::gather(&judged, &plan, &parts, &page))
    }
}
