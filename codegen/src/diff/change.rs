//! One change: which rule, where, what was and what is, and whom it reaches.
//!
//! In: nothing; these are data that `finding.rs` fills. Out: [`Change`], read by the reports.
//! This room never decides which rule applies.

use serde_json::Value;

use super::rules::{Impact, Rule};
use crate::pointer::Pointer;
use crate::source::Origin;

/// What the crate's user does with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// It is received.
    Received,
    /// It is sent.
    Sent,
    /// Both.
    Both,
    /// Neither: no operation uses it.
    Unused,
}

impl Direction {
    /// The direction of what passes in either of two.
    #[must_use]
    pub fn and(self, other: Direction) -> Direction {
        match (self, other) {
            (Direction::Unused, one) | (one, Direction::Unused) => one,
            (one, same) if one == same => one,
            _ => Direction::Both,
        }
    }

    /// The opposite direction, in which answers pass.
    #[must_use]
    pub fn reverse(self) -> Direction {
        match self {
            Direction::Received => Direction::Sent,
            Direction::Sent => Direction::Received,
            same => same,
        }
    }
}

/// A message that a change reaches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reached {
    /// The message's name.
    pub message: String,
    /// Which way what has changed passes in it.
    pub direction: Direction,
}

/// The places of one thing in the two documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Places {
    /// In the old document.
    pub old: Origin,
    /// In the new document.
    pub new: Origin,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What kind of change it is.
    pub rule: &'static Rule,
    /// The place of what was, when the old document has it.
    pub old: Option<Origin>,
    /// The place of what is, when the new document has it.
    pub new: Option<Origin>,
    /// The places of what holds it: the object of a property, the union of a member, else of the thing itself.
    pub holder: Places,
    /// The name of what has changed (a property's key, a member's name); may be empty.
    pub subject: String,
    /// What was; null when there was nothing, or when nothing is to be said.
    pub before: Value,
    /// What is; null when there is nothing.
    pub after: Value,
    /// The messages that it reaches, by name.
    pub messages: Vec<Reached>,
    /// Whether running clients keep working.
    pub wire: Impact,
    /// Whether code that uses the generated crate still compiles.
    pub rust: Impact,
}

impl Change {
    /// The pointer that identifies the change: in the new document, for what was removed in the old one.
    pub fn pointer(&self) -> &Pointer {
        let own = self.new.as_ref().or(self.old.as_ref());
        &own.unwrap_or(&self.holder.new).pointer
    }

    /// Whether anybody may be hurt.
    pub fn is_breaking(&self) -> bool {
        self.wire.max(self.rust) == Impact::Breaking
    }
}
