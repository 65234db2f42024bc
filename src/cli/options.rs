//! The options, from the process's arguments.

use super::Failure;
use super::archive::is_archive;
use super::usage::one_line;
use clap::{CommandFactory, Parser, ValueEnum};
use offprint::Settings;
use offprint::render::{Captions, Scope};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const STATUS: &str = "Exit status: 0 with a result, 1 where the page could not be read, 2 for bad usage.";

/// Bytes fed at a time where changes are wanted: they say after how many bytes they came.
const CHANGES_CHUNK: usize = 1 << 10;

/// Bytes fed at a time elsewhere: what one read gives.
const CHUNK: usize = super::READ;

/// Offprint turns a web page into articles while the page arrives
#[derive(Debug, Parser)]
#[command(name = "offprint", version, after_help = about(), args_override_self = true)]
struct Arguments {
    /// The page: a file, its address, or - for standard input; with --output many, folders, and web archives (WARC)
    #[arg(value_name = "PAGE")]
    pages: Vec<OsString>,

    /// The folder for the results, one file for each page, several at once
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,

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
    #[arg(long, conflicts_with = "only")]
    explain: bool,

    /// Feeds the core N bytes at a time; the output stays the same
    #[arg(long, value_name = "N", value_parser = chunk)]
    chunk: Option<usize>,

    /// The transport's label, such as 'text/html; charset=shift_jis'
    #[allow(clippy::doc_markdown, reason = "people read it in a terminal")]
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
#[derive(Clone, Debug)]
pub(super) struct Options {
    pub(super) pages: Pages,
    pub(super) format: Format,
    pub(super) scope: Scope,
    pub(super) captions: Captions,
    /// Bytes fed to the core at a time, 1 or more.
    pub(super) chunk: usize,
    pub(super) settings: Settings,
}

/// Which pages are read, and where their results go.
#[derive(Clone, Debug)]
pub(super) enum Pages {
    /// To standard output.
    One(Input),
    /// To a file each, in a folder.
    Many { inputs: Vec<Input>, folder: PathBuf },
}

/// Where a page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    Stdin,
    /// A file, a folder of them, or an archive.
    File(PathBuf),
    Web(String),
}

impl Format {
    /// How the name of a file of this form ends.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Html | Self::Page => "html",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Changes | Self::Explain => "jsonl",
        }
    }
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

/// What the help ends with.
fn about() -> String {
    format!("{STATUS}\n\nAdverts are known by the names of {}.", offprint::AD_LIST)
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
    let pages = pages(arguments.pages.into_iter().map(Input::from), arguments.output)?;
    let are_many = match &pages {
        Pages::One(_) => false,
        Pages::Many { inputs, .. } => {
            inputs.len() > 1 || inputs.iter().filter_map(Input::file).any(|file| file.is_dir() || is_archive(file))
        }
    };
    if arguments.url.is_some() && are_many {
        return Err(Failure::Usage("--url is the address of one page; leave it out for many".into()));
    }
    let mut settings = Settings::new();
    settings.url = arguments.url;
    settings.content_type = arguments.content_type;
    settings.now = arguments.now;
    settings.explain = arguments.explain;
    Ok(Command::Read(Box::new(Options {
        pages,
        format,
        scope: if arguments.only.is_some() { Scope::Main } else { Scope::All },
        captions: if arguments.no_captions { Captions::Without } else { Captions::With },
        chunk: arguments.chunk.unwrap_or(if format == Format::Changes { CHANGES_CHUNK } else { CHUNK }),
        settings,
    })))
}

fn pages(named: impl Iterator<Item = Input>, output: Option<PathBuf>) -> Result<Pages, Failure> {
    let mut inputs: Vec<Input> = named.collect();
    match output {
        Some(_) if inputs.is_empty() || inputs.contains(&Input::Stdin) => {
            Err(Failure::Usage("--output names results after their pages; name files, folders or addresses".into()))
        }
        Some(folder) => Ok(Pages::Many { inputs, folder }),
        None if inputs.len() > 1 => Err(Failure::Usage("many pages need --output DIR, the folder for their results".into())),
        None => Ok(Pages::One(inputs.pop().unwrap_or(Input::Stdin))),
    }
}

impl Input {
    /// The path, where it is one.
    pub(super) fn file(&self) -> Option<&Path> {
        if let Self::File(path) = self { Some(path) } else { None }
    }
}

impl From<OsString> for Input {
    fn from(word: OsString) -> Self {
        match word.to_str() {
            Some("-") => Self::Stdin,
            Some(address) if is_web(address) => Self::Web(address.to_owned()),
            _ => Self::File(word.into()),
        }
    }
}

fn is_web(word: &str) -> bool {
    let starts = |scheme: &str| word.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    starts("https://") || starts("http://")
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
