//! The examples of a document, each with the schema that it belongs to.
//!
//! In: a [`Model`]. Out: [`Subject`]s in document order: examples of schemas and messages, and defaults.
//! This room looks into none of them.

use std::collections::BTreeSet;

use crate::model::{Message, MessageId, Model, Schema, SchemaId};
use crate::source::{Cursor, Origin, Sources};

/// What an example is an example of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// A schema.
    Schema(SchemaId),
    /// A message's payload.
    Payload(MessageId),
    /// A message's headers.
    Headers(MessageId),
}

/// One example.
pub(super) struct Subject {
    pub(super) owner: Owner,
    pub(super) schema: SchemaId,
    pub(super) example: Cursor,
}

/// Examples of schemas, then those of messages. One that several schemas of the same place share comes once.
pub(super) fn examples(model: &Model) -> Vec<Subject> {
    let mut subjects = Vec::new();
    let mut seen: BTreeSet<(&Origin, &Origin)> = BTreeSet::new();
    for (id, schema) in schemas(model) {
        for example in &schema.docs.examples {
            if seen.insert((&schema.at, &example.origin)) {
                let (owner, example) = (Owner::Schema(id), example.clone());
                subjects.push(Subject {
                    owner,
                    schema: id,
                    example,
                });
            }
        }
    }
    for (index, message) in (0..).zip(&model.messages) {
        of_message(&mut subjects, MessageId(index), message);
    }
    subjects
}

fn of_message(subjects: &mut Vec<Subject>, id: MessageId, message: &Message) {
    for one in &message.examples {
        let headers = (Owner::Headers(id), message.headers, &one.headers);
        let payload = (Owner::Payload(id), message.payload, &one.payload);
        for (owner, schema, example) in [headers, payload] {
            if let (Some(schema), Some(example)) = (schema, example.clone()) {
                subjects.push(Subject {
                    owner,
                    schema,
                    example,
                });
            }
        }
    }
}

/// Defaults of schemas, as they stand in the files.
pub(super) fn defaults(model: &Model, sources: &Sources) -> Vec<Subject> {
    let mut seen: BTreeSet<Origin> = BTreeSet::new();
    let mut subjects = Vec::new();
    for (id, schema) in schemas(model).filter(|(_, schema)| schema.default.is_some()) {
        let mut at = schema.at.clone();
        at.pointer = at.pointer.push("default");
        if let Some(example) = sources.at(&at).filter(|_| seen.insert(at)) {
            subjects.push(Subject {
                owner: Owner::Schema(id),
                schema: id,
                example,
            });
        }
    }
    subjects
}

fn schemas(model: &Model) -> impl Iterator<Item = (SchemaId, &Schema)> {
    (0..).map(SchemaId).zip(&model.schemas)
}
