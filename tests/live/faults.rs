//! Each fault of the simulator, and what the application hears of it.

use std::time::Duration;

use contact_center_events::agent_engagement::{
    Authentication, AuthenticationResponseStatus, ServerMessage, SessionProtocol,
};
use contact_center_events::client::{Counts, Ended, Event, Loss};
use contact_center_events::session::{End, Kind};
use contact_center_events::websocket::{CloseCode, Error};
use tokio::time::timeout;

use super::service::options::{FAULTS, Fault, STATUSES};
use super::{WebSocketClient, client, client_with, event, faulty, number, quick, simulator};

/// What interrupts the client for the first time.
async fn interruption(fault: Fault) -> (WebSocketClient, Loss<SessionProtocol>) {
    let mut client = client(simulator(faulty(fault)).await);
    loop {
        if let Event::Interrupted {
            loss,
            attempt,
            retry_in,
        } = event(&mut client).await
        {
            assert_eq!(attempt, 1);
            assert!(retry_in >= Duration::from_millis(2) && retry_in <= Duration::from_millis(4));
            return (client, loss);
        }
    }
}

/// How the client ends.
async fn end(mut client: WebSocketClient) -> Ended<SessionProtocol> {
    let until_end = async {
        loop {
            if let Err(ended) = client.next().await.expect("an end") {
                assert!(client.next().await.is_none());
                return ended;
            }
        }
    };
    timeout(Duration::from_secs(20), until_end)
        .await
        .expect("an end in time")
}

#[tokio::test]
async fn closed_at_once_it_tries_again_and_gives_up() {
    let ended = end(client(simulator(faulty(Fault::CloseAtOnce)).await)).await;
    assert_eq!(ended.attempts, 3);
    let Some(Error::Closed(close)) = ended.loss.transport_error() else {
        panic!("{ended:?}")
    };
    assert_eq!(
        (close.code, close.reason.as_str()),
        (CloseCode::GoingAway, "not today")
    );
    assert_eq!(
        ended.to_string(),
        "the connection failed, after 3 attempts to connect again"
    );
}

#[tokio::test]
async fn closed_mid_stream_it_comes_back_and_says_so() {
    let (mut client, loss) = interruption(Fault::CloseMidStream).await;
    let Some(Error::Closed(close)) = loss.transport_error() else {
        panic!("{loss:?}")
    };
    assert_eq!(close.code, CloseCode::Restart);
    let Event::Reconnected { gap, .. } = event(&mut client).await else {
        panic!("no reconnection")
    };
    assert!(gap >= Duration::from_millis(2));
    assert_eq!(number(&event(&mut client).await), Some(0));
}

#[tokio::test]
async fn cut_it_comes_back() {
    let (mut client, loss) = interruption(Fault::Cut).await;
    assert!(
        matches!(loss.transport_error(), Some(Error::Broken(_))),
        "{loss:?}"
    );
    assert!(matches!(
        event(&mut client).await,
        Event::Reconnected { .. }
    ));
}

#[tokio::test]
async fn silence_is_a_missed_heartbeat() {
    let options = super::service::options::Options {
        ping_interval: 1,
        ..faulty(Fault::Silence)
    };
    let mut client = client(simulator(options).await);
    loop {
        match event(&mut client).await {
            Event::Interrupted {
                loss: Loss::Session(End::HeartbeatMissed),
                ..
            } => break,
            Event::Interrupted { loss, .. } => panic!("{loss:?}"),
            _ => {}
        }
    }
}

#[tokio::test]
async fn unknown_events_are_delivered_and_counted() {
    let counts = Counts::default();
    let mut client =
        client(simulator(faulty(Fault::UnknownEvent)).await).with_observer(counts.clone());
    let mut last = None;
    while last < Some(8) {
        let event = event(&mut client).await;
        if let Event::Message(ServerMessage::Unknown(unknown)) = &event {
            assert_eq!(unknown.tag.as_deref(), Some("weather"));
        }
        last = number(&event).or(last);
    }
    let counted = counts.get();
    assert_eq!(counted[&(Kind::Unknown, "AgentTeleported".to_owned())], 1);
    assert_eq!(counted[&(Kind::Unknown, "weather".to_owned())], 1);
    assert_eq!(
        counted[&(Kind::Known, "authenticationResponse".to_owned())],
        1
    );
    assert_eq!(counts.of(Kind::Known), 10);
}

