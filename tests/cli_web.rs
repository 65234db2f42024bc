//! The command line on addresses, against a server on this machine.
#![cfg(feature = "fetch")]

mod folder;

use folder::{Folder, paragraphs};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};
use std::thread;

fn page() -> String {
    let text = paragraphs("Part");
    format!("<!doctype html><title>Bridge</title><article><h1>Bridge</h1><img src=b.jpg width=800 height=500 alt=b>{text}</article>")
}

/// The origin of a server that answers each path in its own way.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let origin = format!("http://{}", listener.local_addr().expect("it has an address"));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
    origin
}

/// What the client does with a broken connection is what is tested, so that failed writes are of no interest.
fn answer(mut stream: TcpStream) {
    let mut lines = BufReader::new(stream.try_clone().expect("a socket can be shared")).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    match path.as_str() {
        "/endless" => return never_end(stream),
        // Held open until the client goes.
        "/silent" => return drop(stream.read(&mut [0])),
        _ => {}
    }
    let (status, headers, body): (&str, &str, Vec<u8>) = match path.as_str() {
        "/story" => ("200 OK", "content-type: text/html; charset=utf-8", page().into_bytes()),
        "/moved" => ("302 Found", "location: /deep/story", Vec::new()),
        "/deep/story" => ("200 OK", "content-type: text/html", page().into_bytes()),
        "/latin" => ("200 OK", "content-type: text/html; charset=iso-8859-1", [page().as_bytes(), b"<p>\xd6"].concat()),
        "/round" => ("302 Found", "location: /round", Vec::new()),
        "/paper" => ("200 OK", "content-type: application/pdf", b"%PDF".to_vec()),
        "/secret" => ("403 Forbidden", "content-type: text/html", Vec::new()),
        _ => ("404 Not Found", "content-type: text/html", Vec::new()),
    };
    let head = format!("HTTP/1.1 {status}\r\n{headers}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

fn never_end(mut stream: TcpStream) {
    let words = b"<p>".repeat(1 << 18);
    let mut is_there = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n").is_ok();
    while is_there {
        is_there = stream.write_all(&words).is_ok();
    }
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env_remove(name);
    }
    command.args(arguments).output().expect("the program runs")
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let output = run(&[&["--format", "json"], arguments].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("output is JSON")
}

/// The one line that a failing run must say.
fn complaint(address: &str) -> String {
    let output = run(&[address]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty(), "a failed run writes no result");
    let line = String::from_utf8(output.stderr).expect("errors are UTF-8");
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(line.contains(address) && !line.trim_end().ends_with('.'), "{line}");
    line
}

#[test]
fn an_address_is_read_and_links_start_from_it() {
    let origin = server();
    let found = json(&[&format!("{origin}/story")]);
    assert_eq!(found["page"]["url"], format!("{origin}/story"));
    assert_eq!(found["page"]["charset"], "utf-8");
    assert!(found["articles"][0]["html"].as_str().is_some_and(|html| html.contains(&format!("{origin}/b.jpg"))), "{found}");
}

#[test]
fn redirects_are_followed_and_their_end_is_the_address() {
    let origin = server();
    let found = json(&[&format!("{origin}/moved")]);
    assert_eq!(found["page"]["url"], format!("{origin}/deep/story"));
}

#[test]
fn the_servers_label_names_the_charset_unless_the_person_does() {
    let address = format!("{}/latin", server());
    assert_eq!(json(&[&address])["page"]["charset"], "windows-1252");
    assert_eq!(json(&[&address, "--content-type", "text/html; charset=iso-8859-2"])["page"]["charset"], "iso-8859-2");
}

#[test]
fn what_is_no_page_is_said_in_one_line() {
    let origin = server();
    for (path, hint) in [("/none", "404"), ("/secret", "403"), ("/round", "20 times"), ("/paper", "application/pdf")] {
        let line = complaint(&format!("{origin}{path}"));
        assert!(line.contains(hint), "{path}: {line}");
    }
}

#[test]
fn a_server_that_is_not_there_is_said() {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port is free");
    complaint(&format!("http://{free}/"));
}

#[test]
fn a_page_without_end_is_given_up() {
    let line = complaint(&format!("{}/endless", server()));
    assert!(line.contains("larger than 64 MB"), "{line}");
}

#[test]
fn a_server_that_says_nothing_is_given_up() {
    let line = complaint(&format!("{}/silent", server()));
    assert!(line.contains("takes too long"), "{line}");
}

#[test]
fn addresses_go_with_files_into_a_folder() {
    let origin = server();
    let folder = Folder::new("web");
    let output =
        run(&[&format!("{origin}/story"), &format!("{origin}/moved"), "--output", &folder.0.to_string_lossy(), "--format", "text"]);
    let host = origin.trim_start_matches("http://").replace(':', "-");
    let texts = ["story", "moved"].map(|name| std::fs::read_to_string(folder.0.join(format!("{host}-{name}.txt"))));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for text in texts {
        assert!(text.expect("the result is there").contains("Part 7."));
    }
}
