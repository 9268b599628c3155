//! A JSON number, kept as it was read: whole or not, of 64 bits and beyond.
//! In: a number, or a string that spells one exactly; out: the number, and conversions that say when they cannot.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Decode;
use super::scalar::{self, FromNumber};

/// A JSON number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(serde_json::Number);

impl Number {
    /// The number as an `i64`, if it is one.
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }

    /// The number as a `u64`, if it is one.
    pub fn as_u64(&self) -> Option<u64> {
        self.0.as_u64()
    }

    /// The nearest `f64`; `None` past its range.
    pub fn as_f64(&self) -> Option<f64> {
        self.0.as_f64()
    }
}

macro_rules! from_integers {
    ($($T:ident)+) => { $(
        impl From<$T> for Number {
            fn from(number: $T) -> Self {
                Self(number.into())
            }
        }
    )+ };
}

from_integers! { i8 i16 i32 i64 u8 u16 u32 u64 }

impl TryFrom<f64> for Number {
    type Error = NotFinite;

    fn try_from(number: f64) -> Result<Self, NotFinite> {
        serde_json::Number::from_f64(number)
            .map(Self)
            .ok_or(NotFinite)
    }
}

/// Neither infinities nor NaN are JSON numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFinite;

impl fmt::Display for NotFinite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a finite number")
    }
}

impl std::error::Error for NotFinite {}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromNumber for Number {
    const EXPECTED: &'static str = "a number";

    fn from_number(number: serde_json::Number) -> Option<Self> {
        Some(Self(number))
    }
}

impl Decode for Number {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar::read(deserializer)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar::read(deserializer)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
