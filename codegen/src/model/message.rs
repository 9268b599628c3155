//! Messages: what passes through channels.
//!
//! In: nothing; these are data. A message refers to schemas by their ids.

use super::{Binding, Docs, SchemaId};
use crate::source::{Cursor, Origin};

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its place.
    pub at: Origin,
    /// What it is called: the component's key, else the key in its channel, else `messageId`, `name`, its key or file
    /// where it stands in a further file, in a group its title, what its payload refers to or is called, or a text that it
    /// fixes, the operation's name followed by `Message`, or the channel's followed by `Message`.
    pub name: String,
    /// The channel that it is written in, where another channel may call another message the same.
    pub within: Option<String>,
    /// Its `messageId` and `name`, where they differ from what it is called.
    pub other_names: Vec<String>,
    /// Title, summary, description and tags for the docs.
    pub docs: Docs,
    /// The payload; `None` when the document gives none.
    pub payload: Option<SchemaId>,
    /// The headers.
    pub headers: Option<SchemaId>,
    /// The media type, the document's default included.
    pub content_type: Option<String>,
    /// Where the correlation id is found, as a runtime expression, and what is said of it.
    pub correlation_id: Option<(String, Docs)>,
    /// The payload that answers this message (2.x extension `x-response`).
    pub response: Option<SchemaId>,
    /// Examples: each a headers and a payload, either may be missing.
    pub examples: Vec<MessageExample>,
    /// Protocol-specific data, by protocol.
    pub bindings: Vec<Binding>,
}

/// A Message Example Object.
#[derive(Clone, Debug)]
pub struct MessageExample {
    /// Its name.
    pub name: Option<String>,
    /// The headers.
    pub headers: Option<Cursor>,
    /// The payload.
    pub payload: Option<Cursor>,
}
