//! The members of a union that are told by its tag or by their keys.
//! In: what the table says of each; out: which of them the keys of an object speak for, and the error of two.

use std::fmt;

use serde::de::Error;

use super::Object;
use super::entries::Buffer;
use super::union::Union;

/// A member that is told by its tag or its keys.
pub struct Member {
    /// Its variant.
    pub name: &'static str,
    /// Whether it declares a key.
    pub declares: fn(&str) -> bool,
    /// Keys that tell it: each list is enough, when all of its keys are there. Empty where the tag tells.
    pub evidence: &'static [&'static [&'static str]],
}

impl Member {
    /// Whether the keys of an object speak for it.
    pub(crate) fn claims(&self, entries: &Buffer<'_>) -> bool {
        let is_there = |wanted: &&str| entries.iter().any(|(key, _)| key == wanted);
        self.evidence.iter().any(|keys| keys.iter().all(is_there))
    }
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// What the type inside a variant declares.
pub const fn declared_by<M: Object, U>(_: fn(M) -> U) -> fn(&str) -> bool {
    M::declares
}

/// Whether every key that tells is enough by itself.
pub(crate) const fn are_single_keys(members: &[Member]) -> bool {
    let mut member = 0;
    while member < members.len() {
        let evidence = members[member].evidence;
        let mut keys = 0;
        while keys < evidence.len() {
            if evidence[keys].len() != 1 {
                return false;
            }
            keys += 1;
        }
        member += 1;
    }
    true
}

/// The member that this key alone tells.
pub(crate) fn told_by<U: Union>(key: &str) -> Option<&'static Member> {
    let tells = |member: &&Member| member.evidence.iter().any(|keys| *keys == [key]);
    U::MEMBERS.iter().find(tells)
}

/// The error of an object for which two members speak.
#[cold]
pub(crate) fn ambiguous<E: Error>(one: &str, other: &str) -> E {
    E::custom(format_args!(
        "both {one} and {other} are told by keys that are here"
    ))
}
