//! What the command line does with a page.

mod archive;
mod batch;
#[cfg(feature = "fetch")]
mod fetch;
mod options;
mod output;
mod source;
mod usage;

use clap::builder::styling::{AnsiColor, Color, Style};
use offprint::{Declutterer, Rewriter};
use options::{Command, Format, Options, Pages};
use output::Output;
use source::Source;
use std::io::{self, BufWriter, Write};
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
    match &options.pages {
        Pages::One(input) => turn(Source::open(input)?, options, io::stdout().lock()),
        Pages::Many { inputs, folder } => batch::read(inputs, folder, options),
    }
}

/// Reads a page to its end and writes what was asked for.
fn turn(source: Source, options: &Options, out: impl Write) -> Result<(), Failure> {
    let out = BufWriter::new(out);
    if options.format == Format::Page { declutter(source, options, out) } else { rewrite(source, options, out) }
}

/// Writes the page without its clutter, while it comes.
fn declutter(mut source: Source, options: &Options, mut out: impl Write) -> Result<(), Failure> {
    let mut declutterer = Declutterer::new(source.settings(&options.settings));
    source.each_piece(|bytes| {
        for piece in bytes.chunks(options.chunk) {
            out.write_all(&declutterer.write(piece).html).map_err(|e| unwritten(&e))?;
        }
        out.flush().map_err(|e| unwritten(&e))
    })?;
    out.write_all(&declutterer.end().html).and_then(|()| out.flush()).map_err(|e| unwritten(&e))
}

/// Writes what comes of the page at once.
fn rewrite(mut source: Source, options: &Options, out: impl Write) -> Result<(), Failure> {
    let mut rewriter = Rewriter::new(source.settings(&options.settings)).map_err(|e| Failure::Usage(e.to_string()))?;
    let mut output = Output::new(options, out);
    let mut at = 0;
    source.each_piece(|bytes| {
        for piece in bytes.chunks(options.chunk) {
            at += piece.len() as u64;
            output.take(rewriter.write(piece).map_err(|e| Failure::Work(e.to_string()))?, at).map_err(|e| unwritten(&e))?;
        }
        output.flush().map_err(|e| unwritten(&e))
    })?;
    output.take(rewriter.end().map_err(|e| Failure::Work(e.to_string()))?, at).map_err(|e| unwritten(&e))?;
    output.finish().map_err(|e| unwritten(&e))
}

fn unwritten(why: &io::Error) -> Failure {
    match why.kind() {
        io::ErrorKind::BrokenPipe => Failure::Unread,
        _ => Failure::Work(format!("the result could not be written: {why}; check where it goes").to_lowercase()),
    }
}
