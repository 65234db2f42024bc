//! The headings of the text, and those of what is none.

use super::arrange::{KEEP, SAME_TITLE, in_main, is_visual};
use super::{Page, Parts, Plan, companion, ingredients};
use crate::address;
use crate::block::Content;
use crate::byline;
use crate::date;
use crate::hash::Set;
use crate::label::Reason;
use crate::page_kind::PageKind;
use crate::passage::Judged;
use std::ops::RangeInclusive;

/// Probability from which a heading over text is kept. Out of fold, of 173 of the corpus below one half 137 are in the pages' own texts.
const HEADING_KEEP: f32 = 0.2;
/// The same where another heading is next: of 49 only the half.
const HEADING_OVER_HEADING: f32 = 0.4;
/// The same of a line that no heading's element holds, and the words of one.
const LINE_KEEP: f32 = 0.3;
const LINE_WORDS: RangeInclusive<f32> = 2.0..=10.0;
/// Share of bold letters.
const BOLD: f32 = 0.9;
/// Passages of a section, as far as its beginning.
const SECTION: usize = 12;
/// Words of a heading that are looked for, and bytes of a paragraph that they are looked for in.
const MAX_WORDS: usize = 20;
const MAX_TEXT: usize = 5_000;
/// Bytes of a name, and names in a heading that its text says again.
const MIN_NAME: usize = 4;
const MIN_NAMES: usize = 2;
/// The rule that cuts tables of contents.
const JUMPS: &str = "heading/jumps";
/// Jumps within the page in a row that are a table of contents.
const MIN_JUMPS: usize = 4;
/// Words; a line of fewer says what follows.
const MAX_LEAD: f32 = 18.0;
/// Probability from which such a line stays.
const SURE: f32 = 0.9;
/// The rule that cuts what heads nothing.
const OVER_NOTHING: &str = "heading/empty";
/// Headings at the end that are cut; a page that ends in more of them is made of them.
const MAX_EMPTY_HEADINGS: usize = 2;

