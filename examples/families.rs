//! Counts what each family of rules is good for, on pages with truth: `cargo xtask eval --families`. A page a line on standard input:
//! a JSON object with `file`, `url` and `truth`.

use offprint::content::Decision;
use offprint::render::{Assembly, Captions, text};
use offprint::{Rewriter, Settings, training};
use std::collections::HashMap;
use std::io::BufRead;

/// Words; what the corpus' scorer compares, too.
const RUN: usize = 4;
/// Share of a block's runs that stand in the truth, from which the block is the article's.
const TRUE: f32 = 0.5;
/// Share of a truth that an article has, from which it was found, and below which it was lost.
const FOUND: f32 = 0.5;
const LOST: f32 = 0.1;
/// Levels up to an element that is called an advert's or promotion's.
const CLOSE: f32 = 3.0;

type Runs = HashMap<Vec<String>, usize>;

/// One page as it came out.
#[derive(Clone, Copy, Default)]
struct Outcome {
    words: usize,
    /// Words of blocks that the truth does not have, with a sign of an advert or promotion.
    leak: usize,
    /// Words of all blocks that the truth does not have.
    beside: usize,
    /// The truth's runs, and how many of them the article has.
    runs: usize,
    found: usize,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let families = training::families();
    let all: Vec<usize> = (0..families.len()).collect();
    let mut settings: Vec<(String, Vec<usize>)> = vec![("all on".into(), Vec::new()), ("all off".into(), all)];
    settings.extend(families.into_iter().enumerate().map(|(nth, name)| (name, vec![nth])));
    let mut sums = vec![Outcome::default(); settings.len()];
    // Articles that the rules of each setting's families lose.
    let mut lost = vec![0; settings.len()];
    let mut pages = 0;
    for line in std::io::stdin().lock().lines() {
        let page: serde_json::Value = serde_json::from_str(&line?)?;
        let html = std::fs::read(page["file"].as_str().ok_or("no file")?)?;
        let truth = runs(page["truth"].as_str().unwrap_or_default());
        let url = page["url"].as_str();
        pages += 1;
        let outcomes: Vec<Outcome> =
            settings.iter().map(|(_, off)| training::without(off, || read(&html, url, &truth))).collect::<Result<_, _>>()?;
        for (i, outcome) in outcomes.iter().enumerate() {
            sums[i].join(outcome);
            lost[i] += usize::from(outcome.share() >= FOUND && outcomes[0].share() < LOST);
        }
    }
    print(&settings, &sums, &lost, pages);
    Ok(())
}

impl Outcome {
    fn join(&mut self, other: &Self) {
        self.words += other.words;
        self.leak += other.leak;
        self.beside += other.beside;
        self.runs += other.runs;
        self.found += other.found;
    }

    fn share(&self) -> f32 {
        self.found as f32 / self.runs.max(1) as f32
    }
}

fn print(settings: &[(String, Vec<usize>)], sums: &[Outcome], lost: &[usize], pages: usize) {
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let on = sums[0];
    println!("{pages} pages, {} words shown, {} runs of {RUN} words in the truths\n", on.words, on.runs);
    println!(
        "| families off | leak, % of words | not in the truth, % | truth's runs found, % | runs that they cost, % | articles that they cost |"
    );
    println!("|---|---|---|---|---|---|");
    for ((name, _), (sum, lost)) in settings.iter().zip(sums.iter().zip(lost)) {
        let cost = 100.0 * (sum.found as f64 - on.found as f64) / on.runs.max(1) as f64;
        let (leak, beside, found) = (percent(sum.leak, sum.words), percent(sum.beside, sum.words), percent(sum.found, sum.runs));
        println!("| {name} | {leak:.3} | {beside:.2} | {found:.2} | {cost:.3} | {lost} |");
    }
}

fn read(html: &[u8], url: Option<&str>, truth: &Runs) -> Result<Outcome, offprint::Error> {
    // The stored pages are UTF-8, whatever they say.
    let mut settings = Settings::new().with_content_type("text/html; charset=utf-8").with_explanations();
    if let Some(url) = url {
        settings = settings.with_url(url);
    }
    let mut rewriter = Rewriter::new(settings)?;
    let mut assembly = Assembly::new();
    rewriter.write(html)?.into_iter().for_each(|change| assembly.apply(change));
    rewriter.end()?.into_iter().for_each(|change| assembly.apply(change));
    let mut outcome = Outcome { runs: truth.values().sum(), ..Outcome::default() };
    let (Some(main), Some(outline)) = (assembly.articles().first(), assembly.outline()) else { return Ok(outcome) };
    let decisions: HashMap<_, &Decision> = outline.decisions.iter().map(|one| (one.block, one)).collect();
    let body = text::article(main, Captions::Without);
    outcome.found = shared(&runs(&body), truth);
    outcome.words = words(&body).len();
    for block in main.blocks() {
        let text = block.content.inline().map(|line| line.text.as_str()).unwrap_or_default();
        let own = runs(text);
        let count = words(text).len();
        if count == 0 || shared(&own, truth) as f32 >= TRUE * own.values().sum::<usize>() as f32 || is_in(text, truth) {
            continue;
        }
        outcome.beside += count;
        outcome.leak += if decisions.get(&block.id).is_some_and(|one| is_sign(one)) { count } else { 0 };
    }
    Ok(outcome)
}

/// A sign that a block is an advert's or a promotion's: where it stands, or what it says. No rule cuts by one such sign alone.
fn is_sign(decision: &Decision) -> bool {
    let feature = |name: &str| decision.features.get(name).copied();
    let near = ["d_advert", "d_promo", "d_newsletter", "d_sponsored"].iter().any(|name| feature(name).is_some_and(|d| d <= CLOSE));
    near || ["w_ad", "w_letter", "w_account", "w_app"].iter().any(|name| feature(name).is_some_and(|grade| grade > 0.0))
}

/// A short text has no run: its words must stand in the truth's.
fn is_in(text: &str, truth: &Runs) -> bool {
    let words = words(text);
    words.len() < RUN && truth.keys().any(|run| run.windows(words.len()).any(|part| part == words))
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

fn runs(text: &str) -> Runs {
    let mut runs = Runs::new();
    for run in words(text).windows(RUN) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

fn shared(one: &Runs, other: &Runs) -> usize {
    one.iter().map(|(run, count)| *count.min(other.get(run).unwrap_or(&0))).sum()
}
