//! What `cargo xtask train` reads: the rows of features of a page's blocks. Not part of the product.

use crate::classify::{Model, Models, rows};
use crate::rewriter::survey;
use crate::settings::Settings;
use crate::split::seam_rows;

/// The features of one page's blocks.
#[derive(Debug, Default)]
pub struct Table {
    /// Names of the first decision's features.
    pub first_names: Vec<&'static str>,
    /// A row a block.
    pub first: Vec<Vec<f32>>,
    /// Names of the second decision's features.
    pub second_names: Vec<&'static str>,
    /// A row a block; empty without a first model.
    pub second: Vec<Vec<f32>>,
    /// The blocks' texts.
    pub texts: Vec<String>,
    /// The blocks' kinds: `paragraph`, `heading`, `figure`…
    pub kinds: Vec<&'static str>,
}

/// Reads a page and gives the features of its blocks; the second decision's need the first's model.
pub fn table(html: &str, settings: &Settings, first_model: Option<&[u8]>) -> Table {
    let model = first_model.and_then(Model::read);
    let has_model = model.is_some();
    let mut scanner = survey(html, settings, Models::of_first(model));
    scanner.with_sink(|survey| {
        let mut table = Table { first_names: survey.context.names.take().unwrap_or_default(), ..Table::default() };
        for seen in &survey.seen {
            table.first.push(seen.glance.row.clone());
            table.texts.push(seen.passage.text());
            table.kinds.push(kind(&seen.passage.block.content));
        }
        if has_model {
            let (second, names) = rows(&survey.seen, survey.segmenter.containers(), true);
            table.second = second;
            table.second_names = names.unwrap_or_default();
            // The row begins with what the first decision saw of the passage itself.
            let own = table.second.first().map_or(0, Vec::len).saturating_sub(table.second_names.len());
            table.second_names.splice(0..0, table.first_names.iter().take(own).copied());
        }
        table
    })
}

/// The values by which a text's boundaries of sentences are weighed as seams: paragraph, byte, values. For `train/seams.py`.
pub fn seams(title: &str, paragraphs: &[&str]) -> Vec<(usize, usize, Vec<f32>)> {
    seam_rows(title, paragraphs)
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
