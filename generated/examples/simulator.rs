//! A server to try things on, on this machine alone: the HTTP call, the WebSocket, a plausible stream of events, and
//! whatever can go wrong.
//!
//! ```console
//! $ cargo run -p contact-center-events --features websocket,subscription --example simulator -- --rate 5
//! ```

#[path = "simulator/service.rs"]
mod service;

use std::error::Error;
use std::io::{Write, stdout};
use std::time::Duration;

use lexopt::prelude::{Long, Short, ValueExt};
use tokio::net::TcpListener;

use service::Service;
use service::options::{FAULTS, Fault, Options, STATUSES};

const HELP: &str = "\
A stand-in for the platform, on 127.0.0.1.

  --port PORT              0 for any (default 8080)
  --rate EVENTS            events a second (default 2); 0: as fast as they are taken
  --events COUNT           then only pings are answered (default: without end)
  --token TOKEN            the token that is accepted (default demo-token)
  --account ACCOUNT        the account (default DEMO)
  --subscription-id ID     a subscription that is there from the start (default demo)
  --ping-interval SECONDS  (default 300)
  --expires SECONDS        (default 900)
  --fault FAULT            what goes wrong, see below
  --fault-after EVENTS     when (default 3)
";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let Some((port, options)) = arguments()? else {
        print!("{HELP}\nFaults: {}", faults());
        return Ok(());
    };
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let address = listener.local_addr()?;
    announce(&address.to_string(), &options);
    let service = Service::new(options, format!("ws://{address}"));
    tokio::select! {
        outcome = service.serve(listener, None) => Ok(outcome?),
        outcome = tokio::signal::ctrl_c() => Ok(outcome?),
    }
}

/// Says where everything is. Nobody has to read it.
fn announce(address: &str, options: &Options) {
    let Options {
        account,
        subscription,
        token,
        ..
    } = options;
    let url = format!("ws://{address}/ws/notification/v1/agent-engagement");
    let text = format!(
        "http://{address}/api/notification/v1/accounts/{account}/subscriptions
{url}

In another terminal:

  CONTACT_CENTER_TOKEN={token} cargo run -p contact-center-events --features websocket --example monitor -- \\
    --url {url} --subscription-id {subscription}
"
    );
    _ = stdout().write_all(text.as_bytes());
}

fn faults() -> String {
    let names = FAULTS.iter().map(|(name, _)| (*name).to_owned());
    let refusals = STATUSES.iter().map(|status| format!("refuse={status}"));
    names
        .chain(refusals)
        .chain(["http=STATUS\n".to_owned()])
        .collect::<Vec<_>>()
        .join(", ")
}

/// The port and the options; `None` when only help is wanted.
fn arguments() -> Result<Option<(u16, Options)>, lexopt::Error> {
    let (mut port, mut options) = (8080, Options::default());
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("port") => port = parser.value()?.parse()?,
            Long("rate") => options.pace = pace(parser.value()?.parse()?)?,
            Long("events") => options.events = parser.value()?.parse()?,
            Long("token") => options.token = parser.value()?.string()?,
            Long("account") => options.account = parser.value()?.string()?,
            Long("subscription-id") => options.subscription = parser.value()?.string()?,
            Long("ping-interval") => options.ping_interval = parser.value()?.parse()?,
            Long("expires") => options.expires_interval = parser.value()?.parse()?,
            Long("fault-after") => options.fault_after = parser.value()?.parse()?,
            Long("fault") => options.fault = Some(fault(&parser.value()?.string()?)?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some((port, options)))
}

fn fault(name: &str) -> Result<Fault, String> {
    Fault::named(name)
        .ok_or_else(|| format!("no fault is called `{name}`; there are: {}", faults()))
}

fn pace(rate: f64) -> Result<Option<Duration>, String> {
    if rate == 0.0 {
        return Ok(None);
    }
    Duration::try_from_secs_f64(1.0 / rate)
        .map(Some)
        .map_err(|_| "a rate is a number of events a second".to_owned())
}
