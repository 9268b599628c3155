//! The width of an integer, from what a schema says of it.
//!
//! In: format and bounds. Out: a built-in integer type that holds every such value, or any number where none does.
//! The only room that knows typify and its schemas. What goes in is an integer schema and nothing else, so that every
//! answer is a built-in; what comes out is checked against the bounds, since typify computes in floating point and takes
//! a single bound for a pair.

use std::collections::BTreeMap;

use schemars::schema::{InstanceType, NumberValidation, Schema, SchemaObject};
use serde_json::Number;
use typify::{TypeSpace, TypeSpaceSettings};

use crate::rust::Type;

/// Widths asked for so far.
#[derive(Default)]
pub(super) struct Integers {
    known: BTreeMap<Question, Type>,
}

/// Format, least and greatest value.
type Question = (Option<String>, Option<i128>, Option<i128>);

/// The built-in integer types with their bounds.
const WIDTHS: [(&str, i128, i128); 8] = [
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
    ("u8", 0, u8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("u64", 0, u64::MAX as i128),
];

/// Formats whose name is a width, and the type for it.
const FORMATS: [(&str, &str); 10] = [
    ("int8", "i8"),
    ("int16", "i16"),
    ("int32", "i32"),
    ("int", "i64"),
    ("int64", "i64"),
    ("uint8", "u8"),
    ("uint16", "u16"),
    ("uint32", "u32"),
    ("uint", "u64"),
    ("uint64", "u64"),
];

/// Whether the name of a format is that of an integer's width.
pub(super) fn is_width(format: &str) -> bool {
    FORMATS.iter().any(|(name, _)| *name == format)
}

impl Integers {
    /// The type for integers of this format within these bounds.
    pub(super) fn width(
        &mut self,
        format: Option<&str>,
        minimum: Option<&Number>,
        maximum: Option<&Number>,
    ) -> Type {
        let format = match format.filter(|format| is_width(format)) {
            // Of the machine that wrote them, which may be a large one.
            Some("int") => Some("int64"),
            Some("uint") => Some("uint64"),
            other => other,
        };
        let key = (
            format.map(str::to_owned),
            minimum.map(floor),
            maximum.map(floor),
        );
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let width = wide_enough(format, key.1, key.2);
        self.known.insert(key, width.clone());
        width
    }
}

/// The answer of typify where it holds the bounds, else the narrowest of the 64-bit types that does.
fn wide_enough(format: Option<&str>, minimum: Option<i128>, maximum: Option<i128>) -> Type {
    let stated = format.and_then(|format| FORMATS.iter().find(|(name, _)| *name == format));
    let holds = |&&(name, least, greatest): &&(&str, i128, i128)| {
        let within =
            minimum.is_none_or(|min| min >= least) && maximum.is_none_or(|max| max <= greatest);
        let open = stated.is_none_or(|(_, width)| *width != name);
        let closed = (minimum.is_some() || least == i128::from(i64::MIN))
            && (maximum.is_some() || greatest >= i128::from(i64::MAX));
        within && (!open || closed)
    };
    // A bound that is no limit of any type tells it nothing.
    let limit = |bound: Option<i128>| {
        bound.is_none_or(|bound| {
            bound == 1
                || WIDTHS
                    .iter()
                    .any(|(_, least, greatest)| [*least, *greatest].contains(&bound))
        })
    };
    let telling = format.is_some() || limit(minimum) && limit(maximum);
    let answer = telling.then(|| oracle(format, minimum, maximum)).flatten();
    let endless = minimum.is_some_and(|min| min >= 0) && maximum.is_none();
    let widest = if endless { "u64" } else { "i64" };
    let candidates = [answer.as_deref().unwrap_or(widest), widest, "i64", "u64"];
    let widths = candidates
        .iter()
        .filter_map(|name| WIDTHS.iter().find(|(width, ..)| width == name));
    widths
        .filter(holds)
        .map(|(name, ..)| Type::Integer(name))
        .next()
        .unwrap_or(Type::Number)
}

/// What typify makes of an integer schema: the name of a built-in type.
fn oracle(format: Option<&str>, minimum: Option<i128>, maximum: Option<i128>) -> Option<String> {
    let schema = SchemaObject {
        instance_type: Some(InstanceType::Integer.into()),
        format: format.map(str::to_owned),
        number: Some(Box::new(NumberValidation {
            // From 1 on it would answer with a type that has no zero.
            minimum: minimum.map(|bound| if bound == 1 { 0.0 } else { bound as f64 }),
            maximum: maximum.map(|bound| bound as f64),
            ..NumberValidation::default()
        })),
        ..SchemaObject::default()
    };
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    let id = space.add_type(&Schema::Object(schema)).ok()?;
    Some(space.get_type(&id).ok()?.name())
}

/// A bound as an integer; what lies beyond any integer type is as good as 2^100.
fn floor(number: &Number) -> i128 {
    let wide = number
        .as_i64()
        .map(i128::from)
        .or_else(|| number.as_u64().map(i128::from));
    let text = || number.to_string().parse().ok();
    wide.or_else(text).unwrap_or_else(|| {
        number
            .as_f64()
            .unwrap_or(f64::MAX)
            .floor()
            .clamp(-1e30, 1e30) as i128
    })
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, Integers, WIDTHS};
    use crate::model::{Scalar, ScalarKind};
    use crate::rust::Type;

    fn width(format: Option<&str>, minimum: Option<i64>, maximum: Option<u64>) -> Type {
        let (minimum, maximum) = (minimum.map(Into::into), maximum.map(Into::into));
        Integers::default().width(format, minimum.as_ref(), maximum.as_ref())
    }

    #[test]
    fn widths() {
        let integer = Type::Integer;
        for (format, minimum, maximum, expected) in [
            (None, None, None, integer("i64")),
            (Some("int32"), None, None, integer("i32")),
            (Some("uint64"), None, None, integer("u64")),
            (Some("int64"), Some(1), None, integer("i64")),
            (Some("long"), None, None, integer("i64")),
            (None, Some(0), None, integer("u64")),
            (None, Some(1), None, integer("u64")),
            (None, Some(2), None, integer("u64")),
            (None, Some(-1), None, integer("i64")),
            (Some("int"), None, None, integer("i64")),
            (Some("uint"), None, None, integer("u64")),
            (Some("uint"), Some(0), None, integer("u64")),
            (None, Some(0), Some(255), integer("u8")),
            (None, Some(0), Some(100), integer("i64")),
            (None, None, Some(2_147_483_647), integer("i64")),
            (None, Some(-2_147_483_648), None, integer("i64")),
            (None, Some(-128), Some(127), integer("i8")),
            (Some("int32"), None, Some(4_294_967_295), integer("i64")),
            (Some("int32"), None, Some(u64::MAX), Type::Number),
            (None, Some(0), Some(u64::MAX), integer("u64")),
            (None, Some(-1), Some(u64::MAX), Type::Number),
        ] {
            assert_eq!(
                width(format, minimum, maximum),
                expected,
                "{format:?} {minimum:?} {maximum:?}"
            );
        }
    }
    #[test]
    fn formats_mean_what_the_model_says() {
        for (format, width) in FORMATS {
            let scalar = Scalar {
                kind: ScalarKind::Integer,
                format: Some(format.to_owned()),
                minimum: None,
                maximum: None,
            };
            let range = scalar.width().map(|it| (it.least, it.greatest));
            let mut types = WIDTHS.iter().filter(|(name, ..)| *name == width);
            let expected = types.next().map(|&(_, least, greatest)| (least, greatest));
            assert_eq!(range, expected, "{format}");
        }
    }
}
