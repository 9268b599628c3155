//! Avro records: fields as properties.
//!
//! In: the node of a record. Out: an object. A field with a default may be left out; any other must be there.
//! This room never knows primitives.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Body, Cursor, Object, Reader, SchemaId, Scope, Shape};
use crate::model::{Additional, Presence, Property};
use crate::resolve::schema::report::NO_EFFECT;

impl Reader<'_, '_> {
    /// What a record says.
    pub(super) fn avro_record(&mut self, id: SchemaId, cursor: &Cursor, scope: &Arc<Scope>) {
        self.avro_name(id, cursor);
        let inner = Arc::new(scope.within(cursor));
        let fields = cursor
            .get("fields")
            .filter(|fields| fields.node.as_sequence().is_some());
        if fields.is_none() {
            self.malformed(cursor, "an Avro record lists its `fields`");
        }
        let fields = fields.map_or_else(Vec::new, |fields| fields.items());
        let properties: Vec<Property> = fields
            .iter()
            .filter_map(|field| self.avro_field(field, &inner))
            .collect();
        let required = properties
            .iter()
            .filter(|property| property.presence == Presence::Required);
        let required = required
            .map(|property| (property.name.clone(), property.at.clone()))
            .collect();
        let object = Object {
            properties,
            additional: Additional::Unspecified,
            patterns: Vec::new(),
            implied: BTreeSet::new(),
        };
        self.schemas.entry_mut(id).own = Body {
            required,
            ..Body::of(Shape::Object(object))
        };
    }

    fn avro_field(&mut self, field: &Cursor, scope: &Arc<Scope>) -> Option<Property> {
        let name = field
            .node
            .get("name")
            .and_then(|name| name.as_text())
            .map(str::to_owned);
        let (Some(name), Some(kind)) = (name, field.get("type")) else {
            self.malformed(field, "a field of an Avro record has `name` and `type`");
            return None;
        };
        let kind = inline(field, kind);
        let schema = self.avro_child(kind, scope);
        let default = field.get("default");
        let schema = match default.as_ref().filter(|default| !default.node.is_null()) {
            Some(_) => self.avro_default(field, schema),
            None => schema,
        };
        self.report_field(field);
        let docs = field
            .node
            .get("doc")
            .and_then(|doc| doc.as_text())
            .map(str::to_owned);
        let presence = if default.is_some() {
            Presence::Optional
        } else {
            Presence::Required
        };
        Some(Property {
            at: field.origin.clone(),
            name,
            schema,
            presence,
            docs,
        })
    }

    fn report_field(&mut self, field: &Cursor) {
        let shapes = field
            .node
            .get("type")
            .is_some_and(|kind| is_written_into_the_field(field, kind.as_text()));
        for (word, value) in field.entries() {
            match word.as_str() {
                "name" | "type" | "doc" | "default" => {}
                "aliases" | "order" => self.ignore(&value, &word, NO_EFFECT),
                _ if shapes => {}
                _ => self.ignore(&value, &word, "attribute not understood"),
            }
        }
    }
}

/// Some documents write `items`, `symbols` or a logical type into the field itself.
fn inline(field: &Cursor, kind: Cursor) -> Cursor {
    let written = is_written_into_the_field(field, kind.node.as_text());
    if written { field.clone() } else { kind }
}

fn is_written_into_the_field(field: &Cursor, kind: Option<&str>) -> bool {
    let has = |word: &str| field.node.get(word).is_some();
    match kind {
        Some("array") => has("items"),
        Some("map") => has("values"),
        Some("enum") => has("symbols"),
        Some("record") => has("fields"),
        _ => false,
    }
}
