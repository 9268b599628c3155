//! Attributes of Avro types that shape nothing, put on record; logical types, kept for the policy.
//!
//! In: the node of a type. Out: constraints on the body, and entries in the report.
//! This room never changes a shape.

use super::{Cursor, Reader, SchemaId, Shape, primitive};
use crate::model::StatedKeyword;
use crate::resolve::schema::report::{DOCUMENTED, NO_EFFECT, constraint};

impl Reader<'_, '_> {
    /// Goes over all attributes of a type.
    pub(super) fn avro_attributes(&mut self, id: SchemaId, cursor: &Cursor) {
        for (word, value) in cursor.entries() {
            match word.as_str() {
                "logicalType" => self.state_logical_type(cursor, &value),
                "type" | "name" | "doc" | "fields" | "symbols" | "items" | "values" => {}
                "size" | "precision" | "scale" | "default" => {
                    self.ignore(&value, &word, DOCUMENTED);
                    self.schemas
                        .entry_mut(id)
                        .own
                        .constraints
                        .push(constraint(word, &value));
                }
                "namespace" => self.ignore(&value, &word, "names are told without it"),
                "aliases" | "order" | "$schema" => self.ignore(&value, &word, NO_EFFECT),
                _ => self.ignore(&value, &word, "attribute not understood"),
            }
        }
    }

    fn state_logical_type(&mut self, schema: &Cursor, value: &Cursor) {
        let word = schema.node.get("type").and_then(|kind| kind.as_text());
        let kind = match word.and_then(|word| primitive(schema, word)) {
            Some(Shape::Scalar(scalar)) => Some(scalar.kind),
            _ => None,
        };
        let keyword = StatedKeyword::Format {
            word: "logicalType",
            text: value.node.as_text().unwrap_or_default().to_owned(),
            kinds: kind.into_iter().collect(),
        };
        self.context.state(value, keyword);
    }
}
