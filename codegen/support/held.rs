//! Reading from a value that was held back, through serde, with errors of whatever format it came from.
//! In: a `Content`; out: anything that can be read from any deserializer. Strings are handed over, not copied.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::vec;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::content::Content;

/// A deserializer over a value that was held back.
pub struct Held<'de, E> {
    content: Content<'de>,
    error: PhantomData<fn() -> E>,
}

impl<'de, E: Error> Held<'de, E> {
    pub(crate) fn new(content: Content<'de>) -> Self {
        Self {
            content,
            error: PhantomData,
        }
    }
}

impl<'de, E: Error> Deserializer<'de> for Held<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.content {
            Content::Null => visitor.visit_unit(),
            Content::Bool(value) => visitor.visit_bool(value),
            // serde_json's own number knows best what to visit; its errors carry no position.
            Content::Number(number) => number.deserialize_any(visitor).map_err(E::custom),
            Content::Str(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Content::Str(Cow::Owned(text)) => visitor.visit_string(text),
            Content::Array(elements) => visitor.visit_seq(HeldElements::new(elements)),
            Content::Object(entries) => visitor.visit_map(HeldEntries::new(entries)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.content {
            Content::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.content {
            Content::Str(Cow::Borrowed(text)) => {
                visitor.visit_enum(BorrowedStrDeserializer::new(text))
            }
            Content::Str(Cow::Owned(text)) => visitor.visit_enum(StringDeserializer::new(text)),
            Content::Object(entries) => {
                visitor.visit_enum(MapAccessDeserializer::new(HeldEntries::new(entries)))
            }
            _ => Err(E::invalid_type(
                Unexpected::Other("other value"),
                &"a string or an object",
            )),
        }
    }

    // Numbers disguise themselves as maps under `arbitrary_precision`, so who wants an object must not get one of those;
    // and serde's own errors would show the text of a string.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.content {
            Content::Object(_) => self.deserialize_any(visitor),
            other => Err(E::invalid_type(Unexpected::Other(other.kind()), &visitor)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.content {
            Content::Array(_) => self.deserialize_any(visitor),
            other => Err(E::invalid_type(Unexpected::Other(other.kind()), &visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple tuple_struct struct identifier ignored_any
    }
}

struct HeldElements<'de, E> {
    elements: vec::IntoIter<Content<'de>>,
    error: PhantomData<fn() -> E>,
}

impl<'de, E> HeldElements<'de, E> {
    fn new(elements: Vec<Content<'de>>) -> Self {
        Self {
            elements: elements.into_iter(),
            error: PhantomData,
        }
    }
}

impl<'de, E: Error> SeqAccess<'de> for HeldElements<'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, E> {
        self.elements
            .next()
            .map(|content| seed.deserialize(Held::new(content)))
            .transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.elements.len())
    }
}

struct HeldEntries<'de, E> {
    entries: vec::IntoIter<(Cow<'de, str>, Content<'de>)>,
    value: Option<Content<'de>>,
    error: PhantomData<fn() -> E>,
}

impl<'de, E> HeldEntries<'de, E> {
    fn new(entries: Vec<(Cow<'de, str>, Content<'de>)>) -> Self {
        Self {
            entries: entries.into_iter(),
            value: None,
            error: PhantomData,
        }
    }
}

impl<'de, E: Error> MapAccess<'de> for HeldEntries<'de, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some((key, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(Held::new(Content::Str(key))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        let value = self
            .value
            .take()
            .ok_or_else(|| E::custom("a value was asked for before its key"))?;
        seed.deserialize(Held::new(value))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}
