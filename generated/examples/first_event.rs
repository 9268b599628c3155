//! From nothing to a printed event, in as few lines as it takes. Start the `simulator` first.

use contact_center_events::agent_engagement::{Authentication, ServerMessage, SessionProtocol};
use contact_center_events::client::Event;
use contact_center_events::websocket;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args()
        .nth(1)
        .ok_or("the URL of a stream is missing")?;
    let opening = Authentication::new("demo", std::env::var("CONTACT_CENTER_TOKEN")?);
    let mut client = websocket::client(SessionProtocol, &url, opening)?;
    while let Some(event) = client.next().await {
        match event? {
            Event::Message(ServerMessage::Notification(it)) => println!("{:?}", it.body),
            Event::Message(other) => println!("news to us: {other:?}"),
            Event::Malformed(frame) => eprintln!("{frame}: {}", frame.error),
            Event::Reconnected { gap, .. } => eprintln!("what came in {gap:?} may be lost"),
            Event::Interrupted { loss, .. } => eprintln!("{loss}; trying again"),
            _ => {}
        }
    }
    Ok(())
}
