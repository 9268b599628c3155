use super::{lower, schemas};

const CAT: &str = "Cat: {type: object, properties: {kind: {type: string}, claws: {type: integer}}}";
const DOG: &str = "Dog: {type: object, properties: {kind: {type: string}, tail: {type: boolean}}}";

#[test]
fn a_discriminator_becomes_a_constant_of_members_that_declare_it() {
    let outline = schemas(&format!(
        "{CAT}\n{DOG}\nPet:\n  discriminator: kind\n  oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}]"
    ));
    assert!(outline.contains("union Pet by \"kind\""), "{outline}");
    assert!(
        outline.contains("Cat.kind = \"Cat\", may be absent"),
        "{outline}"
    );
    assert!(!outline.contains("→ kind:"), "{outline}");
}

#[test]
fn keys_tell_members_without_a_tag() {
    let outline = schemas(&format!(
        "{CAT}\n{DOG}\nPet:\n  oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}]"
    ));
    assert!(
        outline.contains("Pet::Cat when own key \"claws\""),
        "{outline}"
    );
    assert!(
        outline.contains("Cat.kind → kind: Option<Text>"),
        "{outline}"
    );
}

#[test]
fn members_in_place_are_called_by_title_tag_or_required_key() {
    let outline = schemas(
        "U:\n  oneOf:\n    - {title: Big one, type: object, properties: {a: {type: string}}}\n    - {type: object, required: [b], properties: {b: {type: string}}}\n    - {type: string}",
    );
    for line in [
        "U::BigOne(UBigOne)",
        "U::B(UB)",
        "U::Text(Text)",
        "U::Text when a string",
    ] {
        assert!(outline.contains(line), "{line}: {outline}");
    }
}

#[test]
fn what_nothing_tells_apart_is_told() {
    let text = "asyncapi: 2.6.0\ninfo: {title: T, version: 1}\nchannels: {}\ncomponents:\n  schemas:\n    A: {type: object, properties: {x: {type: string}}}\n    B: {type: object, properties: {x: {type: string}}}\n    U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}\n";
    let (lines, problems) = lower(text);
    assert_eq!(
        problems,
        ["warning undecided-union: nothing tells 2 of the 2 members of this union apart"]
    );
    assert!(
        lines.contains(&"U::A on request only".to_owned()),
        "{lines:#?}"
    );
}

#[test]
fn keys_that_a_condition_names_are_the_members_own() {
    let outline = schemas(
        "One: {type: object, properties: {tag: {type: integer}}, if: {required: [tag]}, then: {required: [kind]}}
Two: {type: object, properties: {kind: {type: string}, x: {type: integer}}}
U:
  oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}]",
    );
    for line in ["U::One when own key \"tag\"", "U::Two when own key \"x\""] {
        assert!(
            outline.lines().any(|found| found == line),
            "{line}: {outline}"
        );
    }
}
