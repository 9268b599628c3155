//! Which JSON types a schema is about.
//!
//! In: `type`, or for want of it the other keywords. Out: the types, and whether `null` is one of them.
//! This room never makes a shape.

use super::json::Reader;
use super::keyword::{Subject, keyword};
use crate::diagnostic::Diagnostic;
use crate::model::ScalarKind;
use crate::source::Cursor;
use serde_json::Value;

/// A JSON type but `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

/// The types that a schema allows.
#[derive(Clone, Debug, Default)]
pub(super) struct Kinds {
    /// All but `null`, in the order in which they stand; empty: any.
    pub list: Vec<Kind>,
    /// Whether `null` is allowed in so many words.
    pub null: bool,
}

impl Kinds {
    /// Whether `null` is all that is allowed.
    pub(super) fn is_null_alone(&self) -> bool {
        self.null && self.list.is_empty()
    }

    /// Whether the values are strings.
    pub(super) fn is_text(&self) -> bool {
        self.list == [Kind::String]
    }
}

impl Kind {
    /// The scalar type; `None` for lists and objects.
    pub(super) fn scalar(self) -> Option<ScalarKind> {
        match self {
            Kind::String => Some(ScalarKind::String),
            Kind::Integer => Some(ScalarKind::Integer),
            Kind::Number => Some(ScalarKind::Number),
            Kind::Boolean => Some(ScalarKind::Boolean),
            Kind::Array | Kind::Object => None,
        }
    }

    /// Whether a value is of this type.
    pub(super) fn admits(self, value: &Value) -> bool {
        match self {
            Kind::String => value.is_string(),
            Kind::Integer => value.as_f64().is_some_and(|number| number.fract() == 0.0),
            Kind::Number => value.is_number(),
            Kind::Boolean => value.is_boolean(),
            Kind::Array => value.is_array(),
            Kind::Object => value.is_object(),
        }
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "string" => Kind::String,
            "integer" => Kind::Integer,
            "number" => Kind::Number,
            "boolean" => Kind::Boolean,
            "array" => Kind::Array,
            "object" => Kind::Object,
            _ => return None,
        })
    }
}

impl Reader<'_, '_> {
    /// The types stated, else those that the other keywords speak of.
    pub(super) fn kinds(&mut self, cursor: &Cursor) -> Kinds {
        let nullable = cursor.node.get("nullable").and_then(|node| node.as_bool()) == Some(true);
        let mut kinds = match cursor.get("type") {
            Some(stated) => self.stated(&stated),
            None => Kinds {
                list: inferred(cursor),
                null: false,
            },
        };
        // `nullable` without a type says nothing about which other types there are.
        kinds.null |= nullable && !kinds.list.is_empty();
        kinds
    }

    fn stated(&mut self, stated: &Cursor) -> Kinds {
        let names = if stated.node.as_sequence().is_some() {
            stated.items()
        } else {
            vec![stated.clone()]
        };
        let mut kinds = Kinds::default();
        let mut readable = true;
        for name in &names {
            readable &= self.add(&mut kinds, name);
        }
        if !readable {
            return Kinds::default();
        }
        tidy(&mut kinds);
        kinds
    }

    /// Adds one type; `false` after a diagnostic when there is none of that name.
    fn add(&mut self, kinds: &mut Kinds, name: &Cursor) -> bool {
        match name.node.as_text() {
            Some("null") => kinds.null = true,
            Some(text) if Kind::named(text).is_some() => kinds.list.extend(Kind::named(text)),
            _ => {
                self.context.push(unknown(name));
                return false;
            }
        }
        true
    }
}

/// Repetitions go; `integer` goes beside `number`; all types together are any value.
fn tidy(kinds: &mut Kinds) {
    let mut seen = Vec::new();
    let number = kinds.list.contains(&Kind::Number);
    for kind in kinds.list.drain(..) {
        let covered = number && kind == Kind::Integer;
        if !covered && !seen.contains(&kind) {
            seen.push(kind);
        }
    }
    let numeric = seen
        .iter()
        .any(|kind| matches!(kind, Kind::Integer | Kind::Number));
    if seen.len() == 5 && numeric {
        seen.clear();
        kinds.null = false;
    }
    kinds.list = seen;
}

fn unknown(name: &Cursor) -> Diagnostic {
    let shown = name.node.to_json();
    Diagnostic::error(
        "unknown-type",
        name.place(),
        format!("{shown} is not a type of JSON"),
    )
    .label("any value is meant by leaving `type` out")
    .help("the types are `string`, `integer`, `number`, `boolean`, `object`, `array` and `null`")
}

/// Objects first: what lists properties means an object, whatever else it says.
fn inferred(cursor: &Cursor) -> Vec<Kind> {
    let Some(mapping) = cursor.node.as_mapping() else {
        return Vec::new();
    };
    if ["const", "enum"]
        .iter()
        .any(|word| mapping.get(word).is_some())
    {
        return Vec::new();
    }
    let speaks_of = |subject: Subject| {
        mapping.entries().iter().any(|entry| {
            let word = &*entry.key;
            // Draft 3 marks a property by `required: true`; that says nothing of the property's own type.
            let marks = word == "required" && entry.value.as_sequence().is_none();
            // A discriminator beside a union says nothing that its members do not say.
            !marks && word != "discriminator" && keyword(word).is_some_and(|(of, _)| of == subject)
        })
    };
    let subjects = [
        (Subject::Object, Kind::Object),
        (Subject::Array, Kind::Array),
        (Subject::String, Kind::String),
        (Subject::Number, Kind::Number),
    ];
    let found = subjects
        .into_iter()
        .find(|(subject, _)| speaks_of(*subject));
    let format = || {
        mapping
            .get("format")
            .and_then(|entry| of_format(entry.value.as_text()?))
    };
    found
        .map(|(_, kind)| kind)
        .or_else(format)
        .into_iter()
        .collect()
}

/// The type of the values that a well-known format speaks of.
fn of_format(format: &str) -> Option<Kind> {
    match format {
        "int32" | "int64" | "uint32" | "uint64" => Some(Kind::Integer),
        "float" | "double" => Some(Kind::Number),
        "date-time" | "date" | "time" | "duration" | "email" | "hostname" | "ipv4" | "ipv6"
        | "uri" | "uri-reference" | "uuid" | "regex" | "json-pointer" | "byte" | "binary"
        | "password" => Some(Kind::String),
        _ => None,
    }
}
