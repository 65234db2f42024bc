//! Nothing is lost: of a page that is well formed, so that no two parsers differ about it, what is shown and what was removed is all of
//! the page's text. Another parser reads it.
//!
//! Not part of it is what nobody reads as text, or what is told in other words: pictures, players, formulas, controls, posts of
//! other sites; `tests/restore.rs` has pages of these.

use super::generate::Dice;
use super::oracle;
use offprint::Settings;
use offprint::render::Assembly;

#[allow(dead_code, unreachable_pub, reason = "each test uses its part")]
#[path = "../page/visible.rs"]
mod visible;
#[allow(unreachable_pub, reason = "each test uses its part")]
#[path = "../page/whole.rs"]
mod whole;

/// White space to single spaces: what `visible` asks of who uses it.
fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Levels of elements.
const DEEP: usize = 12;
/// Choices; a page of more shows nothing new.
const LONG: usize = 400;

/// Elements that hold others.
const AROUND: &[&str] = &[
    "div",
    "section",
    "article",
    "main",
    "aside",
    "nav",
    "header",
    "footer",
    "blockquote",
    "form",
    "ul",
    "ol",
    "dl",
    "table",
    "details",
    "figure",
];
/// Elements that hold a line.
const LINES: &[&str] = &["p", "h1", "h2", "h3", "h5", "div", "address", "summary", "pre"];
/// Elements in a line.
const INLINE: &[&str] =
    &["a", "b", "em", "strong", "span", "i", "sup", "small", "q", "cite", "code", "time", "mark", "del", "label", "abbr", "u", "x-part"];
const NAMES: &[&str] = &[
    "class=\"related\"",
    "class=\"comment-body\"",
    "class=\"share newsletter\"",
    "class=\"author byline\"",
    "class=\"card teaser\"",
    "class=\"caption\"",
    "class=\"advert\"",
    "class=\"icon\"",
    "id=\"top\"",
    "hidden",
    "style=\"display:none\"",
    "role=\"navigation\"",
    "aria-hidden=\"true\"",
    "itemprop=\"author\"",
    "itemprop=\"articleBody\"",
    "href=\"/a/story-of-2024\"",
    "href=\"https://b.example/x\"",
    "lang=\"de\"",
    "dir=\"rtl\"",
    "title=\"t\"",
];
const WORDS: &[&str] = &[
    "The keeper closes the door of the lighthouse on Friday, and nobody will live on the island any more.",
    "He has counted 1,804 ships, “all of them late”, and three of them twice, he says; his wife counted the gulls.",
    "Read also:",
    "By Jane Doe",
    "3 May 2024",
    "an hour ago",
    "Subscribe to our newsletter",
    "Advertisement",
    "Related articles",
    "Comments",
    "Share",
    "Photo: Jane Doe / Agency",
    "x",
    "1.",
    "AT&amp;T &lt;b&gt; &eacute;&#x4e2d;",
    "日本語の文章です。",
    "שלום",
    "Next",
    "More",
    "12",
];

/// Grows a page and reads it; how many letters it has.
pub(crate) fn hold(dice: &mut Dice<'_>) -> usize {
    let page = grow(dice);
    let (on_page, kept) = letters(&oracle::usual(), &page);
    assert_eq!(on_page, kept, "not all is kept of {page}");
    on_page.len()
}

/// The same for a page whose end tags are missing, come twice or cross each other. Another parser may hang a text elsewhere in its
/// tree, out of a table for one, and so read it earlier or later: each letter is there as often, in whatever order.
pub(crate) fn hold_torn(dice: &mut Dice<'_>) -> usize {
    let sound = grow(dice);
    let page = tear(dice, &sound);
    let (on_page, kept) = letters(&oracle::usual(), &page);
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    assert!(sorted(&on_page) == sorted(&kept), "not all is kept of {page}\non the page: {on_page}\nkept: {kept}");
    on_page.len()
}

