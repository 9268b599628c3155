//! Object schema → struct.
//!
//! In: an object with its properties. Out: fields in document order, constants apart, and what becomes of other keys.

use serde_json::Value;

use super::docs::{self, Page};
use super::form::Rest;
use super::names::{Claim, Kind, Place, Scope, chosen_as};
use super::types::Surroundings;
use crate::diagnostic::Diagnostics;
use crate::model::{Presence, Property, Schema, SchemaId};
use crate::rust::{ConstKey, Field, FieldKind, Ident, Struct, Type, UnknownKeys};

impl Surroundings<'_, '_> {
    /// The struct of an object.
    pub(super) fn object(
        &self,
        id: SchemaId,
        name: &Ident,
        rest: Rest,
        diagnostics: &mut Diagnostics,
    ) -> Struct {
        let schema = self.forms.model.schema(id);
        let mut constants = Vec::new();
        let mut always = Vec::new();
        let mut properties = Vec::new();
        for property in self.forms.properties(id) {
            match self.plans.fixed(self.forms, id, property) {
                Some(value) => {
                    always.push(self.constant_docs(property, &value));
                    constants.push(ConstKey {
                        at: property.at.clone(),
                        wire: property.name.clone(),
                        value,
                        required: property.presence == Presence::Required,
                    });
                }
                None => properties.push(property),
            }
        }
        let (names, entries) = self.field_names(schema, &properties, diagnostics);
        let fields = properties
            .iter()
            .zip(names)
            .map(|(property, name)| self.field(property, name));
        let page = self.item_docs(schema, name).lines(always);
        Struct {
            at: schema.at.clone(),
            name: name.clone(),
            docs: page.finish(),
            constants,
            fields: fields.collect(),
            unknown: self.unknown(rest, entries),
        }
    }

    /// One line on a key with a fixed value.
    fn constant_docs(&self, property: &Property, value: &Value) -> String {
        let schema = self.forms.model.schema(property.schema);
        let page = match &property.docs {
            Some(text) => Page::text(text),
            None => Page::of(&schema.docs, &property.name),
        };
        let (key, value) = (docs::code(&property.name), docs::code(&value.to_string()));
        let said = page.finish().join(" ");
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let colon = if said.is_empty() { "." } else { ": " };
        format!("- {key} is always {value}{colon}{said}")
    }

    /// A name for each field, and one for the field that keeps other keys.
    fn field_names(
        &self,
        schema: &Schema,
        properties: &[&Property],
        diagnostics: &mut Diagnostics,
    ) -> (Vec<Ident>, Ident) {
        let claim = |property: &&Property| {
            let chosen = chosen_as(self.forms, &property.at, Kind::Field);
            Claim::new(Kind::Field, Place::Property, &property.at, &property.name).chosen(chosen)
        };
        let claims: Vec<Claim> = properties.iter().map(claim).collect();
        let mut scope = Scope::new(Kind::Field);
        let names = scope.assign(&claims, diagnostics);
        let entries = Claim::new(Kind::Field, Place::Property, &schema.at, "entries")
            .instead("other_entries");
        let entries = scope
            .assign(&[entries], &mut Diagnostics::default())
            .remove(0);
        (names, entries)
    }

    fn field(&self, property: &Property, name: Ident) -> Field {
        let ty = self.property(property);
        let nullable =
            self.forms.nullable(property.schema) && !matches!(ty, Type::Value | Type::Null);
        let (ty, kind) = match (property.presence, nullable) {
            (Presence::Required, true) => (Type::Nullable(Box::new(ty)), FieldKind::Required),
            (Presence::Required, false) => (ty, FieldKind::Required),
            (Presence::Optional, true) => (ty, FieldKind::Nullable),
            (Presence::Optional, false) => (ty, FieldKind::Optional),
        };
        Field {
            at: property.at.clone(),
            name,
            wire: property.name.clone(),
            docs: self.field_docs(property).finish(),
            ty,
            kind,
        }
    }

    /// What is said of this use, else of the schema; of an item only the first paragraph.
    fn field_docs(&self, property: &Property) -> Page {
        let schema = self.forms.model.schema(property.schema);
        let fallback = || format!("The {} property.", docs::code(&property.name));
        let page = match &property.docs {
            Some(text) => Page::text(text),
            None if schema.name.is_some() => Page::words(&schema.docs, &property.name).first(),
            None => Page::of(&schema.docs, &property.name),
        };
        let in_place = schema.name.is_none();
        let item = self.names.item(property.schema).is_some();
        match (in_place, item) {
            (true, true) => page.first().or(fallback),
            (true, false) => page.or(fallback).restrictions(schema),
            (false, _) => page.or(fallback),
        }
    }

    fn unknown(&self, rest: Rest, name: Ident) -> UnknownKeys {
        match (rest, self.entries(rest)) {
            (Rest::Refuse, _) => UnknownKeys::Refuse,
            (_, Some(ty)) => UnknownKeys::Keep(name, ty),
            (_, None) => UnknownKeys::Skip,
        }
    }

    /// What the document says of a schema that becomes an item.
    pub(super) fn item_docs(&self, schema: &Schema, name: &Ident) -> Page {
        let fallback = || match &schema.name {
            Some(declared) => format!("The {} schema.", docs::code(declared)),
            None => docs::in_place(&schema.at),
        };
        Page::of(&schema.docs, name.as_str())
            .or(fallback)
            .restrictions(schema)
    }
}
