//! Which members may fulfil a condition: an index of those that have a value of the tag in common.
//!
//! In: the facts of the members and their values of the tag. Out: the rivals of a member that conditions leave, found
//! without looking at all of them. This room decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::lower::evidence::Facts;
use crate::rust::{Condition, JsonKind};

/// The members that have a value of the tag in common.
pub(super) struct Rivals<'m> {
    values: &'m [Vec<&'m str>],
    /// Who has a value of the tag, where several have.
    owners: BTreeMap<&'m str, BTreeSet<usize>>,
    /// Who declares a key.
    holders: BTreeMap<&'m str, Holders<'m>>,
}

/// The members that declare a key.
#[derive(Default)]
struct Holders<'m> {
    all: BTreeSet<usize>,
    /// Those that leave its value open.
    open: BTreeSet<usize>,
    /// Those that fix it, by the kind of their values.
    fixed: BTreeMap<JsonKind, Fixers<'m>>,
}

/// The members that fix a key to values of one kind.
#[derive(Default)]
struct Fixers<'m> {
    all: BTreeSet<usize>,
    by_value: BTreeMap<&'m str, BTreeSet<usize>>,
}

impl<'m> Rivals<'m> {
    pub(super) fn new(facts: &'m [Facts<'m>], values: &'m [Vec<&'m str>]) -> Self {
        let mut owners: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (member, values) in values.iter().enumerate() {
            for value in values {
                owners.entry(value).or_default().insert(member);
            }
        }
        owners.retain(|_, members| members.len() > 1);
        let mut rivals = Self {
            values,
            owners,
            holders: BTreeMap::new(),
        };
        for member in rivals.members() {
            rivals.add(member, &facts[member]);
        }
        rivals
    }

    fn add(&mut self, member: usize, facts: &'m Facts<'m>) {
        let Some(keys) = &facts.object else {
            return;
        };
        for key in &keys.declared {
            let holders = self.holders.entry(key).or_default();
            holders.all.insert(member);
            let Some(fixed) = keys.fixed.get(key) else {
                holders.open.insert(member);
                continue;
            };
            let fixers = holders.fixed.entry(fixed.kind).or_default();
            fixers.all.insert(member);
            for value in &fixed.values {
                fixers.by_value.entry(value).or_default().insert(member);
            }
        }
    }

    /// Everyone here.
    pub(super) fn members(&self) -> BTreeSet<usize> {
        self.owners.values().flatten().copied().collect()
    }

    /// Whether another member fixes the key of a condition to other values of the same kind.
    pub(super) fn is_parting(&self, condition: &Condition) -> bool {
        let Condition::Fixed { key, kind, values } = condition else {
            return false;
        };
        let Some(fixers) = self.holders[key.as_str()].fixed.get(kind) else {
            return false;
        };
        let having = |value: &String| fixers.by_value.get(value.as_str());
        let same = match values.as_slice() {
            [only] => having(only).map_or(0, BTreeSet::len),
            several => {
                let same = several.iter().filter_map(having).flatten();
                same.collect::<BTreeSet<_>>().len()
            }
        };
        fixers.all.len() > same
    }

    /// Whether another member fixes a key to a string.
    pub(super) fn is_fixed_elsewhere(&self, member: usize, key: &str) -> bool {
        let fixers = self.holders[key].fixed.get(&JsonKind::String);
        fixers.is_some_and(|fixers| fixers.all.iter().any(|other| *other != member))
    }

    /// How many rivals of a member may fulfil all of these conditions.
    pub(super) fn count_left(&self, member: usize, conditions: &[Condition]) -> usize {
        let mut left: Vec<usize> = self.left(member, conditions).collect();
        left.sort_unstable();
        left.dedup();
        left.len()
    }

    /// The rivals of a member that may fulfil all of these conditions, one after the other, some of them repeatedly.
    pub(super) fn left(
        &self,
        member: usize,
        conditions: &[Condition],
    ) -> impl Iterator<Item = usize> {
        let asked = conditions
            .iter()
            .map(|condition| self.fulfilling(condition));
        let mut asked: Vec<_> = asked.chain([self.owners_of(member)]).collect();
        asked.sort_by_key(|sets| sets.iter().map(|set| set.len()).sum::<usize>());
        // The fewest are looked at one by one, and asked for in the others.
        let fewest = asked.remove(0);
        let is_asked = move |other: &usize| {
            let mut asked = asked.iter();
            *other != member && asked.all(|sets| sets.iter().any(|set| set.contains(other)))
        };
        fewest.into_iter().flatten().copied().filter(is_asked)
    }

    fn owners_of(&self, member: usize) -> Vec<&BTreeSet<usize>> {
        let values = self.values[member].iter();
        values.filter_map(|value| self.owners.get(value)).collect()
    }

    /// The members that may fulfil a condition, in sets that may overlap.
    fn fulfilling<'s>(&'s self, condition: &Condition) -> Vec<&'s BTreeSet<usize>> {
        let (Condition::Present(key) | Condition::Fixed { key, .. }) = condition;
        let Some(holders) = self.holders.get(key.as_str()) else {
            return Vec::new();
        };
        match condition {
            Condition::Present(_) => vec![&holders.all],
            Condition::Fixed { kind, values, .. } => holders.having(*kind, values),
        }
    }
}

impl Holders<'_> {
    /// Those whose values may be one of these; a value of another kind may be spelt like it.
    fn having<'s>(&'s self, kind: JsonKind, values: &[String]) -> Vec<&'s BTreeSet<usize>> {
        let mut sets = vec![&self.open];
        for (other, fixers) in &self.fixed {
            if *other == kind {
                let by_value = |value: &String| fixers.by_value.get(value.as_str());
                sets.extend(values.iter().filter_map(by_value));
            } else {
                sets.push(&fixers.all);
            }
        }
        sets
    }
}
