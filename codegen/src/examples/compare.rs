//! Whether a node of a file is a given JSON value.
//!
//! In: a node with its raw text, and a value of the model. Out: yes or no; numbers are compared as numbers, the order
//! of keys does not matter.

use std::cmp::Ordering;

use serde_json::Value;

use super::number;
use crate::source::Node;

/// Whether they are equal as JSON values.
pub(super) fn equal(node: &Node, value: &Value) -> bool {
    match value {
        Value::Null => node.is_null(),
        Value::Bool(value) => node.as_bool() == Some(*value),
        Value::String(value) => node.as_str() == Some(value),
        Value::Number(value) => {
            let compare = |text| number::compare(text, &value.to_string());
            node.as_number().and_then(compare) == Some(Ordering::Equal)
        }
        Value::Array(values) => node.as_sequence().is_some_and(|items| {
            items.len() == values.len()
                && items
                    .iter()
                    .zip(values)
                    .all(|(item, value)| equal(item, value))
        }),
        Value::Object(values) => node.as_mapping().is_some_and(|mapping| {
            let same = |(key, value): (&String, &Value)| {
                mapping
                    .get(key)
                    .is_some_and(|entry| equal(&entry.value, value))
            };
            mapping.len() == values.len() && values.iter().all(same)
        }),
    }
}

/// Whether the two differ only in that one is the other's digits as a string.
pub(super) fn spelt_otherwise(node: &Node, value: &Value) -> bool {
    match value {
        Value::String(text) => node.as_number() == Some(text),
        Value::Number(number) => node.as_str() == Some(&*number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => false,
    }
}
