use super::schemas;

#[test]
fn only_what_would_contain_itself_is_boxed() {
    let outline = schemas(
        "Before: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\nA: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, list: {type: array, items: {$ref: '#/components/schemas/A'}}}}\nB: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}",
    );
    assert!(outline.contains("Before.b → b: Option<B>"), "{outline}");
    assert!(outline.contains("A.b → b: Option<B>"), "{outline}");
    assert!(
        outline.contains("A.list → list: Option<Vec<A>>"),
        "{outline}"
    );
    assert!(outline.contains("B.a → a: Option<Box<A>>"), "{outline}");
}

#[test]
fn an_alias_of_nothing_but_itself_holds_any_value() {
    let outline = schemas("Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}");
    assert!(outline.contains("Vec<Value>"), "{outline}");
}
