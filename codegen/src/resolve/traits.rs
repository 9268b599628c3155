//! Traits: parts of messages and operations that several of them share.
//!
//! In: an object with `traits`. Out: its fields with those of the traits merged in, each with its own place.
//! Both versions of the standard use JSON Merge Patch (RFC 7386) in the order of the list, with one
//! difference. In 2.x the traits are patches upon the object, so that a trait wins; in 3.x “a property on a
//! trait MUST NOT override the same property on the target object” (Traits Merge Mechanism), so that the
//! object is the last patch. This room never knows what the fields mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Context;
use super::draft::Draft;
use crate::document::{Fields, Major};
use crate::source::{Cursor, Entry, Kind, Mapping, Node, Origin, Span};

/// How many objects may be merged for one object: references can make both sides endless.
const BUDGET: u32 = 10_000;
/// How deep objects may be merged.
const DEPTH: u32 = 64;

/// Keys with their values.
type Entries = Vec<(String, Cursor)>;

impl Draft<'_, '_> {
    /// Takes `traits` and merges them in; `own` are the keys that only the object itself may have.
    pub(super) fn with_traits(
        &mut self,
        mut fields: Fields,
        object: &'static str,
        own: &[&str],
    ) -> Fields {
        let traits = fields.list("traits");
        if traits.is_empty() {
            return fields;
        }
        let mut layers = Vec::with_capacity(traits.len() + 1);
        for item in &traits {
            layers.extend(self.layer(item, object, own));
        }
        let (at, name) = (fields.at.clone(), fields.object());
        let target = fields.rest();
        self.context.close(fields);
        match self.major {
            Major::Two => layers.insert(0, target),
            Major::Three => layers.push(target),
        }
        let entries = self.context.merged(&at, layers);
        Fields::from_entries(at, entries, name)
    }

    fn layer(&mut self, item: &Cursor, object: &'static str, own: &[&str]) -> Option<Entries> {
        let mut fields = self.open(item, object)?;
        for key in own {
            fields.ignore(key, "a trait may not hold this");
        }
        let entries = fields.rest();
        self.context.close(fields);
        Some(entries)
    }
}

impl Context<'_> {
    /// The layers as the entries of an object that stands at `home`.
    fn merged(&mut self, home: &Origin, layers: Vec<Entries>) -> Entries {
        let mut budget = BUDGET;
        let mut merged = Entries::new();
        for layer in layers {
            self.patch(home, &mut merged, layer, DEPTH, &mut budget);
        }
        merged
    }

    fn patch(
        &mut self,
        home: &Origin,
        entries: &mut Entries,
        patch: Entries,
        depth: u32,
        budget: &mut u32,
    ) {
        let keys = entries.iter().enumerate();
        let index: BTreeMap<String, usize> = keys.map(|(at, (key, _))| (key.clone(), at)).collect();
        for (key, value) in patch {
            match index.get(&key) {
                Some(&at) => {
                    let below = entries[at].1.clone();
                    entries[at].1 = self.over(&below_key(home, &key), below, value, depth, budget);
                }
                None => entries.push((key, value)),
            }
        }
        entries.retain(|(_, value)| !value.node.is_null());
    }

    /// One value laid over another: objects are merged, anything else takes the place of what was there.
    ///
    /// What is merged stands at `home`, in the object that the traits are for: two objects that merge different things
    /// with one trait hold different things.
    fn over(
        &mut self,
        home: &Origin,
        below: Cursor,
        above: Cursor,
        depth: u32,
        budget: &mut u32,
    ) -> Cursor {
        let (Some(low), Some(high)) = (self.object(&below), self.object(&above)) else {
            return self.instead(home, &below, above);
        };
        if depth == 0 || *budget == 0 || low.origin == high.origin {
            return self.instead(home, &below, above);
        }
        *budget -= 1;
        let mut entries = low.entries();
        self.patch(home, &mut entries, high.entries(), depth - 1, budget);
        // What stands there in its own right is on record by itself.
        let own = |key: &str| low.origin == *home && low.get(key).is_some();
        for (key, value) in entries.iter().filter(|(key, _)| !own(key)) {
            let shown = Origin {
                file: home.file,
                pointer: home.pointer.push(key),
            };
            if shown != value.origin {
                self.moved.insert(shown, value.origin.clone());
            }
        }
        Cursor {
            node: object(high.node.span, entries),
            origin: home.clone(),
        }
    }

    /// What takes the place of something else, which goes on record.
    fn instead(&mut self, home: &Origin, below: &Cursor, above: Cursor) -> Cursor {
        let reason = match below.node.to_json() == above.node.to_json() {
            true => "said again through `traits`",
            false => "overridden through `traits`",
        };
        let key = home.pointer.last().unwrap_or_default();
        self.ignore(below, &key, reason);
        above
    }

    fn object(&mut self, cursor: &Cursor) -> Option<Cursor> {
        cursor.node.as_mapping()?;
        let target = self.follow(cursor.clone())?.target;
        target.node.as_mapping().is_some().then_some(target)
    }
}

/// The place of a key of the object at a place.
fn below_key(home: &Origin, key: &str) -> Origin {
    Origin {
        file: home.file,
        pointer: home.pointer.push(key),
    }
}

/// An object that nobody wrote in one piece.
fn object(span: Span, entries: Entries) -> Node {
    let entry = |(key, value): (String, Cursor)| Entry {
        key: Arc::from(key),
        key_span: value.node.span,
        value: value.node,
        place: Some(Arc::new(value.origin)),
    };
    let entries = entries.into_iter().map(entry).collect();
    Node {
        span,
        kind: Kind::Mapping(Arc::new(Mapping::new(entries))),
    }
}
