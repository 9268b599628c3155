//! Tolerant reading: the trait through which every field is read, and its meaning for the types of std.
//! In: any serde deserializer; out: a value or an error that says which element or entry is at fault.
//! What scalars tolerate is said in `text`, `number` and `scalar`.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::entries::Key;
use super::place::{Step, at};

/// A JSON object whose keys are not declared, in the order of its keys.
pub type Map<T> = BTreeMap<String, T>;

/// Reading that accepts what real streams send where nothing is lost by it.
///
/// A sibling of [`serde::Deserialize`]: types that are read the same way in both differ in nothing.
pub trait Decode: Sized {
    /// Reads one value.
    ///
    /// # Errors
    ///
    /// Those of the format, and input that is not such a value.
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Reads one value, sooner, from input that will be read again with `decode` if this fails.
    ///
    /// # Errors
    ///
    /// Those of `decode`, and input that would have to be held back to be understood.
    fn presume<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::decode(deserializer)
    }
}

/// Reads a `T` wherever serde asks for a seed.
pub(crate) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Decode> DeserializeSeed<'de> for Seed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::decode(deserializer)
    }
}

impl Decode for Value {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::decode(deserializer).map(Self::new)
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Optional(PhantomData))
    }
}

struct Optional<T>(PhantomData<T>);

impl<'de, T: Decode> Visitor<'de> for Optional<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::decode(deserializer).map(Some)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Array(PhantomData))
    }
}

/// Reads the elements of an array.
pub(crate) struct Array<T>(pub(crate) PhantomData<T>);

impl<'de, T: Decode> Visitor<'de> for Array<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = element(&mut elements, values.len())? {
            values.push(value);
        }
        Ok(values)
    }
}

fn element<'de, T: Decode, A: SeqAccess<'de>>(
    elements: &mut A,
    index: usize,
) -> Result<Option<T>, A::Error> {
    elements
        .next_element_seed(Seed::new())
        .map_err(|error| at(error, Step::Index(index)))
}

impl<T: Decode> Decode for Map<T> {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Decode> Visitor<'de> for Entries<T> {
    type Value = Map<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key_seed(Key)? {
            let value = entries
                .next_value_seed(Seed::new())
                .map_err(|error| at(error, Step::Key(&key)))?;
            map.insert(key.into_owned(), value);
        }
        Ok(map)
    }
}

/// Tuples are arrays with a type per place. Elements past the last one are skipped, as unknown keys are.
macro_rules! tuple {
    ($($length:literal: $($T:ident)+,)+) => { $(
        impl<$($T: Decode),+> Decode for ($($T,)+) {
            fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Tuple<$($T),+>(PhantomData<($($T,)+)>);

                impl<'de, $($T: Decode),+> Visitor<'de> for Tuple<$($T),+> {
                    type Value = ($($T,)+);

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(concat!("an array of ", $length))
                    }

                    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
                        let mut index = 0..;
                        let tuple = ($(place::<$T, A>(&mut elements, index.next(), &self)?,)+);
                        while elements.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                        Ok(tuple)
                    }
                }

                deserializer.deserialize_seq(Tuple(PhantomData))
            }
        }
    )+ };
}

tuple! {
    1: T1,
    2: T1 T2,
    3: T1 T2 T3,
    4: T1 T2 T3 T4,
    5: T1 T2 T3 T4 T5,
    6: T1 T2 T3 T4 T5 T6,
    7: T1 T2 T3 T4 T5 T6 T7,
    8: T1 T2 T3 T4 T5 T6 T7 T8,
}

fn place<'de, T: Decode, A: SeqAccess<'de>>(
    elements: &mut A,
    index: Option<usize>,
    expected: &dyn serde::de::Expected,
) -> Result<T, A::Error> {
    let index = index.unwrap_or_default();
    element(elements, index)?.ok_or_else(|| A::Error::invalid_length(index, expected))
}
