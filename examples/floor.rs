//! How long the tokenizer alone takes: `lol_html` with the handlers that `scan` has, which do nothing. What the core takes is
//! measured against it: `cargo run --release --example floor -- page.html`.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on says so by failing")]
#![allow(clippy::disallowed_methods, reason = "what is measured is time")]

use lol_html::html_content::{Comment, Element, EndTag, TextChunk};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, HtmlRewriter, Settings};
use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::time::Instant;

fn main() {
    for path in std::env::args().skip(1) {
        let mut page = File::open(&path).unwrap();
        let on_element = |element: &mut Element<'_, '_>| {
            std::hint::black_box(element.attributes().len());
            if let Some(handlers) = element.end_tag_handlers() {
                handlers.push(Box::new(|_: &mut EndTag<'_>| Ok(())));
            }
            Ok(())
        };
        let on_text = |chunk: &mut TextChunk<'_>| {
            std::hint::black_box(chunk.as_str());
            Ok(())
        };
        let document = DocumentContentHandlers::default().text(on_text).comments(|_: &mut Comment<'_>| Ok(()));
        let settings = Settings::new()
            .append_element_content_handler((Cow::Owned("*".parse().unwrap()), ElementContentHandlers::default().element(on_element)))
            .append_document_content_handler(document)
            .with_strict(false);
        let mut tokenizer = HtmlRewriter::new(settings, |_: &[u8]| ());
        let start = Instant::now();
        let mut buffer = vec![0; 1 << 16];
        let mut bytes = 0;
        loop {
            let length = page.read(&mut buffer).unwrap();
            if length == 0 {
                break;
            }
            bytes += length;
            tokenizer.write(&buffer[..length]).unwrap();
        }
        tokenizer.end().unwrap();
        eprintln!("{path}: {bytes} bytes in {} ms", start.elapsed().as_millis());
    }
}
