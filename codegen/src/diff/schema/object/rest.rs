//! What may stand in an object beside its declared properties.
//!
//! In: two objects. Out: findings about undeclared keys and patterns of keys, which follow the Rust type: an object
//! that declares nothing is a map, unless it is closed; one that declares something is a struct.
//! This room never looks at declared properties.

use std::collections::BTreeMap;

use super::Twins;
use crate::diff::Comparer;
use crate::diff::finding::Finding;
use crate::diff::rules::{Rule, table};
use crate::model::{Additional, SchemaId};

impl Comparer<'_> {
    pub(super) fn additional(&mut self, twins: &Twins<'_>) {
        let bare = (
            twins.old.properties.is_empty(),
            twins.new.properties.is_empty(),
        );
        // The reverse is told of by each property that is gone.
        let rule = (bare == (true, false)).then_some(&table::PROPERTIES_DECLARED);
        if let (Additional::Schema(old), Additional::Schema(new)) =
            (&twins.old.additional, &twins.new.additional)
        {
            self.meet(&twins.places, twins.scope, *old, *new);
        }
        let openness = openness(
            if bare == (true, true) {
                Bare::Both
            } else {
                Bare::NotBoth
            },
            &twins.old.additional,
            &twins.new.additional,
        );
        let rules = rule.into_iter().chain(openness);
        self.findings
            .extend(rules.map(|rule| Finding::at(rule, twins.places.clone(), twins.scope)));
    }

    pub(super) fn patterns(&mut self, twins: &Twins<'_>) {
        let news: BTreeMap<&str, SchemaId> = twins
            .new
            .patterns
            .iter()
            .map(|(text, id)| (&**text, *id))
            .collect();
        let olds: BTreeMap<&str, SchemaId> = twins
            .old
            .patterns
            .iter()
            .map(|(text, id)| (&**text, *id))
            .collect();
        let typed = !olds.is_empty() || matches!(twins.old.additional, Additional::Schema(_));
        let first = !typed && !twins.old.properties.is_empty() && !twins.new.properties.is_empty();
        let finding = Finding::at(
            if first {
                &table::PATTERN_PROPERTIES_ADDED
            } else {
                &table::PATTERN_PROPERTIES_CHANGED
            },
            twins.places.clone(),
            twins.scope,
        );
        for (pattern, old) in &olds {
            match news.get(pattern) {
                Some(new) => self.meet(&twins.places, twins.scope, *old, *new),
                None => self.findings.push(
                    finding
                        .clone()
                        .subject(*pattern)
                        .before(self.label_old(*old)),
                ),
            }
        }
        for (pattern, new) in news
            .iter()
            .filter(|(pattern, _)| !olds.contains_key(*pattern))
        {
            self.findings.push(
                finding
                    .clone()
                    .subject(*pattern)
                    .after(self.label_new(*new)),
            );
        }
    }
}

/// What becomes of undeclared keys; objects that declare none are maps, unless they are closed.
fn openness(bare: Bare, old: &Additional, new: &Additional) -> Option<&'static Rule> {
    let (old, new) = match bare {
        Bare::Both => (Rest::of(old).of_a_map(), Rest::of(new).of_a_map()),
        Bare::NotBoth => (Rest::of(old), Rest::of(new)),
    };
    match (old, new, bare) {
        (Rest::Kept, Rest::Closed, _) => Some(&table::ADDITIONAL_SCHEMA_FORBIDDEN),
        (Rest::Kept, Rest::Open, _) => Some(&table::ADDITIONAL_SCHEMA_REMOVED),
        (Rest::Kept, Rest::Typed, _) => Some(&table::MAP_SCHEMA_ADDED),
        (Rest::Typed, Rest::Kept, _) => Some(&table::ADDITIONAL_SCHEMA_REMOVED),
        (Rest::Closed, Rest::Kept, _) => Some(&table::OBJECT_OPENED),
        (Rest::Open | Rest::Kept, Rest::Kept, _) => None,
        (Rest::Open, Rest::Closed, Bare::Both) | (Rest::Typed, Rest::Closed, Bare::Both) => {
            Some(&table::EMPTY_OBJECT_CLOSED)
        }
        (Rest::Closed, Rest::Open, Bare::Both) | (Rest::Closed, Rest::Typed, Bare::Both) => {
            Some(&table::EMPTY_OBJECT_OPENED)
        }
        (Rest::Open, Rest::Typed, Bare::Both) => Some(&table::MAP_SCHEMA_ADDED),
        (Rest::Typed, Rest::Open, _) => Some(&table::ADDITIONAL_SCHEMA_REMOVED),
        (Rest::Typed, Rest::Closed, Bare::NotBoth) => Some(&table::ADDITIONAL_SCHEMA_FORBIDDEN),
        (Rest::Open, Rest::Typed, Bare::NotBoth) => Some(&table::ADDITIONAL_SCHEMA_ADDED),
        (Rest::Open, Rest::Closed, Bare::NotBoth) => Some(&table::OBJECT_CLOSED),
        (Rest::Closed, Rest::Open | Rest::Typed, Bare::NotBoth) => Some(&table::OBJECT_OPENED),
        (Rest::Open, Rest::Open, _)
        | (Rest::Closed, Rest::Closed, _)
        | (Rest::Typed, Rest::Typed, _) => None,
    }
}

/// Whether objects declare keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bare {
    Both,
    NotBoth,
}

/// What is said of undeclared keys, without which schema.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    Open,
    /// Allowed in so many words, and therefore kept.
    Kept,
    Closed,
    Typed,
}

impl Rest {
    /// An object without declared keys keeps all of them anyway.
    fn of_a_map(self) -> Self {
        match self {
            Rest::Kept => Rest::Open,
            other => other,
        }
    }

    fn of(additional: &Additional) -> Self {
        match additional {
            Additional::Unspecified => Rest::Open,
            Additional::Open => Rest::Kept,
            Additional::Closed => Rest::Closed,
            Additional::Schema(_) => Rest::Typed,
        }
    }
}
