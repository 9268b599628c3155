//! A transport over WebSocket, on tokio, with TLS by rustls: the feature `websocket`.
//! In: a `ws:` or `wss:` URL; out: frames. Pings of the protocol are answered here and do not show up; a message above
//! the limit is an error before it is held in memory.
//!
//! Proxies close connections on which nothing passes, often after 60 s: the heartbeats of a session, sent by
//! [`Client`], prevent that; a transport that is used without a client has to send something of its own.

mod close;
mod error;
mod tls;

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Instant;

use futures_util::{Sink, SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::rustls::ClientConfig;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::Uri;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;

use super::client::{Client, Connect, Timer};
use super::session::Protocol;
use super::{Frame, Transport};

pub use close::{Close, CloseCode};
pub use error::Error;

/// The largest message that is received unless set otherwise: 1 MiB.
pub const MAX_MESSAGE: usize = 1 << 20;

/// A client that connects to a `ws:` or `wss:` URL.
///
/// # Errors
///
/// [`Error::Url`].
pub fn client<P: Protocol>(
    protocol: P,
    url: &str,
    opening: P::Opening,
) -> Result<Client<P, Endpoint, Clock>, Error> {
    Ok(Client::new(protocol, Endpoint::new(url)?, Clock, opening))
}

/// The clock of tokio.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock;

impl Timer for Clock {
    fn now(&self) -> Instant {
        tokio::time::Instant::now().into_std()
    }

    async fn sleep_until(&self, deadline: Instant) {
        tokio::time::sleep_until(deadline.into()).await;
    }
}

/// Where to connect, and how.
#[derive(Clone)]
pub struct Endpoint {
    uri: Uri,
    host: String,
    port: u16,
    /// `None` for `ws:`.
    tls: Option<Arc<ClientConfig>>,
    max_message: usize,
}

impl Endpoint {
    /// An endpoint by its URL: `wss://host:port/path`, or `ws:` without TLS. Trusts the certificate authorities that
    /// Mozilla trusts.
    ///
    /// # Errors
    ///
    /// [`Error::Url`].
    pub fn new(url: &str) -> Result<Self, Error> {
        let uri: Uri = url.parse().map_err(|_| Error::Url)?;
        let (tls, port) = match uri.scheme_str() {
            Some("wss") => (Some(tls::config(&[])?), 443),
            Some("ws") => (None, 80),
            _ => return Err(Error::Url),
        };
        let host = uri
            .host()
            .ok_or(Error::Url)?
            .trim_matches(['[', ']'])
            .to_owned();
        let port = uri.port_u16().unwrap_or(port);
        Ok(Self {
            uri,
            host,
            port,
            tls,
            max_message: MAX_MESSAGE,
        })
    }

    /// The same, trusting these certificate authorities (DER) and no others.
    ///
    /// # Errors
    ///
    /// [`Error::Certificate`].
    pub fn with_authorities(mut self, certificates: &[&[u8]]) -> Result<Self, Error> {
        if self.tls.is_some() {
            self.tls = Some(tls::config(certificates)?);
        }
        Ok(self)
    }

    /// The same, with another limit on the size of a message, in bytes.
    #[must_use]
    pub fn with_max_message(mut self, bytes: usize) -> Self {
        self.max_message = bytes;
        self
    }

    async fn open(self) -> Result<WebSocket, Error> {
        let socket = TcpStream::connect((self.host.as_str(), self.port))
            .await
            .map_err(Error::Connect)?;
        socket.set_nodelay(true).map_err(Error::Connect)?;
        let socket: Box<dyn Socket> = match self.tls {
            Some(config) => Box::new(tls::encrypted(config, &self.host, socket).await?),
            None => Box::new(socket),
        };
        WebSocket::upgraded(socket, &self.uri, self.max_message).await
    }
}

impl fmt::Debug for Endpoint {
    /// Without the query, which may hold a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.tls.is_some() { "wss" } else { "ws" };
        write!(
            f,
            "Endpoint({scheme}://{}:{}{})",
            self.host,
            self.port,
            self.uri.path()
        )
    }
}

impl Connect for Endpoint {
    type Transport = WebSocket;
    type Error = Error;

    fn connect(&mut self) -> impl Future<Output = Result<WebSocket, Error>> + Send + 'static {
        self.clone().open()
    }

    fn may_pass(error: &Error) -> bool {
        error.may_pass()
    }
}

/// What a WebSocket runs on.
trait Socket: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Socket for S {}

/// An open WebSocket.
pub struct WebSocket(WebSocketStream<Box<dyn Socket>>);

impl WebSocket {
    async fn upgraded(
        socket: Box<dyn Socket>,
        uri: &Uri,
        max_message: usize,
    ) -> Result<Self, Error> {
        let request = uri.into_client_request().map_err(Error::from)?;
        // The library's own buffer of 128 KiB is far more than a stream of small messages needs.
        let config = WebSocketConfig::default()
            .read_buffer_size(16 << 10)
            .max_message_size(Some(max_message))
            .max_frame_size(Some(max_message));
        let upgraded =
            tokio_tungstenite::client_async_with_config(request, socket, Some(config)).await;
        upgraded
            .map(|(stream, _)| Self(stream))
            .map_err(Error::from)
    }

    /// Says that nothing more will be sent, and waits until the other end has closed too.
    ///
    /// # Errors
    ///
    /// Those of the connection.
    pub async fn close(mut self) -> Result<(), Error> {
        self.0.close(None).await.map_err(Error::from)?;
        while let Some(message) = self.0.next().await {
            message.map_err(Error::from)?;
        }
        Ok(())
    }

    /// Hands the reply to a close frame to the system; should the socket be full, the other end can do without.
    async fn reply_to_close(&mut self) {
        poll_fn(|context| {
            _ = Pin::new(&mut self.0).poll_flush(context);
            Poll::Ready(())
        })
        .await;
    }
}

impl fmt::Debug for WebSocket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebSocket")
    }
}

impl Transport for WebSocket {
    type Error = Error;

    async fn send(&mut self, frame: Frame) -> Result<(), Error> {
        let message = match frame {
            Frame::Text(text) => Message::text(text),
            Frame::Binary(bytes) => Message::binary(bytes),
        };
        self.0.send(message).await.map_err(Error::from)
    }

    /// A close frame is the end without an error only if it says that all went as planned (1000).
    async fn receive(&mut self) -> Result<Option<Frame>, Error> {
        loop {
            match self.0.next().await.transpose()? {
                Some(Message::Text(text)) => {
                    return Ok(Some(Frame::Text(text.as_str().to_owned())));
                }
                Some(Message::Binary(bytes)) => return Ok(Some(Frame::Binary(bytes.into()))),
                Some(Message::Ping(_) | Message::Pong(_) | Message::Frame(_)) => {}
                Some(Message::Close(frame)) => {
                    self.reply_to_close().await;
                    return Close::of(frame).map_or(Ok(None), |close| Err(Error::Closed(close)));
                }
                None => return Ok(None),
            }
        }
    }
}
