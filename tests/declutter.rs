//! The page itself without its clutter: what is cut is what is said to be cut, and all else is as it came.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod page;

use encoding_rs::{Encoding, GB18030, ISO_2022_JP, SHIFT_JIS, UTF_8};
use offprint::{Decluttered, Declutterer, EditKind, Limits, Settings};
use page::{Page, reading, visible};

const SECTION: &str = "<section data-offprint=\"related\" style=\"display:contents\">";

/// Bytes a write.
const SIZES: &[usize] = &[1, 3, 64, 1024];

/// Bytes that may wait: all, and so few that pages are decided piece by piece.
const HELD: &[usize] = &[1 << 19, 2000, 300];

fn settings(page: &Page, held: usize) -> Settings {
    let mut limits = Limits::default();
    limits.held_bytes = held;
    page.settings().with_limits(limits)
}

fn declutter<'p>(settings: Settings, pieces: impl Iterator<Item = &'p [u8]>) -> Decluttered {
    let mut declutterer = Declutterer::new(settings);
    let mut all = Decluttered::default();
    for piece in pieces {
        let next = declutterer.write(piece);
        all.html.extend(next.html);
        all.edits.extend(next.edits);
    }
    let last = declutterer.end();
    all.html.extend(last.html);
    all.edits.extend(last.edits);
    all
}

fn whole(page: &Page) -> Decluttered {
    declutter(settings(page, HELD[0]), std::iter::once(page.html.as_slice()))
}

/// The page, with what the edits say done to it by other means.
fn done_by_hand(html: &[u8], decluttered: &Decluttered) -> Vec<u8> {
    let mut out = Vec::new();
    for (at, byte) in html.iter().enumerate() {
        let at = at as u64;
        mark(&mut out, decluttered, at);
        let is_cut = |e: &&offprint::Edit| matches!(e.kind, EditKind::Cut { .. }) && e.bytes.contains(&at);
        if decluttered.edits.iter().find(is_cut).is_none() {
            out.push(*byte);
        }
    }
    mark(&mut out, decluttered, html.len() as u64);
    out
}

fn mark(out: &mut Vec<u8>, decluttered: &Decluttered, at: u64) {
    let sections = || decluttered.edits.iter().filter(|e| e.kind == EditKind::Section);
    sections().filter(|e| e.bytes.end == at).for_each(|_| out.extend(b"</section>"));
    sections().filter(|e| e.bytes.start == at).for_each(|_| out.extend(SECTION.bytes()));
}

#[test]
fn the_output_is_the_page_less_what_is_listed() {
    for page in page::all().iter().filter(|page| !page.html.contains(&0)) {
        for &held in HELD {
            let decluttered = declutter(settings(page, held), std::iter::once(page.html.as_slice()));
            assert!(decluttered.html == done_by_hand(&page.html, &decluttered), "{}, {held} held", page.name);
        }
    }
}

#[test]
fn whoever_stops_in_the_middle_knows_where_the_page_goes_on() {
    let mut stops = 0;
    for page in page::all().iter().filter(|page| !page.html.contains(&0)) {
        for &held in HELD {
            let mut declutterer = Declutterer::new(settings(page, held));
            let mut so_far = Decluttered::default();
            for piece in page.html.chunks(64) {
                let next = declutterer.write(piece);
                so_far.html.extend(next.html);
                so_far.edits.extend(next.edits);
                assert!(so_far.until <= next.until, "{}", page.name);
                so_far.until = next.until;
                stops += usize::from(!so_far.edits.is_empty());
                let read = &page.html[..so_far.until as usize];
                assert!(so_far.html == done_by_hand(read, &so_far), "{}, {held} held, at {}", page.name, so_far.until);
            }
            assert_eq!(declutterer.end().until, page.html.len() as u64, "{}", page.name);
        }
    }
    assert!(stops > 100, "{stops} stops behind a cut");
}

