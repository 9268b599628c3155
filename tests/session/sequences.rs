//! Every sequence of frames and instants that a property test can think of.

use std::time::{Duration, Instant};

use contact_center_events::agent_engagement::{Authentication, ClientMessage, SessionProtocol};
use contact_center_events::session::{Limits, Session};
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

use crate::heard::Heard;
use crate::live;

/// Anything at all, in any order.
#[derive(Clone, Debug)]
enum Input {
    Hear(Heard),
    Wait,
    Beat,
    Excuse(u64),
    Send,
    Close,
}

fn heard() -> impl Strategy<Value = Heard> {
    let terms = (
        prop_oneof![0..100_i64, any::<i64>()],
        prop_oneof![0..400_i64, any::<i64>()],
    );
    prop_oneof![
        4 => terms.prop_map(|(interval, expires)| Heard::Confirmed { interval, expires }),
        1 => Just(Heard::Status("CONNECTION_FAILED_INVALID_TOKEN")),
        1 => Just(Heard::NoStatus),
        6 => Just(Heard::Pong),
        6 => Just(Heard::Event),
        2 => Just(Heard::Unknown),
        2 => Just(Heard::Malformed),
    ]
}

fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        6 => heard().prop_map(Input::Hear),
        3 => Just(Input::Wait),
        2 => Just(Input::Beat),
        1 => any::<u64>().prop_map(Input::Excuse),
        4 => Just(Input::Send),
        1 => Just(Input::Close),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// No sequence of frames and instants, in whatever order, makes it panic; what it sends is always right.
    #[test]
    fn any_sequence_is_survived(inputs in vec((input(), 0..200_000_u64), 0..60)) {
        let start = Instant::now();
        let mut session = Session::<SessionProtocol>::open(Authentication::new("s", "t"), Limits::default(), start);
        let mut sent = 0;
        let mut was_live = false;
        for (input, at) in inputs {
            // Instants may even go backwards.
            let now = start + Duration::from_millis(at);
            match input {
                Input::Hear(heard) => _ = session.receive(heard.message(), now),
                Input::Wait => session.elapse(now),
                Input::Beat => session.beat(now),
                Input::Excuse(seconds) => session.excuse(Duration::from_secs(seconds)),
                Input::Close => session.close(),
                Input::Send => if let Some(message) = session.outgoing() {
                    let is_opening = matches!(message, ClientMessage::Authentication(_));
                    prop_assert!(!is_opening || sent == 0, "the authentication is sent once");
                    prop_assert!(is_opening || was_live, "nothing but the authentication before the confirmation");
                    sent += 1;
                },
            }
            was_live |= session.is_live();
            if session.end().is_some() {
                prop_assert_eq!(session.outgoing(), None);
                prop_assert_eq!(session.deadline(), None);
            }
        }
    }

    /// Driven as its docs say, it never sends a ping late, and never asks for an instant twice.
    #[test]
    fn a_ping_is_never_late(
        interval in 1..100_i64,
        expires in 0..2000_i64,
        inputs in vec((heard(), 0..50_000_u64), 0..60),
    ) {
        let mut now = Instant::now();
        let mut session = live(interval, expires, now);
        let mut every = every(interval);
        let mut due = now + every;
        for (heard, after) in inputs {
            let then = now + Duration::from_millis(after);
            while let Some(deadline) = session.deadline().filter(|deadline| *deadline <= then) {
                prop_assert!(deadline >= now);
                now = deadline;
                session.elapse(now);
                prop_assert!(session.deadline().is_none_or(|next| next > now), "no deadline comes twice");
                if session.outgoing().is_some() {
                    prop_assert!(now <= due);
                    due = now + every;
                }
            }
            if !session.is_live() {
                break;
            }
            now = then;
            prop_assert!(now <= due);
            if let Heard::Confirmed { interval, .. } = &heard {
                every = self::every(*interval);
                due = due.min(now + every);
            }
            session.receive(heard.message(), now);
            if session.outgoing().is_some() {
                due = now + every;
            }
        }
    }
}

/// The longest time between pings where the server states an interval.
fn every(stated: i64) -> Duration {
    let stated = u64::try_from(stated).ok().filter(|stated| *stated > 0);
    Duration::from_secs(stated.unwrap_or(30).min(30))
}
