//! The merge key `<<` of YAML 1.1, and keys given twice.
//!
//! In: the rows of one object as they were read. Out: its entries, merged ones at the place of their `<<`.
//! Keys of the object itself win over merged ones, and earlier merged objects over later ones.
//! This room never knows where the rows came from.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::mapping::sorted_by_key;
use super::{Entry, Kind, Mapping, Node, Span};

/// One row of an object.
pub(super) enum Row {
    /// A key and its value.
    Entry(Entry),
    /// The value of a `<<`.
    Merge(Node),
}

/// The entries that rows amount to; the place of a merged value that is no object, otherwise.
pub(super) fn entries(rows: Vec<Row>) -> Result<Vec<Entry>, Span> {
    let mut taken: BTreeSet<Arc<str>> = BTreeSet::new();
    if rows.iter().any(|row| matches!(row, Row::Merge(_))) {
        taken.extend(rows.iter().filter_map(own_key));
    }
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        match row {
            Row::Entry(entry) => entries.push(entry),
            Row::Merge(node) => {
                for source in merged_objects(&node)? {
                    let fresh = source
                        .entries()
                        .iter()
                        .filter(|entry| taken.insert(entry.key.clone()));
                    entries.extend(fresh.cloned());
                }
            }
        }
    }
    Ok(entries)
}

/// Pairs of positions of entries with the same key: the first, and each further one.
pub(super) fn repeated_keys(entries: &[Entry]) -> Vec<(usize, usize)> {
    let sorted = sorted_by_key(entries);
    let groups =
        sorted.chunk_by(|&left, &right| entries[left as usize].key == entries[right as usize].key);
    let pairs = groups.flat_map(|group| {
        group[1..]
            .iter()
            .map(|&again| (group[0] as usize, again as usize))
    });
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_by_key(|&(_, again)| again);
    pairs
}

fn own_key(row: &Row) -> Option<Arc<str>> {
    match row {
        Row::Entry(entry) => Some(entry.key.clone()),
        Row::Merge(_) => None,
    }
}

fn merged_objects(node: &Node) -> Result<Vec<&Mapping>, Span> {
    let one = |node: &'_ Node| match &node.kind {
        Kind::Mapping(_) => Ok(()),
        Kind::Scalar(_) | Kind::Sequence(_) => Err(node.span),
    };
    let nodes = node.as_sequence().unwrap_or(std::slice::from_ref(node));
    nodes.iter().try_for_each(one)?;
    Ok(nodes.iter().filter_map(Node::as_mapping).collect())
}
