//! What a person can read on a page, by an independent parser (`html5ever` through `scraper`).

use scraper::{ElementRef, Html, Node, Selector};

/// Elements whose text nobody sees.
const UNSEEN: &[&str] = &["head", "script", "style", "template", "noscript", "iframe", "textarea", "option", "datalist", "svg", "title", "noframes"];

/// The words of the page's text in the page's order: runs of letters and digits.
pub fn words(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut text = String::new();
    gather(page.root_element(), &mut text);
    split_words(&text)
}

/// Runs of letters and digits.
pub fn split_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn gather(element: ElementRef<'_>, text: &mut String) {
    if UNSEEN.contains(&element.value().name()) || element.value().attr("hidden").is_some() {
        return;
    }
    for child in element.children() {
        match child.value() {
            Node::Text(t) => text.push_str(t),
            Node::Element(_) => {
                // Marks in a line part no words; any other element does.
                let inline = ElementRef::wrap(child).is_some_and(|e| INLINE.contains(&e.value().name()));
                text.push_str(if inline { "" } else { " " });
                ElementRef::wrap(child).into_iter().for_each(|e| gather(e, text));
                text.push_str(if inline { "" } else { " " });
            }
            _ => {}
        }
    }
}

const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "rb", "rp", "rt", "ruby", "s", "small",
    "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "label", "del",
];

/// The texts of the elements that a CSS selector finds, in order, white space collapsed.
pub fn select(html: &str, css: &str) -> Result<Vec<String>, String> {
    let selector = Selector::parse(css).map_err(|e| format!("bad selector `{css}`: {e}"))?;
    let page = Html::parse_fragment(html);
    Ok(page.select(&selector).map(|e| super::collapse(&e.text().collect::<String>())).collect())
}

/// Each figure of the article that says something: address of its first picture, and its caption's text.
pub fn figures(html: &str) -> Vec<(String, String)> {
    let css = |s: &str| Selector::parse(s).unwrap();
    let page = Html::parse_fragment(html);
    let said = |figure: ElementRef<'_>| {
        let caption = figure.select(&css("figcaption")).next()?;
        let src = figure.select(&css("img")).next().and_then(|i| i.value().attr("src")).unwrap_or_default();
        Some((src.to_owned(), super::collapse(&caption.text().collect::<Vec<_>>().join(" "))))
    };
    page.select(&css("figure")).filter_map(said).collect()
}
