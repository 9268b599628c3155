//! How a value finds its member: the decision procedure of a union, derived from evidence and proved unambiguous.
//!
//! In: the facts of each member. Out: a [`Plan`]: a tag, keys and kinds, each of which speaks for one member alone, what
//! tells members with one tag, and the members for which nothing speaks. No value that fits one member by its declared keys is ever given to another.
//! Of a base and what is derived from it, a key that the base lacks speaks for the derived one; that such keys are
//! missing speaks for nobody, since a member that the document does not know yet lacks them too: the base is undecided.
//! This room knows neither names nor which union it is asked for.

mod members;
mod rank;
mod shared;

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::{Blank, Facts};
use crate::rust::JsonKind;
use members::{Candidate, Members, objects};
use shared::Sharing;

pub(super) use shared::SharedPlan;

/// How a value finds its member; members are indexes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Plan {
    /// The key whose value decides, and the member of each value that is one member's alone.
    pub tag: Option<(String, Vec<(String, usize)>)>,
    /// Members with values of the tag that others have too, and what tells them there.
    pub shared: Vec<SharedPlan>,
    /// The kind of the tag's values, where they are no strings.
    pub bare: Option<JsonKind>,
    /// Members told by the presence of keys.
    pub keys: Vec<KeyPlan>,
    /// Members told by their kind.
    pub kinds: Vec<(JsonKind, usize)>,
    /// Members that nothing tells apart.
    pub undecided: Vec<usize>,
    /// Values of the tag that two members have, of which nothing tells one of them.
    pub clashes: Vec<(String, usize, usize)>,
}

/// A member told by the presence of keys.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeyPlan {
    /// The member.
    pub member: usize,
    /// Keys that it alone declares: one is enough.
    pub own: Vec<String>,
    /// Keys that others declare too.
    pub shared: Vec<String>,
    /// Keys that are all there in no other member's values: together they are enough. None where one of them is an own
    /// key, which is enough by itself.
    pub required: Vec<String>,
}

/// A tag that the document states: the key, and the value of each member that has one.
pub(super) type Stated<'a> = (&'a str, Vec<Option<&'a str>>);

/// Every kind of value.
const KINDS: [JsonKind; 6] = [
    JsonKind::Null,
    JsonKind::String,
    JsonKind::Number,
    JsonKind::Boolean,
    JsonKind::Array,
    JsonKind::Object,
];

/// How values find these members: by the tag that the document states, or by the best evidence.
pub(super) fn plan(facts: &[Facts<'_>], stated: Option<Stated<'_>>) -> Plan {
    let members = Members::new(facts);
    if let Some((key, values)) = stated.filter(|(_, values)| values.iter().any(Option::is_some)) {
        // A member without a value of its own may list several.
        let tag = Candidate::of_strings(key);
        let listed = values.into_iter().zip(members.values(tag));
        let values: Vec<Vec<&str>> = listed
            .map(|(value, listed)| value.map_or(listed, |value| vec![value]))
            .collect();
        return members.by_tag(tag, &values);
    }
    members.best()
}

impl Plan {
    /// Tells members with one tag apart, as far as anything does.
    fn share(&mut self, sharing: &Sharing<'_>) {
        let mut pairs = BTreeSet::new();
        for member in sharing.members() {
            match sharing.told(member) {
                Ok(told) => self.shared.push(told),
                Err(rival) => {
                    self.undecided.push(member);
                    pairs.insert((member.max(rival), member.min(rival)));
                }
            }
        }
        for (other, one) in pairs {
            let common = sharing.common(one, other);
            let clashes = common.map(|value| (value.to_owned(), one, other));
            self.clashes.extend(clashes);
        }
    }
}

impl Members<'_, '_> {
    fn by_tag(&self, tag: Candidate<'_>, values: &[Vec<&str>]) -> Plan {
        let key = tag.key;
        let mut plan = Plan {
            bare: (tag.kind != JsonKind::String).then_some(tag.kind),
            ..Plan::default()
        };
        let sharing = Sharing::new(self.facts, key, values);
        plan.share(&sharing);
        let rivals = sharing.members();
        let alone = values
            .iter()
            .enumerate()
            .filter(|(member, _)| !rivals.contains(member));
        let table: Vec<(String, usize)> = alone
            .flat_map(|(member, list)| list.iter().map(move |value| ((*value).to_owned(), member)))
            .collect();
        let is_tag = !(table.is_empty() && rivals.is_empty());
        plan.tag = is_tag.then(|| (key.to_owned(), table));
        for (member, keys) in objects(self.facts).filter(|(member, _)| values[*member].is_empty()) {
            let own = self.own(member, keys, Some(key));
            if own.is_empty() || keys.required.contains(key) {
                plan.undecided.push(member);
            } else {
                plan.keys.push(self.key_plan(member, keys, own, Vec::new()));
            }
        }
        self.add_kinds(&mut plan);
        plan
    }

    fn untagged(&self) -> Plan {
        let mut plan = Plan::default();
        let alone = objects(self.facts).count() == 1;
        for (member, keys) in objects(self.facts) {
            let own = self.own(member, keys, None);
            let mut required = self.telling(member, keys);
            if required.iter().any(|key| own.contains(key)) {
                required.clear();
            }
            if alone {
                plan.kinds.push((JsonKind::Object, member));
            } else if own.is_empty() && required.is_empty() {
                plan.undecided.push(member);
            } else {
                plan.keys.push(self.key_plan(member, keys, own, required));
            }
        }
        self.add_kinds(&mut plan);
        plan
    }

    /// Kinds that one member alone has, and what is left without any evidence.
    fn add_kinds(&self, plan: &mut Plan) {
        let mut by_kind: BTreeMap<JsonKind, Vec<usize>> = BTreeMap::new();
        for (member, facts) in self.facts.iter().enumerate() {
            for kind in &facts.kinds {
                by_kind.entry(*kind).or_default().push(member);
            }
        }
        let anything = self.blank(Blank::Anything);
        let foreign = self.blank(Blank::Foreign);
        let is_shown = anything.is_empty() && foreign.is_empty();
        if !is_shown {
            let objects = plan
                .kinds
                .extract_if(.., |(kind, _)| *kind == JsonKind::Object);
            plan.undecided.extend(objects.map(|(_, member)| member));
        }
        for (kind, members) in by_kind {
            match members.as_slice() {
                [only] if is_shown => plan.kinds.push((kind, *only)),
                _ => plan.undecided.extend(&members),
            }
        }
        match anything.as_slice() {
            [only] if self.facts.len() == 1 => plan.kinds.extend(KINDS.map(|kind| (kind, *only))),
            _ => plan.undecided.extend(&anything),
        }
        plan.undecided.extend(foreign);
        plan.undecided.extend(self.blank(Blank::Bytes));
        let silent = |(_, facts): &(usize, &Facts<'_>)| **facts == Facts::default();
        plan.undecided.extend(
            self.facts
                .iter()
                .enumerate()
                .filter(silent)
                .map(|(member, _)| member),
        );
        plan.undecided.sort_unstable();
        plan.undecided.dedup();
    }
}

#[cfg(test)]
mod tests;
