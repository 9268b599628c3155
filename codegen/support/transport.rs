//! The interface to whatever carries frames: a WebSocket, a broker, a test.
//! In: frames to send; out: frames received, in order. No runtime and no protocol library is known here.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// One frame, as WebSockets have them; carriers without the difference use either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Text in UTF-8.
    Text(String),
    /// Bytes.
    Binary(Vec<u8>),
}

impl Frame {
    /// The content as bytes.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Binary(bytes) => bytes,
        }
    }
}

/// Carries frames both ways.
///
/// Implement it with plain `async fn`. The futures are named by no type, so there is no `dyn Transport`; where one type
/// for all transports is wanted, [`BoxTransport`] is it, for a box per frame.
pub trait Transport: Send {
    /// Why it could not carry a frame.
    type Error: Error + Send + Sync + 'static;

    /// Sends one frame.
    ///
    /// A future that is dropped before it is ready must leave the transport usable: the frame is sent whole or not at
    /// all, and the next one can follow.
    ///
    /// # Errors
    ///
    /// Those of the carrier, a closed one included.
    fn send(&mut self, frame: Frame) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Receives the next frame; `None` when the other end has closed. Frames that are the protocol's own business, such
    /// as a WebSocket's pings, do not show up.
    ///
    /// Must lose nothing when the future is dropped before it is ready, so that it can stand in a `select!`.
    ///
    /// # Errors
    ///
    /// Those of the carrier.
    fn receive(&mut self) -> impl Future<Output = Result<Option<Frame>, Self::Error>> + Send;
}

impl<T: Transport> Transport for &mut T {
    type Error = T::Error;

    fn send(&mut self, frame: Frame) -> impl Future<Output = Result<(), Self::Error>> + Send {
        T::send(self, frame)
    }

    fn receive(&mut self) -> impl Future<Output = Result<Option<Frame>, Self::Error>> + Send {
        T::receive(self)
    }
}

/// Any transport, its type forgotten.
pub struct BoxTransport(Box<dyn Erased>);

impl BoxTransport {
    /// Forgets the type of a transport.
    pub fn new(transport: impl Transport + 'static) -> Self {
        Self(Box::new(transport))
    }
}

impl fmt::Debug for BoxTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BoxTransport")
    }
}

impl Transport for BoxTransport {
    type Error = BoxError;

    async fn send(&mut self, frame: Frame) -> Result<(), BoxError> {
        self.0.send(frame).await
    }

    async fn receive(&mut self) -> Result<Option<Frame>, BoxError> {
        self.0.receive().await
    }
}

/// The error of a transport whose type is forgotten.
pub struct BoxError(Box<dyn Error + Send + Sync>);

impl BoxError {
    /// Forgets the type of an error.
    pub fn new(error: impl Error + Send + Sync + 'static) -> Self {
        Self(Box::new(error))
    }

    /// The error as what it was, if it was an `E`.
    pub fn downcast_ref<E: Error + 'static>(&self) -> Option<&E> {
        self.0.downcast_ref()
    }
}

impl fmt::Debug for BoxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for BoxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for BoxError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

type Boxed<'a, T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send + 'a>>;

trait Erased: Send {
    fn send(&mut self, frame: Frame) -> Boxed<'_, ()>;
    fn receive(&mut self) -> Boxed<'_, Option<Frame>>;
}

impl<T: Transport> Erased for T {
    fn send(&mut self, frame: Frame) -> Boxed<'_, ()> {
        Box::pin(async move { Transport::send(self, frame).await.map_err(BoxError::new) })
    }

    fn receive(&mut self) -> Boxed<'_, Option<Frame>> {
        Box::pin(async move { Transport::receive(self).await.map_err(BoxError::new) })
    }
}
