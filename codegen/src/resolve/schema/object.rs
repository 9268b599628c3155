//! Objects: properties, required names and what else may stand in them.
//!
//! In: a node. Out: a body whose properties are all optional yet; names that must be there stand beside,
//! so that parts of an `allOf` may require each other's properties.
//! This room never knows what a property's schema says.

use std::collections::BTreeSet;

use super::body::Body;
use super::implied::implied;
use super::json::Reader;
use super::keyword::narrows_reference;
use crate::model::{Additional, Object, Presence, Property, SchemaId, Shape};
use crate::source::{Cursor, Origin};

impl Reader<'_, '_> {
    /// What a schema says of objects.
    pub(super) fn object(&mut self, cursor: &Cursor) -> Body {
        let object = Object {
            properties: self.properties(cursor),
            additional: self.additional(cursor),
            patterns: self.patterns(cursor),
            implied: BTreeSet::new(),
        };
        let required = self.required(cursor);
        Body {
            required,
            implied: implied(cursor),
            ..Body::of(Shape::Object(object))
        }
    }

    fn properties(&mut self, cursor: &Cursor) -> Vec<Property> {
        let entries = self.map(cursor, "properties");
        entries
            .into_iter()
            .map(|(name, schema)| self.property(name, schema))
            .collect()
    }

    fn property(&mut self, name: String, schema: Cursor) -> Property {
        let at = schema.origin.clone();
        let docs = words_beside(&schema);
        self.report_beside(&schema);
        Property {
            at,
            name,
            schema: self.child(schema),
            presence: Presence::Optional,
            docs,
        }
    }

    fn patterns(&mut self, cursor: &Cursor) -> Vec<(String, SchemaId)> {
        if let Some(map) = cursor.get("patternProperties") {
            self.ignore(
                &map,
                "patternProperties",
                "keys are not held against expressions",
            );
        }
        let entries = self.map(cursor, "patternProperties");
        entries
            .into_iter()
            .map(|(pattern, schema)| (pattern, self.child(schema)))
            .collect()
    }

    fn additional(&mut self, cursor: &Cursor) -> Additional {
        let Some(value) = cursor.get("additionalProperties") else {
            return Additional::Unspecified;
        };
        match value.node.as_bool() {
            Some(true) => Additional::Open,
            Some(false) => Additional::Closed,
            None if value
                .node
                .as_mapping()
                .is_some_and(|mapping| mapping.is_empty()) =>
            {
                Additional::Open
            }
            None => Additional::Schema(self.child(value)),
        }
    }

    fn required(&mut self, cursor: &Cursor) -> Vec<(String, Origin)> {
        let Some(list) = cursor.get("required") else {
            return Vec::new();
        };
        if list.node.as_bool().is_some() {
            // Draft 3: already reported, for it may stand beside any type.
            return Vec::new();
        }
        if list.node.as_sequence().is_none() && !list.node.is_null() {
            self.malformed(&list, "`required` is a list of property names");
        }
        let mut names = Vec::new();
        for item in list.items() {
            match item.node.as_text() {
                Some(text) => names.push((text.to_owned(), item.origin)),
                None => self.malformed(&item, "the name of a property is a string"),
            }
        }
        names
    }

    /// The entries of a keyword that maps names to schemas.
    fn map(&mut self, cursor: &Cursor, keyword: &str) -> Vec<(String, Cursor)> {
        let Some(map) = cursor.get(keyword) else {
            return Vec::new();
        };
        if map.node.is_null() {
            self.odd(&map, &format!("nothing stands under `{keyword}`"));
        } else if map.node.as_mapping().is_none() {
            self.malformed(
                &map,
                &format!("`{keyword}` is an object that maps names to schemas"),
            );
        } else if map
            .node
            .get("$ref")
            .is_some_and(|node| node.as_str().is_some())
        {
            return self.referred_map(map);
        }
        map.entries()
    }

    /// Some documents keep all properties elsewhere.
    fn referred_map(&mut self, map: Cursor) -> Vec<(String, Cursor)> {
        self.context
            .follow(map)
            .map_or_else(Vec::new, |followed| followed.target.entries())
    }
}

/// The description beside a `$ref`, unless the reference is a schema of its own.
fn words_beside(schema: &Cursor) -> Option<String> {
    schema.node.get("$ref")?;
    if narrows_reference(schema) {
        return None;
    }
    let words = schema
        .node
        .get("description")
        .or_else(|| schema.node.get("title"))?;
    words
        .as_text()
        .filter(|_| !words.is_null())
        .map(str::to_owned)
}
