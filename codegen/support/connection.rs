//! Typed messages over any transport.
//! In: messages to send; out: messages received, with a frame that could not be read told apart from a transport that
//! failed: the first is an event to log and go on from, the second the end.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::marker::PhantomData;

use serde::Serialize;

use super::{Decode, DecodeError, Frame, Transport, from_json, from_slice};

/// A transport on which `In` is received and `Out` is sent.
pub struct Connection<T, In, Out> {
    transport: T,
    messages: PhantomData<fn(Out) -> In>,
}

impl<T: Transport, In: Decode, Out: Serialize> Connection<T, In, Out> {
    /// Speaks these messages over an open transport.
    pub fn new(transport: T) -> Self {
        Self {
            transport,
            messages: PhantomData,
        }
    }

    /// Sends one message as a text frame.
    ///
    /// # Errors
    ///
    /// A message that cannot be written, and those of the transport.
    pub fn send(
        &mut self,
        message: &Out,
    ) -> impl Future<Output = Result<(), SendError<T::Error>>> + Send + use<'_, T, In, Out> {
        let text = serde_json::to_string(message);
        async move {
            let frame = Frame::Text(text.map_err(SendError::Encode)?);
            self.transport
                .send(frame)
                .await
                .map_err(SendError::Transport)
        }
    }

    /// Receives the next message; `None` when the other end has closed. As safe to cancel as the transport is.
    ///
    /// # Errors
    ///
    /// A frame that is not an `In`, after which the next one can be received, and those of the transport.
    pub async fn receive(&mut self) -> Option<Result<In, ReceiveError<T::Error>>> {
        match self.transport.receive().await {
            Ok(frame) => frame.map(|frame| {
                read(&frame).map_err(|error| ReceiveError::Malformed { frame, error })
            }),
            Err(error) => Some(Err(ReceiveError::Transport(error))),
        }
    }

    /// The transport underneath.
    pub fn transport_mut(&mut self) -> &mut T {
        &mut self.transport
    }

    /// The transport, given back.
    pub fn into_transport(self) -> T {
        self.transport
    }
}

impl<T: fmt::Debug, In, Out> fmt::Debug for Connection<T, In, Out> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Connection").field(&self.transport).finish()
    }
}

fn read<In: Decode>(frame: &Frame) -> Result<In, DecodeError> {
    match frame {
        Frame::Text(text) => from_json(text),
        Frame::Binary(bytes) => from_slice(bytes),
    }
}

/// Why a message was not sent.
#[derive(Debug)]
pub enum SendError<E> {
    /// The message cannot be written as JSON.
    Encode(serde_json::Error),
    /// The transport failed.
    Transport(E),
}

impl<E> fmt::Display for SendError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Encode(_) => "the message cannot be written as JSON",
            Self::Transport(_) => "the transport failed to send",
        })
    }
}

impl<E: Error + 'static> Error for SendError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Encode(error) => Some(error),
            Self::Transport(error) => Some(error),
        }
    }
}

/// Why no message was received.
#[derive(Debug)]
pub enum ReceiveError<E> {
    /// A frame that is not such a message; the connection goes on.
    Malformed {
        /// The frame, whole.
        frame: Frame,
        /// What is wrong with it.
        error: DecodeError,
    },
    /// The transport failed.
    Transport(E),
}

impl<E> fmt::Display for ReceiveError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed { .. } => "a frame is not a message of this channel",
            Self::Transport(_) => "the transport failed to receive",
        })
    }
}

impl<E: Error + 'static> Error for ReceiveError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Malformed { error, .. } => Some(error),
            Self::Transport(error) => Some(error),
        }
    }
}
