use super::*;
use crate::article::ArticleId;
use crate::change::Change;
use crate::content::*;
use crate::outline::{Outline, Page};
use crate::render::{Assembly, Scope};
use crate::{Confidence, Metadata, Reason};

fn block_of(id: u32, content: Content) -> Block {
    Block { id: BlockId(id), frames: vec![], content, anchors: vec![], lang: None, dir: None }
}

fn paragraph(id: u32, frames: &[(u32, FrameKind)]) -> Block {
    let frames = frames.iter().map(|(id, kind)| Frame { id: *id, kind: kind.clone() }).collect();
    Block { frames, ..block_of(id, Content::Paragraph(Inline::plain("x"))) }
}

fn styled(text: &str, styles: &[(usize, usize, Style)]) -> Inline {
    let opens = styles.iter().map(|(from, _, style)| Mark { at: *from, kind: MarkKind::Open(style.clone()) });
    let closes = styles.iter().map(|(_, to, _)| Mark { at: *to, kind: MarkKind::Close });
    let mut marks: Vec<_> = opens.chain(closes).collect();
    marks.sort_by_key(|m| m.at);
    Inline { text: text.into(), marks }
}

fn assembled(role: Role, blocks: Vec<Block>) -> Assembly {
    let article = ArticleId(u32::from(role == Role::Related));
    let mut assembly = Assembly::new();
    assembly.apply(Change::Open { article, role });
    let mut after = None;
    for block in blocks {
        let id = block.id;
        assembly.apply(Change::Append { article, after, block: block.into() });
        after = Some(id);
    }
    assembly
}

fn html_of(blocks: Vec<Block>) -> String {
    article(&assembled(Role::Main, blocks).articles()[0])
}

#[test]
fn blocks_that_share_a_list_stand_in_one() {
    use FrameKind::{BulletList, Item, NumberedList};
    let item = Item { value: None };
    let numbered = NumberedList { start: Some(3), style: Some('a'), reversed: false };
    let html = html_of(vec![
        paragraph(1, &[(1, BulletList), (2, item.clone())]),
        paragraph(2, &[(1, BulletList), (2, item.clone()), (3, numbered.clone()), (4, item.clone())]),
        paragraph(3, &[(1, BulletList), (5, item.clone())]),
        paragraph(4, &[(6, BulletList), (7, item)]),
    ]);
    let first = r#"<ul><li><p data-block="1">x</p><ol start="3" type="a"><li><p data-block="2">x</p></li></ol></li><li><p data-block="3">x</p></li></ul>"#;
    assert_eq!(html, format!("{first}\n<ul><li><p data-block=\"4\">x</p></li></ul>\n"));
}

#[test]
fn no_nesting_makes_a_page_grow_without_bound() {
    let frames: Vec<_> = (0..5000).map(|id| (id, FrameKind::Quote)).collect();
    assert!(block(&paragraph(1, &frames), Role::Main).len() < 4000);
}

#[test]
fn a_term_and_a_summary_hold_a_line() {
    let html = html_of(vec![
        paragraph(1, &[(1, FrameKind::Details), (2, FrameKind::Summary)]),
        paragraph(2, &[(1, FrameKind::Details)]),
        paragraph(3, &[(3, FrameKind::Definitions), (4, FrameKind::Term)]),
        paragraph(4, &[(3, FrameKind::Definitions), (5, FrameKind::Definition)]),
    ]);
    let details = r#"<details open><summary><span data-block="1">x</span></summary><p data-block="2">x</p></details>"#;
    assert_eq!(html, format!("{details}\n<dl><dt><span data-block=\"3\">x</span></dt><dd><p data-block=\"4\">x</p></dd></dl>\n"));
}

#[test]
fn headings_stand_below_the_title() {
    let level = |level, role| {
        let html = block(&block_of(1, Content::Heading { level, text: Inline::plain("x") }), role);
        html[1..3].to_owned()
    };
    let levels = |role| [0, 1, 2, 3, 6, 255].map(|l| level(l, role));
    assert_eq!(levels(Role::Main), ["h2", "h2", "h2", "h3", "h6", "h6"]);
    assert_eq!(levels(Role::Related), ["h3", "h3", "h3", "h4", "h6", "h6"]);
}

