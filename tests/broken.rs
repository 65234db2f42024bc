//! Input that is too large to be a file: a result with what follows it, never an error.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use offprint::render::{Assembly, Captions, html, text};
use offprint::{Error, Rewriter, Settings};

const FIRST: &str =
    "When the keeper closes the door of the lighthouse next Friday, nobody will live on the island for the first time since 1831.";
const LAST: &str =
    "The lamp has looked after itself for years, he says, and what kept him was the garden: two rows of beans behind a wall.";

/// Elements; deeper than any browser goes, and than our own stack.
const DEEP: usize = 20_000;

#[test]
fn nested_elements_hide_no_text() {
    for name in ["div", "blockquote", "ul><li", "b", "table><tr><td", "span"] {
        let elements = name.split('<').count();
        let page = format!("{}<p>{LAST}</p>", format!("<{name}>").repeat(DEEP / elements));
        let read = read(&page).unwrap();
        assert!(main_text(&read).contains(LAST), "lost inside nested <{name}>");
        assert!(read.outline().unwrap().notes.iter().any(|note| note.code == "depth-limit"), "no note for nested <{name}>");
    }
}

#[test]
fn stray_end_tags_hide_no_text() {
    let page = format!("{}<p>{LAST}</p>{}", "</div></p></td>".repeat(100_000), "</b></article>".repeat(100_000));
    assert!(main_text(&read(&page).unwrap()).contains(LAST));
}

#[test]
fn beyond_every_limit_the_text_that_follows_is_read() {
    let attributes = |count: u32| (0..count).fold(String::new(), |all, n| all + &format!(" a{n}=\"{n}\""));
    for (what, note, bomb) in [
        ("elements", "depth-limit", "<div>".repeat(1_000_000)),
        ("attributes", "attribute-limit", format!("<p{}></p>", attributes(1_000))),
        ("many attributes", "tag-limit", format!("<p{}></p>", attributes(100_000))),
        ("a long attribute", "attribute-limit", format!("<p title=\"{}\"></p>", "a".repeat(100_000))),
        ("one attribute", "tag-limit", format!("<p title=\"{}\"></p>", "a".repeat(5_000_000))),
        ("comment", "tag-limit", format!("<!--{}-->", "<p>".repeat(2_000_000))),
    ] {
        let read = read(&format!("{bomb}<p>{LAST}</p>")).unwrap();
        assert!(main_text(&read).contains(FIRST) && main_text(&read).contains(LAST), "lost behind {what}");
        assert!(read.outline().unwrap().notes.iter().any(|n| n.code == note), "silent about {what}");
    }
}

#[test]
fn a_formula_that_is_too_large_is_its_text() {
    let deep = |count: usize| format!("{}<mi>z</mi>{}", "<mrow>".repeat(count), "</mrow>".repeat(count));
    for (formula, is_small) in [
        (deep(20), true),
        (deep(100), false),
        ("<mi>z</mi>".repeat(1_000), true),
        ("<mi>z</mi>".repeat(100_000), false),
        (format!("<mtext>{}</mtext>", "z".repeat(1_000_000)), false),
        ("<math>".repeat(100_000) + "z", false),
        (format!("<mi>z</mi>{}", "<semantics><annotation>".repeat(100_000)), true),
    ] {
        let read = read(&format!("<p>{LAST} <math>{formula}</math></p><p>{LAST}</p>")).unwrap();
        let written = html::article(&read.articles()[0]);
        assert!(main_text(&read).ends_with(LAST) && main_text(&read).contains('z'));
        assert_eq!(written.contains("<math>"), is_small, "{}", &formula[..30]);
    }
}

#[test]
fn half_an_address_is_none() {
    let long = "A".repeat(100_000);
    let page = format!("<p>{LAST}</p><figure><img src=\"data:image/jpeg;base64,{long}\" alt=\"A harbour\"></figure><p>{LAST}</p>");
    let read = read(&page).unwrap();
    assert!(!html::article(&read.articles()[0]).contains("AAAA"), "a picture that was cut is shown");
    assert!(read.outline().unwrap().notes.iter().any(|n| n.code == "attribute-limit"));
}

#[test]
fn a_page_that_was_cut_says_so_and_one_that_leaves_end_tags_out_does_not() {
    let is_cut = |rest: &str| read(rest).unwrap().outline().unwrap().notes.iter().any(|note| note.code == "truncated");
    for cut in ["<div>", "<section><p>x</section><article>", "<main><table><tr><td>x", "<div></div><div><p>x", "<p clas", "<!-- a"] {
        assert!(is_cut(cut), "silent about {cut}");
    }
    for whole in [
        "",
        "<p>x",
        "<div>x</div><ul><li>x",
        "<table><tr><td>x",
        "<div>x</body>",
        "<table><td><div>x</body></html>",
        "<div>x</body></html",
        "<b><i>x",
    ] {
        assert!(!is_cut(whole), "a false alarm about {whole}");
    }
}

#[test]
fn a_page_that_is_full_still_says_what_it_is() {
    let mut limits = offprint::Limits::default();
    limits.blocks = 3;
    let rest = format!(
        "{}<p itemprop=author>Nobody</p><script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"author\":\"Ada Brook\"}}</script>",
        format!("<p>{LAST}</p>").repeat(3)
    );
    let read = read_with(Settings::new().with_limits(limits), &rest).unwrap();
    assert!(main_text(&read).contains(FIRST));
    let outline = read.outline().unwrap();
    assert!(outline.notes.iter().any(|note| note.code == "block-limit"));
    assert_eq!(outline.articles[0].metadata.byline, ["Ada Brook"]);
}

#[test]
fn what_is_too_long_ends_where_it_ends() {
    let long = "x-- '\" <p>".repeat(60_000);
    for (open, close) in [("<!--", "-->"), ("<p title=\"", "\">"), ("<p title='", "'>"), ("<?", ">")] {
        let middle = long.replace(&close[..1], "").replace('>', if open == "<?" { "" } else { ">" });
        let read = read(&format!("{open}{middle}{close}<p>{LAST}</p>")).unwrap();
        let text = main_text(&read);
        assert!(text.contains(FIRST) && text.contains(LAST) && !text.contains("x--"), "behind {open}");
    }
}

/// Reads a page that starts with an ordinary paragraph.
fn read(rest: &str) -> Result<Assembly, Error> {
    read_with(Settings::new().with_url("https://www.varn.example/"), rest)
}

fn read_with(settings: Settings, rest: &str) -> Result<Assembly, Error> {
    let page = format!("<title>The keeper</title><h1>The keeper</h1><p>{FIRST}</p>{rest}");
    let mut rewriter = Rewriter::new(settings)?;
    let mut assembly = Assembly::new();
    for piece in page.as_bytes().chunks(1 << 16) {
        rewriter.write(piece)?.into_iter().for_each(|change| assembly.apply(change));
    }
    rewriter.end()?.into_iter().for_each(|change| assembly.apply(change));
    Ok(assembly)
}

fn main_text(read: &Assembly) -> String {
    read.articles().first().map(|article| text::article(article, Captions::With)).unwrap_or_default()
}
