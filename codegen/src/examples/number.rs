//! Numbers by their text: whether they are whole, and how they compare with bounds.
//!
//! In: texts in JSON's grammar of numbers. Out: whole numbers of any size that matters, and comparisons.
//! This room never knows schemas.

use std::cmp::Ordering;

/// A number's text, read as a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    /// It is one.
    Number(i128),
    /// It is one, past 128 bits.
    Vast,
    /// It has a fraction.
    Fraction,
}

/// Reads a number as a whole one; `1.0` and `1e3` are whole.
pub(super) fn whole(text: &str) -> Whole {
    if let Ok(number) = text.parse() {
        return Whole::Number(number);
    }
    match text.parse::<f64>() {
        Ok(float) if float.is_finite() && float.fract() != 0.0 => Whole::Fraction,
        Ok(float) => from_float(float),
        Err(_) => Whole::Vast,
    }
}

/// Through the shortest text, which is exact where the float is whole and small enough to matter.
fn from_float(float: f64) -> Whole {
    format!("{float:.0}")
        .parse()
        .map_or(Whole::Vast, Whole::Number)
}

/// How two numbers compare; `None` when one of them is no number.
pub(super) fn compare(left: &str, right: &str) -> Option<Ordering> {
    if let (Ok(left), Ok(right)) = (left.parse::<i128>(), right.parse::<i128>()) {
        return Some(left.cmp(&right));
    }
    let (left, right): (f64, f64) = (left.parse().ok()?, right.parse().ok()?);
    left.partial_cmp(&right)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::{Whole, compare, whole};

    #[test]
    fn whole_numbers_may_be_written_with_point_or_exponent() {
        assert_eq!(whole("-7"), Whole::Number(-7));
        assert_eq!(whole("1.0"), Whole::Number(1));
        assert_eq!(whole("1e3"), Whole::Number(1000));
        assert_eq!(whole("1.5"), Whole::Fraction);
        assert_eq!(whole("1e300"), Whole::Vast);
        assert_eq!(whole("1e999"), Whole::Vast);
    }

    #[test]
    fn comparison_keeps_digits_past_a_float() {
        let compared = compare("9223372036854775807", "9223372036854775806");
        assert_eq!(compared, Some(Ordering::Greater));
        assert_eq!(compare("1.0", "1"), Some(Ordering::Equal));
        assert_eq!(compare("x", "1"), None);
    }
}
