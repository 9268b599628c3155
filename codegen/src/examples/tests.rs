mod document;
mod settled;
mod shown;
mod text;
mod unions;
mod variables;

use super::{Contradiction, Owner, contradictions, valid};
use crate::model::SchemaId;
use crate::settings::DocumentSettings;

/// What is found in a document without settings.
fn found(text: &str) -> Vec<Contradiction> {
    let document = document::document(text);
    let settings = DocumentSettings::for_file("doc.yaml");
    contradictions(&document.model, &document.sources, &settings)
}

/// Kind, path and value of every piece of evidence.
fn facts(text: &str) -> Vec<String> {
    let mut facts = Vec::new();
    for one in found(text) {
        for evidence in &one.evidence {
            let kind = one.kind.code();
            facts.push(format!("{kind} {} {}", evidence.path, evidence.found));
        }
    }
    facts
}

fn right(text: &str) {
    assert_eq!(facts(text), Vec::<String>::new());
}

fn wrong(text: &str, fact: &str) {
    assert_eq!(facts(text), [fact]);
}

#[test]
fn digits_that_are_no_json_number_are_strings() {
    for example in [
        "01005000281645486013",
        "+35395554321",
        "abc",
        "'514'",
        "2020-08-24T08:20:23.395Z",
    ] {
        right(&format!("Id: {{ type: string, example: {example} }}"));
    }
    wrong(
        "Id: { type: string, example: 514 }",
        "number-for-string $ the number 514",
    );
    wrong(
        "Id: { type: string, example: 9223372036854776000 }",
        "number-for-string $ the number 9223372036854776000",
    );
}

#[test]
fn strings_are_no_numbers() {
    right("N: { type: integer, example: 5 }");
    right("N: { type: integer, example: 5.0 }");
    right("N: { type: number, example: -1.5e3 }");
    wrong(
        "N: { type: integer, example: '5' }",
        "string-for-number $ the string \"5\"",
    );
    wrong(
        "N: { type: number, example: x }",
        "string-for-number $ the string \"x\"",
    );
    wrong(
        "N: { type: integer, example: 5.5 }",
        "wrong-type $ the number 5.5",
    );
}

#[test]
fn integers_have_widths_and_bounds() {
    right("N: { type: integer, example: 9223372036854775807 }");
    right("N: { type: integer, minimum: 0, example: 9223372036854776000 }");
    right("N: { type: integer, format: uint, example: 9223372036854776000 }");
    right("N: { type: number, example: 9223372036854776000 }");
    for rest in [
        "",
        "format: int64, ",
        "format: int, minimum: 0, ",
        "maximum: 1000, ",
        "format: int32, minimum: 0, ",
    ] {
        wrong(
            &format!("N: {{ type: integer, {rest}example: 9223372036854776000 }}"),
            "out-of-range $ the number 9223372036854776000",
        );
    }
    wrong(
        "N: { type: number, minimum: 1, example: 0.5 }",
        "out-of-range $ the number 0.5",
    );
}

#[test]
fn types_differ() {
    wrong(
        "A: { type: array, items: { type: string }, example: { a: 1 } }",
        "wrong-type $ an object with the key \"a\"",
    );
    wrong(
        "A: { type: object, example: [1, 2] }",
        "wrong-type $ a list of 2 items",
    );
    wrong(
        "A: { type: object, example: x }",
        "wrong-type $ the string \"x\"",
    );
    wrong(
        "A: { type: boolean, example: 'true' }",
        "wrong-type $ the string \"true\"",
    );
    wrong(
        "A: { type: string, example: true }",
        "wrong-type $ the boolean true",
    );
    right("A: { type: boolean, example: true }");
    right("A: { example: { any: [thing] } }");
}

#[test]
fn null_needs_leave() {
    wrong("A: { type: string, example: null }", "null-value $ null");
    right("A: { type: string, nullable: true, example: null }");
}

#[test]
fn objects_know_their_keys() {
    let lamp = "{ type: object, required: [id], additionalProperties: false, properties: { id: { type: string } }";
    right(&format!("Lamp: {lamp}, example: {{ id: a }} }}"));
    wrong(
        &format!("Lamp: {lamp}, example: {{}} }}"),
        "missing-key $ no key \"id\"",
    );
    wrong(
        &format!("Lamp: {lamp}, example: {{ id: a, 'odd key': 1 }} }}"),
        "undeclared-key $[\"odd key\"] the key \"odd key\", the number 1",
    );
    right("Lamp: { type: object, properties: { id: { type: string } }, example: { other: 1 } }");
    wrong(
        "Lamp: { type: object, additionalProperties: { type: string }, example: { other: [1] } }",
        "wrong-type $.other a list of 1 item",
    );
}

#[test]
fn allowed_values_are_listed() {
    let state = "State: { type: string, enum: [ON, OFF, '404'], example:";
    right(&format!("{state} ON }}"));
    wrong(
        &format!("{state} on }}"),
        "unknown-value $ the string \"on\"",
    );
    wrong(
        &format!("{state} 404 }}"),
        "number-for-string $ the number 404",
    );
    right("Event: { const: ping, example: ping }");
    wrong(
        "Event: { const: ping, example: pong }",
        "wrong-constant $ the string \"pong\"",
    );
    right("N: { enum: [1, 2.5, null], examples: [1.0, 2.50, null] }");
}

#[test]
fn defaults_are_examples_too() {
    wrong(
        "N: { type: integer, default: many }",
        "string-for-number $ the string \"many\"",
    );
    right("N: { type: integer, default: 5 }");
}

#[test]
fn formats_may_be_misspelt() {
    let schema = "At: { type: string, format: datetime, example: x }";
    wrong(schema, "unknown-format $ the string \"x\"");
    assert_eq!(
        found(schema)[0].remedy.as_deref(),
        Some("format: date-time")
    );
    let schema = "At: { type: string, format: long }";
    assert_eq!(
        found(schema)[0].expected,
        "a string of the format `long`, which is one of numbers"
    );
    for known in ["date-time", "email", "x-lamp", "uuid", "lamp"] {
        right(&format!(
            "At: {{ type: string, format: {known}, example: x }}"
        ));
    }
    right("At: { type: integer, format: long, example: 1 }");
}

#[test]
fn one_contradiction_has_all_its_places() {
    let list = found(
        "Id: { type: string }
Lamp: { type: object, properties: { ids: { type: array, items: { $ref: Id } } }, example: { ids: [1, a, 2] } }",
    );
    assert_eq!(list.len(), 1);
    let paths: Vec<&str> = list[0].evidence.iter().map(|one| &*one.path).collect();
    assert_eq!(paths, ["$.ids[0]", "$.ids[2]"]);
    assert_eq!(list[0].schema.pointer.to_string(), "#/Id");
}

#[test]
fn right_examples_are_told_from_wrong_ones() {
    let document =
        document::document("Id: { type: string, format: datetime, examples: [a, 1, b] }");
    let valid = valid(&document.model);
    let texts: Vec<_> = valid
        .iter()
        .map(|(_, example)| example.node.as_text().unwrap_or_default())
        .collect();
    assert_eq!(texts, ["a", "b"]);
    assert_eq!(valid[0].0, Owner::Schema(SchemaId(0)));
}
