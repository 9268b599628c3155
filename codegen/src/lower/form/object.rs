//! Objects: a struct where keys are declared, a map where none are.
//!
//! In: an object schema. Out: its form and what becomes of undeclared keys.
//! An object that is open in so many words, or by its own examples, keeps its entries. So does one that is declared closed and empty, or called
//! dynamic: the document contradicts itself, and nothing may be lost.

use super::{Form, Forms, Rest};
use crate::model::{Additional, Docs, Object, Schema, SchemaId};
use crate::settings::UnknownFields;

impl Forms<'_> {
    pub(super) fn object(&self, schema: &Schema, object: &Object) -> Form {
        let decided = self
            .own(&schema.at)
            .then(|| self.settings.unknown_fields_at(&schema.at.pointer))
            .flatten();
        let bare = object.properties.is_empty();
        match &object.additional {
            Additional::Closed if bare && object.patterns.is_empty() => {
                Form::Struct(self.rest(decided, || Rest::Keep(None)))
            }
            _ if bare && decided.is_none() => Form::Map(value_schema(object)),
            _ => Form::Struct(self.rest(decided, || self.rest_of(schema, object))),
        }
    }

    fn rest(&self, decided: Option<UnknownFields>, otherwise: impl FnOnce() -> Rest) -> Rest {
        match decided {
            Some(UnknownFields::Keep) => Rest::Keep(None),
            Some(UnknownFields::Refuse) => Rest::Refuse,
            Some(UnknownFields::Skip) => Rest::Skip,
            None => otherwise(),
        }
    }

    fn rest_of(&self, schema: &Schema, object: &Object) -> Rest {
        let said = matches!(object.additional, Additional::Schema(_) | Additional::Open);
        if said || !object.patterns.is_empty() {
            return Rest::Keep(value_schema(object));
        }
        match self.settings.unknown_fields() {
            _ if described_as_open(&schema.docs) => Rest::Keep(None),
            UnknownFields::Keep => Rest::Keep(None),
            UnknownFields::Refuse if object.additional == Additional::Closed => Rest::Refuse,
            UnknownFields::Refuse | UnknownFields::Skip => Rest::Skip,
        }
    }
}

/// The schema of undeclared keys, when it speaks of all of them and all that is said agrees: keys beside the patterns
/// may hold anything unless the object is closed.
fn value_schema(object: &Object) -> Option<SchemaId> {
    let additional = match object.additional {
        Additional::Schema(id) => Some(id),
        Additional::Open | Additional::Unspecified => return None,
        Additional::Closed => None,
    };
    let mut said = additional
        .into_iter()
        .chain(object.patterns.iter().map(|(_, id)| *id));
    let first = said.next()?;
    said.all(|id| id == first).then_some(first)
}

/// Whether the document calls an object's keys open, whatever else it says of them.
fn described_as_open(docs: &Docs) -> bool {
    let text = docs
        .description
        .as_deref()
        .unwrap_or_default()
        .to_lowercase();
    ["dynamic", "free-form", "freeform", "free form", "arbitrary"]
        .iter()
        .any(|word| text.contains(word))
}
