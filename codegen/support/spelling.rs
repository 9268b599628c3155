//! Reading what is specified as a string: from a string, or from a number in its place.
//! In: any serde deserializer; out: whatever can be made of either spelling.
//! Never shows the text in an error: it may be a secret.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde_json::Number;

use super::scalar::{wide, wide_unsigned};

/// What can be made of a string on the wire, or of a number in its place.
pub trait FromSpelling: Sized {
    /// From a string.
    fn from_string(text: Cow<'_, str>) -> Self;

    /// From a number.
    fn from_number(number: Number) -> Self;
}

/// Reads a string, or a number in its place.
///
/// # Errors
///
/// Those of the format, and anything that is neither.
pub fn read<'de, T: FromSpelling, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Spelled(PhantomData))
}

struct Spelled<T>(PhantomData<T>);

impl<T: FromSpelling> Spelled<T> {
    fn accept<E: Error>(self, number: Option<Number>) -> Result<T, E> {
        number
            .map(T::from_number)
            .ok_or_else(|| E::custom("not a finite number"))
    }
}

impl<'de, T: FromSpelling> Visitor<'de> for Spelled<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from_string(Cow::Borrowed(text)))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<T, E> {
        Ok(T::from_string(Cow::Owned(text)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        Ok(T::from_number(number.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        Ok(T::from_number(number.into()))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<T, E> {
        self.accept(wide_unsigned(number))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<T, E> {
        self.accept(wide(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        self.accept(Number::from_f64(number))
    }

    // With `arbitrary_precision`, which any crate of the build may switch on, serde_json hands numbers over as maps.
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        let number = Number::deserialize(MapAccessDeserializer::new(entries));
        number
            .map(T::from_number)
            .map_err(|_| A::Error::invalid_type(Unexpected::Map, &self))
    }
}
