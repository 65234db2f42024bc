//! Whatever blocks and metadata hold, the markup that is written from them has only the elements, attributes and schemes
//! of the allow-list. What is written is read back by a parser that is not ours.

mod allowed;

use allowed::check;
use offprint::content::*;
use offprint::render::{Scope, html};
use offprint::{ArticleId, Change, Confidence, Metadata, Outline, Reason, Role};
use scraper::Html;
use std::collections::BTreeMap;

/// What an attacker puts wherever a page has room for it.
const HOSTILE: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\0script:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "data:image/png,\"><script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://a.example/1",
    "file:///etc/passwd",
    "//a.example/x",
    "https://a.example/\" onclick=\"alert(1)",
    "https://a.example/' onclick='alert(1)",
    "https://a.example/><script>alert(1)</script>",
    "http:javascript:alert(1)",
    "mailto:a@b.example\" onmouseover=alert(1) x=\"",
    "#\" onclick=\"alert(1)",
    "</title><script>alert(1)</script>",
    "</style></textarea></noscript><img src=x onerror=alert(1)>",
    "--><script>alert(1)</script><!--",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<svg><style><img src=x onerror=alert(1)>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "\" autofocus onfocus=alert(1) x=\"",
    "x\" style=\"position:fixed",
    "`\"'><img src=x onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u{0}\u{b}\u{c}\r\n\u{85}\u{2028}\u{feff}\u{202e}<b>",
    "<form action=javascript:alert(1)><button>x",
    "<base href=https://evil.example/><meta http-equiv=refresh content=0>",
    "/><iframe srcdoc=x>",
];

#[test]
fn hostile_blocks_give_harmless_markup() {
    for hostile in HOSTILE {
        for block in blocks(hostile) {
            for role in [Role::Main, Role::Related] {
                let markup = html::block(&block, role);
                check(&Html::parse_fragment(&markup), &markup, 0);
            }
        }
    }
}

#[test]
fn a_hostile_page_gives_a_harmless_page() {
    for hostile in HOSTILE {
        let mut writer = html::Writer::new(Scope::All);
        let page: String = changes(hostile).into_iter().map(|change| writer.write(change)).collect();
        let tree = Html::parse_document(&page);
        check(&tree, &page, 6);
        let articles = tree.tree.nodes().filter(|n| n.value().as_element().is_some_and(|e| e.name() == "article")).count();
        assert_eq!(articles, 2, "no text makes an article or ends one: {page}");
    }
}

/// What is checked with is checked too.
#[test]
fn the_check_sees_what_is_not_allowed() {
    let sound = "<p><a href=\"https://a.example/\" rel=\"noopener noreferrer\">a</a><a href=\"#offprint-b\">b</a>\
        <img src=\"https://a.example/i.png\" referrerpolicy=\"no-referrer\"><math><mrow><mi>x</mi></mrow></math></p>";
    let is_allowed = |markup: &str| std::panic::catch_unwind(|| check(&Html::parse_fragment(markup), markup, 0)).is_ok();
    assert!(is_allowed(sound));
    for (from, to) in [
        (" rel=\"noopener noreferrer\"", ""),
        ("noopener noreferrer", "noopener"),
        (" referrerpolicy=\"no-referrer\"", ""),
        ("no-referrer", "origin"),
        ("https://a.example/\"", "javascript:alert(1)\""),
        ("#offprint-b", "#b"),
        ("https://a.example/i.png", "data:image/svg+xml,x"),
        ("<p>", "<p onclick=\"alert(1)\">"),
        ("</p>", "</p><svg></svg>"),
        ("</p>", "</p><!-- -->"),
        ("<mi>", "<mi><b></b>"),
        ("<mi>", "<mi><mglyph></mglyph>"),
        ("<mi>", "<mi href=\"https://a.example/\">"),
        ("<mi>", "<mi mathvariant=\"alert(1)\">"),
        ("<math>", "<math><annotation-xml></annotation-xml>"),
        ("<math>", "<math><p></p>"),
    ] {
        let markup = sound.replacen(from, to, 1);
        assert!(markup != sound && !is_allowed(&markup), "{markup}");
    }
}

