use super::*;
use crate::event::EventSink;
use crate::scan::Scanner;

struct Cut(Segmenter, Vec<Passage>);

impl EventSink for Cut {
    fn event(&mut self, event: &Event<'_>) {
        self.0.event(event, &mut self.1);
    }
}

/// The blocks of a page, one string each: kind and text.
fn cut(html: &str) -> Vec<String> {
    let limits = Limits::default();
    let mut scanner = Scanner::new(Cut(Segmenter::new(&limits), Vec::new()), &limits);
    scanner.write(html).unwrap();
    scanner.end().unwrap();
    let passages = scanner.with_sink(|Cut(segmenter, passages)| {
        segmenter.end(passages);
        std::mem::take(passages)
    });
    passages
        .iter()
        .map(|p| {
            let kind = match &p.block.content {
                Content::Heading { level, .. } => format!("h{level}"),
                Content::Paragraph(_) => "p".to_owned(),
                Content::Code { language, .. } => format!("code {}", language.as_deref().unwrap_or("-")),
                Content::Figure(f) => format!("figure {}", f.images.iter().map(|i| &*i.src).collect::<Vec<_>>().join(",")),
                Content::Table(_) => "table".to_owned(),
                Content::Embed(e) => format!("embed {}", e.src),
                Content::Math(_) => "math".to_owned(),
                Content::Rule => "rule".to_owned(),
            };
            format!("{kind}: {}", p.text())
        })
        .collect()
}

#[test]
fn an_element_of_the_pages_own_says_by_its_name_what_it_is_for() {
    let limits = Limits::default();
    let mut scanner = Scanner::new(Cut(Segmenter::new(&limits), Vec::new()), &limits);
    scanner.write("<example-newsletter-box><p>On Fridays.</p></example-newsletter-box>").unwrap();
    scanner.end().unwrap();
    scanner.with_sink(|Cut(segmenter, passages)| {
        assert!(segmenter.containers().get(passages[0].container).within(Hints::NEWSLETTER));
    });
}

#[test]
fn lines_end_at_block_elements_and_double_breaks() {
    assert_eq!(cut("<div>a <b>b</b><p>c</p>d<br>e<br><br>f</div>"), ["p: a b", "p: c", "p: d\ne", "p: f"]);
}

#[test]
fn a_link_around_blocks_gives_each_its_link() {
    assert_eq!(cut("<a href=/x><div><h3>Title</h3><p>Text</p></div></a>"), ["h3: Title", "p: Text"]);
}

#[test]
fn a_picture_and_the_texts_beside_it_in_their_own_element_are_a_figure() {
    assert_eq!(
        cut("<div><p>One.</p><div><img src=/a.jpg><div>A man at a desk, 9 April</div><div>AP Photo</div></div><p>Two.</p></div>"),
        ["p: One.", "figure /a.jpg: A man at a desk, 9 April\nAP Photo", "p: Two."]
    );
}

#[test]
fn a_figure_element_is_one_figure_with_caption_and_credit() {
    assert_eq!(
        cut(
            "<figure><picture><source srcset='/b.webp 800w'><img src=/b.jpg></picture><figcaption>Words <span class=credit>AFP</span></figcaption></figure>"
        ),
        ["figure /b.webp: Words\nAFP"]
    );
}

#[test]
fn a_caption_right_behind_its_figure_belongs_to_it() {
    let figure = "<div><figure><div><img src=/a.jpg></div></figure><figcaption><p>A man at a desk.</p></figcaption></div><p>One.</p>";
    assert_eq!(cut(figure), ["figure /a.jpg: A man at a desk.", "p: One."]);
    let boxes =
        "<div><div><div><div><div><img src=/a.jpg></div></div></div></div></div><div class=caption>A man at a desk.</div><p>One.</p>";
    assert_eq!(cut(boxes), ["figure /a.jpg: A man at a desk.", "p: One."]);
    assert_eq!(cut("<figure><img src=/a.jpg></figure><p>A man sits at a desk.</p>"), ["figure /a.jpg: ", "p: A man sits at a desk."]);
    let ruled = "<figure><img src=/a.jpg><figcaption><p>A man at a desk.</p><hr></figcaption></figure><p>One.</p>";
    assert_eq!(cut(ruled)[0], "figure /a.jpg: A man at a desk.");
}

