//! Heartbeats while the application works, and what becomes of a server whose client is slow.

use std::time::Duration;

use contact_center_events::agent_engagement::{Authentication, SessionProtocol};
use contact_center_events::client::{Client, Event};
use contact_center_events::support::memory;
use contact_center_events::websocket::Clock;
use contact_center_events::{Frame, Transport};
use tokio::time::{Instant, sleep, timeout};

use super::service::options::Options;
use super::{client, event, impatient, number, quick, simulator};

const CONFIRMED: &str =
    r#"{"event":"authenticationResponse","status":"CONNECTION_CONFIRMED","pingInterval":20}"#;

/// The simulator closes a connection that has sent no ping for a second.
#[tokio::test]
async fn pings_go_on_while_the_application_works() {
    let options = Options {
        ping_interval: 2,
        pace: Some(Duration::from_millis(50)),
        ..quick()
    };
    let mut client = client(simulator(options).await);
    event(&mut client).await;
    client.during(sleep(Duration::from_millis(4500))).await;
    for expected in 0..20 {
        assert_eq!(
            number(&event(&mut client).await),
            Some(expected),
            "the session is the same"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn work_without_pings_is_not_held_against_the_server() {
    let (mut server, end) = memory::pair(4);
    let mut end = Some(end);
    let connect = move || {
        let end = end.take().ok_or(memory::Closed);
        async move { end }
    };
    let opening = Authentication::new("s", "t");
    let mut client =
        Client::new(SessionProtocol, connect, Clock, opening).with_options(impatient());
    server
        .send(Frame::Text(CONFIRMED.to_owned()))
        .await
        .expect("an open end");
    assert!(matches!(event(&mut client).await, Event::Connected(_)));
    let started = Instant::now();
    // A ping is due after 20 s and sent late; its pong is there in time all the same.
    sleep(Duration::from_secs(60)).await;
    assert!(
        timeout(Duration::from_millis(100), client.next())
            .await
            .is_err()
    );
    server
        .send(Frame::Text(r#"{"event":"pong"}"#.to_owned()))
        .await
        .expect("an open end");
    assert!(
        timeout(Duration::from_secs(10), client.next())
            .await
            .is_err()
    );
    assert!(client.is_live());
    let sent = [server.receive().await, server.receive().await];
    let texts = sent.map(|frame| match frame {
        Ok(Some(Frame::Text(text))) => text,
        other => panic!("{other:?}"),
    });
    assert_eq!(
        texts[0],
        r#"{"event":"authentication","subscriptionId":"s","token":"t"}"#
    );
    assert_eq!(texts[1], r#"{"event":"ping"}"#);
    assert!(started.elapsed() >= Duration::from_secs(60));
}

/// The transport holds four frames; the client takes one more only when it is asked for an event.
#[tokio::test]
async fn a_slow_application_slows_down_the_server() {
    let (mut server, end) = memory::pair(4);
    let mut end = Some(end);
    let connect = move || {
        let end = end.take().ok_or(memory::Closed);
        async move { end }
    };
    let mut client = Client::new(
        SessionProtocol,
        connect,
        Clock,
        Authentication::new("s", "t"),
    );
    server
        .send(Frame::Text(CONFIRMED.to_owned()))
        .await
        .expect("an open end");
    event(&mut client).await;
    let notification = r#"{"correlationId":"notification-1"}"#;
    let mut accepted = 0;
    while let Ok(sent) = timeout(
        Duration::from_millis(20),
        server.send(Frame::Text(notification.to_owned())),
    )
    .await
    {
        sent.expect("an open end");
        accepted += 1;
    }
    assert_eq!(accepted, 4);
    event(&mut client).await;
    timeout(
        Duration::from_secs(1),
        server.send(Frame::Text(notification.to_owned())),
    )
    .await
    .expect("room")
    .expect("open");
}
