//! What a client may hear, as frames and as messages.

use contact_center_events::Frame;
use contact_center_events::agent_engagement::ServerMessage;
use contact_center_events::session::Malformed;

/// What a client may hear.
#[derive(Clone, Debug)]
pub(crate) enum Heard {
    Confirmed { interval: i64, expires: i64 },
    Status(&'static str),
    NoStatus,
    Pong,
    Event,
    Unknown,
    Malformed,
}

impl Heard {
    pub(crate) fn frame(&self) -> String {
        match self {
            Self::Confirmed { interval, expires } => format!(
                r#"{{"event":"authenticationResponse","status":"CONNECTION_CONFIRMED","pingInterval":{interval},"expiresInterval":{expires}}}"#
            ),
            Self::Status(status) => {
                format!(r#"{{"event":"authenticationResponse","status":"{status}"}}"#)
            }
            Self::NoStatus => r#"{"event":"authenticationResponse"}"#.to_owned(),
            Self::Pong => r#"{"event":"pong"}"#.to_owned(),
            Self::Event => {
                r#"{"correlationId":"c","body":{"event":"AgentState","agentId":"a"}}"#.to_owned()
            }
            Self::Unknown => r#"{"event":"weather"}"#.to_owned(),
            Self::Malformed => r#"{"event":7}"#.to_owned(),
        }
    }

    pub(crate) fn message(&self) -> Result<ServerMessage, Malformed> {
        let frame = self.frame();
        ServerMessage::from_json(&frame).map_err(|error| Malformed {
            frame: Frame::Text(frame),
            error,
        })
    }
}
