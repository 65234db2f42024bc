//! Every developer verb of the project: `cargo xtask VERB`.

#![forbid(unsafe_code)]

mod adlist;
mod bench;
mod check;
mod chunks;
mod dist;
mod eval;
mod fuzz;
mod need;
mod order;
mod place;
mod run;
mod site;
mod size;
mod spawn;
mod test;
mod train;
mod wasm;

use anyhow::{Result, bail};
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
usage: cargo xtask VERB

  run [URL-or-FILE]   build all, open Chromium with the extension and the reader shown on a page (a sample by default)
  test                every test: Rust, wasm against native, types, the extension in headless Chromium and Firefox
  fuzz [TARGET] [SECONDS]
                      what must hold for any input, an hour by default: generated pages, or one of the coverage-guided
                      targets bytes, cuts, grammar, settings
  fuzz keep TARGET    pack the fewest inputs that reach what a target's runs reached into fuzz/corpus/
  check               formatting, clippy, types; changes nothing
  wasm                build the wasm package into target/package/
  dist [NAME…]        build dist/chrome, dist/firefox (and a zip of each), dist/npm, dist/www, and the source zip that
                      rebuilds them; or those of them that are named
  size                the extension's wasm in brotli bytes; fails over the budget
  bench [--browser] [--path DIR]
                      how fast the core is beside others of its kind, in one run; with --browser in Chromium, with a plot
  bench --waits [--path DIR]
                      what a person waits for in the extension: a click, a link on a slow line; and the memory of fifty tabs
  bench --hostile     time and memory of pages that are made to hurt, natively beside lol_html, and in wasm
  eval [--path DIR] [--set extraction,split] [ARG…]
                      score the release build on the corpus (default ../shared/corpus); ARGs go to its scorers
  eval --families [--side tune] [--set …]
                      each family of rules off and on: what it keeps out, and what it costs; docs/rules.md
  eval --chunks [--path DIR] [N]
                      whether each page of the corpus, or every N-th, comes out the same in pieces of ten sizes
  train [DIR] [ARG…]  grow the classifier's forests from the corpus into data/, with figures on sites not seen
  adlist FILE         pack the names that EasyList (easylist.txt) hides into data/easylist.bin
  shots               pictures of the reader, six pages in three themes and two sizes, into target/shots/
  store               the stores' screenshots and tiles, from the reader at work, into dist/store/
  icons               draw the extension's PNG icons anew from icons/logo.svg, and the site's card from docs/";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let verb = words.next().unwrap_or_else(|| "help".to_owned());
    match perform(&verb, &words.collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {verb}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(verb: &str, args: &[String]) -> Result<()> {
    match verb {
        rustc if wasm::is_compiler(rustc) => wasm::compiler(rustc, args),
        "run" => run::run(args.first().map(String::as_str)),
        "test" => test::test(),
        "fuzz" => fuzz::fuzz(args),
        "check" | "lint" => check::check(),
        "wasm" => wasm::wasm(wasm::Build::Package),
        "dist" => dist::dist(args),
        "size" => size::size(),
        "bench" => bench::bench(args),
        "eval" => eval::eval(args),
        "train" => train::train(args),
        "adlist" => adlist::run(Path::new(args.first().map_or("easylist.txt", String::as_str))),
        "shots" => run::shots(),
        "store" => run::store(),
        "icons" => run::icons(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("no such verb; `cargo xtask help` lists them"),
    }
}
