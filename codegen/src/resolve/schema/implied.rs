//! Keys that are named, but by no property: under conditions, or in lists that only restrict which keys go together.
//!
//! In: a node; later the union that is no union; last the object. Out: the names, which travel beside the shape; an
//! object that does not declare them all is open, for no type can hold them and yet they are more than additions.
//! This room never asks whether a condition holds.

use std::collections::BTreeSet;

use super::Schemas;
use super::body::{Body, Choice};
use crate::model::{Additional, Object, Shape};
use crate::source::Cursor;

/// Keywords under which a schema says more of an object when a condition holds.
const CONDITIONAL: [&str; 2] = ["then", "else"];
/// Keywords under which a key's presence brings a schema, or names of further keys, with it.
const DEPENDENT: [&str; 3] = ["dependencies", "dependentSchemas", "dependentRequired"];

/// The keys that a schema names under conditions alone; none where it forbids all that it does not declare.
pub(super) fn implied(cursor: &Cursor) -> BTreeSet<String> {
    if additional_is_refused(cursor) {
        return BTreeSet::new();
    }
    let dependent = DEPENDENT.iter().filter_map(|word| cursor.get(word));
    let dependent = dependent.flat_map(|map| map.entries().into_iter().map(|(_, value)| value));
    let mut open: Vec<Cursor> = conditional(cursor).chain(dependent).collect();
    let mut found = BTreeSet::new();
    while let Some(said) = open.pop() {
        found.extend(names(&said));
        open.extend(conditional(&said));
    }
    found.retain(|name| !is_declared(cursor, name));
    found
}

fn conditional(cursor: &Cursor) -> impl Iterator<Item = Cursor> {
    CONDITIONAL.iter().filter_map(|word| cursor.get(word))
}

fn additional_is_refused(cursor: &Cursor) -> bool {
    let stated = cursor.node.get("additionalProperties");
    stated.and_then(|node| node.as_bool()) == Some(false)
}

/// The properties that a schema, or a list of names, speaks of.
fn names(said: &Cursor) -> impl Iterator<Item = String> {
    let declared = said
        .get("properties")
        .into_iter()
        .flat_map(|map| map.entries());
    let required = said.get("required").unwrap_or_else(|| said.clone()).items();
    let required = required
        .into_iter()
        .filter_map(|name| name.node.as_text().map(str::to_owned));
    declared.map(|(name, _)| name).chain(required)
}

fn is_declared(cursor: &Cursor, name: &str) -> bool {
    cursor
        .node
        .get("properties")
        .is_some_and(|map| map.get(name).is_some())
}

impl Schemas {
    /// Takes the names from a union that only restricts which keys go together.
    pub(super) fn imply_constrained(&self, body: &mut Body, choice: &Choice) {
        match &body.shape {
            Shape::Object(object) if object.additional != Additional::Closed => {}
            _ => return,
        }
        let members = choice.members.iter();
        for member in members.filter_map(|member| self.entry(member.stated).body()) {
            let required = member.required.iter().map(|(name, _)| name.clone());
            body.implied.extend(required);
            body.implied.extend(member.implied.iter().cloned());
            if let Shape::Object(object) = &member.shape {
                let declared = object.properties.iter().map(|it| it.name.clone());
                body.implied.extend(declared);
            }
        }
        body.drop_declared();
    }
}

impl Body {
    /// Names that a property has are implied no longer.
    pub(super) fn drop_declared(&mut self) {
        if self.implied.is_empty() {
            return;
        }
        if let Shape::Object(object) = &self.shape {
            for property in &object.properties {
                self.implied.remove(&property.name);
            }
        }
    }
}

/// Opens an object that does not declare all of these keys. A part that is closed never refuses what another part names.
pub(super) fn open(object: &mut Object, mut implied: BTreeSet<String>) {
    for property in &object.properties {
        implied.remove(&property.name);
    }
    let loose = !matches!(object.additional, Additional::Schema(_));
    if loose && !implied.is_empty() {
        object.additional = Additional::Open;
    }
    object.implied = implied;
}
