//! What a union expects of the keys by which it tells its members: the tag, and the strings beside a shared tag.
//!
//! In: a choice. Out: for members, a key, and the one string that it holds.
//! Whether the key is declared, and whether other unions expect the same, is asked elsewhere.

use std::collections::BTreeMap;

use super::Choice;
use crate::rust::{Condition, JsonKind};

/// What is expected of a key of a member.
pub(super) struct Expected<'c> {
    pub(super) member: usize,
    pub(super) key: &'c str,
    /// The value; `None` where it may be several.
    pub(super) value: Option<&'c str>,
}

/// What a union expects of each member that has a tag or could have one, and of those that share theirs.
pub(super) fn of(choice: &Choice) -> Vec<Expected<'_>> {
    let mut expected = tags(choice);
    for shared in &choice.plan.shared {
        let conditions = shared.evidence.iter().flatten();
        let strings = conditions.filter_map(string);
        expected.extend(strings.map(|(key, value)| Expected {
            member: shared.member,
            key,
            value: Some(value),
        }));
    }
    expected
}

fn tags(choice: &Choice) -> Vec<Expected<'_>> {
    let Some((key, alone)) = &choice.plan.tag else {
        return Vec::new();
    };
    let mut values: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (value, member) in alone {
        values.entry(*member).or_default().push(value);
    }
    for shared in &choice.plan.shared {
        let own = shared.values.iter().map(String::as_str);
        values.entry(shared.member).or_default().extend(own);
    }
    let expected = |member| Expected {
        member,
        key,
        value: match values.get(&member).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        },
    };
    (0..choice.members.len()).map(expected).collect()
}

/// The string that a condition asks for.
fn string(condition: &Condition) -> Option<(&str, &str)> {
    match condition {
        Condition::Fixed { key, kind, values } if *kind == JsonKind::String => {
            let [only] = values.as_slice() else {
                return None;
            };
            Some((key, only))
        }
        _ => None,
    }
}
