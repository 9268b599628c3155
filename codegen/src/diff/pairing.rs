//! Which thing of the old document is which of the new one.
//!
//! In: two lists and what identifies their items. Out: [`Pairs`], and renames among what is left over.
//! This room never knows what it pairs.

use std::collections::{BTreeMap, BTreeSet};

/// Two lists, matched.
#[derive(Debug)]
pub(super) struct Pairs<I> {
    /// Items of both lists, in the order of the old one.
    pub(super) both: Vec<(I, I)>,
    /// Items of the old list alone, in its order.
    pub(super) removed: Vec<I>,
    /// Items of the new list alone, in its order.
    pub(super) added: Vec<I>,
}

impl<I: Copy + Ord> Pairs<I> {
    /// Two lists of which nothing is matched yet.
    pub(super) fn new(old: impl IntoIterator<Item = I>, new: impl IntoIterator<Item = I>) -> Self {
        let (removed, added) = (old.into_iter().collect(), new.into_iter().collect());
        Self {
            both: Vec::new(),
            removed,
            added,
        }
    }

    /// Matches what is left over by key; items with the same key in the order in which they come.
    #[must_use]
    pub(super) fn by<K: Ord>(
        mut self,
        old_key: impl Fn(I) -> Option<K>,
        new_key: impl Fn(I) -> Option<K>,
    ) -> Self {
        let mut waiting: BTreeMap<K, Vec<I>> = BTreeMap::new();
        for &item in self.added.iter().rev() {
            new_key(item)
                .into_iter()
                .for_each(|key| waiting.entry(key).or_default().push(item));
        }
        let mut found = Vec::new();
        for &item in &self.removed {
            let partner = old_key(item).and_then(|key| waiting.get_mut(&key)?.pop());
            found.extend(partner.map(|partner| (item, partner)));
        }
        self.take(&found);
        self
    }

    /// Matches what is left over by another key, where exactly one item on each side has it and `equal` agrees.
    ///
    /// Returns the new pairs, which are also part of `both` from then on.
    pub(super) fn rename<K: Ord>(
        &mut self,
        old_key: impl Fn(I) -> Option<K>,
        new_key: impl Fn(I) -> Option<K>,
        mut equal: impl FnMut(I, I) -> bool,
    ) -> Vec<(I, I)> {
        if self.removed.is_empty() || self.added.is_empty() {
            return Vec::new();
        }
        let mut sides: BTreeMap<K, (Vec<I>, Vec<I>)> = BTreeMap::new();
        for &item in &self.removed {
            old_key(item)
                .into_iter()
                .for_each(|key| sides.entry(key).or_default().0.push(item));
        }
        for &item in &self.added {
            new_key(item)
                .into_iter()
                .for_each(|key| sides.entry(key).or_default().1.push(item));
        }
        let mut found = Vec::new();
        for (olds, news) in sides.values() {
            if let ([old], [new]) = (&olds[..], &news[..])
                && equal(*old, *new)
            {
                found.push((*old, *new));
            }
        }
        self.take(&found);
        found
    }

    fn take(&mut self, found: &[(I, I)]) {
        if found.is_empty() {
            return;
        }
        let olds: BTreeSet<I> = found.iter().map(|(old, _)| *old).collect();
        let news: BTreeSet<I> = found.iter().map(|(_, new)| *new).collect();
        self.removed.retain(|item| !olds.contains(item));
        self.added.retain(|item| !news.contains(item));
        self.both.extend_from_slice(found);
        self.both.sort_unstable();
    }
}
