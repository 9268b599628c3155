//! What several test targets share: places in the workspace, and frames made from the first document's own examples.

pub mod agent_engagement;
pub mod frames;
pub mod pipeline;

use std::path::{Path, PathBuf};

use asyncapi_codegen::{Failure, diagnostic::Style};

/// A path below the root of the workspace.
///
/// # Panics
///
/// When the package no longer stands in the workspace.
pub fn workspace(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace is around this package")
        .join(path)
}

/// The names of the folders in a folder, sorted.
///
/// # Panics
///
/// When the folder cannot be read.
pub fn folders(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"));
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}

/// The value, or a panic that shows the diagnostics as a person would see them.
///
/// # Panics
///
/// On a failure.
pub fn rendered<T>(result: Result<T, Box<Failure>>) -> T {
    result.unwrap_or_else(|failure| panic!("{}", failure.render(Style::Plain)))
}

/// The stems of the snapshots in a folder, sorted.
///
/// # Panics
///
/// When the folder cannot be read.
pub fn snapshots(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let names = entries.filter_map(|entry| entry.expect("an entry").file_name().into_string().ok());
    let mut stems: Vec<String> = names
        .filter_map(|name| name.strip_suffix(".snap").map(str::to_owned))
        .collect();
    stems.sort();
    stems
}
