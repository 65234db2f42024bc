//! Whether `expected.toml` speaks of its page: a text that the page does not hold could never be found wrong.

use super::{Article, Page, blocks, visible};

/// The expected texts that the page does not hold.
pub fn strangers(page: &Page) -> Vec<String> {
    let source = page.decoded();
    let seen = visible::letters(&visible::text(&source));
    let mut wrong = Vec::new();
    for article in std::iter::once(&page.expected.main).chain(&page.expected.related) {
        let missing = texts(article).into_iter().filter(|text| !seen.contains(&visible::letters(text)));
        wrong.extend(missing.map(|text| format!("expected, but not to be read on the page: {text:?}")));
    }
    for text in page.expected.absent.iter().chain(page.expected.removed.keys()) {
        if !seen.contains(&visible::letters(text)) && !source.contains(text.as_str()) {
            wrong.push(format!("forbidden, but not on the page: {text:?}"));
        }
    }
    wrong
}

fn texts(article: &Article) -> Vec<String> {
    let mut texts = article.text.as_deref().map(blocks).unwrap_or_default();
    for figure in article.figures.iter().flatten() {
        texts.extend([&figure.caption, &figure.credit].into_iter().flatten().cloned());
    }
    texts
}
