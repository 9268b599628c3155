//! What a schema says, in the form in which parts of an `allOf` are put together.
//!
//! In: nothing; these are data. Out: [`Body`] (unions still beside the rest), [`Choice`] (a union as stated)
//! and [`Outcome`] (what it came to). This room holds no rule.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use crate::model::{Constraint, SchemaId, Shape};
use crate::source::{Cursor, Origin};

/// What one schema says: a shape that is neither alias nor union, and the unions beside it.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// The shape; never [`Shape::Alias`] or [`Shape::Union`]. Objects list declared properties alone.
    pub shape: Shape,
    /// Whether `null` is allowed in so many words.
    pub nullable: bool,
    /// Names that must be there, declared or not, each with its place.
    pub required: Vec<(String, Origin)>,
    /// Keys that are named, but by no property: under conditions, or by a constraint. Whoever keeps the shape keeps them.
    pub implied: BTreeSet<String>,
    /// What the types do not enforce.
    pub constraints: Vec<Constraint>,
    /// The unions that must hold beside the shape.
    pub choices: Vec<Arc<Choice>>,
}

impl Default for Body {
    fn default() -> Self {
        Self::of(Shape::Any)
    }
}

impl Body {
    /// A shape and nothing else.
    pub(super) fn of(shape: Shape) -> Self {
        Self {
            shape,
            nullable: false,
            required: Vec::new(),
            implied: BTreeSet::new(),
            constraints: Vec::new(),
            choices: Vec::new(),
        }
    }

    /// Whether it says nothing at all.
    pub(super) fn is_blank(&self) -> bool {
        self.shape == Shape::Any
            && !self.nullable
            && self.required.is_empty()
            && self.implied.is_empty()
            && self.constraints.is_empty()
            && self.choices.is_empty()
    }

    /// Whether `null` is among its values.
    pub(super) fn allows_null(&self) -> bool {
        self.nullable || self.shape == Shape::Any
    }
}

/// Which keyword a union comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keyword {
    /// `oneOf`.
    OneOf,
    /// `anyOf`.
    AnyOf,
    /// A list of types.
    Type,
}

/// A union as stated.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// The list of members.
    pub at: Cursor,
    /// The keyword.
    pub keyword: Keyword,
    /// The members in document order.
    pub members: Vec<Member>,
    /// The schemas behind the members, references with more beside them seen through.
    pub offered: BTreeSet<SchemaId>,
    /// The discriminator beside it.
    pub tag: Option<Tag>,
}

/// A member of a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// The schema as stated.
    pub stated: SchemaId,
    /// The same with what stands beside the union.
    pub whole: SchemaId,
}

/// A discriminator as stated.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    /// Its place.
    pub at: Origin,
    /// The property's key on the wire.
    pub property: String,
    /// Values and what they stand for.
    pub mapping: Vec<Mapped>,
}

/// One entry of a discriminator's mapping.
#[derive(Clone, Debug)]
pub(super) struct Mapped {
    /// The value on the wire.
    pub value: String,
    /// The schema, by reference or by name, as written.
    pub target: String,
    /// Every place on the way to the schema, the first first; empty where the text leads nowhere.
    pub places: Vec<Origin>,
    /// Its place.
    pub at: Cursor,
}

/// What a schema came to.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// The shape.
    pub shape: Shape,
    /// Whether `null` is allowed beside it.
    pub nullable: bool,
    /// What the types do not enforce.
    pub constraints: Vec<Constraint>,
    /// The value that stands for a missing one, when a member of a union brought it.
    pub default: Option<Value>,
}