#[test]
fn a_text_that_says_what_the_alternative_text_does_is_the_caption() {
    let page = "<div><div class=q1><picture><img src=/a.jpg alt='A man at a desk in Oslo'></picture></div>\
        <div class=q2><span>A man at a desk in Oslo</span></div><p>One.</p><p>Two.</p></div>";
    assert_eq!(cut(page), ["figure /a.jpg: A man at a desk in Oslo", "p: One.", "p: Two."]);
    let other = "<div><div class=q1><picture><img src=/a.jpg alt='A ship'></picture></div><div class=q2><span>In Oslo</span></div><p>One.</p><p>Two.</p></div>";
    assert_eq!(cut(other), ["figure /a.jpg: ", "p: In Oslo", "p: One.", "p: Two."]);
}

#[test]
fn the_name_of_a_card_that_leads_on_is_no_caption_though_its_picture_says_it() {
    let card = |link: &str| {
        format!(
            "<div class=grid><div class=q1><a href={link}><img src=/a.jpg alt='River Songs cover'></a><div class=q2><div>River Songs</div><div>By the water.</div></div></div></div>"
        )
    };
    assert_eq!(cut(&card("/shows/river")), ["figure /a.jpg: ", "p: River Songs", "p: By the water."]);
    assert_eq!(cut(&card("/large.jpg"))[0], "figure /a.jpg: River Songs");
}

#[test]
fn a_button_behind_what_a_heading_says_is_no_part_of_it() {
    assert_eq!(
        cut("<h2>Struct <span>Core</span><button>Copy item path</button></h2><p>One.</p>"),
        ["h2: Struct Core", "p: Copy item path", "p: One."]
    );
    assert_eq!(cut("<h2>1. <button aria-expanded=false>Who reads?</button></h2><p>One.</p>"), ["h2: 1. Who reads?", "p: One."]);
}

#[test]
fn the_counter_of_a_gallery_is_no_caption() {
    let slide = "<div class=slide><div><img src=/a.jpg></div><div class=info><div class=caption-text><span>2 of 12<span> | </span></span> \
        <span><p>A man at a desk. (AP Photo/Jo)</p></span></div> <button>Read More</button></div></div><p>One.</p>";
    assert_eq!(cut(slide), ["figure /a.jpg: A man at a desk.\n(AP Photo/Jo)", "p: 2 of 12 |", "p: Read More", "p: One."]);
    let label = "<div><button><figure><img src=/a.jpg><div><span>View 6 Images</span></div></figure><figcaption>A man at a desk</figcaption></button></div><p>One.</p>";
    assert_eq!(cut(label), ["figure /a.jpg: A man at a desk", "p: View 6 Images", "p: One."]);
}

#[test]
fn a_paragraph_after_a_lone_picture_is_no_caption() {
    let text = "A long paragraph that follows the picture. It has several sentences. ".repeat(12);
    let page = format!("<article><div><img src=/a.jpg></div><p>{text}</p></article>");
    assert_eq!(cut(&page), ["figure /a.jpg: ".to_owned(), format!("p: {}", text.trim())]);
}

#[test]
fn a_lazy_picture_and_its_noscript_twin_are_one() {
    assert_eq!(
        cut("<p>x</p><img data-src=/a.jpg src='data:image/gif;base64,R0'><noscript><img src=/a.jpg></noscript><p>y</p>"),
        ["p: x", "figure /a.jpg: ", "p: y"]
    );
}

#[test]
fn quotes_around_blocks_count_as_they_do_in_memory() {
    let page = |quotes: usize| "<blockquote>".repeat(quotes) + &"<p>x".repeat(12_000);
    assert_eq!(cut(&page(1)).len(), 12_000);
    assert!(cut(&page(500)).len() < 6_000);
}

#[test]
fn a_table_keeps_a_bounded_number_of_cells() {
    let table = |cells: usize| format!("<table><tr><th>Year<th>Sum<tr><td>2024{}<td>7</table>", "<td>".repeat(cells));
    assert!(cut(&table(1_000))[0].starts_with("table"));
    assert_eq!(cut(&table(100_000)), ["p: Year", "p: Sum", "p: 2024", "p: 7"]);
}

