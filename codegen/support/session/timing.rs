//! The instants of a session: when the next heartbeat is due, until when its reply is awaited, when all is over.
//! In: intervals and instants; out: instants. Those too far away to be told are as good as never.
//! Never knows a message.

use std::time::{Duration, Instant};

/// How long a session waits for the other end.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// For the answer to the opening message: 10 s unless set.
    pub answer_within: Duration,
    /// For the reply to a heartbeat: 10 s unless set.
    pub reply_within: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            answer_within: Duration::from_secs(10),
            reply_within: Duration::from_secs(10),
        }
    }
}

/// The clock hands of a confirmed session; `None` is never.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Live {
    interval: Option<Duration>,
    /// When the next heartbeat is due.
    pub(super) heartbeat: Option<Instant>,
    /// Until when the reply to the earliest heartbeat without one must be here.
    pub(super) reply: Option<Instant>,
    /// When the session is over.
    pub(super) expiry: Option<Instant>,
}

impl Live {
    /// A session that is confirmed now.
    pub(super) fn new(interval: Option<Duration>, expires: Option<Duration>, now: Instant) -> Self {
        let heartbeat = interval.and_then(|interval| after(now, interval));
        let expiry = expires.and_then(|expires| after(now, expires));
        Self {
            interval,
            heartbeat,
            reply: None,
            expiry,
        }
    }

    /// New terms neither put off a heartbeat that was due earlier nor take back one that waits for its reply.
    pub(super) fn goes_on_from(&mut self, before: &Self) {
        self.reply = before.reply;
        self.heartbeat = [before.heartbeat, self.heartbeat]
            .into_iter()
            .flatten()
            .min();
    }

    /// A heartbeat is on its way, and its reply is awaited if there is to be one.
    pub(super) fn beaten(&mut self, now: Instant, reply_within: Option<Duration>) {
        self.heartbeat = self.interval.and_then(|interval| after(now, interval));
        let reply = reply_within.and_then(|within| after(now, within));
        self.reply = self.reply.or(reply);
    }

    /// The nearest of the three.
    pub(super) fn deadline(&self) -> Option<Instant> {
        [self.heartbeat, self.reply, self.expiry]
            .into_iter()
            .flatten()
            .min()
    }
}

/// An instant later by some time; `None` where no clock gets to.
pub(super) fn after(now: Instant, time: Duration) -> Option<Instant> {
    now.checked_add(time)
}
