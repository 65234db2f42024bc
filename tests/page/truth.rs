//! Whether `expected.toml` speaks of its page: a text that the page does not hold could never be found wrong.

use super::{Article, Page, blocks, visible};

/// The expected texts that the page does not hold.
pub fn strangers(page: &Page) -> Vec<String> {
    let source = decode(page);
    let seen = joined(&visible::words(&source));
    let whole = joined(&visible::split_words(&source));
    let mut wrong = Vec::new();
    for article in std::iter::once(&page.expected.main).chain(&page.expected.related) {
        let missing = texts(article).into_iter().filter(|text| !seen.contains(&words_of(text)));
        wrong.extend(missing.map(|text| format!("expected, but not to be read on the page: {text:?}")));
    }
    for text in page.expected.absent.iter().chain(page.expected.removed.keys()) {
        if !whole.contains(&words_of(text)) && !seen.contains(&words_of(text)) && !source.contains(text.as_str()) {
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

fn decode(page: &Page) -> String {
    let label = page.expected.page.get("charset").and_then(toml::Value::as_str).unwrap_or("utf-8");
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap_or_else(|| panic!("{}: no charset {label}", page.name));
    encoding.decode(&page.html).0.into_owned()
}

fn words_of(text: &str) -> String {
    joined(&visible::split_words(text))
}

/// Words with a space on each side, so that a search finds whole words only.
fn joined(words: &[String]) -> String {
    format!(" {} ", words.join(" "))
}
