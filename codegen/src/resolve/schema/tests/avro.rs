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
    let text = "A: {type: org.Missing}\nB: {type: record, name: B}\nC: {}\nD: '{type: string}'";
    let found = resolve(text, Language::Avro);
    assert_eq!(
        found.remarks,
        [
            "error malformed-schema B",
            "error malformed-schema C",
            "error json-syntax Bytes(FileId(0), 100..101)",
            "warning unknown-type A/type",
        ]
    );
}

#[test]
fn a_text_may_hold_the_schema() {
    let text =
        "A: '[\"null\", {\"type\": \"map\", \"values\": \"int\"}]'\nB: '{\"type\": \"string\"}'";
    assert_eq!(show(text), "A = {*: integer(int32)}|null\nB = string");
}

#[test]
fn types_of_other_schemas_are_known_by_their_full_names() {
    let user =
        "{type: record, name: n.User, fields: [{name: role, type: Role}, {name: key, type: Key}]}";
    let role = "{type: enum, name: n.Role, symbols: [A]}";
    let key = "{type: fixed, name: Key, size: 2}";
    for (first, second, found) in [
        (user, role, "U = {role: V, key: K}"),
        (role, user, "V = {role: U, key: K}"),
    ] {
        let shown = show(&format!("U: {first}\nV: {second}\nK: {key}"));
        assert!(shown.lines().any(|line| line == found), "{shown}");
    }
}

#[test]
fn a_name_with_two_definitions_means_neither() {
    let user = "{type: record, name: U, fields: [{name: role, type: Role}]}";
    let role = |symbol| format!("{{type: enum, name: Role, symbols: [{symbol}]}}");
    let remarks = |second| {
        let text = format!("U: {user}\nV: {}\nW: {}", role("A"), role(second));
        resolve(&text, Language::Avro).remarks
    };
    assert_eq!(remarks("A"), [""; 0]);
    assert_eq!(remarks("B"), ["warning unknown-type U/fields/0/type"]);
}

#[test]
fn a_type_that_is_defined_nowhere_may_be_known_to_others() {
    for (name, expected) in [
        ("ShoppingCart", "warning unknown-type A/fields/0/type"),
        ("shop.cart", "warning unknown-type A/fields/0/type"),
        ("strnig", "error unknown-type A/fields/0/type"),
        ("String", "error unknown-type A/fields/0/type"),
    ] {
        let fields = format!("[{{name: cart, type: {name}}}]");
        let text = format!("A: {{type: record, name: A, fields: {fields}}}");
        assert_eq!(resolve(&text, Language::Avro).remarks, [expected], "{name}");
    }
}

#[test]
fn types_that_are_defined_alike_are_one() {
    let record = |name: &str, uuid: &str| {
        let key = format!(
            "{{type: record, name: n.Key, fields: [{{name: of, type: {uuid}}}, {{name: up, type: ['null', Key]}}]}}"
        );
        format!(
            "{name}: {{type: record, name: {name}, namespace: n, fields: [{{name: key, type: {key}}}]}}"
        )
    };
    let uuid = "{type: fixed, name: Uuid, size: 16}";
    let other = "{type: fixed, name: Uuid, size: 8}";
    let types = |first: &str, second: &str| {
        let text = format!("{}\n{}", record("A", first), record("B", second));
        let found = resolve(&text, Language::Avro);
        let names = found.schemas.iter().filter_map(|it| it.name.clone());
        names.collect::<Vec<_>>()
    };
    assert_eq!(types(uuid, uuid), ["A", "B", "Key", "Uuid"]);
    assert_eq!(types(uuid, other), ["A", "B", "Key", "Key", "Uuid", "Uuid"]);
}

#[test]
fn types_that_look_alike_may_name_unlike_ones() {
    let record = |name: &str, size: &str| {
        let id = format!("{{type: fixed, name: Id, size: {size}}}");
        let user = "{type: record, name: User, fields: [{name: id, type: Id}]}";
        format!(
            "{name}: {{type: record, name: {name}, fields: [{{name: id, type: {id}}}, {{name: user, type: {user}}}]}}"
        )
    };
    let text = format!("{}\n{}", record("A", "1"), record("B", "2"));
    let found = resolve(&text, Language::Avro);
    let named = |it: &&crate::model::Schema| it.name.as_deref() == Some("User");
    assert_eq!(found.schemas.iter().filter(named).count(), 2);
}

#[test]
fn opaque_payloads_keep_their_format() {
    let found = resolve("A: 'syntax = \"proto3\";'", Language::Opaque);
    assert!(matches!(
        found.schemas[0].shape,
        crate::model::Shape::Opaque(_)
    ));
}
