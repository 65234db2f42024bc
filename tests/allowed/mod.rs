//! What the markup that we write may hold, read back by a parser that is not ours.

#![allow(dead_code, reason = "each test uses its part")]

use scraper::node::Element;
use scraper::{Html, Node};

const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "body",
    "main",
    "meta",
    "title",
    "style",
    "article",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "time",
    "ul",
    "ol",
    "li",
    "blockquote",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "pre",
    "code",
    "figure",
    "figcaption",
    "img",
    "small",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "hr",
    "br",
    "a",
    "span",
    "em",
    "strong",
    "kbd",
    "samp",
    "var",
    "sub",
    "sup",
    "del",
    "ins",
    "mark",
    "q",
    "cite",
    "dfn",
    "abbr",
    "ruby",
    "rt",
    "rp",
    "bdi",
    "bdo",
    "b",
];

const ATTRIBUTES: &[&str] = &[
    "data-role",
    "data-offprint",
    "data-state",
    "data-block",
    "data-frame",
    "data-reason",
    "data-rule",
    "data-credit",
    "data-embed",
    "data-math",
    "id",
    "href",
    "rel",
    "src",
    "alt",
    "width",
    "height",
    "loading",
    "decoding",
    "referrerpolicy",
    "title",
    "lang",
    "dir",
    "start",
    "type",
    "reversed",
    "value",
    "open",
    "class",
    "scope",
    "colspan",
    "rowspan",
    "datetime",
];

/// The elements that the page template itself holds.
const TEMPLATE: &[&str] = &["meta", "style"];

/// Only listed names and schemes; `template` elements are the page's own.
pub(crate) fn check(tree: &Html, markup: &str, template: usize) {
    let elements = tree.tree.nodes().filter_map(|n| n.value().as_element());
    let mut own = 0;
    for element in elements {
        let name = element.name();
        assert!(ELEMENTS.contains(&name), "<{name}> in {markup}");
        if TEMPLATE.contains(&name) {
            own += 1;
            continue;
        }
        for (attribute, value) in element.attrs() {
            assert!(ATTRIBUTES.contains(&attribute), "{attribute} in {markup}");
            check_value(name, attribute, value, markup);
        }
        check_discretion(element, markup);
    }
    assert_eq!(own, template, "{markup}");
    assert!(!tree.tree.nodes().any(|n| matches!(n.value(), Node::Comment(_) | Node::ProcessingInstruction(_))), "{markup}");
}

/// Who is linked to gets no handle on the reader, and who serves a picture does not learn where it is shown.
fn check_discretion(element: &Element, markup: &str) {
    match element.name() {
        "a" if !element.attr("href").is_some_and(|href| href.starts_with("#offprint-")) => {
            assert_eq!(element.attr("rel"), Some("noopener noreferrer"), "{markup}");
        }
        "img" => assert_eq!(element.attr("referrerpolicy"), Some("no-referrer"), "{markup}"),
        _ => {}
    }
}

fn check_value(element: &str, attribute: &str, value: &str, markup: &str) {
    let begins = |schemes: &[&str]| schemes.iter().any(|s| value.starts_with(s));
    match attribute {
        "href" => assert!(begins(&["http://", "https://", "mailto:", "tel:", "#offprint-"]), "{value:?} in {markup}"),
        "src" => {
            assert_eq!(element, "img", "{markup}");
            let raster = ["png", "jpeg", "gif", "webp", "avif"].iter().any(|t| value.starts_with(&format!("data:image/{t}")));
            assert!(begins(&["http://", "https://"]) || raster, "{value:?} in {markup}");
        }
        "id" => assert!(begins(&["offprint-"]), "{value:?} in {markup}"),
        "class" => assert!(begins(&["language-"]) && !value.contains(char::is_whitespace), "{value:?} in {markup}"),
        "data-role" => assert!(matches!(value, "main" | "related"), "{markup}"),
        _ => {}
    }
}
