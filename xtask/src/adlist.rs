//! `cargo xtask adlist FILE`: packs the names that EasyList hides on every site into `data/easylist.bin`.

#[path = "../../src/lexicon/adlist/hash.rs"]
mod hash;
#[path = "../../src/lexicon/sorted.rs"]
mod sorted;

use anyhow::{Context, Result, ensure};
use hash::{Kind, hash, is_of_ad};
use sorted::pack;
use std::fs;
use std::path::Path;

/// Fewer names than this are not the whole list.
const LEAST: usize = 5_000;

/// Reads `easylist.txt` and writes the table.
pub(crate) fn run(path: &Path) -> Result<()> {
    let list = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut hashes: Vec<u32> = list.lines().filter_map(selector).map(|(kind, name)| hash(kind, name)).collect();
    ensure!(hashes.len() >= LEAST, "{} holds {} plain names; is it EasyList?", path.display(), hashes.len());
    let count = hashes.len();
    hashes.sort_unstable();
    hashes.dedup();
    let (of_ads, others) = hashes.split_at(hashes.partition_point(|&hash| is_of_ad(hash)));
    let packed = [pack(of_ads), pack(others)].concat();
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/easylist.bin");
    fs::write(&target, &packed).with_context(|| format!("cannot write {}", target.display()))?;
    println!("{count} names, {} bytes; note the list's date in data/README.md", packed.len());
    Ok(())
}

/// A rule that hides one class or one id on every site, and asks for nothing else.
fn selector(line: &str) -> Option<(Kind, &str)> {
    let rule = line.trim_end().strip_prefix("##")?;
    let (kind, name) =
        rule.strip_prefix('.').map(|name| (Kind::Class, name)).or_else(|| rule.strip_prefix('#').map(|name| (Kind::Id, name)))?;
    let is_plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    is_plain.then_some((kind, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_for_every_site_count() {
        assert_eq!(selector("##.ad-slot"), Some((Kind::Class, "ad-slot")));
        assert_eq!(selector("###ad_top"), Some((Kind::Id, "ad_top")));
        for rule in ["site.example##.ad", "##.ad > div", "##a[href*=\"/ad/\"]", "#@#.ad", "||ads.example^", "##.ad:not(.x)"] {
            assert_eq!(selector(rule), None, "{rule}");
        }
    }
}
