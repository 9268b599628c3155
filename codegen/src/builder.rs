//! Use from a build script: one document, one text in `OUT_DIR`.
//!
//! In: the paths that a `build.rs` names. Out: `asyncapi.rs`, the `cargo::rerun-if-changed` lines, and diagnostics
//! that cargo shows when the build fails.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::diagnostic::Style;
use crate::emit::{BUNDLE, Layout};
use crate::generated::{Failure, Generated};
use crate::request::Request;

/// Generates from a build script.
///
/// In the `main` of `build.rs`, with `asyncapi-codegen` among the build dependencies:
///
/// ```no_run
/// asyncapi_codegen::Builder::new("events.yaml").build();
/// ```
///
/// In the crate, with `serde` and `serde_json` among the dependencies:
///
/// ```text
/// pub mod api {
///     include!(concat!(env!("OUT_DIR"), "/asyncapi.rs"));
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    request: Request,
    out: Option<PathBuf>,
}

/// Why a build script could not generate.
#[derive(Debug)]
pub enum BuildError {
    /// The documents or the settings are wrong.
    Document(Box<Failure>),
    /// The text could not be written.
    Write(std::io::Error),
    /// Cargo's `OUT_DIR` is not set, and [`Builder::out`] was not called.
    NoOutDir,
}

impl Builder {
    /// Generates from one document; the path is relative to the package that is built.
    pub fn new(document: impl AsRef<Path>) -> Self {
        Self {
            request: Request::document(document.as_ref()),
            out: None,
        }
    }

    /// With a settings file, in the form of `spec/codegen.yaml`.
    #[must_use]
    pub fn settings(mut self, path: impl AsRef<Path>) -> Self {
        self.request = self.request.settings(path.as_ref());
        self
    }

    /// With references allowed to read below a folder beside the document's own.
    #[must_use]
    pub fn allow_path(mut self, folder: impl AsRef<Path>) -> Self {
        self.request = self.request.allow_path(folder.as_ref());
        self
    }

    /// With a folder that stands for web addresses beginning with a prefix.
    #[must_use]
    pub fn mirror(mut self, url: &str, folder: impl AsRef<Path>) -> Self {
        self.request = self.request.mirror(url, folder.as_ref());
        self
    }

    /// Into a folder of the caller's choice instead of `OUT_DIR`.
    #[must_use]
    pub fn out(mut self, folder: impl AsRef<Path>) -> Self {
        self.out = Some(folder.as_ref().to_owned());
        self
    }

    /// Generates, or ends the build script with the diagnostics on standard error, which cargo shows.
    pub fn build(self) {
        if let Err(error) = self.try_build() {
            eprint!("{error}");
            std::process::exit(1);
        }
    }

    /// Generates, and returns the path of the text.
    ///
    /// # Errors
    ///
    /// See [`BuildError`]. The lines that tell cargo which files to watch are printed all the same.
    pub fn try_build(self) -> Result<PathBuf, BuildError> {
        let out = self
            .out
            .or_else(|| std::env::var_os("OUT_DIR").map(PathBuf::from))
            .ok_or(BuildError::NoOutDir)?;
        let generated = self.request.generate();
        watch(match &generated {
            Ok(generated) => &generated.sources,
            Err(failure) => &failure.sources,
        });
        let generated = generated.map_err(BuildError::Document)?;
        warn(&generated);
        generated
            .files(&Layout::Bundle)
            .write(&out)
            .map_err(BuildError::Write)?;
        Ok(out.join(BUNDLE))
    }
}

/// Tells cargo to run the build script again when a file that was read changes.
fn watch(sources: &crate::source::Sources) {
    for path in sources.paths() {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}

/// Shows each warning's sentence; cargo takes one line each.
fn warn(generated: &Generated) {
    for warning in generated.diagnostics.iter() {
        println!("cargo::warning={}", warning.message.replace('\n', " "));
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(failure) => f.write_str(&failure.render(Style::Plain)),
            Self::Write(error) => writeln!(f, "error: {error}"),
            Self::NoOutDir => writeln!(
                f,
                "error: OUT_DIR is not set; call this from a build script, or name a folder with `out`"
            ),
        }
    }
}

impl std::error::Error for BuildError {}
