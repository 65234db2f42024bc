//! What stands behind a text and tells of it: a few lines on who wrote it, the address that it has.

use super::Page;
use super::arrange::{Plan, is_visual};
use crate::address::bare;
use crate::byline;
use crate::passage::Judged;

/// Passages of a text's end that are looked at.
const REACH: usize = 6;
/// Passages below an author's name, and words of each.
const MAX_LINES: usize = 2;
const MAX_WORDS: f32 = 80.0;
/// Bytes of a name's part by which a text speaks of the person.
const MIN_PART: usize = 3;
/// Words around the text's own address.
const MAX_BESIDE: f32 = 30.0;

/// What is told of the author below their bare name, up to the text's end: the name as the head says it, in a line of its own that may
/// be cut already.
pub(super) fn author(judged: &[Judged<'_>], plan: &Plan) -> Vec<usize> {
    let end = end(judged, plan);
    let is_author = |i: usize| {
        let name = judged[i].text.trim();
        let says_it = |head: usize| head != i && !judged[head].is_heading() && judged[head].text.contains(name);
        byline::is_person(name) && plan.head.iter().any(|&head| says_it(head))
    };
    let tells = |name: usize, i: &usize| {
        let words = judged[*i].traits().words;
        let of_name = |word: &str| judged[name].text.split_whitespace().any(|part| part.len() >= MIN_PART && part == word);
        words <= MAX_WORDS && judged[*i].text.split(|c: char| !c.is_alphabetic() && c != '-').any(of_name)
    };
    let box_of = |count: usize| {
        let lines = &end[end.len().checked_sub(count)?..];
        let name = lines.first()?.checked_sub(1).filter(|&above| is_author(above))?;
        let told: Vec<usize> = end.iter().copied().filter(|&i| i >= name).collect();
        lines.iter().all(|i| tells(name, i)).then_some(told)
    };
    (1..=MAX_LINES).find_map(box_of).unwrap_or_default()
}

/// The line of a page for printing that says where its text is to be found.
pub(super) fn address(judged: &[Judged<'_>], plan: &Plan, page: &Page<'_>) -> Vec<usize> {
    let own = || page.addresses.iter().map(|own| bare(own)).filter(|own| own.contains('/'));
    let says_it = |i: &usize| judged[*i].traits().words <= MAX_BESIDE && own().any(|own| judged[*i].text.contains(own));
    end(judged, plan).into_iter().filter(says_it).collect()
}

/// The last passages of the text, in order, pictures left out.
fn end(judged: &[Judged<'_>], plan: &Plan) -> Vec<usize> {
    let mut end: Vec<usize> = plan.main.iter().rev().copied().filter(|&i| !is_visual(&judged[i])).take(REACH).collect();
    end.reverse();
    end
}
