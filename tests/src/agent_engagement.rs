//! Frames of the first document, made from the examples that stand in it.
//!
//! In: `spec/agent-engagement.yaml`, read by a reader that is not the generator's. Out: frames as text, so that the
//! order of keys is what a test says it is.

use serde_json::Value;

/// The 13 events, as the union of notification bodies lists them.
pub const EVENTS: [&str; 13] = [
    "AgentState",
    "AgentParticipant",
    "AutomationParticipant",
    "ExternalParticipant",
    "EngagementPrerouted",
    "InboundEngagementCreated",
    "MatchOffered",
    "OutboundEngagementCreated",
    "SingleStepTransfer",
    "SingleStepTransferError",
    "ChannelReady",
    "AfterContactWorkActivated",
    "AfterContactWorkCompleted",
];

/// The body of an event, without its tag.
pub struct Body {
    event: &'static str,
    entries: String,
}

impl Body {
    /// The body as text, opening with the tag.
    pub fn tag_first(&self) -> String {
        format!(r#"{{"event":"{}",{}}}"#, self.event, self.entries)
    }

    /// The body as text, closing with the tag.
    pub fn tag_last(&self) -> String {
        format!(r#"{{{},"event":"{}"}}"#, self.entries, self.event)
    }
}

/// The body that the document gives as the example of an event.
///
/// # Panics
///
/// When the document has no such example.
pub fn body(event: &'static str) -> Body {
    let example = &document()["components"]["schemas"][event]["example"];
    let text = example
        .as_object()
        .expect("each event has an example object");
    let entries: Vec<String> = text
        .iter()
        .map(|(key, value)| format!("{}:{value}", Value::from(key.as_str())))
        .collect();
    Body {
        event,
        entries: entries.join(","),
    }
}

/// A notification around a body.
pub fn envelope(body: &str) -> String {
    format!(
        r#"{{"correlationId":"a425851d","subscriptionId":"fdbec917","family":"AGENT_ENGAGEMENT","sentAt":"2020-08-24T08:20:23.395Z","accountId":"DYNNUG","body":{body}}}"#
    )
}

fn document() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/agent-engagement.yaml");
    let text = std::fs::read_to_string(path).expect("the first document is in spec/");
    serde_yaml::from_str(&text).expect("the first document is YAML")
}
