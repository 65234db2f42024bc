//! The last lines of a text: what is no part of it, though it stands there.

use super::arrange::{KEEP, LIKELY, Plan, make_in_element};
use super::{Page, Parts, companion};
use crate::lexicon::wording::Wording;
use crate::passage::Judged;

/// Words; what follows the last sentence and is shorter is no sentence.
const MAX_FRAGMENT: f32 = 18.0;
/// Probability from which such a line stays.
const SURE: f32 = 0.9;
/// Passages from the last line of a signature up to the last sentence: "Yours sincerely,", "Jane Doe", "Chair".
const MAX_SIGNATURE: usize = 3;
/// Paragraphs that end a sentence; texts with fewer may be made of lines.
const MIN_SENTENCES: usize = 4;

/// A short line without an end behind the last sentence is a button or a box, unless the forest is sure of it.
pub(super) fn fragments(judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, plan: &mut Plan) {
    let sentences = plan.main.iter().filter(|&&i| judged[i].traits().ends_sentence && judged[i].traits().words >= 10.0).count();
    // Below the last post may stand who wrote it.
    while let Some(last) = plan.last().filter(|&last| !parts.thread.is_head(last)) {
        let one = &judged[last];
        let is_short = one.passage.is_plain_paragraph() && !one.traits().ends_sentence && one.traits().words < MAX_FRAGMENT;
        // "Our assistant": "Explore what it can do for you:"
        let is_section = is_short && one.text.trim_end().ends_with([':', '：']) && plan.heads_last(judged);
        let is_fragment =
            is_short && one.probability < SURE && sentences >= MIN_SENTENCES && !tells_value(one) && !is_sibling(last, judged, page);
        if !is_section && (!is_fragment || is_led_to(last, judged, page, plan)) {
            break;
        }
        plan.cut_last("tail/fragment");
        if is_section {
            plan.cut_last("heading/empty");
        }
    }
}

/// Whether a line without links is made as the sentence before it, in the same element: a signature, a score, stars.
fn is_sibling(last: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let one = &judged[last];
    let above = judged[..last].iter().rev().filter(|above| !above.is_picture()).take(MAX_SIGNATURE);
    let is_made_so =
        above.take_while(|above| make_in_element(above, page) == make_in_element(one, page)).any(|above| above.traits().ends_sentence);
    let is_plain = one.traits().link_chars == 0 && one.traits().button_chars == 0 && !one.text.trim_end().ends_with([':', '：']);
    is_plain && one.probability >= LIKELY && !says_rights(one) && is_made_so
}

/// Whether the line above says what a link leads to: "The programme is here:"
fn is_led_to(last: usize, judged: &[Judged<'_>], page: &Page<'_>, plan: &Plan) -> bool {
    let above = plan.main.len().checked_sub(2).map(|above| plan.main[above]);
    above.is_some_and(|above| companion::leads_to(above, last, judged, page))
}

/// "Tickets: 12 euros at the door"
fn tells_value(one: &Judged<'_>) -> bool {
    let (label, value) = one.text.split_once([':', '：']).unwrap_or_default();
    one.traits().link_chars == 0 && one.probability >= KEEP && !says_rights(one) && !label.trim().is_empty() && !value.trim().is_empty()
}

fn says_rights(one: &Judged<'_>) -> bool {
    one.text.contains('©') || one.reading.contains.contains(Wording::COPYRIGHT)
}
