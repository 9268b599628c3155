use super::lower;

const THREE: &str = "asyncapi: 3.0.0\ninfo: {title: T, version: 1}\nchannels:\n  rooms:\n    address: rooms/{id}\n    parameters: {id: {enum: [a, b]}}\n    messages:\n      ask: {payload: {type: object, required: [q], properties: {q: {type: string}}}}\n      answer: {payload: {type: object, required: [a], properties: {a: {type: string}}}}\n      silence: {}\n";

#[test]
fn answers_go_the_opposite_way() {
    let operations = "operations:\n  ask:\n    action: receive\n    channel: {$ref: '#/channels/rooms'}\n    messages: [{$ref: '#/channels/rooms/messages/ask'}]\n    reply: {channel: {$ref: '#/channels/rooms'}, messages: [{$ref: '#/channels/rooms/messages/answer'}]}\n";
    let (lines, _) = lower(&format!("{THREE}{operations}"));
    let outline = lines.join("\n");
    assert!(
        outline.contains("ServerMessage::Answer(RoomsAnswerPayload)"),
        "{outline}"
    );
    assert!(
        outline.contains("ClientMessage::Ask(RoomsAskPayload)"),
        "{outline}"
    );
    assert!(!outline.contains("ServerMessage::Ask"), "{outline}");
    assert!(outline.contains("ChannelAddressId"), "{outline}");
}

#[test]
fn without_operations_every_message_goes_both_ways() {
    let (lines, _) = lower(THREE);
    let outline = lines.join("\n");
    assert!(outline.contains("ServerMessage::Ask"), "{outline}");
    assert!(outline.contains("ClientMessage::Answer"), "{outline}");
    assert!(!outline.contains("Silence"), "{outline}");
}

#[test]
fn messages_of_one_payload_are_one_variant_named_after_it() {
    let text = "asyncapi: 2.6.0\ninfo: {title: T, version: 1}\nchannels:\n  c:\n    subscribe:\n      message:\n        oneOf:\n          - {name: first, payload: {$ref: '#/components/schemas/P'}}\n          - {name: second, payload: {$ref: '#/components/schemas/P'}}\ncomponents:\n  schemas:\n    P: {type: object, properties: {x: {type: string}}}\n";
    let (lines, problems) = lower(text);
    assert_eq!(problems, [""; 0]);
    assert!(
        lines
            .iter()
            .any(|line| line.ends_with("ServerMessage::P(P)")),
        "{lines:#?}"
    );
    assert!(
        !lines
            .iter()
            .any(|line| line.contains("ServerMessage::First")),
        "{lines:#?}"
    );
}

#[test]
fn no_module_is_called_like_the_documents() {
    let text = "asyncapi: 3.0.0\ninfo: {title: T, version: 1}\nchannels:\n  api: {address: api, messages: {m: {payload: {type: string}}}}\n";
    let (lines, problems) = lower(text);
    assert_eq!(problems, [""; 0]);
    assert!(
        lines
            .iter()
            .any(|line| line.contains("api_channel::ServerMessage")),
        "{lines:#?}"
    );
}
