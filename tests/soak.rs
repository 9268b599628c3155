//! A hundred thousand events through the client and the simulator over a loopback WebSocket: none is lost, and memory
//! does not grow with their number. Says how fast it was and how much memory it took; neither speed nor time is asserted.

#[path = "../generated/examples/simulator/service.rs"]
mod service;

use std::time::Instant;

use contact_center_events::agent_engagement::{Authentication, ServerMessage, SessionProtocol};
use contact_center_events::client::{Counts, Event};
use contact_center_events::session::Kind;
use contact_center_events::websocket;
use tokio::net::TcpListener;

use service::Service;
use service::options::{Fault, Options};

const EVENTS: u64 = 100_000;

/// Names a fault that the stream is to survive: `unknown-event`, `binary-frames`.
const FAULT: &str = "SOAK_FAULT";

/// The client, the simulator and the test harness together, in MiB. What they take is about a tenth of it.
const MOST_MEMORY: u64 = 64;

#[tokio::test]
async fn a_hundred_thousand_events() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("ws://{}/ws", listener.local_addr().expect("an address"));
    let fault = std::env::var(FAULT).ok();
    let options = Options {
        pace: None,
        events: EVENTS,
        fault: fault.map(|name| Fault::named(&name).expect("a fault of the simulator")),
        ..Options::default()
    };
    tokio::spawn(Service::new(options, url.clone()).serve(listener, None));

    let counts = Counts::default();
    let opening = Authentication::new("demo", "demo-token");
    let client = websocket::client(SessionProtocol, &url, opening).expect("a URL");
    let mut client = client.with_observer(counts.clone());
    let started = Instant::now();
    let mut expected = 0;
    while expected < EVENTS {
        match client.next().await.expect("an event").expect("no end") {
            Event::Message(ServerMessage::Notification(notification)) => {
                let id = notification.correlation_id.expect("a number");
                assert_eq!(
                    id.as_str(),
                    format!("notification-{expected}"),
                    "in order, none lost, none twice"
                );
                expected += 1;
            }
            Event::Connected(_) | Event::Malformed(_) => {}
            Event::Message(ServerMessage::Unknown(_)) => {}
            other => panic!("{other:?}"),
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    let lost = EVENTS - (counts.of(Kind::Known) - 1);
    let peak = peak_memory().map_or_else(
        || "unknown".to_owned(),
        |kib| format!("{:.1} MiB", kib as f64 / 1024.0),
    );
    println!(
        "{:.0} events a second, {lost} lost, peak memory {peak}",
        EVENTS as f64 / seconds
    );
    assert_eq!(lost, 0);
    assert!(peak_memory().is_none_or(|kib| kib < MOST_MEMORY * 1024));
}

/// The most memory that this process has held so far, in KiB, where the system says it.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
