//! What stands on the wire against what the types make of it, over the document's own examples and hostile frames.
//!
//! In: frames as text. Out: the right variant, the same JSON value again, or an error that says where.

use contact_center_events::agent_engagement::{
    AgentStateState, Authentication, AuthenticationResponseStatus, ClientMessage, NotificationBody,
    ServerMessage,
};
use serde_json::{Value, json};
use tests::agent_engagement::{EVENTS, body, envelope};

fn decode(frame: &str) -> ServerMessage {
    ServerMessage::from_json(frame).unwrap_or_else(|error| panic!("{error}\n{frame}"))
}

fn assert_same_again(frame: &str) {
    let again = serde_json::to_value(decode(frame)).expect("a message is JSON");
    let before: Value = serde_json::from_str(frame).expect("a frame is JSON");
    assert_eq!(again, before);
}

fn notification_body(frame: &str) -> NotificationBody {
    match decode(frame) {
        ServerMessage::Notification(notification) => {
            notification.body.expect("the frame has a body")
        }
        other => panic!("not a notification: {other:?}"),
    }
}

#[test]
fn every_event_is_read_from_its_example_wherever_the_tag_stands() {
    for event in EVENTS {
        for frame in [
            envelope(&body(event).tag_first()),
            envelope(&body(event).tag_last()),
        ] {
            assert_eq!(notification_body(&frame).tag(), Some(event));
            assert_same_again(&frame);
        }
    }
}

#[test]
fn every_event_is_read_by_serde_too() {
    for event in EVENTS {
        let frame = envelope(&body(event).tag_last());
        let read: ServerMessage = serde_json::from_str(&frame).expect("a known event");
        assert_eq!(read, decode(&frame));
        let tree: Value = serde_json::from_str(&frame).expect("a frame is JSON");
        assert_eq!(
            serde_json::from_value::<ServerMessage>(tree).expect("a known event"),
            read
        );
    }
}

