//! Traits: who wins in which version, and how deep.

use super::{three, two};
use crate::model::{Message, Shape};

const MESSAGE: &str = "
        title: own
        description: null
        headers: {type: object, properties: {a: {type: string}}}
        bindings: {kafka: {key: own, both: own}}
        traits:
        - {title: first, summary: first, description: trait, bindings: {kafka: {both: first, one: 1}}}
        - {summary: second, headers: {properties: {b: {type: string}}}, tags: [{name: t}]}
";

fn of_two(message: &str) -> Message {
    let text = format!("channels:\n  c:\n    publish:\n      message:{message}");
    two(&text).clean().messages[0].clone()
}

fn of_three(message: &str) -> Message {
    let text = format!("channels:\n  c:\n    messages:\n      M:{message}");
    three(&text).clean().messages[0].clone()
}

#[test]
fn traits_win_in_2() {
    let message = of_two(MESSAGE);
    assert_eq!(message.docs.title.as_deref(), Some("first"));
    assert_eq!(message.docs.summary.as_deref(), Some("second"));
    assert_eq!(message.docs.description.as_deref(), Some("trait"));
    assert_eq!(message.docs.tags, ["t"]);
    let kafka = message.bindings[0].value.to_string();
    assert_eq!(kafka, r#"{"both":"first","key":"own","one":1}"#);
}

#[test]
fn the_object_wins_in_3() {
    let message = of_three(MESSAGE);
    assert_eq!(message.docs.title.as_deref(), Some("own"));
    assert_eq!(message.docs.summary.as_deref(), Some("second"));
    assert_eq!(message.docs.description, None);
    let kafka = message.bindings[0].value.to_string();
    assert_eq!(kafka, r#"{"both":"own","key":"own","one":1}"#);
}

#[test]
fn a_trait_has_no_payload() {
    let text = "channels: {c: {publish: {message: {traits: [{payload: {}}]}}}}";
    let model = two(text).clean();
    assert_eq!(model.messages[0].payload, None);
    assert_eq!(model.ignored[0].reason, "a trait may not hold this");
}

#[test]
fn operations_have_traits_too() {
    let model = two(
        "channels: {c: {publish: {message: {}, traits: [{operationId: o, bindings: {ws: {}}}]}}}",
    )
    .clean();
    assert_eq!(model.operations[0].name.as_deref(), Some("o"));
    assert_eq!(model.operations[0].bindings.len(), 1);
}

#[test]
fn endless_traits_end() {
    let model = two("channels: {c: {publish: {message: {
  headers: {$ref: '#/components/schemas/A'}, traits: [{headers: {$ref: '#/components/schemas/B'}}]}}}}
components:
  schemas:
    A: {properties: {x: {$ref: '#/components/schemas/A'}, y: {$ref: '#/components/schemas/A'}}}
    B: {properties: {x: {$ref: '#/components/schemas/B'}, y: {$ref: '#/components/schemas/B'}}}
")
    .clean();
    assert!(model.messages[0].headers.is_some());
}

#[test]
fn headers_merged_with_one_trait_stay_apart() {
    let members = "
      A: {headers: {properties: {a: {type: string}}}, traits: [{$ref: '#/components/messageTraits/T'}]}
      B: {headers: {properties: {b: {type: string}}}, traits: [{$ref: '#/components/messageTraits/T'}]}";
    let shared = "messageTraits: {T: {headers: {type: object, properties: {t: {type: string}}}}}";
    let new = three(&format!(
        "channels: {{c: {{messages: {{$ref: '#/components/messages'}}}}}}\ncomponents:\n  {shared}\n  messages:{members}"
    ));
    let old = two(&format!(
        "channels: {{c: {{publish: {{message: {{oneOf: [{{$ref: '#/components/messages/A'}}, {{$ref: '#/components/messages/B'}}]}}}}}}}}\ncomponents:\n  {shared}\n  messages:{members}"
    ));
    for model in [new.clean(), old.clean()] {
        let keys = |message: &Message| -> Vec<String> {
            let headers = message.headers.expect("there are headers");
            let Shape::Object(object) = &model.schema(headers).shape else {
                panic!("headers are an object");
            };
            let mut keys: Vec<_> = object
                .properties
                .iter()
                .map(|one| one.name.clone())
                .collect();
            keys.sort();
            keys
        };
        let both: Vec<_> = model.messages.iter().map(keys).collect();
        assert_eq!(both, [["a", "t"], ["b", "t"]]);
    }
}
