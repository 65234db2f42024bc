use super::*;
use crate::article::ArticleId;
use crate::change::Change;
use crate::content::*;
use pulldown_cmark::{Event, Options, Parser};

fn block_of(id: u32, frames: &[(u32, FrameKind)], content: Content) -> Block {
    let frames = frames.iter().map(|(id, kind)| Frame { id: *id, kind: kind.clone() }).collect();
    Block { id: BlockId(id), frames, content, anchors: vec![], lang: None, dir: None }
}

fn markdown(blocks: Vec<Block>) -> String {
    let main = ArticleId(0);
    let mut assembly = Assembly::new();
    assembly.apply(Change::Open { article: main, role: Role::Main });
    let mut after = None;
    for block in blocks {
        let id = block.id;
        assembly.apply(Change::Append { article: main, after, block: block.into() });
        after = Some(id);
    }
    article(&assembly.articles()[0])
}

fn paragraph(text: &str) -> Content {
    Content::Paragraph(Inline::plain(text))
}

/// What a reader of `CommonMark` and GFM makes of it.
fn html(markdown: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(
        &mut html,
        Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES),
    );
    html.replace('\n', "")
}

fn plain_text(markdown: &str) -> String {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES)
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.to_string()),
            Event::HardBreak | Event::SoftBreak => Some("\n".into()),
            Event::Html(html) | Event::InlineHtml(html) => Some(format!("HTML({html})")),
            _ => None,
        })
        .collect()
}

fn item() -> FrameKind {
    FrameKind::Item { value: None }
}

#[test]
fn text_is_read_back_as_it_was() {
    let texts = [
        "# no heading",
        "1986. A great year",
        "2) two",
        "- dash",
        "+ plus",
        "* star",
        "> more",
        "=== ",
        "--- ",
        "a * b * c",
        "_x_ snake_case __init__",
        "[^1]: note",
        "[a](b) ![c](d)",
        "Wow!",
        "a <b> c <!-- d --> & &amp; &#65; <https://a.example>",
        "`code` ``",
        "~~gone~~",
        "a | b",
        "back\\slash \\* ",
        "***",
        "| a | b |",
        "    indented",
        "http://a.example/x_y_z",
        "5 * 3 = 15 < 16",
        "100% #1",
        "ends with \\",
    ];
    for text in texts {
        assert_eq!(plain_text(&markdown(vec![block_of(1, &[], paragraph(text))])), text.trim(), "{text:?}");
    }
}

#[test]
fn lines_after_a_break_are_text_too() {
    for second in ["===", "---", "# x", "1. x", "> x", "- x", "| - | - |", ":- | -:", "~~~", "<div>"] {
        let marks = vec![Mark { at: 2, kind: MarkKind::Break }];
        let text = Inline { text: format!("a {second}"), marks };
        assert_eq!(plain_text(&markdown(vec![block_of(1, &[], Content::Paragraph(text))])), format!("a\n{second}"));
    }
}

/// A line with a style from one `|` to the next.
fn marked(text: &str, style: &Style) -> Inline {
    let mut line = Inline::default();
    for (i, part) in text.split('|').enumerate() {
        if i > 0 {
            let kind = if i % 2 == 1 { MarkKind::Open(style.clone()) } else { MarkKind::Close };
            line.marks.push(Mark { at: line.text.len(), kind });
        }
        line.text.push_str(part);
    }
    line
}

#[test]
fn emphasis_is_read_where_delimiters_would_not_be() {
    let cases = [
        ("a |b| c", "<p>a <strong>b</strong> c</p>"),
        ("a| b |c", "<p>a <strong>b</strong> c</p>"),
        ("un|believ|able", "<p>un<strong>believ</strong>able</p>"),
        ("これは|「重要」|です", "<p>これは<strong>「重要」</strong>です</p>"),
        ("|a||b|", "<p><strong>a</strong><strong>b</strong></p>"),
        ("x |*|y", "<p>x <strong>*</strong>y</p>"),
    ];
    for (text, expected) in cases {
        let text = marked(text, &Style::Strong);
        assert_eq!(html(&markdown(vec![block_of(1, &[], Content::Paragraph(text))])), expected);
    }
}

