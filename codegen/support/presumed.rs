//! A member presumed from a key that tells it alone, and read without holding anything back.
//! In: entries stopped at that key; out: the member, or an error if the tag or a key of another member turns up after
//! all. Only for input that can be read again, or where no tag can come.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::Error;

use super::content::Content;
use super::entries::ReadEntries;
use super::place::of;
use super::replay::Replay;
use super::union::{Union, settle};
use super::union_member::{ambiguous, told_by};
use super::{Decode, Object};

/// How often the input of a union can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Once: what decides is waited for, and everything before it is held back.
    Only,
    /// Again, from memory, if this fails: the first key that tells a member is believed until another one contradicts it.
    First,
}

impl Pass {
    /// Whether a key that tells a member may be believed before all keys are there.
    pub(crate) fn may_presume<U: Union>(self) -> bool {
        U::SETTLED_BY_ONE_KEY && (self == Self::First || U::TAG.is_none())
    }
}

/// Reads the member that is told by the key at which the entries stopped.
///
/// # Errors
///
/// Those of the format and of the member, and a tag or a key that contradicts the presumption.
pub fn read<'de, U: Union, M: Object, R: ReadEntries<'de>>(
    variant: fn(M) -> U,
    name: &'static str,
    mut entries: Replay<'de, R>,
) -> Result<U, R::Error> {
    // Nothing is gained where all is in memory; a union would keep the keys of others as its own unknown ones.
    if entries.are_held() || M::IS_UNION {
        return settle::<U, R>(entries.hold_all()?);
    }
    let presumed = Presumed::<U, R> {
        member: name,
        entries,
        union: PhantomData,
    };
    M::read(presumed)
        .map(variant)
        .map_err(|error| of(error, name))
}

struct Presumed<'de, U, R> {
    member: &'static str,
    entries: Replay<'de, R>,
    union: PhantomData<U>,
}

impl<'de, U: Union, R: ReadEntries<'de>> ReadEntries<'de> for Presumed<'de, U, R> {
    type Error = R::Error;

    fn key(&mut self) -> Result<Option<Cow<'de, str>>, R::Error> {
        match self.entries.key()? {
            Some(key) if U::TAG == Some(&*key) => Err(R::Error::custom(
                "the tag comes after keys of another message",
            )),
            key => Ok(key),
        }
    }

    fn value<T: Decode>(&mut self) -> Result<T, R::Error> {
        self.entries.value()
    }

    fn hold(&mut self) -> Result<Content<'de>, R::Error> {
        self.entries.hold()
    }

    fn undeclared(&mut self, key: &str) -> Result<(), R::Error> {
        let presumed = U::MEMBERS.iter().find(|member| member.name == self.member);
        match (presumed, told_by::<U>(key)) {
            (Some(one), Some(other)) => Err(ambiguous(one.name, other.name)),
            _ => Ok(()),
        }
    }

    fn skip(&mut self, key: Cow<'de, str>) -> Result<(), R::Error> {
        self.undeclared(&key)?;
        self.entries.skip(key)
    }

    fn are_held(&self) -> bool {
        self.entries.are_held()
    }
}
