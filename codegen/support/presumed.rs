//! A member presumed from a key that tells it alone, and read without holding anything back.
//! In: entries stopped at that key; out: the member, or, if the tag turns up after all, what the tag says, or an error
//! after which the caller reads the input again from memory. Two members with keys of their own are an error.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::Error;

use super::content::Content;
use super::entries::{Buffer, Collected, ReadEntries};
use super::place::{Step, at, of};
use super::replay::{LateTag, Replay};
use super::union::{Union, ambiguous, settle, tag};
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
    match presumed.tag.take() {
        None => Ok(variant(member)),
        Some(tag) => presumed.corrected(tag, &member),
    }
}

struct Presumed<'de, U, R> {
    member: &'static str,
    entries: Replay<'de, R>,
    /// The tag, if it turned up after all.
    tag: Option<Cow<'de, str>>,
    /// What the presumed member does not declare, and all that follows the tag.
    others: Buffer<'de>,
    union: PhantomData<U>,
}

impl<'de, U: Union, R: ReadEntries<'de>> Presumed<'de, U, R> {
    fn new(member: &'static str, entries: Replay<'de, R>) -> Self {
        Self {
            member,
            entries,
            tag: None,
            others: Buffer::new(),
            union: PhantomData,
        }
    }

    /// What the tag says, given the part that was read in error.
    #[cold]
    fn corrected<M: Object>(self, tag: Cow<'de, str>, member: &M) -> Result<U, R::Error> {
        if self.entries.late_tag() == LateTag::Refuse {
            return Err(R::Error::custom(
                "the tag comes after keys of another message",
            ));
        }
        let mut entries = Collected::default();
        member.write(&mut entries).map_err(R::Error::custom)?;
        entries.0.extend(self.others);
        U::tagged(Replay::<R>::new(entries.0, None).tagged(U::TAG.unwrap_or_default(), tag))
    }

    #[cold]
    fn hold_rest(&mut self, key: &'static str) -> Result<(), R::Error> {
        self.tag = Some(tag(key, self.entries.hold())?);
        self.others.append(&mut self.entries.hold_all()?);
        match self.others.iter().any(|(other, _)| other == key) {
            true => Err(at(R::Error::duplicate_field(key), Step::Key(key))),
            false => Ok(()),
        }
    }
}

impl<'de, U: Union, R: ReadEntries<'de>> ReadEntries<'de> for Presumed<'de, U, R> {
    type Error = R::Error;

    fn key(&mut self) -> Result<Option<Cow<'de, str>>, R::Error> {
        let key = self.entries.key()?;
        match (&key, U::TAG) {
            (Some(key), Some(tag)) if key == tag => self.hold_rest(tag).map(|()| None),
            _ => Ok(key),
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
