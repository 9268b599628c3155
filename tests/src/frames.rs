//! Made-up values: strategies that follow a schema of the model, as a vendor's server might.
//!
//! In: a model and a schema. Out: a `proptest` strategy of JSON values that the schema allows. Nothing here looks at the
//! generated types, so that what they make of a value can be held against what it was made from.

use asyncapi_codegen::model::{
    Additional, Model, Object, Presence, Property, Scalar, ScalarKind, SchemaId, Shape, Union,
};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Union as OneOf};
use serde_json::{Map, Value, json};

/// How deep a value may nest before optional parts are left out.
const DEPTH: u32 = 6;

/// Values that a schema allows.
pub fn values(model: &Model, schema: SchemaId) -> BoxedStrategy<Value> {
    nested(model, schema, DEPTH)
}

fn nested(model: &Model, id: SchemaId, depth: u32) -> BoxedStrategy<Value> {
    let schema = model.schema(id);
    let values = shape(model, &schema.shape, depth);
    if schema.nullable {
        prop_oneof![4 => values, 1 => Just(Value::Null)].boxed()
    } else {
        values
    }
}

fn shape(model: &Model, shape: &Shape, depth: u32) -> BoxedStrategy<Value> {
    match shape {
        Shape::Any | Shape::Never | Shape::Opaque(_) => anything(),
        Shape::Alias(id) => nested(model, *id, depth),
        Shape::Const(value) => Just(value.clone()).boxed(),
        Shape::Scalar(kind) => scalar(kind),
        Shape::Enum(values) => {
            let values: Vec<Value> = values
                .values
                .iter()
                .map(|known| known.value.clone())
                .collect();
            select(values).boxed()
        }
        Shape::Array(items) if depth > 0 => vec(nested(model, *items, depth - 1), 0..3)
            .prop_map(Value::Array)
            .boxed(),
        Shape::Array(_) => Just(json!([])).boxed(),
        Shape::Tuple(tuple) => {
            let items: Vec<_> = tuple
                .items
                .iter()
                .map(|item| nested(model, *item, depth.saturating_sub(1)))
                .collect();
            items.prop_map(Value::Array).boxed()
        }
        Shape::Object(declared) => object(model, declared, depth),
        Shape::Union(members) => union(model, members, depth),
    }
}

fn anything() -> BoxedStrategy<Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
        vec(text().prop_map(Value::from), 0..2).prop_map(Value::Array),
        text().prop_map(|word| json!({ word: [1, { "deep": null }] })),
    ]
    .boxed()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-z0-9 +:_.-]{0,12}", "\\PC{0,6}", "0[0-9]{1,20}"]
}

fn scalar(scalar: &Scalar) -> BoxedStrategy<Value> {
    match scalar.kind {
        ScalarKind::String => text().prop_map(Value::from).boxed(),
        ScalarKind::Integer => any::<i32>()
            .prop_map(|number| Value::from(number.unsigned_abs() >> 8))
            .boxed(),
        ScalarKind::Number => prop_oneof![
            any::<i64>().prop_map(Value::from),
            (-1.0e9..1.0e9_f64).prop_map(Value::from),
        ]
        .boxed(),
        ScalarKind::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        ScalarKind::Null => Just(Value::Null).boxed(),
    }
}

fn object(model: &Model, object: &Object, depth: u32) -> BoxedStrategy<Value> {
    let entries: Vec<BoxedStrategy<Option<(String, Value)>>> = object
        .properties
        .iter()
        .filter_map(|property| entry(model, property, depth))
        .collect();
    let more = match object.additional {
        Additional::Schema(id) if depth > 0 => {
            vec(("more[a-z]{1,5}", nested(model, id, depth - 1)), 0..3).boxed()
        }
        _ => Just(Vec::new()).boxed(),
    };
    (entries, more)
        .prop_map(|(entries, more)| {
            Value::Object(entries.into_iter().flatten().chain(more).collect())
        })
        .boxed()
}

fn entry(
    model: &Model,
    property: &Property,
    depth: u32,
) -> Option<BoxedStrategy<Option<(String, Value)>>> {
    if depth == 0 && property.presence == Presence::Optional {
        return None;
    }
    let name = property.name.clone();
    let there = nested(model, property.schema, depth.saturating_sub(1))
        .prop_map(move |value| Some((name.clone(), value)));
    Some(match property.presence {
        Presence::Required => there.boxed(),
        Presence::Optional => prop_oneof![there, Just(None)].boxed(),
    })
}

/// A value of one member, with the tag that tells it when the union has a discriminator.
fn union(model: &Model, union: &Union, depth: u32) -> BoxedStrategy<Value> {
    let members = union.members.iter().enumerate().map(|(position, member)| {
        let tag = union.discriminator.as_ref().and_then(|discriminator| {
            discriminator.values[position]
                .clone()
                .map(|value| (discriminator.property.clone(), value))
        });
        nested(model, *member, depth.saturating_sub(1))
            .prop_map(move |value| tagged(value, tag.clone()))
            .boxed()
    });
    OneOf::new(members.collect::<Vec<_>>()).boxed()
}

fn tagged(value: Value, tag: Option<(String, String)>) -> Value {
    match (value, tag) {
        (Value::Object(mut entries), Some((key, value))) => {
            entries.insert(key, Value::from(value));
            Value::Object(entries)
        }
        (value, _) => value,
    }
}

/// An object with its entries in a chosen order, as text.
pub fn in_order(entries: &Map<String, Value>, first: usize) -> String {
    let mut parts: Vec<String> = entries
        .iter()
        .map(|(key, value)| format!("{}:{value}", Value::from(key.as_str())))
        .collect();
    if !parts.is_empty() {
        let middle = first % parts.len();
        parts.rotate_left(middle);
    }
    format!("{{{}}}", parts.join(","))
}
