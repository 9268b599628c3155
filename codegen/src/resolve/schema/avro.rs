//! Apache Avro: from a node to what it says, in the same terms as JSON Schema.
//!
//! In: a node of an Avro schema and the named types around it. Out: bodies with schemas below reserved.
//! Values are read as plain JSON, as examples in AsyncAPI documents show them: a union's value stands there itself,
//! without the object around it that Avro's JSON encoding would put; bytes are strings.
//! This room never reads Avro's binary form.

mod attribute;
mod elsewhere;
mod names;
mod record;
mod twins;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::body::{Body, Keyword, Member};
use super::declared;
use super::entry::{Entry, Reading, Source};
use super::json::{Reader, scalar};
use super::kind::Kinds;
use crate::model::{Additional, Enum, EnumValue, Object, Scalar, ScalarKind, SchemaId, Shape};
use crate::resolve::named_type::is_definition;
use crate::source::{Cursor, Kind};

pub(super) use elsewhere::Elsewhere;
pub(super) use names::Scope;

/// Reads one Avro schema; the outermost has no scope yet, and may be a text that holds the schema as JSON.
pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    id: SchemaId,
    cursor: &Cursor,
    scope: Option<Arc<Scope>>,
) {
    let Some(scope) = scope else {
        return reader.avro_outermost(id, cursor);
    };
    match &cursor.node.kind {
        Kind::Scalar(_) => reader.avro_word(id, cursor, cursor, &scope),
        Kind::Sequence(_) => reader.avro_union(id, cursor, &scope),
        Kind::Mapping(_) => reader.avro_object(id, cursor, &scope),
    }
}

impl Reader<'_, '_> {
    fn avro_outermost(&mut self, id: SchemaId, cursor: &Cursor) {
        let opened = match cursor.holds_json() {
            true => self.context.sources.embed(cursor),
            false => Ok(cursor.clone()),
        };
        match opened {
            Ok(cursor) => {
                let scope = Scope::around(self.schemas, self.context, &cursor);
                read(self, id, &cursor, Some(Arc::new(scope)));
            }
            Err(problems) => self.context.diagnostics.append(problems),
        }
    }

    /// The schema at a place below, or the named type that the place names.
    fn avro_child(&mut self, cursor: Cursor, scope: &Arc<Scope>) -> SchemaId {
        match cursor.node.as_text().and_then(|name| scope.find(name)) {
            Some((target, inner)) => {
                self.schemas
                    .reserve(self.context, target, Reading::Avro(Some(inner)))
            }
            None => {
                self.schemas
                    .reserve(self.context, cursor, Reading::Avro(Some(Arc::clone(scope))))
            }
        }
    }

    /// The name of a primitive or of a type that is defined elsewhere.
    fn avro_word(&mut self, id: SchemaId, schema: &Cursor, word: &Cursor, scope: &Arc<Scope>) {
        let text = word.node.as_text().unwrap_or_default();
        if let Some(shape) = primitive(schema, text) {
            self.schemas.entry_mut(id).own = Body::of(shape);
        } else if scope.find(text).is_some() {
            let target = self.avro_child(word.clone(), scope);
            self.schemas.stand_for(id, target);
        } else {
            self.schemas.avro.want(id, word, scope);
        }
    }

    fn avro_union(&mut self, id: SchemaId, cursor: &Cursor, scope: &Arc<Scope>) {
        let mut members = Vec::new();
        for member in cursor.items() {
            let stated = self.avro_child(member, scope);
            members.push(Member {
                stated,
                whole: stated,
            });
        }
        let choice = self
            .schemas
            .choice(cursor.clone(), Keyword::OneOf, members, None);
        self.schemas.entry_mut(id).own.choices.push(choice);
    }

    fn avro_object(&mut self, id: SchemaId, cursor: &Cursor, scope: &Arc<Scope>) {
        let Some(kind) = cursor.get("type") else {
            self.malformed(
                cursor,
                "an Avro schema is the name of a type, a list, or an object with `type`",
            );
            return;
        };
        if let Some(twin) = self.avro_twin(id, cursor, scope) {
            self.schemas.stand_for(id, twin);
            return;
        }
        self.avro_docs(id, cursor);
        match kind.node.as_text() {
            Some("record" | "error") => self.avro_record(id, cursor, scope),
            Some("enum") => self.avro_enum(id, cursor),
            Some("fixed") => self.avro_fixed(id, cursor),
            Some("array") => {
                let items = self.avro_part(cursor, "items", scope);
                self.schemas.entry_mut(id).own = Body::of(Shape::Array(items));
            }
            Some("map") => {
                let additional = Additional::Schema(self.avro_part(cursor, "values", scope));
                let object = Object {
                    properties: Vec::new(),
                    additional,
                    patterns: Vec::new(),
                    implied: BTreeSet::new(),
                };
                self.schemas.entry_mut(id).own = Body::of(Shape::Object(object));
            }
            Some(_) => self.avro_word(id, cursor, &kind, scope),
            // A type within a type is the type.
            None => read(self, id, &kind, Some(Arc::clone(scope))),
        }
        self.avro_attributes(id, cursor);
    }

