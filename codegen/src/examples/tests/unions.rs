use std::fmt::Write;
use std::time::{Duration, Instant};

use super::{facts, found, right, wrong};

const EVENTS: &str = "
On: { type: object, additionalProperties: false, properties: { at: { type: integer } } }
Off: { type: object, additionalProperties: false, properties: { why: { type: string } } }
";

fn tagged(example: &str) -> String {
    format!(
        "{EVENTS}\nBody: {{ oneOf: [{{ $ref: On }}, {{ $ref: Off }}], discriminator: event, example: {example} }}"
    )
}

#[test]
fn the_tag_leads_to_the_member() {
    right(&tagged("{ event: On, at: 1 }"));
    wrong(
        &tagged("{ event: On, at: x }"),
        "string-for-number $.at the string \"x\"",
    );
    wrong(
        &tagged("{ event: Off, at: 1 }"),
        "undeclared-key $.at the key \"at\", the number 1",
    );
    wrong(&tagged("{ at: 1 }"), "missing-tag $ no key \"event\"");
    wrong(
        &tagged("{ event: Dim }"),
        "unknown-value $.event the string \"Dim\"",
    );
}

#[test]
fn examples_of_members_need_the_tag_of_their_union() {
    let schemas = "
On: { type: object, properties: { at: { type: integer } }, examples: [{ at: 1 }, { event: On, at: 2 }] }
Off: { type: object, example: {} }
Body: { oneOf: [{ $ref: On }, { $ref: Off }], discriminator: event }
";
    let list = found(schemas);
    assert_eq!(list.len(), 1, "{list:?}");
    assert_eq!(
        (list[0].kind.code(), list[0].evidence.len()),
        ("missing-tag", 2)
    );
    assert_eq!(list[0].schema.pointer.to_string(), "#/Body");
}

#[test]
fn a_tag_that_is_any_string_by_itself_has_the_value_of_its_union() {
    let on = |event: &str| {
        format!(
            "
On: {{ type: object, properties: {{ event: {{ type: string }} }}, example: {{ event: {event} }} }}
Off: {{ type: object }}
Body: {{ oneOf: [{{ $ref: On }}, {{ $ref: Off }}], discriminator: event }}
"
        )
    };
    right(&on("On"));
    wrong(
        &on("string"),
        "wrong-constant $.event the string \"string\"",
    );
}

#[test]
fn a_member_that_requires_the_tag_lacks_a_key() {
    let schemas = "
On: { type: object, required: [event], properties: { event: { type: string } }, example: {} }
Body: { oneOf: [{ $ref: On }], discriminator: event }
";
    wrong(schemas, "missing-key $ no key \"event\"");
}

#[test]
fn without_a_tag_exactly_one_member_fits() {
    right("A: { oneOf: [{ type: string }, { type: integer }], examples: [a, 1] }");
    right("A: { oneOf: [{ type: number }, { type: integer }], example: 1 }");
    wrong(
        "A: { oneOf: [{ type: string }, { type: integer }], example: true }",
        "no-member $ the boolean true",
    );
    let open = "[{ type: object, properties: { a: {} } }, { type: object, properties: { b: {} } }]";
    wrong(
        &format!("A: {{ oneOf: {open}, example: {{}} }}"),
        "several-members $ an object with no keys",
    );
    right(&format!("A: {{ anyOf: {open}, example: {{}} }}"));
}

#[test]
fn the_only_member_that_can_be_meant_is_looked_into() {
    let schemas = "
Ping: { type: object, properties: { event: { const: ping }, n: { type: integer } } }
Pong: { type: object, properties: { event: { const: pong }, n: { type: integer } } }
Message: { oneOf: [{ $ref: Ping }, { $ref: Pong }], example: { event: pong, n: x } }
";
    wrong(schemas, "string-for-number $.n the string \"x\"");
}

#[test]
fn recursion_ends() {
    right(
        "Tree: { type: object, properties: { kids: { type: array, items: { $ref: Tree } } }, example: { kids: [{ kids: [] }] } }",
    );
    right("A: { $ref: B, example: 1 }\nB: { $ref: A }");
    right("A: { anyOf: [{ $ref: A }, { type: string }], example: x }");
    wrong(
        "A: { anyOf: [{ $ref: A }, { type: string }], example: [] }",
        "no-member $ a list of 0 items",
    );
}

/// Every union asks two others about each node, so that without memory the time would double with every level.
#[test]
fn unions_of_unions_take_little_time() {
    let mut schemas = "U0: { type: object, properties: { x: { $ref: U60 } } }\n".to_owned();
    for level in 1..=60 {
        let below = level - 1;
        let _ = writeln!(
            schemas,
            "U{level}: {{ anyOf: [{{ $ref: U{below} }}, {{ anyOf: [{{ $ref: U{below} }}] }}] }}"
        );
    }
    let example = (0..20).fold("1".to_owned(), |inner, _| format!("{{ x: {inner} }}"));
    let start = Instant::now();
    let _ = facts(&format!(
        "{schemas}A: {{ oneOf: [{{ $ref: U60 }}], example: {example} }}"
    ));
    assert!(
        start.elapsed() < Duration::from_secs(5),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn large_examples_take_bounded_time_and_memory() {
    let items = "1, ".repeat(300_000);
    let start = Instant::now();
    let list = found(&format!(
        "L: {{ type: array, items: {{ type: string }}, example: [{items}] }}"
    ));
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    assert_eq!((list.len(), list[0].evidence.len()), (1, 1_000));
    assert_eq!(
        list[0].examples(),
        199_999,
        "the rest of the example is left alone"
    );
}