#[tokio::test]
async fn malformed_events_are_delivered_and_end_nothing() {
    let counts = Counts::default();
    let mut client =
        client(simulator(faulty(Fault::MalformedEvent)).await).with_observer(counts.clone());
    let (mut malformed, mut last) = (Vec::new(), None);
    while last < Some(8) {
        let event = event(&mut client).await;
        last = number(&event).or(last);
        if let Event::Malformed(frame) = event {
            malformed.push((frame.name().to_owned(), frame.error.path().to_owned()));
        }
    }
    let expected = [("AgentState", "$.body.agentId"), ("", "$")];
    assert_eq!(
        malformed,
        expected.map(|(name, path)| (name.to_owned(), path.to_owned()))
    );
    assert_eq!(counts.of(Kind::Malformed), 2);
}

#[tokio::test]
async fn a_huge_frame_is_an_error_and_not_held() {
    let (_, loss) = interruption(Fault::HugeFrame).await;
    let Some(Error::TooBig { size, limit }) = loss.transport_error() else {
        panic!("{loss:?}")
    };
    assert_eq!((*size, *limit), (8 << 20, 1 << 20));
}

#[tokio::test]
async fn fragments_and_binary_frames_are_events_too() {
    for fault in [Fault::SlowFrames, Fault::BinaryFrames] {
        let mut client = client(simulator(faulty(fault)).await);
        event(&mut client).await;
        for expected in 0..3 {
            assert_eq!(number(&event(&mut client).await), Some(expected));
        }
    }
}

#[tokio::test]
async fn an_event_before_the_answer_is_unexpected() {
    let (_, loss) = interruption(Fault::EarlyEvent).await;
    let Loss::Session(End::Unexpected(_)) = &loss else {
        panic!("{loss:?}")
    };
    assert_eq!(
        loss.to_string(),
        "before the session was confirmed came the message `AgentState`"
    );
}

#[tokio::test]
async fn without_an_answer_it_does_not_wait_for_ever() {
    let (_, loss) = interruption(Fault::NoAnswer).await;
    assert!(matches!(loss, Loss::Session(End::Unanswered)), "{loss:?}");
}

#[tokio::test]
async fn each_refusal_ends_the_client_but_the_one_that_may_pass() {
    for (index, status) in STATUSES.iter().enumerate() {
        let ended = end(client(simulator(faulty(Fault::Refuse(index))).await)).await;
        let Loss::Session(End::Refused(Some(refusal))) = &ended.loss else {
            panic!("{ended:?}")
        };
        assert_eq!(refusal.as_str(), *status);
        let may_pass =
            *refusal == AuthenticationResponseStatus::ConnectionFailedInternalServerError;
        assert_eq!(ended.attempts, if may_pass { 3 } else { 0 });
    }
}

#[tokio::test]
async fn a_wrong_token_is_refused_and_shows_nowhere() {
    let ended = end(client_with(simulator(quick()).await, "hunter2")).await;
    let invalid = AuthenticationResponseStatus::ConnectionFailedInvalidToken;
    assert!(matches!(&ended.loss, Loss::Session(End::Refused(Some(status))) if *status == invalid));
    let opening = Authentication::new("demo", "hunter2");
    assert!(!format!("{ended} {ended:?} {opening:?}").contains("hunter2"));
}

#[tokio::test]
async fn an_expired_session_ends_the_client_which_can_be_renewed() {
    let mut client = client(simulator(faulty(Fault::Expiry)).await);
    let ended = loop {
        if let Err(ended) = client.next().await.expect("an event") {
            break ended;
        }
    };
    assert!(
        matches!(ended.loss, Loss::Session(End::Expired)),
        "{ended:?}"
    );
    client.renew(Authentication::new("demo", "demo-token"));
    assert!(matches!(
        event(&mut client).await,
        Event::Reconnected { .. }
    ));
}

#[test]
fn each_fault_has_a_name() {
    for (name, fault) in FAULTS {
        assert_eq!(Fault::named(name), Some(fault));
    }
    assert_eq!(Fault::named("http=429"), Some(Fault::Http(429)));
    assert_eq!(
        Fault::named(&format!("refuse={}", STATUSES[4])),
        Some(Fault::Refuse(4))
    );
    assert_eq!(
        (
            Fault::named("http=200"),
            Fault::named("refuse=me"),
            Fault::named("")
        ),
        (None, None, None)
    );
}
