//! `cargo xtask wasm`: the core as wasm, ready to be imported. There are two of it, of the same sources: the package has all, the
//! extension's in Chromium is without what the reader does not need.

use crate::{dist, need, place, spawn};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// A build of the core, and the folder that it is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// For the npm package, the site, and the extension in Firefox: it can also rewrite the page itself.
    Package,
    /// For the extension in Chromium, where no page can be rewritten as it loads.
    Extension,
}

impl Build {
    /// Where it is left; `tsconfig.json` finds the package there too.
    pub(crate) fn folder(self) -> PathBuf {
        match self {
            Self::Package => place::at("target/package/offprint"),
            Self::Extension => place::at("target/package/extension"),
        }
    }

    pub(crate) fn wasm(self) -> PathBuf {
        self.folder().join("offprint_bg.wasm")
    }

    fn features(self) -> &'static [&'static str] {
        match self {
            Self::Package => &["--features", "declutter"],
            Self::Extension => &[],
        }
    }

    /// The modules that people import, one for each kind of runtime; the extension has one runtime, and a core of its own around it.
    fn front_doors(self) -> Result<Vec<PathBuf>> {
        match self {
            Self::Package => dist::files(&place::at("npm")),
            Self::Extension => Ok(vec![place::at("npm/load.js")]),
        }
    }
}

/// Builds, binds and shrinks the wasm.
pub(crate) fn wasm(build: Build) -> Result<()> {
    need::wasm_target()?;
    need::node_packages()?;
    compile(build)?;
    bind(build)?;
    shrink(&build.wasm())?;
    for module in build.front_doors()?.iter().filter(|path| path.extension().is_some_and(|kind| kind == "js")) {
        dist::copy(module, &build.folder().join(module.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

fn compile(build: Build) -> Result<()> {
    let mut cargo = spawn::cargo();
    cargo.args(["build", "--target", TARGET, "--profile", "wasm"]).args(build.features());
    cargo.arg("--manifest-path").arg(place::at("wasm/Cargo.toml")).arg("--target-dir").arg(place::target());
    // One of the flags is not stable yet; the compiler that takes it is pinned in `rust-toolchain.toml`.
    spawn::run(cargo.env("RUSTFLAGS", flags()).env("RUSTC_BOOTSTRAP", "1").env("RUSTC_WRAPPER", std::env::current_exe()?))
}

/// Whether cargo has called this program in the compiler's place.
pub(crate) fn is_compiler(program: &str) -> bool {
    Path::new(program).file_stem().is_some_and(|name| name == "rustc")
}

/// The compiler, with one word changed. Cargo tells crates apart by where they lie, the core by its absolute path, as it is not in the
/// wasm's own workspace; and the compiler orders functions by that. The same sources are to give the same bytes in any folder.
pub(crate) fn compiler(rustc: &str, args: &[String]) -> Result<()> {
    let is_core = args.windows(2).any(|pair| pair[0] == "--crate-name" && pair[1].starts_with("offprint"));
    let name = |arg: &String| if is_core && arg.starts_with("metadata=") { "metadata=offprint".to_owned() } else { arg.clone() };
    spawn::run(Command::new(rustc).args(args.iter().map(name)))
}

/// SIMD, paths that are the same on every machine, and panics that do not say where: nobody hears them, as a trap has no words, and their
/// files and lines are 7 kB in brotli.
fn flags() -> String {
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let home = std::env::var_os("CARGO_HOME").map(Into::into).or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let mut flags = vec!["-Ctarget-feature=+simd128".to_owned(), "-Zlocation-detail=none".to_owned(), remap(place::root(), "/offprint")];
    flags.extend(home.map(|home| remap(&home, "/cargo")));
    flags.join(" ")
}

fn bind(build: Build) -> Result<()> {
    let built = place::target().join(TARGET).join("wasm/offprint_wasm.wasm");
    let package = build.folder();
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
        .remove_name_section(false)
        .generate(&package)
        .context("wasm-bindgen")
}

/// Control flow read anew, then for size, then for speed, until nothing changes: 1.2 kB in brotli less than `-O3` alone. Then
/// functions of like names, which are like in their code, side by side: 1.4 kB less in brotli, 3 kB in the zip. The lowest kilobyte is
/// the far end of the stack, and no address points there: 1.2 kB less in brotli.
const PASSES: [&str; 8] =
    ["--flatten", "--rereloop", "-Oz", "-O3", "--converge", "--low-memory-unused", "--reorder-functions-by-name", "--strip-debug"];

fn shrink(wasm: &Path) -> Result<()> {
    spawn::run(spawn::package_bin("wasm-opt").args(PASSES).args(WASM_FEATURES).arg(wasm).arg("-o").arg(wasm))
}
