//! `cargo xtask eval`: the release build on pages with truth.

use crate::{chunks, place, spawn};
use anyhow::{Context, Result, bail, ensure};
use std::path::PathBuf;

/// Each family of rules off and on, in place of the scorers.
const FAMILIES: &str = "--families";
/// The same page in pieces of many sizes, in place of the scorers.
const CHUNKS: &str = "--chunks";
const SCORERS: [&str; 2] = ["extraction", "split"];

/// Puts each article's picture down to its address.
const PICTURES_BY_ADDRESS: &str = "import json, sys
page = json.load(sys.stdin)
for article in page[\"articles\"]:
    article[\"image\"] = (article[\"image\"] or {}).get(\"url\")
print(json.dumps(page))";

struct Request {
    corpus: PathBuf,
    scorers: Vec<String>,
    rest: Vec<String>,
}

/// Scores the command line with the corpus' own scorers.
pub(crate) fn eval(args: &[String]) -> Result<()> {
    let request = parse(args)?;
    ensure!(request.corpus.is_dir(), "no corpus at {}; name it with --path DIR", request.corpus.display());
    if args.iter().any(|arg| arg == FAMILIES) {
        return families(&request);
    }
    spawn::run(spawn::cargo().args(["build", "--release", "--bin", "offprint"]))?;
    if args.iter().any(|arg| arg == CHUNKS) {
        let every = request.rest.first().map_or(Ok(1), |number| number.parse()).context("a number of pages")?;
        return chunks::compare(&request.corpus, every);
    }
    for scorer in &request.scorers {
        score(scorer, &request).with_context(|| scorer.clone())?;
    }
    Ok(())
}

/// Names of single sets (`--set scrapinghub`) belong to the extraction scorer.
fn parse(args: &[String]) -> Result<Request> {
    let mut request = Request { corpus: place::at(place::CORPUS), scorers: SCORERS.map(str::to_owned).to_vec(), rest: Vec::new() };
    let mut words = args.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--path" => request.corpus = std::path::absolute(words.next().context("--path needs a folder")?)?,
            "--set" => {
                let sets: Vec<&str> = words.next().context("--set needs names")?.split(',').collect();
                let (scorers, single): (Vec<&str>, Vec<&str>) = sets.into_iter().partition(|set| SCORERS.contains(set));
                request.scorers = scorers.into_iter().map(str::to_owned).collect();
                if !single.is_empty() {
                    if !request.scorers.contains(&"extraction".to_owned()) {
                        request.scorers.insert(0, "extraction".to_owned());
                    }
                    request.rest.extend(["--set".to_owned(), single.join(",")]);
                }
            }
            FAMILIES | CHUNKS => {}
            other => request.rest.push(other.to_owned()),
        }
    }
    Ok(request)
}

/// Counts what each family of rules is good for: `docs/rules.md`.
fn families(request: &Request) -> Result<()> {
    spawn::run(spawn::cargo().args(["build", "--profile", "quick", "--example", "families", "--features", "training"]))?;
    let mut python = spawn::command("python3");
    python.arg(place::at("train/families.py")).arg("--corpus").arg(&request.corpus);
    python.arg("--count").arg(place::target().join("quick/examples/families")).arg("--work").arg(place::target().join("families"));
    spawn::run(python.args(&request.rest))
}

fn score(scorer: &str, request: &Request) -> Result<()> {
    let binary = place::target().join("release/offprint");
    let binary = binary.display();
    println!("\n== {scorer}");
    let mut python = spawn::command("python3");
    match scorer {
        "extraction" => {
            python.arg(request.corpus.join("extraction/score.py")).arg("--cmd").arg(binary.to_string()).args(&request.rest);
        }
        "split" => {
            // The scorer compares a picture by its address alone.
            let command = format!("{binary} --format json --url \"$PAGE_URL\" - | python3 -c '{PICTURES_BY_ADDRESS}'");
            let pages = request.corpus.join("split/pages");
            python.arg(request.corpus.join("split/score_split.py")).arg("--set").arg(pages).arg("--cmd").arg(command);
        }
        _ => bail!("no such scorer"),
    }
    spawn::run(&mut python)
}
