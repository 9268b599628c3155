//! Values for a schema, good and bad: some of every kind, and for objects and lists such values in each position.
//!
//! In: a JSON Schema and its definitions. Out: JSON values, without repetitions, always the same.

use serde_json::{Map, Value, json};

/// How deep schemas are looked into.
const DEPTH: usize = 3;

/// Values of every kind, at the borders of the integer types among others.
fn pool() -> Vec<Value> {
    let all = json!([
        true,
        false,
        0,
        1,
        -1,
        127,
        128,
        -129,
        255,
        256,
        32768,
        2147483647,
        2147483648_i64,
        9223372036854775807_i64,
        9223372036854775808_u64,
        1.0,
        1.5,
        1e300,
        "",
        "a",
        "1",
        "-5",
        "1.5",
        "true",
        "low",
        "red",
        [],
        [1],
        ["a"],
        [true],
        [[]],
        [[1]],
        ["a", 1],
        [1, "a"],
        ["a", 1, 2],
        {},
        [{}]
    ]);
    all.as_array().cloned().unwrap_or_default()
}

/// Values for the schema of each property of an object.
pub(crate) fn of_properties(schema: &Value, definitions: &Value) -> Vec<(String, Value)> {
    let properties = schema["properties"].as_object().expect("properties");
    let values = |(key, schema): (&String, &Value)| -> Vec<(String, Value)> {
        let mut seen = Vec::new();
        for value in all(schema, definitions, DEPTH) {
            if !seen.contains(&value) {
                seen.push(value);
            }
        }
        seen.into_iter().map(|value| (key.clone(), value)).collect()
    };
    properties.iter().flat_map(values).collect()
}

fn all(schema: &Value, definitions: &Value, depth: usize) -> Vec<Value> {
    let schema = meant(schema, definitions);
    let mut values = pool();
    if is_object(&schema) {
        // Types that derive serde's trait read lists as objects, whatever the schema says.
        values.retain(|value| !value.is_array());
    }
    if depth == 0 {
        return values;
    }
    for part in parts(&schema) {
        values.extend(all(&part, definitions, depth));
    }
    let sample = sample(&schema, definitions, depth);
    values.push(sample.clone());
    values.extend(schema["enum"].as_array().cloned().unwrap_or_default());
    for (key, property) in properties(&schema, definitions) {
        for value in all(&property, definitions, depth - 1) {
            values.push(with(&sample, &key, Some(value)));
        }
        values.push(with(&sample, &key, None));
    }
    if schema["additionalProperties"].is_object() {
        let inner = all(&schema["additionalProperties"], definitions, depth - 1);
        values.extend(
            inner
                .into_iter()
                .map(|value| with(&sample, "more", Some(value))),
        );
    }
    if schema["items"].is_object() {
        let inner = all(&schema["items"], definitions, depth - 1);
        values.extend(inner.into_iter().map(|value| json!([value])));
    }
    values
}

/// One good value.
fn sample(schema: &Value, definitions: &Value, depth: usize) -> Value {
    let schema = meant(schema, definitions);
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    let mut object = Map::new();
    for part in parts(&schema) {
        let part = sample(&part, definitions, depth);
        object.extend(part.as_object().cloned().unwrap_or_default());
        if schema["oneOf"].is_array() {
            return part;
        }
    }
    let kind = schema["type"].as_str().or(schema["type"][0].as_str());
    match kind {
        Some("string") => json!("text"),
        Some("integer") => json!(7),
        Some("number") => json!(2.5),
        Some("boolean") => json!(true),
        Some("array") => json!([]),
        _ => {
            let wanted = |key: &str| {
                schema["required"]
                    .as_array()
                    .is_some_and(|all| all.contains(&json!(key)))
            };
            let inner = depth.saturating_sub(1);
            let own = properties(&schema, definitions)
                .into_iter()
                .filter(|(key, _)| wanted(key));
            object.extend(own.map(|(key, property)| (key, sample(&property, definitions, inner))));
            Value::Object(object)
        }
    }
}

fn is_object(schema: &Value) -> bool {
    let alone = |schema: &Value| schema["type"] == "object";
    alone(schema) || parts(schema).iter().any(alone)
}

fn with(object: &Value, key: &str, value: Option<Value>) -> Value {
    let mut object = object.as_object().cloned().unwrap_or_default();
    match value {
        Some(value) => _ = object.insert(key.to_owned(), value),
        None => _ = object.remove(key),
    }
    Value::Object(object)
}

fn meant(schema: &Value, definitions: &Value) -> Value {
    let name = schema["$ref"]
        .as_str()
        .and_then(|target| target.rsplit('/').next());
    name.map_or_else(|| schema.clone(), |name| definitions[name].clone())
}

fn parts(schema: &Value) -> Vec<Value> {
    let words = ["oneOf", "allOf"].into_iter();
    words
        .flat_map(|word| schema[word].as_array().cloned().unwrap_or_default())
        .collect()
}

/// The properties of an object, those of the parts of its `allOf` among them.
fn properties(schema: &Value, definitions: &Value) -> Vec<(String, Value)> {
    let parts = schema["allOf"].as_array().into_iter().flatten();
    let inherited = parts.flat_map(|part| properties(&meant(part, definitions), definitions));
    let own = schema["properties"].as_object().into_iter().flatten();
    let own = own.map(|(key, schema)| (key.clone(), schema.clone()));
    own.chain(inherited).collect()
}
