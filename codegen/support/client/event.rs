//! What a client tells the application: messages, gaps, and why it ended.
//! In: events of a session and faults of a transport; out: the same as one stream.
//! Never prints the content of a message.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use super::super::session::{self, End, Malformed, Protocol};
use super::super::transport::BoxError;
use super::Connect;

/// What happened.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<P: Protocol> {
    /// The first session is confirmed, by this answer.
    Connected(P::Incoming),
    /// Another session is confirmed: what the server sent since the last event of the one before may be lost.
    Reconnected {
        /// The answer that confirms it.
        answer: P::Incoming,
        /// The time since then.
        gap: Duration,
    },
    /// The server states new terms of the session, which goes on.
    Renewed(P::Incoming),
    /// A message, one that the document does not know included.
    Message(P::Incoming),
    /// A frame that is no message of the channel. The session goes on.
    Malformed(Malformed),
    /// There is no connection, and there will be another attempt to make one.
    Interrupted {
        /// What happened.
        loss: Loss<P>,
        /// The number of the attempt to come, since a session lasted.
        attempt: u32,
        /// The pause before it.
        retry_in: Duration,
    },
}

impl<P: Protocol> Event<P> {
    pub(super) fn of(event: session::Event<P>, gap: Option<Duration>, announced: bool) -> Self {
        match (event, gap) {
            (session::Event::Message(message), _) => Self::Message(message),
            (session::Event::Malformed(malformed), _) => Self::Malformed(malformed),
            (session::Event::Confirmed(answer), _) if announced => Self::Renewed(answer),
            (session::Event::Confirmed(answer), Some(gap)) => Self::Reconnected { answer, gap },
            (session::Event::Confirmed(answer), None) => Self::Connected(answer),
        }
    }
}

/// Why there is no connection.
#[derive(Debug)]
#[non_exhaustive]
pub enum Loss<P: Protocol> {
    /// None could be made; trying again makes no difference where `may_pass` is false.
    Connect {
        /// The carrier's error.
        error: BoxError,
        /// Whether it may help to try again.
        may_pass: bool,
    },
    /// None could be made in time.
    ConnectTimedOut,
    /// The transport failed.
    Transport(BoxError),
    /// The session ended.
    Session(End<P>),
    /// A message of ours cannot be written as JSON.
    Encode(serde_json::Error),
}

impl<P: Protocol> Loss<P> {
    pub(super) fn connect<C: Connect>(error: C::Error) -> Self {
        let may_pass = C::may_pass(&error);
        Self::Connect {
            error: BoxError::new(error),
            may_pass,
        }
    }

    pub(super) fn transport(error: impl Error + Send + Sync + 'static) -> Self {
        Self::Transport(BoxError::new(error))
    }

    /// Whether it may help to connect again with the same opening message.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Connect { may_pass, .. } => *may_pass,
            Self::ConnectTimedOut | Self::Transport(_) => true,
            Self::Session(End::Refused(status)) => status.as_ref().is_some_and(P::may_pass),
            Self::Session(End::Expired) | Self::Encode(_) => false,
            Self::Session(_) => true,
        }
    }

    /// The transport's own error, if it was an `E`: a close code, for example.
    pub fn transport_error<E: Error + 'static>(&self) -> Option<&E> {
        match self {
            Self::Connect { error, .. } | Self::Transport(error) => error.downcast_ref(),
            Self::ConnectTimedOut | Self::Session(_) | Self::Encode(_) => None,
        }
    }
}

impl<P: Protocol> fmt::Display for Loss<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Connect { .. } => f.write_str("no connection could be made"),
            Self::ConnectTimedOut => f.write_str("no connection could be made in time"),
            Self::Transport(_) => f.write_str("the connection failed"),
            Self::Session(end) => end.fmt(f),
            Self::Encode(_) => f.write_str("a message cannot be written as JSON"),
        }
    }
}

impl<P: Protocol> Error for Loss<P> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Connect { error, .. } | Self::Transport(error) => Some(error),
            Self::Session(end) => end.source(),
            Self::Encode(error) => Some(error),
            Self::ConnectTimedOut => None,
        }
    }
}

/// Why a client ended.
#[derive(Debug)]
pub struct Ended<P: Protocol> {
    /// What happened last.
    pub loss: Loss<P>,
    /// How many attempts there were since a session lasted.
    pub attempts: u32,
}

impl<P: Protocol> fmt::Display for Ended<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.loss.fmt(f)?;
        match self.attempts {
            0 => Ok(()),
            1 => f.write_str(", after 1 attempt to connect again"),
            attempts => write!(f, ", after {attempts} attempts to connect again"),
        }
    }
}

impl<P: Protocol> Error for Ended<P> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.loss.source()
    }
}
