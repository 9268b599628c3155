use super::document;
use crate::examples::open_objects;

/// The names of the objects that examples show to be open.
fn open(text: &str) -> Vec<String> {
    let document = document::document(text);
    let objects = open_objects(&document.model);
    let name = |id: &crate::model::SchemaId| document.model.schema(*id).at.pointer.last();
    objects.iter().filter_map(name).collect()
}

const PLACE: &str = "Place: { type: object, properties: { x: { type: integer } } }";

#[test]
fn keys_of_which_nothing_is_said_are_shown() {
    let way = |example: &str| {
        let properties = "{ to: { $ref: Place }, by: { type: string } }";
        format!("{PLACE}\nWay: {{ type: object, properties: {properties}, example: {example} }}")
    };
    assert_eq!(open(&way("{ to: { x: 1 }, by: foot }")), [""; 0]);
    assert_eq!(open(&way("{ to: { x: 1, y: 2 } }")), ["Place"]);
    assert_eq!(open(&way("{ to: { x: 1 }, on: 2 }")), ["Way"]);
    assert_eq!(open(&way("{ to: { x: 1, y: 2 }, by: [] }")), [""; 0]);
}

#[test]
fn objects_that_keep_or_refuse_their_keys_anyway_are_not() {
    for additional in ["true", "false", "{ type: string }"] {
        let text = format!(
            "A: {{ type: object, additionalProperties: {additional}, properties: {{ a: {{ type: string }} }}, example: {{ b: c }} }}"
        );
        assert_eq!(open(&text), [""; 0], "{additional}");
    }
    assert_eq!(open("A: { type: object, example: { b: c } }"), [""; 0]);
}

#[test]
fn a_union_shows_what_the_members_are_that_fit() {
    let union = |keyword: &str, example: &str| {
        let color = "Color: { type: object, required: [hue], properties: { hue: { type: integer }, alpha: { type: integer } } }";
        format!(
            "{PLACE}\n{color}\nEither: {{ {keyword}: [{{ $ref: Place }}, {{ $ref: Color }}], example: {example} }}"
        )
    };
    assert_eq!(open(&union("anyOf", "{ hue: 1, alpha: 2 }")), [""; 0]);
    assert_eq!(open(&union("anyOf", "{ x: 1 }")), [""; 0]);
    assert_eq!(open(&union("anyOf", "{ x: 1, z: 2 }")), ["Place"]);
    assert_eq!(
        open(&union("anyOf", "{ hue: 1, z: 2 }")),
        ["Place", "Color"]
    );
}
