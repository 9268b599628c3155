//! Values against object schemas: keys that are missing, keys that are too many.
//!
//! In: an object schema, the keys that unions put beside its own, and a node. Out: the [`Level`] of the two.
//! This room never looks at the values.

use std::collections::{BTreeMap, BTreeSet};

use super::Kind;
use super::level::{Child, Level, Mismatch, Spot, Step, not};
use super::words;
use crate::model::{Additional, Model, Object, Presence, ScalarKind, SchemaId, Shape};
use crate::source::{Entry, Mapping, Node, Origin};

/// The keys by which unions tell their members apart: such a key may stand in a member that is closed and does not
/// declare it, and where it is one, it has the value that the unions expect.
pub(super) struct Tags {
    by_member: BTreeMap<Origin, Expected>,
}

/// Keys, each with the value that all unions agree on, if they do.
pub(super) type Expected = BTreeMap<String, Option<String>>;

impl Tags {
    pub(super) fn new(model: &Model) -> Self {
        let mut tags = Self {
            by_member: BTreeMap::new(),
        };
        for schema in &model.schemas {
            let Shape::Union(union) = &schema.shape else {
                continue;
            };
            let Some(tag) = &union.discriminator else {
                continue;
            };
            for (member, value) in union.members.iter().zip(&tag.values) {
                tags.expect(model, behind(model, *member), &tag.property, value.as_ref());
            }
        }
        tags
    }

    fn expect(&mut self, model: &Model, member: SchemaId, key: &str, value: Option<&String>) {
        let value = value.filter(|_| is_free(model, member, key)).cloned();
        let keys = self.by_member.entry(model.schema(member).at.clone());
        let known = keys
            .or_default()
            .entry(key.to_owned())
            .or_insert_with(|| value.clone());
        if *known != value {
            *known = None;
        }
    }

    pub(super) fn of(&self, schema: &Origin) -> Option<&Expected> {
        self.by_member.get(schema)
    }
}

/// Whether a member declares the key as any string, so that only its unions say which.
fn is_free(model: &Model, member: SchemaId, key: &str) -> bool {
    let Shape::Object(object) = &model.schema(member).shape else {
        return false;
    };
    let declared = object
        .properties
        .iter()
        .find(|property| property.name == key);
    declared.is_some_and(|property| {
        let schema = model.schema(behind(model, property.schema));
        matches!(&schema.shape, Shape::Scalar(scalar) if scalar.kind == ScalarKind::String)
    })
}

/// The schema behind a chain of aliases; the last one reached, should the chain have no end.
pub(super) fn behind(model: &Model, schema: SchemaId) -> SchemaId {
    let next = |id: &SchemaId| match model.schema(*id).shape {
        Shape::Alias(target) => Some(target),
        _ => None,
    };
    let chain = std::iter::successors(Some(schema), next);
    chain.take(model.schemas.len() + 1).last().unwrap_or(schema)
}

pub(super) fn level<'a>(wanted: &'a Object, tags: Option<&Expected>, node: &'a Node) -> Level<'a> {
    let Some(mapping) = node.as_mapping() else {
        return not(node, "an object");
    };
    let mut level = declared(wanted, mapping);
    for (key, value) in tags.into_iter().flatten() {
        level
            .mismatches
            .extend(wrong_tag(mapping, key, value.as_deref()));
    }
    let names: BTreeSet<&str> = wanted
        .properties
        .iter()
        .map(|property| &*property.name)
        .collect();
    for entry in mapping.entries() {
        let is_tag = tags.is_some_and(|tags| tags.contains_key(&*entry.key));
        if !is_tag && !names.contains(&*entry.key) {
            undeclared(&mut level, wanted, entry);
        }
    }
    level
}

fn declared<'a>(wanted: &'a Object, mapping: &'a Mapping) -> Level<'a> {
    let mut level = Level::default();
    for property in &wanted.properties {
        match mapping.get(&property.name) {
            Some(entry) => level.children.push(Child {
                schema: property.schema,
                node: &entry.value,
                step: Step::Property(&property.name, &property.at),
            }),
            None if property.presence == Presence::Required => {
                level.mismatches.push(missing(&property.name))
            }
            None => {}
        }
    }
    level
}

/// A tag with another value than the member's.
fn wrong_tag(mapping: &Mapping, key: &str, value: Option<&str>) -> Option<Mismatch> {
    let (found, value) = (&mapping.get(key)?.value, value?);
    let differs = found.as_str().is_some_and(|text| text != value);
    differs.then(|| Mismatch {
        kind: Kind::WrongConstant,
        expected: format!("{value:?} under {key:?}, which tells the members of a union apart"),
        found: words::found(found),
        spot: Spot::Below(key.to_owned()),
    })
}

fn missing(name: &str) -> Mismatch {
    Mismatch {
        kind: Kind::MissingKey,
        expected: format!("an object with the key {name:?}"),
        found: format!("no key {name:?}"),
        spot: Spot::Value,
    }
}

/// Keys that a pattern may declare are let through: patterns are not evaluated.
fn undeclared<'a>(level: &mut Level<'a>, wanted: &Object, entry: &'a Entry) {
    match wanted.additional {
        Additional::Schema(schema) if wanted.patterns.is_empty() => level.children.push(Child {
            schema,
            node: &entry.value,
            step: Step::Entry(&entry.key),
        }),
        Additional::Closed if wanted.patterns.is_empty() => {
            level.mismatches.push(too_many(wanted, entry))
        }
        Additional::Unspecified if wanted.patterns.is_empty() => level.undeclared = true,
        Additional::Schema(_) | Additional::Closed | Additional::Unspecified | Additional::Open => {
        }
    }
}

fn too_many(wanted: &Object, entry: &Entry) -> Mismatch {
    let expected = match wanted.properties.as_slice() {
        [] => "an object without keys".to_owned(),
        _ => format!("an object without the key {:?}", entry.key),
    };
    let found = format!("the key {:?}, {}", entry.key, words::found(&entry.value));
    Mismatch {
        kind: Kind::UndeclaredKey,
        expected,
        found,
        spot: Spot::Key(entry.key.to_string()),
    }
}
