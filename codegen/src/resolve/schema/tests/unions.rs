//! `oneOf`, `anyOf`, discriminators, and what stands beside them.

use super::{assert_shows, ignored, remarks, show};

#[test]
fn null_is_no_member() {
    assert_shows(
        "A: {type: object}
B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}
C: {anyOf: [{type: string, description: words}, {type: 'null'}]}
D: {anyOf: [{type: integer}, {type: [string, 'null']}]}
E: {oneOf: [{type: 'null'}]}",
        &[
            "A = {}",
            "B = =A|null",
            "C = string|null #words",
            "D = <integer | string|null>|null",
            "E = null",
        ],
    );
}

#[test]
fn members_that_no_value_tells_apart_are_one() {
    assert_shows(
        "A: {oneOf: [{const: a, description: first}, {const: b, title: Bee}, {enum: [b, c]}]}
B: {anyOf: [{type: string, format: ipv4}, {type: string, format: ipv6}]}
C: {anyOf: [{type: integer, minimum: 3}, {type: number, minimum: 1}]}
D: {anyOf: [{type: string}, {enum: [a, b]}]}
E: {oneOf: [{type: array}, {const: a}, {const: b}]}
F: {type: string, oneOf: [{const: a}, {const: b}]}
G: {oneOf: [{const: 1, title: One}, {const: 2, title: Two}]}
H: {type: string, anyOf: [{pattern: a}, {pattern: b}]}",
        &[
            "A = [\"a\"#first,Bee=\"b\",\"c\"]",
            "B = string",
            "C = number[1..]",
            "D = [\"a\",\"b\"]",
            "E = <[any] | [\"a\",\"b\"]>",
            "F = [\"a\",\"b\"]",
            "G = [One=1,Two=2]",
            "H = string",
        ],
    );
}

#[test]
fn unions_are_simplified() {
    assert_shows(
        "A: {type: object, properties: {a: {type: string}}}
B: {type: object, properties: {b: {type: string}}}
One: {oneOf: [{$ref: '#/components/schemas/A'}]}
InPlace: {oneOf: [{type: object, properties: {x: {type: string}}}]}
Twice: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}
Nested: {oneOf: [{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}, {type: string}]}
Anything: {oneOf: [{$ref: '#/components/schemas/A'}, {}]}
Nothing: {oneOf: [false]}",
        &[
            "A = {a?: string}",
            "B = {b?: string}",
            "One = =A",
            "InPlace = {x?: string}",
            "Twice = =A",
            "Nested = <A | B | string>",
            "Anything = any",
            "Nothing = never",
        ],
    );
}

#[test]
fn the_tag_declared_beside_leaves_members_as_they_are() {
    assert_shows(
        "U:
  type: object
  discriminator: event
  properties: {event: {type: string}}
  required: [event]
  oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
A: {type: object, additionalProperties: false, properties: {a: {type: string}}}
B: {type: object, additionalProperties: false, properties: {event: {const: bee}}}
V:
  type: object
  properties: {event: {type: string}}
  oneOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/B'}]
C: {type: object, properties: {event: {const: sea}}}",
        &[
            "U = <A | B by event: A, bee>",
            "A = {a?: string, !}",
            "B = {event?: const \"bee\", !}",
            "V = <C | B>",
            "C = {event?: const \"sea\"}",
        ],
    );
}

#[test]
fn fields_declared_beside_reach_every_object() {
    assert_shows(
        "U:
  type: object
  discriminator: event
  properties: {event: {type: string}, id: {type: string}}
  required: [event, id]
  oneOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {id: {type: string, description: mine}, b: {type: integer}}}]
A: {type: object, properties: {a: {type: string}}}",
        &["U = <{id: string, a?: string} | {id: string #mine, b?: integer} by event: A, ->", "A = {a?: string}"],
    );
}

#[test]
fn lists_of_required_names_are_constraints() {
    let text = "A:
  type: object
  properties: {a: {type: string}, b: {type: string}}
  oneOf: [{required: [a]}, {required: [b]}]";
    assert_shows(
        text,
        &["A = {a?: string, b?: string} oneOf=[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]"],
    );
    assert_eq!(ignored(text), "A/oneOf: documented, not enforced");
    assert_shows(
        "A: {type: object, properties: {k: {type: string}}, anyOf: [{properties: {k: {const: x}}, required: [p]}, {properties: {k: {const: y}}}]}",
        &["A = <{k?: const \"x\", p: any} | {k?: const \"y\"}>"],
    );
}

#[test]
fn several_unions_at_once_are_any_value() {
    let text =
        "A: {oneOf: [{type: string}, {type: object}], anyOf: [{type: object}, {type: array}]}";
    assert_shows(text, &["A = any"]);
    assert_eq!(ignored(text).lines().count(), 2);
}

#[test]
fn mappings_name_members() {
    let text = "U:
  oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
  discriminator:
    propertyName: k
    mapping: {aa: '#/components/schemas/A', b: B, other: '#/components/schemas/Nowhere', again: A}
A: {type: object}
B: {type: object}";
    assert_shows(text, &["U = <A | B by k: aa, b>", "A = {}", "B = {}"]);
    assert_eq!(
        ignored(text),
        "U/discriminator/mapping/other: leads to no member of the union\n\
         U/discriminator/mapping/again: a second value for one member"
    );
}

