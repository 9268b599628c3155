//! What the settings say of the sessions on a document's channels.
//!
//! In: nothing; these are data that `parse` fills. Out: pointers and values with their places, asked by `lower`.
//! Like every other entry, a pointer that nobody finds is an error in the end.

use serde::Deserialize;

use super::ledger::Marked;
use crate::diagnostic::{Diagnostic, Place};
use crate::pointer::Pointer;

/// How a session is opened, answered, kept alive and ended.
#[derive(Debug)]
pub(crate) struct SessionSetting {
    /// The message that opens it.
    pub(crate) open: Marked<Pointer>,
    /// The message that answers it, where the document does not say so itself.
    pub(crate) answer: Option<Marked<Pointer>>,
    /// What in the answer tells a confirmation from a refusal; without it any answer confirms.
    pub(crate) accepted: Option<AcceptedSetting>,
    /// The message that keeps it alive.
    pub(crate) heartbeat: Option<HeartbeatSetting>,
    /// The longest time from one heartbeat to the next.
    pub(crate) interval: Option<TimeSetting>,
    /// How long it lasts.
    pub(crate) expires: Option<TimeSetting>,
    /// Why this is so.
    pub(crate) why: String,
    /// Where the entry stands.
    pub(crate) place: Place,
}

/// What tells a confirmation from a refusal.
#[derive(Debug)]
pub(crate) struct AcceptedSetting {
    /// The property of the answer.
    pub(crate) at: Marked<Pointer>,
    /// Its value when the session is confirmed.
    pub(crate) is: String,
    /// Its values for which trying again may help.
    pub(crate) may_pass: Vec<String>,
}

/// The messages of a heartbeat.
#[derive(Debug)]
pub(crate) struct HeartbeatSetting {
    /// The one that is sent.
    pub(crate) send: Marked<Pointer>,
    /// The one that replies to it.
    pub(crate) expect: Option<Marked<Pointer>>,
}

/// A time that the answer states, or that holds anyway.
#[derive(Debug)]
pub(crate) struct TimeSetting {
    /// The property of the answer.
    pub(crate) at: Option<Marked<Pointer>>,
    /// The unit of its value and of `at_most`.
    pub(crate) unit: TimeUnit,
    /// The longest time, whatever the answer says.
    pub(crate) at_most: Option<u32>,
}

/// The unit of a number that is a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeUnit {
    /// A thousandth of a second.
    Milliseconds,
    /// A second.
    Seconds,
    /// Sixty seconds.
    Minutes,
}

impl SessionSetting {
    /// An error for each pointer that led nowhere.
    pub(super) fn unused(&self) -> Vec<Diagnostic> {
        let pointers = self.pointers();
        let sentence = |(what, pointer): (&str, &Marked<Pointer>)| {
            pointer.unused(|pointer| format!("nothing at `{pointer}` can be the session's {what}"))
        };
        pointers.into_iter().filter_map(sentence).collect()
    }

    fn pointers(&self) -> Vec<(&'static str, &Marked<Pointer>)> {
        let mut pointers = vec![("opening message", &self.open)];
        pointers.extend(self.answer.iter().map(|at| ("answer", at)));
        pointers.extend(self.accepted.iter().map(|it| ("status", &it.at)));
        if let Some(heartbeat) = &self.heartbeat {
            pointers.push(("heartbeat", &heartbeat.send));
            let reply = heartbeat.expect.iter();
            pointers.extend(reply.map(|at| ("reply to a heartbeat", at)));
        }
        let times = [("interval", &self.interval), ("time", &self.expires)];
        for (what, time) in times {
            let at = time.iter().filter_map(|time| time.at.as_ref());
            pointers.extend(at.map(|at| (what, at)));
        }
        pointers
    }
}
