//! Unions: which member an object is, decided by its tag, then by the keys that tell one member alone.
//! In: entries, and what the table macro `union!` says of the members; out: the member read, the object kept whole as
//! unknown, or an error. Never tries one member after the other.

use std::borrow::Cow;

use serde::de::{Deserializer, Error};

use super::content::{Content, disguised};
use super::entries::{Buffer, ReadEntries};
use super::held::Held;
use super::place::{Step, at, of};
use super::presumed::Pass;
use super::replay::Replay;
use super::union_kind::of_value;
use super::union_member::{Member, ambiguous, are_single_keys, told_by};
use super::union_shared::{self, Sharer};
use super::union_tag::TagKind;
use super::{Decode, Object, Unknown};

/// What the table of a union says.
pub trait Union: Sized {
    /// The key whose value names the member.
    const TAG: Option<&'static str>;
    /// What its values are.
    const TAG_KIND: TagKind;
    /// The members that are told apart by tag or keys.
    const MEMBERS: &'static [Member];
    /// The members whose tag others have too.
    const SHARED: &'static [Sharer];
    /// The kinds of values that have a member of their own.
    const KINDS: &'static [&'static str];
    /// Whether there are members that nothing tells apart: what no other claims may be one of them.
    const UNDECIDED: bool;
    /// Whether a value may be several members at once.
    const OVERLAPPING: bool;
    /// Whether the first telling key settles the member, so that it can be read as it comes.
    const SETTLED_BY_ONE_KEY: bool = !Self::OVERLAPPING && are_single_keys(Self::MEMBERS);

    /// Reads the member that the tag names.
    ///
    /// # Errors
    ///
    /// Those of the member.
    fn tagged<'de, R: ReadEntries<'de>>(entries: Replay<'de, R>) -> Result<Self, R::Error>;

    /// Reads the untagged member of that name, told by the key at which the entries stopped.
    ///
    /// # Errors
    ///
    /// Those of the member.
    fn presumed<'de, R: ReadEntries<'de>>(
        member: &str,
        entries: Replay<'de, R>,
    ) -> Result<Self, R::Error>;

    /// Reads the member of that name: one without a tag, or one whose tag others have too.
    ///
    /// # Errors
    ///
    /// Those of the member.
    fn named<'de, R: ReadEntries<'de>>(
        member: &str,
        entries: Replay<'de, R>,
    ) -> Result<Self, R::Error>;

    /// Reads the member of that kind.
    ///
    /// # Errors
    ///
    /// Those of the member.
    fn of_kind<'de, D: Deserializer<'de>>(kind: &str, deserializer: D) -> Result<Self, D::Error>;

    /// Keeps what no member claims.
    fn unknown(unknown: Unknown) -> Self;
}

/// Whether a union or one of its members may declare a key.
pub fn declares<U: Union>(key: &str) -> bool {
    U::TAG == Some(key)
        || U::UNDECIDED
        || U::KINDS.contains(&"object")
        || U::MEMBERS.iter().any(|member| (member.declares)(key))
}

/// Reads a union from its entries: the tag decides as soon as it comes, a key when no tag came.
///
/// # Errors
///
/// Those of the format and of the member, no tag where one is needed, two, or one of another kind.
pub fn decide<'de, U: Union, R: ReadEntries<'de>>(
    mut entries: R,
    pass: Pass,
) -> Result<U, R::Error> {
    let (mut before, may_presume) = (Buffer::new(), pass.may_presume::<U>());
    while let Some(key) = entries.key()? {
        if U::TAG == Some(&*key) {
            return settle_by_tag(before, entries);
        }
        let presumed = may_presume.then(|| told_by::<U>(&key)).flatten();
        if let Some(member) = presumed {
            let entries = Replay::new(before, Some(entries)).stopped_at(key);
            return U::presumed(member.name, entries);
        }
        let value = entries.hold().map_err(|error| at(error, Step::Key(&key)))?;
        before.push((key, value));
    }
    settle_by_keys::<U, R>(before)
}

fn settle_by_tag<'de, U: Union, R: ReadEntries<'de>>(
    mut before: Buffer<'de>,
    mut entries: R,
) -> Result<U, R::Error> {
    let key = U::TAG.unwrap_or_default();
    let value = entries.hold().map_err(|error| at(error, Step::Key(key)))?;
    match U::TAG_KIND.read(value) {
        Ok(tag) => union_shared::by_tag(Replay::new(before, Some(entries)).tagged(key, tag)),
        Err(other) => {
            before.push((Cow::Borrowed(key), other));
            settle::<U, R>(Replay::new(before, Some(entries)).hold_all()?)
        }
    }
}

