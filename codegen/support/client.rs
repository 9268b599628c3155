//! A client that lives through lost connections: it connects, opens a session, keeps it alive, and comes back.
//! In: how to connect, a clock, and the message that opens a session; out: a stream of typed events, one at a time.
//! Knows no runtime and no protocol library: see [`Connect`], [`Timer`] and [`Transport`].
//!
//! It works only while it is polled, holds no more than the one frame that it is reading, and reads no frame before the
//! application asks for the next event: an application that is slow slows down the server, through the transport's
//! own buffers. Work that takes its time belongs into [`Client::during`], which keeps the heartbeats going meanwhile.

mod backoff;
mod connect;
mod event;
mod link;
mod observer;
mod race;

use std::fmt;
use std::future::Future;
use std::time::{Duration, Instant};

use super::session::{Limits, Malformed, Protocol, Session};
use super::{Frame, Transport, from_json, from_slice};

pub use backoff::Backoff;
pub use connect::{Connect, Timer};
pub use event::{Ended, Event, Loss};
pub use observer::{Counts, Observer};

use backoff::Retries;
use link::{Link, Up};
use race::{First, race};

/// How long a client waits, and how often it tries again.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// For a connection to be made: 20 s unless set.
    pub connect_within: Duration,
    /// For the other end of an open connection.
    pub limits: Limits,
    /// Before and between attempts to connect again.
    pub backoff: Backoff,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            connect_within: Duration::from_secs(20),
            limits: Limits::default(),
            backoff: Backoff::default(),
        }
    }
}

/// A client of the sessions that `P` describes.
pub struct Client<P: Protocol, C: Connect, T: Timer> {
    connect: C,
    timer: T,
    opening: P::Opening,
    options: Options,
    observer: Option<Box<dyn Observer>>,
    link: Link<P, C>,
    retries: Retries,
    /// When a session was live for the last time.
    alive_at: Option<Instant>,
}

type Step<P> = Option<Result<Event<P>, Ended<P>>>;

impl<P: Protocol, C: Connect, T: Timer> Client<P, C, T> {
    /// A client that connects when it is first asked for an event. `opening` opens each of its sessions.
    pub fn new(_protocol: P, connect: C, timer: T, opening: P::Opening) -> Self {
        let link = Link::Down(timer.now());
        let (options, retries) = (Options::default(), Retries::default());
        Self {
            connect,
            timer,
            opening,
            options,
            observer: None,
            link,
            retries,
            alive_at: None,
        }
    }

    /// The same, with other times.
    #[must_use]
    pub fn with_options(self, options: Options) -> Self {
        Self { options, ..self }
    }

    /// The same, with somebody who is told the name of every message received.
    #[must_use]
    pub fn with_observer(self, observer: impl Observer + 'static) -> Self {
        Self {
            observer: Some(Box::new(observer)),
            ..self
        }
    }

    /// Opens the sessions from the next one on with another message: with a fresh token, for another subscription. A
    /// client that had ended starts again.
    pub fn renew(&mut self, opening: P::Opening) {
        self.opening = opening;
        if let Link::Over = self.link {
            self.link = Link::Down(self.timer.now());
            self.retries = Retries::default();
        }
    }

    /// Whether a session is confirmed and has not ended.
    pub fn is_live(&self) -> bool {
        matches!(&self.link, Link::Up(up) if up.session.is_live())
    }

    /// The next event: connects, sends heartbeats and connects again on the way to it. An error is the last word;
    /// after it there is `None`, until [`Client::renew`].
    ///
    /// Nothing is lost when the future is dropped before it is ready: an attempt to connect, a pause between two and a
    /// frame half received go on with the next call. (A heartbeat that was being sent may be sent twice.)
    pub async fn next(&mut self) -> Option<Result<Event<P>, Ended<P>>> {
        loop {
            let step = match &self.link {
                Link::Over => return None,
                Link::Down(until) => self.pause(*until).await,
                Link::Connecting(..) => self.connected().await,
                Link::Up(_) => self.listen().await,
            };
            if step.is_some() {
                return step;
            }
        }
    }

