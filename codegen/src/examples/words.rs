//! Values and schemas in a few words, for people.
//!
//! In: nodes, JSON values and scalar types. Out: `the number 514`, `a string`, `$.body["odd key"]`.
//! This room judges nothing.

use serde_json::Value;

use crate::model::ScalarKind;
use crate::source::{self, Kind, Node};

/// What a node is.
pub(super) fn found(node: &Node) -> String {
    match &node.kind {
        Kind::Sequence(items) => format!("a list of {}", count(items.len(), "item")),
        Kind::Mapping(mapping) => {
            let keys: Vec<&str> = mapping.entries().iter().map(|entry| &*entry.key).collect();
            format!("an object with {}", listed("key", &keys))
        }
        Kind::Scalar(scalar) => found_scalar(scalar),
    }
}

fn found_scalar(scalar: &source::Scalar) -> String {
    let text = excerpt(&scalar.text);
    match scalar.kind() {
        source::ScalarKind::Null => "null".to_owned(),
        source::ScalarKind::Bool => format!("the boolean {text}"),
        source::ScalarKind::Number => format!("the number {text}"),
        source::ScalarKind::String => format!("the string {text:?}"),
    }
}

/// What a scalar schema asks for.
pub(super) fn scalar(kind: ScalarKind) -> &'static str {
    match kind {
        ScalarKind::String => "a string",
        ScalarKind::Integer => "an integer",
        ScalarKind::Number => "a number",
        ScalarKind::Boolean => "a boolean",
        ScalarKind::Null => "null",
    }
}

/// A few of several values.
pub(super) fn one_of<'a>(values: impl Iterator<Item = &'a Value>) -> String {
    let shown: Vec<String> = values.map(value).collect();
    let some: Vec<&str> = shown.iter().map(String::as_str).collect();
    match some.as_slice() {
        [] => "no value at all".to_owned(),
        [only] => format!("the value {only}"),
        many => format!("one of {}", joined(many)),
    }
}

/// A value as JSON, not too long.
pub(super) fn value(value: &Value) -> String {
    excerpt(&value.to_string())
}

/// `the key "a"`, `the keys "a", "b" and 3 more`, or `no keys`.
fn listed(noun: &str, words: &[&str]) -> String {
    let quoted: Vec<String> = words
        .iter()
        .map(|word| format!("{:?}", excerpt(word)))
        .collect();
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    match quoted.as_slice() {
        [] => format!("no {noun}s"),
        [only] => format!("the {noun} {only}"),
        many => format!("the {noun}s {}", joined(many)),
    }
}

/// The first few words, and how many more there are.
fn joined(words: &[&str]) -> String {
    const SHOWN: usize = 6;
    let shown = words[..words.len().min(SHOWN)].join(", ");
    match words.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// `1 item`, `3 items`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// One step of a path: `.key` where the key reads as a word, `["odd key"]` otherwise.
pub(super) fn step(key: &str) -> String {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    if !key.is_empty() && key.chars().all(word) {
        format!(".{key}")
    } else {
        format!("[{key:?}]")
    }
}

fn excerpt(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