/// Reads a union from all of its entries.
pub(crate) fn settle<'de, U: Union, R: ReadEntries<'de>>(
    mut entries: Buffer<'de>,
) -> Result<U, R::Error> {
    let is_tag = |(key, _): &(Cow<'de, str>, _)| U::TAG == Some(&**key);
    let Some(index) = entries.iter().position(is_tag) else {
        return settle_by_keys::<U, R>(entries);
    };
    let key = U::TAG.unwrap_or_default();
    if entries.iter().filter(|entry| is_tag(entry)).count() > 1 {
        return Err(at(R::Error::duplicate_field(key), Step::Key(key)));
    }
    match U::TAG_KIND.read(entries.remove(index).1) {
        Ok(tag) => union_shared::by_tag(Replay::<R>::new(entries, None).tagged(key, tag)),
        Err(other) => {
            entries.insert(index, (Cow::Borrowed(key), other));
            settle_untagged::<U, R>(key, entries)
        }
    }
}

/// Reads a union whose tag is of another kind: to an untagged member the key may mean something else.
#[cold]
fn settle_untagged<'de, U: Union, R: ReadEntries<'de>>(
    key: &'static str,
    entries: Buffer<'de>,
) -> Result<U, R::Error> {
    let claims = |member: &Member| (member.declares)(key) && member.claims(&entries);
    if U::UNDECIDED || U::MEMBERS.iter().any(claims) {
        return settle_by_keys::<U, R>(entries);
    }
    let noun = U::TAG_KIND.noun();
    let error = R::Error::custom(format_args!("the tag is not a {noun}"));
    Err(at(error, Step::Key(key)))
}

fn settle_by_keys<'de, U: Union, R: ReadEntries<'de>>(entries: Buffer<'de>) -> Result<U, R::Error> {
    if let Some(number) = disguised(&entries) {
        return of_value(Content::Number(number));
    }
    let mut claimants = U::MEMBERS.iter().filter(|member| member.claims(&entries));
    match (claimants.next(), claimants.next()) {
        (Some(member), None) => U::named(member.name, Replay::<R>::new(entries, None)),
        (Some(_), Some(_)) if U::OVERLAPPING => Ok(U::unknown(Unknown {
            tag: None,
            raw: Content::Object(entries).into_value(),
        })),
        (Some(one), Some(other)) => Err(ambiguous(one.name, other.name)),
        (None, _) if U::KINDS.contains(&"object") => {
            U::of_kind("object", Held::<R::Error>::new(Content::Object(entries)))
        }
        (None, _) => unclaimed(Content::Object(entries)),
    }
}

/// What no member claims: unknown, unless the union has a tag that should have been there.
pub(crate) fn unclaimed<U: Union, E: Error>(content: Content<'_>) -> Result<U, E> {
    match U::TAG {
        Some(tag) if !U::UNDECIDED => Err(E::custom(format_args!(
            "no tag `{tag}`, and no key that tells the message"
        ))),
        _ => Ok(U::unknown(Unknown {
            tag: None,
            raw: content.into_value(),
        })),
    }
}

/// Reads the member of a variant.
///
/// # Errors
///
/// Those of the member, under its name.
pub fn member<'de, U, M: Object, R: ReadEntries<'de>>(
    variant: fn(M) -> U,
    name: &'static str,
    entries: Replay<'de, R>,
) -> Result<U, R::Error> {
    match M::read(entries.without_tag(M::declares)) {
        Ok(member) => Ok(variant(member)),
        Err(error) => Err(of(error, name)),
    }
}

/// Reads the member of a variant that may be no object.
///
/// # Errors
///
/// Those of the member, under its name.
pub fn value<'de, U, M: Decode, D: Deserializer<'de>>(
    variant: fn(M) -> U,
    name: &'static str,
    deserializer: D,
) -> Result<U, D::Error> {
    M::decode(deserializer)
        .map(variant)
        .map_err(|error| of(error, name))
}

/// Keeps an object whose tag names no member.
///
/// # Errors
///
/// Those of the format.
pub fn unknown<'de, U: Union, R: ReadEntries<'de>>(
    mut entries: Replay<'de, R>,
) -> Result<U, R::Error> {
    let tag = entries.tag().map(str::to_owned);
    let raw = Content::Object(entries.hold_all()?).into_value();
    Ok(U::unknown(Unknown { tag, raw }))
}

/// The error of a decision that no variant answers for.
///
/// # Errors
///
/// Always.
pub fn undecided<T, E: Error>() -> Result<T, E> {
    Err(E::custom("no message answers for this"))
}
