//! What tells members apart that have a value of the tag in common.
//!
//! In: the facts of the members, the tag and each one's values. Out: for a member, the conditions that beside the tag
//! tell it: no value that fits another member with the same tag, by its declared keys and fixed values, fulfils them.
//! Fixed values are asked before keys, and what is always there before what may be missing. That a key is missing is
//! never a condition.

mod rivals;

use std::collections::BTreeSet;

use crate::lower::evidence::{Facts, Keys};
use crate::rust::{Condition, JsonKind};
use rivals::Rivals;

/// A member whose values of the tag others have too.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::lower) struct SharedPlan {
    /// The member.
    pub member: usize,
    /// Its values of the tag.
    pub values: Vec<String>,
    /// What tells it there: one of these, when all of its conditions hold.
    pub evidence: Vec<Vec<Condition>>,
}

/// The members that have a value of the tag in common with another.
pub(super) struct Sharing<'m> {
    facts: &'m [Facts<'m>],
    tag: &'m str,
    values: &'m [Vec<&'m str>],
    rivals: Rivals<'m>,
}

/// Conditions, and how many rivals may fulfil them all.
#[derive(Clone)]
struct Narrowed {
    conditions: Vec<Condition>,
    left: usize,
}

impl<'m> Sharing<'m> {
    pub(super) fn new(facts: &'m [Facts<'m>], tag: &'m str, values: &'m [Vec<&'m str>]) -> Self {
        let rivals = Rivals::new(facts, values);
        Self {
            facts,
            tag,
            values,
            rivals,
        }
    }

    /// The members.
    pub(super) fn members(&self) -> BTreeSet<usize> {
        self.rivals.members()
    }

