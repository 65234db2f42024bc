use super::*;

/// Writes events as a line of text: `<p>` opens, `</p>` closes, `<br/>` is void, text stands as it is.
#[derive(Default)]
struct Line(String);

impl EventSink for Line {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Open { tag, .. } => self.0.push_str(&format!("<{}>", tag.name())),
            Event::Void { tag, .. } => self.0.push_str(&format!("<{}/>", tag.name())),
            Event::Text(text) => self.0.push_str(text),
            Event::Raw(text) => self.0.push_str(&format!("[{text}]")),
            Event::Close(tag) => self.0.push_str(&format!("</{}>", tag.name())),
        }
    }
}

fn scan(html: &str, size: usize) -> String {
    let mut scanner = Scanner::new(Line::default(), &Limits::default());
    let mut rest = html;
    while !rest.is_empty() {
        let mut cut = size.min(rest.len());
        while !rest.is_char_boundary(cut) {
            cut += 1;
        }
        scanner.write(&rest[..cut]).unwrap();
        rest = &rest[cut..];
    }
    scanner.end().unwrap();
    scanner.with_sink(|s| std::mem::take(&mut s.0))
}

#[track_caller]
fn check(html: &str, events: &str) {
    for size in [1, 2, 3, 7, html.len().max(1)] {
        assert_eq!(scan(html, size), events, "in pieces of {size}");
    }
}

#[test]
fn paragraphs_and_items_end_without_end_tags() {
    check("<div><p>a<p>b<ul><li>c<li>d</ul>e</div>f", "<div><p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>e</div>f");
}

#[test]
fn cells_end_without_end_tags() {
    check("<table><tr><td>a<td>b<tr><td>c</table>d", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d");
}

#[test]
fn a_block_inside_a_formatting_element_stays_whole() {
    check("<b><p>a</b>b</p><p>c", "<b><p>ab</p><p>c</p></b>");
}

#[test]
fn a_misnested_container_does_not_end_the_one_around_it() {
    check("<div>x<span><div>a</span>b</div>c</div>d", "<div>x<span><div>ab</div>c</span></div>d");
}

#[test]
fn references_are_decoded_once() {
    check("&amp;lt; &#x1F600; &notit; R&D &eacute", "&lt; 😀 ¬it; R&D é");
}

#[test]
fn noscript_is_read_as_markup() {
    check("<p>a<noscript><img src=x> b &amp; c</noscript>d</p>", "<p>a<noscript><img/> b & c</noscript>d</p>");
}

#[test]
fn raw_text_comes_in_one_piece() {
    check("<title>a &amp; <b></title><script>if (a<b) {}</script><p>x", "<title>[a & <b>]</title><script>[if (a<b) {}]</script><p>x</p>");
}

#[test]
fn depth_is_bounded() {
    let html = "<div>".repeat(2_000) + "x" + &"</div>".repeat(2_000) + "y";
    let events = scan(&html, 64);
    let mut depth = 0_usize;
    let mut deepest = 0;
    for part in events.split_inclusive('>') {
        if part.starts_with("</") {
            depth -= 1;
        } else if part.starts_with('<') {
            depth += 1;
        }
        deepest = deepest.max(depth);
    }
    assert_eq!(deepest, 512);
    assert!(events.contains('x') && events.contains('y'));
}

/// Bytes; more than the tokenizer is given of one tag.
const LONG: usize = 300_000;

#[test]
fn what_follows_an_endless_list_is_read() {
    let html = format!("<ul>{}</ul><p>b</p>", "<li>a".repeat(50_000));
    let events = scan(&html, 4096);
    assert_eq!(events.matches("<li>a</li>").count(), 50_000);
    assert!(events.ends_with("</ul><p>b</p>"), "{}", &events[events.len() - 40..]);
}

#[test]
fn what_follows_an_endless_tag_is_read() {
    let long = "x".repeat(LONG);
    for (html, events) in [
        (format!("<div><div a=\"{long}>\">b</div>c</div>d"), "<div><div>b</div>c</div>d"),
        (format!("<div>a<br {long}>b</div>"), "<div>a<br/>b</div>"),
        (format!("<p>a<!-- {long}> -->b</p>c"), "<p>ab</p>c"),
        (format!("<p>a<!doctype {long}>b</p>c"), "<p>ab</p>c"),
        (format!("<div><b>a</b {long}>b</div>c"), "<div><b>a</b>b</div>c"),
        (format!("<title>a<{long}</title><p>b"), &*format!("<title>[a<{long}]</title><p>b</p>")),
        (format!("<{long}>a"), "<>a</>"),
    ] {
        for size in [997, 1 << 14, 1 << 16, html.len()] {
            assert_eq!(scan(&html, size), events, "{html:.20}… in pieces of {size}");
        }
    }
}
