//! A node together with its place: what resolving walks with.
//!
//! In: a file's root. Out: children by key or index, each with its own [`Origin`].
//! This room never follows a reference.

use super::{Entry, Kind, Node, Origin};
use crate::diagnostic::Place;

/// A node and where it stands.
#[derive(Clone, Debug)]
pub struct Cursor {
    /// The node.
    pub node: Node,
    /// Its place.
    pub origin: Origin,
}

impl Cursor {
    /// The value under a key of an object.
    pub fn get(&self, key: &str) -> Option<Cursor> {
        Some(self.child(self.node.as_mapping()?.get(key)?))
    }

    /// Keys and values of an object, in the order of the file; empty for anything else.
    pub fn entries(&self) -> Vec<(String, Cursor)> {
        let Kind::Mapping(mapping) = &self.node.kind else {
            return Vec::new();
        };
        let pair = |entry: &Entry| (entry.key.to_string(), self.child(entry));
        mapping.entries().iter().map(pair).collect()
    }

    /// The items of a list; empty for anything else.
    pub fn items(&self) -> Vec<Cursor> {
        let Kind::Sequence(items) = &self.node.kind else {
            return Vec::new();
        };
        let place = |(index, node): (usize, &Node)| Cursor {
            node: node.clone(),
            origin: Origin {
                file: self.origin.file,
                pointer: self.origin.pointer.index(index),
            },
        };
        items.iter().enumerate().map(place).collect()
    }

    /// The place of the value, for a diagnostic.
    pub fn place(&self) -> Place {
        Place::Value(self.origin.clone())
    }

    /// The place of the key, for a diagnostic.
    pub fn key_place(&self) -> Place {
        Place::Key(self.origin.clone())
    }

    fn child(&self, entry: &Entry) -> Cursor {
        let below = || Origin {
            file: self.origin.file,
            pointer: self.origin.pointer.push(&entry.key),
        };
        let place = entry.place.as_deref().cloned();
        Cursor {
            node: entry.value.clone(),
            origin: place.unwrap_or_else(below),
        }
    }
}
