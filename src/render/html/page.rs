//! The reader page, written while the page arrives.

use super::flow::{Flow, FrameIds};
use super::line;
use super::markup::Markup;
use crate::article::day;
use crate::content::{Image, LeadImage, Removed};
use crate::label::Reason;
use crate::render::scheme::{self, Target};
use crate::render::{Assembled, Assembly, Scope};
use crate::{Change, Metadata, Outline, Role};

/// No script, no style but the page's own, nothing loaded but pictures.
const HEAD: &str = "<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
";
const STYLE: &str = concat!("<style>", include_str!("page.css"), "</style>\n");
/// Characters of a removed part's text that its list shows.
const EXCERPT: usize = 240;

/// Writes a reader page as changes come: the settled start of the main article at once, all else at the end.
///
/// The page holds one `<article data-role="main">`, one `<article data-role="related">` for each other article, and the
/// list of removed parts.
///
/// ```
/// use offprint::{ArticleId, Change, Role, render::{Scope, html}};
///
/// let mut writer = html::Writer::new(Scope::All);
/// let mut page = writer.write(Change::Open { article: ArticleId(0), role: Role::Main });
/// page += &writer.finish();
/// assert!(page.ends_with("</html>\n"));
/// ```
#[derive(Debug)]
pub struct Writer {
    scope: Scope,
    assembly: Assembly,
    markup: Markup,
    /// The main article, once its start has been written.
    main: Option<Flow>,
    finished: bool,
}

impl Writer {
    /// Writes the articles of a scope.
    pub fn new(scope: Scope) -> Self {
        Self { scope, assembly: Assembly::new(), markup: Markup::default(), main: None, finished: false }
    }

    /// Takes a change and returns the text to write now, which may be empty.
    pub fn write(&mut self, change: Change) -> String {
        let may_settle = matches!(change, Change::Settle { .. });
        let is_end = matches!(change, Change::End { .. });
        if !self.finished {
            self.assembly.apply(change);
            if is_end {
                self.end();
            } else if may_settle {
                self.write_settled();
            }
        }
        self.markup.take()
    }

    /// Ends the page with what is known, where no [`Change::End`] came.
    pub fn finish(&mut self) -> String {
        if !self.finished {
            self.end();
        }
        self.markup.take()
    }

    fn write_settled(&mut self) {
        let title = self.page_title();
        let Some(article) = self.assembly.main_mut().filter(|a| a.settled() > 0) else { return };
        let flow = self.main.get_or_insert_with(|| start(&mut self.markup, title.as_deref(), article));
        for block in article.take_settled() {
            flow.push(&mut self.markup, &block);
        }
    }

    /// The rest of the main article, the others, and what was removed.
    fn end(&mut self) {
        self.finished = true;
        let title = self.page_title();
        let main = self.assembly.articles().iter().find(|a| a.role() == Role::Main);
        match (self.main.take(), main) {
            (flow, Some(article)) => {
                let mut flow = flow.unwrap_or_else(|| start(&mut self.markup, title.as_deref(), article));
                article.blocks().iter().for_each(|block| flow.push(&mut self.markup, block));
                flow.finish(&mut self.markup);
                self.markup.close("article");
            }
            (Some(flow), None) => {
                flow.finish(&mut self.markup);
                self.markup.close("article");
            }
            (None, None) => start_page(&mut self.markup, title.as_deref(), &Metadata::default()),
        }
        self.markup.text("\n");
        for article in self.scope.of(&self.assembly).filter(|a| a.role() == Role::Related) {
            related(&mut self.markup, article);
        }
        if let Some(outline) = self.assembly.outline() {
            removed(&mut self.markup, outline);
        }
        self.markup.constant("</main>\n</body>\n</html>\n");
    }

    fn page_title(&self) -> Option<String> {
        self.assembly.outline().and_then(|o| o.page.title.clone())
    }
}

/// The document's head, and the start of the main article.
fn start(markup: &mut Markup, title: Option<&str>, article: &Assembled) -> Flow {
    start_page(markup, title, article.metadata());
    markup.open_with("article", |tag| tag.set("data-role", "main"));
    header(markup, article.metadata(), Role::Main);
    Flow::new(Role::Main, FrameIds::Left)
}

