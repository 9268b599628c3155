//! Why a session ended, as data and as an error.
//! In: what was received, or was not; out: a reason that a program can match on and a person can read.
//! Never prints the content of a message: it may hold what is not meant for a log.

use std::error::Error;
use std::fmt;

use super::super::{DecodeError, Frame};
use super::{Kind, Protocol};

/// Why a session ended.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum End<P: Protocol> {
    /// The server refused it, with this status, which may be one that the document does not list; `None` where the
    /// answer has none.
    Refused(Option<P::Status>),
    /// Before the answer to the opening message came another message, or a frame that is none.
    Unexpected(Box<Result<P::Incoming, Malformed>>),
    /// There was no answer to the opening message in time.
    Unanswered,
    /// There was no reply to a heartbeat in time.
    HeartbeatMissed,
    /// The time that the server granted is over.
    Expired,
    /// The other end closed the connection.
    Closed,
}

impl<P: Protocol> fmt::Display for End<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(Some(status)) => write!(f, "the server refused the session: {status}"),
            Self::Refused(None) => f.write_str("the server refused the session without a status"),
            Self::Unexpected(message) => unexpected::<P>(message, f),
            Self::Unanswered => {
                f.write_str("the server did not answer the opening message in time")
            }
            Self::HeartbeatMissed => f.write_str("the server did not reply to a heartbeat in time"),
            Self::Expired => f.write_str("the session has expired"),
            Self::Closed => f.write_str("the server closed the connection"),
        }
    }
}

fn unexpected<P: Protocol>(
    message: &Result<P::Incoming, Malformed>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    f.write_str("before the session was confirmed came ")?;
    match message.as_ref().map(P::name) {
        Ok((Kind::Known, name)) => write!(f, "the message `{name}`"),
        Ok((_, name)) => write!(f, "the unknown message `{name}`"),
        Err(malformed) => fmt::Display::fmt(malformed, f),
    }
}

impl<P: Protocol> Error for End<P> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unexpected(message) => message
                .as_ref()
                .as_ref()
                .err()
                .map(|malformed| &malformed.error as _),
            _ => None,
        }
    }
}

/// A frame that is no message of the channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Malformed {
    /// The frame, whole.
    pub frame: Frame,
    /// What is wrong with it.
    pub error: DecodeError,
}

impl Malformed {
    /// The innermost message that the frame was taken for; empty if it came to none.
    pub fn name(&self) -> &str {
        self.error.members().last().unwrap_or_default()
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            "" => f.write_str("a frame that is no message"),
            name => write!(f, "a malformed `{name}`"),
        }
    }
}

impl Error for Malformed {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}
