//! Events as lines.
//! In: an event; out: a line for people, or a JSON object: `{"kind":"known|unknown|malformed|session","name":…,…}`.
//! Whatever the server sends, the token is not in it.

use std::error::Error;

use contact_center_events::agent_engagement::{Notification, ServerMessage, SessionProtocol};
use contact_center_events::client::{Ended, Event};
use contact_center_events::session::{Malformed, Protocol};
use serde_json::Value;

/// How lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// For people.
    Readable,
    /// For programs.
    Json,
}

/// Writes lines.
pub(crate) struct Lines {
    form: Form,
    /// The token, and how it looks within a JSON string.
    secrets: [String; 2],
}

impl Lines {
    pub(crate) fn new(form: Form, token: &str) -> Self {
        Self {
            form,
            secrets: [token.to_owned(), quoted(token).trim_matches('"').to_owned()],
        }
    }

    /// A text without the token.
    pub(crate) fn hidden(&self, text: &str) -> String {
        let secrets = self.secrets.iter().filter(|secret| !secret.is_empty());
        secrets.fold(text.to_owned(), |text, secret| {
            text.replace(secret, "[redacted]")
        })
    }

    pub(crate) fn event(&self, event: &Event<SessionProtocol>) -> String {
        match event {
            Event::Connected(answer) => self.session("connected", &[("answer", written(answer))]),
            Event::Renewed(answer) => self.session("renewed", &[("answer", written(answer))]),
            Event::Reconnected { answer, gap } => {
                let gap = gap.as_secs_f64().to_string();
                self.session(
                    "reconnected",
                    &[("gapSeconds", gap), ("answer", written(answer))],
                )
            }
            Event::Interrupted {
                loss,
                attempt,
                retry_in,
            } => {
                let retry_in = retry_in.as_secs_f64().to_string();
                let details = [
                    ("reason", quoted(&chain(loss))),
                    ("attempt", attempt.to_string()),
                    ("retryInSeconds", retry_in),
                ];
                self.session("interrupted", &details)
            }
            Event::Message(message) => self.message(message),
            Event::Malformed(malformed) => self.malformed(malformed),
            other => self.session("other", &[("event", quoted(&format!("{other:?}")))]),
        }
    }

    pub(crate) fn ended(&self, ended: &Ended<SessionProtocol>) -> String {
        self.session("ended", &[("reason", quoted(&chain(ended)))])
    }

    fn message(&self, message: &ServerMessage) -> String {
        let (kind, name) = SessionProtocol::name(message);
        let content = match (message, self.form) {
            // What people want to see is within; the envelope is the same each time.
            (
                ServerMessage::Notification(Notification {
                    body: Some(body), ..
                }),
                Form::Readable,
            ) => body.to_json().unwrap_or_default(),
            _ => written(message),
        };
        self.line(kind.as_str(), name, &[("message", content)])
    }

    fn malformed(&self, malformed: &Malformed) -> String {
        let frame = String::from_utf8_lossy(malformed.frame.as_bytes());
        let details = [
            ("error", quoted(&malformed.error.to_string())),
            ("frame", quoted(&frame)),
        ];
        self.line("malformed", malformed.name(), &details)
    }

    fn session(&self, name: &str, details: &[(&str, String)]) -> String {
        self.line("session", name, details)
    }

    /// The details are JSON texts: its escapes keep control characters of the server off the terminal.
    fn line(&self, kind: &str, name: &str, details: &[(&str, String)]) -> String {
        let name = quoted(name);
        let line = match self.form {
            Form::Json => {
                let details = details
                    .iter()
                    .map(|(key, value)| format!(",\"{key}\":{value}"));
                format!(
                    "{{\"kind\":\"{kind}\",\"name\":{name}{}}}",
                    details.collect::<String>()
                )
            }
            Form::Readable => {
                let details = details.iter().map(|(key, value)| match *key {
                    "message" => format!(" {value}"),
                    key => format!(" {key}={value}"),
                });
                format!(
                    "{kind:9} {}{}",
                    name.trim_matches('"'),
                    details.collect::<String>()
                )
            }
        };
        self.hidden(&line)
    }
}

fn written(message: &ServerMessage) -> String {
    message.to_json().unwrap_or_default()
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// An error with its causes.
pub(crate) fn chain(error: &(dyn Error + 'static)) -> String {
    let causes = std::iter::successors(error.source(), |&error| error.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
