//! One document as the comparison sees it: the model, and what is computed from it once.
//!
//! In: a [`Model`]. Out: a [`View`]: aliases followed, fingerprints of schemas, and which messages a schema is part of.
//! This room never knows the other document.

mod fingerprint;
mod reach;
mod tags;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Additional, MessageId, Model, Presence, Property, ScalarKind, Schema, SchemaId, Shape,
};
use crate::source::Origin;

pub(super) use self::fingerprint::Names;
use self::reach::Reach;
pub(super) use self::reach::Use;
use self::tags::Tags;
use super::{Direction, Perspective};

/// One document with what is computed from it.
pub(super) struct View<'a> {
    pub(super) model: &'a Model,
    targets: Vec<SchemaId>,
    exact: Vec<u64>,
    loose: Vec<u64>,
    /// Members of unions, with the key that tells them apart.
    tags: Tags<'a>,
    reach: Reach,
}

impl<'a> View<'a> {
    pub(super) fn new(model: &'a Model, perspective: Perspective) -> Self {
        let targets = targets(model);
        Self {
            model,
            tags: tags::all(model, &targets),
            targets,
            exact: fingerprint::all(model, Names::Kept),
            loose: fingerprint::all(model, Names::Dropped),
            reach: Reach::new(model, perspective),
        }
    }

    /// The schema behind an id.
    pub(super) fn schema(&self, id: SchemaId) -> &'a Schema {
        self.model.schema(id)
    }

    /// The name under which a schema is declared.
    pub(super) fn name(&self, id: SchemaId) -> Option<&'a str> {
        self.model.schema(id).name.as_deref()
    }

    /// A schema with any chain of aliases followed to its end.
    pub(super) fn target(&self, id: SchemaId) -> SchemaId {
        self.targets[id.index()]
    }

    /// The shape at the end of any chain of aliases.
    pub(super) fn shape(&self, id: SchemaId) -> &'a Shape {
        &self.model.schema(self.target(id)).shape
    }

    /// Whether a property has one value and so is no field: a constant, or the tag of a union that the object is part of.
    pub(super) fn is_fixed(&self, object: SchemaId, property: &Property) -> bool {
        let tag = || self.tags.contains(&(object, &*property.name));
        match self.shape(property.schema) {
            Shape::Const(_) => property.presence == Presence::Required || tag(),
            Shape::Scalar(scalar) => scalar.kind == ScalarKind::String && tag(),
            Shape::Enum(list) => list.values.iter().all(|one| one.value.is_string()) && tag(),
            _ => false,
        }
    }

    /// A number that equal schemas share, and others almost never.
    pub(super) fn print(&self, id: SchemaId, names: Names) -> u64 {
        match names {
            Names::Kept => self.exact[id.index()],
            Names::Dropped => self.loose[id.index()],
        }
    }

    /// The way in which a message passes.
    pub(super) fn message_direction(&self, id: MessageId) -> Direction {
        self.reach.message(id)
    }

    /// The messages that each of some schemas is part of.
    pub(super) fn uses(&self, ids: &BTreeSet<SchemaId>) -> BTreeMap<SchemaId, Vec<Use>> {
        self.reach.schemas(ids)
    }

    /// The place of a schema.
    pub(super) fn at(&self, id: SchemaId) -> &'a Origin {
        &self.model.schema(id).at
    }
}

/// The end of each chain of aliases; a chain that bites its tail ends where it is entered.
fn targets(model: &Model) -> Vec<SchemaId> {
    let next = |id: SchemaId| match model.schema(id).shape {
        Shape::Alias(target) => Some(target),
        _ => None,
    };
    let count = model.schemas.len();
    let mut ends: Vec<Option<SchemaId>> = vec![None; count];
    for index in 0..count {
        let start = SchemaId(u32::try_from(index).expect("ids are 32 bits wide"));
        let mut chain = vec![start];
        let mut last = start;
        while let Some(id) = next(last).filter(|_| ends[last.index()].is_none()) {
            if chain.len() > count {
                break;
            }
            chain.push(id);
            last = id;
        }
        let end = ends[last.index()].unwrap_or(last);
        chain.iter().for_each(|id| ends[id.index()] = Some(end));
    }
    ends.into_iter()
        .map(|end| end.expect("every schema starts a chain"))
        .collect()
}

/// A schema with aliases that have no name of their own followed.
pub(super) fn settled(model: &Model, id: SchemaId) -> SchemaId {
    let mut end = id;
    for _ in 0..=model.schemas.len() {
        match model.schema(end) {
            Schema {
                name: None,
                shape: Shape::Alias(target),
                ..
            } => end = *target,
            _ => break,
        }
    }
    end
}

/// The schemas that a schema mentions, in the order of the document.
pub(super) fn children(shape: &Shape) -> Vec<SchemaId> {
    match shape {
        Shape::Any | Shape::Never | Shape::Const(_) | Shape::Scalar(_) | Shape::Enum(_) => {
            Vec::new()
        }
        Shape::Opaque(_) => Vec::new(),
        Shape::Alias(id) | Shape::Array(id) => vec![*id],
        Shape::Tuple(tuple) => tuple.items.iter().chain(&tuple.rest).copied().collect(),
        Shape::Union(union) => union.members.clone(),
        Shape::Object(object) => {
            let rest = match &object.additional {
                Additional::Schema(id) => Some(*id),
                Additional::Unspecified | Additional::Open | Additional::Closed => None,
            };
            let declared = object.properties.iter().map(|property| property.schema);
            let patterns = object.patterns.iter().map(|(_, id)| *id);
            declared.chain(patterns).chain(rest).collect()
        }
    }
}
