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

#[test]
fn keys_under_conditions_are_kept_where_schemas_meet() {
    assert_shows(
        "Tagged:
  allOf:
  - oneOf: [{type: object, properties: {t: {const: a}}}, {type: object, properties: {t: {const: b}, more: {}}}]
  - {type: object, properties: {x: {}}, then: {required: [more]}}
Beside:
  oneOf: [{$ref: '#/components/schemas/Has'}, {$ref: '#/components/schemas/Lacks'}, {type: string}]
  then: {required: [more]}
Has: {type: object, properties: {more: {}}}
Lacks: {type: object, properties: {x: {}}}
Parts: {type: object, properties: {x: {}}, allOf: [{if: {required: [x]}, then: {required: [more]}}]}
Declared: {type: object, properties: {x: {}}, allOf: [{then: {required: [x]}}, {type: object, dependencies: {x: [more]}}, {required: [more]}]}
Chain: {type: object, properties: {x: {}}, then: {}, else: {then: {required: [x]}, else: {required: [more]}}}
Nullable: {type: [object, array, 'null'], properties: {x: {}}, then: {required: [more]}}",
        &[
            "Tagged = <{x?: any, t?: const \"a\", ..} | {x?: any, t?: const \"b\", more?: any}> then={\"required\":[\"more\"]}",
            "Beside = <Has | {x?: any, ..} | string> then={\"required\":[\"more\"]}",
            "Has = {more?: any}",
            "Lacks = {x?: any}",
            "Parts = {x?: any, ..} if={\"required\":[\"x\"]} then={\"required\":[\"more\"]}",
            "Declared = {x?: any, more: any} then={\"required\":[\"x\"]} dependencies={\"x\":[\"more\"]}",
            "Chain = {x?: any, ..} then={} else={\"else\":{\"required\":[\"more\"]},\"then\":{\"required\":[\"x\"]}}",
            "Nullable = <{x?: any, ..} | [any]>|null then={\"required\":[\"more\"]}",
        ],
    );
}
