//! What the simulator does, and what it does wrong.
//! In: names as they stand on a command line; out: options.

use std::time::Duration;

/// How the simulator behaves.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The account whose subscriptions can be created.
    pub(crate) account: String,
    /// The token that is accepted.
    pub(crate) token: String,
    /// A subscription that is there from the start.
    pub(crate) subscription: String,
    /// The time from one event to the next; `None`: as fast as the other end takes them.
    pub(crate) pace: Option<Duration>,
    /// How many events there are; then only pings are answered.
    pub(crate) events: u64,
    /// What `pingInterval` says, in seconds.
    pub(crate) ping_interval: u64,
    /// What `expiresInterval` and `expiresIn` say, in seconds.
    pub(crate) expires_interval: u64,
    /// What goes wrong, and after how many events it does.
    pub(crate) fault: Option<Fault>,
    pub(crate) fault_after: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            account: "DEMO".to_owned(),
            token: "demo-token".to_owned(),
            subscription: "demo".to_owned(),
            pace: Some(Duration::from_millis(500)),
            events: u64::MAX,
            ping_interval: 300,
            expires_interval: 900,
            fault: None,
            fault_after: 3,
        }
    }
}

/// Something that goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The connection is closed (1001) before anything is said.
    CloseAtOnce,
    /// It is closed (1012) after some events.
    CloseMidStream,
    /// It is cut after some events, without a word.
    Cut,
    /// Nothing is said any more after some events, not even pong.
    Silence,
    /// One event that the document does not know, and one such message.
    UnknownEvent,
    /// One event that is malformed, and one frame that is no JSON.
    MalformedEvent,
    /// One message of 8 MiB.
    HugeFrame,
    /// Every event comes in fragments, byte by byte at the end.
    SlowFrames,
    /// Every event comes in a binary frame.
    BinaryFrames,
    /// An event comes before the answer to the authentication.
    EarlyEvent,
    /// The answer to the authentication never comes.
    NoAnswer,
    /// The answer to the authentication has another status: this one of [`STATUSES`].
    Refuse(usize),
    /// The session expires after one second.
    Expiry,
    /// The HTTP call is answered with this status.
    Http(u16),
}

/// Statuses of refusals; the last is one that the document does not list.
pub(crate) const STATUSES: [&str; 5] = [
    "CONNECTION_FAILED_INVALID_TOKEN",
    "CONNECTION_FAILED_UNKNOWN_SUBSCRIPTION",
    "CONNECTION_FAILED_INTERNAL_SERVER_ERROR",
    "CONNECTION_FAILED_CONSTRAINT_VIOLATION",
    "CONNECTION_FAILED_FULL_MOON",
];

/// The faults without an argument, by name.
pub(crate) const FAULTS: [(&str, Fault); 12] = [
    ("close-at-once", Fault::CloseAtOnce),
    ("close-mid-stream", Fault::CloseMidStream),
    ("cut", Fault::Cut),
    ("silence", Fault::Silence),
    ("unknown-event", Fault::UnknownEvent),
    ("malformed-event", Fault::MalformedEvent),
    ("huge-frame", Fault::HugeFrame),
    ("slow-frames", Fault::SlowFrames),
    ("binary-frames", Fault::BinaryFrames),
    ("early-event", Fault::EarlyEvent),
    ("no-answer", Fault::NoAnswer),
    ("expiry", Fault::Expiry),
];

impl Fault {
    /// A fault by its name: one of [`FAULTS`], `http=STATUS`, or `refuse=STATUS` with one of [`STATUSES`].
    pub(crate) fn named(name: &str) -> Option<Self> {
        if let Some(status) = name.strip_prefix("http=") {
            return status
                .parse()
                .ok()
                .filter(|status| (300..600).contains(status))
                .map(Self::Http);
        }
        if let Some(status) = name.strip_prefix("refuse=") {
            return STATUSES
                .iter()
                .position(|known| *known == status)
                .map(Self::Refuse);
        }
        FAULTS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, fault)| *fault)
    }
}
