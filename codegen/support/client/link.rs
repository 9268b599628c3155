//! The state of a client's connection, and what happens on one that is open.
//! In: a transport, a session, a clock; out: frames received, or why the connection is lost.
//! Never knows whether it is the first connection or the tenth.

use std::convert::Infallible;
use std::fmt;
use std::future::{Future, pending};
use std::pin::Pin;
use std::time::{Duration, Instant};

use super::connect::sleep;
use super::race::{First, race};
use super::{Connect, Frame, Loss, Protocol, Session, Timer, Transport};

type Connecting<C> =
    Pin<Box<dyn Future<Output = Result<<C as Connect>::Transport, <C as Connect>::Error>> + Send>>;

/// The state of the connection.
pub(super) enum Link<P: Protocol, C: Connect> {
    /// None, until then.
    Down(Instant),
    /// On its way, and how long it may take.
    Connecting(Connecting<C>, Option<Instant>),
    /// Open.
    Up(Box<Up<P, C::Transport>>),
    /// None, and none wanted.
    Over,
}

impl<P: Protocol, C: Connect> fmt::Debug for Link<P, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Down(_) => "Down",
            Self::Connecting(..) => "Connecting",
            Self::Up(up) if up.session.is_live() => "Live",
            Self::Up(_) => "Opening",
            Self::Over => "Over",
        })
    }
}

/// An open connection.
pub(super) struct Up<P: Protocol, T> {
    transport: T,
    pub(super) session: Session<P>,
    /// A frame that was not sent to its end.
    unsent: Option<Frame>,
    /// What went wrong while nobody listened.
    fault: Option<Loss<P>>,
    listened: Instant,
    confirmed: Option<Instant>,
}

impl<P: Protocol, T: Transport> Up<P, T> {
    pub(super) fn new(transport: T, session: Session<P>, now: Instant) -> Self {
        Self {
            transport,
            session,
            unsent: None,
            fault: None,
            listened: now,
            confirmed: None,
        }
    }

    /// Whether the application knows that the session is confirmed.
    pub(super) fn is_announced(&self) -> bool {
        self.confirmed.is_some()
    }

    pub(super) fn announce(&mut self, now: Instant) {
        self.confirmed.get_or_insert(now);
    }

    /// How long the session has been live.
    pub(super) fn lived(&self, now: Instant) -> Duration {
        self.confirmed
            .map_or(Duration::ZERO, |since| now.saturating_duration_since(since))
    }

    /// The next frame; `None` when only time has passed.
    pub(super) async fn hear(&mut self, timer: &impl Timer) -> Result<Option<Frame>, Loss<P>> {
        self.check()?;
        let now = timer.now();
        self.session
            .excuse(now.saturating_duration_since(self.listened));
        let Self {
            transport,
            session,
            unsent,
            listened,
            ..
        } = self;
        let _listening = Listening {
            until: listened,
            timer,
        };
        write(session, unsent)?;
        if let Some(frame) = unsent.clone() {
            match race(transport.send(frame), sleep(timer, session.deadline())).await {
                First::Left(sent) => sent.map_err(Loss::transport).map(|()| *unsent = None)?,
                First::Right(()) => session.elapse(timer.now()),
            }
            return Ok(None);
        }
        match race(transport.receive(), sleep(timer, session.deadline())).await {
            First::Left(Ok(Some(frame))) => return Ok(Some(frame)),
            First::Left(Ok(None)) => session.close(),
            First::Left(Err(error)) => return Err(Loss::transport(error)),
            First::Right(()) => session.elapse(timer.now()),
        }
        Ok(None)
    }

    /// Sends heartbeats and receives nothing, without end.
    pub(super) async fn keep_alive(&mut self, timer: &impl Timer) -> Infallible {
        while self.fault.is_none() {
            if let Err(loss) = self.next_heartbeat(timer).await {
                self.fault = Some(loss);
            }
        }
        pending().await
    }

    async fn next_heartbeat(&mut self, timer: &impl Timer) -> Result<(), Loss<P>> {
        let Self {
            transport,
            session,
            unsent,
            ..
        } = self;
        write(session, unsent)?;
        match unsent.clone() {
            Some(frame) => transport
                .send(frame)
                .await
                .map_err(Loss::transport)
                .map(|()| *unsent = None),
            None => {
                sleep(timer, session.heartbeat_at()).await;
                session.beat(timer.now());
                Ok(())
            }
        }
    }

    fn check(&mut self) -> Result<(), Loss<P>> {
        match self.fault.take() {
            Some(fault) => Err(fault),
            None => self
                .session
                .end()
                .map_or(Ok(()), |end| Err(Loss::Session(end.clone()))),
        }
    }
}

/// Puts the session's next message into a frame, unless one is still to be sent.
fn write<P: Protocol>(session: &mut Session<P>, unsent: &mut Option<Frame>) -> Result<(), Loss<P>> {
    if unsent.is_none() {
        let message = session.outgoing();
        let text = message
            .map(|message| serde_json::to_string(&message))
            .transpose();
        *unsent = text.map_err(Loss::Encode)?.map(Frame::Text);
    }
    Ok(())
}

/// Notes until when somebody listened, also when the listener is dropped in the middle.
struct Listening<'own, T: Timer> {
    until: &'own mut Instant,
    timer: &'own T,
}

impl<T: Timer> Drop for Listening<'_, T> {
    fn drop(&mut self) {
        *self.until = self.timer.now();
    }
}