fn start_page(markup: &mut Markup, title: Option<&str>, metadata: &Metadata) {
    markup.constant("<!doctype html>\n");
    markup.open_with("html", |tag| {
        line::set_lang(tag, metadata.lang.as_deref());
        line::set_dir(tag, metadata.dir);
    });
    markup.constant("\n<head>\n");
    markup.constant(HEAD);
    markup.element("title", metadata.title.as_deref().or(title).unwrap_or_default(), |_| {});
    markup.text("\n");
    markup.constant(STYLE);
    markup.constant("</head>\n<body>\n<main data-offprint=\"reader\" data-state=\"done\">\n");
}

fn header(markup: &mut Markup, known: &Metadata, role: Role) {
    let name = if role == Role::Main { "h1" } else { "h2" };
    markup.open("header");
    if let Some(title) = &known.title {
        markup.open(name);
        linked(markup, title, known.url.as_deref().filter(|_| role == Role::Related));
        markup.close(name);
    }
    let mut facts = Facts { markup, any: false };
    known.byline.iter().for_each(|author| facts.add("byline", author));
    known.source.iter().for_each(|source| facts.add("source", source));
    facts.time("published", known.published.as_deref(), known.day());
    let changed = known.modified.as_deref().filter(|m| known.published.as_deref().is_none_or(|p| day(p) != day(m)));
    facts.time("modified", changed, changed.map(day));
    facts.end();
    markup.close("header");
    markup.text("\n");
}

/// The line below a title.
struct Facts<'m> {
    markup: &'m mut Markup,
    any: bool,
}

impl Facts<'_> {
    fn add(&mut self, hook: &'static str, text: &str) {
        self.part();
        self.markup.element("span", text, |tag| tag.set("data-offprint", hook));
    }

    fn time(&mut self, hook: &'static str, iso: Option<&str>, words: Option<&str>) {
        if let Some(text) = words {
            self.part();
            self.markup.element("time", text, |tag| {
                tag.set("data-offprint", hook);
                tag.set_some("datetime", iso);
            });
        }
    }

    fn part(&mut self) {
        if self.any {
            self.markup.text(" · ");
        } else {
            self.markup.open("p");
        }
        self.any = true;
    }

    fn end(self) {
        if self.any {
            self.markup.close("p");
        }
    }
}

fn linked(markup: &mut Markup, text: &str, address: Option<&str>) {
    match address.and_then(scheme::web) {
        Some(address) => line::link(markup, Target::Away(address), |markup| markup.text(text)),
        None => markup.text(text),
    }
}

/// A related article: its text, or what its card shows.
fn related(markup: &mut Markup, article: &Assembled) {
    let known = article.metadata();
    markup.open_with("article", |tag| {
        tag.set("data-role", "related");
        line::set_lang(tag, known.lang.as_deref());
        line::set_dir(tag, known.dir);
    });
    header(markup, known, Role::Related);
    if article.blocks().is_empty() {
        known.image.iter().for_each(|image| card_image(markup, image));
        known.excerpt.iter().for_each(|excerpt| markup.element("p", excerpt, |_| {}));
    }
    let mut flow = Flow::new(Role::Related, FrameIds::Left);
    article.blocks().iter().for_each(|block| flow.push(markup, block));
    flow.finish(markup);
    markup.close("article");
    markup.text("\n");
}

fn card_image(markup: &mut Markup, lead: &LeadImage) {
    let image = Image { src: lead.url.as_str().into(), alt: lead.alt.as_deref().unwrap_or_default().into(), ..Image::default() };
    line::picture(markup, &image);
}

fn removed(markup: &mut Markup, outline: &Outline) {
    if outline.removed.is_empty() {
        return;
    }
    markup.open_with("details", |tag| tag.set("data-offprint", "removed"));
    markup.element("summary", &format!("Removed from this page: {}", outline.removed.len()), |_| {});
    markup.open("ul");
    outline.removed.iter().for_each(|part| removed_part(markup, part));
    markup.close("ul");
    markup.close("details");
    markup.text("\n");
}

fn removed_part(markup: &mut Markup, part: &Removed) {
    let reason = reason_name(part.reason);
    markup.open_with("li", |tag| {
        tag.set("data-reason", &reason);
        tag.set("data-rule", part.rule);
    });
    markup.element("b", &reason.replace('-', " "), |_| {});
    markup.text(" ");
    let end = part.text.char_indices().nth(EXCERPT).map_or(part.text.len(), |(at, _)| at);
    markup.text(&part.text[..end]);
    if end < part.bytes {
        markup.text("…");
    }
    markup.close("li");
}

/// The reason's name, as in JSON.
fn reason_name(reason: Reason) -> String {
    match serde_json::to_value(reason) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
