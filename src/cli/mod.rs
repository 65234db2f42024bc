//! What the command line does with a page.

mod options;
mod output;
mod usage;

use clap::builder::styling::{AnsiColor, Color, Style};
use offprint::{Declutterer, Rewriter};
use options::{Command, Format, Input, Options};
use output::Output;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

/// Bytes asked for in one read.
const READ: usize = 64 << 10;

/// How the name before an error looks on a terminal.
const ERROR: Style = Style::new().bold().fg_color(Some(Color::Ansi(AnsiColor::Red)));

/// Why a run ended early.
enum Failure {
    /// The options make no sense: exit status 2.
    Usage(String),
    /// The page could not be read, or the result not be written: exit status 1.
    Work(String),
    /// Nobody reads the output any more, which is no error.
    Unread,
}

/// Runs the command line on the process's arguments.
pub(crate) fn run() -> ExitCode {
    let outcome = options::parse(std::env::args_os()).and_then(|command| match command {
        Command::Print(text) => io::stdout().write_all(&text).map_err(|e| unwritten(&e)),
        Command::Show(text) => write!(anstream::stdout(), "{}", text.ansi()).map_err(|e| unwritten(&e)),
        Command::Read(options) => read(&options),
    });
    match outcome {
        Ok(()) | Err(Failure::Unread) => ExitCode::SUCCESS,
        Err(Failure::Work(why)) => complain(&why, 1),
        Err(Failure::Usage(why)) => complain(&format!("{why}; see offprint --help"), 2),
    }
}

fn complain(why: &str, status: u8) -> ExitCode {
    // One line, whatever is quoted in it.
    let line: String = why.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    // Where even this cannot be written, the status says it.
    let _ = writeln!(anstream::stderr(), "{ERROR}offprint:{ERROR:#} {line}");
    ExitCode::from(status)
}

fn read(options: &Options) -> Result<(), Failure> {
    match &options.input {
        Input::Stdin => turn(io::stdin().lock(), "standard input", options),
        Input::File(path) => {
            let name = path.display().to_string();
            let file = File::open(path).map_err(|e| unread(&name, &e))?;
            turn(file, &name, options)
        }
    }
}

fn turn(page: impl Read, name: &str, options: &Options) -> Result<(), Failure> {
    if options.format == Format::Page { declutter(page, name, options) } else { rewrite(page, name, options) }
}

/// Reads the page to its end and writes it without its clutter, while it comes.
fn declutter(page: impl Read, name: &str, options: &Options) -> Result<(), Failure> {
    let mut declutterer = Declutterer::new(options.settings.clone());
    let mut out = BufWriter::new(io::stdout().lock());
    each_piece(page, name, |bytes| {
        for piece in bytes.chunks(options.chunk) {
            out.write_all(&declutterer.write(piece).html).map_err(|e| unwritten(&e))?;
        }
        out.flush().map_err(|e| unwritten(&e))
    })?;
    out.write_all(&declutterer.end().html).and_then(|()| out.flush()).map_err(|e| unwritten(&e))
}

/// Reads the page to its end and writes what comes of it at once.
fn rewrite(page: impl Read, name: &str, options: &Options) -> Result<(), Failure> {
    let mut rewriter = Rewriter::new(options.settings.clone()).map_err(|e| Failure::Usage(e.to_string()))?;
    let mut output = Output::new(options, BufWriter::new(io::stdout().lock()));
    let mut at = 0;
    each_piece(page, name, |bytes| {
        for piece in bytes.chunks(options.chunk) {
            at += piece.len() as u64;
            output.take(rewriter.write(piece).map_err(|e| Failure::Work(e.to_string()))?, at).map_err(|e| unwritten(&e))?;
        }
        output.flush().map_err(|e| unwritten(&e))
    })?;
    output.take(rewriter.end().map_err(|e| Failure::Work(e.to_string()))?, at).map_err(|e| unwritten(&e))?;
    output.finish().map_err(|e| unwritten(&e))
}

/// Hands over the page as it is read.
fn each_piece(mut page: impl Read, name: &str, mut take: impl FnMut(&[u8]) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut buffer = vec![0; READ];
    loop {
        let length = match page.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(length) => length,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(unread(name, &e)),
        };
        take(&buffer[..length])?;
    }
}

fn unread(name: &str, why: &io::Error) -> Failure {
    let what = match why.kind() {
        io::ErrorKind::NotFound => "there is no such file; give its path, or - for standard input".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not permitted; check its permissions".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder; give a file".to_owned(),
        _ => format!("{why}; check that it can be read").to_lowercase(),
    };
    Failure::Work(format!("{name} could not be read: {what}"))
}

fn unwritten(why: &io::Error) -> Failure {
    match why.kind() {
        io::ErrorKind::BrokenPipe => Failure::Unread,
        _ => Failure::Work(format!("the result could not be written: {why}; check where standard output goes").to_lowercase()),
    }
}
