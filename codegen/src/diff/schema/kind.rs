//! Kinds of schemas: whether two can be compared part by part, and in a few words what each is.
//!
//! In: a schema of each document. Out: the rule for a change of kind, and labels for people.
//! This room reports nothing.

use crate::diff::Comparer;
use crate::diff::rules::{Rule, table};
use crate::diff::view::{View, settled};
use crate::model::{Additional, Enum, Scalar, ScalarKind, SchemaId, Shape, Union};
use serde_json::Value;

impl Comparer<'_> {
    /// The rule when the schemas are of different kinds; `None` when they are compared part by part.
    pub(super) fn mismatch(&self, old: SchemaId, new: SchemaId) -> Option<&'static Rule> {
        let rule = match (self.old.shape(old), self.new.shape(new)) {
            (Shape::Any, Shape::Any)
            | (Shape::Never, Shape::Never)
            | (Shape::Const(_), Shape::Const(_)) => return None,
            (Shape::Array(_), Shape::Array(_)) | (Shape::Tuple(_), Shape::Tuple(_)) => return None,
            (Shape::Object(_), Shape::Object(_)) | (Shape::Union(_), Shape::Union(_)) => {
                return None;
            }
            (Shape::Opaque(_), Shape::Opaque(_)) | (Shape::Alias(_), _) | (_, Shape::Alias(_)) => {
                return None;
            }
            (Shape::Scalar(old), Shape::Scalar(new)) if old.kind == new.kind => return None,
            (Shape::Enum(old), Shape::Enum(new)) if kind_of(old) == kind_of(new) => return None,
            (Shape::Scalar(old), Shape::Scalar(new)) => between(old, new),
            (Shape::Scalar(old), Shape::Enum(new)) if Some(old.kind) == kind_of(new) => {
                &table::ENUM_ADDED
            }
            (Shape::Enum(old), Shape::Scalar(new)) if kind_of(old) == Some(new.kind) => {
                &table::ENUM_REMOVED
            }
            (Shape::Const(old), Shape::Scalar(new)) if is_kind(old, new.kind) => {
                &table::CONSTANT_LOOSENED
            }
            (Shape::Const(old), Shape::Enum(new)) if has(new, old) => &table::CONSTANT_LOOSENED,
            (Shape::Scalar(old), Shape::Const(new)) if is_kind(new, old.kind) => {
                &table::CONSTANT_FIXED
            }
            (Shape::Enum(old), Shape::Const(new)) if has(old, new) => &table::CONSTANT_FIXED,
            (_, Shape::Union(union)) if self.joins(old, union) => &table::UNION_INTRODUCED,
            (Shape::Union(union), _) if self.leaves(union, new) => &table::UNION_DISSOLVED,
            (Shape::Any, _) => &table::TYPE_NARROWED,
            (_, Shape::Any) => &table::TYPE_WIDENED,
            _ => &table::TYPE_CHANGED,
        };
        Some(rule)
    }

    fn joins(&self, old: SchemaId, union: &Union) -> bool {
        let old = self.old.target(old);
        union
            .members
            .iter()
            .any(|member| self.same_use(old, *member) || self.same_content(old, *member))
    }

    fn leaves(&self, union: &Union, new: SchemaId) -> bool {
        let new = self.new.target(new);
        union
            .members
            .iter()
            .any(|member| self.same_use(*member, new) || self.same_content(*member, new))
    }

    /// Whether naming a schema, or no longer naming it, changes a type: named lists, maps and numbers are aliases.
    pub(super) fn has_own_type(&self, old: SchemaId) -> bool {
        let mut id = settled(self.old.model, old);
        if let Shape::Scalar(scalar) = self.old.shape(id) {
            return scalar.kind == ScalarKind::String;
        }
        for _ in 0..=self.old.model.schemas.len() {
            let part = match self.old.shape(id) {
                Shape::Enum(_) | Shape::Union(_) | Shape::Tuple(_) => return true,
                Shape::Object(object) if !object.properties.is_empty() => return true,
                Shape::Object(object) if object.additional == Additional::Closed => return true,
                Shape::Object(object) => match object.additional {
                    Additional::Schema(value) => value,
                    _ => return false,
                },
                Shape::Array(item) => *item,
                _ => return false,
            };
            id = settled(self.old.model, part);
            if self.old.name(id).is_some() {
                return false;
            }
        }
        false
    }

    /// What a schema of the old document is, in a few words.
    pub(in crate::diff) fn label_old(&self, id: SchemaId) -> String {
        label(&self.old, id)
    }

    /// What a schema of the new document is, in a few words.
    pub(in crate::diff) fn label_new(&self, id: SchemaId) -> String {
        label(&self.new, id)
    }
}

/// What a schema is, in a few words: its name, else its kind.
fn label(view: &View<'_>, id: SchemaId) -> String {
    let id = settled(view.model, id);
    match view.name(id) {
        Some(name) => name.to_owned(),
        None => kind(view, view.shape(id)),
    }
}

fn kind(view: &View<'_>, shape: &Shape) -> String {
    match shape {
        Shape::Any => "any value".into(),
        Shape::Never => "no value".into(),
        Shape::Alias(_) => "itself".into(),
        Shape::Const(value) => format!("constant {value}"),
        Shape::Scalar(scalar) => match &scalar.format {
            Some(format) => format!("{} ({format})", word(scalar.kind)),
            None => word(scalar.kind).into(),
        },
        Shape::Enum(values) => match kind_of(values) {
            Some(kind) => format!("{} enum", word(kind)),
            None => "enum".into(),
        },
        Shape::Array(item) => match view.name(*item) {
            Some(name) => format!("array of {name}"),
            None => "array".into(),
        },
        Shape::Tuple(_) => "tuple".into(),
        Shape::Object(_) => "object".into(),
        Shape::Union(union) => format!("one of {} schemas", union.members.len()),
        Shape::Opaque(opaque) => opaque.format.clone(),
    }
}

/// The JSON Schema word for a scalar type.
pub(super) fn word(kind: ScalarKind) -> &'static str {
    match kind {
        ScalarKind::String => "string",
        ScalarKind::Integer => "integer",
        ScalarKind::Number => "number",
        ScalarKind::Boolean => "boolean",
        ScalarKind::Null => "null",
    }
}

fn between(old: &Scalar, new: &Scalar) -> &'static Rule {
    match (old.kind, new.kind) {
        (ScalarKind::Integer, ScalarKind::Number) => &table::TYPE_WIDENED,
        (ScalarKind::Number, ScalarKind::Integer) => &table::TYPE_NARROWED,
        _ => &table::TYPE_CHANGED,
    }
}

/// The one scalar type of all values; `None` when they are of several.
fn kind_of(list: &Enum) -> Option<ScalarKind> {
    let mut kinds = list.values.iter().map(|one| {
        let kinds = [
            ScalarKind::String,
            ScalarKind::Integer,
            ScalarKind::Number,
            ScalarKind::Boolean,
        ];
        kinds.into_iter().find(|kind| is_kind(&one.value, *kind))
    });
    let first = kinds.next()??;
    kinds.all(|kind| kind == Some(first)).then_some(first)
}

fn is_kind(value: &Value, kind: ScalarKind) -> bool {
    match kind {
        ScalarKind::String => value.is_string(),
        ScalarKind::Integer => value.is_i64() || value.is_u64(),
        ScalarKind::Number => value.is_number(),
        ScalarKind::Boolean => value.is_boolean(),
        ScalarKind::Null => value.is_null(),
    }
}

fn has(list: &Enum, value: &Value) -> bool {
    list.values.iter().any(|one| &one.value == value)
}
