//! One document generated, in a process of its own.
//!
//! In: a [`Document`]. Out: its [`Generation`]: a crate on the disk, or what went wrong.
//! A process of its own, because a stack overflow or an endless loop would take this one with it.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use asyncapi_codegen::settings::UnknownFields;
use asyncapi_codegen::{Layout, Request};

use super::child::{self, End};
use super::document::{Document, Keys};
use super::place::Work;

/// How long one document may take.
pub(super) const LIMIT: Duration = Duration::from_secs(10);

/// What came of generating a document.
#[derive(Debug)]
pub(super) struct Generation {
    /// How it ended.
    pub(super) fate: Fate,
    /// How long it took.
    pub(super) time: Duration,
    /// What was printed.
    pub(super) output: String,
}

/// How generating a document ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// With a crate.
    Generated,
    /// With an error that says file, line and column.
    Located,
    /// With another error.
    Unlocated,
    /// With a panic or a signal.
    Panicked,
    /// Not within the limit.
    TimedOut,
}

/// Generates the crate of a document.
///
/// # Errors
///
/// A program that cannot be started, a folder that cannot be written.
pub(super) fn run(document: &Document, work: &Work) -> io::Result<Generation> {
    let (crate_folder, log) = (work.crate_of(document), work.log_of(document));
    let mut command = Command::new(std::env::current_exe()?);
    command
        .arg("codegen")
        .arg("--spec")
        .arg(&document.entry)
        .arg("--out")
        .arg(crate_folder);
    command
        .arg("--name")
        .arg(package(document))
        .arg("--allow-path")
        .arg(&document.folder);
    let (end, time) = child::run(&mut command, LIMIT, &log)?;
    let output = read(&log)?;
    Ok(Generation {
        fate: fate(end, &output),
        time,
        output,
    })
}

/// Generates the crate of a document in this process, for one that has gone well in another; whether it is there.
///
/// # Errors
///
/// A folder that cannot be written.
pub(super) fn again(document: &Document, work: &Work) -> io::Result<bool> {
    let Ok(generated) = request(document).generate() else {
        return Ok(false);
    };
    let name = Some(package(document));
    let files = generated.files(&Layout::Crate { name });
    files
        .write(&work.crate_of(document))
        .map_err(io::Error::other)?;
    Ok(true)
}

/// What to ask of the generator.
pub(super) fn request(document: &Document) -> Request {
    let fields = match document.keys {
        Keys::Skipped => UnknownFields::Skip,
        Keys::Kept => UnknownFields::Keep,
    };
    Request::document(&document.entry)
        .allow_path(&document.folder)
        .unknown_fields(fields)
}

/// The name of a document's package.
pub(super) fn package(document: &Document) -> String {
    format!("corpus-{}", document.slug)
}

fn read(log: &Path) -> io::Result<String> {
    fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn fate(end: End, output: &str) -> Fate {
    let End::Exit(status) = end else {
        return Fate::TimedOut;
    };
    match status.code() {
        Some(0) => Fate::Generated,
        Some(1) if output.lines().any(is_located) => Fate::Located,
        Some(1 | 2) => Fate::Unlocated,
        _ => Fate::Panicked,
    }
}

/// Whether a line points at a place (`--> file:line:column`).
fn is_located(line: &str) -> bool {
    let Some((_, place)) = line.split_once("--> ") else {
        return false;
    };
    let mut parts = place.trim_end().rsplitn(3, ':');
    let mut is_number = || {
        parts
            .next()
            .is_some_and(|part| part.parse::<usize>().is_ok())
    };
    is_number() && is_number() && parts.next().is_some_and(|file| !file.is_empty())
}

#[cfg(test)]
mod tests {
    use super::is_located;

    #[test]
    fn a_place_has_a_file_a_line_and_a_column() {
        assert!(is_located("  --> a/b.yaml:12:3"));
        assert!(!is_located("  --> a/b.yaml"));
        assert!(!is_located("  --> a/b.yaml:12"));
        assert!(!is_located("error: at 12:3"));
    }
}
