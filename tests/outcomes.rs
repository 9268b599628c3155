//! One frame, one outcome: whichever way a frame comes in, and wherever in it the keys stand that decide.
//! In: frames with the key that settles the message before, between and behind keys of another; out: nothing.

use std::collections::BTreeMap;

use contact_center_events::DecodeError;
use contact_center_events::agent_engagement::ServerMessage;
use serde_json::{Value, json};

/// What each way in makes of a frame; `None` where it refuses.
fn outcomes(frame: &str) -> Vec<(&'static str, Option<ServerMessage>)> {
    let value: Value = serde_json::from_str(frame).expect("a frame is JSON");
    let listed = serde_json::from_str::<Vec<ServerMessage>>(&format!("[{frame}]"));
    let mapped =
        serde_json::from_str::<BTreeMap<String, ServerMessage>>(&format!(r#"{{"":{frame}}}"#));
    vec![
        ("from_json", ServerMessage::from_json(frame).ok()),
        (
            "from_slice",
            contact_center_events::from_slice(frame.as_bytes()).ok(),
        ),
        (
            "from_value",
            contact_center_events::from_value(value.clone()).ok(),
        ),
        ("serde, text", serde_json::from_str(frame).ok()),
        (
            "serde, reader",
            serde_json::from_reader(frame.as_bytes()).ok(),
        ),
        ("serde, value", serde_json::from_value(value).ok()),
        (
            "serde, optional",
            serde_json::from_str(frame).ok().flatten(),
        ),
        (
            "serde, in a list",
            listed.ok().and_then(|mut list| list.pop()),
        ),
        (
            "serde, in a map",
            mapped.ok().and_then(|mut map| map.remove("")),
        ),
        ("YAML", serde_yaml::from_str(frame).ok()),
    ]
}

/// The JSON that every way in leads to.
fn written(frame: &str) -> Option<Value> {
    let write = |message: &ServerMessage| serde_json::to_value(message).expect("a message is JSON");
    let outcomes = outcomes(frame);
    let first = outcomes[0].1.as_ref().map(write);
    for (way, outcome) in &outcomes {
        assert_eq!(outcome.as_ref().map(write), first, "{way}: {frame}");
    }
    first
}

/// An object of these entries, in this order.
fn object(entries: &[&str]) -> String {
    format!("{{{}}}", entries.join(","))
}

#[test]
fn an_unknown_message_is_kept_whole_however_late_its_tag_comes() {
    let tag = r#""event":"maintenance""#;
    let others = [
        r#""body":{"event":"AgentState","agentId":null,"planned":true}"#,
        r#""body":{"event":"MatchOffered","offeredQueue":{"rank":"7"}}"#,
        r#""body":{"reason":"upgrade"}"#,
        r#""body":5"#,
        r#""correlationId":{"is":"no string"},"loginId":null"#,
        r#""sentAt":true,"body":[1,[2]]"#,
    ];
    for other in others {
        for frame in [object(&[other, tag]), object(&[tag, other])] {
            assert_eq!(
                written(&frame),
                serde_json::from_str(&frame).ok(),
                "{frame}"
            );
        }
    }
}

#[test]
fn a_control_message_does_not_care_for_keys_of_another_message() {
    for other in [
        r#""body":{"reason":"x"}"#,
        r#""body":5,"sentAt":true"#,
        r#""loginId":[]"#,
    ] {
        for frame in [
            object(&[other, r#""event":"pong""#]),
            object(&[r#""event":"pong""#, other]),
        ] {
            assert_eq!(written(&frame), Some(json!({ "event": "pong" })), "{frame}");
        }
    }
}

#[test]
fn a_notification_whose_tag_is_no_string_is_malformed_wherever_it_stands() {
    let body = r#""body":{"event":"AgentState"}"#;
    for tag in [r#""event":null"#, r#""event":5"#, r#""event":{}"#] {
        assert_eq!(written(&object(&[body, tag])), None);
        assert_eq!(written(&object(&[tag, body])), None);
    }
}

#[test]
fn keys_that_nobody_declares_are_read_past_however_deep() {
    let deep = format!(r#""new":{}{}"#, "[".repeat(1000), "]".repeat(1000));
    let body = r#""body":{"event":"AgentState"}"#;
    let frame = object(&[r#""correlationId":"c""#, &deep, body]);
    let message = ServerMessage::from_json(&frame).expect("a notification");
    assert_eq!(
        serde_json::to_value(message).ok(),
        serde_json::from_str(&object(&[r#""correlationId":"c""#, body])).ok(),
    );
}

#[test]
fn what_is_held_back_and_cannot_be_read_is_named() {
    let deep = format!(r#"{{"event":"maintenance","new":{}"#, "[".repeat(200));
    let frame = format!("{deep}{}}}", "]".repeat(200));
    let error = ServerMessage::from_json(&frame).expect_err("nested too deeply");
    assert_eq!(error.path(), "$.new", "{error}");
}

#[test]
fn lines_and_columns_count_from_one() {
    for frame in ["[]", "5", "", "\n", "\n[]"] {
        let error = ServerMessage::from_json(frame).expect_err("no message");
        let counts = |place: fn(&DecodeError) -> Option<usize>| place(&error) != Some(0);
        assert!(
            counts(DecodeError::line) && counts(DecodeError::column),
            "{error}"
        );
    }
}

#[test]
fn a_message_that_is_not_known_keeps_its_secrets_out_of_logs() {
    let frame = r#"{"event":"authentication","token":"s3cr3t","more":[{"client_secret":{"is":"s3cr3t"},"X-API-Key":7357}],"a":1}"#;
    let message = ServerMessage::from_json(frame).expect("an unknown message");
    for shown in [format!("{message:?}"), format!("{message:#?}")] {
        assert!(
            !shown.contains("s3cr3t") && !shown.contains("7357"),
            "{shown}"
        );
        assert!(
            shown.contains("[redacted]") && shown.contains("Number(1)"),
            "{shown}"
        );
    }
    assert_eq!(written(frame), serde_json::from_str(frame).ok());
}
