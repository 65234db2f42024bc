//! What a person can read, by an independent parser (`html5ever` through `scraper`).

use scraper::{ElementRef, Html, Node, Selector};

/// Elements whose text nobody sees.
const UNSEEN: &[&str] = &[
    "audio", "datalist", "head", "iframe", "noframes", "noscript", "option", "script", "style", "svg", "template", "textarea", "title",
    "video",
];

/// The page's text in the page's order, with a space at every element's edge.
pub fn text(html: &str) -> String {
    let page = Html::parse_document(html);
    let mut text = String::new();
    gather(page.root_element(), &mut text);
    super::collapse(&text)
}

fn gather(element: ElementRef<'_>, text: &mut String) {
    if let Some(tex) = tex(element) {
        text.push_str(&tex);
        return;
    }
    if UNSEEN.contains(&element.value().name()) {
        return;
    }
    text.push(' ');
    for child in element.children() {
        match child.value() {
            Node::Text(t) => text.push_str(t),
            _ => ElementRef::wrap(child).into_iter().for_each(|e| gather(e, text)),
        }
    }
    text.push(' ');
}

/// What a formula says once more, for machines or in another layout, if it does so in TeX; nothing for the other layout itself.
fn tex(element: ElementRef<'_>) -> Option<String> {
    match element.value().name() {
        "math" => {
            let note = |e: &ElementRef<'_>| e.value().attr("encoding").is_some_and(|of| of.contains("tex"));
            let noted = || element.descendants().filter_map(ElementRef::wrap).find(note).map(|e| e.text().collect());
            element.value().attr("alttext").map(str::to_owned).or_else(noted)
        }
        // What a script draws, and has not drawn yet.
        "script" => {
            let is_tex = element.value().attr("type").is_some_and(|kind| kind.starts_with("math/tex"));
            let is_drawn = element.value().attr("id").is_some_and(|id| id.starts_with("MathJax-"));
            (is_tex && !is_drawn).then(|| element.text().collect::<String>().replace("% <![CDATA[", "").replace("%]]>", ""))
        }
        "annotation" | "annotation-xml" | "nobr" => Some(String::new()),
        _ => element.value().classes().any(|class| matches!(class, "katex-html" | "mjx-math")).then(String::new),
    }
}

/// The letters and digits alone: what is left when nobody asks where words are parted.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The texts of the elements that a CSS selector finds, in order, white space collapsed.
pub fn select(html: &str, css: &str) -> Result<Vec<String>, String> {
    let selector = Selector::parse(css).map_err(|e| format!("bad selector `{css}`: {e}"))?;
    let page = Html::parse_fragment(html);
    Ok(page.select(&selector).map(|e| super::collapse(&e.text().collect::<String>())).collect())
}

/// Each figure that says something: address of its first picture, and its caption's text.
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
