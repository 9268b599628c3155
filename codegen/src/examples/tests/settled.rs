use super::document::document;
use crate::examples::{Contradiction, contradictions, warnings};
use crate::settings::Settings;

/// What is found in a document with these decisions.
fn found(text: &str, decisions: &str) -> Vec<Contradiction> {
    let mut document = document(text);
    let test = std::thread::current()
        .name()
        .unwrap_or_default()
        .replace(':', "-");
    let path = std::env::temp_dir().join(format!("{test}-{}.yaml", std::process::id()));
    let settings = format!("documents: {{ doc.yaml: {{ decisions: {{ {decisions} }} }} }}");
    std::fs::write(&path, settings).expect("a file is written");
    let settings = Settings::read(&mut document.sources, &path).expect("they are settings");
    std::fs::remove_file(&path).expect("a file is removed");
    contradictions(
        &document.model,
        &document.sources,
        &settings.document("doc.yaml"),
    )
}

/// The decision that settles the only contradiction.
fn settled(text: &str, decision: &str) -> Option<String> {
    let list = found(text, decision);
    assert_eq!(list.len(), 1, "{list:#?}");
    let settled_by = list[0].settled_by.clone()?;
    assert_eq!(settled_by.why, "because");
    Some(format!("{} {}", settled_by.at.pointer, settled_by.decision))
}

#[track_caller]
fn settles(text: &str, pointer: &str, decision: &str) {
    let entry = format!("'{pointer}': {{ {decision}, why: because }}");
    assert_eq!(settled(text, &entry), Some(format!("{pointer} {decision}")));
}

#[test]
fn decisions_settle_their_kind() {
    settles("Id: { type: string, example: 1 }", "#/Id", "accept: number");
    settles("N: { type: integer, example: x }", "#/N", "accept: string");
    settles(
        "At: { type: string, format: datetime, example: x }",
        "#/At",
        "format: date-time",
    );
    settles(
        "At: { type: string, format: long, example: x }",
        "#/At",
        "accept: number",
    );
    settles(
        "P: { type: object, additionalProperties: false, example: { a: 1 } }",
        "#/P",
        "unknown-fields: keep",
    );
    settles(
        "B: { oneOf: [{ $ref: A }], discriminator: event }\nA: { type: object, example: {} }",
        "#/B",
        "tag: implied",
    );
    settles(
        "L: { type: array, items: { type: string }, example: { a: 1 } }",
        "#/L",
        "accept: any",
    );
}

#[test]
fn decisions_settle_no_other_kind() {
    let entry = "'#/Id': { accept: string, why: because }";
    assert_eq!(settled("Id: { type: string, example: 1 }", entry), None);
    let entry = "'#/Other': { accept: number, why: because }";
    assert_eq!(settled("Id: { type: string, example: 1 }", entry), None);
}

#[test]
fn a_decision_may_stand_at_the_property_that_refers() {
    let text = "
Id: { type: string }
Lamp: { type: object, properties: { id: { $ref: Id }, other: { $ref: Id } }, example: { id: 1, other: 2 } }
";
    let list = found(
        text,
        "'#/Lamp/properties/id': { accept: number, why: because }",
    );
    let settled: Vec<(bool, &str)> = list
        .iter()
        .map(|one| (one.settled_by.is_some(), &*one.evidence[0].path))
        .collect();
    assert_eq!(settled, [(false, "$.other"), (true, "$.id")]);
}

#[test]
fn a_single_item_is_looked_into() {
    let text = "L: { type: array, items: { type: object, properties: { n: { type: integer } } }, example: { n: x } }";
    let list = found(text, "'#/L': { accept: single, why: because }");
    let kinds: Vec<(&str, bool)> = list
        .iter()
        .map(|one| (one.kind.code(), one.settled_by.is_some()))
        .collect();
    assert_eq!(kinds, [("wrong-type", true), ("string-for-number", false)]);
}

#[test]
fn anything_means_whatever_is_below() {
    let text = "L: { type: array, items: { type: object, properties: { n: { type: integer } } }, example: [{ n: x }] }";
    assert_eq!(
        settled(text, "'#/L': { accept: any, why: because }").as_deref(),
        Some("#/L accept: any")
    );
}

#[test]
fn what_is_not_settled_is_warned_of_with_the_line_that_would() {
    let text = "
Id: { type: string, example: 1 }
L: { type: array, items: { type: string }, examples: [x, [1]] }
S: { enum: [ON], example: OFF }
";
    let list = found(text, "'#/Id': { accept: number, why: because }");
    let warnings = warnings(&list);
    let texts: Vec<(&str, &str)> = warnings
        .iter()
        .map(|one| (&*one.message, &*one.help[0]))
        .collect();
    assert_eq!(
        texts,
        [
            (
                "the schema says a list, an example has the string \"x\"",
                "settle it under `decisions` of the settings: '#/L': { accept: single, why: … }"
            ),
            (
                "the schema says a string, an example has the number 1",
                "settle it under `decisions` of the settings: '#/L/items': { accept: number, why: … }"
            ),
            (
                "the schema says the value \"ON\", an example has the string \"OFF\"",
                "correct the schema or the example"
            ),
        ]
    );
}
