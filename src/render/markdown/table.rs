//! Tables of GFM: one head row, as many cells in each row as there are columns, nothing spans.

use super::line::{Place, line};
use crate::content::{Row, Table};

/// Columns that one cell may span here; wider ones are read as this wide, so that output stays linear in input.
const MAX_SPAN: u16 = 32;

/// The Markdown of a table; its caption stands above it.
pub(super) fn table(table: &Table) -> String {
    let rows = grid(&table.rows);
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width == 0 {
        return String::new();
    }
    let mut out = String::new();
    if let Some(caption) = &table.caption {
        out.push_str(&line(caption, Place::Paragraph));
        out.push_str("\n\n");
    }
    let has_head = table.rows.first().is_some_and(|r| r.head || r.cells.iter().all(|c| c.header));
    let (head, body) = rows.split_at(usize::from(has_head));
    let empty = Vec::new();
    write_row(head.first().unwrap_or(&empty), width, &mut out);
    out.push('|');
    out.push_str(&" --- |".repeat(width));
    out.push('\n');
    body.iter().for_each(|row| write_row(row, width, &mut out));
    out.truncate(out.trim_end().len());
    out
}

fn write_row(row: &[String], width: usize, out: &mut String) {
    out.push('|');
    for column in 0..width {
        out.push(' ');
        out.push_str(row.get(column).map_or("", String::as_str));
        out.push_str(" |");
    }
    out.push('\n');
}

/// Rows of cells, an empty one for each place that another cell spans.
fn grid(rows: &[Row]) -> Vec<Vec<String>> {
    // Rows that the cell above still covers, by column.
    let mut covered: Vec<u16> = Vec::new();
    rows.iter().map(|row| grid_row(row, &mut covered)).collect()
}

fn grid_row(row: &Row, covered: &mut Vec<u16>) -> Vec<String> {
    let mut cells = Vec::new();
    for cell in &row.cells {
        skip_covered(&mut cells, covered);
        let mut text = line(&cell.text, Place::Cell);
        for _ in 0..cell.columns.clamp(1, MAX_SPAN) {
            if covered.len() == cells.len() {
                covered.push(0);
            }
            covered[cells.len()] = cell.rows.saturating_sub(1);
            cells.push(std::mem::take(&mut text));
        }
    }
    skip_covered(&mut cells, covered);
    cells
}

fn skip_covered(cells: &mut Vec<String>, covered: &mut [u16]) {
    while let Some(rows) = covered.get_mut(cells.len()).filter(|r| **r > 0) {
        *rows -= 1;
        cells.push(String::new());
    }
}
