//! Small documents through the whole of resolving.
//!
//! In: the text of a document, or a folder of files. Out: its model, or what was found.

mod examples;
mod files;
mod messages;
mod references;
mod servers;
mod three;
mod traits;
mod twins;
mod two;
mod unread;
mod versions;

use std::path::Path;

use super::{Locations, model};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::Document;
use crate::model::Model;
use crate::source::{FileId, Sources};

/// Everything that came of one document.
struct Outcome {
    model: Option<Model>,
    diagnostics: Diagnostics,
    sources: Sources,
}

impl Outcome {
    /// The model of a document that has no problem at all.
    #[track_caller]
    fn clean(self) -> Model {
        assert_eq!(self.lines(), [""; 0]);
        self.model.expect("a model")
    }

    /// The model of a document that may have warnings.
    #[track_caller]
    fn model(self) -> Model {
        let lines = self.lines();
        self.model.unwrap_or_else(|| panic!("errors: {lines:#?}"))
    }

    /// `severity code line:column message` of each diagnostic.
    fn lines(&self) -> Vec<String> {
        self.diagnostics.iter().map(|one| self.line(one)).collect()
    }

    fn line(&self, diagnostic: &Diagnostic) -> String {
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let span = self.sources.span_of(&diagnostic.at).expect("a place");
        let (line, column) = self.sources.line_column(span.0, span.1.start);
        format!(
            "{severity} {} {line}:{column} {}",
            diagnostic.code, diagnostic.message
        )
    }

    /// The help of the only diagnostic.
    #[track_caller]
    fn help(&self) -> String {
        let all: Vec<&Diagnostic> = self.diagnostics.iter().collect();
        assert_eq!(all.len(), 1, "{:#?}", self.lines());
        all[0].help.join(" ")
    }
}

/// Resolves a document given as text.
fn resolve(text: &str) -> Outcome {
    let mut sources = Sources::default();
    let file = sources.add(Path::new("api.yaml"), text).expect("good YAML");
    outcome(sources, file, &Locations::default())
}

/// Resolves a file.
fn resolve_file(path: &Path, locations: &Locations) -> Outcome {
    let mut sources = Sources::default();
    let file = sources.read(path).expect("a readable file");
    outcome(sources, file, locations)
}

fn outcome(mut sources: Sources, file: FileId, locations: &Locations) -> Outcome {
    let parsed = Document::parse(sources.cursor(file));
    let result = parsed.and_then(|(document, mut diagnostics)| {
        let (model, more) = model(&document, &mut sources, locations)?;
        diagnostics.append(more);
        Ok((model, diagnostics))
    });
    let (model, diagnostics) = match result {
        Ok((model, diagnostics)) => (Some(model), diagnostics),
        Err(diagnostics) => (None, diagnostics),
    };
    Outcome {
        model,
        diagnostics,
        sources,
    }
}

const HEAD_TWO: &str = "asyncapi: 2.6.0\ninfo: {title: T, version: 1.10}\n";
const HEAD_THREE: &str = "asyncapi: 3.0.0\ninfo: {title: T, version: 1.10}\n";

/// A 2.x document: the lines after `asyncapi` and `info`.
fn two(rest: &str) -> Outcome {
    resolve(&format!("{HEAD_TWO}{rest}"))
}

/// A 3.x document: the lines after `asyncapi` and `info`.
fn three(rest: &str) -> Outcome {
    resolve(&format!("{HEAD_THREE}{rest}"))
}
