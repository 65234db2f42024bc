//! The pictures and embeds of a text: those that lead it, stand in it, or go on from one that does.

use super::arrange::{in_main, is_visual};
use super::{Page, Parts, Plan};
use crate::block::Content;
use crate::container::{Container, ContainerId, Hints};
use crate::hash::Set;
use crate::passage::Judged;

/// Passages; a picture further from the text than this is not its picture.
const PICTURE_REACH: usize = 3;
/// Passages between the title, the lead picture and the first paragraph: by-line, share buttons, standfirst.
const LEAD_REACH: usize = 8;

/// The main text's pictures among the passages that are not settled yet.
pub(super) fn find(judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, plan: &Plan, settled: usize) -> Vec<usize> {
    let (Some(&first), Some(&last)) = (plan.main.first(), plan.main.last()) else { return Vec::new() };
    let home = plan.main.iter().map(|&i| judged[i].passage.container).reduce(|a, b| page.containers.common(a, b).unwrap_or(a));
    let body: Set<ContainerId> = plan.main.iter().flat_map(|&i| page.containers.path(judged[i].passage.container).take(2)).collect();
    let mut kept: Set<usize> = plan.main.iter().copied().collect();
    let mut found = Vec::new();
    for i in settled..judged.len() {
        let one = &judged[i];
        if !in_main(parts, i) || !is_visual(one) || one.cut.is_some() {
            continue;
        }
        let at = one.passage.container;
        let captioned = has_caption(one);
        if is_furniture(page.containers.get(at), captioned) {
            continue;
        }
        let is_home = home.is_some_and(|h| page.containers.holds(h, at));
        let in_body =
            page.containers.path(at).take(6).any(|c| body.contains(&c)) || (captioned && is_home && one.traits().link_density() < 0.5);
        let is_close = (1..=PICTURE_REACH).any(|d| kept.contains(&(i + d)) || i >= d && kept.contains(&(i - d)));
        let is_rule = matches!(one.passage.block.content, Content::Rule);
        let stands_in_text = is_close && in_body && (!is_rule || i > first && i < last);
        if stands_in_text || (i < first && !is_rule && leads(i, first, captioned, plan, is_home)) {
            found.push(i);
            // A row of pictures goes on from the one at the text.
            if captioned {
                kept.insert(i);
            }
        }
    }
    found
}

fn has_caption(one: &Judged<'_>) -> bool {
    matches!(&one.passage.block.content, Content::Figure(figure) if figure.caption.is_some())
}

/// Whether a picture belongs to what stands around articles. A caption speaks for it: there, only what is right around it counts.
fn is_furniture(container: &Container, captioned: bool) -> bool {
    let near = container.distance(Hints::AUTHOR | Hints::ADVERT | Hints::SHARE | Hints::SPONSORED | Hints::NEWSLETTER);
    let far = container.distance(Hints::NAVIGATION | Hints::FOOTER | Hints::COMMENT);
    let related = container.distance(Hints::RELATED);
    if captioned {
        // "featured-image" names a picture, "featured" alone other articles.
        let is_named = container.hints.contains(Hints::CAPTION);
        near < 1 || far < 2 || (related < 2 && !is_named)
    } else {
        near < 3 || far.min(related) < 5
    }
}

/// Whether a picture before the text leads it: near the title, or with a caption not far before the first paragraph.
fn leads(i: usize, first: usize, captioned: bool, plan: &Plan, is_home: bool) -> bool {
    let by_title = plan.head.iter().any(|&h| h.abs_diff(i) <= LEAD_REACH);
    let reach = if captioned { 2 * LEAD_REACH } else { LEAD_REACH };
    first - i <= reach && (by_title || captioned && first - i <= LEAD_REACH) && (is_home || captioned)
}
