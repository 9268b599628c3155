//! Somebody who is told what comes in, for figures: every message, heartbeats and answers too.
//! In: the kind and the name of each; out: whatever the observer makes of it. Never sees the content.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::super::session::{Kind, Malformed, Protocol};

/// Is told of every frame that is received.
///
/// A closure is one: `|kind: Kind, name: &str| …`.
pub trait Observer: Send {
    /// A frame was received: what became of it, and its name. The name comes from the other end, unless it is known.
    fn observe(&mut self, kind: Kind, name: &str);
}

impl<F: FnMut(Kind, &str) + Send> Observer for F {
    fn observe(&mut self, kind: Kind, name: &str) {
        self(kind, name);
    }
}

/// An observer that counts by kind and name. Clones count together, so one can be kept to look at.
///
/// It counts 1000 different names; those that come after count as one, without a name.
#[derive(Clone, Debug, Default)]
pub struct Counts(Arc<Mutex<BTreeMap<(Kind, String), u64>>>);

/// The server chooses the names, so there may be any number of them.
const NAMES: usize = 1000;

impl Counts {
    /// How many of each there were.
    pub fn get(&self) -> BTreeMap<(Kind, String), u64> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// How many of one kind there were.
    pub fn of(&self, kind: Kind) -> u64 {
        let counts = self.get();
        counts
            .iter()
            .filter(|((counted, _), _)| *counted == kind)
            .map(|(_, count)| count)
            .sum()
    }
}

impl Observer for Counts {
    fn observe(&mut self, kind: Kind, name: &str) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut key = (kind, name.to_owned());
        if counts.len() >= NAMES && !counts.contains_key(&key) {
            key.1.clear();
        }
        *counts.entry(key).or_default() += 1;
    }
}

/// Tells an observer what became of a frame.
pub(super) fn tell<P: Protocol>(
    observer: &mut dyn Observer,
    message: &Result<P::Incoming, Malformed>,
) {
    match message {
        Ok(message) => {
            let (kind, name) = P::name(message);
            observer.observe(kind, name);
        }
        Err(malformed) => observer.observe(Kind::Malformed, malformed.name()),
    }
}
