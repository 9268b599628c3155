//! Pauses between attempts: each about twice as long as the one before, none the same for two clients.
//! In: the number of attempts so far; out: a pause, or the end of patience.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::time::Duration;

/// How a client that lost its connection tries again.
///
/// The pause before attempt *n* is drawn evenly from the upper half of `first` × 2ⁿ⁻¹, and that is never more than
/// `longest`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Backoff {
    /// The pause before the first attempt, at most: 500 ms unless set.
    pub first: Duration,
    /// The longest pause: 30 s unless set. A session that was live for this long makes a client patient again.
    pub longest: Duration,
    /// How many attempts in a row may fail before the client ends: 20 unless set, about eight minutes.
    pub attempts: u32,
}

impl Default for Backoff {
    fn default() -> Self {
        Self {
            first: Duration::from_millis(500),
            longest: Duration::from_secs(30),
            attempts: 20,
        }
    }
}

impl Backoff {
    /// The longest pause before an attempt, counted from 1.
    fn ceiling(&self, attempt: u32) -> Duration {
        let factor = 2_u32.saturating_pow(attempt.saturating_sub(1));
        self.first.saturating_mul(factor).min(self.longest)
    }
}

/// The attempts so far.
#[derive(Debug, Default)]
pub(super) struct Retries(u32);

impl Retries {
    /// The pause before the next attempt; `None` when there have been enough.
    pub(super) fn pause(&mut self, backoff: &Backoff) -> Option<Duration> {
        if self.0 >= backoff.attempts {
            return None;
        }
        self.0 += 1;
        let half = backoff.ceiling(self.0) / 2;
        Some(half + half.mul_f64(fraction()))
    }

    /// Starts again from the first pause, after a session that lasted.
    pub(super) fn forget_if(&mut self, lived: Duration, backoff: &Backoff) {
        if lived >= backoff.longest {
            self.0 = 0;
        }
    }

    /// How many there were since a session lasted.
    pub(super) fn attempts(&self) -> u32 {
        self.0
    }
}

/// Some number from 0 up to 1, another one each time: the keys of a new hash table's hasher are random, and that is
/// all the randomness that is needed here.
fn fraction() -> f64 {
    let bits = u32::try_from(RandomState::new().hash_one(0) >> 32).unwrap_or_default();
    f64::from(bits) / f64::from(u32::MAX)
}