#[test]
fn pieces_do_not_matter() {
    for page in page::all() {
        for &held in HELD {
            let one = declutter(settings(&page, held), std::iter::once(page.html.as_slice()));
            for &size in SIZES {
                let pieces = declutter(settings(&page, held), page.html.chunks(size));
                assert_eq!(one.edits, pieces.edits, "{}, {size} bytes at a time, {held} held", page.name);
                assert!(one.html == pieces.html, "{}, {size} bytes at a time, {held} held", page.name);
            }
        }
    }
}

#[test]
fn a_page_without_clutter_stays_as_it_is() {
    let plain = b"\xef\xbb\xbf<!DOCTYPE html>\r\n<HTML><body><!-- <div class=ad-slot> --><h1>A  walk</H1>\n<p>One.<p>Two &amp; three.<table><td>4</table>\0<b><i></b></i>";
    assert_eq!(declutter(Settings::new(), std::iter::once(plain.as_slice())).html, plain);
    let mut same = 0;
    for page in page::all() {
        let decluttered = whole(&page);
        if decluttered.edits.is_empty() {
            same += 1;
            assert!(decluttered.html == page.html, "{}", page.name);
        }
    }
    assert!(same > 10, "{same} pages have no clutter");
}

#[test]
fn the_articles_stay_and_the_clutter_goes() {
    for page in page::all().iter().filter(|page| !page.html.contains(&0)) {
        let decluttered = whole(page);
        let encoding =
            Encoding::for_label(page.expected.page.get("charset").and_then(|c| c.as_str()).unwrap_or("utf-8").as_bytes()).unwrap();
        let text = visible::letters(&visible::text(&encoding.decode(&decluttered.html).0));
        for block in page.expected.main.text.iter().flat_map(|text| page::blocks(text)) {
            // A text of cells, or of two columns, is read in another order.
            if visible::letters(&visible::text(&page.decoded())).contains(&visible::letters(&block)) {
                assert!(text.contains(&visible::letters(&block)), "{} lost: {block}", page.name);
            }
        }
    }
}

#[test]
fn adverts_and_promotions_go() {
    for (name, gone) in [
        ("news--newsletter-inside", vec!["The Karstadt Morning", "privacy policy"]),
        ("aggregator--list-cards", vec!["ADVERTISEMENT", "Advertising helps us", "DOWNLOAD THE APP", "preferred app store"]),
        ("lang--german-anzeige", vec!["Anzeige"]),
    ] {
        let page = page::all().into_iter().find(|page| page.name == name).unwrap();
        let text = String::from_utf8(whole(&page).html).unwrap();
        let body = &text[text.find("<body").unwrap()..text.find("<script type=\"application/json\"").unwrap_or(text.len())];
        for phrase in gone {
            assert!(!body.contains(phrase), "{name} still says {phrase}");
        }
    }
}

#[test]
fn each_related_article_has_a_section() {
    for (name, count) in [("aggregator--list-cards", 3), ("aggregator--related-first", 3), ("news--related-grid", 4), ("index--blog", 2)] {
        let page = page::all().into_iter().find(|page| page.name == name).unwrap();
        let html = String::from_utf8(whole(&page).html).unwrap();
        assert_eq!(visible::select(&html, "section[data-offprint=related]").unwrap().len(), count, "{name}");
        assert!(visible::select(&html, "section[data-offprint=related] h1").unwrap().is_empty(), "{name}");
        let reading = reading::read(&page);
        for article in &reading.json["articles"].as_array().unwrap()[1..] {
            let title = page::collapse(article["title"].as_str().unwrap());
            let sections = visible::select(&html, "section[data-offprint=related]").unwrap();
            assert!(sections.iter().any(|s| s.contains(&title)), "{name}: {title} has no section");
        }
    }
}

