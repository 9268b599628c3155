//! The client and the simulator over loopback WebSockets, plain and with TLS: what is promised when all goes well, and
//! what comes of each fault.

#[path = "live/faults.rs"]
mod faults;
#[path = "live/monitor.rs"]
mod monitor;
#[path = "live/patience.rs"]
mod patience;
#[path = "live/processes.rs"]
mod processes;
#[path = "../generated/examples/simulator/service.rs"]
mod service;
#[path = "live/subscriptions.rs"]
mod subscriptions;
#[path = "live/tls.rs"]
mod tls;
#[path = "live/transports.rs"]
mod transports;

use std::net::SocketAddr;
use std::time::Duration;

use contact_center_events::agent_engagement::{
    Authentication, Notification, ServerMessage, SessionProtocol,
};
use contact_center_events::client::{Backoff, Client, Connect, Event, Options, Timer};
use contact_center_events::session::Limits;
use contact_center_events::websocket::{self, Clock, Endpoint};
use tokio::net::TcpListener;
use tokio::time::timeout;

use service::Service;
use service::options::Fault;

type WebSocketClient = Client<SessionProtocol, Endpoint, Clock>;

/// A simulator on a port of its own, until the test's runtime ends.
async fn simulator(options: service::options::Options) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let service = Service::new(options, format!("ws://{address}"));
    tokio::spawn(service.serve(listener, None));
    address
}

/// One that does something wrong, and is quick about it.
fn faulty(fault: Fault) -> service::options::Options {
    service::options::Options {
        fault: Some(fault),
        ..quick()
    }
}

fn quick() -> service::options::Options {
    service::options::Options {
        pace: Some(Duration::from_millis(2)),
        ..service::options::Options::default()
    }
}

/// A client that does not wait for long.
fn client(address: SocketAddr) -> WebSocketClient {
    client_with(address, "demo-token")
}

fn client_with(address: SocketAddr, token: &str) -> WebSocketClient {
    let opening = Authentication::new("demo", token);
    let client = websocket::client(SessionProtocol, &format!("ws://{address}/ws"), opening);
    client.expect("a URL").with_options(impatient())
}

fn impatient() -> Options {
    let mut limits = Limits::default();
    limits.answer_within = Duration::from_millis(400);
    limits.reply_within = Duration::from_millis(400);
    let mut backoff = Backoff::default();
    backoff.first = Duration::from_millis(4);
    backoff.longest = Duration::from_millis(40);
    backoff.attempts = 3;
    let mut options = Options::default();
    (options.limits, options.backoff) = (limits, backoff);
    options
}

/// The next event, which has to come soon.
async fn event<C: Connect, T: Timer>(
    client: &mut Client<SessionProtocol, C, T>,
) -> Event<SessionProtocol> {
    let event = timeout(Duration::from_secs(10), client.next())
        .await
        .expect("an event in time");
    event.expect("a client that goes on").expect("no end")
}

/// The number of an event, from its correlation id.
fn number(event: &Event<SessionProtocol>) -> Option<u64> {
    match event {
        Event::Message(ServerMessage::Notification(Notification {
            correlation_id: Some(id),
            ..
        })) => id.strip_prefix("notification-")?.parse().ok(),
        _ => None,
    }
}

#[tokio::test]
async fn events_come_in_order_and_all_thirteen_are_known() {
    let mut client = client(simulator(quick()).await);
    assert!(matches!(event(&mut client).await, Event::Connected(_)));
    let mut names = std::collections::BTreeSet::new();
    for expected in 0..26 {
        let event = event(&mut client).await;
        assert_eq!(number(&event), Some(expected));
        let Event::Message(ServerMessage::Notification(notification)) = event else {
            unreachable!()
        };
        let body = notification.body.expect("a body");
        assert!(body.is_known());
        names.insert(body.tag().expect("a tag").to_owned());
    }
    assert_eq!(names.len(), 13);
}

#[tokio::test]
async fn nothing_is_lost_when_asking_is_given_up_again_and_again() {
    let mut client = client(simulator(faulty(Fault::SlowFrames)).await);
    let mut expected = 0;
    while expected < 5 {
        let Ok(event) = timeout(Duration::from_millis(3), client.next()).await else {
            continue;
        };
        if let Some(number) = number(&event.expect("an event").expect("no end")) {
            assert_eq!(number, expected);
            expected += 1;
        }
    }
}

#[tokio::test]
async fn a_closed_client_stays_closed_until_it_is_renewed() {
    let mut client = client(simulator(quick()).await);
    event(&mut client).await;
    assert!(client.is_live());
    client.close();
    assert!(client.next().await.is_none());
    client.renew(Authentication::new("demo", "demo-token"));
    assert!(matches!(
        event(&mut client).await,
        Event::Reconnected { .. }
    ));
}
