//! Size, depth and nonsense.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::{Language, resolve};

fn takes(text: &str) -> Duration {
    let start = Instant::now();
    resolve(text, Language::JsonSchema);
    start.elapsed()
}

fn many(count: usize, schema: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, index| {
        writeln!(text, "S{index}: {}", schema(index)).expect("writing to a string");
        text
    })
}

#[test]
fn long_chains_are_no_recursion() {
    let chain = |next: usize| {
        format!("{{type: object, properties: {{n: {{$ref: '#/components/schemas/S{next}'}}}}}}")
    };
    let text = many(4_000, |index| chain((index + 1) % 4_000));
    assert!(takes(&text) < Duration::from_secs(20));
    let child = |index: usize| match index {
        0 => "{type: object}".to_owned(),
        _ => format!(
            "{{allOf: [{{$ref: '#/components/schemas/S{}'}}], properties: {{p{index}: {{}}}}}}",
            index - 1
        ),
    };
    assert!(takes(&many(1_000, child)) < Duration::from_secs(20));
    let union = |index: usize| {
        format!(
            "{{oneOf: [{{$ref: '#/components/schemas/S{}'}}, {{type: array}}]}}",
            (index + 1) % 2_000
        )
    };
    assert!(takes(&many(2_000, union)) < Duration::from_secs(20));
}

#[test]
fn families_are_found_without_searching() {
    let text = many(3_000, |index| match index {
        0 => "{type: object, discriminator: k, properties: {k: {type: string}}}".to_owned(),
        _ => "{allOf: [{$ref: '#/components/schemas/S0'}]}".to_owned(),
    });
    assert!(takes(&text) < Duration::from_secs(20));
}

#[test]
fn unions_that_multiply_are_bounded() {
    let text = many(12, |index| {
        let reference = |other: usize| format!("{{$ref: '#/components/schemas/S{other}'}}");
        let members: Vec<String> = (0..12)
            .filter(|&other| other != index)
            .map(reference)
            .collect();
        format!(
            "{{type: object, properties: {{p{index}: {{type: string}}}}, oneOf: [{}]}}",
            members.join(", ")
        )
    });
    assert!(takes(&text) < Duration::from_secs(60));
}

#[test]
fn nonsense_never_panics() {
    let values = [
        "5",
        "a",
        "null",
        "[]",
        "{}",
        "[5]",
        "[{}]",
        "{a: 5}",
        "true",
        "[null]",
        "{$ref: 5}",
        "{$ref: '#/nowhere'}",
        "-1e400",
    ];
    let words = [
        "type",
        "enum",
        "const",
        "properties",
        "required",
        "items",
        "allOf",
        "oneOf",
        "anyOf",
        "discriminator",
        "minimum",
        "exclusiveMinimum",
        "additionalProperties",
        "patternProperties",
        "examples",
        "description",
        "nullable",
        "definitions",
        "prefixItems",
        "additionalItems",
        "format",
        "default",
        "externalDocs",
        "x-enum-varnames",
        "name",
        "fields",
        "symbols",
        "$ref",
    ];
    let others = [
        "",
        ", type: object",
        ", type: record, name: x",
        ", enum: [a]",
        ", allOf: [{type: string}]",
    ];
    for word in words {
        for value in values {
            for other in others
                .iter()
                .filter(|other| !other.contains(&format!(" {word}:")))
            {
                let text = format!("A: {{{word}: {value}{other}}}");
                resolve(&text, Language::JsonSchema);
                resolve(&text, Language::Avro);
            }
        }
    }
}

#[test]
fn formats_around_schemas_are_seen_through() {
    let text = "A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}
B: {schemaFormat: application/vnd.oai.openapi;version=3.0.0, schema: {type: string}}
C: {schemaFormat: application/vnd.aai.asyncapi;version=3.0.0, schema: {$ref: '#/components/schemas/C'}}";
    let found = resolve(text, Language::JsonSchema);
    assert_eq!(
        super::print::declared(&found.schemas),
        "A = {b?: B}\nB = string\nC = =any"
    );
    assert_eq!(found.remarks, ["error endless-schema C"]);
    assert_eq!(
        super::remarks("A: {payload: {type: string}}"),
        "warning odd-schema A"
    );
}
