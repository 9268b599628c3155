//! The transport trait over something that is no socket: two channels. That this is all there is to it shows that the
//! trait asks for no more than it needs, and that a whole session works over it shows that it asks for enough.

use std::time::Duration;

use contact_center_events::agent_engagement::{
    Authentication, AuthenticationResponse, ClientMessage, Notification, Pong, ServerMessage,
    SessionProtocol,
};
use contact_center_events::client::{Client, Event};
use contact_center_events::websocket::Clock;
use contact_center_events::{Connection, Frame, Transport};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::{event, impatient, number};

struct Channels {
    outgoing: Sender<Frame>,
    incoming: Receiver<Frame>,
}

#[derive(Debug)]
struct Gone;

impl std::fmt::Display for Gone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("nobody listens")
    }
}

impl std::error::Error for Gone {}

impl Transport for Channels {
    type Error = Gone;

    async fn send(&mut self, frame: Frame) -> Result<(), Gone> {
        self.outgoing.send(frame).await.map_err(|_| Gone)
    }

    async fn receive(&mut self) -> Result<Option<Frame>, Gone> {
        Ok(self.incoming.recv().await)
    }
}

fn pair() -> (Channels, Channels) {
    let ((there, here), (back, front)) = (channel(4), channel(4));
    (
        Channels {
            outgoing: there,
            incoming: front,
        },
        Channels {
            outgoing: back,
            incoming: here,
        },
    )
}

/// A server by the generated types: three events, a pong for each ping, and then it hangs up.
async fn serve(channels: Channels, pings: usize) {
    let mut connection: Connection<_, ClientMessage, ServerMessage> = Connection::new(channels);
    let Some(Ok(ClientMessage::Authentication(authentication))) = connection.receive().await else {
        panic!("no authentication");
    };
    let mut answer = AuthenticationResponse::default();
    answer.status = Some("CONNECTION_CONFIRMED".into());
    answer.subscription_id = Some(authentication.subscription_id);
    answer.ping_interval = Some(20);
    connection.send(&answer.into()).await.expect("a client");
    for number in 0..3 {
        let mut notification = Notification::default();
        notification.correlation_id = Some(format!("notification-{number}").into());
        connection
            .send(&notification.into())
            .await
            .expect("a client");
    }
    for _ in 0..pings {
        assert!(matches!(
            connection.receive().await,
            Some(Ok(ClientMessage::Ping(_)))
        ));
        connection
            .send(&Pong::default().into())
            .await
            .expect("a client");
    }
}

#[tokio::test(start_paused = true)]
async fn a_session_over_channels() {
    let connect = || async {
        let (client, server) = pair();
        tokio::spawn(serve(server, 3));
        Ok::<_, Gone>(client)
    };
    let opening = Authentication::new("subscription", "token");
    let mut client =
        Client::new(SessionProtocol, connect, Clock, opening).with_options(impatient());
    assert!(matches!(event(&mut client).await, Event::Connected(_)));
    for expected in 0..3 {
        assert_eq!(number(&event(&mut client).await), Some(expected));
    }
    let started = tokio::time::Instant::now();
    let interrupted = client.next().await;
    assert!(
        matches!(interrupted, Some(Ok(Event::Interrupted { .. }))),
        "{interrupted:?}"
    );
    let lived = started.elapsed();
    assert!(
        lived >= Duration::from_secs(60) && lived < Duration::from_secs(61),
        "three pings: {lived:?}"
    );
    assert!(matches!(
        event(&mut client).await,
        Event::Reconnected { .. }
    ));
}