/// What a browser writes of what it has read, as pages do that copy markup, is no other tree.
#[test]
fn a_formula_is_harmless_when_it_is_read_back_twice() {
    for hostile in HOSTILE {
        let content = Content::Math(Math { tex: (*hostile).into(), is_tex: true, tree: Some(Box::new(formula(hostile))) });
        let tree = Html::parse_fragment(&html::block(&block_of(content), Role::Main));
        let again = tree.root_element().html();
        check(&Html::parse_fragment(&again), &again, 0);
    }
}

#[test]
fn text_is_read_back_as_it_was() {
    for hostile in HOSTILE {
        let block = block_of(Content::Paragraph(Inline::plain(hostile)));
        let tree = Html::parse_fragment(&html::block(&block, Role::Main));
        let text: String = tree.root_element().text().collect();
        // The two that no markup can carry: NUL, and a bare carriage return.
        assert_eq!(text, hostile.replace('\0', "\u{fffd}").replace("\r\n", "\n"));
    }
}

#[test]
fn what_tests_each_promise_of_security_md_is_there() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("SECURITY.md")).unwrap();
    let promises: Vec<&str> =
        text.lines().skip_while(|line| !line.starts_with("| promise |")).skip(2).take_while(|line| line.starts_with('|')).collect();
    assert!(promises.len() > 10, "{promises:?}");
    for promise in promises {
        let tests = promise.rsplit('|').nth(1).unwrap();
        let named: Vec<&str> = tests.split('`').skip(1).step_by(2).filter(|name| !name.starts_with("cargo ")).collect();
        assert!(!named.is_empty() || tests.trim() == "the same", "nothing tests {promise}");
        for name in named {
            assert!(root.join(name).is_file(), "there is no {name}");
        }
    }
}

fn block_of(content: Content) -> Block {
    Block { id: BlockId(1), frames: vec![], content, anchors: vec![], lang: None, dir: None }
}

/// A block of every kind, with the same string in every slot.
fn blocks(s: &str) -> Vec<Block> {
    let image = Image { src: s.into(), alt: s.into(), width: Some(1), height: Some(1) };
    let math = |is_tex, tree: Option<MathTree>| Content::Math(Math { tex: s.into(), is_tex, tree: tree.map(Box::new) });
    let cell = |header| Cell { header, columns: 2, rows: 2, text: line(s) };
    let rows = vec![Row { head: true, cells: vec![cell(true)] }, Row { head: false, cells: vec![cell(true), cell(false)] }];
    let figure = Figure { images: vec![image.clone(), image], caption: Some(line(s)), credit: Some(line(s)) };
    let embed = |kind| Content::Embed(Embed { kind, src: s.into(), title: Some(s.into()), poster: Some(s.into()) });
    let contents = vec![
        Content::Heading { level: 9, text: line(s) },
        Content::Paragraph(line(s)),
        Content::Code { text: s.into(), language: Some(s.into()) },
        Content::Figure(figure),
        Content::Table(Table { caption: Some(line(s)), rows }),
        embed(EmbedKind::Video),
        embed(EmbedKind::Audio),
        embed(EmbedKind::Post),
        embed(EmbedKind::Frame),
        math(true, None),
        math(false, None),
        math(true, Some(formula(s))),
        math(false, Some(formula(s))),
        Content::Rule,
    ];
    let dressed = |(id, content): (usize, Content)| Block {
        id: BlockId(id as u32),
        frames: frames(s),
        content,
        anchors: vec![s.into(), s.into()],
        lang: Some(s.into()),
        dir: Some(Direction::Rtl),
    };
    contents.into_iter().enumerate().map(dressed).collect()
}

fn frames(s: &str) -> Vec<Frame> {
    let kinds = vec![
        FrameKind::Quote,
        FrameKind::NumberedList { start: Some(i32::MIN), style: s.chars().next(), reversed: true },
        FrameKind::Item { value: Some(i32::MAX) },
        FrameKind::BulletList,
        FrameKind::Item { value: None },
        FrameKind::Definitions,
        FrameKind::Definition,
        FrameKind::Details,
    ];
    kinds.into_iter().enumerate().map(|(id, kind)| Frame { id: id as u32, kind }).collect()
}

