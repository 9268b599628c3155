//! `allOf`, and inheritance by discriminator.

use super::{Language, assert_shows, print, remarks, resolve};

#[test]
fn parts_are_flattened_parents_first() {
    assert_shows(
        "A: {type: object, properties: {a: {type: string}}, required: [a], additionalProperties: false}
B:
  description: both
  required: [c]
  allOf:
    - $ref: '#/components/schemas/A'
    - {type: object, properties: {b: {type: integer}}, required: [b]}
  properties: {c: {type: boolean}, d: {type: string}}",
        &["A = {a: string, !}", "B = {a: string, b: integer, c: boolean, d?: string, !} #both"],
    );
}

#[test]
fn one_part_with_words_is_an_alias() {
    assert_shows(
        "A: {type: object, properties: {a: {type: string}}}
B: {description: words, allOf: [{$ref: '#/components/schemas/A'}]}
C: {nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}
D: {type: object, allOf: [{$ref: '#/components/schemas/A'}, {description: more}]}
E: {type: object, properties: {x: {description: words, allOf: [{$ref: '#/components/schemas/A'}]}}}
F: {allOf: [{type: string, minLength: 1}, {maxLength: 9}]}
G: {allOf: [{type: number}, {type: integer, maximum: 9}]}",
        &[
            "A = {a?: string}",
            "B = =A #words",
            "C = =A|null",
            "D = =A",
            "E = {x?: A 'words'}",
            "F = string minLength=1 maxLength=9",
            "G = integer[..9] maximum=9",
        ],
    );
}

#[test]
fn a_property_in_two_parts_takes_the_narrower_type() {
    assert_shows(
        "P:
  type: object
  properties:
    any: {}
    same: {type: string}
    number: {type: number}
    text: {type: string}
    tag: {type: string}
    null: {type: [string, 'null']}
    deep: {type: object, properties: {a: {type: string}}}
    named: {$ref: '#/components/schemas/N'}
N: {type: string}
C:
  allOf: [{$ref: '#/components/schemas/P'}]
  type: object
  properties:
    any: {type: string}
    same: {type: string}
    number: {type: integer}
    text: {enum: [a, b]}
    tag: {const: c}
    null: {type: string}
    deep: {type: object, properties: {b: {type: string}}, required: [a]}
    named: {type: string}",
        &[
            "P = {any?: any, same?: string, number?: number, text?: string, tag?: string, null?: string|null, \
             deep?: {a?: string}, named?: N}",
            "N = string",
            "C = {any?: string, same?: string, number?: integer, text?: [\"a\",\"b\"], tag?: const \"c\", null?: string, \
             deep?: {a: string, b?: string}, named?: N}",
        ],
    );
}

#[test]
fn contradictions_leave_any_value_and_a_remark() {
    let text = "A: {allOf: [{type: object, properties: {a: {type: string}}}, {properties: {a: {type: integer}}}]}
B: {allOf: [{type: string}, {type: object}]}";
    let resolved = resolve(text, Language::JsonSchema);
    assert_eq!(print::declared(&resolved.schemas), "A = {a?: any}\nB = any");
    assert_eq!(
        remarks(text),
        "warning conflicting-schemas B\nwarning conflicting-schemas A/allOf/1/properties/a"
    );
}

#[test]
fn recursion_ends() {
    assert_eq!(
        remarks("A: {allOf: [{$ref: '#/components/schemas/A'}]}"),
        "error endless-schema A"
    );
    let text = "A: {allOf: [{$ref: '#/components/schemas/B'}]}\nB: {allOf: [{$ref: '#/components/schemas/A'}]}";
    assert_eq!(remarks(text), "error endless-schema B");
    assert_shows(
        "A:
  allOf:
    - {type: object, properties: {next: {$ref: '#/components/schemas/A'}}}
    - {type: object, properties: {next: {$ref: '#/components/schemas/B'}}}
B: {type: object, properties: {next: {$ref: '#/components/schemas/A'}}}",
        &["A = {next?: A}", "B = {next?: A}"],
    );
}

#[test]
fn a_parent_with_a_discriminator_is_the_union_of_its_children() {
    assert_shows(
        "Pet: {type: object, discriminator: kind, properties: {kind: {type: string}, name: {type: string}}, required: [kind]}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {claws: {type: integer}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}], properties: {kind: {const: dog}}}
Fish: {allOf: [{$ref: '#/components/schemas/Pet'}]}
Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}], properties: {age: {type: integer}}}
Home: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, one: {description: w, allOf: [{$ref: '#/components/schemas/Pet'}]}}}",
        &[
            "Pet = <Cat | Dog | Fish | Puppy by kind: Cat, dog, Fish, dog>",
            "Cat = {kind: string, name?: string, claws?: integer}",
            "Dog = {kind: const \"dog\", name?: string}",
            "Fish = {kind: string, name?: string}",
            "Puppy = {kind: const \"dog\", name?: string, age?: integer}",
            "Home = {pet?: Pet, one?: Pet 'w'}",
        ],
    );
    assert_shows(
        "A: {type: object, discriminator: k, properties: {k: {type: string}}}",
        &["A = {k?: string}"],
    );
}

#[test]
fn a_base_that_lists_its_children_lends_them_properties_only() {
    assert_shows(
        "Base:
  type: object
  discriminator: {propertyName: t, mapping: {a: '#/components/schemas/A', b: B}}
  properties: {t: {type: string}, id: {type: string}}
  required: [t]
  oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
A: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {x: {type: string}}}]}
B: {allOf: [{$ref: '#/components/schemas/Base'}]}",
        &[
            "Base = <A | B by t: a, b>",
            "A = {t: string, id?: string, x?: string}",
            "B = {t: string, id?: string}",
        ],
    );
}

#[test]
fn parts_beside_a_union_reach_its_members() {
    assert_shows(
        "A: {type: object, properties: {a: {type: string}}}
B: {type: object, properties: {b: {type: string}}}
U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
V: {allOf: [{$ref: '#/components/schemas/U'}, {type: object, properties: {id: {type: string}}}]}
W: {allOf: [{$ref: '#/components/schemas/U'}], description: same}",
        &[
            "A = {a?: string}",
            "B = {b?: string}",
            "U = <A | B>",
            "V = <{id?: string, a?: string} | {id?: string, b?: string}>",
            "W = =U #same",
        ],
    );
}

#[test]
fn a_chain_of_references_keeps_what_stands_beside_each() {
    assert_shows(
        "A: {type: object, properties: {a: {type: string}}}
B: {$ref: '#/components/schemas/A', required: [a]}
C: {$ref: '#/components/schemas/B'}
D: {type: object, properties: {c: {$ref: '#/components/schemas/C'}}}",
        &[
            "A = {a?: string}",
            "B = {a: string}",
            "C = =B",
            "D = {c?: B}",
        ],
    );
}
