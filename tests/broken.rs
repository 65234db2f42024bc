//! Input that is too large to be a file: a result in bounded depth, never a panic.

use offprint::render::{Assembly, Captions, text};
use offprint::{Rewriter, Settings};

const STORY: &str = "The lamp has looked after itself for years, he says, and what kept him was the garden: two rows of beans behind a wall.";

#[test]
fn a_hundred_thousand_nested_elements_hide_no_text() {
    for name in ["div", "blockquote", "ul><li", "b", "table><tr><td", "span"] {
        let page = format!("<h1>The keeper</h1>{}<p>{STORY}</p>", format!("<{name}>").repeat(100_000));
        let read = read(&page);
        assert!(main_text(&read).contains(STORY), "lost inside nested <{name}>");
        assert!(read.outline().unwrap().notes.iter().any(|note| note.code == "depth-limit"), "no note for nested <{name}>");
    }
}

#[test]
fn a_hundred_thousand_stray_end_tags_hide_no_text() {
    let page = format!("<h1>The keeper</h1>{}<p>{STORY}</p>{}", "</div></p></td>".repeat(100_000), "</b></article>".repeat(100_000));
    assert!(main_text(&read(&page)).contains(STORY));
}

#[test]
fn an_element_with_a_hundred_thousand_attributes_is_an_element() {
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=\"{n}\"")).collect();
    assert!(main_text(&read(&format!("<h1>The keeper</h1><p{attributes}>{STORY}</p>"))).contains(STORY));
}

fn read(page: &str) -> Assembly {
    let mut rewriter = Rewriter::new(Settings::new().with_url("https://www.varn.example/")).unwrap();
    let mut assembly = Assembly::new();
    for piece in page.as_bytes().chunks(1 << 16) {
        rewriter.write(piece).unwrap().into_iter().for_each(|change| assembly.apply(change));
    }
    rewriter.end().unwrap().into_iter().for_each(|change| assembly.apply(change));
    assembly
}

fn main_text(read: &Assembly) -> String {
    read.articles().first().map(|article| text::article(article, Captions::With)).unwrap_or_default()
}
