//! The command line: a page in, its articles out, while it reads.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
