//! The keywords of JSON Schema, and what becomes of each.
//!
//! In: a keyword. Out: the JSON type that it speaks of, and whether it shapes types, is shown, or does nothing.
//! This room never reads a value.

use super::kind::Kind;
use crate::source::Cursor;

/// What becomes of a keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// It is read where shapes are made.
    Shapes,
    /// The docs show it; the types do not enforce it.
    Documented,
    /// Nothing.
    None,
}

/// What a keyword speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Values of every type.
    Any,
    /// Strings.
    String,
    /// Numbers, integers among them.
    Number,
    /// Strings and numbers.
    Scalar,
    /// Lists.
    Array,
    /// Objects.
    Object,
}

/// What is known of a keyword; `None` for a word that no dialect has.
pub(super) fn keyword(word: &str) -> Option<(Subject, Effect)> {
    Some(match word {
        "type" | "nullable" | "const" | "enum" | "default" | "title" | "description"
        | "examples" | "example" | "deprecated" | "externalDocs" | "allOf" | "oneOf" | "anyOf"
        | "definitions" | "$defs" | "$ref" => (Subject::Any, Effect::Shapes),
        "x-enum-varnames" | "x-enumNames" | "x-enum-descriptions" => (Subject::Any, Effect::Shapes),
        "format" => (Subject::Scalar, Effect::Shapes),
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
            (Subject::Number, Effect::Shapes)
        }
        "items" | "additionalItems" | "prefixItems" => (Subject::Array, Effect::Shapes),
        "properties"
        | "required"
        | "additionalProperties"
        | "patternProperties"
        | "discriminator" => (Subject::Object, Effect::Shapes),
        "not" | "if" | "then" | "else" | "readOnly" | "writeOnly" => {
            (Subject::Any, Effect::Documented)
        }
        "minLength" | "maxLength" | "pattern" | "contentEncoding" | "contentMediaType" => {
            (Subject::String, Effect::Documented)
        }
        "multipleOf" => (Subject::Number, Effect::Documented),
        "minItems" | "maxItems" | "uniqueItems" | "contains" | "minContains" | "maxContains"
        | "unevaluatedItems" => (Subject::Array, Effect::Documented),
        "minProperties"
        | "maxProperties"
        | "propertyNames"
        | "dependencies"
        | "dependentRequired"
        | "dependentSchemas"
        | "unevaluatedProperties" => (Subject::Object, Effect::Documented),
        "$id" | "id" | "$schema" | "$comment" | "$anchor" | "$vocabulary" | "xml"
        | "contentSchema" => (Subject::Any, Effect::None),
        _ => return None,
    })
}

impl Subject {
    /// Whether a schema of any of these types has values that the keyword speaks of.
    pub(super) fn concerns(self, kinds: &[Kind]) -> bool {
        let one = |kind: &Kind| match self {
            Subject::Any => true,
            Subject::String => *kind == Kind::String,
            Subject::Number => matches!(kind, Kind::Integer | Kind::Number),
            Subject::Scalar => !matches!(kind, Kind::Array | Kind::Object),
            Subject::Array => *kind == Kind::Array,
            Subject::Object => *kind == Kind::Object,
        };
        kinds.is_empty() || kinds.iter().any(one)
    }
}

/// Whether what stands beside a `$ref` changes which values are meant, or more than the words about them.
pub(super) fn narrows_reference(reference: &Cursor) -> bool {
    let Some(mapping) = reference.node.as_mapping() else {
        return false;
    };
    mapping.entries().iter().any(|entry| narrows(&entry.key))
}

/// A type beside a `$ref` only repeats what the target says, and draft-07 has it ignored.
fn narrows(word: &str) -> bool {
    let silent = matches!(
        word,
        "$ref"
            | "type"
            | "title"
            | "description"
            | "externalDocs"
            | "definitions"
            | "$defs"
            | "readOnly"
            | "writeOnly"
    );
    let known = keyword(word).is_some_and(|(_, effect)| effect != Effect::None);
    known && !silent && !word.starts_with("x-")
}
