//! Where things stand in the project.

use std::path::{Path, PathBuf};

/// The project's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the project's root")
}

/// A path under the root.
pub(crate) fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// The pages with human ground truth: beside the project, not in it.
pub(crate) const CORPUS: &str = "../shared/corpus";

/// What cargo builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| at("target"), |dir| root().join(dir))
}
