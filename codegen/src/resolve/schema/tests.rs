//! Tests of the classification: small schemas in, one line a declared schema out.
//!
//! [`show`] prints what a map of schemas came to, [`remarks`] what was said on the way, [`ignored`] what was read past.

mod avro;
mod composition;
mod keywords;
mod print;
mod robust;
mod types;
mod unions;

use std::path::Path;

use super::{Language, Schemas};
use crate::model::{Ignored, Schema};
use crate::resolve::{Context, Locations};
use crate::source::{FileId, Sources};

struct Resolved {
    schemas: Vec<Schema>,
    remarks: Vec<String>,
    ignored: Vec<Ignored>,
}

/// Resolves `components.schemas`, given as the text below it, in one language.
fn resolve(schemas: &str, language: Language) -> Resolved {
    let indented: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    resolve_file(&format!("components:\n  schemas:\n{indented}"), language)
}

fn resolve_file(text: &str, language: Language) -> Resolved {
    let mut sources = Sources::default();
    let file: FileId = sources
        .add(Path::new("test.yaml"), text)
        .expect("the test's YAML is sound");
    let root = sources.cursor(file);
    let locations = Locations::default();
    let mut context = Context::new(&mut sources, &locations, file);
    let mut schemas = Schemas::default();
    let declared = root
        .get("components")
        .and_then(|components| components.get("schemas"));
    for (_, schema) in declared.expect("a test has components").entries() {
        schemas.resolve(&mut context, schema, language);
    }
    let schemas = schemas.finish(&mut context);
    let remarks = context.diagnostics.iter().map(print::remark).collect();
    Resolved {
        schemas,
        remarks,
        ignored: context.ignored,
    }
}

/// One line for each declared schema, without any remark.
fn show(schemas: &str) -> String {
    let resolved = resolve(schemas, Language::JsonSchema);
    assert_eq!(resolved.remarks, Vec::<String>::new(), "{schemas}");
    print::declared(&resolved.schemas)
}

/// One line for each remark: severity, code and place.
fn remarks(schemas: &str) -> String {
    resolve(schemas, Language::JsonSchema).remarks.join("\n")
}

/// One line for each keyword that was read past.
fn ignored(schemas: &str) -> String {
    let resolved = resolve(schemas, Language::JsonSchema);
    let line = |entry: &Ignored| {
        let at = entry.at.pointer.to_string();
        format!(
            "{}: {}",
            at.trim_start_matches("#/components/schemas/"),
            entry.reason
        )
    };
    resolved
        .ignored
        .iter()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Asserts on the lines of `show`.
fn assert_shows(schemas: &str, expected: &[&str]) {
    assert_eq!(
        show(schemas).lines().collect::<Vec<_>>(),
        expected,
        "{schemas}"
    );
}
