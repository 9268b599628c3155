//! The error of reading a message: which message, where in it, and what is wrong.
//! In: the error text that the readers built on their way out; out: its parts, and the position in the input.
//! Never knows, and so never shows, the values that were read.

use std::fmt;

use serde_json::Error;

use super::place::Place;

/// Line and column, where known.
type Position = Option<(usize, usize)>;

/// Why a text is not the message it claims to be.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Parts>);

#[derive(Clone, PartialEq, Eq)]
struct Parts {
    members: String,
    path: String,
    cause: String,
    position: Position,
    syntax: bool,
}

impl DecodeError {
    /// JSON that is not what it should be. The first reading knew the position; it counts if both failed at the same place.
    #[cold]
    pub(crate) fn new(error: &Error, first: Option<&Error>) -> Self {
        let (text, position) = parts(error);
        let first = first
            .map(parts)
            .filter(|(first, _)| Place::parse(first).is_at(&Place::parse(&text)));
        Self::located(
            &text,
            first.map_or(position, |(_, position)| position),
            false,
        )
    }

    /// Text that is no JSON.
    #[cold]
    pub(crate) fn syntax(error: &Error) -> Self {
        let (text, position) = parts(error);
        Self::located(&text, position, true)
    }

    fn located(text: &str, position: Position, syntax: bool) -> Self {
        let Place {
            members,
            path,
            cause,
        } = Place::parse(text);
        let (members, path, cause) = (members.to_owned(), format!("${path}"), cause.to_owned());
        Self(Box::new(Parts {
            members,
            path,
            cause,
            position,
            syntax,
        }))
    }

    /// The message that the text was taken for, as the variant of the union that was read; `None` if it came to no such choice.
    pub fn message(&self) -> Option<&str> {
        self.members().next()
    }

    /// The variants chosen on the way to the fault, outermost first: `Notification`, `AgentState`.
    pub fn members(&self) -> impl Iterator<Item = &str> {
        self.0.members.split(": ").filter(|name| !name.is_empty())
    }

    /// The place of the fault from the root: `$.body.attributes[0].category`; odd keys are quoted as in `$["a b"]`.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// What is wrong at that place.
    pub fn cause(&self) -> &str {
        &self.0.cause
    }

    /// The line of the input, from 1, where known.
    pub fn line(&self) -> Option<usize> {
        self.0.position.map(|(line, _)| line)
    }

    /// The column of the input in bytes, from 1, where known.
    pub fn column(&self) -> Option<usize> {
        self.0.position.map(|(_, column)| column)
    }

    /// Whether the input is no JSON at all, or is cut short.
    pub fn is_syntax(&self) -> bool {
        self.0.syntax
    }
}

/// The text of an error without its position, and the position.
fn parts(error: &Error) -> (String, Position) {
    let mut text = error.to_string();
    let (line, column) = (error.line(), error.column());
    if line == 0 {
        return (text, None);
    }
    let suffix = format!(" at line {line} column {column}");
    text.truncate(text.strip_suffix(&suffix).map_or(text.len(), str::len));
    // serde_json counts what it has read, which is nothing yet at the beginning of a line.
    (text, Some((line, column.max(1))))
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.members.is_empty() {
            write!(f, "{} at ", self.0.members)?;
        }
        write!(f, "{}: {}", self.0.path, self.0.cause)?;
        match self.0.position {
            Some((line, column)) => write!(f, " (line {line}, column {column})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for DecodeError {}
