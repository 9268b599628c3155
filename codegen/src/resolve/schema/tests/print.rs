//! Shapes as short text.
//!
//! `{a: string, b?: integer}` an object (`!` closed, `..` open, `*: T` others, `/x/: T` a pattern), `[T]` a list,
//! `(A, B, ..C)` a tuple, `<A | B>` a union (`<A | B by k: a, b>`), `["a","b"]` an enum, `Name` a declared schema.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::{
    Additional, Enum, Object, Presence, Scalar, ScalarKind, Schema, SchemaId, Shape, Tuple, Union,
};

const DEEPEST: u32 = 2;

pub(super) fn declared(schemas: &[Schema]) -> String {
    let line = |schema: &Schema| {
        Some(format!(
            "{} = {}",
            schema.name.as_ref()?,
            text(schemas, schema, 0)
        ))
    };
    schemas
        .iter()
        .filter_map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

pub(super) fn remark(found: &Diagnostic) -> String {
    let severity = if found.severity == Severity::Error {
        "error"
    } else {
        "warning"
    };
    let place = match &found.at {
        Place::Value(origin) | Place::Key(origin) => origin.pointer.to_string(),
        other => format!("{other:?}"),
    };
    format!(
        "{severity} {} {}",
        found.code,
        place.trim_start_matches("#/components/schemas/")
    )
}

fn inner(schemas: &[Schema], id: SchemaId, depth: u32) -> String {
    let schema = &schemas[id.index()];
    match &schema.name {
        Some(name) => name.clone(),
        None if depth > DEEPEST => "…".to_owned(),
        None => text(schemas, schema, depth + 1),
    }
}

fn text(schemas: &[Schema], schema: &Schema, depth: u32) -> String {
    let mut text = shape(schemas, &schema.shape, depth);
    if schema.nullable {
        text.push_str("|null");
    }
    for constraint in &schema.constraints {
        text.push_str(&format!(" {}={}", constraint.keyword, constraint.value));
    }
    if let Some(default) = &schema.default {
        text.push_str(&format!(" default={default}"));
    }
    if let Some(description) = &schema.docs.description {
        text.push_str(&format!(" #{description}"));
    }
    text
}

fn shape(schemas: &[Schema], shape: &Shape, depth: u32) -> String {
    let inner = |id: SchemaId| inner(schemas, id, depth);
    match shape {
        Shape::Any => "any".to_owned(),
        Shape::Never => "never".to_owned(),
        Shape::Alias(id) => format!("={}", inner(*id)),
        Shape::Const(value) => format!("const {value}"),
        Shape::Scalar(scalar) => scalar_text(scalar),
        Shape::Enum(values) => enum_text(values),
        Shape::Array(id) => format!("[{}]", inner(*id)),
        Shape::Tuple(Tuple { items, rest }) => {
            let rest = rest.map(|rest| format!("..{}", inner(rest)));
            let items: Vec<String> = items.iter().map(|&id| inner(id)).chain(rest).collect();
            format!("({})", items.join(", "))
        }
        Shape::Object(object) => object_text(object, &inner),
        Shape::Union(union) => union_text(union, &inner),
        Shape::Opaque(opaque) => format!("opaque {}", opaque.format),
    }
}

fn enum_text(values: &Enum) -> String {
    let value = |value: &crate::model::EnumValue| {
        let name = value
            .name
            .as_ref()
            .map(|name| format!("{name}="))
            .unwrap_or_default();
        let words = value
            .description
            .as_ref()
            .map(|words| format!("#{words}"))
            .unwrap_or_default();
        format!("{name}{}{words}", value.value)
    };
    format!(
        "[{}]",
        values
            .values
            .iter()
            .map(value)
            .collect::<Vec<_>>()
            .join(",")
    )
}

fn object_text(object: &Object, inner: &dyn Fn(SchemaId) -> String) -> String {
    let mut parts = Vec::new();
    for property in &object.properties {
        let mark = if property.presence == Presence::Optional {
            "?"
        } else {
            ""
        };
        let words = property
            .docs
            .as_ref()
            .map(|words| format!(" '{words}'"))
            .unwrap_or_default();
        parts.push(format!(
            "{}{mark}: {}{words}",
            property.name,
            inner(property.schema)
        ));
    }
    for (pattern, id) in &object.patterns {
        parts.push(format!("/{pattern}/: {}", inner(*id)));
    }
    match &object.additional {
        Additional::Unspecified => {}
        Additional::Open => parts.push("..".to_owned()),
        Additional::Closed => parts.push("!".to_owned()),
        Additional::Schema(id) => parts.push(format!("*: {}", inner(*id))),
    }
    format!("{{{}}}", parts.join(", "))
}

fn union_text(union: &Union, inner: &dyn Fn(SchemaId) -> String) -> String {
    let members: Vec<String> = union.members.iter().map(|&id| inner(id)).collect();
    let tag = union.discriminator.as_ref().map(|tag| {
        let values: Vec<&str> = tag
            .values
            .iter()
            .map(|value| value.as_deref().unwrap_or("-"))
            .collect();
        format!(" by {}: {}", tag.property, values.join(", "))
    });
    format!("<{}{}>", members.join(" | "), tag.unwrap_or_default())
}

fn scalar_text(scalar: &Scalar) -> String {
    let kind = match scalar.kind {
        ScalarKind::String => "string",
        ScalarKind::Integer => "integer",
        ScalarKind::Number => "number",
        ScalarKind::Boolean => "boolean",
        ScalarKind::Null => "null",
    };
    let format = scalar
        .format
        .as_ref()
        .map(|format| format!("({format})"))
        .unwrap_or_default();
    let bound = |bound: &Option<serde_json::Number>| {
        bound.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    let bounds = match (&scalar.minimum, &scalar.maximum) {
        (None, None) => String::new(),
        (least, greatest) => format!("[{}..{}]", bound(least), bound(greatest)),
    };
    format!("{kind}{format}{bounds}")
}
