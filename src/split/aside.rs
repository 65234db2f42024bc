//! Lines amid the text that lead to the site's other articles: a paragraph that is a link and no more, between two that say something.
//!
//! On 1,156 pages of the corpus whose sites the forests had not seen, seven of eight such paragraphs that they let through in doubt were
//! none of their page's truth; the eighth led to a shop.

use super::Page;
use super::arrange::{Plan, is_visual};
use super::headline::MIN_BARE;
use super::target::{is_article_address, is_elsewhere};
use crate::passage::Judged;
use crate::tag::Tag;

/// Words of a line that is a title.
const MIN_TITLE: f32 = 4.0;
const MAX_TITLE: f32 = 25.0;
/// Probability; what is likelier is the text's, as entries of a list are that is written in paragraphs.
const DOUBTED: f32 = 0.75;
/// Probability and words of the paragraphs around.
const SURE: f32 = 0.85;
const MIN_PROSE: f32 = 15.0;

/// Those of `plan`'s main article.
pub(super) fn lines(judged: &[Judged<'_>], page: &Page<'_>, plan: &Plan) -> Vec<usize> {
    let texts: Vec<usize> = plan.main.iter().copied().filter(|&i| !is_visual(&judged[i])).collect();
    let is_prose = |i: usize| {
        let one = &judged[i];
        one.passage.is_plain_paragraph()
            && one.probability >= SURE
            && one.traits().words >= MIN_PROSE
            && one.traits().link_density() < MIN_BARE
    };
    let is_title = |i: usize| {
        let one = &judged[i];
        let traits = one.traits();
        one.passage.is_plain_paragraph()
            && page.containers.get(one.passage.container).tag == Tag::P
            && (MIN_TITLE..=MAX_TITLE).contains(&traits.words)
            && traits.link_density() >= MIN_BARE
            && !traits.ends_sentence
            && one.probability < DOUBTED
            && traits.link.as_deref().is_some_and(|to| is_article_address(to) && !to.starts_with("mailto:") && !is_elsewhere(to, page))
    };
    let amid = |at: &&[usize]| is_prose(at[0]) && is_title(at[1]) && is_prose(at[2]);
    texts.windows(3).filter(amid).map(|at| at[1]).collect()
}
