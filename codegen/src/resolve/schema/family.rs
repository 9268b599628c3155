//! Inheritance: a parent with a discriminator, and the declared schemas whose `allOf` holds it.
//!
//! In: entries that are read. Out: the children of a parent, in document order.
//! This room never looks at properties.

use std::collections::BTreeSet;

use super::Schemas;
use crate::model::SchemaId;

/// How many children one parent may have.
const MOST_HEIRS: usize = 10_000;

impl Schemas {
    /// Notes who extends whom.
    pub(super) fn note_heirs(&mut self) {
        for (index, entry) in self.entries.iter().enumerate() {
            let id = SchemaId(u32::try_from(index).expect("there are fewer schemas than bytes"));
            for &parent in &entry.parents {
                self.heirs.entry(parent).or_default().push(id);
            }
        }
    }

    /// The declared schemas that extend a parent with a discriminator of its own, at any remove.
    pub(super) fn family(&self, parent: SchemaId) -> Vec<SchemaId> {
        let mut found = BTreeSet::new();
        if self.entry(parent).tag.is_none() || self.is_exhausted() {
            return Vec::new();
        }
        let mut open = vec![parent];
        let mut seen = BTreeSet::from([parent]);
        while let Some(heirs) = open.pop().map(|id| self.heirs.get(&id)) {
            for &heir in heirs.into_iter().flatten() {
                if seen.len() < MOST_HEIRS && seen.insert(heir) {
                    open.push(heir);
                    let entry = self.entry(heir);
                    // A reference with more beside it is a use of the parent and no child.
                    if entry.name.is_some() && entry.stands_for.is_none() {
                        found.insert(heir);
                    }
                }
            }
        }
        found.into_iter().collect()
    }
}
