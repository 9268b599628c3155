//! Whether a value fits a schema: the question that unions ask of their members.
//!
//! In: a schema and a node. Out: yes or no, each pair answered once, so that unions of unions take time in
//! proportion to schemas times nodes. The [`Work`] of one example is counted and limited.
//! This room reports nothing.

use std::collections::BTreeMap;

use super::level::{self, Level};
use super::object::Tags;
use super::union;
use crate::model::{Model, SchemaId, Shape};
use crate::pointer::Pointer;
use crate::source::{Node, Origin};

/// Levels of one example, aliases and unions counted, that are looked at before it is left alone.
const MAX_LEVELS: u32 = 200_000;
/// Levels below one another, likewise.
const MAX_DEPTH: u32 = 640;
/// Levels of all examples together.
const MAX_LEVELS_IN_ALL: u32 = 5_000_000;

/// The model with what is known of the example at hand.
pub(super) struct Fit<'a> {
    pub(super) model: &'a Model,
    pub(super) work: Work,
    tags: Tags,
    inexact: std::collections::BTreeSet<(u32, Pointer)>,
    known: BTreeMap<(SchemaId, usize), bool>,
}

impl<'a> Fit<'a> {
    pub(super) fn new(model: &'a Model) -> Self {
        let place = |at: &Origin| Some((at.file.0, at.pointer.parent()?));
        Self {
            model,
            work: Work::default(),
            tags: Tags::new(model),
            inexact: model
                .ignored
                .iter()
                .filter_map(|ignored| place(&ignored.at))
                .collect(),
            known: BTreeMap::new(),
        }
    }

    /// Forgets the example before.
    pub(super) fn next_example(&mut self) {
        self.known.clear();
        self.work.next_example();
    }

    /// The level of a schema and a node, a union's choice included.
    pub(super) fn level(&mut self, id: SchemaId, node: &'a Node) -> Level<'a> {
        let schema = self.model.schema(id);
        self.work.spend(&schema.shape, node);
        match &schema.shape {
            _ if schema.nullable && node.is_null() => Level::default(),
            Shape::Union(wanted) => union::level(self, wanted, node),
            _ => level::level(&self.tags, schema, node),
        }
    }

    /// Whether the value fits; a schema that leads back to itself with the same value adds nothing to the answer.
    pub(super) fn fits(&mut self, id: SchemaId, node: &'a Node) -> bool {
        let pair = (id, std::ptr::from_ref(node).addr());
        if let Some(&known) = self.known.get(&pair) {
            return known;
        }
        if !self.work.enter() {
            return true;
        }
        self.known.insert(pair, false);
        let level = self.level(id, node);
        let mut below = level.children.iter();
        let fits =
            level.mismatches.is_empty() && below.all(|child| self.fits(child.schema, child.node));
        self.work.leave();
        self.known.insert(pair, fits);
        fits
    }

    /// Whether the model holds everything that the document says of the values of a schema and its properties.
    pub(super) fn is_exact(&self, id: SchemaId) -> bool {
        let schema = self.model.schema(id);
        let below = match &schema.shape {
            Shape::Object(object) => object.properties.as_slice(),
            _ => &[],
        };
        let properties = below
            .iter()
            .map(|property| self.model.schema(property.schema));
        std::iter::once(schema).chain(properties).all(|schema| {
            let place = (schema.at.file.0, schema.at.pointer.clone());
            schema.constraints.is_empty() && !self.inexact.contains(&place)
        })
    }
}

/// The work that examples take.
#[derive(Default)]
pub(super) struct Work {
    depth: u32,
    levels: u32,
    in_all: u32,
    exhausted: bool,
}

impl Work {
    fn next_example(&mut self) {
        *self = Self {
            in_all: self.in_all,
            ..Self::default()
        };
    }

    /// Enters a level; `false` when there were too many.
    pub(super) fn enter(&mut self) -> bool {
        let too_many = self.levels >= MAX_LEVELS
            || self.in_all >= MAX_LEVELS_IN_ALL
            || self.depth >= MAX_DEPTH;
        if too_many {
            self.exhausted = true;
            return false;
        }
        self.depth += 1;
        self.levels += 1;
        self.in_all += 1;
        true
    }

    /// Counts the keys of a large object like levels.
    fn spend(&mut self, shape: &Shape, node: &Node) {
        const KEYS_OF_A_LEVEL: usize = 16;
        if let (Shape::Object(object), Some(mapping)) = (shape, node.as_mapping()) {
            let keys = object.properties.len() + mapping.len();
            let levels = u32::try_from(keys / KEYS_OF_A_LEVEL).unwrap_or(u32::MAX);
            self.levels = self.levels.saturating_add(levels);
            self.in_all = self.in_all.saturating_add(levels);
        }
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Whether some of the example was left alone.
    pub(super) fn exhausted(&self) -> bool {
        self.exhausted
    }
}
