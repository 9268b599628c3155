//! Changes that somebody has looked at and accepted.
//!
//! In: for a rule and a pointer, why it is accepted. Out: the matching changes set aside.
//! This room never knows where the reasons are written; whoever keeps them tells which were of no use.

use super::Comparison;
use super::change::Change;
use super::rules::Impact;
use crate::pointer::Pointer;

/// A change that was set aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Suppressed {
    /// The change.
    pub change: Change,
    /// Why it was accepted.
    pub why: String,
}

impl Comparison {
    /// Sets aside the changes for which there is a reason, by rule id and pointer as the reports state them.
    ///
    /// They break nothing any more, but still count as changes.
    pub fn suppress(&mut self, mut reason: impl FnMut(&str, &Pointer) -> Option<String>) {
        for change in std::mem::take(&mut self.changes) {
            match reason(change.rule.id, change.pointer()) {
                None => self.changes.push(change),
                Some(why) => self.suppressed.push(Suppressed { change, why }),
            }
        }
    }

    /// Whether any change that is not set aside hurts somebody on this axis.
    pub(super) fn breaks(&self, impact: impl Fn(&Change) -> Impact) -> bool {
        self.changes
            .iter()
            .any(|change| impact(change) == Impact::Breaking)
    }
}
