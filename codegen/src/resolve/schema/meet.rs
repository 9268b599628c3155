//! What two parts of an `allOf` allow together.
//!
//! In: two bodies. Out: the values that both allow, or [`Conflict`] when there are none that could be told.
//! Properties that both declare become intersections of their own, worked out later.
//! This room never reports anything.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Schemas;
use super::body::Body;
use super::bounds::{greater, lesser};
use crate::model::{
    Additional, Constraint, Enum, Object, Property, Scalar, ScalarKind, SchemaId, Shape,
};

/// No value is both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Conflict;

impl Schemas {
    /// What both allow; properties of the left stand first.
    pub(super) fn meet(&mut self, left: Body, right: &Body) -> Result<Body, Conflict> {
        let nullable = meet_null(&left, right);
        let shape = self.meet_shapes(left.shape, &right.shape)?;
        let mut required = left.required;
        let known: BTreeSet<String> = required.iter().map(|(name, _)| name.clone()).collect();
        required.extend(
            right
                .required
                .iter()
                .filter(|(name, _)| !known.contains(name))
                .cloned(),
        );
        let mut choices = left.choices;
        for choice in &right.choices {
            if !choices
                .iter()
                .any(|known| known.at.origin == choice.at.origin)
            {
                choices.push(choice.clone());
            }
        }
        let mut implied = left.implied;
        implied.extend(right.implied.iter().cloned());
        let mut body = Body {
            shape,
            nullable,
            required,
            implied,
            constraints: joined(left.constraints, &right.constraints),
            choices,
        };
        body.drop_declared();
        Ok(body)
    }

    /// What a schema says beside its `allOf`. Null is meant for the whole there, though by the letter every part would have
    /// to allow it.
    pub(super) fn meet_own(&mut self, whole: Body, own: &Body) -> Result<Body, Conflict> {
        let mut body = self.meet(whole, own)?;
        body.nullable |= own.nullable;
        Ok(body)
    }

    fn meet_shapes(&mut self, left: Shape, right: &Shape) -> Result<Shape, Conflict> {
        match (left, right) {
            (Shape::Object(left), Shape::Object(right)) => {
                Ok(Shape::Object(self.meet_objects(left, right)))
            }
            (Shape::Array(left), Shape::Array(right)) => Ok(Shape::Array(self.both(left, *right))),
            (left, right) => meet_leaves(&left, right),
        }
    }

    fn meet_objects(&mut self, mut left: Object, right: &Object) -> Object {
        left.additional = self.meet_additional(left.additional, &right.additional);
        left.properties = self.meet_properties(left.properties, &right.properties);
        for (pattern, schema) in &right.patterns {
            match left.patterns.iter().position(|(known, _)| known == pattern) {
                Some(at) => left.patterns[at].1 = self.both(left.patterns[at].1, *schema),
                None => left.patterns.push((pattern.clone(), *schema)),
            }
        }
        left
    }

    fn meet_properties(&mut self, mut left: Vec<Property>, right: &[Property]) -> Vec<Property> {
        let places: BTreeMap<String, usize> = left
            .iter()
            .enumerate()
            .map(|(at, property)| (property.name.clone(), at))
            .collect();
        self.copied += right.len();
        for property in right {
            match places.get(&property.name) {
                Some(&at) => {
                    let schema = self.both(left[at].schema, property.schema);
                    let docs = property.docs.clone().or(left[at].docs.take());
                    left[at] = Property {
                        schema,
                        docs,
                        ..property.clone()
                    };
                }
                None => left.push(property.clone()),
            }
        }
        left
    }

    /// A part that is closed never refuses what another part lists: whoever writes both means both.
    fn meet_additional(&mut self, left: Additional, right: &Additional) -> Additional {
        match (left, right) {
            (Additional::Schema(left), Additional::Schema(right)) => {
                Additional::Schema(self.both(left, *right))
            }
            (Additional::Schema(id), _) | (_, &Additional::Schema(id)) => Additional::Schema(id),
            (Additional::Open, _) | (_, Additional::Open) => Additional::Open,
            (Additional::Closed, _) | (_, Additional::Closed) => Additional::Closed,
            (Additional::Unspecified, Additional::Unspecified) => Additional::Unspecified,
        }
    }

