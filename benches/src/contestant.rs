//! Who is compared: each takes a page's bytes and gives clean HTML, the limit excepted.

use dom_smoothie::Readability;
use lol_html::html_content::{Comment, Element, EndTag, TextChunk};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, HtmlRewriter};
use offprint::render::{Scope, html};
use offprint::{Rewriter, Settings};
use std::borrow::Cow;
use std::hint::black_box;

/// The address that every page is read under.
const URL: &str = "https://www.site.example/2024/a-story";
/// Bytes given to the streaming ones at a time, as a network does.
const PIECE: usize = 1 << 16;

/// Its name, and what it does; the length of what it wrote.
pub(crate) type Contestant = (&'static str, fn(&[u8]) -> usize);

/// In the order of the table; the first is the limit, the second ours.
pub(crate) const CONTESTANTS: [Contestant; 3] = [("lol_html, all handlers", lol_html), (OURS, offprint), ("dom_smoothie", dom_smoothie)];
pub(crate) const OURS: &str = "offprint";

/// What a contestant of this name does.
pub(crate) fn named(name: &str) -> Result<fn(&[u8]) -> usize, String> {
    let known = CONTESTANTS.into_iter().find(|(known, _)| *known == name);
    known.map(|(_, run)| run).ok_or_else(|| format!("no contestant is called {name}"))
}

/// The tokenizer with a handler for everything, which does nothing.
fn lol_html(page: &[u8]) -> usize {
    let on_element = |element: &mut Element<'_, '_>| {
        for attribute in element.attributes() {
            black_box((attribute.name(), attribute.value()));
        }
        if let Some(handlers) = element.end_tag_handlers() {
            handlers.push(Box::new(|end: &mut EndTag<'_>| {
                black_box(end.name());
                Ok(())
            }));
        }
        Ok(())
    };
    let on_text = |chunk: &mut TextChunk<'_>| {
        black_box(chunk.as_str());
        Ok(())
    };
    let Ok(all) = "*".parse() else { return 0 };
    let document = DocumentContentHandlers::default().text(on_text).comments(|_: &mut Comment<'_>| Ok(()));
    let settings = lol_html::Settings::new()
        .append_element_content_handler((Cow::Owned(all), ElementContentHandlers::default().element(on_element)))
        .append_document_content_handler(document)
        .with_strict(false);
    let mut written = 0;
    let mut tokenizer = HtmlRewriter::new(settings, |bytes: &[u8]| written += bytes.len());
    if page.chunks(PIECE).all(|piece| tokenizer.write(piece).is_ok()) {
        tokenizer.end().ok();
    }
    written
}

/// The whole of it: articles, metadata, reasons, the reader page.
fn offprint(page: &[u8]) -> usize {
    let Ok(mut rewriter) = Rewriter::new(Settings::new().with_url(URL)) else { return 0 };
    let mut writer = html::Writer::new(Scope::All);
    let mut written = 0;
    for piece in page.chunks(PIECE) {
        written += rewriter.write(piece).unwrap_or_default().into_iter().map(|change| writer.write(change).len()).sum::<usize>();
    }
    written += rewriter.end().unwrap_or_default().into_iter().map(|change| writer.write(change).len()).sum::<usize>();
    written + writer.finish().len()
}

fn dom_smoothie(page: &[u8]) -> usize {
    let text = String::from_utf8_lossy(page);
    let article = Readability::new(&*text, Some(URL), None).and_then(|mut readability| readability.parse());
    article.map_or(0, |article| article.content.len())
}
