//! Which of the values that a document lists a value on the wire is, numbers compared by what they are.
//! In: a JSON value and the list; out: the one that it is. `1` and `1.0` are one value in two spellings; `"1"` stands
//! for `1`, and `1` for `"1"`, where the list has no closer one.

use serde_json::{Number, Value};

use super::scalar::{spelled, whole};

/// The variant whose value it is.
pub fn find<T>(listed: impl IntoIterator<Item = (T, Value)>, value: &Value) -> Option<T> {
    let mut near = None;
    for (variant, known) in listed {
        if same(&known, value) {
            return Some(variant);
        }
        if near.is_none() && alike(&known, value) {
            near = Some(variant);
        }
    }
    near
}

/// Whether two values are one.
pub(crate) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => equal(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let within =
                |(key, value): (&String, &Value)| other.get(key).is_some_and(|it| same(value, it));
            one.len() == other.len() && one.iter().all(within)
        }
        _ => one == other,
    }
}

/// Whether a string on one side spells the scalar on the other.
fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::String(text), Value::Number(number))
        | (Value::Number(number), Value::String(text)) => {
            spelled(text).is_some_and(|spelled| equal(&spelled, number))
        }
        (Value::String(text), Value::Bool(value)) | (Value::Bool(value), Value::String(text)) => {
            *text == value.to_string()
        }
        _ => false,
    }
}

fn equal(one: &Number, other: &Number) -> bool {
    match (whole(one), whole(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one == other || one.as_f64() == other.as_f64(),
        _ => false,
    }
}
