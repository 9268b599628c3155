//! What can go wrong on a WebSocket, each by its own name.
//! In: errors of the WebSocket library; out: ours, in whose variants that library does not show.

use std::fmt;
use std::io;

use tokio_rustls::rustls;
use tokio_tungstenite::tungstenite::error::{CapacityError, Error as Library};

use super::Close;

/// What went wrong.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The URL is none, or neither `ws:` nor `wss:`.
    Url,
    /// A certificate authority cannot be read.
    Certificate,
    /// No connection to the host.
    Connect(io::Error),
    /// No TLS with the host.
    Tls(io::Error),
    /// The host does not want to speak WebSocket, and answers with this HTTP status.
    Upgrade {
        /// The status.
        status: u16,
    },
    /// The other end closed, with a code other than 1000.
    Closed(Close),
    /// The other end is gone without having closed.
    Broken(Option<io::Error>),
    /// A message larger than the limit.
    TooBig {
        /// Its size, as far as it is known.
        size: usize,
        /// The limit.
        limit: usize,
    },
    /// The other end breaks the rules of the protocol: what it did, in the library's words.
    Protocol(String),
}

impl Error {
    /// Whether it may help to try again.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Url | Self::Certificate => false,
            Self::Tls(error) => !is_bad_certificate(error),
            Self::Upgrade { status } => {
                !(400..500).contains(status) || matches!(status, 408 | 425 | 429)
            }
            _ => true,
        }
    }
}

fn is_bad_certificate(error: &io::Error) -> bool {
    let inner = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<rustls::Error>());
    matches!(inner, Some(rustls::Error::InvalidCertificate(_)))
}

impl From<Library> for Error {
    fn from(error: Library) -> Self {
        match error {
            Library::Http(response) => Self::Upgrade {
                status: response.status().as_u16(),
            },
            Library::Io(error) => Self::Broken(Some(error)),
            Library::ConnectionClosed | Library::AlreadyClosed => Self::Broken(None),
            Library::Capacity(CapacityError::MessageTooLong { size, max_size }) => Self::TooBig {
                size,
                limit: max_size,
            },
            Library::Url(_) | Library::HttpFormat(_) => Self::Url,
            other => Self::of_protocol(&other),
        }
    }
}

impl Error {
    fn of_protocol(error: &Library) -> Self {
        use tokio_tungstenite::tungstenite::error::ProtocolError;
        match error {
            Library::Protocol(ProtocolError::ResetWithoutClosingHandshake) => Self::Broken(None),
            other => Self::Protocol(other.to_string()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url => f.write_str("not a `ws:` or `wss:` URL"),
            Self::Certificate => f.write_str("not the certificate of an authority"),
            Self::Connect(_) => f.write_str("no connection to the host"),
            Self::Tls(_) => f.write_str("no TLS with the host"),
            Self::Upgrade { status } => write!(
                f,
                "the host answers with HTTP status {status} instead of a WebSocket"
            ),
            Self::Closed(close) => write!(f, "the other end closed: {close}"),
            Self::Broken(_) => f.write_str("the other end is gone without having closed"),
            Self::TooBig { size, limit } => {
                write!(f, "a message of {size} bytes, above the limit of {limit}")
            }
            Self::Protocol(what) => {
                write!(f, "the other end breaks the WebSocket protocol: {what}")
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Connect(error) | Self::Tls(error) | Self::Broken(Some(error)) => Some(error),
            _ => None,
        }
    }
}
