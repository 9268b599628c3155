//! Unions by the kind of the value: which member takes an integer, a string, an array, and what happens to the others.
//! In: a value of any kind; out: the member of that kind, or of a kind that stands for it where nothing is lost.
//! Objects go on to `union`.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::content::{Content, Hold};
use super::entries::Stream;
use super::held::Held;
use super::presumed::Pass;
use super::scalar::{spelled, whole};
use super::union::{Union, decide, unclaimed};

/// Reads a union.
///
/// # Errors
///
/// Those of the format and of the member, and a value that no member claims if the union has a tag.
pub fn read<'de, U: Union, D: Deserializer<'de>>(
    deserializer: D,
    pass: Pass,
) -> Result<U, D::Error> {
    let choice = Choice {
        pass,
        union: PhantomData,
    };
    if U::KINDS.is_empty() && U::TAG.is_some() && !U::UNDECIDED {
        deserializer.deserialize_map(choice)
    } else {
        deserializer.deserialize_any(choice)
    }
}

/// Gives a value to the member of its kind.
pub(crate) fn of_value<U: Union, E: Error>(content: Content<'_>) -> Result<U, E> {
    // A member that nothing tells may be of the very kind of the value: then no other kind stands for it.
    let mut kinds = kinds(&content).iter();
    let kind = kinds
        .find(|kind| U::KINDS.contains(kind) && !(U::UNDECIDED && is_respelled(&content, kind)));
    match kind {
        Some(kind) => U::of_kind(kind, Held::<E>::new(content)),
        None => unclaimed(content),
    }
}

/// Whether a kind takes a value only because it could be spelt that way: a number in a string, or the reverse.
fn is_respelled(content: &Content<'_>, kind: &str) -> bool {
    matches!(content, Content::Str(_)) != (kind == "string")
}

/// The kinds that can take a value without loss, the closest first.
fn kinds(content: &Content<'_>) -> &'static [&'static str] {
    match content {
        Content::Null => &["null"],
        Content::Bool(_) => &["boolean"],
        Content::Number(number) => kinds_of_number(number),
        Content::Str(text) if spelled(text).is_some_and(|number| whole(&number).is_some()) => {
            &["string", "integer", "number"]
        }
        Content::Str(text) if spelled(text).is_some() => &["string", "number"],
        Content::Str(_) => &["string"],
        Content::Array(_) => &["array"],
        Content::Object(_) => &["object"],
    }
}

fn kinds_of_number(number: &Number) -> &'static [&'static str] {
    match whole(number) {
        Some(_) if number.is_f64() => &["number", "integer", "string"],
        Some(_) => &["integer", "number", "string"],
        None => &["number", "string"],
    }
}

struct Choice<U> {
    pass: Pass,
    union: PhantomData<U>,
}

impl<'de, U: Union> Visitor<'de> for Choice<U> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")?;
        U::KINDS
            .iter()
            .filter(|kind| **kind != "object")
            .try_for_each(|kind| write!(f, " or {kind}"))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<U, E> {
        of_value(Content::Bool(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<U, E> {
        of_value(Content::Number(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<U, E> {
        of_value(Content::Number(number.into()))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<U, E> {
        of_value(Hold::new().visit_u128(number)?)
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<U, E> {
        of_value(Hold::new().visit_i128(number)?)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<U, E> {
        of_value(Hold::new().visit_f64(number)?)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<U, E> {
        of_value(Content::Str(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<U, E> {
        of_value(Content::Str(Cow::Borrowed(text)))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<U, E> {
        of_value(Content::Str(Cow::Owned(text)))
    }

    fn visit_unit<E: Error>(self) -> Result<U, E> {
        of_value(Content::Null)
    }

    fn visit_none<E: Error>(self) -> Result<U, E> {
        of_value(Content::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<U, A::Error> {
        if U::KINDS.contains(&"array") {
            U::of_kind("array", SeqAccessDeserializer::new(elements))
        } else {
            unclaimed(Hold::new().visit_seq(elements)?)
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<U, A::Error> {
        decide(Stream(entries), self.pass)
    }
}
