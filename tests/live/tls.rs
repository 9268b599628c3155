//! The same over TLS, with a certificate authority made for the test.

use std::error::Error as _;
use std::net::SocketAddr;
use std::sync::Arc;

use contact_center_events::agent_engagement::{Authentication, SessionProtocol};
use contact_center_events::client::{Client, Event, Loss};
use contact_center_events::subscription::{Error, Request, Subscriptions};
use contact_center_events::websocket::{self, Clock, Endpoint};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use super::service::Service;
use super::{event, impatient, number, quick};

/// An authority (DER), and a server with its certificate for `localhost`.
fn authority() -> (Vec<u8>, TlsAcceptor) {
    let key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = params.self_signed(&key).expect("a certificate");
    let issuer = Issuer::new(params, key);
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(["localhost".to_owned()]).expect("a name");
    let certificate = params.signed_by(&key, &issuer).expect("a certificate");
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .expect("a server's certificate");
    (
        authority.der().to_vec(),
        TlsAcceptor::from(Arc::new(config)),
    )
}

async fn simulator() -> (Vec<u8>, SocketAddr) {
    let (authority, tls) = authority();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let service = Service::new(quick(), format!("wss://localhost:{}", address.port()));
    tokio::spawn(service.serve(listener, Some(tls)));
    (authority, address)
}

#[tokio::test]
async fn call_and_stream_over_tls() {
    let (authority, address) = simulator().await;
    let base = format!("https://localhost:{}", address.port());
    let subscriptions = Subscriptions::new(&base, "DEMO", "demo-token").expect("a URL");
    let subscriptions = subscriptions.with_authorities(&[&authority]);
    let create = move || subscriptions.create(&Request::default());
    let subscription = tokio::task::spawn_blocking(create)
        .await
        .expect("no panic")
        .expect("a subscription");
    let endpoint = Endpoint::new(&subscription.transport.endpoint).expect("a URL");
    let endpoint = endpoint
        .with_authorities(&[&authority])
        .expect("an authority");
    let opening = Authentication::new(subscription.subscription_id, "demo-token");
    let mut client = Client::new(SessionProtocol, endpoint, Clock, opening);
    assert!(matches!(event(&mut client).await, Event::Connected(_)));
    assert_eq!(number(&event(&mut client).await), Some(0));
}

#[tokio::test]
async fn a_host_that_is_not_who_it_says_is_not_trusted() {
    let (authority, address) = simulator().await;
    let stranger = Endpoint::new(&format!("wss://localhost:{}/ws", address.port())).expect("a URL");
    let misnamed = Endpoint::new(&format!("wss://127.0.0.1:{}/ws", address.port())).expect("a URL");
    let misnamed = misnamed
        .with_authorities(&[&authority])
        .expect("an authority");
    for endpoint in [stranger, misnamed] {
        let opening = Authentication::new("demo", "demo-token");
        let client = Client::new(SessionProtocol, endpoint, Clock, opening);
        let ended = client
            .with_options(impatient())
            .next()
            .await
            .expect("an end")
            .expect_err("no trust");
        assert_eq!(ended.attempts, 0, "trying again makes no difference");
        assert!(
            matches!(ended.loss.transport_error(), Some(websocket::Error::Tls(_))),
            "{ended:?}"
        );
    }
}

#[tokio::test]
async fn neither_is_it_by_the_call() {
    let (_, address) = simulator().await;
    let base = format!("https://localhost:{}", address.port());
    let subscriptions = Subscriptions::new(&base, "DEMO", "demo-token").expect("a URL");
    let create = move || subscriptions.create(&Request::default());
    let error = tokio::task::spawn_blocking(create)
        .await
        .expect("no panic")
        .expect_err("no trust");
    assert!(matches!(error, Error::Unreached(_)) && error.source().is_some());
}

#[tokio::test]
async fn without_a_server_there_is_no_connection() {
    let opening = Authentication::new("demo", "demo-token");
    let client =
        websocket::client(SessionProtocol, "wss://127.0.0.1:9/ws", opening).expect("a URL");
    let first = event(&mut client.with_options(impatient())).await;
    let Event::Interrupted {
        loss: loss @ Loss::Connect { .. },
        ..
    } = first
    else {
        panic!("{first:?}")
    };
    assert!(matches!(
        loss.transport_error(),
        Some(websocket::Error::Connect(_))
    ));
}