    /// The values that two scalars have in common, when that is what both are.
    pub(super) fn meet_plain(&self, left: SchemaId, right: SchemaId) -> Option<Body> {
        let (left, right) = (self.entry(left).body()?, self.entry(right).body()?);
        if !left.choices.is_empty() || !right.choices.is_empty() {
            return None;
        }
        let shape = meet_leaves(&left.shape, &right.shape).ok()?;
        let constraints = joined(left.constraints.clone(), &right.constraints);
        Some(Body {
            nullable: meet_null(left, right),
            constraints,
            ..Body::of(shape)
        })
    }
}

fn meet_null(left: &Body, right: &Body) -> bool {
    // `nullable: true` in a part that says nothing else is meant for the whole.
    let meant = |body: &Body| body.nullable && body.shape == Shape::Any;
    let both = left.allows_null()
        && right.allows_null()
        && !(left.shape == Shape::Any && right.shape == Shape::Any);
    both || meant(left) || meant(right)
}

fn joined(mut left: Vec<Constraint>, right: &[Constraint]) -> Vec<Constraint> {
    for constraint in right {
        if !left.contains(constraint) {
            left.push(constraint.clone());
        }
    }
    left
}

/// Shapes that hold no other schema, or are equal.
fn meet_leaves(left: &Shape, right: &Shape) -> Result<Shape, Conflict> {
    match (left, right) {
        (Shape::Any, other) | (other, Shape::Any) => Ok(other.clone()),
        (Shape::Never, _) | (_, Shape::Never) => Ok(Shape::Never),
        (Shape::Scalar(left), Shape::Scalar(right)) => meet_scalars(left, right).map(Shape::Scalar),
        (Shape::Const(value), other) | (other, Shape::Const(value)) => admits(other, value)
            .then(|| Shape::Const(value.clone()))
            .ok_or(Conflict),
        (Shape::Enum(values), other) | (other, Shape::Enum(values)) => meet_enum(values, other),
        // The items of the one must be items of the other too: what is known by position is more exact.
        (Shape::Tuple(tuple), Shape::Array(_)) | (Shape::Array(_), Shape::Tuple(tuple)) => {
            Ok(Shape::Tuple(tuple.clone()))
        }
        (left, right) if left == right => Ok(left.clone()),
        _ => Err(Conflict),
    }
}

fn meet_scalars(left: &Scalar, right: &Scalar) -> Result<Scalar, Conflict> {
    let kind = match (left.kind, right.kind) {
        (left, right) if left == right => left,
        (ScalarKind::Integer, ScalarKind::Number) | (ScalarKind::Number, ScalarKind::Integer) => {
            ScalarKind::Integer
        }
        _ => return Err(Conflict),
    };
    let formats: Vec<&String> = [left, right]
        .into_iter()
        .filter(|scalar| scalar.kind == kind)
        .filter_map(|scalar| scalar.format.as_ref())
        .collect();
    let agreed = formats.windows(2).all(|pair| pair[0] == pair[1]);
    let format = formats
        .first()
        .filter(|_| agreed)
        .map(|format| (*format).clone());
    Ok(Scalar {
        kind,
        format,
        minimum: greater(left.minimum.as_ref(), right.minimum.as_ref()),
        maximum: lesser(left.maximum.as_ref(), right.maximum.as_ref()),
    })
}

fn meet_enum(values: &Enum, other: &Shape) -> Result<Shape, Conflict> {
    let kept: Vec<_> = values
        .values
        .iter()
        .filter(|value| admits(other, &value.value))
        .cloned()
        .collect();
    if kept.is_empty() {
        Err(Conflict)
    } else {
        Ok(Shape::Enum(Enum {
            values: kept,
            open: values.open,
        }))
    }
}

/// Whether a value is one of a shape's, as far as the shape alone tells.
fn admits(shape: &Shape, value: &Value) -> bool {
    match shape {
        Shape::Any => true,
        Shape::Const(constant) => constant == value,
        Shape::Enum(values) => values.values.iter().any(|known| known.value == *value),
        Shape::Scalar(scalar) => match scalar.kind {
            ScalarKind::String => value.is_string(),
            ScalarKind::Integer => value.as_f64().is_some_and(|number| number.fract() == 0.0),
            ScalarKind::Number => value.is_number(),
            ScalarKind::Boolean => value.is_boolean(),
            ScalarKind::Null => value.is_null(),
        },
        Shape::Array(_) | Shape::Tuple(_) => value.is_array(),
        Shape::Object(_) => value.is_object(),
        Shape::Never | Shape::Alias(_) | Shape::Union(_) | Shape::Opaque(_) => false,
    }
}
