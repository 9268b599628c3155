//! Types, values, objects, lists and what stands beside references.

use super::{assert_shows, remarks};

#[test]
fn types_are_read_as_stated() {
    assert_shows(
        "A: {type: string, format: date}
B: {type: [string, 'null']}
C: {type: [string, integer]}
D: {type: [object, array, string, number, boolean, 'null']}
E: {type: 'null'}
F: {type: boolean, nullable: true}
G: true
H: false
I: {type: [integer, number]}
J: {type: [string]}",
        &[
            "A = string(date)",
            "B = string|null",
            "C = <string | integer>",
            "D = any",
            "E = null",
            "F = boolean|null",
            "G = any",
            "H = never",
            "I = number",
            "J = string",
        ],
    );
}

#[test]
fn missing_types_follow_from_keywords() {
    assert_shows(
        "A: {properties: {a: {}}}
B: {required: [a]}
C: {items: {type: string}}
D: {pattern: '^a'}
E: {minimum: 1}
F: {format: int32}
G: {format: uuid}
H: {description: anything}
I: {additionalProperties: {type: string}}",
        &[
            "A = {a?: any}",
            "B = {a: any}",
            "C = [string]",
            "D = string pattern=\"^a\"",
            "E = number[1..] minimum=1",
            "F = integer(int32)",
            "G = string(uuid)",
            "H = any #anything",
            "I = {*: string}",
        ],
    );
}

#[test]
fn bounds_of_integers_are_inclusive_and_whole() {
    assert_shows(
        "A: {type: integer, minimum: 0, maximum: 255}
B: {type: integer, exclusiveMinimum: 0, exclusiveMaximum: 10}
C: {type: integer, minimum: 0, exclusiveMinimum: true}
D: {type: integer, minimum: 0.5, maximum: 9.5}
E: {type: number, exclusiveMinimum: 0}
F: {type: integer, minimum: 3, exclusiveMinimum: 5}
G: {type: integer, maximum: 18446744073709551615}",
        &[
            "A = integer[0..255]",
            "B = integer[1..9] exclusiveMinimum=0 exclusiveMaximum=10",
            "C = integer[1..] minimum=0 exclusiveMinimum=true",
            "D = integer[1..9] minimum=0.5 maximum=9.5",
            "E = number[0..] exclusiveMinimum=0",
            "F = integer[6..] minimum=3 exclusiveMinimum=5",
            "G = integer[..18446744073709551615]",
        ],
    );
}

#[test]
fn values_keep_their_type() {
    assert_shows(
        "A: {const: ping}
B: {type: string, enum: [a, b, null]}
C: {enum: [1, a, true, {x: 1}]}
D: {type: string, enum: [only]}
E: {type: integer, enum: [1, 2], x-enum-varnames: [One, Two], x-enum-descriptions: [first, second]}
F: {enum: [null]}",
        &[
            "A = const \"ping\"",
            "B = [\"a\",\"b\"]|null",
            "C = [1,\"a\",true,{\"x\":1}]",
            "D = [\"only\"]",
            "E = [One=1#first,Two=2#second]",
            "F = null",
        ],
    );
}

#[test]
fn odd_values_are_remarked() {
    assert_eq!(
        remarks("A: {enum: [a, b, a]}"),
        "warning repeated-enum-value A/enum/2"
    );
    assert_eq!(
        remarks("A: {type: string, enum: [1.10, x]}"),
        "warning odd-schema A/enum/0"
    );
    assert_eq!(
        remarks("A: {type: string, enum: []}"),
        "warning odd-schema A/enum"
    );
    assert_eq!(remarks("A: {enum: x}"), "error malformed-schema A/enum");
    assert_eq!(
        remarks("A: {type: 5}\nB: {type: strin}"),
        "error unknown-type A/type\nerror unknown-type B/type"
    );
    assert_eq!(
        remarks("A: {properties: [a]}"),
        "error malformed-schema A/properties"
    );
    assert_eq!(
        remarks("A: {properties: {a: }}"),
        "warning odd-schema A/properties/a"
    );
    assert_eq!(
        remarks("A: []\nB: 5"),
        "error malformed-schema A\nerror malformed-schema B"
    );
}

#[test]
fn objects_list_properties_and_what_else_may_stand() {
    assert_shows(
        "A: {type: object, properties: {b: {type: string}, a: {type: integer}}, required: [a, z], additionalProperties: false}
B: {type: object, additionalProperties: true}
C: {type: object, patternProperties: {'^x': {type: string}}, required: [n], additionalProperties: {type: integer}}
D: {type: object}",
        &[
            "A = {b?: string, a: integer, z: any, !}",
            "B = {..}",
            "C = {n: integer, /^x/: string, *: integer}",
            "D = {}",
        ],
    );
}

#[test]
fn lists_have_items_or_positions() {
    assert_shows(
        "A: {type: array, items: {type: string}}
B: {type: array}
C: {type: array, items: [{type: string}, {type: integer}], additionalItems: false}
D: {type: array, prefixItems: [{type: string}], items: {type: integer}}
E: {type: array, items: {type: [integer, 'null']}, minItems: 2, uniqueItems: true}",
        &[
            "A = [string]",
            "B = [any]",
            "C = (string, integer)",
            "D = (string, ..integer)",
            "E = [integer|null] minItems=2 uniqueItems=true",
        ],
    );
    assert_eq!(
        remarks("A: {items: [{type: string}]}"),
        "warning single-position A/items"
    );
}
