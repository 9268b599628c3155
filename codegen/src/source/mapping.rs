//! Objects: entries in the order of the file, found by key in logarithmic time.
//!
//! In: entries whose keys differ. Out: a [`Mapping`].
//! This room never knows what any key means.

use std::sync::Arc;

use super::{Node, Origin, Span};

/// The entries of an object, in the order of the file, with an index by key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    entries: Vec<Entry>,
    /// Positions in `entries`, sorted by key; empty while a walk over the entries is as fast.
    index: Vec<u32>,
}

/// One key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key's text.
    pub key: Arc<str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
    /// Where the value stands, when the object was put together from several; else it stands below the object.
    pub place: Option<Arc<Origin>>,
}

impl Mapping {
    /// Objects up to this size are searched by walking.
    const WALKED: usize = 16;

    /// An object with these entries, whose keys must differ.
    pub(crate) fn new(entries: Vec<Entry>) -> Self {
        let index = if entries.len() > Self::WALKED {
            sorted_by_key(&entries)
        } else {
            Vec::new()
        };
        Self { entries, index }
    }

    /// The entries, in the order of the file.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with a key; takes logarithmic time in large objects.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        if self.index.is_empty() {
            return self.entries.iter().find(|entry| &*entry.key == key);
        }
        let at = self
            .index
            .binary_search_by(|&at| (*self.entries[at as usize].key).cmp(key))
            .ok()?;
        Some(&self.entries[self.index[at] as usize])
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// The positions of entries, sorted by key; equal keys stay in the order of the file.
pub(super) fn sorted_by_key(entries: &[Entry]) -> Vec<u32> {
    let count =
        u32::try_from(entries.len()).expect("a file holds fewer entries than bytes, which fit");
    let mut index: Vec<u32> = (0..count).collect();
    index.sort_by(|&left, &right| entries[left as usize].key.cmp(&entries[right as usize].key));
    index
}
