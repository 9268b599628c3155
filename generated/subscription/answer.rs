//! The answer to the call that creates a subscription.
//! In: the JSON of the answer; out: what it says. Nothing but the id and the endpoint has to be there.

use std::time::Duration;

use super::support::{self, Text};

/// A subscription, as the example in the document's prose shows it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Subscription {
    /// The unique id of the subscription, for the authentication message.
    pub subscription_id: Text,
    /// When it was created, RFC 3339.
    pub created_at: Option<Text>,
    /// When it expires, RFC 3339.
    pub expires_at: Option<Text>,
    /// The time until it expires, in seconds.
    pub expires_in: Option<i64>,
    /// Its status: `ACTIVE`.
    pub status: Option<Text>,
    /// The family of its events.
    pub family: Option<Text>,
    /// Its events.
    pub events: Option<Vec<Text>>,
    /// Where the events come.
    pub transport: SubscriptionTransport,
}

impl Subscription {
    /// A subscription with an id, at an endpoint.
    pub fn new(subscription_id: impl Into<Text>, endpoint: impl Into<Text>) -> Self {
        Self {
            subscription_id: subscription_id.into(),
            created_at: None,
            expires_at: None,
            expires_in: None,
            status: None,
            family: None,
            events: None,
            transport: SubscriptionTransport::new(endpoint),
        }
    }

    /// The time until it expires, where the answer states one.
    pub fn lifetime(&self) -> Option<Duration> {
        let seconds = u64::try_from(self.expires_in?).ok()?;
        Some(Duration::from_secs(seconds))
    }
}

support::object! { Subscription {
    subscription_id: required "subscriptionId",
    created_at: optional "createdAt",
    expires_at: optional "expiresAt",
    expires_in: optional "expiresIn",
    status: optional "status",
    family: optional "family",
    events: optional "events",
    transport: required "transport",
} }

/// Where the events of a subscription come.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SubscriptionTransport {
    /// The kind of transport: `WEBSOCKET`.
    pub kind: Option<Text>,
    /// The URL to connect to.
    pub endpoint: Text,
    /// The longest time from one ping to the next, in seconds.
    pub ping_interval: Option<i64>,
}

impl SubscriptionTransport {
    /// A transport at an endpoint.
    pub fn new(endpoint: impl Into<Text>) -> Self {
        Self {
            kind: None,
            endpoint: endpoint.into(),
            ping_interval: None,
        }
    }
}

support::object! { SubscriptionTransport {
    kind: optional "type",
    endpoint: required "endpoint",
    ping_interval: optional "pingInterval",
} }
