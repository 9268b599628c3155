//! What a union's members show, side by side.
//!
//! In: the facts of each member. Out: which keys are whose, and which could be the tag.
//! This room decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::KeyPlan;
use crate::lower::evidence::{Blank, Facts, Keys};
use crate::rust::JsonKind;

/// The tags that a plan is made for, by how many members they speak for.
const CANDIDATES: usize = 8;

/// A key that could be the tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate<'a> {
    pub(super) key: &'a str,
    /// The kind of its values.
    pub(super) kind: JsonKind,
}

impl<'a> Candidate<'a> {
    pub(super) fn of_strings(key: &'a str) -> Self {
        let kind = JsonKind::String;
        Self { key, kind }
    }
}

/// The members of a union.
pub(super) struct Members<'f, 'a> {
    pub(super) facts: &'f [Facts<'a>],
    /// Which members declare a key.
    declarers: BTreeMap<&'a str, BTreeSet<usize>>,
}

impl<'f, 'a> Members<'f, 'a> {
    pub(super) fn new(facts: &'f [Facts<'a>]) -> Self {
        let mut declarers: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (index, keys) in objects(facts) {
            for key in &keys.declared {
                declarers.entry(key).or_default().insert(index);
            }
        }
        Self { facts, declarers }
    }

    /// Keys that could be the tag, the best first: fixed to one string in two members, or in one that requires it; then
    /// those fixed to one number or boolean in two members, when none that fixes it may lack it.
    pub(super) fn tags(&self) -> Vec<Candidate<'a>> {
        let mut found: Vec<Seen<'_>> = Vec::new();
        for (_, keys) in objects(self.facts) {
            for (key, fixed) in &keys.fixed {
                let (kind, single) = (fixed.kind, fixed.values.len() == 1);
                if kind == JsonKind::String && !single {
                    continue;
                }
                let required = keys.required.contains(key);
                let tag = Candidate { key, kind };
                match found.iter_mut().find(|seen| seen.tag == tag) {
                    Some(seen) => seen.again(single, required),
                    None => found.push(Seen {
                        tag,
                        count: usize::from(single),
                        first: required,
                        always: required,
                    }),
                }
            }
        }
        found.retain(Seen::is_tag);
        found.sort_by_key(|seen| {
            (
                seen.tag.kind != JsonKind::String,
                std::cmp::Reverse(seen.count),
            )
        });
        let tags = found.into_iter().map(|seen| seen.tag);
        tags.take(CANDIDATES).collect()
    }

    /// The values to which each member fixes a key.
    pub(super) fn values(&self, tag: Candidate<'_>) -> Vec<Vec<&'f str>> {
        let fixed = |facts: &'f Facts<'a>| {
            let fixed = facts.object.as_ref()?.fixed.get(tag.key)?;
            let values = fixed.values.iter().map(|value| &**value);
            (fixed.kind == tag.kind).then(|| values.collect())
        };
        self.facts
            .iter()
            .map(|facts| fixed(facts).unwrap_or_default())
            .collect()
    }

    /// The members that show nothing in this way.
    pub(super) fn blank(&self, blank: Blank) -> Vec<usize> {
        let facts = self.facts.iter().enumerate();
        facts
            .filter(|(_, facts)| facts.blank == Some(blank))
            .map(|(member, _)| member)
            .collect()
    }

    pub(super) fn key_plan(
        &self,
        member: usize,
        keys: &Keys<'_>,
        own: Vec<String>,
        required: Vec<String>,
    ) -> KeyPlan {
        let shared = keys
            .declared
            .iter()
            .filter(|key| self.declarers[**key].len() > 1);
        KeyPlan {
            member,
            shared: shared.map(|key| (*key).to_owned()).collect(),
            own,
            required,
        }
    }

    /// Keys that no other member declares.
    pub(super) fn own(&self, member: usize, keys: &Keys<'_>, tag: Option<&str>) -> Vec<String> {
        let alone = |key: &&&str| {
            self.declarers[**key].iter().all(|other| *other == member) && tag != Some(**key)
        };
        keys.declared
            .iter()
            .filter(alone)
            .map(|key| (*key).to_owned())
            .collect()
    }

    /// Required keys that are all there in no other member's values.
    pub(super) fn telling(&self, member: usize, keys: &Keys<'_>) -> Vec<String> {
        let everywhere = objects(self.facts).count();
        let rarest = keys
            .required
            .iter()
            .min_by_key(|key| self.declarers[**key].len());
        let Some(rarest) = rarest else {
            return Vec::new();
        };
        let holds_all = |other: &usize| {
            keys.required
                .iter()
                .all(|key| self.declarers[*key].contains(other))
        };
        if self.declarers[*rarest]
            .iter()
            .any(|other| *other != member && holds_all(other))
        {
            return Vec::new();
        }
        let tells =
            |key: &&&str| keys.required.contains(**key) && self.declarers[**key].len() < everywhere;
        keys.declared
            .iter()
            .filter(tells)
            .map(|key| (*key).to_owned())
            .collect()
    }
}

/// A key that could be the tag, and how often it was seen.
struct Seen<'a> {
    tag: Candidate<'a>,
    /// Members in which it has one value.
    count: usize,
    /// Whether the first member that fixes it requires it.
    first: bool,
    /// Whether every member that fixes it does.
    always: bool,
}

impl Seen<'_> {
    fn again(&mut self, single: bool, required: bool) {
        self.count += usize::from(single);
        self.always &= required;
    }

    fn is_tag(&self) -> bool {
        match self.tag.kind {
            JsonKind::String => self.count > 1 || self.first,
            _ => self.count > 1 && self.always,
        }
    }
}

pub(super) fn objects<'f, 'a>(
    facts: &'f [Facts<'a>],
) -> impl Iterator<Item = (usize, &'f Keys<'a>)> {
    facts
        .iter()
        .enumerate()
        .filter_map(|(index, facts)| Some((index, facts.object.as_ref()?)))
}
