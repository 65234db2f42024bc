//! Writes the features of pages for training: one page a line on standard input (`id TAB file TAB url TAB first-model-or-dash`), one file of
//! numbers and one of texts out. Called by `train/train.py`.
use std::io::{BufRead, BufWriter, Write};

fn main() -> std::io::Result<()> {
    let out = std::env::args().nth(1).expect("usage: rows OUT < pages");
    let mut numbers = BufWriter::new(std::fs::File::create(format!("{out}.f32"))?);
    let mut lines = BufWriter::new(std::fs::File::create(format!("{out}.jsonl"))?);
    let mut models = std::collections::HashMap::new();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let parts: Vec<&str> = line.split('\t').collect();
        let html = String::from_utf8_lossy(&std::fs::read(parts[1])?).into_owned();
        let mut settings = offprint::Settings::new();
        if !parts[2].is_empty() {
            settings = settings.with_url(parts[2]);
        }
        let model =
            (parts[3] != "-").then(|| models.entry(parts[3].to_owned()).or_insert_with(|| std::fs::read(parts[3]).expect("model")).clone());
        let table = offprint::training::table(&html, &settings, model.as_deref());
        let (rows, names) = if model.is_some() { (&table.second, &table.second_names) } else { (&table.first, &table.first_names) };
        for value in rows.iter().flatten() {
            numbers.write_all(&value.to_le_bytes())?;
        }
        let page = serde_json::json!({ "id": parts[0], "rows": rows.len(), "names": names, "texts": table.texts, "kinds": table.kinds });
        writeln!(lines, "{page}")?;
    }
    Ok(())
}
