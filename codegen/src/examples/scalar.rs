//! Values against scalar schemas: type, whole numbers, widths and bounds.
//!
//! In: a scalar schema and a node. Out: the [`Level`] of the two.
//! This room never judges formats: `format.rs` does, at the schema.

use std::cmp::Ordering;

use super::level::{Level, not};
use super::number::{self, Whole};
use super::{Kind, words};
use crate::model::{Scalar, ScalarKind};
use crate::source::{self, Node};

pub(super) fn level<'a>(wanted: &Scalar, node: &Node) -> Level<'a> {
    use source::ScalarKind as Found;
    let expected = words::scalar(wanted.kind);
    match (wanted.kind, node.scalar_kind()) {
        (ScalarKind::String, Some(Found::String))
        | (ScalarKind::Boolean, Some(Found::Bool))
        | (ScalarKind::Null, Some(Found::Null)) => Level::default(),
        (ScalarKind::String, Some(Found::Number)) => {
            Level::wrong(Kind::NumberForString, expected, node)
        }
        (ScalarKind::Integer | ScalarKind::Number, Some(Found::Number)) => numeric(wanted, node),
        (ScalarKind::Integer | ScalarKind::Number, Some(Found::String)) => {
            Level::wrong(Kind::StringForNumber, expected, node)
        }
        _ => not(node, expected),
    }
}

fn numeric<'a>(wanted: &Scalar, node: &Node) -> Level<'a> {
    let text = node.as_number().unwrap_or_default();
    let whole = number::whole(text);
    if wanted.kind == ScalarKind::Integer && whole == Whole::Fraction {
        return Level::wrong(Kind::WrongType, "an integer", node);
    }
    let excess = past_width(wanted, whole)
        .or_else(|| past_bounds(wanted, text))
        .or_else(|| past_float(text));
    match excess {
        Some(expected) => Level::wrong(Kind::OutOfRange, expected, node),
        None => Level::default(),
    }
}

/// The width that a whole number exceeds.
fn past_width(wanted: &Scalar, whole: Whole) -> Option<String> {
    let (name, least, greatest) = width(wanted)?;
    match whole {
        Whole::Number(number) if (least..=greatest).contains(&number) => None,
        _ => Some(format!(
            "an integer of the width {name}: {least} to {greatest}"
        )),
    }
}

/// No JSON reader that generated code builds on reads a number past a float.
fn past_float(text: &str) -> Option<String> {
    let infinite = text.parse::<f64>().is_ok_and(f64::is_infinite);
    infinite.then(|| "a number that a float of 64 bits reaches".to_owned())
}

/// The width of an integer schema: its format's, else 64 bits, unsigned where the schema excludes negative numbers.
fn width(wanted: &Scalar) -> Option<(&'static str, i128, i128)> {
    if wanted.kind != ScalarKind::Integer {
        return None;
    }
    let of = |name, least: i128, greatest: i128| Some((name, least, greatest));
    match wanted.format.as_deref() {
        Some("int8") => of("int8", i8::MIN.into(), i8::MAX.into()),
        Some("int16" | "short") => of("int16", i16::MIN.into(), i16::MAX.into()),
        Some("int32") => of("int32", i32::MIN.into(), i32::MAX.into()),
        Some("uint8") => of("uint8", 0, u8::MAX.into()),
        Some("uint16") => of("uint16", 0, u16::MAX.into()),
        Some("uint32") => of("uint32", 0, u32::MAX.into()),
        Some("uint64") => of("uint64", 0, u64::MAX.into()),
        Some("int64" | "long") => of("int64", i64::MIN.into(), i64::MAX.into()),
        _ if !may_be_negative(wanted) => of("uint64", 0, u64::MAX.into()),
        _ => of("int64", i64::MIN.into(), i64::MAX.into()),
    }
}

fn may_be_negative(wanted: &Scalar) -> bool {
    let least = wanted
        .minimum
        .as_ref()
        .and_then(|least| number::compare(&least.to_string(), "0"));
    least.is_none_or(Ordering::is_lt)
}

/// The bound that a number exceeds.
fn past_bounds(wanted: &Scalar, text: &str) -> Option<String> {
    let past = |bound: &Option<serde_json::Number>, order| {
        let bound = bound.as_ref()?.to_string();
        (number::compare(text, &bound) == Some(order)).then_some(bound)
    };
    let least =
        past(&wanted.minimum, Ordering::Less).map(|bound| format!("a number of at least {bound}"));
    least.or_else(|| {
        past(&wanted.maximum, Ordering::Greater).map(|bound| format!("a number of at most {bound}"))
    })
}
