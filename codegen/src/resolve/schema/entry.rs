//! One schema on its way: what is reserved first, read second, flattened third and settled last.
//!
//! In: cursors. Out: entries by id, each place once.
//! This room never knows a keyword.

use std::sync::Arc;

use super::Schemas;
use super::avro::Scope;
use super::body::{Body, Outcome, Tag};
use crate::model::{Docs, SchemaId, Shape};
use crate::source::{Cursor, Origin};
use serde_json::Value;

/// How the node at a place is to be read.
#[derive(Clone, Debug)]
pub(super) enum Reading {
    /// As JSON Schema in any of its dialects.
    Json,
    /// As Avro; the scope is known to all but the outermost schema.
    Avro(Option<Arc<Scope>>),
    /// Not at all; the format as written.
    Opaque(String),
}

/// Where the content of an entry comes from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// A node, to be read.
    Node(Cursor, Reading),
    /// What stands beside a `$ref`, to be read; the reference's target is the only parent.
    Beside(Cursor),
    /// Nothing more to read.
    Done,
}

/// How far flattening or settling an entry is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Progress {
    /// Not begun.
    #[default]
    New,
    /// What it needs comes first.
    Open,
    /// Done.
    Done,
}

/// One schema on its way.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its place.
    pub at: Origin,
    /// Its declared name.
    pub name: Option<String>,
    /// What is still to be read.
    pub source: Source,
    /// What the document says of it.
    pub docs: Docs,
    /// The value that stands for a missing one.
    pub default: Option<Value>,
    /// What it says itself; moved to `flat` by flattening.
    pub own: Body,
    /// The parts of its `allOf`, the target of its `$ref`, or what an intersection is made of.
    pub parents: Vec<SchemaId>,
    /// A discriminator with no union beside it.
    pub tag: Option<Tag>,
    /// Whether it is an intersection that no place of the document states as a whole.
    pub made: bool,
    /// How many intersections it is made of, one upon the other.
    pub generation: u32,
    /// The target, for what stands beside a `$ref`.
    pub stands_for: Option<SchemaId>,
    /// Everything it says, parents included.
    pub flat: Option<Body>,
    /// The parent that says the same.
    pub twin: Option<SchemaId>,
    /// Flattening.
    pub flattening: Progress,
    /// Settling.
    pub settling: Progress,
    /// What it came to.
    pub outcome: Option<Outcome>,
}

impl Entry {
    /// An entry with nothing in it yet.
    pub(super) fn new(at: Origin, source: Source) -> Self {
        Self {
            at,
            name: None,
            source,
            docs: Docs::default(),
            default: None,
            own: Body::default(),
            parents: Vec::new(),
            tag: None,
            made: false,
            generation: 0,
            stands_for: None,
            flat: None,
            twin: None,
            flattening: Progress::New,
            settling: Progress::New,
            outcome: None,
        }
    }

    /// What it says, if that is known without its parents.
    pub(super) fn body(&self) -> Option<&Body> {
        let own = self.parents.is_empty().then_some(&self.own);
        self.flat.as_ref().or(own)
    }

    /// Whether the document says anything about it in words or by example.
    pub(super) fn is_documented(&self) -> bool {
        let docs = &self.docs;
        docs.deprecated
            || docs.title.is_some()
            || docs.description.is_some()
            || docs.external.is_some()
            || !docs.examples.is_empty()
    }
}

impl Schemas {
    /// Appends an entry that no place leads to.
    pub(super) fn push(&mut self, entry: Entry) -> SchemaId {
        let index = u32::try_from(self.entries.len()).expect("there are fewer schemas than bytes");
        self.entries.push(entry);
        SchemaId(index)
    }

    /// The entry behind an id.
    pub(super) fn entry(&self, id: SchemaId) -> &Entry {
        &self.entries[id.index()]
    }

    /// The entry behind an id, to be changed.
    pub(super) fn entry_mut(&mut self, id: SchemaId) -> &mut Entry {
        &mut self.entries[id.index()]
    }

    /// What an entry says, parents included; nothing while it is being worked out.
    pub(super) fn flat(&self, id: SchemaId) -> Body {
        self.entry(id).body().cloned().unwrap_or_default()
    }

    /// The shape of what an entry says, parents included.
    pub(super) fn flat_shape(&self, id: SchemaId) -> &Shape {
        self.entry(id)
            .body()
            .map_or(&Shape::Any, |body| &body.shape)
    }
}
