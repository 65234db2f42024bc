//! What `cargo xtask train` reads: the rows of features of a page's blocks. Not part of the product.

use crate::classify::{Models, RuleFamily, rows, switch_off};
use crate::render::text::article;
use crate::render::{Assembly, Captions};
use crate::rewriter::{Rewriter, survey};
use crate::settings::Settings;
use crate::split::seam_rows;

/// The features of one page's blocks.
#[derive(Debug, Default)]
pub struct Table {
    /// Names of the features.
    pub names: Vec<&'static str>,
    /// A row a block.
    pub rows: Vec<Vec<f32>>,
    /// The blocks' texts.
    pub texts: Vec<String>,
    /// The blocks' kinds: `paragraph`, `heading`, `figure`…
    pub kinds: Vec<&'static str>,
}

/// Reads a page and gives the features of its blocks: the first decision's, or with its forest those of the second.
pub fn table(html: &str, settings: &Settings, first: Option<&[u8]>) -> Table {
    let mut scanner = survey(html, settings, Models::read(first, None));
    scanner.with_sink(|survey| {
        let mut table = Table { names: survey.context.names.take().unwrap_or_default(), ..Table::default() };
        for seen in &survey.seen {
            table.texts.push(seen.passage.text().into_owned());
            table.kinds.push(kind(&seen.passage.block.content));
        }
        if first.is_none() {
            table.rows = survey.seen.iter().map(|s| s.glance.row(table.names.len())).collect();
            return table;
        }
        let (rows, names) = rows(&survey.seen, survey.segmenter.containers(), true, |row| row.values().to_vec());
        let names = names.unwrap_or_default();
        // The row begins with what the first decision saw of the passage itself.
        table.names.truncate(rows.first().map_or(0, Vec::len).saturating_sub(names.len()));
        table.names.extend(names);
        table.rows = rows;
        table
    })
}

/// The main article's text without captions, as the whole program gives it with other forests than its own.
pub fn text(html: &str, settings: Settings, first: &[u8], second: &[u8]) -> String {
    let mut rewriter = Rewriter::with_models(settings, Models::read(Some(first), Some(second)));
    let mut assembly = Assembly::new();
    let mut changes = rewriter.write(html.as_bytes()).unwrap_or_default();
    changes.extend(rewriter.end().unwrap_or_default());
    changes.into_iter().for_each(|change| assembly.apply(change));
    assembly.articles().first().map(|a| article(a, Captions::Without)).unwrap_or_default()
}

/// The values by which a text's boundaries of sentences are weighed as seams: paragraph, byte, values. For `train/seams.py`.
pub fn seams(title: &str, paragraphs: &[&str]) -> Vec<(usize, usize, Vec<f32>)> {
    seam_rows(title, paragraphs)
}

/// The families of rules, by name; `without` takes their numbers.
pub fn families() -> Vec<String> {
    RuleFamily::ALL.iter().map(|family| format!("{family:?}").to_lowercase()).collect()
}

/// Does some work with these families of rules left out.
pub fn without<T>(families: &[usize], work: impl FnOnce() -> T) -> T {
    let off: Vec<RuleFamily> = families.iter().filter_map(|&nth| RuleFamily::ALL.get(nth).copied()).collect();
    switch_off(&off);
    let done = work();
    switch_off(&[]);
    done
}

fn kind(content: &crate::block::Content) -> &'static str {
    use crate::block::Content;
    match content {
        Content::Heading { .. } => "heading",
        Content::Paragraph(_) => "paragraph",
        Content::Code { .. } => "code",
        Content::Figure(_) => "figure",
        Content::Table(_) => "table",
        Content::Embed(_) if content.is_visual() => "embed",
        Content::Embed(_) => "post",
        Content::Math(_) => "math",
        Content::Rule => "rule",
    }
}
