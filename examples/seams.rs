//! Writes what a text's boundaries of sentences are weighed by as seams: a JSON object with `title` and `paras` a line in, rows out.
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let doc: serde_json::Value = serde_json::from_str(&line?)?;
        let paragraphs: Vec<&str> = doc["paras"].as_array().into_iter().flatten().filter_map(|p| p.as_str()).collect();
        let rows = offprint::training::seams(doc["title"].as_str().unwrap_or_default(), &paragraphs);
        writeln!(out, "{}", serde_json::json!(rows))?;
    }
    Ok(())
}
