//! The state machine of a session, without clock and socket: the protocol as the document tells it, and every sequence
//! of frames and instants that a property test can think of.

use std::time::{Duration, Instant};

use contact_center_events::Frame;
use contact_center_events::agent_engagement::{
    Authentication, AuthenticationResponse, AuthenticationResponseStatus, ClientMessage,
    ServerMessage, SessionProtocol,
};
use contact_center_events::session::{End, Event, Kind, Limits, Malformed, Protocol, Session};
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

type Machine = Session<SessionProtocol>;

const SECOND: Duration = Duration::from_secs(1);

/// What a client may hear.
#[derive(Clone, Debug)]
enum Heard {
    Confirmed { interval: i64, expires: i64 },
    Status(&'static str),
    NoStatus,
    Pong,
    Event,
    Unknown,
    Malformed,
}

impl Heard {
    fn frame(&self) -> String {
        match self {
            Self::Confirmed { interval, expires } => format!(
                r#"{{"event":"authenticationResponse","status":"CONNECTION_CONFIRMED","pingInterval":{interval},"expiresInterval":{expires}}}"#
            ),
            Self::Status(status) => {
                format!(r#"{{"event":"authenticationResponse","status":"{status}"}}"#)
            }
            Self::NoStatus => r#"{"event":"authenticationResponse"}"#.to_owned(),
            Self::Pong => r#"{"event":"pong"}"#.to_owned(),
            Self::Event => {
                r#"{"correlationId":"c","body":{"event":"AgentState","agentId":"a"}}"#.to_owned()
            }
            Self::Unknown => r#"{"event":"weather"}"#.to_owned(),
            Self::Malformed => r#"{"event":7}"#.to_owned(),
        }
    }

    fn message(&self) -> Result<ServerMessage, Malformed> {
        let frame = self.frame();
        ServerMessage::from_json(&frame).map_err(|error| Malformed {
            frame: Frame::Text(frame),
            error,
        })
    }
}

fn opened(now: Instant) -> Machine {
    let mut session = Session::open(
        Authentication::new("subscription", "token"),
        Limits::default(),
        now,
    );
    assert!(matches!(
        session.outgoing(),
        Some(ClientMessage::Authentication(_))
    ));
    assert_eq!(session.outgoing(), None);
    session
}

fn live(interval: i64, expires: i64, now: Instant) -> Machine {
    let mut session = opened(now);
    let event = session.receive(Heard::Confirmed { interval, expires }.message(), now);
    assert!(matches!(event, Some(Event::Confirmed(_))));
    session
}

#[test]
fn each_refusal_is_told_apart() {
    let known = AuthenticationResponseStatus::KNOWN
        .iter()
        .filter(|status| **status != "CONNECTION_CONFIRMED");
    for status in known.chain(&["CONNECTION_FAILED_FULL_MOON"]) {
        let now = Instant::now();
        let mut session = opened(now);
        assert_eq!(session.receive(Heard::Status(status).message(), now), None);
        let expected = AuthenticationResponseStatus::from(*status);
        assert_eq!(session.end(), Some(&End::Refused(Some(expected.clone()))));
        assert!(session.end().expect("an end").to_string().ends_with(status));
        let may_pass = *status == "CONNECTION_FAILED_INTERNAL_SERVER_ERROR";
        assert_eq!(SessionProtocol::may_pass(&expected), may_pass);
    }
    let mut session = opened(Instant::now());
    session.receive(Heard::NoStatus.message(), Instant::now());
    assert_eq!(session.end(), Some(&End::Refused(None)));
}

#[test]
fn nothing_but_the_answer_may_come_first() {
    for early in [Heard::Event, Heard::Pong, Heard::Malformed] {
        let now = Instant::now();
        let mut session = opened(now);
        assert_eq!(session.receive(early.message(), now), None);
        assert_eq!(
            session.end(),
            Some(&End::Unexpected(Box::new(early.message())))
        );
    }
}

#[test]
fn what_is_unknown_is_delivered_even_before_the_answer() {
    let now = Instant::now();
    let mut session = opened(now);
    assert!(matches!(
        session.receive(Heard::Unknown.message(), now),
        Some(Event::Message(_))
    ));
    assert_eq!(session.end(), None);
    session.elapse(now + 10 * SECOND);
    assert_eq!(session.end(), Some(&End::Unanswered));
}

#[test]
fn pings_go_at_the_smaller_of_both_intervals() {
    for (stated, every) in [
        (300, 30),
        (30, 30),
        (5, 5),
        (0, 30),
        (-1, 30),
        (i64::MAX, 30),
    ] {
        let now = Instant::now();
        let session = live(stated, 0, now);
        assert_eq!(
            session.heartbeat_at(),
            Some(now + every * SECOND),
            "{stated}"
        );
    }
}

#[test]
fn a_pong_in_time_keeps_the_session() {
    let now = Instant::now();
    let mut session = live(20, 0, now);
    session.elapse(now + 20 * SECOND);
    assert!(matches!(session.outgoing(), Some(ClientMessage::Ping(_))));
    assert_eq!(session.deadline(), Some(now + 30 * SECOND));
    assert_eq!(
        session.receive(Heard::Pong.message(), now + 29 * SECOND),
        None
    );
    session.elapse(now + 30 * SECOND);
    assert_eq!(session.end(), None);
    session.elapse(now + 40 * SECOND);
    session.elapse(now + 50 * SECOND);
    assert_eq!(session.end(), Some(&End::HeartbeatMissed));
}

#[test]
fn nobody_is_blamed_for_what_nobody_listened_to() {
    let now = Instant::now();
    let mut session = live(20, 0, now);
    session.beat(now + 20 * SECOND);
    session.beat(now + 35 * SECOND);
    session.excuse(15 * SECOND);
    session.elapse(now + 36 * SECOND);
    assert_eq!(session.end(), None);
    session.elapse(now + 45 * SECOND);
    assert_eq!(session.end(), Some(&End::HeartbeatMissed));
}

#[test]
fn a_session_expires_and_can_be_renewed() {
    let now = Instant::now();
    let mut session = live(300, 60, now);
    let renewed = session.receive(
        Heard::Confirmed {
            interval: 300,
            expires: 60,
        }
        .message(),
        now + 29 * SECOND,
    );
    assert!(matches!(renewed, Some(Event::Confirmed(_))));
    assert_eq!(
        session.heartbeat_at(),
        Some(now + 30 * SECOND),
        "new terms put off no ping"
    );
    session.elapse(now + 30 * SECOND);
    session.receive(Heard::Pong.message(), now + 31 * SECOND);
    session.elapse(now + 88 * SECOND);
    session.receive(Heard::Pong.message(), now + 88 * SECOND);
    assert_eq!(session.end(), None);
    session.elapse(now + 89 * SECOND);
    assert_eq!(session.end(), Some(&End::Expired));
}

#[test]
fn the_first_end_is_the_last_word() {
    let now = Instant::now();
    let mut session = live(20, 0, now);
    session.close();
    assert_eq!(session.end(), Some(&End::Closed));
    session.elapse(now + 1000 * SECOND);
    assert_eq!(session.receive(Heard::Event.message(), now), None);
    assert_eq!((session.outgoing(), session.deadline()), (None, None));
    assert_eq!(session.end(), Some(&End::Closed));
}

#[test]
fn messages_are_named_by_what_is_within() {
    for (heard, name) in [
        (Heard::Event, (Kind::Known, "AgentState")),
        (Heard::Unknown, (Kind::Unknown, "weather")),
    ] {
        assert_eq!(
            SessionProtocol::name(&heard.message().expect("a message")),
            name
        );
    }
    let teleported = r#"{"correlationId":"c","body":{"event":"AgentTeleported"}}"#;
    let teleported = ServerMessage::from_json(teleported).expect("a message");
    assert_eq!(
        SessionProtocol::name(&teleported),
        (Kind::Unknown, "AgentTeleported")
    );
    let answer = ServerMessage::from(AuthenticationResponse::default());
    assert_eq!(
        SessionProtocol::name(&answer),
        (Kind::Known, "authenticationResponse")
    );
}

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
