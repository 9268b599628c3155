//! The entries of an object as a stream: how objects and unions read and write them, wherever they come from or go.
//! In: serde's map access, or a serde map being written; out: keys and values in the order of the wire.
//! Never knows what the entries mean.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{self, SerializeMap};

use super::Decode;
use super::content::{Content, Hold};
use super::decode::Seed;

/// Entries that were held back.
pub type Buffer<'de> = Vec<(Cow<'de, str>, Content<'de>)>;

/// A stream of entries.
pub trait ReadEntries<'de>: Sized {
    /// The error of the format.
    type Error: Error;

    /// The next key, or `None` at the end. Its value must be read or skipped before the next one.
    ///
    /// # Errors
    ///
    /// Those of the format.
    fn key(&mut self) -> Result<Option<Cow<'de, str>>, Self::Error>;

    /// The value of the key that was read last.
    ///
    /// # Errors
    ///
    /// Those of the format, and a value that is not a `T`.
    fn value<T: Decode>(&mut self) -> Result<T, Self::Error>;

    /// The value of the key that was read last, held back.
    ///
    /// # Errors
    ///
    /// Those of the format.
    fn hold(&mut self) -> Result<Content<'de>, Self::Error>;

    /// Passes over the value of a key that the reader does not declare.
    ///
    /// # Errors
    ///
    /// Those of the format.
    fn skip(&mut self, key: Cow<'de, str>) -> Result<(), Self::Error>;

    /// Whether they are in memory already, so that holding them back costs little.
    fn are_held(&self) -> bool;

    /// Says that the reader does not declare a key, and will keep its value nonetheless.
    ///
    /// # Errors
    ///
    /// A key that betrays another message.
    fn undeclared(&mut self, _key: &str) -> Result<(), Self::Error> {
        Ok(())
    }
}

impl<'de, R: ReadEntries<'de>> ReadEntries<'de> for &mut R {
    type Error = R::Error;

    fn key(&mut self) -> Result<Option<Cow<'de, str>>, Self::Error> {
        R::key(self)
    }

    fn value<T: Decode>(&mut self) -> Result<T, Self::Error> {
        R::value(self)
    }

    fn hold(&mut self) -> Result<Content<'de>, Self::Error> {
        R::hold(self)
    }

    fn skip(&mut self, key: Cow<'de, str>) -> Result<(), Self::Error> {
        R::skip(self, key)
    }

    fn are_held(&self) -> bool {
        R::are_held(self)
    }

    fn undeclared(&mut self, key: &str) -> Result<(), Self::Error> {
        R::undeclared(self, key)
    }
}

/// Entries straight from the format.
pub struct Stream<A>(pub(crate) A);

impl<'de, A: MapAccess<'de>> ReadEntries<'de> for Stream<A> {
    type Error = A::Error;

    fn key(&mut self) -> Result<Option<Cow<'de, str>>, A::Error> {
        self.0.next_key_seed(Key)
    }

    fn value<T: Decode>(&mut self) -> Result<T, A::Error> {
        self.0.next_value_seed(Seed::new())
    }

    fn hold(&mut self) -> Result<Content<'de>, A::Error> {
        self.0.next_value_seed(Hold::new())
    }

    fn skip(&mut self, _: Cow<'de, str>) -> Result<(), A::Error> {
        self.0.next_value::<IgnoredAny>().map(|_| ())
    }

    // A format that knows how many entries are left is not reading them from text.
    fn are_held(&self) -> bool {
        self.0.size_hint().is_some()
    }
}

/// Reads a key, borrowed where the format can lend it.
pub(crate) struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key))
    }
}

/// A sink of entries: any serde map that is being written.
pub trait WriteEntries {
    /// The error of the format.
    type Error: ser::Error;

    /// Writes one entry.
    ///
    /// # Errors
    ///
    /// Those of the format.
    fn entry<V: Serialize + ?Sized>(&mut self, key: &str, value: &V) -> Result<(), Self::Error>;
}

impl<M: SerializeMap> WriteEntries for M {
    type Error = M::Error;

    fn entry<V: Serialize + ?Sized>(&mut self, key: &str, value: &V) -> Result<(), M::Error> {
        self.serialize_entry(key, value)
    }
}

/// All entries but one: the tag, which the union has written already.
pub(crate) struct Except<'a, W> {
    pub(crate) key: &'static str,
    pub(crate) out: &'a mut W,
}

impl<W: WriteEntries> WriteEntries for Except<'_, W> {
    type Error = W::Error;

    fn entry<V: Serialize + ?Sized>(&mut self, key: &str, value: &V) -> Result<(), W::Error> {
        if key == self.key {
            Ok(())
        } else {
            self.out.entry(key, value)
        }
    }
}
