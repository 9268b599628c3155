//! Small documents through lowering, seen as the outline of their items.

mod directions;
mod recursion;
mod shapes;
mod stability;
mod unions;

use std::path::Path;

use super::module;
use crate::diagnostic::{Diagnostics, Severity};
use crate::document::Document;
use crate::outline;
use crate::resolve::{self, Locations};
use crate::rust::Package;
use crate::settings::DocumentSettings;
use crate::source::Sources;

/// The lines of a document's outline, and `severity code message` of each problem.
fn lower(text: &str) -> (Vec<String>, Vec<String>) {
    let mut sources = Sources::default();
    let file = sources.add(Path::new("api.yaml"), text).expect("good YAML");
    let (document, _) = Document::parse(sources.cursor(file)).expect("a document");
    let (model, _) =
        resolve::model(&document, &mut sources, &Locations::default()).expect("a model");
    let mut diagnostics = Diagnostics::default();
    let modules = vec![module(
        &model,
        &DocumentSettings::for_file("api.yaml"),
        &mut diagnostics,
    )];
    let lines = outline::package(&Package {
        modules,
        ..Package::default()
    })
    .lines()
    .skip(4)
    .map(str::to_owned)
    .collect();
    let problem = |one: &crate::diagnostic::Diagnostic| {
        let severity = if one.severity == Severity::Error {
            "error"
        } else {
            "warning"
        };
        format!("{severity} {}: {}", one.code, one.message)
    };
    (lines, diagnostics.iter().map(problem).collect())
}

/// The outline of a document with these component schemas, which must be without a problem.
#[track_caller]
fn schemas(schemas: &str) -> String {
    let schemas: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    let text = format!(
        "asyncapi: 2.6.0\ninfo: {{title: T, version: 1}}\nchannels: {{}}\ncomponents:\n  schemas:\n{schemas}"
    );
    let (lines, problems) = lower(&text);
    assert_eq!(problems, [""; 0]);
    lines.join("\n")
}
