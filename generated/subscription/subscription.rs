//! The HTTP call that creates a stream of events and tells where to connect: the feature `subscription`.
//! In: the platform's address, an account and a bearer token; out: a [`Subscription`], or why there is none.
//!
//! **This follows the prose of the document** (`info.description`, "Create Subscription"), which shows one request and
//! one answer as examples and gives neither a schema, nor a single error: a field that the example has may be missing
//! one day, so that only the subscription's id and the endpoint are required here; fields that it has not are skipped.
//! The statuses are those of HTTP.
//!
//! The call blocks the thread, for 30 s at most: in asynchronous code it belongs into the runtime's `spawn_blocking`.
//!
//! ```no_run
//! use contact_center_events::subscription::{Request, Subscriptions};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let subscriptions = Subscriptions::new("https://region.cc.example.com", "ACCOUNT", "token")?;
//! let subscription = subscriptions.create(&Request::default())?;
//! println!("{} at {}", subscription.subscription_id, subscription.transport.endpoint);
//! # Ok(())
//! # }
//! ```

mod answer;
mod error;
mod retry;

use std::fmt::Write as _;
use std::time::Duration;

use ureq::http::{Response, Uri};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Body};

use super::support::{self, Secret, Text};

pub use answer::{Subscription, SubscriptionTransport};
pub use error::Error;

/// How long a call may take.
const WITHIN: Duration = Duration::from_secs(30);

/// The largest answer that is read, in bytes.
const MAX_ANSWER: u64 = 64 << 10;

/// What to subscribe to; the default is the request of the document's prose.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// The family of events: `AGENT_ENGAGEMENT`.
    pub family: Text,
    /// The events of that family: `ALL`.
    pub events: Vec<Text>,
    /// How the events come.
    pub transport: RequestTransport,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            family: "AGENT_ENGAGEMENT".into(),
            events: vec!["ALL".into()],
            transport: RequestTransport {},
        }
    }
}

support::object! { Request {
    family: required "family",
    events: required "events",
    transport: required "transport",
} }

/// How the events come: over a WebSocket, which is all that this crate speaks.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RequestTransport {}

support::object! { RequestTransport {
    "type" = "WEBSOCKET" required,
} }

/// The subscriptions of one account.
#[derive(Clone, Debug)]
pub struct Subscriptions {
    agent: Agent,
    url: String,
    token: Secret,
}

impl Subscriptions {
    /// The subscriptions of an account of the platform at `base`, such as `https://region.cc.example.com`, seen with a
    /// bearer token. Trusts the certificate authorities that Mozilla trusts.
    ///
    /// # Errors
    ///
    /// [`Error::Url`], when `base` is no `https:` (or `http:`) URL.
    pub fn new(base: &str, account: &str, token: impl Into<Secret>) -> Result<Self, Error> {
        let uri: Uri = base.parse().map_err(|_| Error::Url)?;
        if !matches!(uri.scheme_str(), Some("https" | "http")) || uri.query().is_some() {
            return Err(Error::Url);
        }
        let (base, account) = (base.trim_end_matches('/'), segment(account));
        let url = format!("{base}/api/notification/v1/accounts/{account}/subscriptions");
        let (agent, token) = (agent(TlsConfig::default()), token.into());
        Ok(Self { agent, url, token })
    }

    /// The same, trusting these certificate authorities (DER) and no others.
    #[must_use]
    pub fn with_authorities(self, certificates: &[&[u8]]) -> Self {
        let owned = |der: &&[u8]| Certificate::from_der(der).to_owned();
        let certificates: Vec<_> = certificates.iter().map(owned).collect();
        let roots = RootCerts::new_with_certs(&certificates);
        let agent = agent(TlsConfig::builder().root_certs(roots).build());
        Self { agent, ..self }
    }

    /// Creates a subscription: `POST …/api/notification/v1/accounts/{accountId}/subscriptions`.
    ///
    /// # Errors
    ///
    /// Those that the status of the answer tells, an answer that cannot be read, and no answer at all.
    pub fn create(&self, request: &Request) -> Result<Subscription, Error> {
        let call = self
            .agent
            .post(&self.url)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Authorization", format!("Bearer {}", self.token.as_str()));
        let body = request
            .to_json()
            .map_err(|error| Error::Unreached(error.into()))?;
        let answer = call.send(body).map_err(Error::unreached)?;
        read(answer)
    }
}

fn agent(tls: TlsConfig) -> Agent {
    let config = Agent::config_builder()
        .tls_config(tls)
        .http_status_as_error(false)
        // The token is meant for this host and no other.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(WITHIN));
    config.build().into()
}

fn read(mut answer: Response<Body>) -> Result<Subscription, Error> {
    if !answer.status().is_success() {
        let retry_after = answer.headers().get("Retry-After");
        let retry_after = retry_after.and_then(|value| retry::after(value.to_str().ok()?));
        return Err(Error::of_status(answer.status().as_u16(), retry_after));
    }
    let body = answer.body_mut().with_config().limit(MAX_ANSWER);
    let body = body.read_to_vec().map_err(Error::unreached)?;
    Subscription::from_slice(&body).map_err(Error::Unreadable)
}

/// A text as one segment of a path.
fn segment(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            // Writing into a text cannot fail.
            byte => _ = write!(out, "%{byte:02X}"),
        }
    }
    out
}
