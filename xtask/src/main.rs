//! Every developer verb of the project: `cargo xtask VERB`.
fn main() {}