    /// The equal definition of a type in place that was met before.
    fn avro_twin(&mut self, id: SchemaId, cursor: &Cursor, scope: &Arc<Scope>) -> Option<SchemaId> {
        let entry = self.schemas.entry(id);
        let in_place = entry.name.is_none() && is_definition(&cursor.node);
        in_place
            .then(|| self.schemas.avro.defined.twin(id, cursor, scope))
            .flatten()
    }

    /// What a list or map holds.
    fn avro_part(&mut self, cursor: &Cursor, keyword: &str, scope: &Arc<Scope>) -> SchemaId {
        match cursor.get(keyword) {
            Some(part) => self.avro_child(part, scope),
            None => {
                self.malformed(cursor, &format!("this Avro type needs `{keyword}`"));
                self.schemas.imply(cursor.origin.clone(), Body::default())
            }
        }
    }

    fn avro_enum(&mut self, id: SchemaId, cursor: &Cursor) {
        let symbols = cursor
            .get("symbols")
            .map_or_else(Vec::new, |symbols| symbols.items());
        let value = |symbol: Cursor| {
            let text = symbol.node.as_text()?;
            Some(EnumValue {
                value: text.into(),
                at: symbol.origin.clone(),
                name: None,
                description: None,
            })
        };
        let values: Vec<EnumValue> = symbols.into_iter().filter_map(value).collect();
        if values.is_empty() {
            self.malformed(cursor, "an Avro enum lists its `symbols`");
            return;
        }
        self.avro_name(id, cursor);
        self.schemas.entry_mut(id).own = Body::of(Shape::Enum(Enum {
            values,
            open: false,
        }));
    }

    fn avro_fixed(&mut self, id: SchemaId, cursor: &Cursor) {
        self.avro_name(id, cursor);
        let shape = primitive(cursor, "bytes").unwrap_or(Shape::Any);
        self.schemas.entry_mut(id).own = Body::of(shape);
    }

    /// A key under the components stays the name; else it is the name that people say, without its namespace.
    fn avro_name(&mut self, id: SchemaId, cursor: &Cursor) {
        let declared = declared::name_below_root(&cursor.origin, self.context.document);
        let name = declared.or_else(|| names::short_name(cursor));
        self.schemas.entry_mut(id).name = name;
    }

    fn avro_docs(&mut self, id: SchemaId, cursor: &Cursor) {
        let doc = cursor
            .node
            .get("doc")
            .and_then(|doc| doc.as_text())
            .map(str::to_owned);
        self.schemas.entry_mut(id).docs.description = doc;
    }

    /// A schema that is another one with a value for when it is missing.
    fn avro_default(&mut self, field: &Cursor, target: SchemaId) -> SchemaId {
        let mut entry = Entry::new(field.origin.clone(), Source::Done);
        entry.default = self.default(field, &Kinds::default(), &mut entry.own);
        let id = self.schemas.push(entry);
        self.schemas.stand_for(id, target);
        id
    }
}

/// A primitive; its logical type becomes the format.
fn primitive(schema: &Cursor, name: &str) -> Option<Shape> {
    let (kind, width) = match name {
        "null" => return Some(scalar(ScalarKind::Null)),
        "boolean" => (ScalarKind::Boolean, None),
        "int" => (ScalarKind::Integer, Some("int32")),
        "long" => (ScalarKind::Integer, Some("int64")),
        "float" => (ScalarKind::Number, Some("float")),
        "double" => (ScalarKind::Number, Some("double")),
        "bytes" | "string" => (ScalarKind::String, None),
        _ => return None,
    };
    let logical = schema
        .node
        .get("logicalType")
        .and_then(|logical| logical.as_text());
    let format = logical.or(width).map(str::to_owned);
    // What the format no longer says where a logical type stands in its place.
    let bound = |bound: i32| (name == "int" && logical.is_some()).then(|| bound.into());
    Some(Shape::Scalar(Scalar {
        kind,
        format,
        minimum: bound(i32::MIN),
        maximum: bound(i32::MAX),
    }))
}
