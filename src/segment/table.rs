//! Data tables stay whole, layout tables become the blocks that they lay out.

use crate::block::{Cell, Content, Inline, Mark, MarkKind, Row, Table};
use crate::event::Attributes;
use crate::passage::Passage;

/// Characters; cells of data are shorter on average.
const MAX_MEAN_CELL: usize = 160;
/// Characters; a table with heads is data even with long cells, up to here on average.
const MAX_MEAN_HEADED_CELL: usize = 600;
/// Share of a headline's characters under its link; before it a name may stand: "The Example: …".
const MIN_LINKED: f32 = 0.6;
/// The same where only a date in numbers stands beside a short title, and its characters: "(2025年5月10日)".
const MIN_STAMPED: f32 = 0.35;
const MAX_STAMP: u32 = 14;
/// Words; what is shorter is no headline.
const MIN_HEADLINE: f32 = 3.0;
/// Characters beside a row's headline: a rank, a time.
const MAX_BESIDE: u32 = 24;
/// The same, and cells, of a row that names a publisher, too.
const MAX_BESIDE_NAMED: u32 = 40;
const MAX_NAMED: usize = 3;
/// Words of a paragraph in a cell, and paragraphs that are a text.
const MIN_PARAGRAPH: f32 = 8.0;
const MIN_PARAGRAPHS: usize = 2;
/// Blocks in one cell; data has fewer.
const MAX_BLOCKS_IN_CELL: usize = 12;
/// Bytes that a row or cell counts, and a block in it beside its text.
const PART: usize = 8;
const BLOCK: usize = 24;

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The number of the element.
    pub(super) element: u32,
    rows: Vec<DraftRow>,
    caption: Vec<Passage>,
    in_caption: bool,
    in_head: bool,
    heads: usize,
    bytes: usize,
    /// Known to be layout: blocks pass through.
    layout: bool,
}

#[derive(Debug, Default)]
struct DraftRow {
    head: bool,
    cells: Vec<DraftCell>,
}

#[derive(Debug)]
struct DraftCell {
    header: bool,
    columns: u16,
    rows: u16,
    blocks: Vec<Passage>,
}

/// What a table turned out to be.
pub(super) enum Outcome {
    /// One block.
    Data(Table),
    /// The blocks that it lays out, in order.
    Layout(Vec<Passage>),
}

impl Draft {
    pub(super) fn new(element: u32, attributes: &Attributes) -> Self {
        let layout = matches!(attributes.get("role"), Some("presentation" | "none"));
        Self { element, layout, ..Self::default() }
    }

    pub(super) fn is_layout(&self) -> bool {
        self.layout
    }

    pub(super) fn caption(&mut self, open: bool) {
        self.in_caption = open;
    }

    pub(super) fn head(&mut self, open: bool) {
        self.in_head = open;
    }

    pub(super) fn row(&mut self, limit: usize) {
        if self.has_room(limit) {
            self.rows.push(DraftRow { head: self.in_head, cells: Vec::new() });
        }
    }

