//! `cargo xtask dist`: what is handed to stores, registries and web servers.

use crate::wasm::{self, Build};
use crate::{check, place, site, spawn};
use anyhow::{Context, Result, bail, ensure};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

/// Folders that the tools make, and that are no source.
const MADE: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// Level of deflate where the zip is for few.
const SMALL: i64 = 9;
/// What is packed once and fetched by everybody: zopfli, fifteen rounds of it, which the `zip` crate counts from level 9 on.
const SMALLEST: i64 = 9 + 15;
/// Bytes; zopfli cuts what it is handed at once into fifteen blocks at most, each with a code of its own, and the wasm is worth more: 1.2 kB
/// less than in pieces of twice the size.
const PIECE: usize = 60 << 10;

/// What the npm package's types are made from.
const NPM_ENTRIES: [&str; 2] = ["index.js", "readability.js"];

/// What of the extension's folder only makes other files.
const NOT_SHIPPED: [&str; 1] = ["icons/logo.svg"];

/// Everything that is built.
const ARTEFACTS: [&str; 5] = ["chrome", "firefox", "npm", "www", "source"];

/// Builds the artefacts that are named, or every one.
pub(crate) fn dist(named: &[String]) -> Result<()> {
    let named: Vec<&str> = if named.is_empty() { ARTEFACTS.to_vec() } else { named.iter().map(String::as_str).collect() };
    for (build, artefacts) in [(Build::Package, &["npm", "www", "firefox"][..]), (Build::Extension, &["chrome"])] {
        if artefacts.iter().any(|name| named.contains(name)) {
            wasm::wasm(build)?;
        }
    }
    for name in named {
        match name {
            "chrome" | "firefox" => extension(name)?,
            "npm" => npm()?,
            "www" => site::site()?,
            "source" => source()?,
            _ => bail!("no artefact is called {name}; there are {}", ARTEFACTS.join(", ")),
        }
    }
    Ok(())
}

/// What reviewers build the extension from: all that is under version control, or all there is where nothing is.
fn source() -> Result<()> {
    let listed =
        spawn::command("git").args(["ls-files", "-z"]).output().ok().filter(|listed| listed.status.success() && !listed.stdout.is_empty());
    let mut paths = match listed {
        Some(listed) => String::from_utf8(listed.stdout)?.split_terminator('\0').map(place::at).collect(),
        None => files(place::root())?,
    };
    paths.retain(|path| !MADE.iter().any(|made| path.starts_with(place::at(made))));
    paths.sort();
    pack(place::root(), &paths, &place::at("dist/offprint-source.zip"), SMALL)
}

/// Unpacked extension and its zip; one manifest serves both browsers, but for what the other's store warns of.
pub(crate) fn extension(browser: &str) -> Result<()> {
    let to = fresh(browser)?;
    copy(&place::at("extension"), &to)?;
    NOT_SHIPPED.iter().try_for_each(|name| fs::remove_file(to.join(name)))?;
    copy_core(core_for(browser), &to.join("offprint"))?;
    join_sheets(&to)?;
    let manifest = to.join("manifest.json");
    fs::write(&manifest, manifest_for(browser, fs::read_to_string(&manifest)?)?)?;
    minify(&to)?;
    leave_layout_out(&to)?;
    pack(&to, &files(&to)?, &place::at("dist").join(format!("offprint-{browser}.zip")), SMALLEST)
}

/// Puts the sheets that the reader's imports into it: the first paint, and the reader's modules, wait for one file instead of seventeen.
fn join_sheets(to: &Path) -> Result<()> {
    let sheet = to.join("reader.css");
    let (whole, imported) = in_one(&fs::read_to_string(&sheet)?, |_| true)?;
    fs::write(sheet, whole)?;
    imported.iter().try_for_each(|name| fs::remove_file(to.join(name)).with_context(|| name.clone()))
}

/// A style sheet with those that it imports and that are wanted, and their names. Addresses in them start from where it lies.
pub(crate) fn in_one(sheet: &str, is_wanted: impl Fn(&str) -> bool) -> Result<(String, Vec<String>)> {
    let (mut whole, mut imported) = (String::new(), Vec::new());
    for line in sheet.lines() {
        let name = line.strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";"));
        match name {
            Some(name) if is_wanted(name) => {
                let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
                let text = fs::read_to_string(place::at("extension").join(name)).with_context(|| name.to_owned())?;
                whole.push_str(&text.replace("url(\"", &format!("url(\"{folder}/")));
                imported.push(name.to_owned());
            }
            Some(_) => {}
            None => whole.push_str(line),
        }
        whole.push('\n');
    }
    Ok((whole, imported))
}

