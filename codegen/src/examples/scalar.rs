//! Values against scalar schemas: type, whole numbers, widths and bounds.
//!
//! In: a scalar schema and a node. Out: the [`Level`] of the two.
//! This room never judges formats: `format.rs` does, at the schema.

use std::cmp::Ordering;

use super::level::{Level, not};
use super::number::{self, Whole};
use super::{Kind, words};
use crate::model::{Scalar, ScalarKind, Width};
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
    let Width {
        name,
        least,
        greatest,
        ..
    } = wanted.width()?;
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
