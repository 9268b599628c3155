//! Raw schemas → [`Schema`]s: the classification, for every schema language that is read.
//!
//! In: cursors to schemas, which may be references. Out: ids at once, and all schemas at the end, when
//! everything reachable is read and `allOf`, unions and inheritance are worked out.
//! Nothing here recurses through references: reading, flattening and settling each run on a list of what is left.
//! This room never knows where a schema is used.

mod alias;
mod annotation;
mod array;
mod avro;
mod body;
mod bounds;
mod choice;
mod combine;
mod compact;
mod composition;
pub(super) mod declared;
mod discriminator;
mod distribute;
mod entry;
mod family;
mod flatten;
mod implied;
mod json;
mod keyword;
mod kind;
mod mapping;
mod meet;
mod object;
mod report;
mod reserve;
mod settle;
mod simplify;
mod span;
#[cfg(test)]
mod tests;
mod values;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Context;
use crate::model::{Schema, SchemaId};
use crate::source::{Cursor, Origin};
use entry::{Entry, Reading};

/// The languages a schema may be written in (`schemaFormat`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Language {
    /// AsyncAPI's own superset of JSON Schema draft-07, and plain JSON Schema.
    JsonSchema,
    /// The Schema Object of OpenAPI 3.0 (`nullable`, `example`), which is read like the former: real documents mix them.
    OpenApi,
    /// Apache Avro.
    Avro,
    /// Anything that is not read: the payload stays bytes.
    Opaque,
}

/// The schemas reached so far, each once.
#[derive(Default)]
pub(crate) struct Schemas {
    entries: Vec<Entry>,
    by_origin: BTreeMap<Origin, SchemaId>,
    /// Multi Format Schema Objects that were opened.
    wrappers: BTreeSet<Origin>,
    /// How many entries, from the first on, are read.
    read: usize,
    /// How many entries, from the first on, somebody outside holds an id of.
    public: usize,
    /// Intersections made so far, by what they are made of.
    joined: BTreeMap<Vec<SchemaId>, SchemaId>,
    /// Intersections that still have to be flattened.
    pending: VecDeque<SchemaId>,
    /// `definitions` and `$defs` that were passed on the way.
    definitions: Vec<Cursor>,
    /// Who extends whom: parent → those whose `allOf` holds it.
    heirs: BTreeMap<SchemaId, Vec<SchemaId>>,
    /// Keywords on record already.
    reported: BTreeSet<(Origin, String)>,
    /// The Avro schemas among them.
    avro: avro::Elsewhere,
    /// How many properties flattening has copied.
    copied: usize,
}

impl Schemas {
    /// The schema at a cursor; the cursor may be a reference. What it means is worked out by [`Schemas::finish`].
    pub(crate) fn resolve(
        &mut self,
        context: &mut Context<'_>,
        at: Cursor,
        language: Language,
    ) -> SchemaId {
        let reading = match language {
            Language::JsonSchema | Language::OpenApi => Reading::Json,
            Language::Avro => Reading::Avro(None),
            Language::Opaque => return self.enter_opaque(at, ""),
        };
        self.reserve(context, at, reading)
    }

    /// The schema at a cursor in a format that is not read, with the format as written.
    pub(crate) fn resolve_opaque(&mut self, at: Cursor, format: &str) -> SchemaId {
        self.enter_opaque(at, format)
    }

    /// All schemas, to become `Model::schemas`. Ids given out before stay valid.
    pub(crate) fn finish(mut self, context: &mut Context<'_>) -> Vec<Schema> {
        self.public = self.entries.len();
        self.read_all(context);
        self.report_unused_definitions(context);
        self.note_heirs();
        self.flatten_all(context);
        self.settle_all(context);
        self.compact(context)
    }
}
