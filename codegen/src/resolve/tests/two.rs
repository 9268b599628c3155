//! Channels and operations of 2.x.

use super::two;
use crate::model::Action;

#[test]
fn others_publish_what_the_application_receives() {
    let model = two("channels:
  c:
    subscribe: {operationId: out, message: {name: A}}
    publish: {operationId: in, summary: S, message: {name: B}, security: [], bindings: {ws: {a: 1}}}
")
    .clean();
    let operations = &model.operations;
    assert_eq!(
        (operations[0].action, operations[1].action),
        (Action::Send, Action::Receive)
    );
    assert_eq!(operations[1].name.as_deref(), Some("in"));
    assert_eq!(operations[1].docs.summary.as_deref(), Some("S"));
    assert_eq!(operations[1].bindings[0].value.to_string(), r#"{"a":1}"#);
    let keys: Vec<&str> = model.channels[0]
        .messages
        .iter()
        .map(|(key, _)| key.as_str())
        .collect();
    assert_eq!(keys, ["A", "B"]);
}

#[test]
fn a_channel_may_be_a_reference_with_more_beside_it() {
    let model = two("channels:
  c:
    $ref: '#/components/channels/shared'
    description: own
components:
  channels:
    shared: {description: shared, publish: {message: {name: M}}}
")
    .clean();
    let channel = &model.channels[0];
    assert_eq!(channel.docs.description.as_deref(), Some("own"));
    assert_eq!(channel.name, "c");
    assert_eq!(channel.messages.len(), 1);
    assert_eq!(
        model.ignored[0].reason,
        "the channel that refers to it says otherwise"
    );
}

#[test]
fn parameters_take_their_values_from_the_schema() {
    let model = two("channels:
  'a/{id}/{kind}':
    parameters:
      kind:
        description: K
        location: $message.payload#/kind
        schema: {type: string, enum: [x, 7], default: x, examples: [y], pattern: '.*'}
    publish: {message: {}}
")
    .clean();
    let parameters = &model.channels[0].parameters;
    assert_eq!(parameters[0].values, ["x", "7"]);
    assert_eq!(parameters[0].default.as_deref(), Some("x"));
    assert_eq!(parameters[0].examples, ["y"]);
    assert_eq!(
        parameters[0].location.as_deref(),
        Some("$message.payload#/kind")
    );
    assert_eq!(parameters[1].name, "id");
    let ignored: Vec<&str> = model
        .ignored
        .iter()
        .map(|one| one.keyword.as_str())
        .collect();
    assert_eq!(ignored, ["type", "pattern"]);
}

#[test]
fn maps_may_be_references() {
    let model =
        two("channels: {$ref: '#/x-channels'}\nx-channels: {c: {publish: {message: {}}}}").clean();
    assert_eq!(model.channels[0].name, "c");
}

#[test]
fn unused_components_are_on_record() {
    let model = two(
        "channels: {c: {publish: {message: {traits: [{$ref: '#/components/messageTraits/used'}]}}}}
components:
  messageTraits:
    used: {title: t}
    unused: {title: t}
",
    )
    .clean();
    let ignored: Vec<String> = model
        .ignored
        .iter()
        .map(|one| one.at.pointer.to_string())
        .collect();
    assert_eq!(ignored, ["#/components/messageTraits/unused"]);
}
