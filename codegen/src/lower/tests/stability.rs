//! Whatever is added to a document with a name of its own, nothing else is renamed or changes its type.

use serde_json::{Value, json};

use super::lower;

/// A document with names that are alike, names that mean something else, and every kind of place.
fn document() -> Value {
    json!({
        "asyncapi": "3.0.0",
        "info": { "title": "T", "version": "1" },
        "channels": {
            "news": {
                "address": "news/{topic}",
                "parameters": { "topic": { "enum": ["a-b", "a b"] } },
                "messages": {
                    "hello": { "payload": { "type": "object", "required": ["kind"], "properties": {
                        "kind": { "const": "hello" }, "mood": { "enum": ["GOOD", "good", "Good", "unknown"] } } } },
                    "order": { "payload": { "$ref": "#/components/schemas/Order" } },
                    "list": { "payload": { "type": "array", "items": { "type": "object", "properties": { "x": { "type": "string" } } } } }
                }
            },
            "NEWS": { "address": null, "messages": { "hello": { "payload": { "type": "string" } } } }
        },
        "components": { "schemas": {
            "Order": { "type": "object", "required": ["kind"], "properties": {
                "kind": { "const": "order" }, "lines": { "type": "array", "items": { "$ref": "#/components/schemas/line-item" } },
                "foo-bar": { "type": "string" }, "fooBar": { "type": "string" }, "foo_bar": { "type": "string" },
                "parent": { "$ref": "#/components/schemas/Order" } } },
            "OrderParent": { "type": "string" },
            "line-item": { "type": "object", "properties": { "state": { "enum": ["x"] }, "order": { "$ref": "#/components/schemas/Order" } } },
            "lineItem": { "type": "object", "properties": { "state": { "enum": ["x"] } } },
            "LineItemState": { "type": "string" },
            "String": { "type": "string" },
            "Either": { "oneOf": [
                { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } },
                { "type": "object", "required": ["b"], "properties": { "b": { "type": "object", "properties": { "c": { "enum": [1, "1"] } } } } }
            ] }
        } }
    })
}

fn lines(document: &Value) -> Vec<String> {
    lower(&document.to_string()).0
}

/// Checks that an addition leaves every line of the outline as it was.
#[track_caller]
fn assert_kept(pointer: &str, key: &str, value: Value) {
    let mut changed = document();
    let place = changed
        .pointer_mut(pointer)
        .expect("a place in the document");
    match place {
        Value::Object(entries) => _ = entries.insert(key.to_owned(), value),
        Value::Array(items) => items.insert(key.parse().expect("an index"), value),
        _ => panic!("nothing can be added to {place}"),
    }
    let after = lines(&changed);
    let lost: Vec<String> = lines(&document())
        .into_iter()
        .filter(|line| !after.contains(line))
        .collect();
    assert_eq!(lost, [""; 0], "{key} at {pointer}");
}

/// Names that come first, last and in between.
const FRESH: [&str; 4] = ["AaaFresh", "line-fresh", "orderFresh", "zzz_fresh"];

#[test]
fn schemas_and_properties() {
    for name in FRESH {
        let inner = json!({ "type": "object", "properties": { "state": { "enum": ["y"] } } });
        let schema = json!({ "type": "object", "properties": { "inner": inner, "order": { "$ref": "#/components/schemas/Order" } } });
        assert_kept("/components/schemas", name, schema.clone());
        for place in [
            "Order",
            "line-item",
            "lineItem",
            "Either/oneOf/1/properties/b",
        ] {
            assert_kept(
                &format!("/components/schemas/{place}/properties"),
                name,
                schema.clone(),
            );
        }
        assert_kept(
            "/channels/news/messages/hello/payload/properties",
            name,
            schema,
        );
    }
}

#[test]
fn values_and_members() {
    for index in ["0", "2", "4"] {
        assert_kept(
            "/channels/news/messages/hello/payload/properties/mood/enum",
            index,
            json!("fresh value"),
        );
    }
    for index in ["0", "1", "2"] {
        let member = json!({ "type": "object", "required": ["fresh"], "properties": { "fresh": { "type": "string" } } });
        assert_kept("/components/schemas/Either/oneOf", index, member);
    }
}

#[test]
fn messages_and_channels() {
    for name in FRESH {
        let payload = json!({ "type": "object", "required": ["kind"], "properties": { "kind": { "const": name }, "deep": { "enum": ["z"] } } });
        assert_kept(
            "/channels/news/messages",
            name,
            json!({ "payload": payload }),
        );
        assert_kept(
            "/channels",
            name,
            json!({ "address": name, "messages": { format!("{name} hello"): { "payload": payload } } }),
        );
    }
}

#[test]
fn channels_with_messages_that_are_called_alike() {
    for name in FRESH {
        let messages = document()["channels"]["news"]["messages"].clone();
        assert_kept(
            "/channels",
            name,
            json!({ "address": name, "messages": messages }),
        );
    }
}

#[test]
fn channels_with_messages_that_are_called_alike_in_2() {
    let channel = json!({ "publish": { "message": { "oneOf": [
        { "name": "first", "payload": { "type": "object", "properties": { "a": { "enum": ["x"] } } } },
        { "messageId": "second", "headers": { "type": "object" }, "payload": { "type": "object", "properties": { "b": { "type": "string" } } } },
    ] } } });
    let document = |names: &[&str]| {
        let channels: serde_json::Map<String, Value> = names
            .iter()
            .map(|name| ((*name).to_owned(), channel.clone()))
            .collect();
        lines(
            &json!({ "asyncapi": "2.6.0", "info": { "title": "T", "version": "1" }, "channels": channels }),
        )
    };
    let before = document(&["hello/{you}"]);
    for name in ["a/b", "zzz", "hello"] {
        let after = document(&[name, "hello/{you}"]);
        assert!(
            before.iter().all(|line| after.contains(line)),
            "{name}: {before:#?} {after:#?}"
        );
    }
}

#[test]
fn messages_without_names_among_others() {
    let document = |fixed: &[&str]| {
        let message = |text: &&str| json!({ "payload": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": text }, "of": { "enum": ["x"] } } } });
        let messages: Vec<Value> = fixed.iter().map(message).collect();
        lines(
            &json!({ "asyncapi": "2.6.0", "info": { "title": "T", "version": "1" }, "channels": {
            "all": { "publish": { "message": { "oneOf": messages } } } } }),
        )
    };
    let before = document(&["start", "stop"]);
    for all in [
        ["pause", "start", "stop"],
        ["start", "pause", "stop"],
        ["start", "stop", "pause"],
    ] {
        let after = document(&all);
        let lost: Vec<&String> = before.iter().filter(|line| !after.contains(line)).collect();
        assert_eq!(lost, Vec::<&String>::new(), "{all:?}");
    }
}
