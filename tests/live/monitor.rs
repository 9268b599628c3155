//! The lines of the monitor.

#[path = "../../generated/examples/monitor/lines.rs"]
mod lines;

use std::time::Duration;

use contact_center_events::agent_engagement::ServerMessage;
use contact_center_events::client::Event;
use serde_json::Value;

use super::service::options::Fault;
use super::{client, client_with, event, faulty, quick, simulator};
use lines::{Form, Lines};

#[tokio::test]
async fn each_event_is_a_json_object_on_one_line() {
    let lines = Lines::new(Form::Json, "demo-token");
    for (fault, kind, name) in [
        (Fault::UnknownEvent, "unknown", "AgentTeleported"),
        (Fault::MalformedEvent, "malformed", "AgentState"),
        (Fault::CloseMidStream, "session", "interrupted"),
        (Fault::CloseMidStream, "session", "reconnected"),
        (Fault::BinaryFrames, "known", "MatchOffered"),
    ] {
        let mut client = client(simulator(faulty(fault)).await);
        let found = async {
            loop {
                let line = lines.event(&event(&mut client).await);
                assert!(!line.contains('\n'));
                let object: Value = serde_json::from_str(&line).expect("JSON");
                if object["kind"] == kind && object["name"] == name {
                    break;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(10), found)
            .await
            .expect("the event");
    }
}

#[tokio::test]
async fn a_refusal_is_a_line_with_its_reason() {
    let mut client = client_with(simulator(quick()).await, "wrong");
    let ended = client.next().await.expect("an end").expect_err("a refusal");
    let line = Lines::new(Form::Readable, "wrong").ended(&ended);
    assert_eq!(
        line,
        r#"session   ended reason="the server refused the session: CONNECTION_FAILED_INVALID_TOKEN""#
    );
}

#[test]
fn the_token_is_in_no_line() {
    let token = "se\"cret\u{e9}";
    let echo = serde_json::json!({ "event": "echo", "said": format!("your token is {token}") });
    let message = ServerMessage::from_value(echo).expect("a message");
    let event = Event::Message(message);
    for form in [Form::Json, Form::Readable] {
        let line = Lines::new(form, token).event(&event);
        assert!(line.contains("your token is [redacted]"), "{line}");
    }
}
