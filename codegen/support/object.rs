//! Objects: what the table macro `object!` leaves to functions.
//! In: a stream of entries; out: the slots of a struct, each filled once, and back.
//! Never knows the fields; their kinds are in `kind`, their constants in `constant`.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::entries::{ReadEntries, Stream, WriteEntries};
use super::place::{Step, at};
use super::{Decode, Map};

/// A type that is an object on the wire, entry by entry.
pub trait Object: Sized {
    /// Whether the type is a union, which may keep keys that none of its members declares.
    const IS_UNION: bool = false;

    /// Whether the type declares that key.
    fn declares(key: &str) -> bool;

    /// Reads the entries to the end.
    ///
    /// # Errors
    ///
    /// Those of the format, a declared key given twice, a required one missing, a value that does not fit.
    fn read<'de, R: ReadEntries<'de>>(entries: R) -> Result<Self, R::Error>;

    /// Writes the entries into an object that others may write to as well.
    ///
    /// # Errors
    ///
    /// Those of the format.
    fn write<W: WriteEntries>(&self, out: &mut W) -> Result<(), W::Error>;
}

impl<T: Object> Object for Box<T> {
    const IS_UNION: bool = T::IS_UNION;

    fn declares(key: &str) -> bool {
        T::declares(key)
    }

    fn read<'de, R: ReadEntries<'de>>(entries: R) -> Result<Self, R::Error> {
        T::read(entries).map(Self::new)
    }

    fn write<W: WriteEntries>(&self, out: &mut W) -> Result<(), W::Error> {
        T::write(self, out)
    }
}

/// Reads a whole object.
///
/// # Errors
///
/// Those of [`Object::read`], and anything that is no object.
pub fn decode<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Whole(PhantomData))
}

struct Whole<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for Whole<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        T::read(Stream(entries))
    }
}

/// Fills the slot of a declared key.
///
/// # Errors
///
/// Those of the value, and a slot that is filled already.
pub fn fill<'de, T: Decode, R: ReadEntries<'de>>(
    slot: &mut Option<T>,
    key: &'static str,
    entries: &mut R,
) -> Result<(), R::Error> {
    if slot.is_some() {
        return Err(at(R::Error::duplicate_field(key), Step::Key(key)));
    }
    *slot = Some(entries.value().map_err(|error| at(error, Step::Key(key)))?);
    Ok(())
}

/// Keeps the entry of an undeclared key.
///
/// # Errors
///
/// Those of the value.
pub fn keep<'de, T: Decode, R: ReadEntries<'de>>(
    kept: &mut Map<T>,
    key: Cow<'de, str>,
    entries: &mut R,
) -> Result<(), R::Error> {
    entries.undeclared(&key)?;
    let value = entries
        .value()
        .map_err(|error| at(error, Step::Key(&key)))?;
    kept.insert(key.into_owned(), value);
    Ok(())
}

/// Writes the kept entries; a declared key is not theirs to write.
///
/// # Errors
///
/// Those of the format.
pub fn write_kept<T: Serialize, W: WriteEntries>(
    kept: &Map<T>,
    declares: fn(&str) -> bool,
    out: &mut W,
) -> Result<(), W::Error> {
    kept.iter()
        .filter(|(key, _)| !declares(key))
        .try_for_each(|(key, value)| out.entry(key, value))
}

/// Refuses an undeclared key.
///
/// # Errors
///
/// Always.
pub fn deny<E: Error>(key: &str, declared: &'static [&'static str]) -> Result<(), E> {
    Err(E::unknown_field(key, declared))
}

/// Writes a whole object.
///
/// # Errors
///
/// Those of the format.
pub fn serialize<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    object.write(&mut map)?;
    map.end()
}
