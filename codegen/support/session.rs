//! A session on one channel: opened by a message, confirmed or refused by its answer, kept alive by heartbeats.
//! In: messages received, and instants; out: messages to send, events, the next deadline, and why it ended.
//! No clock and no socket is known here, so every run of it can be repeated in a test.
//!
//! ```text
//!  open ──► send the opening message
//!             │
//!             ▼
//!        ┌─────────┐  answer: refused ─────────────────► Refused(status)
//!        │ Opening │  another known message, malformed ► Unexpected(message)
//!        └─────────┘  no answer in time ───────────────► Unanswered
//!             │       unknown message: delivered, the answer is still awaited
//!             │ answer: confirmed
//!             ▼
//!        ┌─────────┐  answer: refused ─────────────────► Refused(status)
//!   ┌───►│  Live   │  no reply to a heartbeat ─────────► HeartbeatMissed
//!   │    └─────────┘  the time that was granted is over ► Expired
//!   │         │
//!   └─────────┘ every interval: send a heartbeat; its reply is not delivered, every other message is, unknown and
//!               malformed ones too
//!
//!  in every state: the other end closes ───────────────► Closed
//! ```

mod end;
mod protocol;
mod timing;

use std::time::{Duration, Instant};

pub use end::{End, Malformed};
pub use protocol::{Kind, Protocol, Signal, Terms, Unit, duration};
pub use timing::Limits;

use timing::{Live, after};

/// What happened in a session that the application wants to know.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event<P: Protocol> {
    /// The session is confirmed, by this answer; a second time when the server states new terms.
    Confirmed(P::Incoming),
    /// A message of the channel, one that the document does not know included.
    Message(P::Incoming),
    /// A frame that is no message of the channel.
    Malformed(Malformed),
}

/// The state machine.
///
/// Drive it like this: send what [`Session::outgoing`] gives; hand in what is received by [`Session::receive`]; when
/// nothing can be received and [`Session::deadline`] has come, call [`Session::elapse`]; stop when there is an
/// [`Session::end`].
#[derive(Clone, Debug, PartialEq)]
pub struct Session<P: Protocol> {
    limits: Limits,
    state: State<P>,
    outgoing: Option<P::Outgoing>,
}

#[derive(Clone, Debug, PartialEq)]
enum State<P: Protocol> {
    /// The opening message is under way, or sent; the instant by which its answer must be here.
    Opening(Option<Instant>),
    Live(Live),
    Ended(End<P>),
}

impl<P: Protocol> Session<P> {
    /// Opens a session on a fresh connection; the opening message is the first to send.
    pub fn open(opening: P::Opening, limits: Limits, now: Instant) -> Self {
        let state = State::Opening(after(now, limits.answer_within));
        Self {
            limits,
            state,
            outgoing: Some(P::open(opening)),
        }
    }

    /// Takes the next message to send. There is never more than one, and none once the session has ended.
    pub fn outgoing(&mut self) -> Option<P::Outgoing> {
        self.outgoing.take()
    }

    /// The instant at which [`Session::elapse`] has something to do; `None`: only a message can change anything.
    pub fn deadline(&self) -> Option<Instant> {
        match &self.state {
            State::Opening(answer) => *answer,
            State::Live(live) => live.deadline(),
            State::Ended(_) => None,
        }
    }

    /// The instant of the next heartbeat, which is also due while nothing is received.
    pub fn heartbeat_at(&self) -> Option<Instant> {
        match &self.state {
            State::Live(live) => live.heartbeat,
            State::Opening(_) | State::Ended(_) => None,
        }
    }

    /// Why the session ended; `None` while it goes on.
    pub fn end(&self) -> Option<&End<P>> {
        match &self.state {
            State::Ended(end) => Some(end),
            State::Opening(_) | State::Live(_) => None,
        }
    }

    /// Whether the session is confirmed and has not ended.
    pub fn is_live(&self) -> bool {
        matches!(self.state, State::Live(_))
    }

