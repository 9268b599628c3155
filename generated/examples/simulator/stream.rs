//! The WebSocket of one subscription.
//! In: what the client sends; out: the answer to its authentication, pongs, events, and faults.

use std::time::Duration;

use contact_center_events::agent_engagement::{
    Authentication, AuthenticationResponse, ClientMessage, Pong, ServerMessage,
};
use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tokio_tungstenite::tungstenite::protocol::frame::coding::{CloseCode, Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{CloseFrame, Frame};
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, accept_async};

use super::options::{Fault, STATUSES};
use super::{Service, events};

/// The size of a huge frame.
const HUGE: usize = 8 << 20;

/// Whether there is more to say.
enum Next {
    GoOn,
    Stop,
}

/// One client.
struct Stream<'own, S> {
    service: &'own Service,
    socket: WebSocketStream<S>,
    subscription: String,
    /// How many events were sent.
    sent: u64,
    is_silent: bool,
}

impl Service {
    pub(super) async fn stream<S>(&self, socket: S) -> Result<(), Error>
    where
        S: AsyncRead + AsyncWrite + Send + Unpin,
    {
        let socket = accept_async(socket).await?;
        let mut stream = Stream {
            service: self,
            socket,
            subscription: String::new(),
            sent: 0,
            is_silent: false,
        };
        if self.options.fault == Some(Fault::CloseAtOnce) {
            return stream.close(CloseCode::Away, "not today").await;
        }
        match stream.authenticate().await? {
            Next::GoOn => stream.events().await,
            Next::Stop => stream.socket.close(None).await,
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream<'_, S> {
    fn fault(&self) -> Option<Fault> {
        self.service.options.fault
    }

    async fn authenticate(&mut self) -> Result<Next, Error> {
        // As the platform does: who says nothing is not kept.
        let first = timeout(Duration::from_secs(10), self.socket.next()).await;
        let Ok(Some(first)) = first else {
            return Ok(Next::Stop);
        };
        let Ok(ClientMessage::Authentication(authentication)) =
            ClientMessage::from_slice(&first?.into_data())
        else {
            return self
                .answer("CONNECTION_FAILED_CONSTRAINT_VIOLATION")
                .await
                .map(|()| Next::Stop);
        };
        if self.fault() == Some(Fault::EarlyEvent) {
            self.event().await?;
        }
        if self.fault() == Some(Fault::NoAnswer) {
            sleep(Duration::from_secs(3600)).await;
            return Ok(Next::Stop);
        }
        let status = self.status(&authentication);
        self.subscription = authentication.subscription_id.as_str().to_owned();
        self.answer(status).await?;
        Ok(if status == "CONNECTION_CONFIRMED" {
            Next::GoOn
        } else {
            Next::Stop
        })
    }

    fn status(&self, authentication: &Authentication) -> &'static str {
        if let Some(Fault::Refuse(index)) = self.fault() {
            return STATUSES[index];
        }
        if authentication.token.as_str() != self.service.options.token {
            return "CONNECTION_FAILED_INVALID_TOKEN";
        }
        if !self
            .service
            .is_subscription(&authentication.subscription_id)
        {
            return "CONNECTION_FAILED_UNKNOWN_SUBSCRIPTION";
        }
        "CONNECTION_CONFIRMED"
    }

    async fn answer(&mut self, status: &str) -> Result<(), Error> {
        let options = &self.service.options;
        let expires = if self.fault() == Some(Fault::Expiry) {
            1
        } else {
            options.expires_interval
        };
        let mut answer = AuthenticationResponse::default();
        answer.status = Some(status.into());
        answer.subscription_id = Some(self.subscription.as_str().into());
        if status == "CONNECTION_CONFIRMED" {
            answer.ping_interval = i64::try_from(options.ping_interval).ok();
            answer.expires_interval = i64::try_from(expires).ok();
        }
        self.send(&answer.into()).await
    }

    /// Events at their pace, pongs in between, until the client is gone or has sent no ping for too long.
    async fn events(&mut self) -> Result<(), Error> {
        let options = &self.service.options;
        let patience = Duration::from_secs(options.ping_interval);
        let mut last_ping = Instant::now();
        let mut next_event = Instant::now();
        loop {
            let has_more = self.sent < options.events && !self.is_silent;
            tokio::select! {
                biased;
                message = self.socket.next() => match message.transpose()? {
                    None | Some(Message::Close(_)) => return Ok(()),
                    Some(message) => {
                        if self.received(message).await? {
                            last_ping = Instant::now();
                        }
                    }
                },
                () = sleep_until(last_ping + patience), if !self.is_silent => {
                    return self.close(CloseCode::Policy, "no ping").await;
                }
                () = due(options.pace, next_event), if has_more => {
                    next_event += options.pace.unwrap_or_default();
                    if let Next::Stop = self.next_event().await? {
                        return Ok(());
                    }
                }
            }
        }
    }

    /// Answers a ping, and tells whether it was one.
    async fn received(&mut self, message: Message) -> Result<bool, Error> {
        let is_data = message.is_text() || message.is_binary();
        if !is_data
            || !matches!(
                ClientMessage::from_slice(&message.into_data()),
                Ok(ClientMessage::Ping(_))
            )
        {
            return Ok(false);
        }
        if !self.is_silent {
            self.send(&Pong::default().into()).await?;
        }
        Ok(true)
    }

    /// The next event, with the fault that is due before it.
    async fn next_event(&mut self) -> Result<Next, Error> {
        if self.sent == self.service.options.fault_after {
            match self.fault() {
                Some(Fault::CloseMidStream) => {
                    self.close(CloseCode::Restart, "maintenance").await?;
                    return Ok(Next::Stop);
                }
                Some(Fault::Cut) => return Ok(Next::Stop),
                Some(Fault::Silence) => self.is_silent = true,
                Some(Fault::UnknownEvent) => self.unknown().await?,
                Some(Fault::MalformedEvent) => self.malformed().await?,
                Some(Fault::HugeFrame) => self.text("x".repeat(HUGE)).await?,
                _ => {}
            }
        }
        if !self.is_silent {
            self.event().await?;
        }
        if self.sent >= self.service.options.events || self.is_silent {
            self.socket.flush().await?;
        }
        Ok(Next::GoOn)
    }

    async fn unknown(&mut self) -> Result<(), Error> {
        let body = r#"{"correlationId":"c","body":{"event":"AgentTeleported","agentId":"agent-1","to":"Mars"}}"#;
        self.text(body.to_owned()).await?;
        self.text(r#"{"event":"weather","forecast":"rain"}"#.to_owned())
            .await
    }

    async fn malformed(&mut self) -> Result<(), Error> {
        let body =
            r#"{"correlationId":"c","body":{"event":"AgentState","agentId":{"not":"a text"}}}"#;
        self.text(body.to_owned()).await?;
        self.text("this is no JSON".to_owned()).await
    }

    async fn event(&mut self) -> Result<(), Error> {
        let event = ServerMessage::from(events::notification(&self.subscription, self.sent));
        self.sent += 1;
        match self.fault() {
            Some(Fault::SlowFrames) => self.slowly(&event).await,
            Some(Fault::BinaryFrames) => {
                self.socket
                    .send(Message::binary(
                        event.to_json().unwrap_or_default().into_bytes(),
                    ))
                    .await
            }
            // What cannot be sent at once is sent together, so that a fast stream is fast.
            _ if self.service.options.pace.is_none() => self.socket.feed(text(&event)).await,
            _ => self.send(&event).await,
        }
    }

    /// Three fragments, with time between them.
    async fn slowly(&mut self, event: &ServerMessage) -> Result<(), Error> {
        let text = event.to_json().unwrap_or_default().into_bytes();
        let size = text.len().div_ceil(3).max(1);
        let count = text.chunks(size).count();
        for (index, part) in text.chunks(size).enumerate() {
            let kind = if index == 0 {
                Data::Text
            } else {
                Data::Continue
            };
            let frame = Frame::message(part.to_vec(), OpCode::Data(kind), index + 1 == count);
            self.socket.send(Message::Frame(frame)).await?;
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    async fn send(&mut self, message: &ServerMessage) -> Result<(), Error> {
        self.socket.send(text(message)).await
    }

    async fn text(&mut self, text: String) -> Result<(), Error> {
        self.socket.send(Message::text(text)).await
    }

    async fn close(&mut self, code: CloseCode, reason: &'static str) -> Result<(), Error> {
        self.socket
            .close(Some(CloseFrame {
                code,
                reason: reason.into(),
            }))
            .await?;
        // The other end's close is waited for, or else the system may throw away what it has not read yet.
        let drained = async { while let Some(Ok(_)) = self.socket.next().await {} };
        _ = timeout(Duration::from_secs(1), drained).await;
        Ok(())
    }
}

fn text(message: &ServerMessage) -> Message {
    Message::text(message.to_json().unwrap_or_default())
}

async fn due(pace: Option<Duration>, at: Instant) {
    if pace.is_some() {
        sleep_until(at).await;
    }
}
