//! What a schema says in words and by example.
//!
//! In: a node. Out: [`Docs`], and single values in the type that the schema states.
//! This room never knows what a shape is.

use serde_json::Value;

use super::json::Reader;
use super::kind::Kinds;
use crate::model::Docs;
use crate::resolve::examples::CHECKED;
use crate::source::{Cursor, ScalarKind};

impl Reader<'_, '_> {
    /// Title, description, examples and the like.
    pub(super) fn docs(&mut self, cursor: &Cursor) -> Docs {
        let external = cursor.get("externalDocs");
        self.report_link(external.as_ref());
        let external = external.and_then(|docs| docs.get("url"));
        Docs {
            title: self.text(cursor, "title"),
            summary: None,
            description: self.text(cursor, "description"),
            tags: Vec::new(),
            external: external.and_then(|url| url.node.as_text().map(str::to_owned)),
            deprecated: cursor
                .node
                .get("deprecated")
                .and_then(|node| node.as_bool())
                == Some(true),
            examples: self.examples(cursor),
        }
    }

    /// What stands beside the link in `externalDocs`.
    fn report_link(&mut self, docs: Option<&Cursor>) {
        for (word, value) in docs.map_or_else(Vec::new, Cursor::entries) {
            if word != "url" {
                self.ignore(&value, &word, "the link stands for itself");
            }
        }
    }

    /// A value as JSON. Where the schema states strings, what was written without quotes keeps its text.
    pub(super) fn value(&mut self, cursor: &Cursor, kinds: &Kinds) -> Value {
        let unquoted = matches!(
            cursor.node.scalar_kind(),
            Some(ScalarKind::Number | ScalarKind::Bool)
        );
        match cursor.node.as_text() {
            Some(text) if unquoted && kinds.is_text() => {
                self.odd(
                    cursor,
                    "this is not a string without quotes, but the schema states strings",
                );
                Value::String(text.to_owned())
            }
            _ => cursor.node.to_json(),
        }
    }

    fn examples(&mut self, cursor: &Cursor) -> Vec<Cursor> {
        for word in ["example", "examples"] {
            if let Some(value) = cursor.get(word) {
                self.ignore(&value, word, CHECKED);
            }
        }
        let mut examples: Vec<Cursor> = cursor.get("example").into_iter().collect();
        if let Some(list) = cursor.get("examples") {
            if list.node.as_sequence().is_none() && !list.node.is_null() {
                self.odd(&list, "`examples` is a list of values");
            }
            examples.extend(list.items());
        }
        examples
    }

    fn text(&mut self, cursor: &Cursor, key: &str) -> Option<String> {
        let value = cursor.get(key)?;
        let text = value.node.as_text().filter(|_| !value.node.is_null());
        if text.is_none() && !value.node.is_null() {
            self.malformed(&value, &format!("`{key}` is a string"));
        }
        text.map(str::to_owned)
    }
}
