//! The width of integers that are one type, though several members of a union list them.
//!
//! In: the members, and the type that they come to. Out: the type, wide enough for the values of each; any number where
//! no integer type is. This room never puts members together.

use serde_json::{Number, Value};

use super::Schemas;
use crate::model::{Scalar, ScalarKind, SchemaId, Shape};

/// The formats of the widest integers.
const WIDEST: [&str; 2] = ["int64", "uint64"];

/// The least and the greatest integer among some.
#[derive(Clone, Copy, Debug)]
struct Span {
    least: i128,
    greatest: i128,
    /// The greatest, if integers of which no width is stated are of 64 bits with a sign.
    signed: i128,
}

impl Schemas {
    /// The type with a width that holds what each member allows.
    pub(super) fn wide_enough(&self, alike: &[SchemaId], scalar: Scalar) -> Scalar {
        let spans = alike.iter().filter_map(|&member| self.span(member));
        let Some(span) = spans.reduce(Span::with) else {
            return scalar;
        };
        if scalar.kind != ScalarKind::Integer {
            return scalar;
        }
        let formats = WIDEST.map(|format| Some(format.to_owned()));
        let wider = formats.map(|format| Scalar {
            format,
            ..scalar.clone()
        });
        let signed = Span {
            greatest: span.signed,
            ..span
        };
        let [long, unsigned] = wider;
        let candidates = [&scalar, &long, &unsigned];
        let fits = |span: Span| candidates.into_iter().find(|it| span.is_within(it));
        let found = fits(span).or_else(|| fits(signed)).cloned();
        found.unwrap_or(Scalar {
            kind: ScalarKind::Number,
            format: None,
            ..scalar
        })
    }

    /// The integers that a member allows.
    fn span(&self, member: SchemaId) -> Option<Span> {
        match self.seen(member)? {
            Shape::Scalar(scalar) => Span::of(scalar),
            Shape::Const(value) => Span::of_value(value),
            Shape::Enum(list) => {
                let values = list.values.iter();
                let spans = values.filter_map(|value| Span::of_value(&value.value));
                spans.reduce(Span::with)
            }
            _ => None,
        }
    }
}

impl Span {
    fn of(scalar: &Scalar) -> Option<Self> {
        let width = scalar.width()?;
        let least = scalar.minimum.as_ref().and_then(whole);
        let greatest = scalar.maximum.as_ref().and_then(whole);
        let signed = if width.stated {
            width.greatest
        } else {
            i64::MAX.into()
        };
        Some(Self {
            least: least.unwrap_or(width.least),
            greatest: greatest.unwrap_or(width.greatest),
            signed: greatest.unwrap_or(signed),
        })
    }

    fn of_value(value: &Value) -> Option<Self> {
        let value = whole(value.as_number()?)?;
        Some(Self {
            least: value,
            greatest: value,
            signed: value,
        })
    }

    fn with(self, other: Self) -> Self {
        Self {
            least: self.least.min(other.least),
            greatest: self.greatest.max(other.greatest),
            signed: self.signed.max(other.signed),
        }
    }

    fn is_within(self, scalar: &Scalar) -> bool {
        let width = scalar.width();
        width.is_some_and(|it| it.least <= self.least && self.greatest <= it.greatest)
    }
}

/// A bound or value as an integer; what lies past every width stays past it.
fn whole(number: &Number) -> Option<i128> {
    let exact = number.as_i64().map(i128::from);
    let exact = exact.or_else(|| number.as_u64().map(i128::from));
    exact.or_else(|| Some(number.as_f64()?.clamp(-1e30, 1e30) as i128))
}
