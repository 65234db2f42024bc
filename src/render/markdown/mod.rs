//! Markdown: `CommonMark` with the tables of GFM.

mod escape;
mod line;
mod nest;
mod table;

use super::html::site;
use super::scheme;
use super::{Assembled, Assembly, Scope, credit};
use crate::content::{Content, Embed, Figure};
use crate::{Metadata, Role};
use line::{Place, line};
use nest::Nest;

/// The articles of a scope, each under its title.
pub fn page(assembly: &Assembly, scope: Scope) -> String {
    let mut out = String::new();
    for one in scope.of(assembly) {
        for part in [head(one.metadata(), one.role()), article(one)].iter().filter(|p| !p.is_empty()) {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(part);
            out.push('\n');
        }
    }
    out
}

/// The text of an article, without its title.
///
/// ```
/// use offprint::{Change, ArticleId, Role, content::*, render::{Assembly, markdown}};
///
/// let content = Content::Heading { level: 2, text: Inline::plain("2 * 3") };
/// let block = Block { id: BlockId(1), frames: vec![], content, anchors: vec![], lang: None, dir: None };
/// let mut assembly = Assembly::new();
/// assembly.apply(Change::Open { article: ArticleId(0), role: Role::Main });
/// assembly.apply(Change::Append { article: ArticleId(0), after: None, block: block.into() });
/// assert_eq!(markdown::article(&assembly.articles()[0]), r"## 2 \* 3");
/// ```
pub fn article(article: &Assembled) -> String {
    let mut nest = Nest::default();
    for block in article.blocks() {
        let text = content(&block.content, article.role());
        if !text.is_empty() {
            nest.push(block, &text);
        }
    }
    nest.finish()
}

/// Title, authors, source, date.
fn head(known: &Metadata, role: Role) -> String {
    let plain = |text: &str| {
        let mut out = String::new();
        escape::text(text, true, &mut out);
        out
    };
    let mark = if role == Role::Main { "#" } else { "##" };
    let address = known.url.as_deref().filter(|_| role == Role::Related).and_then(scheme::web);
    let title = known.title.as_deref().map(plain).map(|title| match address {
        Some(address) => format!("{mark} [{title}]({})", escape::destination(address)),
        None => format!("{mark} {title}"),
    });
    let facts: Vec<_> = known.byline.iter().map(String::as_str).chain(known.source.as_deref()).chain(known.day()).collect();
    let facts = Some(plain(&facts.join(" · "))).filter(|f| !f.is_empty());
    title.into_iter().chain(facts).collect::<Vec<_>>().join("\n\n")
}

/// A block's own lines.
fn content(content: &Content, role: Role) -> String {
    match content {
        Content::Heading { level, text } => heading(*level, role, &line(text, Place::Heading)),
        Content::Paragraph(text) => line(text, Place::Paragraph),
        Content::Code { text, language } => code(text, language.as_deref()),
        Content::Figure(figure) => self::figure(figure),
        Content::Table(table) => table::table(table),
        Content::Embed(embed) => card(embed),
        Content::Math(math) if math.is_tex => format!("$$\n{}\n$$", math.tex.trim()),
        Content::Math(math) => line(&crate::content::Inline::plain(&math.tex), Place::Paragraph),
        // Dashes and stars would join the marker of a list.
        Content::Rule => "___".to_owned(),
    }
}

/// Below the article's title: from `##` in the main article, from `###` in a related one.
fn heading(level: u8, role: Role, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let level = match role {
        Role::Main => level.clamp(2, 6),
        Role::Related => level.saturating_add(1).clamp(3, 6),
    };
    // Closing hashes are no text.
    let text = match text.strip_suffix('#') {
        Some(start) if !start.ends_with('\\') => format!("{start}\\#"),
        _ => text.to_owned(),
    };
    format!("{} {text}", "#".repeat(usize::from(level)))
}

fn code(text: &str, language: Option<&str>) -> String {
    let fence = "`".repeat(escape::longest_run(text, '`').max(2) + 1);
    let language = language.filter(|l| l.bytes().all(|b| b.is_ascii_graphic() && b != b'`')).unwrap_or_default();
    let text = text.strip_suffix('\n').unwrap_or(text);
    format!("{fence}{language}\n{text}\n{fence}")
}

fn figure(figure: &Figure) -> String {
    let pictures: Vec<_> = figure.images.iter().filter_map(line::figure_picture).collect();
    let captions = figure.caption.iter().chain(credit(figure)).map(|text| line(text, Place::Paragraph));
    let captions: Vec<_> = captions.filter(|c| !c.is_empty()).collect();
    [pictures.join("\n"), captions.join("\\\n")].iter().filter(|p| !p.is_empty()).cloned().collect::<Vec<_>>().join("\n\n")
}

fn card(embed: &Embed) -> String {
    let mut name = String::new();
    escape::text(embed.title.as_deref().unwrap_or_else(|| site(&embed.src)), true, &mut name);
    match scheme::web(&embed.src) {
        Some(address) => format!("[{name}]({})", escape::destination(address)),
        None => name,
    }
}

#[cfg(test)]
mod tests;
