//! What a document means, whatever version of the standard it is written in: AsyncAPI 3 vocabulary, no `$ref` left.
//!
//! In: nothing; these are data that `resolve` fills. Out: [`Model`], read by `lower`, `examples`, `outline` and `diff`.
//! Every node knows its place. This room holds no rule of the standard and no Rust name.

mod keyword;
mod message;
mod schema;
mod security;
mod width;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::source::Origin;

pub use keyword::{Ignored, Stated, StatedKeyword};
pub use message::{Message, MessageExample};
pub use schema::{
    Additional, Constraint, Discriminator, Docs, Enum, EnumValue, Object, Opaque, Presence,
    Property, Scalar, ScalarKind, Schema, SchemaId, Shape, Tuple, Union, UnionKind,
};
pub use security::{SecurityRequirement, SecurityScheme};
pub use width::Width;

/// One document.
#[derive(Clone, Debug)]
pub struct Model {
    /// The root of the document.
    pub at: Origin,
    /// The version of the standard as the document states it (`2.1.0`).
    pub asyncapi: String,
    /// Title, version and the like.
    pub info: Info,
    /// The media type of messages that state none.
    pub default_content_type: Option<String>,
    /// Servers in document order.
    pub servers: Vec<Server>,
    /// Channels in document order; [`ChannelId`] is an index into them.
    pub channels: Vec<Channel>,
    /// Operations in document order.
    pub operations: Vec<Operation>,
    /// Messages in document order, components first; [`MessageId`] is an index into them.
    pub messages: Vec<Message>,
    /// Schemas, components first in document order, then others as they are reached;
    /// [`SchemaId`] is an index into them.
    pub schemas: Vec<Schema>,
    /// Security schemes in document order.
    pub security_schemes: Vec<SecurityScheme>,
    /// The way from the document's folder to each file, without the ending, by [`FileId`](crate::source::FileId);
    /// nothing for the document itself.
    pub files: Vec<Vec<String>>,
    /// Keywords that were read past: nothing in the output depends on them.
    pub ignored: Vec<Ignored>,
    /// Keywords of which only the policy can say whether the output depends on them.
    pub stated: Vec<Stated>,
}

impl Model {
    /// The schema behind an id.
    pub fn schema(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.index()]
    }

    /// The message behind an id.
    pub fn message(&self, id: MessageId) -> &Message {
        &self.messages[id.0 as usize]
    }

    /// Makes objects open of which nothing else is said.
    pub(crate) fn open(&mut self, objects: &BTreeSet<SchemaId>) {
        for id in objects {
            if let Shape::Object(object) = &mut self.schemas[id.index()].shape
                && object.additional == Additional::Unspecified
            {
                object.additional = Additional::Open;
            }
        }
    }

    /// The channel behind an id.
    pub fn channel(&self, id: ChannelId) -> &Channel {
        &self.channels[id.0 as usize]
    }
}

/// An index into [`Model::messages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(pub u32);

/// An index into [`Model::channels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChannelId(pub u32);

/// An index into [`Model::servers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ServerId(pub u32);

/// The Info Object and the document's own identifier.
#[derive(Clone, Debug, Default)]
pub struct Info {
    /// `info.title`.
    pub title: String,
    /// `info.version`, as written.
    pub version: String,
    /// `info.description`.
    pub description: Option<String>,
    /// The document's `id`.
    pub id: Option<String>,
    /// Terms of service, contact and licence as lines for the docs (`Licence: Apache 2.0 <https://…>`).
    pub notes: Vec<String>,
}

/// A server: where a client connects.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its place.
    pub at: Origin,
    /// Its key.
    pub name: String,
    /// The protocol (`wss`, `kafka`).
    pub protocol: String,
    /// The protocol's version.
    pub protocol_version: Option<String>,
    /// The scheme for the URL: that of a 2.x `url` when it has one, else the protocol.
    pub scheme: String,
    /// Host and port; may hold `{variables}`.
    pub host: String,
    /// The path, with its leading slash, or empty; may hold `{variables}`.
    pub pathname: String,
    /// Title, summary and description for the docs.
    pub docs: Docs,
    /// Variables in document order; each `{name}` of host and path has one.
    pub variables: Vec<Variable>,
    /// The alternatives of which a client must satisfy one; empty: none needed.
    pub security: Vec<SecurityRequirement>,
    /// Protocol-specific data, by protocol.
    pub bindings: Vec<Binding>,
}

/// A server variable or a channel parameter.
#[derive(Clone, Debug)]
pub struct Variable {
    /// Its place.
    pub at: Origin,
    /// Its name, as between the braces.
    pub name: String,
    /// Description for the docs.
    pub docs: Docs,
    /// The values it may take, when listed.
    pub values: Vec<String>,
    /// The value when none is chosen.
    pub default: Option<String>,
    /// Example values.
    pub examples: Vec<String>,
    /// A runtime expression (`$message.payload#/user/id`) that tells where the value is found.
    pub location: Option<String>,
}

/// A channel: an address and the messages that pass there.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Its place.
    pub at: Origin,
    /// Its key; in 2.x that is the address.
    pub name: String,
    /// The address; may hold `{parameters}`; `None` when it is not known until run time.
    pub address: Option<String>,
    /// Title, summary and description for the docs.
    pub docs: Docs,
    /// Parameters in document order; each `{name}` of the address has one.
    pub parameters: Vec<Variable>,
    /// All messages of the channel, in document order, by their key in this channel.
    pub messages: Vec<(String, MessageId)>,
    /// The servers on which it is available; empty: all.
    pub servers: Vec<ServerId>,
    /// Protocol-specific data, by protocol.
    pub bindings: Vec<Binding>,
}

/// What the described application does with an operation's messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// It sends them (2.x `subscribe`).
    Send,
    /// It receives them (2.x `publish`).
    Receive,
}

/// One thing that the described application does on a channel.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its place.
    pub at: Origin,
    /// Its key (3.x) or `operationId` (2.x).
    pub name: Option<String>,
    /// Whether the application sends or receives.
    pub action: Action,
    /// The channel.
    pub channel: ChannelId,
    /// The messages, in document order; all of the channel's when 3.x names none.
    pub messages: Vec<MessageId>,
    /// Title, summary and description for the docs.
    pub docs: Docs,
    /// The alternatives of which one must be satisfied.
    pub security: Vec<SecurityRequirement>,
    /// The reply, when the operation asks for one.
    pub reply: Option<Reply>,
    /// Protocol-specific data, by protocol.
    pub bindings: Vec<Binding>,
}

/// The answer to an operation.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its place.
    pub at: Origin,
    /// The channel on which it comes, when fixed.
    pub channel: Option<ChannelId>,
    /// A runtime expression that tells the address (`$message.header#/replyTo`).
    pub address: Option<String>,
    /// The messages it may be.
    pub messages: Vec<MessageId>,
}

/// Protocol-specific data of one protocol, kept as it stands.
#[derive(Clone, Debug)]
pub struct Binding {
    /// Its place.
    pub at: Origin,
    /// Where parts of it were written that traits brought.
    pub parts: Vec<Origin>,
    /// The protocol's key (`ws`, `kafka`).
    pub protocol: String,
    /// The data.
    pub value: Value,
}
