//! Writing unions: the tag first, then the entries of the member, in which the tag does not come again.
//! In: a member and the tag of its variant; out: one object.
//! What is right by construction: a field that the member declares for the tag does not count.

use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::Object;
use super::entries::{Except, WriteEntries};
use super::union_tag::TagKind;

/// Writes the entries of a member behind its tag; a tag that is no string is among its own.
///
/// # Errors
///
/// Those of the format.
pub fn write_tagged<M: Object, W: WriteEntries>(
    (key, kind): (&'static str, TagKind),
    tag: &str,
    member: &M,
    out: &mut W,
) -> Result<(), W::Error> {
    if kind != TagKind::String {
        return member.write(out);
    }
    out.entry(key, tag)?;
    member.write(&mut Except { key, out })
}

/// The tag that a member writes itself, if it is one of these.
pub fn tag_of<M: Object>(
    key: &'static str,
    tags: &'static [&'static str],
    member: &M,
) -> Option<&'static str> {
    let mut written = Written {
        key,
        tags,
        found: None,
    };
    member.write(&mut written).ok()?;
    written.found
}

/// Entries of which only the tag counts.
struct Written {
    key: &'static str,
    tags: &'static [&'static str],
    found: Option<&'static str>,
}

impl WriteEntries for Written {
    type Error = serde_json::Error;

    fn entry<V: Serialize + ?Sized>(
        &mut self,
        key: &str,
        value: &V,
    ) -> Result<(), serde_json::Error> {
        if key == self.key {
            let value = serde_json::to_value(value)?;
            let spelt = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            let is_written = |tag: &&&str| spelt == **tag;
            self.found = self.tags.iter().find(is_written).copied();
        }
        Ok(())
    }
}

/// Writes a member as an object with its tag.
///
/// # Errors
///
/// Those of the format.
pub fn serialize_tagged<M: Object, S: Serializer>(
    key: (&'static str, TagKind),
    tag: &str,
    member: &M,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    write_tagged(key, tag, member, &mut map)?;
    map.end()
}

/// Writes the entries of any value that turns out to be an object.
///
/// # Errors
///
/// Those of the format, and a value that is no object.
pub fn write_value<V: Serialize, W: WriteEntries>(value: &V, out: &mut W) -> Result<(), W::Error> {
    match serde_json::to_value(value).map_err(W::Error::custom)? {
        Value::Object(entries) => entries
            .iter()
            .try_for_each(|(key, value)| out.entry(key, value)),
        _ => Err(W::Error::custom(
            "only an object can be written between the entries of another",
        )),
    }
}

/// The error of a variant that no clause of its table mentions.
///
/// # Errors
///
/// Always.
pub fn unwritable<T, E: Error>() -> Result<T, E> {
    Err(E::custom(
        "no clause of the union's table mentions this variant",
    ))
}

/// Puts a member into its variant, boxed or not.
pub fn hold<M, T: From<M>>(member: M) -> T {
    member.into()
}
