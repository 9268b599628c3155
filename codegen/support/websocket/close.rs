//! Close codes of RFC 6455, section 7.4, and of IANA's registry.
//! In: a close frame; out: the code as a choice that can be matched on, and the reason.

use std::fmt;

use tokio_tungstenite::tungstenite::protocol::CloseFrame;

/// How the other end closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Close {
    /// The code.
    pub code: CloseCode,
    /// The reason, for people; often empty.
    pub reason: String,
}

impl Close {
    /// `None` for a close that went as planned.
    pub(super) fn of(frame: Option<CloseFrame>) -> Option<Self> {
        let (code, reason) = match frame {
            Some(frame) => (u16::from(frame.code).into(), frame.reason.to_string()),
            None => (CloseCode::NoStatus, String::new()),
        };
        (code != CloseCode::Normal).then_some(Self { code, reason })
    }
}

impl fmt::Display for Close {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        match self.reason.as_str() {
            "" => Ok(()),
            // Quoted, because it is the other end's text.
            reason => write!(f, ": {reason:?}"),
        }
    }
}

/// Why a WebSocket was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CloseCode {
    /// 1000: all went as planned.
    Normal,
    /// 1001: the server is going down, or a page was left.
    GoingAway,
    /// 1002: a protocol error.
    Protocol,
    /// 1003: a kind of data that the other end does not take.
    Unsupported,
    /// 1005: the close frame held no code.
    NoStatus,
    /// 1007: data that does not fit its type.
    InvalidData,
    /// 1008: a violation of a policy.
    Policy,
    /// 1009: a message too big.
    TooBig,
    /// 1010: an extension is missing.
    Extension,
    /// 1011: the server met an unexpected condition.
    Internal,
    /// 1012: the service restarts.
    Restart,
    /// 1013: try again later.
    TryAgain,
    /// 1014: a gateway got no valid answer.
    BadGateway,
    /// Another code; from 4000 on it is the application's.
    Other(u16),
}

const CODES: [(u16, CloseCode, &str); 13] = [
    (1000, CloseCode::Normal, "all went as planned"),
    (1001, CloseCode::GoingAway, "going away"),
    (1002, CloseCode::Protocol, "protocol error"),
    (1003, CloseCode::Unsupported, "unsupported data"),
    (1005, CloseCode::NoStatus, "no code given"),
    (1007, CloseCode::InvalidData, "invalid data"),
    (1008, CloseCode::Policy, "policy violation"),
    (1009, CloseCode::TooBig, "message too big"),
    (1010, CloseCode::Extension, "missing extension"),
    (1011, CloseCode::Internal, "internal error"),
    (1012, CloseCode::Restart, "service restart"),
    (1013, CloseCode::TryAgain, "try again later"),
    (1014, CloseCode::BadGateway, "bad gateway"),
];

impl From<u16> for CloseCode {
    fn from(number: u16) -> Self {
        let known = CODES.iter().find(|(known, ..)| *known == number);
        known.map_or(Self::Other(number), |(_, code, _)| *code)
    }
}

impl CloseCode {
    /// The code on the wire.
    pub fn number(self) -> u16 {
        match self {
            Self::Other(number) => number,
            known => CODES
                .iter()
                .find(|(_, code, _)| *code == known)
                .map_or(0, |(number, ..)| *number),
        }
    }
}

impl fmt::Display for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match CODES.iter().find(|(_, code, _)| code == self) {
            Some((number, _, meaning)) => write!(f, "{number} ({meaning})"),
            None => write!(f, "{}", self.number()),
        }
    }
}
