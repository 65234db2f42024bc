//! The pages: our own from the tests, a sample of a corpus, and generated ones of any size.

use flate2::read::GzDecoder;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The crate's folder, wherever the command is given.
const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// The pages of the tests and of the site, which anyone has.
pub(crate) fn own() -> Result<Vec<Vec<u8>>, String> {
    let root = Path::new(HERE).join("..");
    let mut paths: Vec<PathBuf> = files(&root.join("tests/pages")).into_iter().map(|folder| folder.join("page.html")).collect();
    paths.push(root.join("www/sample.html"));
    let pages: Vec<Vec<u8>> = paths.iter().filter_map(|path| fs::read(path).ok()).collect();
    if pages.is_empty() { Err("no page in tests/pages".to_owned()) } else { Ok(pages) }
}

/// Every so many-th page of a corpus, `extraction/*/pages/*.gz`.
pub(crate) fn of_corpus(corpus: &Path, count: usize) -> Vec<Vec<u8>> {
    let sets = files(&corpus.join("extraction"));
    let all: Vec<PathBuf> =
        sets.iter().flat_map(|set| files(&set.join("pages"))).filter(|p| p.extension().is_some_and(|e| e == "gz")).collect();
    let step = (all.len() / count).max(1);
    all.iter().step_by(step).filter_map(|path| unpack(path)).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn unpack(path: &Path) -> Option<Vec<u8>> {
    let mut page = Vec::new();
    GzDecoder::new(fs::File::open(path).ok()?).read_to_end(&mut page).ok()?;
    Some(page)
}

/// A page of at least `bytes` bytes with `articles` stories of equal length, a menu before and teasers behind.
pub(crate) fn generated(bytes: usize, articles: usize) -> Vec<u8> {
    let mut page = String::from("<!doctype html><html lang=en><head><meta charset=utf-8><title>The harbour wall</title></head><body>");
    page.push_str(&"<nav class=menu><ul><li><a href=/a>World</a><li><a href=/b>Weather</a></ul></nav>".repeat(4));
    let each = bytes.saturating_sub(page.len()) / articles.max(1);
    for story in 0..articles.max(1) {
        let end = page.len() + each;
        page.push_str(&format!("<article class=story><h1><a href=/story-{story}>Wall number {story} is mended</a></h1><p class=byline>By Ada Brook, 3 May 2024</p>"));
        let mut nth = 0;
        loop {
            page.push_str(&format!(
                "<p>In week {nth} the masons of quay {story} set stone on stone, and the tide, which nobody had asked, came in \
                 twice a day to look at what they had done.</p>"
            ));
            nth += 1;
            if nth % 8 == 0 {
                page.push_str(
                    "<div class=\"promo card\"><a href=/shop><img src=/s.jpg alt=\"\"><span class=label>Advertisement</span></a></div>",
                );
            }
            if page.len() >= end {
                break;
            }
        }
        page.push_str("</article>");
    }
    page.push_str("<footer>All rights reserved</footer></body></html>");
    page.into_bytes()
}

/// As [`generated`], but nothing of it is text of an article.
pub(crate) fn boilerplate(bytes: usize) -> Vec<u8> {
    const ITEM: &str = "<li class=\"teaser card\"><a href=\"/offers/1\"><img src=\"/t.jpg\" alt=\"\">Ten things to buy</a></li>";
    let mut page = String::from("<!doctype html><title>Shop</title><ul class=\"related list\">");
    page.push_str(&ITEM.repeat(bytes / ITEM.len() + 1));
    page.into_bytes()
}
