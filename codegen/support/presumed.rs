//! A member presumed from a key that tells it alone, and read without holding anything back.
//! In: entries stopped at that key; out: the member, or, if the tag turns up after all, what all entries say, or an error
//! after which the caller reads the input again from memory. Two members with keys of their own are an error.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::Error;

use super::content::Content;
use super::entries::{Buffer, Collected, ReadEntries};
use super::place::of;
use super::replay::{LateTag, Replay};
use super::union::{Union, ambiguous, settle};
use super::union_member::told_by;
use super::{Decode, Object};

/// Reads the member that is told by the key at which the entries stopped.
///
/// # Errors
///
/// Those of the format and of the member.
pub fn read<'de, U: Union, M: Object, R: ReadEntries<'de>>(
    variant: fn(M) -> U,
    name: &'static str,
    mut entries: Replay<'de, R>,
) -> Result<U, R::Error> {
    // Nothing is gained where all is in memory; and stopping half-way needs a member without required keys.
    if entries.are_held() || !M::MAY_BE_EMPTY {
        return settle::<U, R>(entries.hold_all()?);
    }
    let mut presumed = Presumed::<U, R>::new(name, entries);
    let member = M::read(&mut presumed).map_err(|error| of(error, name))?;
    match presumed.has_tag {
        false => Ok(variant(member)),
        true => presumed.corrected(&member),
    }
}

struct Presumed<'de, U, R> {
    member: &'static str,
    entries: Replay<'de, R>,
    /// Whether the tag turned up after all.
    has_tag: bool,
    /// What the presumed member does not declare, and all from the tag on.
    others: Buffer<'de>,
    union: PhantomData<U>,
}

impl<'de, U: Union, R: ReadEntries<'de>> Presumed<'de, U, R> {
    fn new(member: &'static str, entries: Replay<'de, R>) -> Self {
        Self {
            member,
            entries,
            has_tag: false,
            others: Buffer::new(),
            union: PhantomData,
        }
    }

    /// What all entries say, given the part that was read in error.
    #[cold]
    fn corrected<M: Object>(self, member: &M) -> Result<U, R::Error> {
        if self.entries.late_tag() == LateTag::Refuse {
            return Err(R::Error::custom(
                "the tag comes after keys of another message",
            ));
        }
        let mut entries = Collected::default();
        member.write(&mut entries).map_err(R::Error::custom)?;
        entries.0.extend(self.others);
        settle::<U, R>(entries.0)
    }

    #[cold]
    fn hold_rest(&mut self, key: Cow<'de, str>) -> Result<(), R::Error> {
        self.has_tag = true;
        let tag = self.entries.hold()?;
        self.others.push((key, tag));
        self.others.append(&mut self.entries.hold_all()?);
        Ok(())
    }
}

impl<'de, U: Union, R: ReadEntries<'de>> ReadEntries<'de> for Presumed<'de, U, R> {
    type Error = R::Error;

    fn key(&mut self) -> Result<Option<Cow<'de, str>>, R::Error> {
        match self.entries.key()? {
            Some(key) if U::TAG == Some(&*key) => self.hold_rest(key).map(|()| None),
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
            (Some(one), Some(other)) => Err(ambiguous(one, other)),
            _ => Ok(()),
        }
    }

    fn skip(&mut self, key: Cow<'de, str>) -> Result<(), R::Error> {
        self.undeclared(&key)?;
        if U::TAG.is_none() {
            return self.entries.skip(key);
        }
        let value = self.entries.hold()?;
        self.others.push((key, value));
        Ok(())
    }

    fn are_held(&self) -> bool {
        self.entries.are_held()
    }
}
