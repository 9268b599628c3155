//! The session of a channel: what its messages mean to whoever opens one.
//!
//! In: nothing; these are data that `lower` makes. Out: [`Session`], read by `emit` and `outline`.

use super::{FieldKind, Ident, Type};
use crate::settings::TimeUnit;
use crate::source::Origin;

/// A unit struct that answers the questions of the state machine in the support code.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The place of the channel.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// The union of what is received.
    pub incoming: Ident,
    /// The union of what is sent.
    pub outgoing: Ident,
    /// The message that opens the session.
    pub opening: SessionMessage,
    /// The message that keeps it alive; its type has a default.
    pub heartbeat: Option<SessionMessage>,
    /// The longest time from one heartbeat to the next, whatever the answer says.
    pub at_most: Option<(u32, TimeUnit)>,
    /// What in the answer tells a confirmation from a refusal; without it any answer confirms.
    pub status: Option<SessionStatus>,
    /// Where the answer states the longest time from one heartbeat to the next.
    pub interval: Option<(SessionField, TimeUnit)>,
    /// Where the answer states how long the session lasts.
    pub expires: Option<(SessionField, TimeUnit)>,
    /// What is received, each variant of the union.
    pub received: Vec<ReceivedMessage>,
}

/// A message that is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionMessage {
    /// Its variant.
    pub variant: Ident,
    /// What the variant holds.
    pub ty: Type,
}

/// A message that is received.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceivedMessage {
    /// Its variant.
    pub variant: Ident,
    /// Its name on the wire.
    pub wire: String,
    /// What it means to the session.
    pub role: SessionRole,
    /// The field with the union that names it more closely.
    pub inner: Option<SessionField>,
}

/// What a message means to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionRole {
    /// It answers the opening message.
    Answer,
    /// It replies to a heartbeat.
    Reply,
    /// Nothing.
    Other,
}

/// What tells a confirmation from a refusal.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionStatus {
    /// The field of the answer; its type has `as_str`.
    pub field: SessionField,
    /// Its text when the session is confirmed.
    pub accepted: String,
    /// Its texts for which trying again may help.
    pub may_pass: Vec<String>,
}

/// A field of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionField {
    /// Its name.
    pub name: Ident,
    /// Its key on the wire.
    pub wire: String,
    /// Its type, without the `Option` of an absent value.
    pub ty: Type,
    /// How absence and null are told.
    pub kind: FieldKind,
}