#[test]
fn links_of_the_page_stay_in_the_article() {
    let text = styled("note", &[(0, 4, Style::Link("#fn:1".into()))]);
    let mut link = block_of(1, Content::Paragraph(text));
    link.anchors = vec!["ref:1".into(), "old".into()];
    let html = block(&link, Role::Main);
    assert_eq!(html, r##"<p data-block="1" id="offprint-ref:1"><span id="offprint-old"></span><a href="#offprint-fn:1">note</a></p>"##);
}

#[test]
fn links_away_tell_nothing_of_where_they_stand() {
    let text =
        styled("a b", &[(0, 1, Style::Link("https://a.example/?x=1&y=2".into())), (2, 3, Style::Link("javascript:alert(1)".into()))]);
    let html = block(&block_of(1, Content::Paragraph(text)), Role::Main);
    assert_eq!(html, r#"<p data-block="1"><a href="https://a.example/?x=1&amp;y=2" rel="noopener noreferrer">a</a> b</p>"#);
}

#[test]
fn a_figure_keeps_caption_and_credit_apart() {
    let image = Image { src: "https://a.example/i.jpg".into(), alt: "A \"dog\"".into(), width: Some(640), height: None };
    let figure = Figure { images: vec![image], caption: Some(Inline::plain("A dog.")), credit: Some(Inline::plain("Jo/AP")) };
    let html = block(&block_of(1, Content::Figure(figure)), Role::Main);
    let image = r#"<img src="https://a.example/i.jpg" alt="A &quot;dog&quot;" width="640" loading="lazy" decoding="async" referrerpolicy="no-referrer">"#;
    assert_eq!(html, format!(r#"<figure data-block="1">{image}<figcaption>A dog. <small data-credit>Jo/AP</small></figcaption></figure>"#));
}

#[test]
fn a_table_has_head_body_and_spans() {
    let cell = |header, columns, text| Cell { header, columns, rows: 1, text: Inline::plain(text) };
    let rows = vec![
        Row { head: true, cells: vec![cell(true, 2, "a")] },
        Row { head: false, cells: vec![cell(true, 1, "b"), cell(false, 1, "c")] },
    ];
    let html = block(&block_of(1, Content::Table(Table { caption: None, rows })), Role::Main);
    let head = r#"<thead><tr><th scope="col" colspan="2">a</th></tr></thead>"#;
    assert_eq!(html, format!(r#"<table data-block="1">{head}<tbody><tr><th scope="row">b</th><td>c</td></tr></tbody></table>"#));
}

#[test]
fn an_embed_is_a_link_and_never_a_frame() {
    let embed = Embed { kind: EmbedKind::Video, src: "https://video.example/embed/1?autoplay=1".into(), title: None, poster: None };
    let html = block(&block_of(1, Content::Embed(embed)), Role::Main);
    let link = r#"<a href="https://video.example/embed/1?autoplay=1" rel="noopener noreferrer">video.example</a>"#;
    assert_eq!(html, format!(r#"<figure data-block="1" data-embed="video">{link}</figure>"#));
}

#[test]
fn code_keeps_its_white_space_and_language() {
    let code = Content::Code { text: "\n  a < b\n\tc".into(), language: Some("c++".into()) };
    let html = block(&block_of(1, code), Role::Main);
    assert_eq!(html, "<pre data-block=\"1\"><code class=\"language-c++\">\n  a &lt; b\n\tc</code></pre>");
}

fn outline() -> Box<Outline> {
    let page = Page {
        url: None,
        title: Some("Page".into()),
        site_name: None,
        lang: None,
        dir: None,
        charset: "utf-8".into(),
        confidence: Confidence::High,
        posts: vec![],
    };
    let entry = |id, role, title: &str| Entry {
        article: ArticleId(id),
        role,
        metadata: Metadata { title: Some(title.into()), ..Metadata::default() },
        words: 1,
        confidence: Confidence::High,
        continues: None,
    };
    let removed =
        Removed { id: BlockId(9), reason: Reason::Advertisement, rule: "ad/label", text: "Buy".into(), bytes: 3, block: None, after: None };
    let articles = vec![entry(0, Role::Main, "Title"), entry(1, Role::Related, "Other")];
    Box::new(Outline { page, articles, removed: vec![removed], candidates: vec![], decisions: vec![], notes: vec![] })
}

#[test]
fn the_settled_start_is_written_while_the_page_loads() {
    let main = ArticleId(0);
    let append =
        |id: u32, after: Option<u32>| Change::Append { article: main, after: after.map(BlockId), block: paragraph(id, &[]).into() };
    let mut writer = Writer::new(Scope::All);
    let mut write = |change| writer.write(change);
    assert_eq!(write(Change::Open { article: main, role: Role::Main }), "");
    let metadata = Box::new(Metadata { title: Some("Title".into()), ..Metadata::default() });
    assert_eq!(write(Change::Update { article: main, metadata }), "");
    assert_eq!(write(append(1, None)) + &write(append(2, Some(1))), "");
    let start = write(Change::Settle { article: main, block: BlockId(1) });
    assert!(start.contains("<h1>Title</h1>") && start.ends_with("<p data-block=\"1\">x</p>\n"), "{start}");
    assert_eq!(write(Change::Retract { article: main, block: BlockId(2), reason: Reason::Promotion }), "");
    assert_eq!(write(append(3, Some(1))), "");
    let rest = write(Change::End { outline: outline() });
    assert!(rest.starts_with("<p data-block=\"3\">x</p>\n</article>"), "{rest}");
    assert_eq!(rest.matches("<article data-role=\"related\">").count(), 1);
    assert!(rest.contains("data-reason=\"advertisement\"") && rest.ends_with("</html>\n"), "{rest}");
    assert_eq!(writer.finish(), "", "the page ends once");
}

#[test]
fn what_is_written_does_not_depend_on_when_it_settles() {
    let main = ArticleId(0);
    let write_all = |settle: &[u32]| {
        let mut writer = Writer::new(Scope::All);
        let mut page = writer.write(Change::Open { article: main, role: Role::Main });
        let metadata = Box::new(outline().articles[0].metadata.clone());
        page += &writer.write(Change::Update { article: main, metadata });
        for id in 1..=3 {
            let after = (id > 1).then(|| BlockId(id - 1));
            let block = paragraph(id, &[(1, FrameKind::BulletList), (id + 1, FrameKind::Item { value: None })]);
            page += &writer.write(Change::Append { article: main, after, block: block.into() });
            if settle.contains(&id) {
                page += &writer.write(Change::Settle { article: main, block: BlockId(id) });
            }
        }
        page + &writer.write(Change::End { outline: outline() })
    };
    assert_eq!(write_all(&[1, 3]), write_all(&[]));
}