    /// Takes in what was received. It says nothing about what was not: see [`Session::elapse`].
    pub fn receive(
        &mut self,
        message: Result<P::Incoming, Malformed>,
        now: Instant,
    ) -> Option<Event<P>> {
        let event = match &self.state {
            State::Opening(_) => self.answered(message, now),
            State::Live(_) => self.delivered(message, now),
            State::Ended(_) => None,
        };
        self.beat(now);
        event
    }

    /// Takes in that time has passed and nothing more was received until `now`: sends a heartbeat that is due, and ends
    /// a session that waited in vain or has had its time. Earlier instants than before change nothing.
    pub fn elapse(&mut self, now: Instant) {
        let end = match &self.state {
            State::Opening(answer) if is_due(*answer, now) => End::Unanswered,
            State::Live(live) if is_due(live.expiry, now) => End::Expired,
            State::Live(live) if is_due(live.reply, now) => End::HeartbeatMissed,
            _ => return self.beat(now),
        };
        self.finish(end);
    }

    /// Sends a heartbeat if one is due, and judges nothing: for a time in which nothing is received on purpose.
    pub fn beat(&mut self, now: Instant) {
        let State::Live(live) = &mut self.state else {
            return;
        };
        if is_due(live.heartbeat, now) {
            self.outgoing = P::heartbeat();
            let within = P::HEARTBEAT_IS_REPLIED_TO.then_some(self.limits.reply_within);
            live.beaten(now, within);
        }
    }

    /// Grants the other end the time in which nobody listened to it.
    pub fn excuse(&mut self, absence: Duration) {
        match &mut self.state {
            State::Opening(answer) => *answer = answer.and_then(|answer| after(answer, absence)),
            State::Live(live) => live.reply = live.reply.and_then(|reply| after(reply, absence)),
            State::Ended(_) => {}
        }
    }

    /// Takes in that the connection is gone.
    pub fn close(&mut self) {
        if self.end().is_none() {
            self.finish(End::Closed);
        }
    }

    fn answered(
        &mut self,
        message: Result<P::Incoming, Malformed>,
        now: Instant,
    ) -> Option<Event<P>> {
        let message = match message {
            Ok(message) => message,
            Err(malformed) => return self.finish(End::Unexpected(Box::new(Err(malformed)))),
        };
        match P::signal(&message) {
            Signal::Confirmed(terms) => self.confirmed(message, &terms, now),
            Signal::Refused(status) => self.finish(End::Refused(status)),
            Signal::Unknown => Some(Event::Message(message)),
            Signal::Heartbeat | Signal::Message => {
                self.finish(End::Unexpected(Box::new(Ok(message))))
            }
        }
    }

    fn delivered(
        &mut self,
        message: Result<P::Incoming, Malformed>,
        now: Instant,
    ) -> Option<Event<P>> {
        let message = match message {
            Ok(message) => message,
            Err(malformed) => return Some(Event::Malformed(malformed)),
        };
        match P::signal(&message) {
            Signal::Confirmed(terms) => self.confirmed(message, &terms, now),
            Signal::Refused(status) => self.finish(End::Refused(status)),
            Signal::Heartbeat => self.replied(),
            Signal::Unknown | Signal::Message => Some(Event::Message(message)),
        }
    }

    fn confirmed(&mut self, answer: P::Incoming, terms: &Terms, now: Instant) -> Option<Event<P>> {
        // Without a heartbeat in the protocol there is nothing to send, whatever the interval.
        let interval = P::heartbeat().and(terms.interval(P::HEARTBEAT_AT_MOST));
        let mut renewed = Live::new(interval, terms.expires, now);
        if let State::Live(live) = &self.state {
            renewed.goes_on_from(live);
        }
        self.state = State::Live(renewed);
        Some(Event::Confirmed(answer))
    }

    fn replied(&mut self) -> Option<Event<P>> {
        if let State::Live(live) = &mut self.state {
            live.reply = None;
        }
        None
    }

    fn finish(&mut self, end: End<P>) -> Option<Event<P>> {
        self.state = State::Ended(end);
        self.outgoing = None;
        None
    }
}

fn is_due(at: Option<Instant>, now: Instant) -> bool {
    at.is_some_and(|at| at <= now)
}
