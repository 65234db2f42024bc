//! Runs the core over pages for `train/train.py`: one page a line on standard input (`id TAB file TAB url`, and the files of the forests
//! to be asked). Writes the features of their blocks, OUT.f32 and OUT.jsonl: the first decision's, or with a first forest the second's;
//! with two forests what the whole program makes of the pages, OUT.jsonl.
use offprint::{Settings, training};
use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufWriter, Write};

fn main() -> std::io::Result<()> {
    let out = std::env::args().nth(1).expect("usage: rows OUT < pages");
    let mut numbers = BufWriter::new(fs::File::create(format!("{out}.f32"))?);
    let mut lines = BufWriter::new(fs::File::create(format!("{out}.jsonl"))?);
    let mut forests: HashMap<String, Vec<u8>> = HashMap::new();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let mut parts = line.split('\t');
        let (id, file, url) = (parts.next().expect("id"), parts.next().expect("file"), parts.next().unwrap_or_default());
        let asked: Vec<&str> = parts.collect();
        for file in &asked {
            if !forests.contains_key(*file) {
                forests.insert((*file).to_owned(), fs::read(file)?);
            }
        }
        let html = String::from_utf8_lossy(&fs::read(file)?).into_owned();
        // The stored pages are UTF-8 whatever they say.
        let mut settings = Settings::new().with_content_type("text/html; charset=utf-8");
        if !url.is_empty() {
            settings = settings.with_url(url);
        }
        let page = if let [first, second] = asked[..] {
            serde_json::json!({ "id": id, "text": training::text(&html, settings, &forests[first], &forests[second]) })
        } else {
            let table = training::table(&html, &settings, asked.first().map(|first| forests[*first].as_slice()));
            for value in table.rows.iter().flatten() {
                numbers.write_all(&value.to_le_bytes())?;
            }
            serde_json::json!({ "id": id, "rows": table.rows.len(), "names": table.names, "texts": table.texts, "kinds": table.kinds })
        };
        writeln!(lines, "{page}")?;
    }
    Ok(())
}
