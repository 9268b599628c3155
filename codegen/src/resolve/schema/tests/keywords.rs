//! Words beside references, definitions, and the record of what has no effect.

use super::{assert_shows, ignored};

#[test]
fn references_yield_the_target_unless_more_is_said() {
    assert_shows(
        "A: {type: string}
B:
  type: object
  properties:
    plain: {$ref: '#/components/schemas/A'}
    words: {$ref: '#/components/schemas/A', description: said}
    null: {$ref: '#/components/schemas/A', nullable: true}
    default: {$ref: '#/components/schemas/A', default: x}
    short: {$ref: '#/components/schemas/A', maxLength: 3}
    repeated: {$ref: '#/components/schemas/A', type: string}
    self: {$ref: '#/components/schemas/B'}
C: {$ref: '#/components/schemas/A'}",
        &[
            "A = string",
            "B = {plain?: A, words?: A 'said', null?: =A|null, default?: =A default=\"x\", \
             short?: =A maxLength=3, repeated?: A, self?: B}",
            "C = =A",
        ],
    );
}

#[test]
fn definitions_are_schemas_when_referred_to() {
    assert_shows(
        "A:
  type: object
  properties:
    x: {$ref: '#/components/schemas/A/definitions/X'}
    definitions: {type: object, properties: {y: {type: string}}}
  definitions:
    X: {type: string}
    Y: {type: string}",
        &["A = {x?: X, definitions?: {y?: string}}", "X = string"],
    );
    let text = ignored("A: {definitions: {X: {type: string}}}");
    assert_eq!(text, "A/definitions/X: nothing refers to it");
}

#[test]
fn what_shapes_nothing_is_on_record() {
    let text = ignored(
        "A:
  type: string
  minLength: 3
  items: {}
  x-foo: 1
  foo: 1
  $comment: c
  title: t
  uniqueItems: false
  readOnly: false
  maximum: 5",
    );
    let expected = "A/minLength: documented, not enforced
A/items: does not concern values of this type
A/x-foo: extension not understood
A/foo: unknown keyword
A/$comment: no effect
A/uniqueItems: does not concern values of this type
A/readOnly: `false` restricts nothing
A/maximum: does not concern values of this type";
    assert_eq!(text, expected);
    assert_eq!(
        ignored("A: {type: string, required: true}"),
        "A/required: a boolean `required` belongs to draft 3"
    );
}

#[test]
fn unquoted_values_of_strings_keep_their_text() {
    let resolved = super::resolve(
        "A: {type: string, default: 1.10}",
        super::Language::JsonSchema,
    );
    assert_eq!(
        super::print::declared(&resolved.schemas),
        "A = string default=\"1.10\""
    );
    assert_eq!(resolved.remarks, ["warning odd-schema A/default"]);
}

#[test]
fn keys_that_stand_under_conditions_alone_leave_an_object_open() {
    assert_shows(
        "A: {type: object, properties: {x: {}}, if: {required: [x]}, then: {properties: {y: {type: string}}}}
B: {type: object, properties: {x: {}}, else: {required: [y]}}
C: {type: object, properties: {x: {}}, dependencies: {x: [y]}}
D: {type: object, properties: {x: {}, y: {}}, then: {required: [y]}, dependentSchemas: {x: {properties: {y: {}}}}}
E: {type: object, properties: {x: {}}, then: {required: [y]}, additionalProperties: false}",
        &[
            "A = {x?: any, ..} if={\"required\":[\"x\"]} then={\"properties\":{\"y\":{\"type\":\"string\"}}}",
            "B = {x?: any, ..} else={\"required\":[\"y\"]}",
            "C = {x?: any, ..} dependencies={\"x\":[\"y\"]}",
            "D = {x?: any, y?: any} then={\"required\":[\"y\"]} dependentSchemas={\"x\":{\"properties\":{\"y\":{}}}}",
            "E = {x?: any, !} then={\"required\":[\"y\"]}",
        ],
    );
}
