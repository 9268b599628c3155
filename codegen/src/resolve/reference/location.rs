//! The part of a `$ref` before `#`: which file it means, and whether that may be read.
//!
//! In: the location as written. Out: a path, or a located error. Files are read below the document's own
//! folder, below folders that are allowed in so many words, and below folders that stand for web addresses.
//! This room never reads what a file holds, and never the network.

use std::path::{Component, Path, PathBuf};

use super::{Reference, dangling};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::pointer::Pointer;
use crate::resolve::Context;

impl Context<'_> {
    /// The path that a location means.
    pub(super) fn path(
        &self,
        reference: &Reference<'_>,
        location: &str,
    ) -> Result<PathBuf, Diagnostics> {
        let path = match scheme(location) {
            Some("http" | "https") => self.mirrored(reference, location)?,
            Some(scheme) => return Err(unknown_scheme(reference, scheme)),
            None => self.beside(reference, location)?,
        };
        self.check_outside(reference, &path)?;
        self.check_kind(reference, &path)?;
        self.check_links(reference, &path)?;
        Ok(path)
    }

    /// A location relative to the file that holds the reference.
    fn beside(&self, reference: &Reference<'_>, location: &str) -> Result<PathBuf, Diagnostics> {
        let relative = decoded(location).ok_or_else(|| broken_escape(reference))?;
        let holder = self.sources.source(reference.value.origin.file);
        let folder = holder.path.parent().unwrap_or(Path::new(""));
        Ok(normal(&folder.join(relative)))
    }

    /// The file that stands for a web address.
    fn mirrored(&self, reference: &Reference<'_>, url: &str) -> Result<PathBuf, Diagnostics> {
        let mirrors = self.locations.mirrors.iter();
        let (rest, folder) = mirrors
            .filter_map(|(prefix, folder)| Some((within(url, prefix)?, folder)))
            .min_by_key(|(rest, _)| rest.len())
            .ok_or_else(|| remote(reference))?;
        let path = rest.split('?').next().unwrap_or_default();
        let path = decoded(path).ok_or_else(|| broken_escape(reference))?;
        let path = normal(&folder.join(path.trim_start_matches('/')));
        if absolute(&path).starts_with(absolute(folder)) {
            return Ok(path);
        }
        Err(outside(reference, &path))
    }

    fn check_outside(&self, reference: &Reference<'_>, path: &Path) -> Result<(), Diagnostics> {
        let path = absolute(path);
        let inside = self
            .folders()
            .iter()
            .any(|folder| path.starts_with(absolute(folder)));
        if inside {
            Ok(())
        } else {
            Err(outside(reference, &path))
        }
    }

    fn check_kind(&self, reference: &Reference<'_>, path: &Path) -> Result<(), Diagnostics> {
        if path.is_dir() {
            return Err(directory(reference));
        }
        if path.exists() {
            return Ok(());
        }
        let root = self.sources.cursor(reference.value.origin.file);
        Err(dangling::file(
            reference,
            &path.display().to_string(),
            &root,
        ))
    }

    /// A link inside a folder may not lead out of it.
    fn check_links(&self, reference: &Reference<'_>, path: &Path) -> Result<(), Diagnostics> {
        let Ok(real) = path.canonicalize() else {
            return Ok(());
        };
        let inside = |folder: &PathBuf| {
            let folder = absolute(folder).canonicalize();
            folder.is_ok_and(|folder| real.starts_with(folder))
        };
        if self.folders().iter().any(inside) {
            return Ok(());
        }
        Err(outside(reference, &real))
    }

    /// The folders in which files may be read, the document's own first.
    fn folders(&self) -> Vec<PathBuf> {
        let document = self.sources.source(self.document);
        let own = document.path.parent().unwrap_or(Path::new(""));
        let mirrors = self.locations.mirrors.iter().map(|(_, folder)| folder);
        std::iter::once(own.to_owned())
            .chain(self.locations.allowed.iter().cloned())
            .chain(mirrors.cloned())
            .collect()
    }
}

/// What follows a prefix in an address, when the prefix ends at a border between names.
fn within<'u>(url: &'u str, prefix: &str) -> Option<&'u str> {
    let rest = url.strip_prefix(prefix)?;
    let border = prefix.ends_with('/') || rest.is_empty() || rest.starts_with(['/', '?']);
    border.then_some(rest)
}

/// The scheme of an address (`https` of `https://…`, `urn` of `urn:…`).
pub(super) fn scheme(location: &str) -> Option<&str> {
    let (scheme, _) = location.split_once(':')?;
    let mut letters = scheme.chars();
    let first = letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic());
    let rest = letters.all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    (first && rest).then_some(scheme)
}

fn decoded(location: &str) -> Option<String> {
    let pointer = Pointer::parse(&format!("#/{}", location.replace('~', "~0")))?;
    let tokens: Vec<String> = pointer.tokens().collect();
    Some(tokens.join("/"))
}

/// The path without `.` and `..`, as far as that can be told from the path alone.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if ends_in_name(&normal) => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

fn ends_in_name(path: &Path) -> bool {
    matches!(path.components().next_back(), Some(Component::Normal(_)))
}

/// The path from the root of the file system; unchanged where the working folder is unknown.
pub(super) fn absolute(path: &Path) -> PathBuf {
    let base = std::env::current_dir().unwrap_or_default();
    normal(&base.join(path))
}

fn outside(reference: &Reference<'_>, path: &Path) -> Diagnostics {
    let message = format!("`{}` leads out of the document's folder", reference.text);
    let folder = path.parent().unwrap_or(Path::new("/")).display();
    let fault = Diagnostic::error("ref-outside", reference.value.place(), message);
    Diagnostics::from(fault.help(format!("to allow it, pass `--allow-path {folder}`")))
}

fn remote(reference: &Reference<'_>) -> Diagnostics {
    let message = format!(
        "`{}` is on the web, and nothing is read from there",
        reference.text
    );
    let fault = Diagnostic::error("ref-remote", reference.value.place(), message);
    let (url, _) = super::split(reference.text);
    let prefix = url.rsplit_once('/').map_or("", |(prefix, _)| prefix);
    Diagnostics::from(fault.help(format!(
        "save the file in a folder and pass `--map {prefix}/=FOLDER`"
    )))
}

fn unknown_scheme(reference: &Reference<'_>, scheme: &str) -> Diagnostics {
    let message = format!("`{}` is no file: `{scheme}:` is not read", reference.text);
    Diagnostics::from(
        Diagnostic::error("ref-scheme", reference.value.place(), message)
            .help("refer to a file by its relative path"),
    )
}

fn directory(reference: &Reference<'_>) -> Diagnostics {
    let message = format!("`{}` is a folder, not a file", reference.text);
    Diagnostics::from(Diagnostic::error(
        "ref-directory",
        reference.value.place(),
        message,
    ))
}

fn broken_escape(reference: &Reference<'_>) -> Diagnostics {
    let message = format!("`{}` holds a broken `%` escape", reference.text);
    Diagnostics::from(Diagnostic::error(
        "wrong-ref",
        reference.value.place(),
        message,
    ))
}
