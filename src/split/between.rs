//! What stands between a picture and the text or the title.

use super::arrange::is_visual;
use super::picture::is_large;
use super::{Page, headline};
use crate::block::Content;
use crate::container::{ContainerId, Containers, Hints};
use crate::hash::Set;
use crate::passage::Judged;

/// Passages; a picture further from the text than this is not its picture.
pub(super) const PICTURE_REACH: usize = 3;
/// Passages between the title, the lead picture and the first paragraph: by-line, share buttons, standfirst.
pub(super) const LEAD_REACH: usize = 8;
/// Elements around title and picture, up to the one that holds both.
const TITLE_LEVELS: usize = 3;
/// Words between a captioned picture and its text that are not of the text: buttons, counters, the names of a share bar.
pub(super) const MAX_BETWEEN: f32 = 40.0;
/// Passages between the two, so that a page of pictures takes linear time.
const MAX_PASSED: usize = 48;

/// What stands between a picture and the text.
pub(super) struct Between<'a> {
    pub(super) judged: &'a [Judged<'a>],
    pub(super) kept: &'a Set<usize>,
    pub(super) head: &'a [usize],
}

impl Between<'_> {
    /// The kept passage nearest to `i`, with at most `words` between that are not of the text.
    pub(super) fn nearest(&self, i: usize, words: f32) -> Option<usize> {
        let is_own = |k: usize| self.kept.contains(&k) || self.head.contains(&k) || is_visual(&self.judged[k]);
        let reach = |at: &mut dyn Iterator<Item = usize>| {
            let mut passed = 0.0;
            let is_near = |k: &usize| {
                passed += if is_own(*k) { 0.0 } else { self.judged[*k].traits().words };
                passed <= words
            };
            at.take(MAX_PASSED).take_while(is_near).find(|k| self.kept.contains(k))
        };
        let after = reach(&mut (i + 1..self.judged.len()));
        let before = reach(&mut (0..i).rev());
        match (before, after) {
            (Some(b), Some(a)) => Some(if i - b < a - i { b } else { a }),
            (b, a) => b.or(a),
        }
    }

    /// Whether passage `i` stands side by side with the text in one element: between two of its passages, or, with a caption, under
    /// the title and right over the first.
    pub(super) fn is_beside_text(&self, i: usize, captioned: bool, containers: &Containers) -> bool {
        let own = self.judged[i].passage.container;
        let holds = |around: ContainerId, inner: ContainerId| containers.path(inner).take(2).any(|c| c == around);
        let text = |k: usize| self.kept.contains(&k).then_some(self.judged[k].passage.container);
        // The picture's own element, or the one around it, where text is in it too.
        let shared = |text: ContainerId| containers.common(text, own).filter(|&common| holds(common, own));
        let is_beside = |k: usize| text(k).is_some_and(|text| shared(text).is_some_and(|common| holds(common, text)));
        let is_passed = |k: &usize| !is_visual(&self.judged[*k]);
        let before = (0..i).rev().take(MAX_PASSED).find(is_passed);
        let after = (i + 1..self.judged.len()).take(MAX_PASSED).find(is_passed);
        if before.is_some_and(is_beside) && after.is_some_and(is_beside) {
            return true;
        }
        // The text may begin in an element beside it.
        let leads = || after.and_then(text).and_then(shared).is_some();
        captioned && self.title_above(i) && containers.get(own).distance(Hints::AUTHOR) > 1 && leads()
    }

    /// Whether the passages before and behind `i` that are no pictures are both of the text.
    pub(super) fn is_between(&self, i: usize) -> bool {
        let is_kept = |k: Option<usize>| k.is_some_and(|k| self.kept.contains(&k));
        let is_passed = |k: &usize| !is_visual(&self.judged[*k]);
        is_kept((0..i).rev().take(MAX_PASSED).find(is_passed)) && is_kept((i + 1..self.judged.len()).take(MAX_PASSED).find(is_passed))
    }

    /// Whether picture `i` stands in the `article` element of the title.
    pub(super) fn opens_article(&self, i: usize, first: usize, containers: &Containers) -> bool {
        let at = |k: usize| self.judged[k].passage.container;
        let mut titles = self.head.iter().filter(|&&h| self.judged[h].is_heading());
        first - i <= 2 * LEAD_REACH && titles.next().is_some_and(|&title| containers.shares_article(at(i), at(title)))
    }

    /// Whether a picture leads where a line beside it leads that is not of the text.
    pub(super) fn is_teaser(&self, i: usize, href: &str, page: &Page<'_>) -> bool {
        let mut beside = (i.saturating_sub(PICTURE_REACH)..self.judged.len().min(i + 1 + PICTURE_REACH)).filter(|k| !self.kept.contains(k));
        beside.any(|k| {
            let one = &self.judged[k];
            !is_visual(one) && headline::target(one, page) == Some(href) && !self.head.contains(&k)
        })
    }

    /// Whether the title stands right over passage `i`.
    pub(super) fn title_above(&self, i: usize) -> bool {
        self.head.iter().any(|&h| h < i && i - h <= LEAD_REACH && self.judged[h].is_heading())
    }

    /// Whether a large picture stands right over or under the title, in an element that holds little more than both.
    pub(super) fn with_title(&self, i: usize, containers: &Containers) -> bool {
        let own = self.judged[i].passage.container;
        let holds_both = |h: usize| {
            let title = self.judged[h].passage.container;
            let near = |around: ContainerId, inner: ContainerId| containers.path(inner).take(TITLE_LEVELS).any(|c| c == around);
            containers.common(own, title).is_some_and(|both| near(both, own) && near(both, title))
        };
        let title = self.head.iter().find(|&&h| h.abs_diff(i) <= PICTURE_REACH && self.judged[h].is_heading());
        title.is_some_and(|&h| holds_both(h)) && is_large(self.judged[i].passage, containers)
    }

    /// Whether a picture of unknown size stands beside title and text, in the element that holds both. Portraits stand with the by-line.
    pub(super) fn parts_title_from_text(&self, i: usize, first: usize, containers: &Containers) -> bool {
        let one = self.judged[i].passage;
        let Content::Figure(figure) = &one.block.content else { return false };
        let text = self.judged[first].passage.container;
        let title = self.head.iter().rev().find(|&&h| h < i && self.judged[h].is_heading()).map(|&h| self.judged[h].passage.container);
        let around = title.and_then(|title| containers.common(title, text));
        // In an element of its own, if in any.
        let others = i.checked_sub(1).into_iter().chain([i + 1]).filter_map(|k| self.judged.get(k));
        let is_alone = || !others.clone().any(|other| containers.holds(one.container, other.passage.container));
        let is_beside = Some(one.container) == around || containers.get(one.container).parent == around && is_alone();
        figure.images.iter().all(|image| image.width.is_none()) && around.is_some() && is_beside
    }

    /// Whether the title stands over passage `i`, or a little under it.
    pub(super) fn title(&self, i: usize) -> bool {
        let words = |range: std::ops::Range<usize>| -> f32 {
            range.filter(|&k| !is_visual(&self.judged[k])).map(|k| self.judged[k].traits().words).sum()
        };
        self.head.iter().any(|&h| h.abs_diff(i) <= MAX_PASSED && (h < i || words(i..h) <= MAX_BETWEEN))
    }
}
