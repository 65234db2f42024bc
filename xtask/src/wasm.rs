//! `cargo xtask wasm`: the core as wasm, ready to be imported. There are two of it, of the same sources: the package has all, the
//! extension's in Chromium is without what the reader does not need.

use crate::{dist, need, order, place, spawn};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use walrus::{Function, FunctionBuilder, FunctionKind, Module};

const TARGET: &str = "wasm32-unknown-unknown";
/// The standard library is built with the core, for size and without what panics would say: 11 kB less in brotli.
const LIBRARY: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
/// Where its sources lie in the compiler's folder.
const SOURCES: &str = "lib/rustlib/src/rust";

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

    /// The modules that people import, one for each kind of runtime; the extension has one runtime, and loads the wasm by itself.
    fn front_doors(self) -> Result<Vec<PathBuf>> {
        match self {
            Self::Package => dist::files(&place::at("npm")),
            Self::Extension => Ok(Vec::new()),
        }
    }
}

/// Builds, binds and shrinks the wasm.
pub(crate) fn wasm(build: Build) -> Result<()> {
    need::wasm_target()?;
    need::node_packages()?;
    compile(build)?;
    bind(build)?;
    leave_out(&UNUSED, &build.wasm())?;
    shrink(&build.wasm())?;
    for module in build.front_doors()?.iter().filter(|path| path.extension().is_some_and(|kind| kind == "js")) {
        dist::copy(module, &build.folder().join(module.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

fn compile(build: Build) -> Result<()> {
    let mut cargo = spawn::cargo();
    cargo.args(["build", "--target", TARGET, "--profile", "wasm"]).args(build.features()).args(LIBRARY);
    cargo.arg("--manifest-path").arg(place::at("wasm/Cargo.toml")).arg("--target-dir").arg(place::target());
    // Some of the flags are not stable yet; the compiler that takes them is pinned in `rust-toolchain.toml`.
    spawn::run(cargo.env("RUSTFLAGS", flags()?).env("RUSTC_BOOTSTRAP", "1").env("RUSTC_WRAPPER", std::env::current_exe()?))
}

/// Whether cargo has called this program in the compiler's place.
pub(crate) fn is_compiler(program: &str) -> bool {
    Path::new(program).file_stem().is_some_and(|name| name == "rustc")
}

/// The compiler, with one word changed. Cargo tells crates apart by where they lie, the core and the standard library by their absolute
/// paths, as they are not in the wasm's own workspace; and the compiler orders functions by that. The same sources are to give the same
/// bytes in any folder.
pub(crate) fn compiler(rustc: &str, args: &[String]) -> Result<()> {
    let name = args.windows(2).find(|pair| pair[0] == "--crate-name").map_or("", |pair| &pair[1]);
    // The library's crates are compiled where they lie.
    let is_library = std::env::current_dir().is_ok_and(|folder| folder.to_string_lossy().replace('\\', "/").contains(SOURCES));
    let place = if name.starts_with("offprint") { Some("offprint") } else { is_library.then_some(name) };
    let put = |arg: &String| place.filter(|_| arg.starts_with("metadata=")).map_or(arg.clone(), |place| format!("metadata={place}"));
    spawn::run(Command::new(rustc).args(args.iter().map(put)))
}

/// SIMD, paths that are the same on every machine, and panics that trap at once and do not say where: nobody hears them, as a trap has no
/// words, and their files and lines alone are 7 kB in brotli.
fn flags() -> Result<String> {
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let home = std::env::var_os("CARGO_HOME").map(Into::into).or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let plain = ["-Ctarget-feature=+simd128", "-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"];
    let mut flags: Vec<String> = plain.map(str::to_owned).into();
    flags.extend([remap(place::root(), "/offprint"), remap(&need::sysroot()?.join(SOURCES), "/rust")]);
    flags.extend(home.map(|home| remap(&home, "/cargo")));
    Ok(flags.join(" "))
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

/// What of `lol_html` never runs, as no compiler can know: its second tokenizer, to which it turns where nobody listens to the tags, and
/// `scan` always does; its decoder for texts, for which `scan` does not ask; what writes changed tokens in some encoding, and none is changed.
const UNUSED: [&str; 4] = ["tag_scanner", "feed_text", "DynamicString", "TextEncoder"];

/// Has the functions whose name holds one of these do nothing but trap, so that `wasm-opt` drops what they call: 2 kB in brotli.
fn leave_out(unused: &[&str], wasm: &Path) -> Result<()> {
    let mut module = Module::from_file(wasm)?;
    for part in unused {
        let is_one = |name: &String| name.contains("lol_html") && name.contains(part);
        let found: Vec<_> = module.funcs.iter().filter(|f| f.name.as_ref().is_some_and(is_one)).map(Function::id).collect();
        ensure!(!found.is_empty(), "no function of {part} in the wasm: is it still called so?");
        for id in found {
            let (params, results) = module.types.params_results(module.funcs.get(id).ty());
            let (params, results) = (params.to_vec(), results.to_vec());
            let locals = params.iter().map(|kind| module.locals.add(*kind)).collect();
            let mut trap = FunctionBuilder::new(&mut module.types, &params, &results);
            trap.func_body().unreachable();
            module.funcs.get_mut(id).kind = FunctionKind::Local(trap.local_func(locals));
        }
    }
    module.emit_wasm_file(wasm)
}

/// Control flow read anew, then for size, then for speed, until nothing changes: 1.2 kB in brotli less than `-O3` alone. The lowest kilobyte
/// is the far end of the stack, and no address points there: 1.2 kB less in brotli.
const PASSES: [&str; 7] = ["--flatten", "--rereloop", "-Oz", "-O3", "--converge", "--low-memory-unused", "--strip-debug"];
/// By the names that [`order`] gives them: functions that are like each other lie side by side, 3.1 kB in brotli and 8.7 kB in the zips less
/// than in the order of their own names.
const SORT: [&str; 1] = ["--reorder-functions-by-name"];

fn shrink(wasm: &Path) -> Result<()> {
    optimise(wasm, &PASSES)?;
    order::name_by_place(wasm)?;
    optimise(wasm, &SORT)
}

fn optimise(wasm: &Path, passes: &[&str]) -> Result<()> {
    spawn::run(spawn::package_bin("wasm-opt").args(passes).args(WASM_FEATURES).arg(wasm).arg("-o").arg(wasm))
}
