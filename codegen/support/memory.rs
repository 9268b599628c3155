//! A transport that stays in memory, for tests: what one end sends, the other receives.
//! Bounded: a sender waits while the other end has its fill. Closed by dropping an end; what was sent before is still
//! received. Needs no runtime.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use super::{Frame, Transport};

/// Two ends of one connection; each holds up to `capacity` frames (at least 1) that it has not received yet.
pub fn pair(capacity: usize) -> (End, End) {
    let (there, back) = (Arc::new(Lane::new(capacity)), Arc::new(Lane::new(capacity)));
    (
        End {
            outgoing: Arc::clone(&there),
            incoming: Arc::clone(&back),
        },
        End {
            outgoing: back,
            incoming: there,
        },
    )
}

/// One end of a connection in memory.
#[derive(Debug)]
pub struct End {
    outgoing: Arc<Lane>,
    incoming: Arc<Lane>,
}

/// The other end is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed;

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the other end is closed")
    }
}

impl std::error::Error for Closed {}

impl Transport for End {
    type Error = Closed;

    async fn send(&mut self, frame: Frame) -> Result<(), Closed> {
        let mut frame = Some(frame);
        poll_fn(|context| self.outgoing.poll_push(&mut frame, context)).await
    }

    async fn receive(&mut self) -> Result<Option<Frame>, Closed> {
        Ok(poll_fn(|context| self.incoming.poll_pop(context)).await)
    }
}

impl Drop for End {
    fn drop(&mut self) {
        self.outgoing.close();
        self.incoming.close();
    }
}

/// Frames on their way in one direction.
#[derive(Debug)]
struct Lane {
    capacity: usize,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    frames: VecDeque<Frame>,
    closed: bool,
    sender: Option<Waker>,
    receiver: Option<Waker>,
}

impl Lane {
    fn new(capacity: usize) -> Self {
        Self {
            capacity: capacity.max(1),
            state: Mutex::default(),
        }
    }

    // No code that runs under the lock can leave the state half changed, so a panic elsewhere does not spoil it.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn poll_push(
        &self,
        frame: &mut Option<Frame>,
        context: &mut Context<'_>,
    ) -> Poll<Result<(), Closed>> {
        let mut state = self.state();
        if state.closed {
            return Poll::Ready(Err(Closed));
        }
        if state.frames.len() >= self.capacity {
            state.sender = Some(context.waker().clone());
            return Poll::Pending;
        }
        state.frames.extend(frame.take());
        wake(state.receiver.take());
        Poll::Ready(Ok(()))
    }

    fn poll_pop(&self, context: &mut Context<'_>) -> Poll<Option<Frame>> {
        let mut state = self.state();
        let frame = state.frames.pop_front();
        if frame.is_none() && !state.closed {
            state.receiver = Some(context.waker().clone());
            return Poll::Pending;
        }
        wake(state.sender.take());
        Poll::Ready(frame)
    }

    fn close(&self) {
        let mut state = self.state();
        state.closed = true;
        wake(state.sender.take());
        wake(state.receiver.take());
    }
}

fn wake(waker: Option<Waker>) {
    if let Some(waker) = waker {
        waker.wake();
    }
}
