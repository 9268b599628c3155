//! A stand-in for the platform: the HTTP call that creates a subscription and the WebSocket, on one port.
//! In: connections; out: what the document promises, by the generated types seen from the server's side, and the faults
//! that are asked for. Examples and tests share it.

mod call;
mod events;
pub(crate) mod options;
mod stream;

use std::collections::BTreeSet;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use options::Options;

/// What all connections share.
pub(crate) struct Service {
    options: Options,
    /// Where the service can be reached, as `ws://host:port` or `wss:`.
    endpoint: String,
    subscriptions: Mutex<BTreeSet<String>>,
}

impl Service {
    pub(crate) fn new(options: Options, endpoint: String) -> Arc<Self> {
        let subscriptions = Mutex::new(BTreeSet::from([options.subscription.clone()]));
        Arc::new(Self {
            options,
            endpoint,
            subscriptions,
        })
    }

    /// Serves connections until the task is dropped.
    pub(crate) async fn serve(
        self: Arc<Self>,
        listener: TcpListener,
        tls: Option<TlsAcceptor>,
    ) -> io::Result<()> {
        loop {
            let (socket, _) = listener.accept().await?;
            socket.set_nodelay(true)?;
            let (service, tls) = (Arc::clone(&self), tls.clone());
            // A connection that fails is the other end's affair.
            tokio::spawn(async move {
                _ = match tls {
                    Some(tls) => match tls.accept(socket).await {
                        Ok(socket) => service.connection(BufReader::new(socket)).await,
                        Err(error) => Err(error),
                    },
                    None => service.connection(BufReader::new(socket)).await,
                };
            });
        }
    }

    /// A request to post is the call; everything else is for the WebSocket.
    async fn connection<S>(&self, mut socket: BufReader<S>) -> io::Result<()>
    where
        S: AsyncRead + AsyncWrite + Send + Unpin,
    {
        if socket.fill_buf().await?.starts_with(b"POST") {
            self.answer_call(&mut socket).await
        } else {
            self.stream(socket).await.map_err(io::Error::other)
        }
    }

    fn subscribe(&self) -> String {
        let mut subscriptions = self
            .subscriptions
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let id = format!("subscription-{}", subscriptions.len());
        subscriptions.insert(id.clone());
        id
    }

    fn is_subscription(&self, id: &str) -> bool {
        let subscriptions = self
            .subscriptions
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        subscriptions.contains(id)
    }
}
