//! What a document says of the sessions on one of its channels: the answers that the state machine asks for.
//! In: messages received; out: what each means to the session. Implemented by generated code, for a channel whose
//! document (or its settings) says how a session is opened. Never knows instants.

use std::fmt::{Debug, Display};
use std::time::Duration;

use serde::Serialize;

use super::super::Decode;

/// The messages of a session and what they mean.
pub trait Protocol: Clone + Debug + PartialEq + Send + Sync + 'static {
    /// What is received.
    type Incoming: Decode + Clone + Debug + PartialEq + Send + 'static;
    /// What is sent.
    type Outgoing: Serialize + Clone + Debug + PartialEq + Send + 'static;
    /// The message that opens a session.
    type Opening: Clone + Send + 'static;
    /// Why a session is refused, as the answer says it.
    type Status: Clone + Debug + Display + PartialEq + Send + Sync + 'static;

    /// The longest time from one heartbeat to the next, whatever the answer says; `None`: only the answer counts.
    const HEARTBEAT_AT_MOST: Option<Duration>;

    /// Whether a heartbeat is replied to, so that a missing reply tells that the other end is gone.
    const HEARTBEAT_IS_REPLIED_TO: bool;

    /// The opening message, as it is sent.
    fn open(opening: Self::Opening) -> Self::Outgoing;

    /// The message that keeps the session alive; `None` where there is none.
    fn heartbeat() -> Option<Self::Outgoing>;

    /// What a message means to the session.
    fn signal(message: &Self::Incoming) -> Signal<Self::Status>;

    /// The name of a message as it is on the wire, of the innermost union that names it, and whether the document knows
    /// that name.
    fn name(message: &Self::Incoming) -> (Kind, &str);

    /// Whether a refusal may pass by itself, so that it is worth trying again.
    fn may_pass(status: &Self::Status) -> bool;
}

/// What a message means to the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal<S> {
    /// The answer to the opening message: confirmed, on these terms.
    Confirmed(Terms),
    /// The answer to the opening message: refused; `None` where the answer does not say why.
    Refused(Option<S>),
    /// The reply to a heartbeat.
    Heartbeat,
    /// Another message of the channel.
    Message,
    /// A message that the document does not know.
    Unknown,
}

/// The terms of a confirmed session; `None` where the answer says nothing, or nothing above zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The longest time from one heartbeat to the next.
    pub interval: Option<Duration>,
    /// How long the session lasts.
    pub expires: Option<Duration>,
}

impl Terms {
    /// The smaller of the interval in the answer and the one that holds anyway.
    pub(super) fn interval(&self, at_most: Option<Duration>) -> Option<Duration> {
        self.interval.into_iter().chain(at_most).min()
    }
}

/// What became of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The document knows the message.
    Known,
    /// It is a message, but the document does not know it.
    Unknown,
    /// It is no message of the channel.
    Malformed,
}

impl Kind {
    /// `known`, `unknown` or `malformed`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Unknown => "unknown",
            Self::Malformed => "malformed",
        }
    }
}

/// The unit of a number that is a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A thousandth of a second.
    Milliseconds,
    /// A second.
    Seconds,
    /// Sixty seconds.
    Minutes,
}

/// A number of units as a time; `None` for zero and less, which no server can mean.
pub fn duration(count: Option<impl TryInto<u64>>, unit: Unit) -> Option<Duration> {
    let count = count?.try_into().ok().filter(|count| *count > 0)?;
    Some(match unit {
        Unit::Milliseconds => Duration::from_millis(count),
        Unit::Seconds => Duration::from_secs(count),
        Unit::Minutes => Duration::from_secs(count.saturating_mul(60)),
    })
}
