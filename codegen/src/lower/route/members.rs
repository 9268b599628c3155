//! What a union's members show, side by side.
//!
//! In: the facts of each member. Out: which keys are whose, and which could be the tag.
//! This room decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::KeyPlan;
use crate::lower::evidence::{Blank, Facts, Keys};

/// The tags that a plan is made for, by how many members they speak for.
const CANDIDATES: usize = 8;

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

    /// Keys that could be the tag, the best first: fixed to one string in two members, or in one that requires it.
    pub(super) fn tags(&self) -> Vec<&'a str> {
        let mut found: Vec<(&str, usize, bool)> = Vec::new();
        for (_, keys) in objects(self.facts) {
            for (key, _) in keys.fixed.iter().filter(|(_, values)| values.len() == 1) {
                let required = keys.required.contains(key);
                match found.iter_mut().find(|(known, ..)| known == key) {
                    Some((_, count, _)) => *count += 1,
                    None => found.push((key, 1, required)),
                }
            }
        }
        found.retain(|(_, count, required)| *count > 1 || *required);
        found.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        found
            .into_iter()
            .take(CANDIDATES)
            .map(|(key, ..)| key)
            .collect()
    }

    /// The strings to which each member fixes a key.
    pub(super) fn values(&self, key: &str) -> Vec<Vec<&'a str>> {
        let fixed = |facts: &Facts<'a>| {
            facts
                .object
                .as_ref()
                .and_then(|keys| keys.fixed.get(key))
                .cloned()
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

pub(super) fn objects<'f, 'a>(
    facts: &'f [Facts<'a>],
) -> impl Iterator<Item = (usize, &'f Keys<'a>)> {
    facts
        .iter()
        .enumerate()
        .filter_map(|(index, facts)| Some((index, facts.object.as_ref()?)))
}
