//! Tables of GFM: one head row, as many cells in each row as there are columns, nothing spans.

use super::line::{Place, line};
use crate::content::{Inline, Row, Table};

/// Columns that one cell may span here, and empty cells for each real one: output stays linear in input.
const MAX_SPAN: usize = 32;

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
    // The head decides on the columns; the other rows may be shorter.
    let mut first = head.first().unwrap_or(&empty).clone();
    first.resize(width, String::new());
    write_row(&first, &mut out);
    out.push('|');
    out.push_str(&" --- |".repeat(width));
    out.push('\n');
    for row in body {
        write_row(row, &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

fn write_row(row: &[String], out: &mut String) {
    out.push('|');
    for cell in row {
        out.push(' ');
        out.push_str(cell);
        out.push_str(" |");
    }
    out.push('\n');
}

/// Rows of cells, an empty one for each place that another cell spans.
fn grid(rows: &[Row]) -> Vec<Vec<String>> {
    let cells: usize = rows.iter().map(|r| r.cells.len()).sum();
    let mut grid = Grid { free_from: Vec::new(), room: cells * MAX_SPAN };
    rows.iter().enumerate().map(|(at, row)| grid.row(at, row)).collect()
}

struct Grid {
    /// By column: the first row that no cell above reaches into.
    free_from: Vec<usize>,
    /// Empty cells that may still be written.
    room: usize,
}

impl Grid {
    fn row(&mut self, at: usize, row: &Row) -> Vec<String> {
        let mut cells = Vec::new();
        for cell in &row.cells {
            while self.free_from.get(cells.len()).is_some_and(|free| *free > at) && self.room > 0 {
                self.room -= 1;
                cells.push(String::new());
            }
            let mut text = cell_text(&cell.text);
            for _ in 0..usize::from(cell.columns).clamp(1, MAX_SPAN) {
                if self.free_from.len() == cells.len() {
                    self.free_from.push(0);
                }
                self.free_from[cells.len()] = at + usize::from(cell.rows);
                cells.push(std::mem::take(&mut text));
            }
        }
        cells
    }
}

/// A cell's line; a table reads its bars before it reads code.
fn cell_text(text: &Inline) -> String {
    let line = line(text, Place::Cell);
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if c == '|' && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
