//! What comes of a request: everything that can be made of the documents, or all that is wrong with them.
//!
//! In: the models, items and findings of a run. Out: files, reports and rendered diagnostics, on demand.
//! Nothing here touches the disk.

use std::fmt;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Diagnostics, Style};
use crate::emit::{self, Layout};
use crate::examples::Contradiction;
use crate::files::Files;
use crate::model::Model;
use crate::outline;
use crate::report::{self, Summary};
use crate::rust::Package;
use crate::settings::DocumentSettings;
use crate::source::{Origin, Sources};

/// What came of a request: nothing is written yet.
#[derive(Debug)]
pub struct Generated {
    /// Every file that was read.
    pub sources: Sources,
    /// One model per document, in the order of the documents.
    pub models: Vec<Model>,
    /// The Rust items, one module per document.
    pub package: Package,
    /// What each document's examples contradict, in the order of the documents.
    pub contradictions: Vec<Vec<Contradiction>>,
    /// Warnings.
    pub diagnostics: Diagnostics,
}

/// Documents that were read and resolved, and no more.
#[derive(Debug)]
pub struct Resolved {
    /// Every file that was read.
    pub sources: Sources,
    /// One model per document, in the order of the documents.
    pub models: Vec<Model>,
    /// The settings for each.
    pub settings: Vec<DocumentSettings>,
}

/// Why nothing came of a request.
#[derive(Debug)]
pub struct Failure {
    /// Every file that was read.
    pub sources: Sources,
    /// All that was found, at least one error among it.
    pub diagnostics: Diagnostics,
}

impl Generated {
    /// The text of every file.
    pub fn files(&self, layout: &Layout) -> Files {
        emit::files(&self.package, layout)
    }

    /// The public interface, one line a fact.
    pub fn outline(&self) -> String {
        outline::package(&self.package)
    }

    /// The Rust type of the schema at a place, with its whole path below `root` (`crate`, or the crate's name).
    /// `None` for a schema that has no type of its own.
    pub fn type_at(&self, at: &Origin, root: &str) -> Option<String> {
        outline::type_at(&self.package, at, root)
    }

    /// What the documents' own examples contradict, and how each is settled.
    pub fn contradictions_report(&self) -> String {
        self.contradictions
            .iter()
            .map(|list| report::contradictions(list, &self.sources))
            .collect()
    }

    /// Every keyword that has no effect on the output, with its place.
    pub fn ignored_report(&self) -> String {
        self.models
            .iter()
            .map(|model| report::ignored(&model.ignored, &self.sources))
            .collect()
    }

    /// The figures of the run.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        for (model, module) in self.models.iter().zip(&self.package.modules) {
            summary += Summary::of(model, module, &Diagnostics::default());
        }
        summary.warnings = self.diagnostics.iter().count();
        summary
    }

    /// The warnings, as a person reads them.
    pub fn render_warnings(&self, style: Style) -> String {
        self.diagnostics.render(&self.sources, style)
    }

    /// Every file that was read: the output is out of date when one of them changes.
    pub fn inputs(&self) -> impl Iterator<Item = &Path> {
        self.sources.paths()
    }
}

impl Failure {
    /// The problems, as a person reads them.
    pub fn render(&self, style: Style) -> String {
        self.diagnostics.render(&self.sources, style)
    }
}

impl From<Diagnostic> for Failure {
    fn from(problem: Diagnostic) -> Self {
        Self {
            sources: Sources::default(),
            diagnostics: problem.into(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Style::Plain))
    }
}

impl std::error::Error for Failure {}