    /// Does `work` and keeps the heartbeats of a live session going. Nothing is received meanwhile, and the server is not
    /// blamed for it.
    pub async fn during<F: Future>(&mut self, work: F) -> F::Output {
        let Link::Up(up) = &mut self.link else {
            return work.await;
        };
        match race(work, up.keep_alive(&self.timer)).await {
            First::Left(output) => output,
            First::Right(never) => match never {},
        }
    }

    /// Ends the client; a connection is dropped.
    pub fn close(&mut self) {
        self.link = Link::Over;
    }

    async fn pause(&mut self, until: Instant) -> Step<P> {
        self.timer.sleep_until(until).await;
        let deadline = self.timer.now().checked_add(self.options.connect_within);
        self.link = Link::Connecting(Box::pin(self.connect.connect()), deadline);
        None
    }

    async fn connected(&mut self) -> Step<P> {
        let Link::Connecting(connecting, deadline) = &mut self.link else {
            return None;
        };
        let outcome = race(connecting, connect::sleep(&self.timer, *deadline)).await;
        let now = self.timer.now();
        match outcome {
            First::Left(Ok(transport)) => {
                let session = Session::open(self.opening.clone(), self.options.limits.clone(), now);
                self.link = Link::Up(Box::new(Up::new(transport, session, now)));
                None
            }
            First::Left(Err(error)) => self.lost(Loss::connect::<C>(error), now),
            First::Right(()) => self.lost(Loss::ConnectTimedOut, now),
        }
    }

    async fn listen(&mut self) -> Step<P> {
        let Link::Up(up) = &mut self.link else {
            return None;
        };
        let heard = up.hear(&self.timer).await;
        let now = self.timer.now();
        match heard {
            Ok(Some(frame)) => self.received(frame, now),
            Ok(None) => None,
            Err(loss) => self.lost(loss, now),
        }
    }

    fn received(&mut self, frame: Frame, now: Instant) -> Step<P> {
        let Link::Up(up) = &mut self.link else {
            return None;
        };
        let message = read::<P>(frame);
        if let Some(observer) = &mut self.observer {
            observer::tell::<P>(&mut **observer, &message);
        }
        let event = up.session.receive(message, now)?;
        let gap = self
            .alive_at
            .map(|since| now.saturating_duration_since(since));
        let event = Event::of(event, gap, up.is_announced());
        if up.session.is_live() {
            up.announce(now);
            self.alive_at = Some(now);
        }
        Some(Ok(event))
    }

    /// Either a pause and an event that tells of it, or the end.
    fn lost(&mut self, loss: Loss<P>, now: Instant) -> Step<P> {
        if let Link::Up(up) = &self.link {
            self.retries.forget_if(up.lived(now), &self.options.backoff);
        }
        let pause = if loss.may_pass() {
            self.retries.pause(&self.options.backoff)
        } else {
            None
        };
        let attempts = self.retries.attempts();
        let Some(retry_in) = pause else {
            self.link = Link::Over;
            return Some(Err(Ended { loss, attempts }));
        };
        self.link = Link::Down(now.checked_add(retry_in).unwrap_or(now));
        Some(Ok(Event::Interrupted {
            loss,
            attempt: attempts,
            retry_in,
        }))
    }
}

fn read<P: Protocol>(frame: Frame) -> Result<P::Incoming, Malformed> {
    let message = match &frame {
        Frame::Text(text) => from_json(text),
        Frame::Binary(bytes) => from_slice(bytes),
    };
    message.map_err(|error| Malformed { frame, error })
}

impl<P: Protocol, C: Connect, T: Timer> fmt::Debug for Client<P, C, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("link", &self.link)
            .field("retries", &self.retries)
            .finish_non_exhaustive()
    }
}
