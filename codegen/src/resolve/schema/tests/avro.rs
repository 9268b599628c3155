//! Apache Avro.

use super::{Language, print, resolve};

fn show(schemas: &str) -> String {
    let resolved = resolve(schemas, Language::Avro);
    assert_eq!(resolved.remarks, Vec::<String>::new(), "{schemas}");
    print::declared(&resolved.schemas)
}

#[test]
fn records_enums_and_unions() {
    let text = "User:
  type: record
  name: User
  namespace: org.example
  doc: Somebody
  fields:
    - {name: id, type: long, doc: number}
    - {name: at, type: {type: long, logicalType: timestamp-millis}}
    - {name: mail, type: ['null', string], default: null}
    - {name: state, type: {type: enum, name: State, symbols: [ON, OFF], default: ON}}
    - {name: before, type: State, default: 'ON'}
    - {name: friends, type: {type: array, items: User}}
    - {name: tags, type: {type: map, values: string}}
    - {name: either, type: [int, string]}
    - {name: key, type: {type: fixed, name: Key, size: 16}}
    - {name: list, type: array, items: double}
    - {name: up, type: ['null', User]}";
    assert_eq!(
        show(text),
        "User = {id: integer(int64) 'number', at: integer(timestamp-millis), mail?: string|null, \
         state: State, before?: =State default=\"ON\", friends: [User], tags: {*: string}, \
         either: <integer(int32) | string>, key: Key, list: [number(double)], up: =User|null} #Somebody\n\
         State = [\"ON\",\"OFF\"] default=\"ON\"\n\
         Key = string size=16"
    );
}

#[test]
fn words_lists_and_mistakes() {
    assert_eq!(
        show("A: string\nB: [int, 'null']\nC: {type: {type: array, items: int}}"),
        "A = string\nB = integer(int32)|null\nC = [integer(int32)]"
    );
    let text =
        "A: {type: org.Missing}\nB: {type: record, name: B}\nC: {}\nD: '{\"type\": \"string\"}'";
    let found = resolve(text, Language::Avro);
    assert_eq!(
        found.remarks,
        [
            "warning unknown-type A/type",
            "error malformed-schema B",
            "error malformed-schema C",
            "error unknown-type D"
        ]
    );
}

#[test]
fn opaque_payloads_keep_their_format() {
    let found = resolve("A: 'syntax = \"proto3\";'", Language::Opaque);
    assert!(matches!(
        found.schemas[0].shape,
        crate::model::Shape::Opaque(_)
    ));
}
