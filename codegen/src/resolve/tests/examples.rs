//! Message examples in all the forms that documents use.

use super::two;
use crate::model::MessageExample;

fn examples(text: &str) -> Vec<MessageExample> {
    let message = format!("channels: {{c: {{publish: {{message: {{examples: {text}}}}}}}}}");
    let model = two(&message).clean();
    model.messages[0].examples.clone()
}

fn payload(example: &MessageExample) -> String {
    let payload = example.payload.as_ref().expect("a payload");
    payload.node.to_json().to_string()
}

#[test]
fn examples_keep_their_parts() {
    let found =
        examples("[{name: n, summary: s, headers: {a: 1}, payload: null}, {payload: 01005}]");
    assert_eq!(found[0].name.as_deref(), Some("n"));
    assert_eq!(payload(&found[0]), "null");
    let text = found[1]
        .payload
        .as_ref()
        .and_then(|part| part.node.as_text());
    assert_eq!(text, Some("01005"));
    assert!(found[1].headers.is_none());
}

#[test]
fn examples_may_have_their_names_in_front() {
    for text in [
        "[{first: {payload: 1}}, {second: {payload: 2}}]",
        "{first: {payload: 1}, second: {payload: 2}}",
    ] {
        let found = examples(text);
        let names: Vec<_> = found.iter().map(|one| one.name.as_deref()).collect();
        assert_eq!(names, [Some("first"), Some("second")]);
        assert_eq!(payload(&found[1]), "2");
    }
}

#[test]
fn what_is_no_example_is_on_record() {
    let text = "channels: {c: {publish: {message: {examples: [{id: 5}]}}}}";
    let model = two(text).clean();
    assert!(model.messages[0].examples.is_empty());
    let ignored: Vec<&str> = model
        .ignored
        .iter()
        .map(|one| one.keyword.as_str())
        .collect();
    assert_eq!(ignored, ["examples", "id"]);
}
