//! What a client needs from outside: connections and a clock.
//! In: nothing, or an instant; out: a transport, or the time that has come. Implemented by whoever has a runtime.

use std::error::Error;
use std::future::{Future, pending};
use std::time::Instant;

use super::Transport;

/// Makes connections.
///
/// A closure is one: `|| async { … }` that gives a transport or an error.
pub trait Connect: Send {
    /// What it connects.
    type Transport: Transport;
    /// Why it could not.
    type Error: Error + Send + Sync + 'static;

    /// Makes a connection, each time anew.
    ///
    /// # Errors
    ///
    /// Those of the carrier.
    fn connect(
        &mut self,
    ) -> impl Future<Output = Result<Self::Transport, Self::Error>> + Send + 'static;

    /// Whether it may help to try again after this error.
    fn may_pass(_error: &Self::Error) -> bool {
        true
    }
}

impl<F, Connecting, T, E> Connect for F
where
    F: FnMut() -> Connecting + Send,
    Connecting: Future<Output = Result<T, E>> + Send + 'static,
    T: Transport,
    E: Error + Send + Sync + 'static,
{
    type Transport = T;
    type Error = E;

    fn connect(&mut self) -> impl Future<Output = Result<T, E>> + Send + 'static {
        self()
    }
}

/// A clock.
pub trait Timer: Send + Sync {
    /// The present instant.
    fn now(&self) -> Instant {
        Instant::now()
    }

    /// Waits for an instant; one that has passed is there at once.
    fn sleep_until(&self, deadline: Instant) -> impl Future<Output = ()> + Send;
}

/// Waits for an instant; without one, for ever.
pub(super) async fn sleep(timer: &impl Timer, deadline: Option<Instant>) {
    match deadline {
        Some(deadline) => timer.sleep_until(deadline).await,
        None => pending().await,
    }
}