#[test]
fn places_are_found_in_every_encoding() {
    let story = "<p>かな漢字のページ。これは記事の本文であり、広告ではない。橋は八年ぶりに開いた。</p>".repeat(6);
    let page = |charset: &str| {
        format!(
            "<!doctype html><meta charset={charset}><title>橋</title><body><h1>橋</h1>{story}<div class=ad-slot-container>広告ソ能</div><p>終わり。表示</p>"
        )
    };
    for encoding in [UTF_8, SHIFT_JIS, ISO_2022_JP, GB18030] {
        let html = page(encoding.name());
        let (bytes, _, lossy) = encoding.encode(&html);
        assert!(!lossy);
        let decluttered = declutter(Settings::new(), bytes.chunks(7));
        let expected = html.replace("<div class=ad-slot-container>広告ソ能</div>", "");
        assert_eq!(encoding.decode(&decluttered.html).0, expected, "{}", encoding.name());
    }
    for big_endian in [false, true] {
        let html = page("utf-16");
        let wide = |text: &str| -> Vec<u8> {
            std::iter::once(0xfeff)
                .chain(text.encode_utf16())
                .flat_map(|u| if big_endian { u.to_be_bytes() } else { u.to_le_bytes() })
                .collect()
        };
        let decluttered = declutter(Settings::new(), wide(&html).chunks(7));
        assert_eq!(decluttered.html, wide(&html.replace("<div class=ad-slot-container>広告ソ能</div>", "")));
    }
}

#[test]
fn whole_elements_go_whatever_their_end_tags() {
    let story = "<p>The bridge over the river was opened again on Thursday, after eight years, and four hundred people walked across it in the rain.</p>".repeat(5);
    for (slot, left) in [
        ("<div class=ad-slot-container><b>Buy</b><p>now</div>", ""),
        ("<div class=ad-slot-container><span>Buy</div></span>", "</span>"),
        ("<section><div class=ad-slot-container>Buy</section>", "<section></section>"),
        ("<ul><li>A<li class=ad-slot-container>Buy<li>B</ul>", "<ul><li>A<li>B</ul>"),
        ("<!-- </div> --><div class=ad-slot-container><!-- </div> --><script>'</div>'</script></div>", "<!-- </div> -->"),
        // The bold text goes on behind the element: it stays.
        ("<b><div class=ad-slot-container>Buy</b> x</div>", "<b><div class=ad-slot-container>Buy</b> x</div>"),
        // A cell is a part of its table.
        ("<table><tr><td class=ad-slot-container>Buy<td>B</table>", "<table><tr><td class=ad-slot-container>Buy<td>B</table>"),
    ] {
        let page = |inside: &str| format!("<body><h1>The bridge</h1>{story}{inside}{story}</body>");
        let decluttered = declutter(Settings::new(), page(slot).as_bytes().chunks(5));
        assert_eq!(String::from_utf8(decluttered.html).unwrap(), page(left), "{slot}");
    }
    // Nothing closes it, and it holds the article: listed or not, it stays.
    let unclosed = format!("<body><div class=ad-slot-container>Buy<h1>The bridge</h1>{story}</body>");
    assert_eq!(declutter(Settings::new(), std::iter::once(unclosed.as_bytes())).html, unclosed.as_bytes());
}

#[test]
fn what_waits_is_bounded() {
    let mut limits = Limits::default();
    limits.held_bytes = 10_000;
    let bound = limits.held_bytes + limits.tokenizer_bytes + (1 << 16);
    let story = "<div><p>The bridge over the river was opened again on Thursday, after eight years.</p>";
    for page in [
        story.repeat(8_000),
        format!("<div>{}", "word ".repeat(300_000)),
        format!("<div><!-- {}", "x".repeat(1 << 21)),
        "<i x='".repeat(200_000),
    ] {
        let mut declutterer = Declutterer::new(Settings::new().with_limits(limits.clone()));
        let (mut came, mut gone, mut most) = (0, 0, 0);
        for piece in page.as_bytes().chunks(4_096) {
            came += piece.len();
            gone += declutterer.write(piece).html.len();
            most = most.max(came - gone);
        }
        assert!(most <= bound, "{most} bytes waited of {}…", &page[..20]);
        assert_eq!(gone + declutterer.end().html.len(), page.len());
    }
}
