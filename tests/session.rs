//! The state machine of a session, without clock and socket: the protocol as the document tells it.

#[path = "session/heard.rs"]
mod heard;
#[path = "session/sequences.rs"]
mod sequences;

use std::time::{Duration, Instant};

use contact_center_events::agent_engagement::{
    Authentication, AuthenticationResponse, AuthenticationResponseStatus, ClientMessage,
    ServerMessage, SessionProtocol,
};
use contact_center_events::session::{End, Event, Kind, Limits, Protocol, Session};
use heard::Heard;

type Machine = Session<SessionProtocol>;

const SECOND: Duration = Duration::from_secs(1);

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
