use super::schemas;

#[track_caller]
fn field(schema: &str) -> String {
    let outline = schemas(&format!("A: {{type: object, properties: {{b: {schema}}}}}"));
    let line = outline
        .lines()
        .find_map(|line| line.split_once("b: "))
        .map(|(_, ty)| ty.to_owned());
    line.unwrap_or(outline)
}

#[test]
fn types_of_fields() {
    for (schema, expected) in [
        ("{type: string}", "Option<Text>"),
        ("{type: string, format: uuid}", "Option<Text>"),
        ("{type: string, format: password}", "Option<Secret>"),
        ("{type: integer}", "Option<i64>"),
        ("{type: integer, format: int32}", "Option<i32>"),
        ("{type: integer, minimum: 0}", "Option<u64>"),
        ("{type: number}", "Option<Number>"),
        ("{type: boolean}", "Option<bool>"),
        ("true", "Option<Value>"),
        ("{type: object}", "Option<Map<Value>>"),
        (
            "{type: object, additionalProperties: {type: string}}",
            "Option<Map<Text>>",
        ),
        (
            "{type: object, patternProperties: {'^x': {type: boolean}}, additionalProperties: false}",
            "Option<Map<bool>>",
        ),
        (
            "{type: object, patternProperties: {'^x': {type: boolean}}}",
            "Option<Map<Value>>",
        ),
        (
            "{type: array, items: {type: [string, 'null']}}",
            "Option<Vec<Option<Text>>>",
        ),
        (
            "{type: array, items: [{type: string}, {type: number}], minItems: 2}",
            "Option<(Text, Number)>",
        ),
        (
            "{type: array, items: [{type: string}, {type: number}], additionalItems: false}",
            "Option<Vec<Value>>",
        ),
        (
            "{type: array, items: [{type: string}, {type: number}], additionalItems: true}",
            "Option<Vec<Value>>",
        ),
        (
            "{type: array, items: [{type: string}, {type: number}], minItems: 1}",
            "Option<Vec<Value>>",
        ),
        (
            "{type: array, items: [{type: string}, {type: number}], minItems: 2, maxItems: 3}",
            "Option<Vec<Value>>",
        ),
        ("{type: [string, integer]}", "Option<Text>"),
        ("{type: [integer, number]}", "Option<Number>"),
        (
            "{oneOf: [{type: string}, {type: array, items: {type: string}}]}",
            "Option<OneOrMany<Text>>",
        ),
    ] {
        assert_eq!(field(schema), expected, "{schema}");
    }
}

#[test]
fn null_belongs_to_the_use() {
    let outline = schemas(
        "Id: {type: [string, 'null']}\nA: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/Id'}, b: {$ref: '#/components/schemas/Id'}}}",
    );
    assert!(outline.contains("A.a → a: Option<Id>"), "{outline}");
    assert!(outline.contains("A.b → b: Option<Option<Id>>"), "{outline}");
}

#[test]
fn constants_are_no_fields_and_secrets_are_redacted() {
    let outline = schemas(
        "A: {type: object, required: [k], properties: {k: {const: 1}, apiKey: {type: string}}}\nAuthToken: {type: string}",
    );
    assert!(outline.contains("A.k = 1"), "{outline}");
    assert!(
        outline.contains("A.apiKey → api_key: Option<Secret>"),
        "{outline}"
    );
    assert!(outline.contains("AuthToken"), "{outline}");
    assert!(outline.contains("Secret"), "{outline}");
}

#[test]
fn open_objects_closed_and_empty_ones_and_dynamic_ones_keep_their_entries() {
    let outline = schemas(
        "A: {type: object, additionalProperties: false}\nB: {type: object, description: Dynamic keys, properties: {entries: {type: string}}}\nC: {type: object, properties: {x: {}}, additionalProperties: {type: integer}}\nD: {type: object, properties: {x: {}}, additionalProperties: true}\nE: {type: object, properties: {x: {}}}",
    );
    assert!(
        outline.contains("A keeps other keys → entries: Map<Value>"),
        "{outline}"
    );
    assert!(
        outline.contains("B keeps other keys → other_entries: Map<Value>"),
        "{outline}"
    );
    assert!(
        outline.contains("C keeps other keys → entries: Map<i64>"),
        "{outline}"
    );
    assert!(
        outline.contains("D keeps other keys → entries: Map<Value>"),
        "{outline}"
    );
    assert!(!outline.contains("E keeps other keys"), "{outline}");
}

#[test]
fn enums_of_any_values() {
    let outline = schemas("A: {enum: [1, -1, true, 1.5, x]}\nB: {enum: ['>=', unknown, '']}");
    for name in ["A::Value1 ", "A::X", "A::Minus1", "A::True", "A::Value1_5"] {
        assert!(outline.contains(name), "{name}: {outline}");
    }
    for name in ["B::GreaterOrEqual", "B::UnknownValue", "B::Empty"] {
        assert!(outline.contains(name), "{name}: {outline}");
    }
}

#[test]
fn schemas_in_place_are_named_after_what_holds_them() {
    let outline = schemas(
        "A: {type: object, properties: {tags: {type: array, items: {type: object, properties: {kind: {enum: [x]}}}}}}\nB: {type: object, properties: {k: {$ref: '#/components/schemas/A/properties/tags/items/properties/kind'}}}",
    );
    assert!(
        outline.contains("A.tags → tags: Option<Vec<ATagsItem>>"),
        "{outline}"
    );
    assert!(
        outline.contains("B.k → k: Option<ATagsItemKind>"),
        "{outline}"
    );
}

#[test]
fn a_number_and_a_string_of_one_text_are_told_apart() {
    let (lines, problems) = super::lower(
        "asyncapi: 2.6.0\ninfo: {title: T, version: 1}\nchannels: {}\ncomponents: {schemas: {A: {enum: [1, '1']}}}\n",
    );
    assert_eq!(
        problems,
        ["warning name-clash: `1` and `1` both ask for the name `Value1`"]
    );
    assert!(
        lines.iter().any(|line| line.starts_with("A::Value1String")),
        "{lines:#?}"
    );
}
