//! Reading integers, floats and booleans as real streams spell them.
//! In: a number, or a string that spells one exactly; for integers also a whole float. Out: the value, never a near one.
//! `"5"` is 5; `"007"`, `" 5"` and `5.5` are refused for an integer, because something would be lost.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde_json::Number;

use super::Decode;

/// Past this, neighbouring whole numbers share one float.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What a JSON number may stand for.
pub trait FromNumber: Sized {
    /// What an error says was expected.
    const EXPECTED: &'static str;

    /// The value, if the number is one.
    fn from_number(number: Number) -> Option<Self>;
}

/// Reads a number, or a string that spells one exactly.
///
/// # Errors
///
/// Those of the format, and anything else.
pub fn read<'de, T: FromNumber, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Numeric(PhantomData))
}

struct Numeric<T>(PhantomData<T>);

impl<T: FromNumber> Numeric<T> {
    fn accept<E: Error>(self, number: Option<Number>, found: &'static str) -> Result<T, E> {
        let value = number.and_then(T::from_number);
        value.ok_or_else(|| E::invalid_value(Unexpected::Other(found), &T::EXPECTED))
    }
}

impl<'de, T: FromNumber> Visitor<'de> for Numeric<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.accept(Some(number.into()), "number out of range")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.accept(Some(number.into()), "number out of range")
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<T, E> {
        self.accept(wide_unsigned(number), "number out of range")
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<T, E> {
        self.accept(wide(number), "number out of range")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        self.accept(
            Number::from_f64(number),
            "number out of range or with a fraction",
        )
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        self.accept(spelled(text), "string that does not spell it exactly")
    }

    // With `arbitrary_precision`, which any crate of the build may switch on, serde_json hands numbers over as maps.
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        match Number::deserialize(MapAccessDeserializer::new(entries)) {
            Ok(number) => self.accept(Some(number), "number out of range or with a fraction"),
            Err(_) => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

/// The number that a text spells as serde_json would write it.
pub(crate) fn spelled(text: &str) -> Option<Number> {
    match text.parse::<i128>() {
        Ok(integer) => Number::from_i128(integer).filter(|_| integer.to_string() == text),
        Err(_) => Number::from_f64(text.parse().ok()?).filter(|float| float.to_string() == text),
    }
}

/// A number of more than 64 bits, as exact as the build of serde_json allows.
pub(crate) fn wide(number: i128) -> Option<Number> {
    Number::from_i128(number).or_else(|| Number::from_f64(number as f64))
}

/// The same without a sign.
pub(crate) fn wide_unsigned(number: u128) -> Option<Number> {
    Number::from_u128(number).or_else(|| Number::from_f64(number as f64))
}

/// The integer that a number is, also when it is written as a float.
pub(crate) fn whole(number: &Number) -> Option<i128> {
    let integer = number
        .as_i64()
        .map(i128::from)
        .or_else(|| number.as_u64().map(i128::from));
    integer.or_else(|| {
        number
            .as_f64()
            .filter(|float| float.fract() == 0.0 && float.abs() <= EXACT)
            .map(|float| float as i128)
    })
}

macro_rules! integers {
    ($($T:ident)+) => { $(
        impl FromNumber for $T {
            const EXPECTED: &'static str = concat!("an integer (", stringify!($T), ")");

            fn from_number(number: Number) -> Option<Self> {
                whole(&number)?.try_into().ok()
            }
        }

        impl Decode for $T {
            fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read(deserializer)
            }
        }
    )+ };
}

integers! { i8 i16 i32 i64 u8 u16 u32 u64 }

impl FromNumber for f64 {
    const EXPECTED: &'static str = "a number";

    fn from_number(number: Number) -> Option<Self> {
        number.as_f64()
    }
}

impl FromNumber for f32 {
    const EXPECTED: &'static str = "a number";

    fn from_number(number: Number) -> Option<Self> {
        number
            .as_f64()
            .map(|float| float as f32)
            .filter(|float| float.is_finite())
    }
}

impl Decode for f64 {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

impl Decode for f32 {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

impl Decode for bool {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Boolean)
    }
}

struct Boolean;

impl Visitor<'_> for Boolean {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a boolean")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
        text.parse()
            .map_err(|_| E::invalid_type(Unexpected::Other("string"), &self))
    }
}

impl Decode for String {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Deserialize::deserialize(deserializer)
    }
}
