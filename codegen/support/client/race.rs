//! Two futures, of which the first to be ready counts.
//! In: two futures; out: the outcome of one. The other is dropped.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// The outcome of a race.
pub(super) enum First<L, R> {
    /// Of the left future, which is preferred when both are ready.
    Left(L),
    /// Of the right future.
    Right(R),
}

/// Waits for the first of the two.
pub(super) async fn race<L: Future, R: Future>(left: L, right: R) -> First<L::Output, R::Output> {
    let (mut left, mut right) = (pin!(left), pin!(right));
    poll_fn(|context| {
        if let Poll::Ready(output) = left.as_mut().poll(context) {
            return Poll::Ready(First::Left(output));
        }
        right.as_mut().poll(context).map(First::Right)
    })
    .await
}