#[test]
fn a_break_at_the_edge_of_a_style_stands_outside() {
    let breaks = |ats: &[usize], mut line: Inline| {
        for at in ats {
            let place = line.marks.partition_point(|m| m.at < *at || (m.at == *at && m.kind != MarkKind::Close));
            line.marks.insert(place, Mark { at: *at, kind: MarkKind::Break });
        }
        html(&markdown(vec![block_of(1, &[], Content::Paragraph(line))]))
    };
    let link = Style::Link("https://a.example/".into());
    assert_eq!(breaks(&[1, 2], marked("a|b|1. c", &link)), r#"<p>a<br /><a href="https://a.example/">b</a><br />1. c</p>"#);
    assert_eq!(breaks(&[2], marked("a|b|", &Style::Strong)), "<p>a<strong>b</strong></p>");
}

#[test]
fn an_item_behind_text_that_is_in_none_starts_anew() {
    let list = (1, FrameKind::NumberedList { start: None, style: None, reversed: false });
    let md = markdown(vec![
        block_of(1, &[list.clone(), (2, item())], paragraph("a")),
        block_of(2, std::slice::from_ref(&list), paragraph("|")),
        block_of(3, &[list, (3, item())], paragraph("b")),
    ]);
    assert!(html(&md).contains("<li>b</li>"), "{md}");
}

#[test]
fn links_and_code_are_read_back() {
    let link = marked("see |a ] b|", &Style::Link("https://a.example/x_(y)?a b".into()));
    assert_eq!(
        html(&markdown(vec![block_of(1, &[], Content::Paragraph(link))])),
        r#"<p>see <a href="https://a.example/x_%28y%29?a%20b">a ] b</a></p>"#
    );
    let code = marked("run |`a``b| now", &Style::Code);
    assert_eq!(html(&markdown(vec![block_of(1, &[], Content::Paragraph(code))])), "<p>run <code>`a``b</code> now</p>");
}

#[test]
fn an_exclamation_before_a_link_makes_no_picture() {
    let link = marked("Wow!|a|", &Style::Link("https://a.example/".into()));
    assert_eq!(html(&markdown(vec![block_of(1, &[], Content::Paragraph(link))])), r#"<p>Wow!<a href="https://a.example/">a</a></p>"#);
}

#[test]
fn lists_nest_and_stay_apart() {
    use FrameKind::{BulletList, NumberedList};
    let numbered = NumberedList { start: Some(9), style: None, reversed: false };
    let md = markdown(vec![
        block_of(1, &[(1, BulletList), (2, item())], paragraph("a")),
        block_of(2, &[(1, BulletList), (2, item()), (3, BulletList), (4, item())], paragraph("b")),
        block_of(3, &[(1, BulletList), (5, item())], paragraph("c")),
        block_of(4, &[(6, BulletList), (7, item())], paragraph("d")),
        block_of(5, &[(8, numbered.clone()), (9, item())], paragraph("e")),
        block_of(6, &[(8, numbered.clone()), (10, item())], paragraph("f")),
        block_of(7, &[(8, numbered), (10, item())], paragraph("g")),
    ]);
    assert_eq!(md, "- a\n  - b\n- c\n\n* d\n\n9. e\n10. f\n\n    g");
    let lists = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ul><li>d</li></ul>";
    assert_eq!(html(&md), format!("{lists}<ol start=\"9\"><li><p>e</p></li><li><p>f</p><p>g</p></li></ol>"));
}

#[test]
fn a_definition_stands_under_its_term() {
    let list = (1, FrameKind::Definitions);
    let term = |id| block_of(id, &[list.clone(), (id, FrameKind::Term)], paragraph("term"));
    let definition = |id| block_of(id, &[list.clone(), (id, FrameKind::Definition)], paragraph("meaning"));
    let md = markdown(vec![term(2), definition(3), term(4), definition(5)]);
    assert_eq!(md, "- term\n\n  meaning\n- term\n\n  meaning");
    assert_eq!(html(&md), "<ul><li><p>term</p><p>meaning</p></li><li><p>term</p><p>meaning</p></li></ul>");
}

#[test]
fn quotes_hold_their_blocks_together() {
    let quote = |id| (id, FrameKind::Quote);
    let code = Content::Code { text: "x\n\n```\ny".into(), language: Some("md".into()) };
    let md =
        markdown(vec![block_of(1, &[quote(1)], paragraph("a")), block_of(2, &[quote(1)], code), block_of(3, &[quote(2)], paragraph("b"))]);
    assert_eq!(md, "> a\n>\n> ````md\n> x\n>\n> ```\n> y\n> ````\n\n> b");
    assert_eq!(html(&md).matches("<blockquote>").count(), 2);
}

#[test]
fn a_table_keeps_its_columns() {
    let cell = |text: &str, columns, rows| Cell { header: false, columns, rows, text: Inline::plain(text) };
    let rows = vec![
        Row { head: true, cells: vec![cell("a", 2, 1), cell("b", 1, 2)] },
        Row { head: false, cells: vec![cell("c|d", 1, 1), cell("e", 1, 1)] },
        Row { head: false, cells: vec![cell("f", 1, 1)] },
    ];
    let md = markdown(vec![block_of(1, &[], Content::Table(Table { caption: None, rows }))]);
    assert_eq!(md, "| a |  | b |\n| --- | --- | --- |\n| c\\|d | e |\n| f |");
    assert!(html(&md).contains("<td>c|d</td><td>e</td><td></td>"));
}

#[test]
fn no_cell_span_makes_a_page_grow_without_bound() {
    let wide = Cell { header: false, columns: u16::MAX, rows: u16::MAX, text: Inline::plain("x") };
    let rows = vec![Row { head: false, cells: vec![wide] }; 100];
    let md = markdown(vec![block_of(1, &[], Content::Table(Table { caption: None, rows }))]);
    assert!(md.len() < 200_000, "{}", md.len());
}
