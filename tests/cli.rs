//! The command line as its user meets it: the real program, its streams and its exit status.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// A page with a clear article, a picture with a caption, and the usual frame around it.
fn page() -> String {
    page_of(12)
}

fn page_of(parts: usize) -> String {
    let sentence = "The council met on Thursday evening, and after a long debate it agreed to rebuild the old bridge over the river, which had been closed since the flood. ";
    let paragraphs: Vec<_> = (1..=parts).map(|n| format!("<p>Part {n}. {}</p>\n", sentence.repeat(3))).collect();
    let paragraphs = paragraphs.concat();
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Old bridge to be rebuilt - The Valley Post</title></head><body>
<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav>
<article><h1>Old bridge to be rebuilt</h1>
<figure><img src=/bridge.jpg alt='The bridge' width=800 height=500><figcaption>The bridge after the flood</figcaption></figure>
{paragraphs}</article>
<footer><p>© The Valley Post. All rights reserved.</p></footer></body></html>"
    )
}

fn offprint(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str], page: &[u8]) -> Output {
    let mut child = offprint(arguments).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let page = page.to_vec();
    let feed = std::thread::spawn(move || {
        // A program that refuses its options reads nothing.
        let _ = stdin.write_all(&page);
    });
    let output = child.wait_with_output().expect("the program ends");
    feed.join().expect("the page is written");
    output
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

fn json(arguments: &[&str], page: &[u8]) -> Value {
    serde_json::from_str(&stdout(&run(arguments, page))).expect("output is JSON")
}

/// The one line that a failing run must say.
fn complaint(output: &Output, status: i32) -> String {
    assert_eq!(output.status.code(), Some(status));
    assert!(output.stdout.is_empty(), "a failed run writes no result");
    let line = String::from_utf8(output.stderr.clone()).expect("errors are UTF-8");
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(line.starts_with("offprint: ") && !line.trim_end().ends_with('.'), "{line}");
    line
}

#[test]
fn html_is_the_default_and_a_whole_page() {
    let html = stdout(&run(&["--url", "https://valley.example/a"], page().as_bytes()));
    assert!(html.starts_with("<!doctype html>") && html.ends_with("</html>\n"));
    assert_eq!(html.matches("<article data-role=\"main\"").count(), 1);
    assert_eq!(html.matches("Old bridge to be rebuilt</h1>").count(), 1);
    assert!(html.contains("src=\"https://valley.example/bridge.jpg\"") && html.contains("Part 12."));
    assert!(html.contains("default-src 'none'") && !html.contains("<script"));
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let result = json(&["--format", "json", "--url", "https://valley.example/a"], page().as_bytes());
    for field in ["url", "title", "siteName", "lang", "dir", "charset", "confidence"] {
        assert!(result["page"].get(field).is_some(), "page.{field}");
    }
    let main = &result["articles"][0];
    let fields = [
        "role",
        "title",
        "byline",
        "source",
        "published",
        "modified",
        "publishedText",
        "url",
        "image",
        "excerpt",
        "html",
        "text",
        "lang",
        "dir",
        "wordCount",
        "readingMinutes",
        "confidence",
        "origin",
    ];
    for field in fields {
        assert!(main.get(field).is_some(), "articles[].{field}");
    }
    assert_eq!(main["role"], "main");
    assert_eq!(main["title"], "Old bridge to be rebuilt");
    assert!(main["text"].as_str().is_some_and(|t| t.contains("Part 1.") && !t.contains("Old bridge to be rebuilt")));
    assert!(main["readingMinutes"].as_u64().is_some_and(|m| (3..=6).contains(&m)), "about 1,000 words: {main}");
    assert!(result["removed"].is_array() && result["notes"].is_array());
}

#[test]
fn captions_can_be_left_out_of_the_text() {
    let text = |more: &[&str]| stdout(&run(&[&["--format", "text"], more].concat(), page().as_bytes()));
    assert!(text(&[]).contains("The bridge after the flood"));
    assert!(!text(&["--no-captions"]).contains("The bridge after the flood"));
}

#[test]
fn markdown_starts_with_the_title() {
    let markdown = stdout(&run(&["--format", "markdown"], page().as_bytes()));
    assert!(markdown.starts_with("# Old bridge to be rebuilt\n"), "{markdown}");
}

#[test]
fn the_size_of_pieces_changes_nothing() {
    for format in ["html", "json", "markdown", "text"] {
        let whole = stdout(&run(&["--format", format], page().as_bytes()));
        for chunk in ["1", "7", "4096"] {
            assert_eq!(stdout(&run(&["--format", format, "--chunk", chunk], page().as_bytes())), whole, "{format} in pieces of {chunk}");
        }
    }
}

#[test]
fn changes_are_lines_that_say_when_they_came() {
    let page = page();
    let lines = stdout(&run(&["--format", "changes", "--chunk", "100"], page.as_bytes()));
    let changes: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).expect("each line is an object")).collect();
    assert_eq!(changes[0]["type"], "open");
    assert_eq!(changes.last().map(|c| &c["type"]), Some(&Value::from("end")));
    let at: Vec<u64> = changes.iter().filter_map(|c| c["at"].as_u64()).collect();
    assert_eq!(at.len(), changes.len());
    assert!(at.is_sorted() && at.last() == Some(&(page.len() as u64)), "{at:?}");
    let first = changes.iter().find(|c| c["type"] == "append").expect("a block is shown");
    assert!(first["at"].as_u64() < Some(page.len() as u64 / 2), "shown while the page arrives: {first}");
}

