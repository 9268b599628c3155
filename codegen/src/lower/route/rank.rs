//! Which of several plans is the best: the one that leaves the fewest members undecided.
//!
//! In: the members, and the keys that could be the tag. Out: one plan.
//! This room never looks at what a plan decides by, but for how many it decides and whether the tag is enough.

use std::collections::{BTreeMap, BTreeSet};

use super::Plan;
use super::members::{Candidate, Members, objects};

/// What is preferred among plans that leave as many members undecided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A tag that decides alone.
    Tag,
    /// Tags that are always there, and more beside them: a new tag is told from the known ones.
    FirmTag,
    /// Keys and kinds.
    Keys,
    /// Tags that may be missing, and more beside them.
    LooseTag,
}

/// What is compared of plans: members that they leave, rank, members that share a tag, and where the tag was found.
type Worth = (usize, Rank, usize, usize);

impl Members<'_, '_> {
    /// The plan that leaves the fewest members undecided; with a tag rather than without.
    pub(super) fn best(&self) -> Plan {
        let tags = self.tags().into_iter().map(|tag| (tag, self.values(tag)));
        let mut tags: Vec<_> = tags
            .filter(|(_, values)| !is_of_envelope(values))
            .map(|(tag, values)| (sharers(&values), tag, values))
            .enumerate()
            .collect();
        tags.sort_by_key(|(_, (sharers, ..))| *sharers);
        let plan = self.untagged();
        let worth: Worth = (plan.undecided.len(), Rank::Keys, 0, usize::MAX);
        let mut best = (worth, plan);
        for (index, (_, tag, values)) in tags {
            let plan = self.by_tag(tag, &values);
            let rank = self.rank(tag, &values, &plan);
            let Some(rank) = rank.filter(|_| plan.bare.is_none() || plan.clashes.is_empty()) else {
                continue;
            };
            let worth = (plan.undecided.len(), rank, plan.shared.len(), index);
            if worth < best.0 {
                best = (worth, plan);
            }
            // Of those that follow at least as many members share their tag.
            if matches!(best.0, (0, Rank::Tag | Rank::FirmTag, ..)) {
                break;
            }
        }
        best.1
    }

    /// What a plan by tag is worth; a tag that needs more, and is one word wherever it is, is none.
    fn rank(&self, tag: Candidate<'_>, values: &[Vec<&str>], plan: &Plan) -> Option<Rank> {
        if plan.shared.is_empty() {
            return Some(Rank::Tag);
        }
        let distinct: BTreeSet<&str> = values.iter().flatten().copied().collect();
        let is_firm = objects(self.facts)
            .filter(|(member, _)| !values[*member].is_empty())
            .all(|(_, keys)| keys.required.contains(tag.key));
        (distinct.len() > 1).then_some(match is_firm {
            true => Rank::FirmTag,
            false => Rank::LooseTag,
        })
    }
}

/// Whether a key holds one value in all the members that fix it, as envelopes do (`specversion`, `jsonrpc`): it tells
/// nothing, and nobody meant it to. Where just two members share a word, one of them was meant to have another.
fn is_of_envelope(values: &[Vec<&str>]) -> bool {
    let holders = values.iter().filter(|list| !list.is_empty()).count();
    let distinct: BTreeSet<&str> = values.iter().flatten().copied().collect();
    let is_version = |value: &&str| {
        value
            .trim_start_matches('v')
            .starts_with(|c: char| c.is_ascii_digit())
    };
    distinct.len() == 1 && holders > 1 && (holders > 2 || distinct.iter().all(is_version))
}

/// How many members have a value that another has too.
fn sharers(values: &[Vec<&str>]) -> usize {
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values.iter().flatten() {
        *owners.entry(value).or_default() += 1;
    }
    let shares = |list: &&Vec<&str>| list.iter().any(|value| owners[value] > 1);
    values.iter().filter(shares).count()
}
