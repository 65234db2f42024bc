//! The options, from the process's arguments.

use super::Failure;
use super::usage::one_line;
use clap::{CommandFactory, Parser, ValueEnum};
use offprint::Settings;
use offprint::render::{Captions, Scope};
use std::ffi::OsString;
use std::path::PathBuf;

const STATUS: &str = "Exit status: 0 with a result, 1 where the page could not be read, 2 for bad usage.";

/// Bytes fed at a time where changes are wanted: they say after how many bytes they came.
const CHANGES_CHUNK: usize = 1 << 10;

/// Bytes fed at a time elsewhere: what one read gives.
const CHUNK: usize = super::READ;

/// Offprint turns a web page into articles while the page arrives
#[derive(Debug, Parser)]
#[command(name = "offprint", version, after_help = STATUS, args_override_self = true)]
struct Arguments {
    /// The page: a file, or - for standard input
    #[arg(value_name = "FILE")]
    page: Option<OsString>,

    /// The page's address: base of its relative links
    #[arg(long)]
    url: Option<String>,

    /// What is written
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,

    /// `main` leaves the related articles out
    #[arg(long, value_name = "main")]
    only: Option<Only>,

    /// Text without the captions and credits of pictures (text, json)
    #[arg(long)]
    no_captions: bool,

    /// One JSON object a line for each block of the page: what it was taken for, the rule that won, the features that it was
    /// judged by
    #[arg(long)]
    explain: bool,

    /// Feeds the core N bytes at a time; the output stays the same
    #[arg(long, value_name = "N", value_parser = chunk)]
    chunk: Option<usize>,

    /// The transport's label, such as 'text/html; charset=shift_jis'
    #[arg(long, value_name = "TYPE")]
    content_type: Option<String>,

    /// The moment that "an hour ago" counts from; the clock's by default
    #[arg(long, value_name = "RFC3339", value_parser = moment)]
    now: Option<i64>,

    /// Writes completions for a shell
    #[arg(long, value_name = "SHELL", exclusive = true, help_heading = "About the program")]
    completions: Option<clap_complete::Shell>,

    /// Writes the manual page
    #[arg(long, exclusive = true, help_heading = "About the program")]
    man: bool,
}

/// What to do.
#[derive(Debug)]
pub(super) enum Command {
    /// Say something about the program.
    Print(Vec<u8>),
    /// Say something about the program, with colour where it is seen.
    Show(clap::builder::StyledStr),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A reader page
    Html,
    /// One object: the page, its articles, what was removed
    Json,
    /// Each article under its title
    Markdown,
    /// The text alone
    Text,
    /// One JSON object a line, as it happens
    Changes,
    /// The page itself without adverts and promotions, each related article in a section; its own HTML and scripts, not made
    /// safe
    Page,
    /// The decision about each block.
    #[value(skip)]
    Explain,
}

/// Which articles are written.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Only {
    Main,
}

/// Reads the arguments.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Failure> {
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments { completions: Some(shell), .. }) => Ok(Command::Print(completions(shell))),
        Ok(Arguments { man: true, .. }) => manual(),
        Ok(arguments) => complete(arguments),
        Err(told) if told.exit_code() == 0 => Ok(Command::Show(told.render())),
        Err(wrong) => Err(Failure::Usage(one_line(&wrong))),
    }
}

/// Fills in what the others decide, and refuses what would have no effect.
fn complete(arguments: Arguments) -> Result<Command, Failure> {
    let format = if arguments.explain { Format::Explain } else { arguments.format };
    if arguments.only.is_some() && format == Format::Changes {
        return Err(Failure::Usage("--only main does not go with --format changes: they tell of every article".into()));
    }
    if arguments.only.is_some() && format == Format::Page {
        return Err(Failure::Usage("--only main does not go with --format page: it keeps the page".into()));
    }
    if arguments.no_captions && !matches!(format, Format::Text | Format::Json) {
        return Err(Failure::Usage("--no-captions goes with --format text or json only".into()));
    }
    let mut settings = Settings::new();
    settings.url = arguments.url;
    settings.content_type = arguments.content_type;
    settings.now = Some(arguments.now.unwrap_or_else(|| jiff::Timestamp::now().as_second()));
    settings.explain = arguments.explain;
    Ok(Command::Read(Box::new(Options {
        input: place(arguments.page),
        format,
        scope: if arguments.only.is_some() { Scope::Main } else { Scope::All },
        captions: if arguments.no_captions { Captions::Without } else { Captions::With },
        chunk: arguments.chunk.unwrap_or(if format == Format::Changes { CHANGES_CHUNK } else { CHUNK }),
        settings,
    })))
}

fn place(page: Option<OsString>) -> Input {
    match page {
        Some(path) if path != "-" => Input::File(path.into()),
        _ => Input::Stdin,
    }
}

fn completions(shell: clap_complete::Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "offprint", &mut script);
    script
}

fn manual() -> Result<Command, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut page).map_err(|e| super::unwritten(&e))?;
    Ok(Command::Print(page))
}

fn chunk(number: &str) -> Result<usize, &'static str> {
    number.parse().ok().filter(|n| *n > 0).ok_or("--chunk takes a number of bytes, 1 or more")
}

fn moment(text: &str) -> Result<i64, &'static str> {
    text.parse::<jiff::Timestamp>().map(jiff::Timestamp::as_second).map_err(|_| "--now takes a time such as 2026-11-23T12:00:00Z")
}
