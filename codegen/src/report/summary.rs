//! The figures of a run, for its last line.
//!
//! In: a model, its package and its warnings. Out: one line (`1 document, 1 channel, 5 messages, 43 types, no warnings`).

use std::fmt;
use std::ops::AddAssign;

use crate::diagnostic::{Diagnostics, Severity};
use crate::examples::counted;
use crate::model::Model;
use crate::rust::{Item, Module};

/// What a run went through. Those of several documents add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Documents.
    pub documents: usize,
    /// Channels of the documents.
    pub channels: usize,
    /// Messages of the documents.
    pub messages: usize,
    /// Rust types that were made: all items but constants.
    pub types: usize,
    /// Warnings that were given.
    pub warnings: usize,
}

impl Summary {
    /// The figures of one document.
    pub fn of(model: &Model, module: &Module, diagnostics: &Diagnostics) -> Self {
        let items = module.files.iter().flat_map(|file| &file.items);
        let warnings = diagnostics
            .iter()
            .filter(|one| one.severity == Severity::Warning);
        Self {
            documents: 1,
            channels: model.channels.len(),
            messages: model.messages.len(),
            types: items
                .filter(|item| !matches!(item, Item::Constant(_)))
                .count(),
            warnings: warnings.count(),
        }
    }
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Self) {
        self.documents += other.documents;
        self.channels += other.channels;
        self.messages += other.messages;
        self.types += other.types;
        self.warnings += other.warnings;
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let figures = [
            counted(self.documents, "document"),
            counted(self.channels, "channel"),
            counted(self.messages, "message"),
            counted(self.types, "type"),
            counted(self.warnings, "warning"),
        ];
        f.write_str(&figures.join(", "))
    }
}
