//! Tags that do not decide alone: several members have one in common, or a value may be another member as well.
//! In: entries led by such a tag, and what the table says of the members; out: the one member of which the conditions
//! hold, the object kept whole as unknown where they hold of none, an error where of several.

use super::entries::{Buffer, ReadEntries};
use super::replay::Replay;
use super::union::{Union, unknown};
use super::union_member::ambiguous;
use super::union_tag::TagKind;

/// A member whose tag others have too.
pub struct Sharer {
    /// Its variant.
    pub name: &'static str,
    /// Its values of the tag.
    pub tags: &'static [&'static str],
    /// What tells it there: each list is enough, when all of it holds.
    pub evidence: &'static [&'static [Condition]],
}

/// What an entry must be.
pub struct Condition {
    /// Its key.
    pub key: &'static str,
    /// The kind of its value.
    pub kind: TagKind,
    /// The words for its value, of which it is one; none where the key is enough.
    pub words: &'static [&'static str],
}

impl Sharer {
    fn is_told_by(&self, tag: &str, entries: &Buffer<'_>) -> bool {
        let holds = |condition: &Condition| condition.holds(entries);
        self.tags.contains(&tag) && self.evidence.iter().any(|all| all.iter().all(holds))
    }
}

impl Condition {
    fn holds(&self, entries: &Buffer<'_>) -> bool {
        let mut values = entries.iter().filter(|(key, _)| key == self.key);
        values.any(|(_, value)| {
            let is_one = |word: String| self.words.contains(&word.as_str());
            self.words.is_empty() || self.kind.word(value).is_some_and(is_one)
        })
    }
}

/// Reads the member that the tag names; where a value may be several members, no other may claim it.
///
/// # Errors
///
/// Those of the format and of the member.
pub(crate) fn by_tag<'de, U: Union, R: ReadEntries<'de>>(
    mut entries: Replay<'de, R>,
) -> Result<U, R::Error> {
    if !U::OVERLAPPING {
        return U::tagged(entries);
    }
    let held = entries.hold_rest()?;
    let is_claimed = U::MEMBERS.iter().any(|member| member.claims(&held));
    let entries = entries.led(held);
    match is_claimed {
        true => unknown(entries),
        false => U::tagged(entries),
    }
}

/// Reads a union whose tag several members have.
///
/// # Errors
///
/// Those of the format and of the member, and an object of which the conditions of two members hold.
pub fn read<'de, U: Union, R: ReadEntries<'de>>(
    mut entries: Replay<'de, R>,
) -> Result<U, R::Error> {
    let held = entries.hold_rest()?;
    let tag = entries.tag().unwrap_or_default();
    let mut told = U::SHARED.iter().filter(|it| it.is_told_by(tag, &held));
    let (one, other) = (told.next(), told.next());
    let entries = entries.led(held);
    match (one, other) {
        (Some(member), None) => U::named(member.name, entries),
        (Some(one), Some(other)) if !U::OVERLAPPING => Err(ambiguous(one.name, other.name)),
        _ => unknown(entries),
    }
}
