//! `cargo xtask wasm`: the wasm package, ready to be imported.

use crate::{need, place, spawn};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// What every engine that runs this extension has had since 2023, so that binaryen may use it too.
const WASM_FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// Builds, binds and shrinks the wasm.
pub(crate) fn wasm() -> Result<()> {
    need::wasm_target()?;
    need::node_packages()?;
    compile()?;
    bind()?;
    shrink(&place::package().join("offprint_bg.wasm"))?;
    front_doors()
}

/// The modules that people import, one for each kind of runtime.
fn front_doors() -> Result<()> {
    for entry in fs::read_dir(place::at("npm"))? {
        let path = entry?.path();
        if let (Some(name), true) = (path.file_name(), path.extension().is_some_and(|kind| kind == "js")) {
            fs::copy(&path, place::package().join(name))?;
        }
    }
    Ok(())
}

fn compile() -> Result<()> {
    let build = ["build", "--target", TARGET, "--profile", "wasm", "--manifest-path"];
    spawn::run(
        spawn::cargo().args(build).arg(place::at("wasm/Cargo.toml")).arg("--target-dir").arg(place::target()).env("RUSTFLAGS", flags()),
    )
}

/// SIMD, and paths that are the same on every machine.
fn flags() -> String {
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let home = std::env::var_os("CARGO_HOME").map(Into::into).or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let mut flags = vec!["-Ctarget-feature=+simd128".to_owned(), remap(place::root(), "/offprint")];
    flags.extend(home.map(|home| remap(&home, "/cargo")));
    flags.join(" ")
}

fn bind() -> Result<()> {
    let built = place::target().join(TARGET).join("wasm/offprint_wasm.wasm");
    let package = place::package();
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(built)
        .out_name("offprint")
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .remove_producers_section(true)
        .remove_name_section(true)
        .generate(&package)
        .context("wasm-bindgen")
}

/// Control flow read anew, then for size, then for speed, until nothing changes: 1.2 kB in brotli less than `-O3` alone.
const PASSES: [&str; 5] = ["--flatten", "--rereloop", "-Oz", "-O3", "--converge"];

fn shrink(wasm: &Path) -> Result<()> {
    spawn::run(spawn::package_bin("wasm-opt").args(PASSES).args(WASM_FEATURES).arg(wasm).arg("-o").arg(wasm))
}