/// Shortens modules and style sheets, each for itself: 14 kB of a zip. The names that they call one another by stay.
fn minify(to: &Path) -> Result<()> {
    let mut minify = spawn::package_bin("esbuild");
    minify.args(["--minify", "--target=esnext", "--charset=utf8", "--legal-comments=none", "--tsconfig-raw={}", "--log-level=warning"]);
    minify.arg("--allow-overwrite").arg(format!("--outbase={}", to.display())).arg(format!("--outdir={}", to.display()));
    let is_code = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "js" || kind == "css");
    spawn::run(minify.args(files(to)?.into_iter().filter(is_code)))
}

/// Writes pages without indentation, and words and manifest without any layout.
fn leave_layout_out(to: &Path) -> Result<()> {
    for path in files(to)? {
        let bare: fn(&str) -> Result<String> = match path.extension().and_then(|kind| kind.to_str()) {
            Some("html") => {
                |text| Ok(text.lines().map(str::trim_start).filter(|line| !line.is_empty()).map(|line| line.to_owned() + "\n").collect())
            }
            Some("json") => |text| Ok(serde_json::from_str::<serde_json::Value>(text)?.to_string()),
            _ => continue,
        };
        fs::write(&path, bare(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())?)?;
    }
    Ok(())
}

/// Firefox lets the page itself be rewritten as it loads, and so has the core that can.
fn core_for(browser: &str) -> Build {
    if browser == "firefox" { Build::Package } else { Build::Extension }
}

/// Keys that a browser leaves aside are taken out: its store's checks warn of them.
fn manifest_for(browser: &str, mut manifest: String) -> Result<String> {
    let foreign: &[&str] = match browser {
        "firefox" => &[r#""service_worker": "background.js", "#, r#", "use_dynamic_url": true"#],
        _ => &[
            r#""scripts": ["background.js"], "#,
            "  \"optional_permissions\": [\"webRequest\", \"webRequestBlocking\", \"webRequestFilterResponse\"],\n",
        ],
    };
    for key in foreign {
        ensure!(manifest.contains(key), "the manifest no longer has {key}");
        manifest = manifest.replace(key, "");
    }
    Ok(manifest)
}

/// The npm package.
pub(crate) fn npm() -> Result<()> {
    check::types()?;
    let to = fresh("npm")?;
    copy(&Build::Package.folder(), &to)?;
    // The declarations come from the module itself, so that they cannot drift.
    let declare = [
        "--ignoreConfig",
        "--allowJs",
        "--declaration",
        "--emitDeclarationOnly",
        "--skipLibCheck",
        "--target",
        "es2022",
        "--module",
        "nodenext",
    ];
    spawn::run(spawn::package_bin("tsc").args(declare).arg("--outDir").arg(&to).args(NPM_ENTRIES.map(|name| to.join(name))))?;
    // Types of the wasm's raw exports help nobody.
    fs::remove_file(to.join("offprint_bg.wasm.d.ts"))?;
    // `using reader = …` is typed in whichever `lib` a project has.
    let types = to.join("offprint.d.ts");
    fs::write(&types, format!("/// <reference lib=\"esnext.disposable\" />\n{}", fs::read_to_string(&types)?))?;
    for name in ["npm/README.md", "docs/from-readability.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        let found = place::at(name);
        copy(&found, &to.join(found.file_name().unwrap_or_default()))?;
    }
    let manifest = fs::read_to_string(place::at("npm/package.json"))?.replace("0.0.0", &version());
    fs::write(to.join("package.json"), manifest).context("package.json")
}

/// The version of the crate, which is the version of everything.
pub(crate) fn version() -> String {
    let manifest = fs::read_to_string(place::at("Cargo.toml")).unwrap_or_default();
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    line.and_then(|rest| rest.split('"').next()).unwrap_or("0.0.0").to_owned()
}

/// What `core.js` imports: the glue, and the wasm that it loads.
const CORE: [&str; 2] = ["offprint.js", "offprint_bg.wasm"];

pub(crate) fn copy_core(build: Build, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for name in CORE {
        copy(&build.folder().join(name), &to.join(name))?;
    }
    Ok(())
}

pub(crate) fn fresh(name: &str) -> Result<PathBuf> {
    let dir = place::at("dist").join(name);
    if dir.exists() {
        fs::remove_dir_all(&dir)?;
    }
    fs::create_dir_all(&dir)?;
    Ok(dir)
}

pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_file() {
        fs::copy(from, to).with_context(|| from.display().to_string())?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// A zip whose bytes depend on the files alone: sorted names, no clock.
fn pack(dir: &Path, paths: &[PathBuf], to: &Path, level: i64) -> Result<()> {
    let mut zip = zip::ZipWriter::new(File::create(to)?);
    let options = SimpleFileOptions::default()
        .compression_level(Some(level))
        .with_zopfli_buffer(None)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for path in paths {
        let name = path.strip_prefix(dir)?.to_string_lossy().replace('\\', "/");
        zip.start_file(name, options)?;
        for piece in fs::read(path)?.chunks(PIECE) {
            zip.write_all(piece)?;
        }
    }
    zip.finish()?;
    Ok(())
}

pub(crate) fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if MADE.iter().any(|made| path == place::at(made)) {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
