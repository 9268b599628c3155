//! As much of JSON Schema as the schema of the report uses.
//!
//! In: a value and a schema. Out: where the value does not follow the schema.
//! A keyword that is not known here is a mistake, so that none goes unchecked.

use serde_json::{Map, Value};

/// Keywords that say nothing about values.
const WORDS: [&str; 4] = ["$schema", "title", "description", "$defs"];

/// Where a value does not follow a schema.
pub(crate) fn faults(value: &Value, schema: &Value) -> Vec<String> {
    let mut check = Check {
        root: schema,
        faults: Vec::new(),
    };
    check.value(value, schema, "$");
    check.faults
}

struct Check<'a> {
    root: &'a Value,
    faults: Vec<String>,
}

impl<'a> Check<'a> {
    fn value(&mut self, value: &Value, schema: &'a Value, at: &str) {
        let keywords = schema.as_object().expect("a schema is an object");
        for (keyword, wanted) in keywords {
            match keyword.as_str() {
                "$ref" => self.value(value, self.definition(wanted), at),
                "type" => self.holds(is_of(value, wanted), at, "has another type"),
                "enum" => self.holds(list(wanted).contains(value), at, "is none of the values"),
                "required" => self.required(value, wanted, at),
                "properties" => self.properties(value, wanted, at),
                "additionalProperties" => self.closed(value, keywords, at),
                "items" => self.items(value, wanted, at),
                word => assert!(WORDS.contains(&word), "unknown keyword {word}"),
            }
        }
    }

    fn holds(&mut self, holds: bool, at: &str, fault: &str) {
        if !holds {
            self.faults.push(format!("{at} {fault}"));
        }
    }

    fn definition(&self, reference: &Value) -> &'a Value {
        let pointer = reference.as_str().and_then(|text| text.strip_prefix('#'));
        let found = pointer.and_then(|pointer| self.root.pointer(pointer));
        found.expect("the reference leads somewhere")
    }

    fn required(&mut self, value: &Value, keys: &Value, at: &str) {
        let keys = list(keys).iter().filter_map(Value::as_str);
        for key in keys.filter(|key| value.is_object() && value.get(key).is_none()) {
            self.faults.push(format!("{at} lacks {key}"));
        }
    }

    fn properties(&mut self, value: &Value, properties: &'a Value, at: &str) {
        for (key, schema) in properties.as_object().expect("properties are an object") {
            if let Some(value) = value.get(key) {
                self.value(value, schema, &format!("{at}.{key}"));
            }
        }
    }

    fn closed(&mut self, value: &Value, keywords: &Map<String, Value>, at: &str) {
        assert_eq!(keywords["additionalProperties"], false);
        let unknown = value.as_object().into_iter().flat_map(Map::keys);
        for key in unknown.filter(|key| keywords["properties"].get(key).is_none()) {
            self.faults.push(format!("{at} has {key}"));
        }
    }

    fn items(&mut self, value: &Value, schema: &'a Value, at: &str) {
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            self.value(item, schema, &format!("{at}[{index}]"));
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn is_of(value: &Value, wanted: &Value) -> bool {
    match wanted {
        Value::Array(types) => types.iter().any(|one| is_of(value, one)),
        one => match one.as_str() {
            Some("object") => value.is_object(),
            Some("array") => value.is_array(),
            Some("string") => value.is_string(),
            Some("integer") => value.is_u64(),
            Some("null") => value.is_null(),
            other => panic!("unknown type {other:?}"),
        },
    }
}

#[test]
fn what_does_not_follow_is_found() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": { "b": { "enum": [1] }, "c": { "type": "array", "items": { "$ref": "#/$defs/d" } } },
        "$defs": { "d": { "type": ["string", "null"] } },
    });
    let value = serde_json::json!({ "b": 2, "c": ["x", null, 3], "e": 0 });
    let mut found = faults(&value, &schema);
    found.sort();
    assert_eq!(
        found,
        [
            "$ has e",
            "$ lacks a",
            "$.b is none of the values",
            "$.c[2] has another type"
        ]
    );
}
