//! Message examples.
//!
//! In: a message's `examples`. Out: [`MessageExample`]s, whose headers and payload stay trees with places.
//! This room never decodes an example.

use super::Context;
use crate::document::Fields;
use crate::model::MessageExample;
use crate::source::Cursor;

/// The reason for examples, which are held against their schemas.
pub(super) const CHECKED: &str = "checked against the schema, not shown";

impl Context<'_> {
    /// Takes `examples`.
    ///
    /// 2.0 leaves the shape of an example open, and many documents give it a name in front:
    /// `- <name>: {headers, payload}`, or an object of such instead of the list.
    pub(super) fn message_examples(&mut self, fields: &mut Fields) -> Vec<MessageExample> {
        let items = match fields.object_under("examples") {
            Some(named) => vec![named],
            None => fields.list("examples"),
        };
        let mut examples = Vec::with_capacity(items.len());
        for item in &items {
            match named(item) {
                Some(named) => examples.extend(
                    named
                        .iter()
                        .filter_map(|(name, item)| self.message_example(Some(name), item)),
                ),
                None => examples.extend(self.message_example(None, item)),
            }
        }
        examples
    }

    fn message_example(&mut self, name: Option<&str>, item: &Cursor) -> Option<MessageExample> {
        let mut fields = self.open(item, "a Message Example Object")?;
        self.ignore(item, "examples", CHECKED);
        let example = MessageExample {
            name: fields.text("name").or(name.map(str::to_owned)),
            headers: self.example_part(&mut fields, "headers"),
            payload: self.example_part(&mut fields, "payload"),
        };
        fields.raw("summary");
        self.close(fields);
        let told = example.headers.is_some() || example.payload.is_some();
        told.then_some(example)
    }

    /// A part of an example: any value, null too; an object that is nothing but a reference is followed.
    fn example_part(&mut self, fields: &mut Fields, key: &str) -> Option<Cursor> {
        let part = fields.raw(key)?;
        let lone_text = part
            .node
            .as_mapping()
            .is_some_and(|mapping| mapping.entries().len() == 1)
            && part
                .node
                .get("$ref")
                .is_some_and(|text| text.as_text().is_some());
        if lone_text {
            return self.target(&part);
        }
        Some(part)
    }
}

/// The entries of an object whose every value is an example.
fn named(item: &Cursor) -> Option<Vec<(String, Cursor)>> {
    let is_example = |value: &Cursor| {
        ["headers", "payload"]
            .iter()
            .any(|key| value.get(key).is_some())
    };
    let entries = item.entries();
    let all = !is_example(item) && entries.iter().all(|(_, value)| is_example(value));
    (all && !entries.is_empty()).then_some(entries)
}