#[test]
fn a_file_or_a_dash_can_be_named() {
    let path = std::env::temp_dir().join(format!("offprint-cli-{}.html", std::process::id()));
    std::fs::write(&path, page()).expect("a temporary file can be written");
    let from_file = stdout(&run(&["--format", "text", &path.to_string_lossy()], b""));
    std::fs::remove_file(&path).expect("the temporary file can be removed");
    assert_eq!(from_file, stdout(&run(&["--format", "text", "-"], page().as_bytes())));
}

#[test]
fn an_hour_ago_counts_from_now() {
    let page = page().replace("</h1>", "</h1><p class=date><time>2 hours ago</time></p>");
    let result = json(&["--format", "json", "--now", "2026-03-01T12:30:00+01:00"], page.as_bytes());
    let published = result["articles"][0]["published"].as_str().unwrap_or_default();
    assert!(published.starts_with("2026-03-01T0") || published.starts_with("2026-03-01T1") || published == "2026-03-01", "{published:?}");
}

#[test]
fn the_transport_names_the_charset() {
    let page = page().replace("<meta charset=utf-8>", "").replace("The council", "Ö\u{142}");
    let latin: Vec<u8> = page.replace('\u{142}', "").chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let result = json(&["--format", "json", "--content-type", "text/html; charset=iso-8859-1"], &latin);
    assert_eq!(result["page"]["charset"], "windows-1252");
    assert!(result["articles"][0]["text"].as_str().is_some_and(|t| t.contains("Part 1. Ö")));
}

#[test]
fn bad_usage_is_status_2_and_says_what_to_do() {
    let cases: &[(&[&str], &str)] = &[
        (&["--nonsense"], "--nonsense"),
        (&["--format", "pdf"], "html, json, markdown, text, changes or page"),
        (&["--format"], "--format"),
        (&["--chunk", "0"], "1 or more"),
        (&["--now", "yesterday"], "2026-11-23T12:00:00Z"),
        (&["--now", "2026-02-30T12:00:00Z"], "--now takes a time"),
        (&["--only", "related"], "main"),
        (&["--only", "main", "--format", "changes"], "changes"),
        (&["--no-captions"], "text or json"),
        (&["a.html", "b.html"], "--output"),
        (&["--output", "out"], "files"),
        (&["--output", "out", "-"], "files"),
        (&["--output", "out", "--url", "https://valley.example/", "a.html", "b.html"], "--url"),
    ];
    for (arguments, hint) in cases {
        let line = complaint(&run(arguments, b""), 2);
        assert!(line.contains(hint), "{arguments:?}: {line}");
    }
}

#[test]
fn what_cannot_be_read_is_status_1() {
    assert!(complaint(&run(&["no/such/file.html"], b""), 1).contains("no/such/file.html"));
    let folder = std::env::temp_dir();
    complaint(&run(&[&folder.to_string_lossy()], b""), 1);
}

