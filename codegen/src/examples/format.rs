//! Formats that no standard knows and that look like one that is known.
//!
//! In: the scalar schemas of a model, and the example values that were seen of each. Out: a finding for each such
//! schema, with its examples. A format that resembles none is the vendor's own, and nothing is wrong with it.

use super::Kind;
use super::finding::{Findings, Key};
use super::settling::Decisions;
use crate::model::{Model, Scalar, ScalarKind, Schema, Shape};

/// Formats of strings: JSON Schema, OpenAPI's registry.
const OF_STRINGS: [&str; 24] = [
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "uri-template",
    "iri",
    "iri-reference",
    "uuid",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "byte",
    "binary",
    "base64",
    "password",
    "decimal",
];

/// Formats of numbers: JSON Schema, OpenAPI's registry, and the names of widths in common languages.
const OF_NUMBERS: [&str; 19] = [
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "integer",
    "int",
    "uint",
    "long",
    "short",
    "float",
    "double",
    "single-int",
    "double-int",
    "number",
    "bigint",
];

/// What a misspelt format looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suggestion {
    /// Another format of the same type.
    Format(&'static str),
    /// A format of numbers, on a string.
    Number,
}

/// What a schema's format seems to mean, when it is no known one.
pub(super) fn suggestion(scalar: &Scalar) -> Option<Suggestion> {
    let format = scalar.format.as_deref()?;
    if OF_STRINGS.contains(&format) {
        return None;
    }
    match scalar.kind {
        ScalarKind::String if OF_NUMBERS.contains(&format) => Some(Suggestion::Number),
        ScalarKind::String => alike(&OF_STRINGS, format).map(Suggestion::Format),
        ScalarKind::Integer | ScalarKind::Number if OF_NUMBERS.contains(&format) => None,
        ScalarKind::Integer | ScalarKind::Number => {
            alike(&OF_NUMBERS, format).map(Suggestion::Format)
        }
        ScalarKind::Boolean | ScalarKind::Null => None,
    }
}

/// The known format with the same letters and digits.
fn alike(known: &[&'static str], format: &str) -> Option<&'static str> {
    let bare = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_ascii_alphanumeric());
        letters.map(|c| c.to_ascii_lowercase()).collect()
    };
    let wanted = bare(format);
    known.iter().copied().find(|one| bare(one) == wanted)
}

pub(super) fn unknown(model: &Model, decisions: &Decisions<'_>, findings: &mut Findings) {
    for schema in &model.schemas {
        if let Shape::Scalar(scalar) = &schema.shape
            && let Some(suggestion) = suggestion(scalar)
        {
            add(schema, scalar, suggestion, decisions, findings);
        }
    }
}

fn add(
    schema: &Schema,
    scalar: &Scalar,
    suggestion: Suggestion,
    decisions: &Decisions<'_>,
    findings: &mut Findings,
) {
    let format = scalar.format.as_deref().unwrap_or_default();
    let (expected, remedy) = match suggestion {
        Suggestion::Format(known) => (
            format!("the format `{format}`, which may mean `{known}`"),
            format!("format: {known}"),
        ),
        Suggestion::Number => (
            format!("a string of the format `{format}`, which is one of numbers"),
            "accept: number".to_owned(),
        ),
    };
    let key = Key {
        schema: schema.at.clone(),
        kind: Kind::UnknownFormat,
        expected,
        settled_by: decisions.settle(Kind::UnknownFormat, &[&schema.at]),
    };
    let evidence = findings.observed(&schema.at);
    findings.add_all(key, remedy, evidence);
}
