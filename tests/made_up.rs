//! Made-up documents: whatever comes of one is a located error or Rust that parses, the same every time.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{BoxedStrategy, Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use serde_json::{Map, Value, json};
use tests::pipeline;

/// Names of every kind, few enough to clash often.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(vec!["id", "type", "Self", "self", "fooBar", "foo-bar", "foo_bar", "Option", "String", "3d", "", "größe", "A", "B", "C"])
            .prop_map(str::to_owned),
        2 => "[a-zA-Z_][a-zA-Z0-9_ ./-]{0,8}",
        1 => "\\PC{0,4}",
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        name().prop_map(Value::from),
        Just(json!([1, "a"])),
        Just(json!({ "a": null })),
    ]
}

/// A keyword with a value that suits it, or, now and then, one that does not.
fn keyword(schema: BoxedStrategy<Value>) -> BoxedStrategy<(String, Value)> {
    let types = vec![
        "string", "integer", "number", "boolean", "object", "array", "null",
    ];
    let entry = |key: &'static str, values: BoxedStrategy<Value>| {
        values
            .prop_map(move |value| (key.to_owned(), value))
            .boxed()
    };
    let list = |of: BoxedStrategy<Value>| vec(of, 0..3).prop_map(Value::Array).boxed();
    let object = |of: BoxedStrategy<Value>| {
        vec((name(), of), 0..4)
            .prop_map(|entries| Value::Object(entries.into_iter().collect()))
            .boxed()
    };
    prop_oneof![
        6 => entry("type", select(types.clone()).prop_map(Value::from).boxed()),
        1 => entry("type", list(select(types).prop_map(Value::from).boxed())),
        6 => entry("properties", object(schema.clone())),
        2 => entry("required", list(name().prop_map(Value::from).boxed())),
        2 => entry("additionalProperties", prop_oneof![any::<bool>().prop_map(Value::from), schema.clone()].boxed()),
        2 => entry("items", schema.clone()),
        1 => entry("items", list(schema.clone())),
        2 => entry("oneOf", list(schema.clone())),
        1 => entry("anyOf", list(schema.clone())),
        2 => entry("allOf", list(schema.clone())),
        2 => entry("enum", list(value().boxed())),
        1 => entry("const", value().boxed()),
        1 => entry("default", value().boxed()),
        1 => entry("discriminator", name().prop_map(Value::from).boxed()),
        1 => entry("format", name().prop_map(Value::from).boxed()),
        1 => entry("minimum", any::<i64>().prop_map(Value::from).boxed()),
        1 => entry("not", schema.clone()),
        1 => entry("patternProperties", object(schema)),
        1 => entry("description", "\\PC{0,20}".prop_map(Value::from).boxed()),
        1 => (name(), value()).boxed(),
    ]
    .boxed()
}

fn reference() -> BoxedStrategy<Value> {
    select(vec!["A", "B", "C"])
        .prop_map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }))
        .boxed()
}

fn schema() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(json!({ "type": "string" })),
        reference(),
        any::<bool>().prop_map(Value::from)
    ];
    leaf.prop_recursive(4, 40, 4, |inner| {
        let object = vec(keyword(inner.boxed()), 0..4)
            .prop_map(|entries| Value::Object(entries.into_iter().collect::<Map<_, _>>()));
        prop_oneof![3 => object, 1 => reference()].boxed()
    })
    .boxed()
}

fn document() -> impl Strategy<Value = Value> {
    (vec((name(), schema()), 1..4), option::of(schema()), schema(), schema(), schema()).prop_map(
        |(messages, headers, a, b, c)| {
            let message = |(name, payload): &(String, Value)| {
                json!({ "name": name, "payload": payload, "headers": headers })
            };
            json!({
                "asyncapi": "2.6.0",
                "info": { "title": "Made up", "version": "1.0.0" },
                "channels": { "events": { "subscribe": {
                    "message": { "oneOf": messages.iter().map(message).collect::<Vec<_>>() }
                } } },
                "components": { "schemas": { "A": a, "B": b, "C": c } },
            })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_holds_for_every_input_holds_for_made_up_documents(document in document()) {
        pipeline::holds(document.to_string().as_bytes());
    }
}