#[test]
fn mappings_lead_through_aliases() {
    let schemas = "A: {type: object}\nB: {type: object}\nC: {$ref: '#/components/schemas/B'}
D: {$ref: '#/components/schemas/B', description: words}\nE: {$ref: '#/components/schemas/B', required: [e]}";
    let union = |member: &str, entry: &str| {
        let text = format!(
            "U: {{oneOf: [{{$ref: '#/components/schemas/A'}}, {{$ref: '#/components/schemas/{member}'}}],
  discriminator: {{propertyName: k, mapping: {{a: A, c: {entry}}}}}}}\n{schemas}"
        );
        assert_eq!(ignored(&text), "", "{member} {entry}");
        show(&text).lines().next().map(str::to_owned)
    };
    let entries = ["B", "C", "D", "'#/components/schemas/C'"];
    for (entry, member) in entries
        .iter()
        .flat_map(|entry| [(entry, "B"), (entry, "C")])
    {
        let shown = union(member, entry);
        assert_eq!(
            shown.as_deref(),
            Some("U = <A | B by k: a, c>"),
            "{member} {entry}"
        );
    }
    assert_eq!(union("E", "E").as_deref(), Some("U = <A | E by k: a, c>"));
    assert_eq!(union("E", "C").as_deref(), Some("U = <A | E by k: a, c>"));
}

#[test]
fn unions_of_themselves_end() {
    assert_eq!(
        remarks("A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}"),
        "warning endless-schema A/oneOf"
    );
    let text = "A: {oneOf: [{$ref: '#/components/schemas/B'}]}\nB: {oneOf: [{$ref: '#/components/schemas/A'}]}";
    assert_eq!(remarks(text), "error endless-schema A");
    let text = "A: {properties: {p: {type: string}}, oneOf: [{$ref: '#/components/schemas/B'}, {type: string}]}
B: {properties: {q: {type: string}}, oneOf: [{$ref: '#/components/schemas/A'}, {type: integer}]}";
    assert!(!remarks(text).contains("error"), "{}", remarks(text));
}

#[test]
fn keys_that_constraints_alone_name_leave_an_object_open() {
    assert_shows(
        "A: {type: object, properties: {x: {}}, anyOf: [{required: [p]}, {required: [q]}]}
B: {type: object, properties: {x: {}}, oneOf: [{required: [x]}, {required: [p]}], additionalProperties: false}
C: {type: object, properties: {x: {}}, required: [p], oneOf: [{required: [x]}, {required: [p]}]}
D: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {p: {}, q: {}}}]}
E: {type: object, properties: {x: {}}, allOf: [{anyOf: [{required: [p]}, {required: [q]}]}]}
F: {type: object, properties: {x: {}}, anyOf: [{required: [p]}, {required: [q]}], oneOf: [{properties: {t: {const: a}}}, {properties: {t: {const: b}}}]}",
        &[
            "A = {x?: any, ..} anyOf=[{\"required\":[\"p\"]},{\"required\":[\"q\"]}]",
            "B = {x?: any, !} oneOf=[{\"required\":[\"x\"]},{\"required\":[\"p\"]}]",
            "C = {x?: any, p: any} oneOf=[{\"required\":[\"x\"]},{\"required\":[\"p\"]}]",
            "D = {x?: any, p?: any, q?: any} anyOf=[{\"required\":[\"p\"]},{\"required\":[\"q\"]}]",
            "E = {x?: any, ..} anyOf=[{\"required\":[\"p\"]},{\"required\":[\"q\"]}]",
            "F = <{x?: any, t?: const \"a\", ..} | {x?: any, t?: const \"b\", ..}> anyOf=[{\"required\":[\"p\"]},{\"required\":[\"q\"]}]",
        ],
    );
}

#[test]
fn integers_of_a_union_have_a_width_that_holds_each() {
    assert_shows(
        "A: {oneOf: [{type: integer, enum: [-1]}, {type: integer, format: uint64}]}
B: {oneOf: [{type: integer, format: int32, maximum: -1}, {type: integer, format: uint64, minimum: 0}, {type: boolean}]}
C: {oneOf: [{type: integer, enum: [1]}, {type: integer, format: uint64}]}
D: {oneOf: [{type: integer, format: int32}, {type: integer, format: uint32}]}
E: {oneOf: [{type: integer, format: int8}, {type: integer, format: int8, minimum: 3}]}
F: {oneOf: [{type: integer, minimum: 0}, {type: integer, enum: [-1]}]}
G: {oneOf: [{type: integer}, {type: integer, minimum: 0}]}
H: {oneOf: [{type: integer, minimum: 0}, {type: integer, enum: [1]}]}
I: {oneOf: [{type: integer}, {type: integer, enum: [18446744073709551615]}]}
J: {oneOf: [{type: integer, format: int8}, {type: integer, format: int8, maximum: 300}]}",
        &[
            "A = number",
            "B = <number | boolean>",
            "C = integer(uint64)",
            "D = integer",
            "E = integer(int8)",
            "F = integer",
            "G = integer",
            "H = integer(uint64)",
            "I = number",
            "J = integer(int64)",
        ],
    );
}