#[test]
fn control_messages_are_told_by_their_constant() {
    assert!(matches!(
        decode(r#"{"event":"pong"}"#),
        ServerMessage::Pong(_)
    ));
    let frame = r#"{"status":"CONNECTION_CONFIRMED","subscriptionId":"s","pingInterval":300,"event":"authenticationResponse"}"#;
    let ServerMessage::AuthenticationResponse(response) = decode(frame) else {
        panic!("an authentication response")
    };
    assert_eq!(
        response.status,
        Some(AuthenticationResponseStatus::ConnectionConfirmed)
    );
    assert_eq!(response.ping_interval, Some(300));
    assert_same_again(frame);
}

#[test]
fn a_new_status_is_kept() {
    let frame = r#"{"event":"authenticationResponse","status":"CONNECTION_FAILED_TOO_MANY"}"#;
    let ServerMessage::AuthenticationResponse(response) = decode(frame) else {
        panic!("an authentication response")
    };
    let status = response.status.expect("a status");
    assert_eq!(
        status,
        AuthenticationResponseStatus::Unknown("CONNECTION_FAILED_TOO_MANY".into())
    );
    assert_eq!(status.as_str(), "CONNECTION_FAILED_TOO_MANY");
    assert_same_again(frame);
}

#[test]
fn a_timestamp_is_read_as_it_comes() {
    for timestamp in [
        "1598257223395",
        "\"1598257223395\"",
        "9223372036854776000",
        "\"9223372036854776000\"",
        "18446744073709551616",
    ] {
        let frame = envelope(&format!(
            r#"{{"event":"ChannelReady","agentId":"a","timestamp":{timestamp}}}"#
        ));
        let NotificationBody::ChannelReady(ready) = notification_body(&frame) else {
            panic!("a channel ready")
        };
        assert!(ready.timestamp.is_some());
        assert_same_again(&frame);
    }
}

#[test]
fn an_unknown_event_keeps_its_name_and_content() {
    let frame =
        envelope(r#"{"event":"AgentTeleported","to":{"planet":"Mars"},"at":9223372036854776000}"#);
    let NotificationBody::Unknown(unknown) = notification_body(&frame) else {
        panic!("an unknown event")
    };
    assert_eq!(unknown.tag.as_deref(), Some("AgentTeleported"));
    assert_eq!(unknown.raw["to"]["planet"], "Mars");
    assert_same_again(&frame);
}

#[test]
fn an_unknown_control_message_is_unknown_not_a_notification() {
    let frame = r#"{"event":"goodbye","reason":"maintenance"}"#;
    let ServerMessage::Unknown(unknown) = decode(frame) else {
        panic!("an unknown message")
    };
    assert_eq!(unknown.tag.as_deref(), Some("goodbye"));
    assert_same_again(frame);
}

#[test]
fn a_new_enum_value_does_not_lose_the_event() {
    let frame = envelope(r#"{"event":"AgentState","state":"ON_A_BREAK","agentId":"a"}"#);
    let NotificationBody::AgentState(state) = notification_body(&frame) else {
        panic!("an agent state")
    };
    assert_eq!(
        state.state,
        Some(AgentStateState::Unknown("ON_A_BREAK".into()))
    );
    assert_same_again(&frame);
}

#[test]
fn free_form_parameters_are_kept() {
    let frame = envelope(
        r#"{"event":"EngagementPrerouted","engagementParameters":{"language":"en","vip":true,"nested":{"a":[1,2]}},
           "customerIdentifiers":{"phoneNumbers":["+1"],"loyaltyCard":["7"]}}"#,
    );
    assert_same_again(&frame);
}

#[test]
fn numbers_where_strings_are_promised_are_kept_as_they_came() {
    assert_same_again(&envelope(
        r#"{"event":"AgentState","reasonCode":514,"profileId":7,"agentId":12345678901234567890}"#,
    ));
    assert_same_again(&envelope(
        r#"{"event":"AgentParticipant","extension":8010017,"dialogId":"01005000281645486013"}"#,
    ));
}

#[test]
fn strings_where_numbers_are_promised_are_read_when_nothing_is_lost() {
    let frame = r#"{"event":"authenticationResponse","pingInterval":"300"}"#;
    let ServerMessage::AuthenticationResponse(response) = decode(frame) else {
        panic!("an authentication response")
    };
    assert_eq!(response.ping_interval, Some(300));
    for lossy in ["\"0300\"", "\" 300\"", "\"many\"", "3.5", "true"] {
        let frame = format!(r#"{{"event":"authenticationResponse","pingInterval":{lossy}}}"#);
        let error = ServerMessage::from_json(&frame).expect_err(lossy);
        assert_eq!(error.path(), "$.pingInterval");
    }
}

#[test]
fn new_fields_are_read_past() {
    let frame = envelope(r#"{"event":"AgentState","state":"READY","mood":{"value":"sunny"}}"#);
    assert!(matches!(
        notification_body(&frame),
        NotificationBody::AgentState(_)
    ));
    assert!(matches!(
        decode(r#"{"event":"pong","load":3}"#),
        ServerMessage::Pong(_)
    ));
    assert!(matches!(
        decode(r#"{"load":3,"event":"pong"}"#),
        ServerMessage::Pong(_)
    ));
}

#[test]
fn a_tag_decides_however_late_it_comes() {
    let frame = r#"{"correlationId":"c","subscriptionId":"s","status":"CONNECTION_CONFIRMED","event":"authenticationResponse"}"#;
    let ServerMessage::AuthenticationResponse(response) = decode(frame) else {
        panic!("an authentication response")
    };
    assert_eq!(response.subscription_id.as_deref(), Some("s"));
    let read: ServerMessage = serde_json::from_str(frame).expect("an authentication response");
    assert!(matches!(read, ServerMessage::AuthenticationResponse(_)));
}

#[test]
fn malformed_messages_are_errors_that_say_where() {
    let cases = [
        (envelope(r#"{"agentId":"a"}"#), "$.body"),
        (envelope(r#"{"event":null,"agentId":"a"}"#), "$.body.event"),
        (envelope(r#"{"event":7}"#), "$.body.event"),
        (
            envelope(r#"{"event":"AgentState","event":"AgentState"}"#),
            "$.body",
        ),
        (
            envelope(r#"{"event":"AgentState","agentId":{"id":1}}"#),
            "$.body.agentId",
        ),
        (
            envelope(r#"{"event":"EngagementPrerouted","attributeList":["a",{}]}"#),
            "$.body.attributeList[1]",
        ),
        (envelope("[]"), "$.body"),
    ];
    for (frame, path) in cases {
        let error = ServerMessage::from_json(&frame).expect_err(&frame);
        assert_eq!(error.message(), Some("Notification"), "{error}");
        assert!(
            error.path().starts_with(path),
            "{} for {frame}",
            error.path()
        );
    }
}

#[test]
fn frames_without_evidence_are_malformed() {
    for frame in [
        "{}",
        r#"{"foo":1}"#,
        r#"{"event":null}"#,
        r#"{"event":5}"#,
        r#"{"event":"pong","event":"pong"}"#,
        "[]",
        "7",
        "\"pong\"",
    ] {
        ServerMessage::from_json(frame).expect_err(frame);
    }
    for (frame, kind) in [
        ("[]", "array"),
        ("null", "null"),
        ("7", "number"),
        ("\"pong\"", "string"),
    ] {
        let error = ServerMessage::from_json(frame).expect_err(frame);
        let words = format!("invalid type: {kind}, expected an object");
        assert!(error.to_string().contains(&words), "{error}");
    }
    for frame in ["", "{", "nonsense", r#"{"event":"pong"} x"#] {
        ServerMessage::from_json(frame).expect_err(frame);
    }
}

#[test]
fn what_a_client_sends_carries_its_constants() {
    let message = ClientMessage::from(Authentication::new("subscription", "s3cret"));
    let sent = serde_json::to_value(&message).expect("a message is JSON");
    assert_eq!(
        sent,
        json!({"event": "authentication", "subscriptionId": "subscription", "token": "s3cret"})
    );
    assert!(!format!("{message:?}").contains("s3cret"));
    let read = ClientMessage::from_json(&sent.to_string()).expect("what was sent");
    assert_eq!(read, message);
    ClientMessage::from_json(r#"{"event":"authentication","token":"t"}"#)
        .expect_err("subscriptionId is required");
}
