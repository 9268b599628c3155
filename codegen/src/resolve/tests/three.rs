//! Channels, operations and replies of 3.x.

use super::three;
use crate::model::Action;

#[test]
fn operations_refer_to_channels_and_messages() {
    let model = three(
        "channels:
  one:
    address: a/{id}
    parameters: {id: {enum: [x], default: x, examples: [y], location: $message.payload#/id}}
    messages:
      A: {$ref: '#/components/messages/A'}
      B: {payload: {schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: {type: string}}}
  two: {$ref: '#/components/channels/shared'}
operations:
  some:
    action: send
    channel: {$ref: '#/channels/one'}
    messages: [{$ref: '#/channels/one/messages/A'}]
  all: {action: receive, channel: {$ref: '#/channels/one'}}
  other: {action: receive, channel: {$ref: '#/channels/two'}}
components:
  messages:
    A: {}
  channels:
    shared: {address: null, messages: {C: {}}}
",
    )
    .clean();
    assert_eq!(model.channels[0].address.as_deref(), Some("a/{id}"));
    assert_eq!(model.channels[1].address, None);
    assert_eq!(model.channels[0].parameters[0].examples, ["y"]);
    assert_eq!(model.operations[0].action, Action::Send);
    assert_eq!(model.operations[0].messages.len(), 1);
    assert_eq!(model.operations[1].messages.len(), 2);
    assert_eq!(model.channel(model.operations[2].channel).name, "two");
}

#[test]
fn channels_that_share_a_component_are_told_apart() {
    let model = three(
        "channels:
  one: {$ref: '#/components/channels/shared'}
  two: {$ref: '#/components/channels/shared'}
operations:
  o: {action: send, channel: {$ref: '#/channels/two'}}
components:
  channels:
    shared: {messages: {C: {}}}
",
    )
    .clean();
    assert_eq!(model.channel(model.operations[0].channel).name, "two");
}

#[test]
fn replies_are_read() {
    let model = three(
        "channels:
  ask: {messages: {Ask: {}}}
  answer: {address: null, messages: {Yes: {}, No: {}}}
operations:
  o:
    action: send
    channel: {$ref: '#/channels/ask'}
    reply:
      address: {location: '$message.header#/replyTo'}
      channel: {$ref: '#/channels/answer'}
      messages: [{$ref: '#/channels/answer/messages/No'}]
  p:
    action: send
    channel: {$ref: '#/channels/ask'}
    reply: {channel: {$ref: '#/channels/answer'}}
",
    )
    .clean();
    let reply = model.operations[0].reply.as_ref().expect("a reply");
    assert_eq!(reply.address.as_deref(), Some("$message.header#/replyTo"));
    assert_eq!(
        model.channel(reply.channel.expect("a channel")).name,
        "answer"
    );
    let names: Vec<&str> = reply
        .messages
        .iter()
        .map(|id| model.message(*id).name.as_str())
        .collect();
    assert_eq!(names, ["No"]);
    let all = model.operations[1].reply.as_ref().expect("a reply");
    assert_eq!(all.messages.len(), 2);
}

#[test]
fn broken_operations_are_errors() {
    let lines = |operation: &str| {
        let text =
            format!("channels: {{c: {{messages: {{M: {{}}}}}}}}\noperations: {{o: {operation}}}");
        three(&text).lines()
    };
    assert_eq!(
        lines("{action: send}"),
        ["error missing-key 4:17 an Operation Object has no `channel`"]
    );
    assert_eq!(
        lines("{action: publish, channel: {$ref: '#/channels/c'}}"),
        ["error wrong-action 4:26 `action` must be `send` or `receive`"]
    );
    assert_eq!(
        lines("{action: send, channel: {$ref: '#/channels/d'}}"),
        ["error dangling-ref 4:48 `#/channels/d` leads nowhere"]
    );
}

#[test]
fn a_message_of_another_channel_is_a_warning() {
    let outcome = three(
        "channels: {c: {messages: {M: {}}}}
operations: {o: {action: send, channel: {$ref: '#/channels/c'}, messages: [{$ref: '#/components/messages/N'}]}}
components: {messages: {N: {}}}",
    );
    assert_eq!(
        outcome.lines(),
        ["warning message-not-in-channel 4:76 this message is none of those of channel `c`"]
    );
}
