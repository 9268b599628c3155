//! One node held against one schema, without looking below either.
//!
//! In: a schema and a node. Out: the [`Mismatch`]es of this level, and the pairs of schema and node below it that
//! remain to be looked at. The walk that reports and the question whether a value fits both stand on this.

use super::{Kind, compare, object, scalar, words};
use crate::model::{Enum, Schema, SchemaId, Shape, Tuple};
use crate::source::{Node, Origin};

/// What one level says.
#[derive(Default)]
pub(super) struct Level<'a> {
    /// What is wrong at this level.
    pub(super) mismatches: Vec<Mismatch>,
    /// What is to be looked at below.
    pub(super) children: Vec<Child<'a>>,
    /// Whether there are keys of which nothing is said.
    pub(super) undeclared: bool,
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub(super) struct Mismatch {
    pub(super) kind: Kind,
    pub(super) expected: String,
    pub(super) found: String,
    pub(super) spot: Spot,
}

/// Where it is wrong.
#[derive(Clone, Debug)]
pub(super) enum Spot {
    /// The value itself.
    Value,
    /// A key of it.
    Key(String),
    /// The value under a key of it.
    Below(String),
}

/// A schema and a node below a level.
#[derive(Clone, Copy)]
pub(super) struct Child<'a> {
    pub(super) schema: SchemaId,
    pub(super) node: &'a Node,
    pub(super) step: Step<'a>,
}

/// How the walk gets to a child.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    /// The same value under another schema that is the same.
    Alias,
    /// The same value as the member of a union, or as the only item of a list.
    Member,
    /// A declared property.
    Property(&'a str, &'a Origin),
    /// The value under an undeclared key.
    Entry(&'a str),
    /// An item of a list.
    Item(usize),
}

impl<'a> Level<'a> {
    pub(super) fn wrong(kind: Kind, expected: impl Into<String>, node: &Node) -> Self {
        let (expected, found, spot) = (expected.into(), words::found(node), Spot::Value);
        let mismatches = vec![Mismatch {
            kind,
            expected,
            found,
            spot,
        }];
        Self {
            mismatches,
            ..Self::default()
        }
    }

    pub(super) fn below(children: Vec<Child<'a>>) -> Self {
        Self {
            children,
            ..Self::default()
        }
    }

    pub(super) fn same(schema: SchemaId, node: &'a Node, step: Step<'a>) -> Self {
        Self::below(vec![Child { schema, node, step }])
    }
}

/// One node against one schema that is no union.
pub(super) fn level<'a>(tags: &object::Tags, schema: &'a Schema, node: &'a Node) -> Level<'a> {
    match &schema.shape {
        Shape::Any | Shape::Opaque(_) | Shape::Union(_) => Level::default(),
        Shape::Never => Level::wrong(Kind::WrongType, "no value at all", node),
        Shape::Alias(target) => Level::same(*target, node, Step::Alias),
        Shape::Const(value) if compare::equal(node, value) => Level::default(),
        Shape::Const(value) => Level::wrong(
            Kind::WrongConstant,
            format!("the constant {}", words::value(value)),
            node,
        ),
        Shape::Scalar(wanted) => scalar::level(wanted, node),
        Shape::Enum(wanted) => one_of(wanted, node),
        Shape::Array(item) => array(*item, node),
        Shape::Tuple(wanted) => tuple(wanted, node),
        Shape::Object(wanted) => object::level(wanted, tags.of(&schema.at), node),
    }
}

fn one_of<'a>(wanted: &Enum, node: &Node) -> Level<'a> {
    let values = || wanted.values.iter().map(|one| &one.value);
    if values().any(|value| compare::equal(node, value)) {
        return Level::default();
    }
    let kind = match values().find(|value| compare::spelt_otherwise(node, value)) {
        Some(value) if value.is_string() => Kind::NumberForString,
        Some(_) => Kind::StringForNumber,
        None if node.is_null() => Kind::NullValue,
        None if node.as_scalar().is_none() => Kind::WrongType,
        None => Kind::UnknownValue,
    };
    Level::wrong(kind, words::one_of(values()), node)
}

fn array(item: SchemaId, node: &Node) -> Level<'_> {
    match node.as_sequence() {
        Some(items) => Level::below(items_of(items, |_| Some(item))),
        None => not(node, "a list"),
    }
}

fn tuple<'a>(wanted: &Tuple, node: &'a Node) -> Level<'a> {
    match node.as_sequence() {
        Some(items) => Level::below(items_of(items, |index| {
            wanted.items.get(index).copied().or(wanted.rest)
        })),
        None => not(node, "a list"),
    }
}

fn items_of(items: &[Node], schema: impl Fn(usize) -> Option<SchemaId>) -> Vec<Child<'_>> {
    let child = |(index, node)| {
        let (schema, step) = (schema(index)?, Step::Item(index));
        Some(Child { schema, node, step })
    };
    items.iter().enumerate().filter_map(child).collect()
}

/// A value of another type, null apart.
pub(super) fn not<'a>(node: &Node, expected: &str) -> Level<'a> {
    let kind = if node.is_null() {
        Kind::NullValue
    } else {
        Kind::WrongType
    };
    Level::wrong(kind, expected, node)
}
