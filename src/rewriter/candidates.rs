//! Other texts of the page: what may have been meant where the guess was wrong.

use super::Pipeline;
use crate::article::Confidence;
use crate::container::ContainerId;
use crate::label::Reason;
use crate::outline::{Candidate, Removed};
use crate::passage::Judged;
use crate::rank;
use crate::split::{Plan, Texts};

/// Candidates; more are a list to read, not a way out.
const MOST: usize = 3;
/// Words; what has fewer is no text.
const LEAST_WORDS: f32 = 50.0;
/// Share of the main article's words; who reads a long text does not mean a short one.
const LEAST_SHARE: f32 = 0.2;
/// Words; shorter passages may be labels.
const PROSE: f32 = 10.0;
/// Bytes of a text that a button can show.
const EXCERPT: usize = 100;

/// What stands in an element that holds nothing of the main article.
#[derive(Default)]
struct Group {
    /// Passages, in the page's order.
    passages: Vec<usize>,
    /// Words of its prose.
    words: f32,
}

impl Pipeline {
    /// The largest texts that were cut, whole elements each, the longest first.
    pub(super) fn candidates(
        &self,
        judged: &[Judged<'_>],
        plan: &Plan,
        texts: &Texts,
        (removed, whole): (&[Removed], &[Option<usize>]),
        confidence: Confidence,
    ) -> Vec<Candidate> {
        let containers = self.segmenter.containers();
        let mut is_main = vec![false; containers.len()];
        for piece in &texts.main {
            // What lies around one that is known is known.
            let mut path = containers.path(judged[piece.passage].passage.container);
            while path.next().is_some_and(|id| !std::mem::replace(&mut is_main[id.0 as usize], true)) {}
        }
        // The outermost elements that hold nothing of it.
        let apart = |id: ContainerId| !is_main[id.0 as usize] && containers.get(id).parent.is_none_or(|parent| is_main[parent.0 as usize]);
        let apart = containers.of_kind(apart);
        // The group of each container, where it has one.
        let mut known: Vec<Option<usize>> = vec![None; containers.len()];
        let mut groups: Vec<Group> = Vec::new();
        for (i, reason, _) in &plan.cut {
            let container = judged[*i].passage.container;
            let outermost = apart.around(container).next();
            if let Some(id) = outermost.filter(|_| may_be_text(*reason, confidence)) {
                let nth = *known[id.0 as usize].get_or_insert_with(|| {
                    groups.push(Group::default());
                    groups.len() - 1
                });
                let group = &mut groups[nth];
                group.passages.push(*i);
                group.words += prose(&judged[*i]);
            }
        }
        let shown: f32 = texts.main.iter().map(|piece| judged[piece.passage].traits().words).sum();
        groups.retain(|g| g.words >= LEAST_WORDS.max(LEAST_SHARE * shown));
        // Of two of a length, the one that comes first.
        rank::sort(&mut groups, |g| g.passages.first().copied().unwrap_or(0) as u64);
        rank::sort(&mut groups, |g| rank::highest_first(g.words));
        groups.truncate(MOST);
        groups.iter().filter_map(|group| candidate(group, judged, (removed, whole))).collect()
    }
}

fn candidate(group: &Group, judged: &[Judged<'_>], (removed, whole): (&[Removed], &[Option<usize>])) -> Option<Candidate> {
    let id = |i: usize| judged[i].passage.block.id;
    let can_return = |i: &&usize| removed.binary_search_by_key(&id(**i), |r| r.id).is_ok_and(|nth| whole[nth].is_some());
    let blocks = group.passages.iter().filter(can_return).map(|&i| id(i)).collect();
    let first = group.passages.iter().map(|&i| &judged[i]).find(|one| prose(one) > 0.0)?;
    let text = first.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Candidate { excerpt: text[..text.floor_char_boundary(EXCERPT)].to_owned(), words: group.words as usize, blocks })
}

/// Words of a passage that is written in sentences.
fn prose(one: &Judged<'_>) -> f32 {
    let traits = one.traits();
    if traits.words >= PROSE && traits.ends_sentence && traits.link_density() < 0.5 { traits.words } else { 0.0 }
}

/// Readers' comments may be meant where the page's text is in doubt; what is named an advert or a menu never is.
fn may_be_text(reason: Reason, confidence: Confidence) -> bool {
    match reason {
        Reason::Boilerplate | Reason::About | Reason::Related | Reason::Legal | Reason::Paywall => true,
        Reason::Comments => confidence != Confidence::High,
        _ => false,
    }
}
