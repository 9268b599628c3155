//! `const` and `enum`.
//!
//! In: a node. Out: its values without repetitions, with names and descriptions where extensions give them.
//! This room never makes an identifier.

use std::collections::BTreeSet;

use serde_json::Value;

use super::body::Body;
use super::json::{Reader, scalar};
use super::kind::Kinds;
use crate::diagnostic::Diagnostic;
use crate::model::{Enum, EnumValue, ScalarKind, Shape};
use crate::source::Cursor;

impl Reader<'_, '_> {
    /// What `const`, else `enum`, says; `None` where neither stands.
    pub(super) fn values(&mut self, cursor: &Cursor, kinds: &Kinds) -> Option<Body> {
        if let Some(constant) = cursor.get("const") {
            return Some(self.constant(&constant, kinds));
        }
        let list = cursor.get("enum")?;
        if list.node.as_sequence().is_none() {
            self.malformed(&list, "`enum` is a list of values");
            return None;
        }
        let body = self.enumeration(cursor, &list, kinds);
        if body.is_none() {
            self.odd(&list, "`enum` lists no value; it is read past");
        }
        body
    }

    fn constant(&mut self, constant: &Cursor, kinds: &Kinds) -> Body {
        let value = self.value(constant, kinds);
        if !value.is_null() {
            self.check_type(constant, &value, kinds);
        }
        match value {
            Value::Null => Body::of(scalar(ScalarKind::Null)),
            value => Body::of(Shape::Const(value)),
        }
    }

    fn enumeration(&mut self, schema: &Cursor, list: &Cursor, kinds: &Kinds) -> Option<Body> {
        let mut values = Vec::new();
        let mut seen = BTreeSet::new();
        let mut null = false;
        for (index, item) in list.items().into_iter().enumerate() {
            let value = self.value(&item, kinds);
            if value.is_null() {
                null = true;
            } else if seen.insert(value.to_string()) {
                self.check_type(&item, &value, kinds);
                values.push(EnumValue {
                    value,
                    at: item.origin,
                    name: beside(schema, &["x-enum-varnames", "x-enumNames"], index),
                    description: beside(schema, &["x-enum-descriptions"], index),
                });
            } else {
                self.context.push(repeated(&item));
            }
        }
        match (values.is_empty(), null) {
            (true, false) => None,
            (true, true) => Some(Body::of(scalar(ScalarKind::Null))),
            (false, _) => Some(Body {
                nullable: null,
                ..Body::of(Shape::Enum(Enum { values }))
            }),
        }
    }

    fn check_type(&mut self, item: &Cursor, value: &Value, kinds: &Kinds) {
        if !kinds.list.is_empty() && !kinds.list.iter().any(|kind| kind.admits(value)) {
            self.odd(item, "this value is not of the type that the schema states");
        }
    }
}

/// The entry of an extension that goes with a value: by position in a list, by the value's text in an object.
fn beside(schema: &Cursor, keywords: &[&str], index: usize) -> Option<String> {
    let extension = keywords
        .iter()
        .find_map(|keyword| schema.node.get(keyword))?;
    let entry = match extension.as_sequence() {
        Some(items) => items.get(index),
        None => extension.get(
            schema
                .node
                .get("enum")?
                .as_sequence()?
                .get(index)?
                .as_text()?,
        ),
    };
    entry?
        .as_text()
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

fn repeated(item: &Cursor) -> Diagnostic {
    let message = format!("{} stands twice in this `enum`", item.node.to_json());
    Diagnostic::warning("repeated-enum-value", item.place(), message).label("the first one counts")
}