    pub(super) fn cell(&mut self, header: bool, attributes: &Attributes, limit: usize) {
        if self.rows.is_empty() {
            self.row(limit);
        }
        if !self.has_room(limit) {
            return;
        }
        let span = |name| attributes.get(name).and_then(|v| v.trim().parse::<u16>().ok()).unwrap_or(1).clamp(1, 1_000);
        self.heads += usize::from(header);
        let cell = DraftCell { header, columns: span("colspan"), rows: span("rowspan"), blocks: Vec::new() };
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(cell);
        }
    }

    /// For one more row or cell; beyond the limit the next block shows that this is layout.
    fn has_room(&mut self, limit: usize) -> bool {
        self.bytes += PART;
        !self.layout && self.bytes <= limit
    }

    /// Takes a block of the table; gives all back when it shows that this is layout.
    pub(super) fn push(&mut self, passage: Passage, limit: usize) -> Option<Vec<Passage>> {
        self.bytes += passage.traits.chars as usize + BLOCK;
        // Over its columns a heading is one of theirs.
        let is_column = self.rows.last().and_then(|row| row.cells.last()).is_some_and(|cell| cell.header);
        let is_heading = !is_column && matches!(passage.block.content, Content::Heading { level: 1..=3, .. });
        let is_big = matches!(passage.block.content, Content::Table(_) | Content::Code { .. });
        if self.in_caption {
            self.caption.push(passage);
            return None;
        }
        let crowded = match self.rows.last_mut().and_then(|r| r.cells.last_mut()) {
            Some(cell) => {
                cell.blocks.push(passage);
                cell.blocks.len() > MAX_BLOCKS_IN_CELL
            }
            None => {
                self.caption.push(passage);
                false
            }
        };
        (is_heading || is_big || crowded || self.bytes > limit).then(|| self.give_up())
    }

    /// Decides for layout; what was held comes out.
    pub(super) fn give_up(&mut self) -> Vec<Passage> {
        self.layout = true;
        let mut blocks = std::mem::take(&mut self.caption);
        blocks.extend(std::mem::take(&mut self.rows).into_iter().flat_map(|r| r.cells).flat_map(|c| c.blocks));
        blocks
    }

    pub(super) fn finish(mut self) -> Outcome {
        if self.layout || !self.is_data() || self.is_list_of_links() || self.is_list_of_stories() {
            return Outcome::Layout(self.give_up());
        }
        let caption = join(self.caption.iter());
        let rows = self.rows.into_iter().filter(|r| r.cells.iter().any(|c| !c.blocks.is_empty())).map(|row| {
            let cells: Vec<Cell> = row
                .cells
                .into_iter()
                .map(|c| Cell { header: c.header, columns: c.columns, rows: c.rows, text: join(c.blocks.iter()) })
                .collect();
            Row { head: row.head || (!cells.is_empty() && cells.iter().all(|c| c.header)), cells }
        });
        Outcome::Data(Table { caption: (!caption.is_empty()).then_some(caption), rows: rows.collect() })
    }

    /// Nearly every row is a headline that leads elsewhere, with at most a rank, a picture or a time beside it, and what it is about below.
    fn is_list_of_links(&self) -> bool {
        if self.heads > 0 || !self.caption.is_empty() {
            return false;
        }
        let (mut filled, mut links) = (0, 0);
        // What the list is called may stand in a row of its own, above it.
        let is_label = |row: &&DraftRow| row.cells.iter().filter(|cell| !cell.blocks.is_empty()).count() == 1 && row.cells[0].columns > 1;
        for row in self.rows.iter().skip_while(is_label) {
            let (mut headlines, mut beside) = (0, 0);
            for cell in &row.cells {
                let before = headlines;
                for block in &cell.blocks {
                    let traits = &block.traits;
                    let is_stamped = || traits.link_density() > MIN_STAMPED && traits.chars - traits.link_chars <= MAX_STAMP;
                    if (traits.link_density() > MIN_LINKED || is_stamped()) && traits.words >= MIN_HEADLINE {
                        headlines += 1;
                    } else if headlines == before {
                        // What stands below a headline tells what it is about.
                        beside += traits.chars;
                    }
                }
            }
            filled += u32::from(headlines > 0 || beside > 0);
            let most = if row.cells.len() <= MAX_NAMED { MAX_BESIDE_NAMED } else { MAX_BESIDE };
            links += u32::from(headlines == 1 && beside <= most);
        }
        links * 5 >= filled * 4
    }

    /// Most rows hold a headline that leads elsewhere, or is in bold, with paragraphs below it: a news wire, whatever its columns are called.
    fn is_list_of_stories(&self) -> bool {
        let is_set_apart = |block: &Passage| {
            let is_bold = |inline: &Inline| inline.spans().iter().all(|span| span.bold || span.text.trim().is_empty());
            block.traits.link_density() > MIN_LINKED || block.block.content.inline().is_some_and(is_bold)
        };
        let is_headline = |block: &Passage| block.traits.words >= MIN_HEADLINE && is_set_apart(block);
        let is_story = |cell: &DraftCell| {
            let below = cell.blocks.iter().skip_while(|block| !is_headline(block)).skip(1);
            below.filter(|block| is_paragraph(block)).count() >= MIN_PARAGRAPHS
        };
        let stories = self.rows.iter().filter(|row| row.cells.iter().any(is_story)).count();
        stories > 1 && stories * 3 >= self.rows.len() * 2
    }

    /// It says of itself that it is data.
    fn has_signs(&self) -> bool {
        self.heads > 0 || !self.caption.is_empty() || self.rows.iter().any(|row| row.head)
    }

    /// One cell holds paragraphs, more than all others together: a post beside the name of who wrote it.
    fn holds_text(&self) -> bool {
        let chars = |cell: &DraftCell| cell.blocks.iter().map(|block| block.traits.chars).sum::<u32>();
        let is_text = |cell: &DraftCell| cell.blocks.iter().filter(|block| is_paragraph(block)).count() >= MIN_PARAGRAPHS;
        let cells = || self.rows.iter().flat_map(|row| &row.cells);
        let longest = cells().map(|cell| (chars(cell), is_text(cell))).max();
        !self.has_signs() && longest.is_some_and(|(length, is_text)| is_text && length * 2 > cells().map(chars).sum())
    }

    /// At least two by two, cells of about one line.
    fn is_data(&self) -> bool {
        let filled: Vec<&DraftRow> = self.rows.iter().filter(|r| r.cells.iter().any(|c| !c.blocks.is_empty())).collect();
        let wide = filled.iter().filter(|r| r.cells.len() >= 2).count();
        let cells: usize = filled.iter().map(|r| r.cells.len()).sum();
        // What stands beside each is empty.
        let is_column = || filled.iter().all(|r| r.cells.iter().filter(|c| !c.blocks.is_empty()).count() < 2);
        if !self.has_signs() && is_column() {
            return false;
        }
        if filled.len() < 2 || wide < 2 || wide * 3 < filled.len() || cells == 0 || self.holds_text() {
            return false;
        }
        let chars: usize = filled.iter().flat_map(|r| &r.cells).flat_map(|c| &c.blocks).map(|p| p.traits.chars as usize).sum();
        let mean = chars / cells;
        mean <= if self.has_signs() { MAX_MEAN_HEADED_CELL } else { MAX_MEAN_CELL }
    }
}