    /// The values that two members have in common.
    pub(super) fn common(&self, one: usize, other: usize) -> impl Iterator<Item = &'m str> {
        let others = &self.values[other];
        let values = self.values[one].iter().copied();
        values.filter(move |value| others.contains(value))
    }

    /// What tells a member among those with its tag; otherwise one from which nothing tells it.
    pub(super) fn told(&self, member: usize) -> Result<SharedPlan, usize> {
        let evidence = match &self.facts[member].object {
            Some(keys) => self.evidence(member, keys)?,
            None => return Err(self.rivals.left(member, &[]).next().unwrap_or(member)),
        };
        let values = self.values[member].iter().map(|value| (*value).to_owned());
        Ok(SharedPlan {
            member,
            values: values.collect(),
            evidence,
        })
    }

    fn evidence(&self, member: usize, keys: &Keys<'_>) -> Result<Vec<Vec<Condition>>, usize> {
        let firm = self.firm(keys);
        // Every fixed value of which others have another is asked: one that nobody has is news, and not this member.
        let parting = firm.iter().filter(|fixed| self.rivals.is_parting(fixed));
        let parting: Vec<Condition> = parting.cloned().collect();
        if self.rivals.left(member, &parting).next().is_none() {
            return Ok(vec![parting]);
        }
        let loose = self.loose(member, keys);
        let all = [firm.clone(), loose.clone(), self.present(&keys.declared)].concat();
        if let Some(rival) = self.rivals.left(member, &all).next() {
            return Err(rival);
        }
        let parted = Narrowed {
            left: self.rivals.count_left(member, &parting),
            conditions: parting,
        };
        let by_firm = self.narrowed(member, parted, &firm);
        let found = match self.by_keys(member, keys, by_firm.clone()) {
            Found::Always(evidence) => return Ok(evidence),
            found => found,
        };
        let by_both = self.narrowed(member, by_firm, &loose);
        let rival = self.rivals.left(member, &by_both.conditions).next();
        match (found, self.by_keys(member, keys, by_both)) {
            (_, Found::Always(evidence)) => Ok(evidence),
            (Found::Sometimes(evidence), _) | (_, Found::Sometimes(evidence)) => Ok(evidence),
            _ => Err(rival.unwrap_or(member)),
        }
    }

    /// Adds conditions, the one first that leaves the fewest rivals, while one leaves fewer.
    fn narrowed(&self, member: usize, from: Narrowed, among: &[Condition]) -> Narrowed {
        let mut told = from;
        while told.left > 0 {
            let left = |condition: &Condition| {
                let conditions = with(&told.conditions, condition);
                self.rivals.count_left(member, &conditions)
            };
            let best = among
                .iter()
                .map(|condition| (left(condition), condition))
                .min_by_key(|(left, _)| *left);
            match best.filter(|(left, _)| *left < told.left) {
                Some((left, condition)) => {
                    told = Narrowed {
                        conditions: with(&told.conditions, condition),
                        left,
                    }
                }
                None => break,
            }
        }
        told
    }

    /// Tells by keys what fixed values leave: by each that none of them declares, or by required ones together.
    fn by_keys(&self, member: usize, keys: &Keys<'_>, fixed: Narrowed) -> Found {
        if fixed.left == 0 {
            return Found::Always(vec![fixed.conditions]);
        }
        let tells = |key: &Condition| {
            let conditions = with(&fixed.conditions, key);
            self.rivals.left(member, &conditions).next().is_none()
        };
        let own: Vec<Condition> = self
            .present(&keys.declared)
            .into_iter()
            .filter(tells)
            .collect();
        let each = own.iter().map(|key| with(&fixed.conditions, key));
        let mut evidence: Vec<_> = each.collect();
        let required = keys.declared.iter();
        let required = required.filter(|key| keys.required.contains(*key));
        let required = self.present(&required.copied().collect::<Vec<_>>());
        if required.iter().any(|key| own.contains(key)) {
            return Found::Always(evidence);
        }
        let together = self.narrowed(member, fixed, &required);
        if together.left > 0 {
            return match evidence.is_empty() {
                true => Found::Never,
                false => Found::Sometimes(evidence),
            };
        }
        evidence.push(together.conditions);
        Found::Always(evidence)
    }

    fn present(&self, keys: &[&str]) -> Vec<Condition> {
        let keys = keys.iter().filter(|key| **key != self.tag);
        keys.map(|key| Condition::Present((*key).to_owned()))
            .collect()
    }

    /// Fixed values that are always there.
    fn firm(&self, keys: &Keys<'_>) -> Vec<Condition> {
        self.fixed(keys, |key| keys.required.contains(key))
    }

    /// Fixed strings that may be missing, where another member has another: all of them will be written.
    fn loose(&self, member: usize, keys: &Keys<'_>) -> Vec<Condition> {
        let is_loose = |key: &str| {
            let fixed = &keys.fixed[key];
            let single = fixed.kind == JsonKind::String && fixed.values.len() == 1;
            single && !keys.required.contains(key) && self.rivals.is_fixed_elsewhere(member, key)
        };
        self.fixed(keys, is_loose)
    }

    fn fixed(&self, keys: &Keys<'_>, wanted: impl Fn(&str) -> bool) -> Vec<Condition> {
        let condition = |key: &&str| {
            let fixed = keys.fixed.get(key)?;
            (*key != self.tag && wanted(key)).then(|| Condition::Fixed {
                key: (*key).to_owned(),
                kind: fixed.kind,
                values: fixed
                    .values
                    .iter()
                    .map(|value| (**value).to_owned())
                    .collect(),
            })
        };
        keys.declared.iter().filter_map(condition).collect()
    }
}

/// What keys tell beside fixed values.
enum Found {
    /// Every value of the member fulfils one of these.
    Always(Vec<Vec<Condition>>),
    /// Some do.
    Sometimes(Vec<Vec<Condition>>),
    /// None does.
    Never,
}

fn with(conditions: &[Condition], further: &Condition) -> Vec<Condition> {
    conditions.iter().chain([further]).cloned().collect()
}