/// Brings the end tags of a page's body into disorder.
fn tear(dice: &mut Dice<'_>, page: &str) -> String {
    let (head, body) = page.split_once("<body>").unwrap_or(("", page));
    let mut torn = format!("{head}<body>");
    let mut late = String::new();
    for piece in body.split_inclusive('>') {
        let Some(at) = piece.rfind("</") else {
            torn.push_str(piece);
            continue;
        };
        let (text, tag) = piece.split_at(at);
        torn.push_str(text);
        match dice.roll(12) {
            0 => {}
            1 => torn.extend([tag, tag]),
            2 => late.push_str(tag),
            _ => torn.push_str(tag),
        }
        if dice.roll(3) == 0 {
            torn.push_str(&std::mem::take(&mut late));
        }
    }
    torn
}

/// The letters that another parser sees on a page, and those that a reading has of it.
pub(crate) fn letters(settings: &Settings, page: &str) -> (String, String) {
    let mut assembly = Assembly::new();
    oracle::read(settings, page.as_bytes(), |_| usize::MAX).into_iter().for_each(|change| assembly.apply(change));
    (visible::letters(&visible::text(page)), visible::letters(&whole::text(&assembly)))
}

/// A page all of whose elements are closed, in order.
pub(crate) fn grow(dice: &mut Dice<'_>) -> String {
    let mut page = "<!doctype html><html><head><meta charset=utf-8><title>The keeper</title></head><body>".to_owned();
    let mut left = LONG;
    while left > 0 && !dice.is_spent() && dice.roll(24) > 0 {
        block(dice, 0, &mut left, &mut page);
    }
    page.push_str("</body></html>");
    page
}

/// One block, all its elements closed.
fn block(dice: &mut Dice<'_>, depth: usize, left: &mut usize, page: &mut String) {
    *left = left.saturating_sub(1);
    if depth >= DEEP || *left == 0 || dice.is_spent() || dice.roll(3) > 0 {
        let name = LINES[dice.roll(LINES.len())];
        return element(dice, name, page, |dice, page| line(dice, 0, page));
    }
    let name = AROUND[dice.roll(AROUND.len())];
    // A form in a form is none.
    let name = if name == "form" && page.contains("<form") { "div" } else { name };
    element(dice, name, page, |dice, page| {
        for _ in 0..=dice.roll(4) {
            match name {
                "ul" | "ol" => element(dice, "li", page, |dice, page| inside(dice, depth, left, page)),
                "dl" => {
                    let name = ["dt", "dd"][dice.roll(2)];
                    element(dice, name, page, |dice, page| inside(dice, depth, left, page));
                }
                "table" => row(dice, depth, left, page),
                "figure" => element(dice, "figcaption", page, |dice, page| line(dice, 0, page)),
                _ => inside(dice, depth, left, page),
            }
        }
    });
}

fn row(dice: &mut Dice<'_>, depth: usize, left: &mut usize, page: &mut String) {
    page.push_str("<tbody><tr>");
    for _ in 0..=dice.roll(3) {
        let name = ["td", "th"][dice.roll(2)];
        element(dice, name, page, |dice, page| inside(dice, depth, left, page));
    }
    page.push_str("</tr></tbody>");
}

/// Text, or another block.
fn inside(dice: &mut Dice<'_>, depth: usize, left: &mut usize, page: &mut String) {
    match dice.roll(3) {
        0 => line(dice, 0, page),
        _ => block(dice, depth + 1, left, page),
    }
}

fn line(dice: &mut Dice<'_>, depth: usize, page: &mut String) {
    for _ in 0..=dice.roll(4) {
        match dice.roll(5) {
            0 if depth < DEEP && !dice.is_spent() => {
                let name = INLINE[dice.roll(INLINE.len())];
                // A link in a link is none.
                let name = if depth > 0 && name == "a" { "span" } else { name };
                element(dice, name, page, |dice, page| line(dice, depth + 1, page));
            }
            1 => page.push_str(["<br>", " ", "\n", "<wbr>"][dice.roll(4)]),
            _ => {
                page.push_str(WORDS[dice.roll(WORDS.len())]);
                page.push_str([" ", ""][dice.roll(2)]);
            }
        }
    }
}

fn element(dice: &mut Dice<'_>, name: &str, page: &mut String, content: impl FnOnce(&mut Dice<'_>, &mut String)) {
    page.push('<');
    page.push_str(name);
    if dice.roll(3) == 0 {
        page.push(' ');
        page.push_str(NAMES[dice.roll(NAMES.len())]);
    }
    page.push('>');
    content(dice, page);
    page.push_str("</");
    page.push_str(name);
    page.push('>');
}
