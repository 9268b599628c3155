//! Any value, held back until it is known what to read it as; strings stay borrowed from the input where they can.
//! In: any serde deserializer; out: `Held`, a deserializer over what was held back.
//! Nesting is bounded here, because not every format bounds it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

use super::entries::Key;
use super::held::Held;
use super::scalar::{wide, wide_unsigned};

/// The bound on nesting that serde_json has as well.
const DEPTH: u8 = 128;

/// How many entries a message has, more or less.
const MESSAGE: usize = 16;

/// A value held back.
#[derive(Clone, Debug)]
pub enum Content<'de> {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    Str(Cow<'de, str>),
    /// An array.
    Array(Vec<Content<'de>>),
    /// An object, in the order of the wire, duplicates and all.
    Object(Vec<(Cow<'de, str>, Content<'de>)>),
}

impl<'de> Content<'de> {
    /// What an error calls it: never its text.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::Str(_) => "string",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        }
    }

    /// The same as a plain JSON value; of a key given twice, the last one counts.
    pub(crate) fn into_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(value),
            Self::Number(number) => Value::Number(number),
            Self::Str(text) => Value::String(text.into_owned()),
            Self::Array(elements) => elements.into_iter().map(Self::into_value).collect(),
            Self::Object(entries) => entries
                .into_iter()
                .map(|(key, value)| (key, value.into_value()))
                .collect(),
        }
    }
}

impl From<Value> for Content<'_> {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => Self::Number(number),
            Value::String(text) => Self::Str(Cow::Owned(text)),
            Value::Array(elements) => Self::Array(elements.into_iter().map(Self::from).collect()),
            Value::Object(entries) => Self::Object(
                entries
                    .into_iter()
                    .map(|(key, value)| (Cow::Owned(key), value.into()))
                    .collect(),
            ),
        }
    }
}

/// The number that serde_json's `arbitrary_precision` disguises as an object with one entry.
pub(crate) fn disguised(entries: &[(Cow<'_, str>, Content<'_>)]) -> Option<Number> {
    match entries {
        [(key, Content::Str(_))] if key.starts_with('$') => {
            let object = Held::<serde_json::Error>::new(Content::Object(entries.to_vec()));
            Number::deserialize(object).ok()
        }
        _ => None,
    }
}

fn finite<'de, E: Error>(number: Option<Number>) -> Result<Content<'de>, E> {
    number
        .map(Content::Number)
        .ok_or_else(|| E::custom("not a finite number"))
}

/// Holds a value back.
pub(crate) struct Hold {
    depth: u8,
}

impl Hold {
    pub(crate) fn new() -> Self {
        Self { depth: DEPTH }
    }

    fn inner<E: Error>(&self) -> Result<Self, E> {
        let depth = self
            .depth
            .checked_sub(1)
            .ok_or_else(|| E::custom("nested too deeply"))?;
        Ok(Self { depth })
    }
}

impl<'de> DeserializeSeed<'de> for Hold {
    type Value = Content<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Hold {
    type Value = Content<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Content::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Content::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Content::Bool(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Content::Number(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Content::Number(number.into()))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Self::Value, E> {
        finite(wide_unsigned(number))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Self::Value, E> {
        finite(wide(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        finite(Number::from_f64(number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Content::Str(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Content::Str(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Content::Str(Cow::Owned(text)))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let mut array = Vec::new();
        while let Some(element) = elements.next_element_seed(self.inner()?)? {
            array.push(element);
        }
        Ok(Content::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut object = Vec::new();
        while let Some(key) = entries.next_key_seed(Key)? {
            // The outermost object is likely a message; of the ones in it there may be very many.
            if object.is_empty() && self.depth == DEPTH {
                object.reserve(MESSAGE);
            }
            object.push((key, entries.next_value_seed(self.inner()?)?));
        }
        Ok(disguised(&object).map_or(Content::Object(object), Content::Number))
    }
}