fn is_paragraph(block: &Passage) -> bool {
    block.traits.ends_sentence && block.traits.words >= MIN_PARAGRAPH
}

/// The texts of several blocks in one line, parted by breaks.
fn join<'p>(blocks: impl Iterator<Item = &'p Passage>) -> Inline {
    let mut line = Inline::default();
    for block in blocks {
        for part in parts(&block.block.content) {
            if !line.is_empty() {
                line.marks.push(Mark { at: line.text.len(), kind: MarkKind::Break });
            }
            let shift = line.text.len();
            line.text.push_str(&part.text);
            line.marks.extend(part.marks.into_iter().map(|mut m| {
                m.at += shift;
                m
            }));
        }
    }
    line
}

fn parts(content: &Content) -> Vec<Inline> {
    match content {
        Content::Figure(figure) => {
            let pictures = figure
                .images
                .iter()
                .map(|i| Inline { text: String::new(), marks: vec![Mark { at: 0, kind: MarkKind::Image(Box::new(i.clone())) }] });
            pictures.chain(figure.caption.clone()).chain(figure.credit.clone()).collect()
        }
        Content::Math(math) => {
            vec![Inline { text: String::new(), marks: vec![Mark { at: 0, kind: MarkKind::Math(Box::new(math.clone())) }] }]
        }
        Content::Code { text, .. } => vec![Inline::plain(text)],
        _ => content.inlines().cloned().collect(),
    }
}
