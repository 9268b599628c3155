//! Members of a union that no value tells apart: strings beside strings, numbers beside numbers.
//!
//! In: settled members. Out: the same with each such group as one member: an enum where all list their values,
//! else the wider type.
//! This room never looks at lists and objects.

use std::collections::BTreeSet;

use super::Schemas;
use super::body::{Body, Choice};
use super::bounds::less;
use super::entry::Progress;
use super::json::scalar;
use super::simplify::{Members, plain};
use crate::model::{Enum, EnumValue, Scalar, ScalarKind, SchemaId, Shape};
use crate::resolve::Context;
use serde_json::{Number, Value};

/// The JSON types whose values look alike.
const GROUPS: [ScalarKind; 3] = [ScalarKind::String, ScalarKind::Number, ScalarKind::Boolean];

impl Schemas {
    /// Puts members of one scalar type together.
    pub(super) fn merge_alike(
        &mut self,
        context: &mut Context<'_>,
        choice: &Choice,
        members: Members,
    ) -> Members {
        let mut merged = members;
        for group in GROUPS {
            let alike: Vec<SchemaId> = merged
                .iter()
                .map(|&(_, member)| member)
                .filter(|&member| self.group(member) == Some(group))
                .collect();
            if alike.len() > 1 {
                let one = self.merge(context, choice, &alike);
                let first = alike[0];
                let others: BTreeSet<SchemaId> = alike[1..].iter().copied().collect();
                merged.retain(|(_, member)| !others.contains(member));
                for member in &mut merged {
                    if member.1 == first {
                        *member = (one, one);
                    }
                }
            }
        }
        merged
    }

    fn merge(
        &mut self,
        context: &mut Context<'_>,
        choice: &Choice,
        alike: &[SchemaId],
    ) -> SchemaId {
        let shape = self.widest(context, choice, alike);
        let id = self.imply(choice.at.origin.clone(), Body::default());
        let entry = self.entry_mut(id);
        entry.outcome = Some(plain(shape));
        entry.settling = Progress::Done;
        id
    }

    fn widest(&mut self, context: &mut Context<'_>, choice: &Choice, alike: &[SchemaId]) -> Shape {
        let listed: Vec<Option<Vec<EnumValue>>> =
            alike.iter().map(|&member| self.listed(member)).collect();
        // An enum beside a plain string is the idiom for an enum that may grow.
        let open = |(member, values): (&SchemaId, &Option<Vec<EnumValue>>)| {
            values.is_some() || self.is_any_string(*member)
        };
        if listed.iter().any(Option::is_some) && alike.iter().zip(&listed).all(open) {
            let open = alike.iter().any(|&member| self.is_open(member));
            let values = enumeration(listed.into_iter().flatten().flatten());
            return Shape::Enum(Enum { values, open });
        }
        let word = choice.keyword.word();
        self.ignore(
            context,
            &choice.at.origin,
            word,
            "members of one scalar type are one type",
        );
        let scalars: Vec<Scalar> = alike
            .iter()
            .filter_map(|&member| self.as_scalar(member))
            .collect();
        let widest = scalars
            .into_iter()
            .reduce(|left, right| wider(&left, &right));
        widest.map_or(Shape::Any, |widest| {
            Shape::Scalar(self.wide_enough(alike, widest))
        })
    }

    fn group(&self, member: SchemaId) -> Option<ScalarKind> {
        self.as_scalar(member).map(|scalar| match scalar.kind {
            ScalarKind::Integer => ScalarKind::Number,
            kind => kind,
        })
    }

    /// The scalar type of all values; `None` for lists, objects and mixtures.
    fn as_scalar(&self, member: SchemaId) -> Option<Scalar> {
        match self.seen(member)? {
            Shape::Scalar(scalar) => Some(scalar.clone()),
            Shape::Const(value) => of_values(std::iter::once(value)),
            Shape::Enum(values) => of_values(values.values.iter().map(|value| &value.value)),
            _ => None,
        }
    }

    /// The strings and numbers that a member lists.
    fn listed(&self, member: SchemaId) -> Option<Vec<EnumValue>> {
        let entry = self.entry(member);
        match self.seen(member)? {
            Shape::Const(value) if !value.is_boolean() => Some(vec![EnumValue {
                value: value.clone(),
                at: entry.at.clone(),
                name: entry.docs.title.clone(),
                description: entry.docs.description.clone(),
            }]),
            Shape::Enum(values) => Some(self.described(member, values.values.clone())),
            _ => None,
        }
    }

    /// Words about a member with one value are words about the value.
    fn described(&self, member: SchemaId, mut values: Vec<EnumValue>) -> Vec<EnumValue> {
        if let [value] = values.as_mut_slice() {
            let docs = &self.entry(member).docs;
            value.name = value.name.take().or_else(|| docs.title.clone());
            value.description = value
                .description
                .take()
                .or_else(|| docs.description.clone());
        }
        values
    }

    fn is_any_string(&self, member: SchemaId) -> bool {
        let bare = self
            .entry(member)
            .outcome
            .as_ref()
            .is_some_and(|outcome| outcome.constraints.is_empty());
        bare && self.seen(member) == Some(&scalar(ScalarKind::String))
    }

    /// Whether a member takes strings that no member lists.
    fn is_open(&self, member: SchemaId) -> bool {
        match self.seen(member) {
            Some(Shape::Enum(values)) => values.open,
            _ => self.is_any_string(member),
        }
    }
}

/// Each value once.
fn enumeration(values: impl Iterator<Item = EnumValue>) -> Vec<EnumValue> {
    let mut seen = BTreeSet::new();
    values
        .filter(|value| seen.insert(value.value.to_string()))
        .collect()
}

fn of_values<'v>(values: impl Iterator<Item = &'v Value>) -> Option<Scalar> {
    let kinds = values.map(|value| match value {
        Value::String(_) => Some(ScalarKind::String),
        Value::Bool(_) => Some(ScalarKind::Boolean),
        Value::Number(number) if number.is_f64() => Some(ScalarKind::Number),
        Value::Number(_) => Some(ScalarKind::Integer),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    });
    let kind = kinds.reduce(|left, right| match (left?, right?) {
        (left, right) if left == right => Some(left),
        (ScalarKind::Integer | ScalarKind::Number, ScalarKind::Integer | ScalarKind::Number) => {
            Some(ScalarKind::Number)
        }
        _ => None,
    })??;
    Some(Scalar {
        kind,
        format: None,
        minimum: None,
        maximum: None,
    })
}

fn wider(left: &Scalar, right: &Scalar) -> Scalar {
    let kind = if left.kind == right.kind {
        left.kind
    } else {
        ScalarKind::Number
    };
    let format = left
        .format
        .clone()
        .filter(|_| left.format == right.format && left.kind == right.kind);
    Scalar {
        kind,
        format,
        minimum: widest_bound(&left.minimum, &right.minimum, less),
        maximum: widest_bound(&left.maximum, &right.maximum, |left, right| {
            less(right, left)
        }),
    }
}

/// Only where both are bounded is the union bounded, by the outer bound.
fn widest_bound(
    left: &Option<Number>,
    right: &Option<Number>,
    outer: impl Fn(&Number, &Number) -> bool,
) -> Option<Number> {
    let (left, right) = (left.as_ref()?, right.as_ref()?);
    Some(if outer(left, right) {
        left.clone()
    } else {
        right.clone()
    })
}
