//! The settings (`spec/codegen.yaml`): what a document cannot say about its own Rust crate.
//!
//! In: a YAML file. Out: [`Settings`], asked by document and JSON pointer; every question leaves a mark,
//! and what was never asked for is an error in the end ([`Settings::unused`]).
//! This room never sees a document: it does not know what a pointer leads to.

mod document;
mod entry;
mod ledger;
mod locate;
mod parse;
mod session;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use self::ledger::{Document, Marked};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Sources;

pub use document::DocumentSettings;
pub use session::TimeUnit;
pub(crate) use session::{AcceptedSetting, SessionSetting, TimeSetting};

/// The settings of a run; the default has no wishes at all.
#[derive(Debug, Default)]
pub struct Settings {
    crate_name: Option<String>,
    modules: Vec<HandWritten>,
    documents: BTreeMap<String, Marked<Arc<Document>>>,
    unknown_fields: UnknownFields,
}

/// A module of the generated crate that is written by hand, and lies outside `src`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandWritten {
    /// Its name.
    pub name: String,
    /// Its file, seen from `src`.
    pub path: String,
    /// The feature that it belongs to.
    pub feature: String,
}

/// On which side of a channel the users of the crate are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Perspective {
    /// They connect to what the document describes: what it sends, they receive.
    #[default]
    Client,
    /// They are what the document describes.
    Server,
}

/// What becomes of keys that a schema does not declare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnknownFields {
    /// They are read and forgotten.
    #[default]
    Skip,
    /// They are kept, and written again.
    Keep,
    /// They make the message malformed.
    Refuse,
}

/// What a schema's position takes besides what the schema says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Accept {
    /// A string also comes as a number.
    Number,
    /// A number also comes as a string.
    String,
    /// A list also comes as its single item.
    Single,
    /// No shape is promised.
    Any,
}

/// What was decided about one schema or message, where the document is silent or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// `accept`: what else is taken.
    Accept(Accept),
    /// `unknown-fields`: for this object alone.
    UnknownFields(UnknownFields),
    /// `format`: read the schema's format as this one.
    Format(String),
    /// `tag: implied`: the examples of this union leave out the tag.
    ImpliedTag,
    /// `secret`: whether `Debug` redacts the value, whatever its name suggests.
    Secret(bool),
    /// `alike: true`: two messages of this channel cannot be told apart, and that is known.
    Alike,
}

impl Settings {
    /// Reads a file of settings.
    ///
    /// # Errors
    ///
    /// Those of [`Sources::read`]; `invalid-setting`, `malformed-pointer`, `missing-why`, `repeated-setting`: all that
    /// the file holds, each at its line.
    pub fn read(sources: &mut Sources, path: &Path) -> Result<Self, Diagnostics> {
        let file = sources.read(path)?;
        parse::settings(sources, file)
    }

    /// The same, with another answer where nothing is said about unknown keys.
    #[must_use]
    pub fn otherwise(mut self, unknown_fields: UnknownFields) -> Self {
        self.unknown_fields = unknown_fields;
        self
    }

    /// The name of the generated crate, if the settings have one.
    pub fn crate_name(&self) -> Option<&str> {
        self.crate_name.as_deref()
    }

    /// The crate's modules that are written by hand.
    pub fn modules(&self) -> &[HandWritten] {
        &self.modules
    }

    /// The settings for a document, by the name of its file without directories; defaults when there are none.
    pub fn document(&self, file_name: &str) -> DocumentSettings {
        let settings = match self.documents.get(file_name) {
            Some(document) => DocumentSettings::new(Arc::clone(document.mark())),
            None => DocumentSettings::for_file(file_name),
        };
        settings.otherwise(self.unknown_fields)
    }

    /// An error for each document that has settings, but no file in `present`.
    pub fn unknown_documents(&self, present: &[&str]) -> Vec<Diagnostic> {
        let unknown = self
            .documents
            .iter()
            .filter(|(name, _)| !present.contains(&name.as_str()));
        let problem = |(name, document): (&String, &Marked<_>)| {
            let message = format!("there is no document `{name}`");
            let names = present.join("`, `");
            let help = if names.is_empty() {
                "there are no documents at all".to_owned()
            } else {
                format!("the documents are: `{names}`")
            };
            Diagnostic::error("unknown-document", document.at.clone(), message).help(help)
        };
        unknown.map(problem).collect()
    }

    /// An error `unused-setting` for each entry that nobody asked for, of the documents that were asked for.
    ///
    /// Suppressions are left out, since only a comparison of two versions asks for them.
    pub fn unused(&self) -> Vec<Diagnostic> {
        let asked = self
            .documents
            .values()
            .filter(|document| document.is_marked());
        asked.flat_map(|document| document.value.unused()).collect()
    }
}

#[cfg(test)]
mod tests;