#[test]
fn help_and_version_are_no_errors() {
    for option in ["-h", "--help"] {
        let help = stdout(&run(&[option], b""));
        for named in ["--output", "--url", "--format", "--only", "--no-captions", "--chunk", "--content-type", "--now"] {
            assert!(help.contains(named), "{named}");
        }
        assert!(help.contains("EasyList of 31 October 2025"), "the list's date is shown");
    }
    assert_eq!(stdout(&run(&["-V"], b"")), format!("offprint {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn shells_and_the_manual_know_every_option() {
    for arguments in [&["--completions", "bash"][..], &["--completions", "zsh"], &["--completions", "fish"], &["--man"]] {
        let written = stdout(&run(arguments, b"")).replace("\\-", "-");
        for named in ["url", "format", "no-captions", "content-type"] {
            assert!(written.contains(named), "{arguments:?}: {named}");
        }
    }
    assert!(complaint(&run(&["--completions", "csh"], b""), 2).contains("bash, elvish, fish, powershell or zsh"));
}

#[test]
fn a_mistyped_option_is_told_the_right_one() {
    assert!(complaint(&run(&["--fromat", "json"], b""), 2).contains("--format"));
}

#[test]
fn no_colours_where_no_terminal_is() {
    for output in [run(&["--help"], b""), run(&["--nonsense"], b"")] {
        assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
    }
}

#[test]
fn a_page_without_an_article_is_a_low_confidence_not_an_error() {
    for page in [&b""[..], b"\x00\x01\xff\xfe\x89PNG", b"<html><body><p"] {
        let result = json(&["--format", "json"], page);
        assert_eq!(result["page"]["confidence"], "low", "{result}");
    }
}

#[test]
fn output_begins_before_the_page_ends() {
    let mut child = offprint(&["--format", "changes"]).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let page = page();
    let (start, rest) = page.split_at(page.find("Part 11.").expect("the page is long"));
    stdin.write_all(start.as_bytes()).expect("the page is taken");
    stdin.flush().expect("the page is taken");
    let line = first_line(&mut child);
    stdin.write_all(rest.as_bytes()).expect("the rest is taken");
    drop(stdin);
    assert!(child.wait().expect("the program ends").success());
    assert!(line.starts_with("{\"type\":\"open\""), "{line}");
}

#[test]
fn the_reader_page_is_written_while_the_page_arrives() {
    // A paragraph that says a day may begin another story, which only the end shows.
    let page = page_of(40).replace("on Thursday evening", "in its old hall");
    let (start, rest) = page.split_at(page.find("Part 36.").expect("the page is long"));
    let mut child = offprint(&["--url", "https://news.example/a"]).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    stdin.write_all(start.as_bytes()).expect("the page is taken");
    let mut stdout = child.stdout.take().expect("standard output is a pipe");
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let mut written = Vec::new();
        let mut piece = [0; 4096];
        while let Ok(length @ 1..) = stdout.read(&mut piece) {
            written.extend_from_slice(&piece[..length]);
            let _ = send.send(String::from_utf8_lossy(&written).into_owned());
        }
    });
    let mut written = String::new();
    while !written.contains("Part 18.") {
        written = receive.recv_timeout(Duration::from_secs(20)).expect("half of the text is written while the page is still open");
    }
    stdin.write_all(rest.as_bytes()).expect("the rest is taken");
    drop(stdin);
    assert!(child.wait().expect("the program ends").success());
}

/// What the program writes first, while its input is still open.
fn first_line(child: &mut Child) -> String {
    let stdout = child.stdout.take().expect("standard output is a pipe");
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let mut reader = BufReader::new(stdout);
        let mut line = String::new();
        let _ = reader.read_line(&mut line);
        let _ = send.send(line);
        // Reads on, so that the program can write on.
        let _ = reader.read_to_end(&mut Vec::new());
    });
    receive.recv_timeout(Duration::from_secs(20)).expect("a line comes while the page is still open")
}

#[test]
fn nobody_reading_is_no_error() {
    let mut child = offprint(&["--format", "changes"]).spawn().expect("the program starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let _ = stdin.write_all(page().as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_page_itself_comes_out_without_its_clutter() {
    let slot = "<div class=ad-slot-container><a href=/buy>Buy a boat</a></div>\r\n";
    let page = page();
    let with_slot = page.replacen("<p>Part 2.", &format!("{slot}<p>Part 2."), 1);
    assert_eq!(stdout(&run(&["--format", "page"], page.as_bytes())), page);
    for chunk in ["1", "1000"] {
        let out = stdout(&run(&["--format", "page", "--chunk", chunk], with_slot.as_bytes()));
        assert_eq!(out, page.replacen("<p>Part 2.", "\r\n<p>Part 2.", 1));
    }
    complaint(&run(&["--format", "page", "--only", "main"], page.as_bytes()), 2);
    complaint(&run(&["--format", "page", "--no-captions"], page.as_bytes()), 2);
}

#[test]
fn an_address_that_is_none_is_left_aside_and_noted() {
    let found = json(&["--url", "no address", "--format", "json"], page().as_bytes());
    assert_eq!(found["notes"][0]["code"], "bad-address");
    assert_eq!(found["page"]["url"], Value::Null);

    let page = page().replace("<title>", "<link rel=canonical href='https://valley.example/own'><title>");
    let found = json(&["--url", "no address", "--format", "json"], page.as_bytes());
    assert_eq!(found["page"]["url"], "https://valley.example/own");
    assert_eq!(found["notes"][0]["code"], "bad-address");
}
