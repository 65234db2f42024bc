//! What stands amid the text though the forests, which ask for each passage alone, hardly hope for it, whatever it is made of: a sentence
//! between two passages that are kept, a quotation, code or table beside one.
//!
//! On 1,156 pages of the corpus whose sites the forests had not seen, of what such a place speaks for and no rule cuts, three in four
//! words were their page's truth: of sentences 1,490 against 340, of quotations outside threads 420 against 140. Of tables half of them were;
//! those that the truths leave out are data of the text all the same.

use super::Page;
use super::arrange::{Plan, is_visual};
use super::companion::{MAX_LINKED, PROMPTS, is_furniture};
use crate::block::{Cell, Content, Table};
use crate::container::Hints;
use crate::hash::Set;
use crate::label::Reason;
use crate::passage::Judged;

/// Words of a passage that says something.
const MIN_SAID: f32 = 4.0;
/// Probability; what is less likely is not saved by where it stands.
const LEAST: f32 = 0.1;
/// The same of a table: forms, calendars and links to what comes next are laid out as tables.
const LEAST_TABLE: f32 = 0.15;
/// Rows and columns of a table that holds data.
const MIN_ROWS: usize = 3;
const MIN_COLUMNS: usize = 2;
/// Characters of a day in a calendar.
const MAX_DAY: usize = 2;
/// Elements between a passage and the one that is called a quotation.
const CLOSE: u8 = 2;

/// The passages that the model cut and that belong to the text that is `kept` by where they stand.
pub(super) fn find(judged: &[Judged<'_>], kept: &Set<usize>, plan: &Plan, page: &Page<'_>) -> Vec<usize> {
    let said: Vec<usize> = (0..judged.len()).filter(|&i| judged[i].traits().words >= MIN_SAID && !is_visual(&judged[i])).collect();
    let stays = |nth: Option<usize>| nth.and_then(|nth| said.get(nth)).is_some_and(|i| kept.contains(i));
    let belongs = |(i, reason, rule): &&(usize, Reason, &str)| {
        let Ok(nth) = said.binary_search(i) else { return false };
        let one = &judged[*i];
        let sides = [nth.checked_sub(1), Some(nth + 1)].map(stays);
        // What is like navigation, small print or a message is hardly ever text.
        let is_amid = sides == [true; 2] && matches!(reason, Reason::Boilerplate | Reason::Promotion) && is_sentence(one);
        let is_plain =
            || one.traits().link_density() <= MAX_LINKED && !one.reading.contains.intersects(PROMPTS) && !is_furniture(one, page);
        *i >= plan.settled && rule.starts_with("model/") && (is_amid || sides != [false; 2] && is_exhibit(one, page)) && is_plain()
    };
    plan.cut.iter().filter(belongs).map(|(i, ..)| *i).collect()
}

/// Small print begins with the sign that leads to it.
fn is_sentence(one: &Judged<'_>) -> bool {
    let is_small_print = || one.text.trim_start().starts_with(['*', '†', '‡', '^', '§']);
    one.probability >= LEAST && one.passage.is_plain_paragraph() && one.traits().ends_sentence_in_full() && !is_small_print()
}

/// Whether a passage is what a text shows: the words of others, code, data.
fn is_exhibit(one: &Judged<'_>, page: &Page<'_>) -> bool {
    // What members of a forum quote stands above as a post.
    let is_quoted = || !page.is_thread() && page.containers.get(one.passage.container).distance(Hints::QUOTE) <= CLOSE;
    match &one.passage.block.content {
        Content::Table(table) => one.probability >= LEAST_TABLE && holds_data(table),
        Content::Code { .. } => one.probability >= LEAST,
        _ => one.probability >= LEAST && is_quoted(),
    }
}

/// Calendars are made of numbers, and forms of labels beside nothing.
fn holds_data(table: &Table) -> bool {
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    let says = |cell: &&Cell| cell.text.text.trim().chars().count() > MAX_DAY;
    table.rows.len() >= MIN_ROWS
        && table.rows.iter().any(|row| row.cells.len() >= MIN_COLUMNS)
        && 2 * cells().filter(says).count() > cells().count()
}
