//! The options, from the process's arguments.

use super::{Failure, READ};
use lexopt::{Arg, Parser, ValueExt};
use offprint::Settings;
use offprint::render::{Captions, Scope};
use std::ffi::OsString;
use std::path::PathBuf;

const HELP: &str = "\
Offprint turns a web page into articles while the page arrives.

Usage: offprint [OPTIONS] [FILE]

Reads FILE, or standard input where it is - or absent, and writes to standard output.

  --url URL            the page's address: base of its relative links
  --format FORMAT      html (a reader page, the default), json, markdown, text,
                       changes (one JSON object a line, as they happen), or page:
                       the page itself without adverts and promotions, each related
                       article in a section; its own HTML and scripts, not made safe
  --only main          leave the related articles out
  --no-captions        text without the captions and credits of pictures (text, json)
  --explain            one JSON object a line for each block of the page: what it was
                       taken for, the rule that won, the features that it was judged by
  --chunk N            feed the core N bytes at a time
  --content-type TYPE  the transport's label, such as 'text/html; charset=shift_jis'
  --now RFC3339        the moment that \"an hour ago\" counts from; the clock's by default
  -V, --version        print the version
  -h, --help           print this

Exit status: 0 with a result, 1 where the page could not be read, 2 for bad usage.
";

/// Bytes fed at a time where changes are wanted: they say after how many bytes they came.
const CHANGES_CHUNK: usize = 1 << 10;

/// What to do.
#[derive(Debug)]
pub(super) enum Command {
    /// Say something about the program.
    Print(String),
    /// Read a page.
    Read(Box<Options>),
}

/// How to read a page.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) input: Input,
    pub(super) format: Format,
    pub(super) scope: Scope,
    pub(super) captions: Captions,
    /// Bytes fed to the core at a time, 1 or more.
    pub(super) chunk: usize,
    pub(super) settings: Settings,
}

/// Where the page is.
#[derive(Debug)]
pub(super) enum Input {
    Stdin,
    File(PathBuf),
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Html,
    Json,
    Markdown,
    Text,
    Changes,
    /// The page itself, decluttered.
    Page,
    /// The decision about each block.
    Explain,
}

/// Reads the arguments.
pub(super) fn parse(parser: Parser) -> Result<Command, Failure> {
    parse_all(parser).map_err(|e| Failure::Usage(e.to_string()))
}

fn parse_all(mut parser: Parser) -> Result<Command, lexopt::Error> {
    let mut options = Options {
        input: Input::Stdin,
        format: Format::Html,
        scope: Scope::All,
        captions: Captions::With,
        chunk: 0,
        settings: Settings::new(),
    };
    let mut input = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("url") => options.settings.url = Some(parser.value()?.string()?),
            Arg::Long("format") => options.format = parser.value()?.parse_with(format)?,
            Arg::Long("only") => options.scope = parser.value()?.parse_with(only)?,
            Arg::Long("no-captions") => options.captions = Captions::Without,
            Arg::Long("explain") => {
                options.format = Format::Explain;
                options.settings.explain = true;
            }
            Arg::Long("chunk") => options.chunk = parser.value()?.parse_with(chunk)?,
            Arg::Long("content-type") => options.settings.content_type = Some(parser.value()?.string()?),
            Arg::Long("now") => options.settings.now = Some(parser.value()?.parse_with(now)?),
            Arg::Short('V') | Arg::Long("version") => {
                return Ok(Command::Print(concat!("offprint ", env!("CARGO_PKG_VERSION"), "\n").into()));
            }
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Print(format!("{HELP}Adverts are known by the names of {}.\n", offprint::AD_LIST))),
            Arg::Value(path) if input.is_none() => input = Some(path),
            other => return Err(other.unexpected()),
        }
    }
    options.input = place(input);
    complete(options)
}

fn place(input: Option<OsString>) -> Input {
    match input {
        Some(path) if path != "-" => Input::File(path.into()),
        _ => Input::Stdin,
    }
}

/// Fills in what the others decide, and refuses what would have no effect.
fn complete(mut options: Options) -> Result<Command, lexopt::Error> {
    if options.scope == Scope::Main && options.format == Format::Changes {
        return Err("--only main does not go with --format changes: they tell of every article".into());
    }
    if options.scope == Scope::Main && options.format == Format::Page {
        return Err("--only main does not go with --format page: it keeps the page".into());
    }
    if options.captions == Captions::Without && !matches!(options.format, Format::Text | Format::Json) {
        return Err("--no-captions goes with --format text or json only".into());
    }
    if options.chunk == 0 {
        options.chunk = if options.format == Format::Changes { CHANGES_CHUNK } else { READ };
    }
    if options.settings.now.is_none() {
        options.settings.now = Some(jiff::Timestamp::now().as_second());
    }
    Ok(Command::Read(Box::new(options)))
}

fn format(name: &str) -> Result<Format, &'static str> {
    Ok(match name {
        "html" => Format::Html,
        "json" => Format::Json,
        "markdown" => Format::Markdown,
        "text" => Format::Text,
        "changes" => Format::Changes,
        "page" => Format::Page,
        _ => return Err("--format takes html, json, markdown, text, changes or page"),
    })
}

fn only(what: &str) -> Result<Scope, &'static str> {
    if what == "main" { Ok(Scope::Main) } else { Err("--only takes main") }
}

fn chunk(number: &str) -> Result<usize, &'static str> {
    number.parse().ok().filter(|n| *n > 0).ok_or("--chunk takes a number of bytes, 1 or more")
}

fn now(text: &str) -> Result<i64, &'static str> {
    text.parse::<jiff::Timestamp>().map(jiff::Timestamp::as_second).map_err(|_| "--now takes a time such as 2026-11-23T12:00:00Z")
}
