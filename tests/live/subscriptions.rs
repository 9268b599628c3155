//! The HTTP call, against the simulator: a subscription and its stream, and each error.

use std::time::Duration;

use contact_center_events::agent_engagement::{Authentication, SessionProtocol};
use contact_center_events::client::Event;
use contact_center_events::subscription::{Error, Request, Subscription, Subscriptions};
use contact_center_events::websocket;

use super::service::options::Fault;
use super::{event, faulty, quick, simulator};

async fn created(subscriptions: Subscriptions) -> Result<Subscription, Error> {
    let create = move || subscriptions.create(&Request::default());
    tokio::task::spawn_blocking(create).await.expect("no panic")
}

#[tokio::test]
async fn a_subscription_leads_to_its_stream() {
    let base = format!("http://{}", simulator(quick()).await);
    let subscriptions = Subscriptions::new(&base, "DEMO", "demo-token").expect("a URL");
    assert!(!format!("{subscriptions:?}").contains("demo-token"));
    let subscription = created(subscriptions).await.expect("a subscription");
    assert_eq!(subscription.family.as_deref(), Some("AGENT_ENGAGEMENT"));
    assert_eq!(subscription.lifetime(), Some(Duration::from_secs(900)));
    assert_eq!(subscription.transport.ping_interval, Some(300));
    let opening = Authentication::new(subscription.subscription_id, "demo-token");
    let client = websocket::client(SessionProtocol, &subscription.transport.endpoint, opening);
    assert!(matches!(
        event(&mut client.expect("a URL")).await,
        Event::Connected(_)
    ));
}

#[tokio::test]
async fn each_status_is_an_error_of_its_own() {
    for (status, sentence, may_pass) in [
        (401, "the token is not accepted (401)", false),
        (403, "the token does not allow to subscribe (403)", false),
        (404, "there is no such account (404)", false),
        (409, "it conflicts with another subscription (409)", false),
        (429, "too many calls (429)", true),
        (500, "the server failed (500)", true),
        (503, "the server failed (503)", true),
        (302, "the server answered with status 302", false),
        (418, "the server answered with status 418", false),
    ] {
        let base = format!("http://{}", simulator(faulty(Fault::Http(status))).await);
        let error = created(Subscriptions::new(&base, "DEMO", "demo-token").expect("a URL")).await;
        let error = error.expect_err("an error");
        assert_eq!(
            (error.to_string().as_str(), error.may_pass()),
            (sentence, may_pass)
        );
        assert_eq!(
            error.retry_after(),
            (status == 429).then_some(Duration::from_secs(7))
        );
    }
}

#[tokio::test]
async fn a_wrong_token_an_unknown_account_and_no_server() {
    let base = format!("http://{}", simulator(quick()).await);
    let wrong = created(Subscriptions::new(&base, "DEMO", "wrong").expect("a URL")).await;
    assert!(matches!(wrong, Err(Error::Unauthorized)));
    let unknown = created(Subscriptions::new(&base, "../DEMO", "demo-token").expect("a URL")).await;
    assert!(matches!(unknown, Err(Error::NotFound)));
    let nobody =
        created(Subscriptions::new("http://127.0.0.1:9", "DEMO", "t").expect("a URL")).await;
    assert!(matches!(nobody, Err(Error::Unreached(_))));
    assert!(matches!(
        Subscriptions::new("ftp://host", "DEMO", "t"),
        Err(Error::Url)
    ));
}