/// Whether a heading's names come again in the text below it: a review's goods lead to shops.
pub(super) fn is_told(at: usize, judged: &[Judged<'_>]) -> bool {
    let level = |one: &Judged<'_>| one.passage.block.content.level();
    let Some(own) = level(&judged[at]) else { return false };
    let is_name = |word: &&str| word.len() >= MIN_NAME && word.starts_with(char::is_uppercase);
    let names: Set<&str> = address::words(&judged[at].text).take(MAX_WORDS).filter(is_name).collect();
    let below = judged[at + 1..].iter().take(SECTION).take_while(|one| level(one).is_none_or(|level| level > own));
    let is_text = |one: &&Judged<'_>| one.probability >= KEEP && one.traits().ends_sentence && one.text.len() <= MAX_TEXT;
    let text: Vec<&str> = below.filter(is_text).map(|one| &*one.text).collect();
    names.iter().filter(|name| text.iter().any(|text| text.contains(**name))).count() >= MIN_NAMES
}

/// A heading right over text that stays needs less to stay itself. [`super::companion`] brings back those that stand between paragraphs,
/// however unlikely.
pub(super) fn over_text(judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, plan: &mut Plan) {
    let Some(&first) = plan.main.first() else { return };
    let below = |i: usize| {
        let next = (i + 1..judged.len()).find(|&k| !is_visual(&judged[k]));
        next.filter(|next| judged[*next].probability >= KEEP && plan.main.binary_search(next).is_ok())
    };
    let belongs = |(i, _, rule): &&(usize, Reason, &str)| {
        let one = &judged[*i];
        let is_weak = matches!(*rule, "model/page" | "section");
        let heads = |next: usize| {
            let least = if judged[next].is_heading() { HEADING_OVER_HEADING } else { HEADING_KEEP };
            one.is_heading() && one.probability >= least && (one.title_likeness < SAME_TITLE || one.probability >= HEADING_OVER_HEADING)
                || is_bold_line(one)
                || is_line(*i, judged, page, plan)
        };
        is_weak && *i >= first && in_main(parts, *i) && below(*i).is_some_and(heads) && !ingredients::changes_amounts(*i, judged)
    };
    let found = plan.cut.iter().filter(belongs).map(|(i, ..)| *i).collect();
    plan.bring_back(found);
}

/// Whether a short line that no heading's element holds heads the next of two paragraphs that stay, side by side with both.
fn is_line(at: usize, judged: &[Judged<'_>], page: &Page<'_>, plan: &Plan) -> bool {
    let Some(beside @ [_, one, _]) = judged.get(at.wrapping_sub(1)..at + 2) else { return false };
    let traits = one.traits();
    let is_short = LINE_WORDS.contains(&traits.words) && traits.link_chars == 0 && !traits.ends_sentence;
    let parent = |one: &Judged<'_>| page.containers.get(one.passage.container).parent;
    let is_beside = |other: &Judged<'_>| parent(other) == parent(one) && other.passage.is_plain_paragraph();
    let stays = |at| plan.main.binary_search(&at).is_ok();
    one.probability >= LINE_KEEP && is_short && !date::is_date_line(&one.text) && beside.iter().all(is_beside) && stays(at - 1)
}

/// "**In short:**", over a list as often as over a paragraph.
fn is_bold_line(one: &Judged<'_>) -> bool {
    let traits = one.traits();
    let is_short = traits.words <= *LINE_WORDS.end() && traits.bold_share() >= BOLD && one.passage.is_plain_paragraph();
    let leads = traits.link_chars > 0 || traits.button_chars > 0;
    one.probability >= LINE_KEEP
        && is_short
        && !leads
        && one.reading.starts.is_empty()
        && !byline::is_person(&one.text)
        && !date::is_date_line(&one.text)
}

fn is_jump(one: &Judged<'_>) -> bool {
    one.traits().link.as_deref().is_some_and(|href| href.starts_with('#'))
}

/// A table of contents is kept whole or not at all: what is kept of one that was mostly cut is cut.
fn part_of_jumps(judged: &[Judged<'_>], plan: &mut Plan) {
    let mut found = Vec::new();
    let mut at = plan.settled;
    while at < judged.len() {
        // Headings of documentation lead to themselves.
        let run = judged[at..].iter().take_while(|one| is_jump(one) && !one.is_heading()).count();
        let from = plan.main.partition_point(|&i| i < at);
        let to = plan.main.partition_point(|&i| i < at + run);
        if run >= MIN_JUMPS && 2 * (to - from) < run {
            found.extend_from_slice(&plan.main[from..to]);
        }
        at += run + 1;
    }
    plan.cut_out(found, Reason::Navigation, JUMPS);
}

/// A heading over jumps within the page, all of them cut, heads a table of contents; over a single one, a section with its way back.
pub(super) fn over_jumps(judged: &[Judged<'_>], plan: &mut Plan) {
    part_of_jumps(judged, plan);
    let kept: Set<usize> = plan.main.iter().copied().collect();
    let is_cut_jump = |i: usize| judged.get(i).is_some_and(is_jump) && !kept.contains(&i);
    let heads_jumps = |i: usize| judged[i].is_heading() && !judged[i].traits().ends_sentence && (i + 1..=i + 2).all(is_cut_jump);
    let found: Vec<usize> = plan.main.iter().copied().filter(|&i| heads_jumps(i)).collect();
    plan.cut_out(found, Reason::Navigation, JUMPS);
}

/// A heading with nothing under it heads what was cut.
pub(super) fn over_nothing(judged: &[Judged<'_>], page: &Page<'_>, plan: &mut Plan) {
    let last = plan.main.iter().rev().map(|&i| &judged[i]).take_while(|one| one.is_heading() || is_visual(one));
    if page.kind != PageKind::Article && last.filter(|one| one.is_heading()).count() > MAX_EMPTY_HEADINGS {
        return;
    }
    for _ in 0..MAX_EMPTY_HEADINGS {
        let Some(last) = plan.last() else { break };
        let one = &judged[last];
        let is_kept = |k: &usize| plan.main.binary_search(k).is_ok();
        let is_empty = || one.is_heading() && !one.traits().ends_sentence && !companion::names_quoted(last, judged, &is_kept, page);
        if !(is_empty() || matches!(one.passage.block.content, Content::Rule)) || plan.main.len() == 1 {
            break;
        }
        plan.cut_last(OVER_NOTHING);
    }
}

/// A last line that leads to what was cut, and its heading: "Our assistant", "Explore what it can do for you:"
pub(super) fn over_lead(judged: &[Judged<'_>], plan: &mut Plan) {
    while let Some(last) = plan.last() {
        let one = &judged[last];
        let leads = one.passage.is_plain_paragraph() && one.traits().words < MAX_LEAD && one.text.trim_end().ends_with([':', '：']);
        let is_headed = plan.heads_last(judged);
        if !leads || !is_headed && one.probability >= SURE || plan.main.len() == 1 {
            break;
        }
        plan.cut_last(OVER_NOTHING);
        if is_headed {
            plan.cut_last(OVER_NOTHING);
        }
    }
}
