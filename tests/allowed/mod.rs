//! What the markup that we write may hold, read back by a parser that is not ours.

#![allow(dead_code, reason = "each test uses its part")]

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

const HTML: &str = "http://www.w3.org/1999/xhtml";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

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
    "aside",
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

/// Elements of formulas; the first hold text alone.
pub(crate) const FORMULA: &[&str] = &[
    "mi",
    "mn",
    "mo",
    "mtext",
    "ms",
    "mrow",
    "mfrac",
    "msqrt",
    "mroot",
    "mstyle",
    "merror",
    "mpadded",
    "mphantom",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "none",
    "mtable",
    "mtr",
    "mtd",
    "mspace",
];
const TOKENS: usize = 5;

/// What they may say of themselves.
pub(crate) const FORMULA_ATTRIBUTES: &[(&str, &str)] = &[
    ("mathvariant", "normal"),
    ("mathvariant", "bold"),
    ("mathvariant", "italic"),
    ("mathvariant", "bold-italic"),
    ("mathvariant", "double-struck"),
    ("mathvariant", "script"),
    ("mathvariant", "fraktur"),
    ("mathvariant", "sans-serif"),
    ("mathvariant", "monospace"),
    ("stretchy", "true"),
    ("stretchy", "false"),
    ("fence", "true"),
    ("fence", "false"),
    ("separator", "true"),
    ("separator", "false"),
    ("accent", "true"),
    ("accent", "false"),
    ("accentunder", "true"),
    ("accentunder", "false"),
    ("largeop", "true"),
    ("largeop", "false"),
    ("movablelimits", "true"),
    ("movablelimits", "false"),
    ("displaystyle", "true"),
    ("displaystyle", "false"),
    ("form", "prefix"),
    ("form", "infix"),
    ("form", "postfix"),
    ("linethickness", "0"),
    ("columnalign", "left"),
    ("columnalign", "center"),
    ("columnalign", "right"),
    ("columnalign", "right left"),
    ("columnspan", "2"),
    ("columnspan", "3"),
    ("columnspan", "4"),
    ("columnspan", "5"),
    ("columnspan", "6"),
    ("columnspan", "7"),
    ("columnspan", "8"),
    ("rowspan", "2"),
    ("rowspan", "3"),
    ("rowspan", "4"),
    ("width", "0.2em"),
    ("width", "0.5em"),
    ("width", "1em"),
    ("width", "2em"),
];

/// The elements that the page template itself holds.
const TEMPLATE: &[&str] = &["meta", "style"];

/// Only listed names and schemes; `template` elements are the page's own.
pub(crate) fn check(tree: &Html, markup: &str, template: usize) {
    let elements = tree.tree.nodes().filter_map(ElementRef::wrap);
    let mut own = 0;
    for found in elements {
        let element = found.value();
        let name = element.name();
        if &*element.name.ns != HTML {
            check_formula(found, markup);
            continue;
        }
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

/// A formula holds elements of its own only, and its tokens nothing but text.
fn check_formula(found: ElementRef<'_>, markup: &str) {
    let element = found.value();
    assert_eq!(&*element.name.ns, MATHML, "{markup}");
    let token = FORMULA.iter().position(|known| *known == element.name()).map(|at| at < TOKENS);
    assert!(token.is_some() || element.name() == "math", "<{}> in {markup}", element.name());
    let around = found.parent().and_then(|around| around.value().as_element());
    let is_inside = around.is_some_and(|around| &*around.name.ns == MATHML);
    assert_eq!(is_inside, element.name() != "math", "{markup}");
    for child in found.children() {
        let is_allowed = match child.value() {
            Node::Element(inner) => token != Some(true) && &*inner.name.ns == MATHML,
            _ => token == Some(true),
        };
        assert!(is_allowed, "{:?} in a formula in {markup}", child.value());
    }
    for (name, value) in element.attrs() {
        let is_own = element.name() == "math" && (name == "alttext" || (name, value) == ("display", "block"));
        assert!(is_own || FORMULA_ATTRIBUTES.contains(&(name, value)), "{name}={value:?} in {markup}");
    }
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
