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
    /// Words shown.
    words: usize,
    /// Words of blocks that the truth does not have, with a sign of an advert or promotion.
    leak: usize,
    /// Words of all blocks that the truth does not have.
    beside: usize,
    /// The truth's runs, and how many of them the article has.
    runs: usize,
    found: usize,
}

/// Which families are left out, and what came of it on all pages.
struct Setting {
    off: Vec<usize>,
    sum: Outcome,
    /// Articles that are found with these families left out, and lost with all of them on.
    lost: usize,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let names = training::families();
    let all = 0..names.len();
    let mut settings = vec![Setting::new(Vec::new()), Setting::new(all.clone().collect())];
    settings.extend(all.clone().map(|one| Setting::new(vec![one])));
    settings.extend(all.clone().map(|one| Setting::new(all.clone().filter(|other| *other != one).collect())));
    let mut pages = 0;
    for line in std::io::stdin().lock().lines() {
        let page: serde_json::Value = serde_json::from_str(&line?)?;
        count(&page, &mut settings)?;
        pages += 1;
    }
    print(&names, &settings, pages);
    Ok(())
}

fn count(page: &serde_json::Value, settings: &mut [Setting]) -> Result<(), Box<dyn std::error::Error>> {
    let html = std::fs::read(page["file"].as_str().ok_or("no file")?)?;
    let truth = runs(page["truth"].as_str().unwrap_or_default());
    let mut with_all = Outcome::default();
    for (nth, setting) in settings.iter_mut().enumerate() {
        let outcome = training::without(&setting.off, || read(&html, page["url"].as_str(), &truth))?;
        if nth == 0 {
            with_all = outcome;
        }
        setting.sum.join(&outcome);
        setting.lost += usize::from(outcome.share() >= FOUND && with_all.share() < LOST);
    }
    Ok(())
}

impl Setting {
    fn new(off: Vec<usize>) -> Self {
        Self { off, sum: Outcome::default(), lost: 0 }
    }
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

fn print(names: &[String], settings: &[Setting], pages: usize) {
    let (on, off) = (settings[0].sum, settings[1].sum);
    let leak = |sum: Outcome| format!("{:.3}", percent(sum.leak, sum.words));
    let beside = |sum: Outcome| format!("{:.2}", percent(sum.beside, sum.words));
    // Of the runs that are found without a family, those that are not found with it.
    let cost = |without: Outcome, with: Outcome| format!("{:.3}", percent(without.found, on.runs) - percent(with.found, on.runs));
    println!("{pages} pages, {} words shown, {} runs of {RUN} words in the truths", on.words, on.runs);
    println!("all on: {:.2} % of the runs found; all off: {:.2} %\n", percent(on.found, on.runs), percent(off.found, on.runs));
    println!("| family | alone: leak, % | not in truth, % | cost, % of runs | the others alone: leak, % | not in truth, % | cost, % of runs | lost articles |");
    println!("|---|---|---|---|---|---|---|---|");
    let lost = settings[1].lost;
    println!("| none, all | {} | {} | | {} | {} | {} | {lost} |", leak(off), beside(off), leak(on), beside(on), cost(off, on));
    let (without, alone) = settings[2..].split_at(names.len());
    for (name, (without, alone)) in names.iter().zip(without.iter().zip(alone)) {
        print!("| {name} | {} | {} | {} ", leak(alone.sum), beside(alone.sum), cost(off, alone.sum));
        println!("| {} | {} | {} | {} |", leak(without.sum), beside(without.sum), cost(without.sum, on), without.lost);
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
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