/// A line whose text is `s`, in every style and behind every kind of mark; the marks are out of balance at the end.
fn line(s: &str) -> Inline {
    let s_box: Box<str> = s.into();
    let styles = [
        Style::Link(s_box.clone()),
        Style::Emphasis,
        Style::Strong,
        Style::Code,
        Style::Keyboard,
        Style::Sample,
        Style::Variable,
        Style::Subscript,
        Style::Superscript,
        Style::Small,
        Style::Deleted,
        Style::Inserted,
        Style::Highlight,
        Style::Quotation,
        Style::Cite,
        Style::Definition,
        Style::Abbreviation(Some(s_box.clone())),
        Style::Ruby,
        Style::RubyText,
        Style::RubyParenthesis,
        Style::Isolate(Some(Direction::Rtl)),
        Style::Override(Direction::Ltr),
        Style::Language(s_box.clone()),
    ];
    let image = Image { src: s_box.clone(), alt: s_box.clone(), width: None, height: None };
    let points = [
        MarkKind::Break,
        MarkKind::Image(Box::new(image)),
        MarkKind::Math(Box::new(Math { tex: s_box.clone(), is_tex: true, tree: Some(Box::new(formula(s))) })),
        MarkKind::Anchor(s_box),
    ];
    let opened = styles.into_iter().flat_map(|style| [MarkKind::Open(style), MarkKind::Close]);
    let left_open = [MarkKind::Close, MarkKind::Open(Style::Strong), MarkKind::Open(Style::Link(s.into()))];
    let marks = opened.chain(points).chain(left_open).enumerate().map(|(at, kind)| Mark { at, kind });
    Inline { text: s.to_owned(), marks: marks.collect() }
}

/// A formula with every element, twice in the last, and the same string in every slot.
fn formula(s: &str) -> MathTree {
    let mut tree = MathTree::new(true);
    let names = allowed::FORMULA.iter().copied().chain(["math", "annotation-xml", "mglyph", "script", s]);
    for (depth, element) in names.filter_map(MathElement::named).enumerate() {
        let known = allowed::FORMULA_ATTRIBUTES.iter().copied().cycle().skip(depth).take(allowed::FORMULA_ATTRIBUTES.len());
        let hostile =
            ["href", "style", "class", "id", "onclick", "xlink:href", "actiontype", "mathvariant", "width", s].map(|name| (name, s));
        for depth in [depth as u8, u8::MAX, 0] {
            tree.push(depth, element, known.clone().chain(hostile));
            tree.text(s);
        }
    }
    tree
}

fn metadata(s: &str) -> Box<Metadata> {
    let text = || Some(s.to_owned());
    Box::new(Metadata {
        title: text(),
        byline: vec![s.into(), s.into()],
        source: text(),
        published: text(),
        modified: text(),
        published_text: text(),
        url: text(),
        image: Some(LeadImage { url: s.into(), alt: text(), caption: text(), credit: text() }),
        excerpt: text(),
        lang: text(),
        dir: Some(Direction::Rtl),
        origin: BTreeMap::new(),
    })
}

/// A whole page with the same string in every slot: a main article, and a related one that is a card.
fn changes(s: &str) -> Vec<Change> {
    let main = ArticleId(0);
    let mut changes = vec![Change::Open { article: main, role: Role::Main }, Change::Update { article: main, metadata: metadata(s) }];
    let mut after = None;
    for block in blocks(s) {
        let id = block.id;
        changes.push(Change::Append { article: main, after, block: block.into() });
        after = Some(id);
    }
    changes.push(Change::Settle { article: main, block: BlockId(4) });
    changes.push(Change::End { outline: Box::new(outline(s)) });
    changes
}

fn outline(s: &str) -> Outline {
    let entry =
        |id, role| Entry { article: ArticleId(id), role, metadata: *metadata(s), words: 0, confidence: Confidence::Low, continues: None };
    Outline {
        page: Page {
            url: Some(s.into()),
            title: Some(s.into()),
            site_name: Some(s.into()),
            lang: Some(s.into()),
            dir: None,
            charset: s.into(),
            confidence: Confidence::Low,
            posts: vec![],
        },
        articles: vec![entry(0, Role::Main), entry(1, Role::Related)],
        removed: vec![Removed {
            id: BlockId(99),
            reason: Reason::Hidden,
            rule: "hidden/attribute",
            text: s.into(),
            bytes: s.len(),
            block: None,
            after: None,
        }],
        candidates: vec![Candidate { excerpt: s.into(), words: 1, blocks: vec![BlockId(99)] }],
        decisions: vec![],
        notes: vec![],
    }
}
