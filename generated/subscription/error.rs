//! Why there is no subscription.
//! In: the status of an answer, or the fault of the HTTP client; out: a reason that a program can match on.
//! Never knows the token, and shows nothing of what the server says besides the status.

use std::fmt;
use std::time::Duration;

use super::support::DecodeError;

/// Why there is no subscription.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The address of the platform is no `https:` or `http:` URL.
    Url,
    /// 401: the token is missing, wrong or has expired.
    Unauthorized,
    /// 403: the token does not allow this.
    Forbidden,
    /// 404: there is no such account, or no such service at this address.
    NotFound,
    /// 409: it conflicts with another subscription.
    Conflict,
    /// 429: too many calls.
    TooManyRequests {
        /// The time to wait, where the server says one (`Retry-After`).
        retry_after: Option<Duration>,
    },
    /// 5xx: the server cannot do it, now.
    Server {
        /// The status.
        status: u16,
        /// The time to wait, where the server says one (`Retry-After`).
        retry_after: Option<Duration>,
    },
    /// Another status that is no success.
    Status(u16),
    /// The answer is not what the document's prose shows.
    Unreadable(DecodeError),
    /// There was no answer: no connection, no TLS, no time left.
    Unreached(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    pub(super) fn of_status(status: u16, retry_after: Option<Duration>) -> Self {
        match status {
            401 => Self::Unauthorized,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            409 => Self::Conflict,
            429 => Self::TooManyRequests { retry_after },
            500..=599 => Self::Server {
                status,
                retry_after,
            },
            status => Self::Status(status),
        }
    }

    pub(super) fn unreached(error: ureq::Error) -> Self {
        Self::Unreached(Box::new(error))
    }

    /// Whether the same call may succeed later.
    pub fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::TooManyRequests { .. } | Self::Server { .. } | Self::Unreached(_)
        )
    }

    /// The time to wait before another call, where the server says one.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::TooManyRequests { retry_after } | Self::Server { retry_after, .. } => {
                *retry_after
            }
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url => f.write_str("the address of the platform is no `https:` or `http:` URL"),
            Self::Unauthorized => f.write_str("the token is not accepted (401)"),
            Self::Forbidden => f.write_str("the token does not allow to subscribe (403)"),
            Self::NotFound => f.write_str("there is no such account (404)"),
            Self::Conflict => f.write_str("it conflicts with another subscription (409)"),
            Self::TooManyRequests { .. } => f.write_str("too many calls (429)"),
            Self::Server { status, .. } => write!(f, "the server failed ({status})"),
            Self::Status(status) => write!(f, "the server answered with status {status}"),
            Self::Unreadable(_) => f.write_str("the answer is no subscription"),
            Self::Unreached(_) => f.write_str("there was no answer"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(error) => Some(error),
            Self::Unreached(error) => Some(&**error),
            _ => None,
        }
    }
}
