//! Where in a message something went wrong, carried in the text of the error itself.
//! In: an error of any serde format and one step of the way to it; out: the same kind of error, one step longer.
//!
//! Errors are rare, so this costs the good path nothing, and it works through every format and every buffer. The
//! text reads `Notification: AgentState at $.body.timestamp: invalid type: map, expected a string`.

use std::fmt;

use serde::de;

/// One step from a value to a part of it.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// Into the entry of an object.
    Key(&'a str),
    /// Into the element of an array.
    Index(usize),
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Index(index) => write!(f, "[{index}]"),
            Self::Key(key) if is_plain(key) => write!(f, ".{key}"),
            Self::Key(key) => write!(f, "[{}]", serde_json::Value::from(*key)),
        }
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// The error, seen from the value that holds the faulty part.
#[cold]
pub fn at<E: de::Error>(error: E, step: Step<'_>) -> E {
    let text = error.to_string();
    if is_cut_short(&text) {
        return error;
    }
    let Place {
        members,
        path,
        cause,
    } = Place::parse(&text);
    let head = if members.is_empty() { "" } else { " at " };
    E::custom(format_args!("{members}{head}${step}{path}: {cause}"))
}

/// The error, seen from the union that took its member for the message.
#[cold]
pub fn of<E: de::Error>(error: E, member: &str) -> E {
    let text = error.to_string();
    if is_cut_short(&text) {
        return error;
    }
    let Place {
        members,
        path,
        cause,
    } = Place::parse(&text);
    let link = if members.is_empty() { "" } else { ": " };
    E::custom(format_args!("{member}{link}{members} at ${path}: {cause}"))
}

/// Who reads from a growing buffer asks serde_json whether the input merely ended, so that error must stay what it is.
fn is_cut_short(text: &str) -> bool {
    text.starts_with("EOF while parsing")
}

/// The parts of such a text.
#[derive(Debug, PartialEq)]
pub(crate) struct Place<'a> {
    /// Union members on the way, outermost first: `Notification: AgentState`, or nothing.
    pub(crate) members: &'a str,
    /// Steps without the leading `$`.
    pub(crate) path: &'a str,
    /// What is wrong there.
    pub(crate) cause: &'a str,
}

impl<'a> Place<'a> {
    pub(crate) fn parse(text: &'a str) -> Self {
        Self::split(text).unwrap_or(Self {
            members: "",
            path: "",
            cause: text,
        })
    }

    pub(crate) fn is_at(&self, other: &Place<'_>) -> bool {
        (self.members, self.path) == (other.members, other.path)
    }

    fn split(text: &'a str) -> Option<Self> {
        let (members, located) = match text.strip_prefix('$') {
            Some(located) => ("", located),
            None => text
                .split_once(" at $")
                .filter(|(members, _)| are_members(members))?,
        };
        let end = path_end(located)?;
        Some(Self {
            members,
            path: &located[..end],
            cause: &located[end + 2..],
        })
    }
}

fn are_members(text: &str) -> bool {
    text.split(": ")
        .all(|name| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_'))
}

/// The place of the `: ` that ends a path; odd keys are quoted, so it is the first one outside quotes.
fn path_end(located: &str) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    for (index, byte) in located.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b':' if !quoted => return located[index..].starts_with(": ").then_some(index),
            b' ' if !quoted => return None,
            _ => {}
        }
    }
    None
}
