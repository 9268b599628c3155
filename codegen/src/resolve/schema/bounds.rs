//! The least and the greatest number.
//!
//! In: `minimum`, `maximum` and their exclusive forms, numbers or the booleans of draft 4. Out: inclusive bounds;
//! for integers those are whole. This room never chooses a width.

use serde_json::Number;

use super::json::Reader;
use super::kind::Kind;
use crate::source::Cursor;

/// Which end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Least,
    Greatest,
}

/// A bound as stated.
#[derive(Clone, Debug)]
struct Bound {
    number: Number,
    exclusive: bool,
}

impl Reader<'_, '_> {
    /// The inclusive bounds of an integer or number.
    pub(super) fn bounds(
        &mut self,
        cursor: &Cursor,
        kind: Kind,
    ) -> (Option<Number>, Option<Number>) {
        (
            self.bound(cursor, kind, End::Least),
            self.bound(cursor, kind, End::Greatest),
        )
    }

    fn bound(&mut self, cursor: &Cursor, kind: Kind, end: End) -> Option<Number> {
        let (inclusive, exclusive) = match end {
            End::Least => ("minimum", "exclusiveMinimum"),
            End::Greatest => ("maximum", "exclusiveMaximum"),
        };
        let flag = cursor.node.get(exclusive).and_then(|node| node.as_bool());
        let first = self.number(cursor, inclusive).map(|number| Bound {
            number,
            exclusive: flag == Some(true),
        });
        let second = match flag {
            Some(_) => None,
            None => self.number(cursor, exclusive).map(|number| Bound {
                number,
                exclusive: true,
            }),
        };
        let bounds = [first, second]
            .into_iter()
            .flatten()
            .map(|bound| bound.within(kind, end));
        bounds.reduce(|left, right| end.narrower(left, right))
    }

    fn number(&mut self, cursor: &Cursor, keyword: &str) -> Option<Number> {
        let value = cursor.get(keyword)?;
        let number = value.node.to_json().as_number().cloned();
        // A bound past every number that can be read restricts nothing.
        if number.is_none() && value.node.as_number().is_none() {
            self.odd(
                &value,
                &format!("`{keyword}` is a number; this is read past"),
            );
        }
        number
    }
}

impl Bound {
    /// The nearest value that the bound admits, for integers; the bound itself otherwise.
    fn within(self, kind: Kind, end: End) -> Number {
        let whole = (kind == Kind::Integer).then(|| self.whole(end)).flatten();
        whole.unwrap_or(self.number)
    }

    fn whole(&self, end: End) -> Option<Number> {
        let exact = exact(&self.number);
        let rounded = match end {
            End::Least => self.number.as_f64()?.ceil(),
            End::Greatest => self.number.as_f64()?.floor(),
        };
        let nearest = match exact {
            Some(exact) => exact,
            // Past this the conversion would be meaningless, and no integer type is so wide.
            None if rounded.abs() < 1e30 => rounded as i128,
            None => return None,
        };
        let on_the_bound = exact.is_some() || Some(rounded) == self.number.as_f64();
        let step = i128::from(self.exclusive && on_the_bound);
        let moved = match end {
            End::Least => nearest + step,
            End::Greatest => nearest - step,
        };
        Number::from_i128(moved)
    }
}

impl End {
    fn narrower(self, left: Number, right: Number) -> Number {
        let right_is_more = less(&left, &right);
        match self {
            End::Least if right_is_more => right,
            End::Greatest if !right_is_more => right,
            End::Least | End::Greatest => left,
        }
    }
}

/// The narrower of two lower bounds.
pub(super) fn greater(left: Option<&Number>, right: Option<&Number>) -> Option<Number> {
    narrowest(left, right, End::Least)
}

/// The narrower of two upper bounds.
pub(super) fn lesser(left: Option<&Number>, right: Option<&Number>) -> Option<Number> {
    narrowest(left, right, End::Greatest)
}

fn narrowest(left: Option<&Number>, right: Option<&Number>, end: End) -> Option<Number> {
    match (left, right) {
        (Some(left), Some(right)) => Some(end.narrower(left.clone(), right.clone())),
        (one, other) => one.or(other).cloned(),
    }
}

/// Whether the first number is less than the second.
pub(super) fn less(left: &Number, right: &Number) -> bool {
    match (exact(left), exact(right)) {
        (Some(left), Some(right)) => left < right,
        _ => left.as_f64() < right.as_f64(),
    }
}

/// Whether a lower or upper bound is where an integer type ends, so that the type enforces it.
pub(super) fn is_end_of_width(number: &Number) -> bool {
    let widths = [8_u32, 16, 32, 64];
    let ends = |bits: u32| {
        [
            -(1_i128 << (bits - 1)),
            (1_i128 << (bits - 1)) - 1,
            (1_i128 << bits) - 1,
        ]
    };
    let end = |number: i128| number == 0 || widths.iter().any(|&bits| ends(bits).contains(&number));
    exact(number).is_some_and(end)
}

fn exact(number: &Number) -> Option<i128> {
    number
        .as_i64()
        .map(i128::from)
        .or_else(|| number.as_u64().map(i128::from))
}
