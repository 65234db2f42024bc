//! `cargo xtask train`: the classifier's forests, grown anew from the corpus; `train/README.md` says how.

use crate::{place, spawn};
use anyhow::{Result, ensure};
use std::path::PathBuf;

/// What `train.py` needs besides Python: arrays, and the trees themselves.
const PACKAGES: [&str; 2] = ["numpy", "lightgbm"];

/// Grows the forests into `data/` and prints how good they are on sites that they have not seen. The corpus is a folder, by
/// default `../shared/corpus`; other arguments go to `train/train.py`.
pub(crate) fn train(args: &[String]) -> Result<()> {
    let corpus = args.first().filter(|a| !a.starts_with("--")).map_or_else(|| place::at(place::CORPUS), PathBuf::from);
    ensure!(corpus.is_dir(), "no corpus at {}; name it: cargo xtask train DIR", corpus.display());
    spawn::run(spawn::cargo().args(["build", "--release", "--example", "rows", "--features", "training"]))?;
    let home = place::target().join("train");
    let python = home.join("venv/bin/python");
    if !python.exists() {
        spawn::run(spawn::command("python3").args(["-m", "venv"]).arg(home.join("venv")))?;
        spawn::run(spawn::command(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))?;
    }
    let mut trainer = spawn::command(&python);
    trainer.arg(place::at("train/train.py")).arg("--corpus").arg(corpus);
    trainer.arg("--rows").arg(place::target().join("release/examples/rows"));
    trainer.arg("--work").arg(&home).arg("--out").arg(place::at("data"));
    spawn::run(trainer.args(args.iter().skip_while(|a| !a.starts_with("--"))))
}
