//! Where a run keeps what it makes.
//!
//! In: the work folder. Out: paths below it, the folders made.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::document::Document;

/// The work folder.
pub(super) struct Work {
    root: PathBuf,
}

impl Work {
    /// The folder, made where there is none.
    ///
    /// # Errors
    ///
    /// A folder that cannot be made.
    pub(super) fn new(root: &Path) -> io::Result<Self> {
        for part in ["crates", "logs"] {
            fs::create_dir_all(root.join(part))?;
        }
        // Cargo reads paths relative to each manifest; an absolute one means the same everywhere.
        Ok(Self {
            root: fs::canonicalize(root)?,
        })
    }

    /// The crate of a document.
    pub(super) fn crate_of(&self, document: &Document) -> PathBuf {
        self.root.join("crates").join(&document.slug)
    }

    /// What generating a document printed.
    pub(super) fn log_of(&self, document: &Document) -> PathBuf {
        self.root
            .join("logs")
            .join(&document.slug)
            .with_extension("txt")
    }

    /// What trying a document's examples printed.
    pub(super) fn trial_of(&self, document: &Document) -> PathBuf {
        self.root
            .join("logs")
            .join(&document.slug)
            .with_extension("examples.txt")
    }

    /// The examples of a document.
    pub(super) fn cases_of(&self, document: &Document) -> PathBuf {
        self.root
            .join("logs")
            .join(&document.slug)
            .with_extension("examples.json")
    }

    /// The crate that depends on all others.
    pub(super) fn all(&self) -> PathBuf {
        self.root.join("all")
    }

    /// The program that tries examples.
    pub(super) fn trials(&self) -> PathBuf {
        self.root.join("trials")
    }

    /// Where cargo builds.
    pub(super) fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// Where failures are written unless the user says otherwise.
    pub(super) fn failures(&self) -> PathBuf {
        self.root.join("failures.txt")
    }
}
