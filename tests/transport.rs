//! Typed messages over a transport: the in-memory pair, and a second one made of channels.
//!
//! The second shows that the trait asks for little enough, and that it asks for enough.

use std::future::Future;
use std::pin::pin;
use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::task::{Context, Poll, Waker};

use contact_center_events::agent_engagement::{
    AgentState, ClientMessage, Notification, NotificationBody, ServerMessage,
};
use contact_center_events::{Connection, Frame, ReceiveError, Transport, support};

/// Runs a future that never has to wait for anybody else.
fn at_once<F: Future>(future: F) -> F::Output {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("nothing here waits"),
    }
}

fn agent_state() -> ServerMessage {
    let body = NotificationBody::from(AgentState::default());
    let mut notification = Notification::default();
    notification.correlation_id = Some("c-1".into());
    notification.body = Some(body);
    notification.into()
}

/// Frames over a pair of the standard library's channels.
struct Channels {
    to: Sender<Frame>,
    from: Receiver<Frame>,
}

impl Transport for Channels {
    type Error = SendError<Frame>;

    async fn send(&mut self, frame: Frame) -> Result<(), Self::Error> {
        self.to.send(frame)
    }

    async fn receive(&mut self) -> Result<Option<Frame>, Self::Error> {
        Ok(self.from.try_recv().ok())
    }
}

fn channels() -> (Channels, Channels) {
    let ((to_server, from_client), (to_client, from_server)) = (channel(), channel());
    let client = Channels {
        to: to_server,
        from: from_server,
    };
    (
        client,
        Channels {
            to: to_client,
            from: from_client,
        },
    )
}

/// What holds over any pair of transports that are connected.
fn converse<C: Transport, S: Transport>(client: C, server: S) {
    let mut client: Connection<C, ServerMessage, ClientMessage> = Connection::new(client);
    let mut server: Connection<S, ClientMessage, ServerMessage> = Connection::new(server);
    at_once(client.send(&ClientMessage::Ping(Default::default()))).expect("an open transport");
    let asked = at_once(server.receive())
        .expect("a message")
        .expect("well formed");
    assert!(matches!(asked, ClientMessage::Ping(_)));

    at_once(server.send(&agent_state())).expect("an open transport");
    let told = at_once(client.receive())
        .expect("a message")
        .expect("well formed");
    assert_eq!(told, agent_state());

    let malformed = Frame::Text(r#"{"event":"pong","event":"pong"}"#.to_owned());
    at_once(server.transport_mut().send(malformed)).expect("an open transport");
    at_once(server.send(&agent_state())).expect("an open transport");
    let error = at_once(client.receive())
        .expect("a frame")
        .expect_err("malformed");
    assert!(matches!(error, ReceiveError::Malformed { .. }));
    at_once(client.receive())
        .expect("a message")
        .expect("the stream goes on");

    drop(server);
    assert!(at_once(client.receive()).is_none());
}

#[test]
fn the_pair_in_memory_carries_messages_both_ways() {
    let (client, server) = support::memory::pair(4);
    converse(client, server);
}

#[test]
fn a_transport_of_channels_does_too() {
    let (client, server) = channels();
    converse(client, server);
}
