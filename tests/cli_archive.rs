//! The command line on web archives.

mod folder;

use flate2::Compression;
use flate2::write::GzEncoder;
use folder::{Folder, paragraphs};
use std::fs;
use std::io::Write;

fn json(folder: &Folder, name: &str) -> serde_json::Value {
    let text = fs::read(folder.0.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    serde_json::from_slice(&text).expect("the result is JSON")
}

fn page(title: &str) -> Vec<u8> {
    let text = paragraphs(title);
    format!("<!doctype html><title>{title}</title><article><h1>{title}</h1><time>2 hours ago</time>{text}</article>").into_bytes()
}

fn record(kind: &str, address: &str, content_type: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:5f2c3bd0-0b0e-4b4e-9a53-2f6f8f8f0001>\r\n\
         WARC-Date: 2019-03-04T12:30:00Z\r\nWARC-Target-URI: {address}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body, b"\r\n\r\n"].concat()
}

fn response(address: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let answer = [b"HTTP/1.1 ", head.as_bytes(), b"\r\n\r\n", body].concat();
    record("response", address, "application/http; msgtype=response", &answer)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written")
}

fn chunked(bytes: &[u8]) -> Vec<u8> {
    let pieces = bytes.chunks(1000).flat_map(|piece| [format!("{:x}\r\n", piece.len()).as_bytes(), piece, b"\r\n"].concat());
    pieces.chain(*b"0\r\n\r\n").collect()
}

fn records() -> Vec<Vec<u8>> {
    let html = "200 OK\r\ncontent-type: text/html; charset=utf-8";
    vec![
        record("warcinfo", "", "application/warc-fields", b"software: test\r\n"),
        record("request", "https://valley.example/plain", "application/http; msgtype=request", b"GET /plain HTTP/1.1\r\n\r\n"),
        response("https://valley.example/plain", html, &page("Plain")),
        response(
            "https://valley.example/packed",
            &format!("{html}\r\ncontent-encoding: gzip\r\ntransfer-encoding: chunked"),
            &chunked(&gzip(&page("Packed"))),
        ),
        response("https://valley.example/kept", &format!("{html}\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"), &page("Kept")),
        response("https://valley.example/picture.png", "200 OK\r\ncontent-type: image/png", &[0x89; 3000]),
        response("https://valley.example/gone", "404 Not Found\r\ncontent-type: text/html", &page("Gone")),
        record("response", "dns:valley.example", "text/dns", b"20190304123000\r\nvalley.example. 300 IN A 192.0.2.1\r\n"),
        record("resource", "https://valley.example/saved", "text/html", &page("Saved")),
        response("https://valley.example/plain", html, &page("Plain again")),
    ]
}

const TITLES: [(&str, &str); 5] =
    [("plain", "Plain"), ("packed", "Packed"), ("kept", "Kept"), ("saved", "Saved"), ("plain-2", "Plain again")];

#[test]
fn every_page_of_an_archive_becomes_a_file() {
    let folder = Folder::new("all");
    folder.write("plain.warc", records().concat());
    folder.write("packed.warc.gz", records().iter().flat_map(|record| gzip(record)).collect::<Vec<u8>>());
    let output = folder.run(&[".", "--output", "out", "--format", "json"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    for archive in ["plain", "packed"] {
        for (name, title) in TITLES {
            let found = json(&folder, &format!("out/{archive}/valley.example-{name}.json"));
            assert_eq!(found["articles"][0]["title"], title);
            assert_eq!(found["page"]["url"], format!("https://valley.example/{}", name.trim_end_matches("-2")));
            assert!(found["articles"][0]["text"].as_str().is_some_and(|text| text.contains(&format!("{title} 7."))));
        }
        let written = fs::read_dir(folder.0.join("out").join(archive)).expect("results are there");
        assert_eq!(written.count(), TITLES.len());
    }
}

#[test]
fn hours_ago_count_from_when_the_page_was_archived() {
    let folder = Folder::new("ago");
    folder.write("a.warc", records().concat());
    assert!(folder.run(&["a.warc", "--output", "out", "--format", "json"]).status.success());
    let published = &json(&folder, "out/a/valley.example-plain.json")["articles"][0]["published"];
    assert!(published.as_str().is_some_and(|time| time.starts_with("2019-03-04T10:30")), "{published}");
}

#[test]
fn what_an_archive_that_was_cut_off_has_is_read() {
    let folder = Folder::new("cut");
    let whole = records().concat();
    folder.write("a.warc", &whole[..whole.len() - 500]);
    let output = folder.run(&["a.warc", "--output", "out", "--format", "json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("a.warc could not be read on") && said.lines().count() == 2, "{said}");
    assert_eq!(json(&folder, "out/a/valley.example-saved.json")["articles"][0]["title"], "Saved");
}

#[test]
fn a_page_whose_coding_is_not_known_is_said_and_the_others_are_read() {
    let folder = Folder::new("coding");
    let html = "200 OK\r\ncontent-type: text/html";
    let strange = response("https://valley.example/strange", &format!("{html}\r\ncontent-encoding: br"), b"\x0b\x02\x80\x03");
    folder.write("a.warc", [strange, response("https://valley.example/plain", html, &page("Plain"))].concat());
    let output = folder.run(&["a.warc", "--output", "out", "--format", "json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("valley.example/strange") && said.contains("br") && output.status.code() == Some(1), "{said}");
    assert_eq!(json(&folder, "out/a/valley.example-plain.json")["articles"][0]["title"], "Plain");
}

#[test]
fn an_archive_needs_a_folder_for_its_results() {
    let folder = Folder::new("alone");
    folder.write("a.warc", records().concat());
    let output = folder.run(&["a.warc"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--output DIR"));
}
