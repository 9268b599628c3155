//! Reads the same values as both generators' types, and prints for each schema how they agree.
//!
//! In: `values.jsonl`, a property of `All` a line. Out: counts, and the values on which the two differ.

mod theirs;

use std::collections::BTreeMap;

use serde_json::Value;

/// How many values of a kind are shown.
const SHOWN: usize = 6;

/// What became of the values of one schema.
#[derive(Default)]
struct Row {
    both: usize,
    neither: usize,
    ours: Vec<String>,
    theirs: Vec<String>,
    changed: Vec<String>,
}

fn main() {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for line in include_str!("values.jsonl").lines() {
        let value: Value = serde_json::from_str(line).expect("a line is JSON");
        let entries = value.as_object().expect("a line is an object");
        let (key, inner) = entries.iter().next().expect("a line has one entry");
        compare(
            line,
            &value,
            &inner.to_string(),
            rows.entry(key.clone()).or_default(),
        );
    }
    for (key, row) in rows {
        println!(
            "{key}: both {}, neither {}{}{}{}",
            row.both,
            row.neither,
            some("ours alone", &row.ours),
            some("THEIRS ALONE", &row.theirs),
            some("CHANGED", &row.changed)
        );
    }
}

fn compare(line: &str, value: &Value, shown: &str, row: &mut Row) {
    let ours = ours::asyncapi::All::from_json(line).ok();
    let theirs = serde_json::from_str::<theirs::All>(line).ok();
    let changed = ours.and_then(|ours| changed(&ours, value));
    match (changed, theirs) {
        (Some(None), Some(_)) => row.both += 1,
        (Some(None), None) => row.ours.push(shown.to_owned()),
        (Some(Some(written)), None) => row.ours.push(format!("{shown} → {written}")),
        (Some(Some(written)), Some(_)) => row.changed.push(format!("{shown} → {written}")),
        (None, Some(_)) => row.theirs.push(shown.to_owned()),
        (None, None) => row.neither += 1,
    }
}

/// What a value is written as, where that is another value.
fn changed(ours: &ours::asyncapi::All, value: &Value) -> Option<Option<String>> {
    let written = serde_json::to_value(ours).expect("a value is JSON");
    let same = without_null(&written) == without_null(value);
    let inner = || written.as_object()?.values().next().map(Value::to_string);
    Some(if same { None } else { inner() })
}

/// A value without entries that are null, which both read as absent where nothing says otherwise.
fn without_null(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let kept = entries.iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                kept.map(|(key, value)| (key.clone(), without_null(value)))
                    .collect(),
            )
        }
        Value::Array(items) => items.iter().map(without_null).collect(),
        other => other.clone(),
    }
}

fn some(what: &str, values: &[String]) -> String {
    let more = if values.len() > SHOWN { ", …" } else { "" };
    let shown: Vec<&str> = values.iter().take(SHOWN).map(String::as_str).collect();
    match values.len() {
        0 => String::new(),
        count => format!("\n  {what} {count}: {}{more}", shown.join(", ")),
    }
}
