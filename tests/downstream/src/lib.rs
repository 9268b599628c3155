//! A wallboard, as a user of the generated crate would write it.
//!
//! It must compile against the public API alone, and go on compiling when the vendor adds events, values and fields.

use std::collections::BTreeMap;
use std::error::Error;

use contact_center_events::agent_engagement::{
    AgentId, AgentState, AgentStateState, Authentication, ClientMessage, Notification,
    NotificationBody, Ping, ServerMessage,
};
use contact_center_events::{Connection, DecodeError, Transport};

/// What every agent is doing, and what was seen that nobody knows.
#[derive(Debug, Default)]
pub struct Wallboard {
    agents: BTreeMap<AgentId, AgentStateState>,
    unknown: Vec<String>,
}

impl Wallboard {
    /// Takes in one frame.
    ///
    /// # Errors
    ///
    /// When the frame is a known message, but malformed.
    pub fn read(&mut self, frame: &str) -> Result<(), DecodeError> {
        match ServerMessage::from_json(frame)? {
            ServerMessage::Notification(Notification {
                body: Some(body), ..
            }) => self.apply(body),
            ServerMessage::Unknown(unknown) => self.unknown.extend(unknown.tag),
            _ => {}
        }
        Ok(())
    }

    /// What an agent is doing.
    pub fn state(&self, agent: &str) -> Option<&AgentStateState> {
        self.agents.get(&AgentId::from(agent))
    }

    /// The names of events that this crate does not know yet.
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }

    fn apply(&mut self, body: NotificationBody) {
        match body {
            NotificationBody::AgentState(AgentState {
                agent_id: Some(agent),
                state: Some(state),
                ..
            }) => {
                self.agents.insert(agent, state);
            }
            NotificationBody::Unknown(unknown) => self.unknown.extend(unknown.tag),
            _ => {}
        }
    }
}

/// Authenticates, asks for a sign of life, and returns the first message.
///
/// # Errors
///
/// When the transport fails, or the message is malformed.
pub async fn first_message<T: Transport>(
    transport: T,
) -> Result<Option<ServerMessage>, Box<dyn Error + Send + Sync>> {
    let mut connection: Connection<T, ServerMessage, ClientMessage> = Connection::new(transport);
    let authentication = Authentication::new("fdbec917", "token");
    connection.send(&authentication.into()).await?;
    connection.send(&Ping::default().into()).await?;
    Ok(connection.receive().await.transpose()?)
}

/// The README's example compiles and runs.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

#[cfg(test)]
mod tests {
    use super::Wallboard;
    use contact_center_events::agent_engagement::{
        AgentState, AgentStateState, Notification, NotificationBody, ServerMessage,
    };

    #[test]
    fn an_event_built_from_defaults_reaches_the_board() {
        let mut state = AgentState::default();
        state.agent_id = Some("a-1".into());
        state.state = Some(AgentStateState::NotReady);
        let mut notification = Notification::default();
        notification.body = Some(NotificationBody::from(state));
        let frame = ServerMessage::from(notification)
            .to_json()
            .expect("a message is JSON");

        let mut board = Wallboard::default();
        board.read(&frame).expect("a known message");
        assert_eq!(
            board.state("a-1").map(AgentStateState::as_str),
            Some("NOT_READY")
        );
    }

    #[test]
    fn an_event_of_tomorrow_ends_nothing() {
        let mut board = Wallboard::default();
        board
            .read(r#"{"correlationId":"c","body":{"event":"AgentTeleported"}}"#)
            .expect("no error");
        assert_eq!(board.unknown(), ["AgentTeleported"]);
    }
}
