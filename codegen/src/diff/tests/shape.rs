//! Documents compared with copies of themselves, and what reports promise.

use serde_json::{Value, json};

use super::{BASE, compared, load, told};
use crate::diff::{Comparison, FailOn, Perspective, RULES, Semver, Style, compare};

fn report(from: &str, to: &str) -> (Comparison, String, String, Value) {
    let (olds, old) = load(BASE).expect("the base is right");
    let (news, new) = load(&BASE.replace(from, to)).expect("the edit is right");
    let comparison = compare(&old, &new, Perspective::Client);
    let text = comparison.text(Style::Plain, &olds, &news);
    let markdown = comparison.markdown(&olds, &news);
    let json = comparison.json(&olds, &news);
    (comparison, text, markdown, json)
}

/// The value with every object's keys reversed, and lists whose order means nothing.
fn reversed(value: &serde_yaml::Value, key: &str) -> serde_yaml::Value {
    match value {
        serde_yaml::Value::Mapping(mapping) => {
            let entries: Vec<_> = mapping.iter().collect();
            let pair = |(key, value): (&serde_yaml::Value, _)| {
                (
                    key.clone(),
                    reversed(value, key.as_str().unwrap_or_default()),
                )
            };
            serde_yaml::Value::Mapping(entries.into_iter().rev().map(pair).collect())
        }
        serde_yaml::Value::Sequence(items) => {
            let mut items: Vec<_> = items.iter().map(|item| reversed(item, "")).collect();
            if ["enum", "required", "oneOf", "anyOf", "security", "messages"].contains(&key) {
                items.reverse();
            }
            serde_yaml::Value::Sequence(items)
        }
        other => other.clone(),
    }
}

#[test]
fn a_copy_has_no_changes() {
    assert_eq!(told(&compared(BASE, BASE)), [""; 0]);
    assert_eq!(compared(BASE, BASE).semver(), Semver::None);
    let tree: serde_yaml::Value = serde_yaml::from_str(BASE).expect("the base is right");
    let copy = serde_yaml::to_string(&reversed(&tree, "")).expect("a tree has a text");
    assert_eq!(told(&compared(BASE, &copy)), [""; 0]);
    assert_eq!(told(&compared(&copy, BASE)), [""; 0]);
}

#[test]
fn ids_are_words_and_stand_once() {
    let mut ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let kebab = |id: &&str| {
        id.chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '-')
    };
    assert!(ids.iter().all(kebab));
    assert!(RULES.iter().all(|rule| rule.why.ends_with('.')));
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn the_other_side_receives_what_this_one_sends() {
    let text = BASE.replace("enum: [linear, smooth]", "enum: [linear]");
    let ((_, old), (_, new)) = (load(BASE).expect("right"), load(&text).expect("right"));
    assert_eq!(
        told(&compare(&old, &new, Perspective::Client)),
        ["enum-value-removed WR"]
    );
    assert_eq!(
        told(&compare(&old, &new, Perspective::Server)),
        ["enum-value-removed R"]
    );
}

#[test]
fn json_has_each_change() {
    let (_, _, _, json) = report("enum: [calm, busy]", "enum: [calm, busy, wild]");
    let expected = json!({
        "rule": "enum-value-added",
        "pointer": "#/components/schemas/Measured/properties/mood/enum/2",
        "wire": "safe",
        "rust": "safe",
        "before": null,
        "after": "wild",
        "messages": ["measured"],
        "summary": "enum value added: wild",
        "why": "Readers keep it as unknown and the enum is open; running senders cannot write it where it is expected.",
        "direction": "received",
        "old": null,
        "new": {
            "path": "lights.yaml",
            "pointer": "#/components/schemas/Measured/properties/mood/enum/2",
            "line": 83,
            "column": 49,
        },
    });
    assert_eq!(json["changes"], json!([expected]));
    assert_eq!(json["semver"], "minor");
    assert_eq!(json["suppressed"], json!([]));
}

#[test]
fn text_groups_changes_of_one_kind() {
    let (_, text, markdown, _) = report(
        "        unit: {type: string, description: The unit.}\n",
        "        one: {type: boolean}\n        two: {type: boolean}\n",
    );
    assert_eq!(
        text,
        "\
Lights 1.0.0
major: running clients and code that uses the crate are affected
lights.yaml → lights.yaml, line:column in each

Breaking (1)
  property removed [wire and Rust]: unit
    #/components/schemas/Measured/properties/unit  82:9 → 73:5  received in measured
    Readers no longer get it, what senders write there is lost or refused, and its field is gone.

Compatible (2)
  optional property added: one, two
    #/components/schemas/Measured  73:5 → 73:5  received in measured
"
    );
    assert!(
        markdown.contains("- **property removed** (breaks wire and Rust): `unit`  \n"),
        "{markdown}"
    );
    assert!(
        markdown.contains("- **optional property added**: `one`, `two`  \n"),
        "{markdown}"
    );
}

#[test]
fn what_is_accepted_breaks_nothing() {
    let (mut comparison, ..) = report("unit: {type: string", "unit: {type: integer");
    assert!(comparison.fails_on(FailOn::Wire) && comparison.fails_on(FailOn::Rust));
    assert_eq!(comparison.semver(), Semver::Major);
    comparison.suppress(|rule, pointer| {
        let place = pointer.to_string();
        (rule == "type-changed" && place.ends_with("/unit")).then(|| "nobody reads it".to_owned())
    });
    assert!(!comparison.fails_on(FailOn::Any));
    assert_eq!(
        (comparison.changes.len(), comparison.suppressed.len()),
        (0, 1)
    );
    assert_eq!(comparison.semver(), Semver::Patch);
}

#[test]
fn a_change_of_rust_alone_fails_on_rust_alone() {
    let (comparison, ..) = report("    Spare:\n", "    Other:\n");
    assert!(comparison.fails_on(FailOn::Rust) && comparison.fails_on(FailOn::Any));
    assert!(!comparison.fails_on(FailOn::Wire));
}
