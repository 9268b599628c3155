//! What to generate from: documents, settings, and where references may lead.
//!
//! In: paths. Out: a [`Request`], which `generate` runs.
//! This room lists folders; it reads no file.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Place};
use crate::generated::Failure;
use crate::resolve::Locations;
use crate::settings::UnknownFields;

/// The name of the settings file in a folder of documents.
const SETTINGS: &str = "codegen.yaml";

/// What to generate from.
#[derive(Clone, Debug)]
pub struct Request {
    pub(crate) documents: Vec<Input>,
    pub(crate) settings: Option<PathBuf>,
    pub(crate) locations: Locations,
    pub(crate) unknown_fields: UnknownFields,
}

/// One document to read.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    /// How generated files name it: never a path of the machine.
    pub(crate) shown: String,
}

impl Request {
    /// One document, without settings.
    pub fn document(path: &Path) -> Self {
        let shown = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned();
        let input = Input {
            path: path.to_owned(),
            shown,
        };
        Self {
            documents: vec![input],
            settings: None,
            locations: Locations::default(),
            unknown_fields: UnknownFields::default(),
        }
    }

    /// All documents of a folder (`*.yaml`, `*.yml`, `*.json`), with the settings in its `codegen.yaml` if there is one.
    ///
    /// # Errors
    ///
    /// `unreadable-folder`, and `no-documents` when there are none.
    pub fn folder(path: &Path) -> Result<Self, Box<Failure>> {
        let mut paths = documents_in(path).map_err(|error| {
            let message = format!("the folder of documents cannot be read: {error}");
            Failure::from(Diagnostic::error(
                "unreadable-folder",
                Place::Path(path.to_owned()),
                message,
            ))
        })?;
        paths.sort();
        if paths.is_empty() {
            let message = "there is no document in this folder";
            let problem = Diagnostic::error("no-documents", Place::Path(path.to_owned()), message)
                .help("put an AsyncAPI document there, with the extension `yaml`, `yml` or `json`");
            return Err(Failure::from(problem).into());
        }
        let folder = path.file_name().unwrap_or_default().to_string_lossy();
        let input = |path: PathBuf| {
            let shown = format!(
                "{folder}/{}",
                path.file_name().unwrap_or_default().to_string_lossy()
            );
            Input { path, shown }
        };
        let settings = Some(path.join(SETTINGS)).filter(|settings| settings.exists());
        let documents = paths.into_iter().map(input).collect();
        Ok(Self {
            documents,
            settings,
            locations: Locations::default(),
            unknown_fields: UnknownFields::default(),
        })
    }

    /// The same with a settings file.
    #[must_use]
    pub fn settings(mut self, path: &Path) -> Self {
        self.settings = Some(path.to_owned());
        self
    }

    /// The same, with another answer where the settings say nothing about keys that a schema does not declare.
    #[must_use]
    pub fn unknown_fields(mut self, unknown_fields: UnknownFields) -> Self {
        self.unknown_fields = unknown_fields;
        self
    }

    /// The same, with references allowed to read below a folder.
    #[must_use]
    pub fn allow_path(mut self, folder: &Path) -> Self {
        self.locations.allowed.push(folder.to_owned());
        self
    }

    /// The same, with a folder that stands for web addresses that begin with a prefix.
    #[must_use]
    pub fn mirror(mut self, url: &str, folder: &Path) -> Self {
        self.locations
            .mirrors
            .push((url.to_owned(), folder.to_owned()));
        self
    }
}

fn documents_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let is_document = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("yaml" | "yml" | "json")) && !path.ends_with(SETTINGS)
    };
    Ok(entries
        .into_iter()
        .map(|entry| entry.path())
        .filter(is_document)
        .collect())
}

impl Input {
    pub(crate) fn file_name(&self) -> &str {
        self.shown.rsplit('/').next().unwrap_or_default()
    }
}