#[test]
fn data_stays_a_table_and_layout_does_not() {
    assert_eq!(cut("<table><tr><th>Year<th>Sum<tr><td>2024<td>7</table>"), ["table: Year\tSum\n2024\t7"]);
    assert_eq!(cut("<table><tr><td><h1>Title</h1><p>Text.<td>Menu</table>"), ["h1: Title", "p: Text.", "p: Menu"]);
    // A column, with room left beside it.
    assert_eq!(
        cut("<table><tr><td><td>Title<tr><td colspan=2><td>12 points<tr><td><td>Text.</table>"),
        ["p: Title", "p: 12 points", "p: Text."]
    );
}

#[test]
fn a_time_is_no_part_of_a_word() {
    assert_eq!(cut("<p><span>jane_doe</span><time>3 May</time><span>2</span>, <time>today</time>."), ["p: jane_doe \n3 May \n2, today."]);
}

#[test]
fn code_keeps_its_white_space() {
    assert_eq!(cut("<pre class=language-rust><code>fn a() {\n    b();\n}\n</code></pre>"), ["code rust: fn a() {\n    b();\n}"]);
}

#[test]
fn what_is_not_text_is_left_out() {
    assert_eq!(cut("<p>a</p><script>b</script><style>c</style><svg><text>d</text></svg><template>e</template><p>g"), ["p: a", "p: g"]);
}

#[test]
fn a_second_head_hides_nothing() {
    assert_eq!(cut("<html><head><title>t</title></head><body><head><p>a</p>"), ["p: a"]);
}

#[test]
fn elements_that_meet_are_read_apart_and_letters_are_not() {
    assert_eq!(cut("<p><span class=s>Coastwire</span><span class=t>an hour ago</span></p>"), ["p: Coastwire \nan hour ago"]);
    assert_eq!(cut("<p><a href=/a>World</a><a href=/b><span>Trade</span></a> <a href=/c>Sport</a></p>"), ["p: World \nTrade Sport"]);
    assert_eq!(cut("<p><span class=cap>W</span><span class=rest>hen</span> it <b>rai</b>n<span>ed</span>.</p>"), ["p: When it rained."]);
    assert_eq!(cut("<a href=/a><span class=a>rivers.example/</span><span class=b>levels</span></a>"), ["p: rivers.example/\nlevels"]);
    assert_eq!(cut("<p><code><span class=k>fn</span><span class=p>()</span></code></p>"), ["p: fn()"]);
}

#[test]
fn a_label_before_a_break_is_a_block_of_its_own() {
    assert_eq!(cut("<div><small>ADVERTISEMENT</small><br>Rain fell on the town.</div>"), ["p: ADVERTISEMENT", "p: Rain fell on the town."]);
}

#[test]
fn caption_and_credit_behind_breaks_belong_to_the_picture_before_them() {
    assert_eq!(
        cut("<div>One.<br><br><img src=/a.jpg><br><i>A man at a desk, 9 April</i><br><small>AP Photo</small><br><br>Two.</div>"),
        ["p: One.", "figure /a.jpg: A man at a desk, 9 April\nAP Photo", "p: Two."]
    );
}

#[test]
fn a_heading_goes_without_its_signs() {
    assert_eq!(cut("<h2>Pipes<a class=headerlink href=#pipes>¶</a></h2><p>x"), ["h2: Pipes", "p: x"]);
    assert_eq!(cut("<h2>Pipes<span class=mw-editsection>[<a href=/e>edit</a>]</span></h2><p>x"), ["h2: Pipes", "p: [edit]", "p: x"]);
}

#[test]
fn a_post_is_an_embed_with_its_text() {
    assert_eq!(
        cut(
            "<p>a</p><blockquote class=twitter-tweet><p>Rain <a href=/t>#town</a><br>again</p>&mdash; Jo <a href=https://twitter.com/jo/1>May 5</a></blockquote><p>b"
        ),
        ["p: a", "embed https://twitter.com/jo/1: Rain #town again — Jo May 5", "p: b"]
    );
}
