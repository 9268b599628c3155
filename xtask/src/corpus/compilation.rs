//! Many crates compiled at once, with warnings denied.
//!
//! In: the documents whose crates stand on the disk. Out: for each, nothing or what the compiler said.
//! One crate depends on all of them, so that cargo orders the work and builds what they share once. They are built and
//! not only checked, because the program that tries the examples needs them built.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use indicatif::ProgressBar;
use serde_json::Value;

use super::document::Document;
use super::generation::package;
use super::place::Work;
use crate::workspace;

/// What cargo said, by package.
#[derive(Debug, Default)]
pub(super) struct Compilation {
    built: Vec<String>,
    errors: BTreeMap<String, String>,
    /// What was said of no package.
    pub(super) general: String,
}

impl Compilation {
    /// What keeps a document's crate from compiling; `None`: it compiles.
    pub(super) fn problem_of(&self, document: &Document) -> Option<&str> {
        let package = package(document);
        if self.built.contains(&package) {
            return None;
        }
        Some(
            self.errors
                .get(&package)
                .map_or("cargo said nothing of this crate\n", String::as_str),
        )
    }
}

/// Compiles the crates of all these documents.
///
/// # Errors
///
/// A file that cannot be written, a cargo that cannot be started.
pub(super) fn run(
    documents: &[&Document],
    work: &Work,
    bar: &ProgressBar,
) -> io::Result<Compilation> {
    write_crate(&work.all(), "corpus-all", documents, work)?;
    fs::write(work.all().join("src").join("lib.rs"), "")?;
    let compilation = build(&work.all(), work, bar)?;
    bar.finish_and_clear();
    Ok(compilation)
}

/// Writes the manifest of a crate that depends on those of the documents.
///
/// # Errors
///
/// A file that cannot be written.
pub(super) fn write_crate(
    folder: &Path,
    name: &str,
    documents: &[&Document],
    work: &Work,
) -> io::Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    let mut manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n[dependencies]\nserde_json = \"1\"\n"
    );
    for document in documents {
        let path = work.crate_of(document).display().to_string();
        manifest += &format!("{} = {{ path = {path:?} }}\n", package(document));
    }
    fs::write(folder.join("Cargo.toml"), manifest)?;
    // The versions that this workspace is tested with, and no question to a registry.
    fs::copy(workspace::lock(), folder.join("Cargo.lock"))?;
    Ok(())
}

/// Builds a crate and all that it depends on.
///
/// # Errors
///
/// A cargo that cannot be started or understood.
pub(super) fn build(folder: &Path, work: &Work, bar: &ProgressBar) -> io::Result<Compilation> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let errors = folder.join("cargo.txt");
    let mut command = Command::new(cargo);
    command
        .args([
            "build",
            "--offline",
            "--keep-going",
            "--message-format=json",
        ])
        .current_dir(folder);
    command
        .env("CARGO_TARGET_DIR", work.target())
        .env("RUSTFLAGS", "-Dwarnings");
    command
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(fs::File::create(&errors)?);
    let mut child = command.spawn()?;
    let mut compilation = Compilation::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            compilation.read(&line?, bar);
        }
    }
    if !child.wait()?.success() {
        compilation.general = fs::read_to_string(&errors)?;
    }
    Ok(compilation)
}

impl Compilation {
    /// Takes in one line of cargo's output.
    fn read(&mut self, line: &str, bar: &ProgressBar) {
        let Ok(message) = serde_json::from_str::<Value>(line) else {
            return;
        };
        let Some(package) = message["package_id"].as_str().and_then(package_name) else {
            return;
        };
        match message["reason"].as_str() {
            Some("compiler-artifact") => {
                bar.inc(1);
                self.built.push(package);
            }
            Some("compiler-message") if message["message"]["level"] == "error" => {
                let text = message["message"]["rendered"].as_str().unwrap_or_default();
                self.errors.entry(package).or_default().push_str(text);
            }
            _ => {}
        }
    }
}

/// The name in a package id: `path+file:///a/b#name@1.0.0`, or `path+file:///a/name#1.0.0`.
fn package_name(id: &str) -> Option<String> {
    let (path, fragment) = id.rsplit_once('#')?;
    let name = match fragment.split_once('@') {
        Some((name, _)) => name,
        None => path.rsplit('/').next()?,
    };
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::package_name;

    #[test]
    fn a_package_id_names_its_package() {
        assert_eq!(
            package_name("path+file:///a/b#name@1.0.0").as_deref(),
            Some("name")
        );
        assert_eq!(
            package_name("path+file:///a/name#1.0.0").as_deref(),
            Some("name")
        );
    }
}
