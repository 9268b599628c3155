//! What a scalar means: null, a boolean, a number or a string.
//!
//! In: the text of a scalar and whether it was quoted. Out: its [`ScalarKind`], or its JSON value.
//! This is YAML 1.2's core schema narrowed to what JSON can say; this room never knows what a schema wants.

use serde_json::{Number, Value};

use super::{Scalar, Style};

/// What a scalar means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScalarKind {
    /// Plain `null`, `Null`, `NULL`, `~`, or nothing at all.
    Null,
    /// Plain `true` or `false`, also `True`, `TRUE`, `False`, `FALSE`.
    Bool,
    /// Plain text in the grammar of a JSON number. `+1`, `01`, `.5`, `0x1F`, `0o17`, `1_000`, `.inf` and `.nan`
    /// are strings: JSON cannot say them, and in documents such texts are identifiers or telephone numbers.
    Number,
    /// Everything else, and everything in quotes.
    String,
}

impl Scalar {
    /// What the scalar means.
    pub fn kind(&self) -> ScalarKind {
        if self.style == Style::Quoted {
            return ScalarKind::String;
        }
        match &*self.text {
            "" | "~" | "null" | "Null" | "NULL" => ScalarKind::Null,
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => ScalarKind::Bool,
            text if is_number(text) => ScalarKind::Number,
            _ => ScalarKind::String,
        }
    }

    /// The JSON value; a number past the range of `f64` stays text.
    pub(super) fn to_json(&self) -> Value {
        let string = || Value::String(self.text.to_string());
        match self.kind() {
            ScalarKind::Null => Value::Null,
            ScalarKind::Bool => Value::Bool(self.text.eq_ignore_ascii_case("true")),
            ScalarKind::Number => self
                .text
                .parse::<Number>()
                .map_or_else(|_| string(), Value::Number),
            ScalarKind::String => string(),
        }
    }
}

impl Scalar {
    /// Whether the JSON value says the same: for all but numbers with more digits, or of a greater size, than 64 bits
    /// of an integer or of a float hold.
    pub(super) fn is_exact(&self) -> bool {
        if self.kind() != ScalarKind::Number {
            return true;
        }
        let held = self.text.parse::<Number>();
        held.is_ok_and(|held| decimal(&held.to_string()) == decimal(&self.text))
    }
}

/// Sign, digits and the power of ten of the last digit of a number in JSON's grammar, whatever its spelling;
/// `None` where the power is past counting.
fn decimal(text: &str) -> Option<(bool, String, i64)> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, text),
    };
    let (mantissa, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let kept = all.trim_end_matches('0');
    let dropped = i64::try_from(all.len() - kept.len()).ok()?;
    let digits = kept.trim_start_matches('0').to_owned();
    if digits.is_empty() {
        return Some((false, digits, 0));
    }
    let shift = dropped - i64::try_from(fraction.len()).ok()?;
    let power = power.parse::<i64>().ok()?.checked_add(shift)?;
    Some((negative, digits, power))
}

/// Whether the text is a number in JSON's grammar (RFC 8259, section 6).
pub(super) fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = split_digits(unsigned);
    let (fraction, rest) = match rest.strip_prefix('.') {
        Some(rest) => split_digits(rest),
        None => ("0", rest),
    };
    let exponent = rest
        .strip_prefix(['e', 'E'])
        .map(|rest| rest.strip_prefix(['+', '-']).unwrap_or(rest));
    let (power, rest) = exponent.map_or(("0", rest), split_digits);
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    !whole.is_empty()
        && !leading_zero
        && !fraction.is_empty()
        && !power.is_empty()
        && rest.is_empty()
}

fn split_digits(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::{Scalar, ScalarKind, Style};

    fn plain(text: &str) -> Scalar {
        Scalar {
            text: Arc::from(text),
            style: Style::Plain,
        }
    }

    #[test]
    fn numbers_are_those_of_json() {
        for text in [
            "0",
            "-0",
            "10",
            "1.10",
            "-1.5e+3",
            "1E9",
            "01e1".trim_start_matches('0'),
            "92233720368547758080",
        ] {
            assert_eq!(plain(text).kind(), ScalarKind::Number, "{text}");
        }
        for text in [
            "+1", "01", "-", ".5", "5.", "1e", "0x1F", "0o7", ".inf", ".nan", "1_000", "1 2",
            "-01", "12:30",
        ] {
            assert_eq!(plain(text).kind(), ScalarKind::String, "{text}");
        }
    }

    #[test]
    fn quotes_make_strings() {
        for text in ["", "null", "true", "12"] {
            assert_ne!(plain(text).kind(), ScalarKind::String);
            let quoted = Scalar {
                style: Style::Quoted,
                ..plain(text)
            };
            assert_eq!(quoted.kind(), ScalarKind::String);
            assert_eq!(quoted.to_json(), json!(text));
        }
        for text in ["yes", "no", "on", "y", "nUll"] {
            assert_eq!(plain(text).kind(), ScalarKind::String);
        }
    }

    #[test]
    fn numbers_that_json_values_hold_are_told() {
        for text in [
            "0",
            "-0",
            "0.0",
            "1.10",
            "1e3",
            "1E+3",
            "18446744073709551615",
            "0.1",
            "1e300",
            "text",
            "1e22",
        ] {
            assert!(plain(text).is_exact(), "{text}");
        }
        for text in [
            "1e400",
            "-1e400",
            "1e-400",
            "18446744073709551617",
            "0.10000000000000000001",
            "1e99999999999999999999",
        ] {
            assert!(!plain(text).is_exact(), "{text}");
        }
    }

    #[test]
    fn json_keeps_64_bits_and_approximates_the_rest() {
        assert_eq!(
            plain("9223372036854776000").to_json(),
            json!(9_223_372_036_854_776_000_u64)
        );
        assert_eq!(
            plain("92233720368547758080").to_json(),
            json!(92_233_720_368_547_758_080.0)
        );
        assert_eq!(plain("1e999").to_json(), json!("1e999"));
        assert_eq!(plain("~").to_json(), json!(null));
        assert_eq!(plain("TRUE").to_json(), json!(true));
    }
}
