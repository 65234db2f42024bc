//! Pages that are made to hurt: time beside the limit's, and memory above the start.

use crate::contestant::{CONTESTANTS, OURS};
use crate::memory;
use std::fs;
use std::hint::black_box;
use std::path::Path;

const MEGA: usize = 1_000_000;
/// Turns; the best counts.
const TURNS: usize = 2;
/// A paragraph that nobody would cut.
const STORY: &str = "<p class=\"x\">The ministers met on Thursday to discuss <a href=\"/a?b=1&amp;c=2\">the proposal</a>, &quot;which&quot; would \
    change how the programme is financed.</p>\n";

/// What it does, and how its bytes are made.
type Hostile = (&'static str, fn() -> String);

const PAGES: [Hostile; 28] = [
    ("elements-1e6", || "<div>".repeat(MEGA) + "x"),
    ("elements-closed-1e6", || "<div>".repeat(MEGA) + "x" + &"</div>".repeat(MEGA)),
    ("bold-1e6", || "<b>".repeat(MEGA) + "x"),
    ("link-in-bold-1e5", || "<a href=x><b>".repeat(MEGA / 10) + "x"),
    ("classes-2e5", || numbered(MEGA / 5, |n| format!("<div class=\"c{n}\">"))),
    ("attributes-1e5", || format!("<div {}>x</div>", numbered(MEGA / 10, |n| format!(" a{n}=\"v{n}\"")))),
    ("attribute-20MB", || format!("<div title=\"{}\">x</div>", "a".repeat(20 * MEGA))),
    ("tag-name-20MB", || format!("<{}>x", "a".repeat(20 * MEGA))),
    ("word-50MB", || format!("<p>{}</p>", "a".repeat(50 * MEGA))),
    ("less-than-20MB", || "<".repeat(20 * MEGA)),
    ("ampersand-20MB", || format!("<p>{}", "&".repeat(20 * MEGA))),
    ("references-1e6", || format!("<p>{}", "&notit;&#x41;&CounterClockwiseContourIntegral;".repeat(MEGA * 2 / 5))),
    ("comment-open", || format!("<p>a</p><!--{}", "x".repeat(20 * MEGA))),
    ("comment-dashes", || format!("<!--{}", "-".repeat(20 * MEGA))),
    ("quote-open", || format!("<p>a</p><a href=\"{}", STORY.repeat(MEGA / 10))),
    ("script-open", || format!("<script>{}", "<!--<script>".repeat(MEGA * 3 / 2))),
    ("paragraphs-open-1e6", || "<p>".repeat(MEGA)),
    ("items-open-1e6", || format!("<ul>{}", "<li>x".repeat(MEGA))),
    ("line-breaks-1e6", || format!("<p>{}", "x<br>".repeat(MEGA))),
    ("links-3e5", || format!("<p>{}", "<a href=/1>x</a> ".repeat(MEGA * 3 / 10))),
    ("cells-1e6", || format!("<table>{}", "<td>".repeat(MEGA))),
    ("story-in-500-quotes", || "<blockquote>".repeat(500) + &STORY.repeat(MEGA / 50)),
    ("json-ld-1MB", || format!("<script type=application/ld+json>[{}0]</script><p>x", "{\"\":0},".repeat(MEGA / 7))),
    ("tables-in-tables", || "<table>".repeat(1000) + &"<b>x".repeat(MEGA / 50)),
    ("misnested-2e4", || "<a><b><i><u><p></a></b></i></u>".repeat(MEGA / 50)),
    ("nul", || "<p>a\0b</p>\0<scr\0ipt>alert(1)</script><a href=\"java\0script:x\">y</a>".repeat(MEGA / 100)),
    ("text-100MB", || format!("<!doctype html><title>t</title><article>{}</article>", STORY.repeat(100 * MEGA / STORY.len()))),
    ("boilerplate-100MB", || String::from_utf8(crate::pages::boilerplate(100 * MEGA)).unwrap_or_default()),
];

fn numbered(count: usize, one: fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

/// Prints the table and leaves the pages in a folder.
pub(crate) fn run(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|e| e.to_string())?;
    println!("| page | MB | lol_html, ms | Offprint, ms | times | added memory, MB |\n|---|---|---|---|---|---|");
    for (name, page) in PAGES {
        let page = page().into_bytes();
        let path = folder.join(format!("{name}.html"));
        fs::write(&path, &page).map_err(|e| e.to_string())?;
        let [limit, ours] = [0, 1].map(|nth| milliseconds(CONTESTANTS[nth].1, &page));
        let added = memory::apart(OURS, &path);
        println!("| {name} | {:.1} | {limit:.1} | {ours:.1} | {:.1} | {added} |", page.len() as f64 / 1e6, ours / limit);
    }
    Ok(())
}

fn milliseconds(run: fn(&[u8]) -> usize, page: &[u8]) -> f64 {
    let once = || {
        let start = on_processor();
        black_box(run(black_box(page)));
        on_processor() - start
    };
    (0..TURNS).map(|_| once()).fold(f64::MAX, f64::min)
}

/// Milliseconds that this process has had a processor, where the system tells it (Linux): those of others are not in it.
fn on_processor() -> f64 {
    let told = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(f64::NAN) / 1e6
}
