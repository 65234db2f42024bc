//! `cargo xtask dist www`: the site, as it is put on any server for files.

use crate::wasm::Build;
use crate::{dist, place};
use anyhow::{Context, Result};
use pulldown_cmark::{Options, Parser, html};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

/// Parts of the extension that the site shows too.
const SHARED: [&str; 3] = ["view", "core.js", "icons"];

/// The sheet that names the typefaces which come along; the site has none.
const FACES: &str = "view/fonts.css";

/// Files that are only there to be made others from.
const SOURCES: [&str; 3] = ["pages", "frame.html", "samples.html"];

/// Samples that are tests of the reader too.
const SAMPLES: [(&str, &str); 4] = [
    ("blog", "index--blog"),
    ("glued", "aggregator--glued-second-story"),
    ("docs", "docs--code-and-lists"),
    ("japanese", "lang--japanese-ruby"),
];

/// The other readers of the race: name, program, licence, manifest.
const OTHERS: [(&str, &str, &str); 2] =
    [("Readability", "@mozilla/readability/Readability.js", "LICENSE.md"), ("defuddle", "defuddle/dist/index.js", "LICENSE")];

/// How names begin or end of what the service worker does not fetch on its own: too large for who never opens the page that needs it, or for other programs only.
const NOT_KEPT: [&str; 4] = ["race/", "card.png", "sw.js", ".webp"];

/// Where the site will be, ending in a slash; the picture of links to it needs that, nothing else does.
const ADDRESS: &str = "OFFPRINT_SITE";

/// Builds it.
pub(crate) fn site() -> Result<()> {
    let to = dist::fresh("www")?;
    dist::copy(&place::at("www"), &to)?;
    for part in SHARED {
        dist::copy(&place::at("extension").join(part), &to.join(part))?;
    }
    for sheet in dist::files(&to.join("view"))?.iter().filter(|path| path.extension().is_some_and(|kind| kind == "css")) {
        // Each is in `reader.css`.
        fs::remove_file(sheet)?;
    }
    // The typeface for dyslexia is chosen in the extension's settings, which the site has not.
    fs::remove_dir_all(to.join("view/fonts"))?;
    dist::copy(&place::at("extension/_locales/en/messages.json"), &to.join("messages.json"))?;
    let sheet = fs::read_to_string(place::at("extension/reader.css"))?;
    fs::write(to.join("reader.css"), dist::in_one(&sheet, |name| name != FACES)?.0)?;
    dist::copy_core(Build::Package, &to.join("offprint"))?;
    for (name, page) in SAMPLES {
        dist::copy(&place::at("tests/pages").join(page).join("page.html"), &to.join(format!("sample/{name}.html")))?;
    }
    others(&to)?;
    pages(&to)?;
    service_worker(&to)
}

/// The other readers as they are published, with their licences.
fn others(to: &Path) -> Result<()> {
    fs::create_dir_all(to.join("race"))?;
    for (name, program, licence) in OTHERS {
        dist::copy(&place::at("node_modules").join(program), &to.join(format!("race/{name}.js")))?;
        dist::copy(&package_of(program).join(licence), &to.join(format!("race/{name}.LICENSE")))?;
    }
    Ok(())
}

/// Each page in the frame that all share.
fn pages(to: &Path) -> Result<()> {
    let frame = fs::read_to_string(to.join("frame.html"))?;
    let facts = facts(to)?;
    for entry in fs::read_dir(to.join("pages"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        let page = fs::read_to_string(&path)?;
        let mut framed = framed(&frame, &page).with_context(|| path.display().to_string())?;
        let link = format!("<a href=\"{}\">", name.to_string_lossy().replace("index.html", "./"));
        if let Some((before, after)) = framed.rsplit_once(&link) {
            framed = format!("{before}{} aria-current=\"page\">{after}", &link[..link.len() - 1]);
        }
        for (key, value) in &facts {
            framed = framed.replace(&format!("{{{key}}}"), value);
        }
        fs::write(to.join(name), framed)?;
    }
    for source in SOURCES {
        let source = to.join(source);
        if source.is_dir() { fs::remove_dir_all(source) } else { fs::remove_file(source) }?;
    }
    Ok(())
}

/// The page's title and description, what else goes into its head, and its body.
fn framed(frame: &str, page: &str) -> Result<String> {
    let (head, body) = page.split_once("<!-- body -->\n").context("a page has a head and a body")?;
    let mut lines = head.lines();
    let between = |line: Option<&str>, start: &str, end: &str| line?.strip_prefix(start)?.strip_suffix(end).map(str::to_owned);
    let title = between(lines.next(), "<title>", "</title>").context("a page has a title")?;
    let description = between(lines.next(), "<meta name=\"description\" content=\"", "\">").context("a page has a description")?;
    let rest: String = lines.flat_map(|line| ["    ", line, "\n"]).collect();
    let framed = frame.replace("{title}", &title).replace("{description}", &description).replace("{head}", &rest);
    Ok(framed.replace("{body}", body))
}

/// What the pages say that is not theirs: versions, sizes, and texts that have their place elsewhere.
fn facts(to: &Path) -> Result<Vec<(&'static str, String)>> {
    let privacy = fs::read_to_string(place::at("PRIVACY.md"))?;
    let mut text = String::new();
    html::push_html(&mut text, Parser::new_ext(&privacy, Options::empty()));
    let size = |file: &str| -> Result<String> { Ok((crate::size::brotli(&fs::read(to.join(file))?)?.div_ceil(1000)).to_string()) };
    Ok(vec![
        ("version", dist::version()),
        ("readability", version_of("@mozilla/readability")?),
        ("defuddle", version_of("defuddle")?),
        ("size_offprint", size("offprint/offprint_bg.wasm")?),
        ("size_readability", size("race/Readability.js")?),
        ("size_defuddle", size("race/defuddle.js")?),
        ("site", std::env::var(ADDRESS).unwrap_or_default()),
        ("samples", fs::read_to_string(to.join("samples.html"))?),
        ("privacy", text),
    ])
}

fn package_of(program: &str) -> std::path::PathBuf {
    let parts = if program.starts_with('@') { 2 } else { 1 };
    place::at("node_modules").join(program.split('/').take(parts).collect::<std::path::PathBuf>())
}

fn version_of(package: &str) -> Result<String> {
    let manifest = fs::read_to_string(package_of(package).join("package.json"))?;
    let line = manifest.lines().find_map(|line| line.trim().strip_prefix("\"version\": \""));
    Ok(line.and_then(|rest| rest.split('"').next()).context("a package has a version")?.to_owned())
}

/// Tells the service worker which files there are, and a checksum of them, so that it is another one where any differs.
fn service_worker(to: &Path) -> Result<()> {
    let mut hasher = DefaultHasher::new();
    let mut names = Vec::new();
    for path in dist::files(to)? {
        let name = path.strip_prefix(to)?.to_string_lossy().replace('\\', "/");
        hasher.write(name.as_bytes());
        hasher.write(&fs::read(&path)?);
        if !NOT_KEPT.iter().any(|left| name.starts_with(left) || name.ends_with(left)) {
            names.push(format!("\"{}\"", if name == "index.html" { "./" } else { &name }));
        }
    }
    let worker = fs::read_to_string(to.join("sw.js"))?;
    let worker = worker.replace("{checksum}", &format!("{:016x}", hasher.finish())).replace("{files}", &format!("[{}]", names.join(", ")));
    fs::write(to.join("sw.js"), worker).context("sw.js")
}
