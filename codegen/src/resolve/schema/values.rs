//! `const` and `enum`.
//!
//! In: a node. Out: its values without repetitions, with names and descriptions where extensions give them.
//! This room never makes an identifier.

use std::collections::BTreeSet;

use serde_json::Value;

use super::body::Body;
use super::json::{Reader, scalar};
use super::kind::Kinds;
use super::report::constraint;
use crate::diagnostic::Diagnostic;
use crate::model::{Enum, EnumValue, ScalarKind, Shape};
use crate::source::Cursor;

/// The reason for a number that the types do not know, because JSON values do not hold it.
const INEXACT: &str =
    "a number past 64 bits, which no JSON value holds exactly; any number is accepted";

impl Reader<'_, '_> {
    /// The value that stands for a missing one; what no JSON value holds is kept for the docs alone.
    pub(super) fn default(
        &mut self,
        cursor: &Cursor,
        kinds: &Kinds,
        body: &mut Body,
    ) -> Option<Value> {
        let default = cursor.get("default")?;
        if is_inexact(&default, kinds) {
            let constraint = constraint("default".to_owned(), &default);
            body.constraints.push(constraint);
            return None;
        }
        Some(self.value(&default, kinds))
    }

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
        if is_inexact(constant, kinds) {
            self.ignore(constant, "const", INEXACT);
            return inexact("const", constant, Vec::new());
        }
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
        let mut whole = true;
        for (index, item) in list.items().into_iter().enumerate() {
            if is_inexact(&item, kinds) {
                self.ignore(&item, "enum", INEXACT);
                whole = false;
                continue;
            }
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
        if !whole {
            return Some(Body {
                nullable: null,
                ..inexact("enum", list, values)
            });
        }
        match (values.is_empty(), null) {
            (true, false) => None,
            (true, true) => Some(Body::of(scalar(ScalarKind::Null))),
            (false, _) => Some(Body {
                nullable: null,
                ..Body::of(Shape::Enum(Enum {
                    values,
                    open: false,
                }))
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

/// Whether a value holds numbers that are meant as numbers and that no JSON value holds exactly.
fn is_inexact(value: &Cursor, kinds: &Kinds) -> bool {
    !kinds.is_text() && !value.node.is_exact()
}

/// What is left of values of which some cannot be told: the rest, where only numbers come beside it, else any value.
fn inexact(keyword: &str, stated: &Cursor, rest: Vec<EnumValue>) -> Body {
    let list = stated.items();
    let items = if keyword == "enum" {
        &list[..]
    } else {
        std::slice::from_ref(stated)
    };
    let numbers = items
        .iter()
        .all(|item| item.node.as_number().is_some() || item.node.is_null());
    let shape = match numbers {
        true if rest.is_empty() => scalar(ScalarKind::Number),
        true => Shape::Enum(Enum {
            values: rest,
            open: false,
        }),
        false => Shape::Any,
    };
    Body {
        constraints: vec![constraint(keyword.to_owned(), stated)],
        ..Body::of(shape)
    }
}

fn repeated(item: &Cursor) -> Diagnostic {
    let message = format!("{} stands twice in this `enum`", item.node.to_json_text());
    Diagnostic::warning("repeated-enum-value", item.place(), message).label("the first one counts")
}
