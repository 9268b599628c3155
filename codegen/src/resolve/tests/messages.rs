//! Messages: names, identity, formats, and operations that have none.

use super::{three, two};
use crate::model::Model;

fn names(model: &Model) -> Vec<&str> {
    let messages = model.messages.iter();
    messages.map(|message| message.name.as_str()).collect()
}

#[test]
fn names_come_from_the_place_first() {
    let model = two("channels:
  user/signed-up:
    publish:
      operationId: greet
      message:
        oneOf:
        - $ref: '#/components/messages/Known'
        - {messageId: byId, name: byName}
        - {name: byName}
        - {title: Welcome}
        - {}
    subscribe:
      message: {}
components:
  messages:
    Alias: {$ref: '#/components/messages/Known'}
    Known: {name: other, messageId: third}
    Group: {oneOf: [{$ref: '#/components/messages/Known'}, {name: Inner}]}
")
    .clean();
    assert_eq!(
        names(&model),
        [
            "Known",
            "Inner",
            "byId",
            "byName",
            "Welcome",
            "greetMessage",
            "user/signed-upMessage"
        ]
    );
}

#[test]
fn names_of_3_are_keys() {
    let model = three(
        "channels:
  c:
    messages:
      Own: {name: other}
      Shared: {$ref: '#/components/messages/Known'}
components:
  messages:
    Known: {name: other}
",
    )
    .clean();
    assert_eq!(names(&model), ["Known", "Own"]);
    let keys: Vec<&str> = model.channels[0]
        .messages
        .iter()
        .map(|(key, _)| key.as_str())
        .collect();
    assert_eq!(keys, ["Own", "Shared"]);
}

#[test]
fn groups_that_hold_themselves_end() {
    let model = two(
        "channels: {c: {publish: {message: {$ref: '#/components/messages/Group'}}}}
components:
  messages:
    Group: {oneOf: [{$ref: '#/components/messages/Group'}, {$ref: '#/components/messages/One'}]}
    One: {}
",
    )
    .clean();
    assert_eq!(names(&model), ["One"]);
    assert_eq!(model.operations[0].messages.len(), 1);
}

#[test]
fn missing_messages_are_warnings_and_broken_ones_errors() {
    let lines = |rest: &str| two(rest).lines();
    assert_eq!(
        lines("channels: {c: {publish: {summary: s}}}"),
        ["warning no-message 3:16 `publish` of channel `c` has no message"]
    );
    assert_eq!(
        lines("channels: {c: {description: s}}"),
        ["warning no-message 3:12 channel `c` has no message"]
    );
    for broken in ["null", "{oneOf: []}", "{oneOf: null}"] {
        assert_eq!(
            lines(&format!(
                "channels: {{c: {{publish: {{message: {broken}}}}}}}"
            )),
            ["error no-message 3:35 this holds no message"],
            "{broken}"
        );
    }
    assert_eq!(
        lines("channels: {c: {publish: {message: 5}}}"),
        ["error wrong-type 3:35 `message` must be a Message Object, not a number"]
    );
}

#[test]
fn channels_and_operations_of_3_may_lack_messages() {
    assert_eq!(
        three("channels: {c: {address: a}}").lines(),
        ["warning no-message 3:12 channel `c` has no message"]
    );
    let outcome = three(
        "channels: {c: {messages: {M: {}}}}
operations: {o: {action: send, channel: {$ref: '#/channels/c'}, messages: []}}",
    );
    assert_eq!(
        outcome.lines(),
        ["warning no-message 4:75 operation `o` has no message"]
    );
}

#[test]
fn every_field_of_a_message_is_read() {
    let model = two("defaultContentType: application/json
channels:
  c:
    publish:
      message:
        title: T
        summary: S
        description: D
        tags: [{name: a}, {name: b}]
        externalDocs: {url: u}
        headers: {type: object}
        payload: {type: string}
        correlationId: {location: '$message.header#/id', description: I}
        bindings: {kafka: {key: {type: string}}}
        x-response: {$ref: '#/components/schemas/Answer'}
    subscribe:
      message: {contentType: text/plain}
components:
  schemas:
    Answer: {type: object}
")
    .clean();
    let message = &model.messages[0];
    assert_eq!(message.docs.tags, ["a", "b"]);
    assert_eq!(message.docs.external.as_deref(), Some("u"));
    assert!(message.headers.is_some() && message.payload.is_some() && message.response.is_some());
    assert_eq!(message.content_type.as_deref(), Some("application/json"));
    let (location, docs) = message.correlation_id.as_ref().expect("a correlation id");
    assert_eq!(location, "$message.header#/id");
    assert_eq!(docs.description.as_deref(), Some("I"));
    assert_eq!(message.bindings[0].protocol, "kafka");
    assert_eq!(
        model.messages[1].content_type.as_deref(),
        Some("text/plain")
    );
    assert_eq!(model.messages[1].payload, None);
}

#[test]
fn an_unknown_format_is_a_warning() {
    let outcome = two("channels: {c: {publish: {message: {schemaFormat: odd, payload: x}}}}");
    assert_eq!(
        outcome.lines(),
        ["warning unknown-format 3:50 `odd` is no schema format that is read"]
    );
}
