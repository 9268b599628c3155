//! The model while it is being made: what both versions of the standard fill.
//!
//! In: a document. Out: the parts of a [`Model`], collected by the rooms beside this one.
//! This room never knows which version of the standard it serves beyond the few rules that differ.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use super::schema::Schemas;
use crate::document::{Document, Fields, Major};
use crate::model::{
    Channel, ChannelId, Info, Message, MessageId, Model, Operation, SecurityScheme, Server,
    ServerId,
};
use crate::source::{Cursor, Origin};

/// The parts of a model so far.
pub(super) struct Draft<'r, 's> {
    pub context: &'r mut Context<'s>,
    pub major: Major,
    pub schemas: Schemas,
    pub info: Info,
    pub default_content_type: Option<String>,
    pub security_schemes: Vec<SecurityScheme>,
    pub servers: Vec<Server>,
    pub channels: Vec<Channel>,
    pub operations: Vec<Operation>,
    pub messages: Vec<Message>,
    /// Messages by the place where their object stands, after references.
    pub message_at: BTreeMap<Origin, MessageId>,
    /// Servers by each place that leads to them.
    pub server_at: BTreeMap<Origin, ServerId>,
    /// Channels by each place that leads to them.
    pub channel_at: BTreeMap<Origin, ChannelId>,
}

impl<'r, 's> Draft<'r, 's> {
    pub(super) fn new(context: &'r mut Context<'s>, document: &Document) -> Self {
        Self {
            context,
            major: document.version.major,
            schemas: Schemas::default(),
            info: Info::default(),
            default_content_type: None,
            security_schemes: Vec::new(),
            servers: Vec::new(),
            channels: Vec::new(),
            operations: Vec::new(),
            messages: Vec::new(),
            message_at: BTreeMap::new(),
            server_at: BTreeMap::new(),
            channel_at: BTreeMap::new(),
        }
    }

    /// Opens an object of the standard, which may be a reference.
    pub(super) fn open(&mut self, cursor: &Cursor, object: &'static str) -> Option<Fields> {
        self.context.open(cursor, object)
    }

    /// Adds a server that is found under any of the places.
    pub(super) fn add_server(&mut self, server: Server, places: Vec<Origin>) {
        let id = ServerId(index(self.servers.len()));
        self.servers.push(server);
        for place in places {
            self.server_at.entry(place).or_insert(id);
        }
    }

    /// Adds a channel that is found under any of the places.
    pub(super) fn add_channel(&mut self, channel: Channel, places: Vec<Origin>) -> ChannelId {
        let id = ChannelId(index(self.channels.len()));
        self.channels.push(channel);
        for place in places {
            self.channel_at.entry(place).or_insert(id);
        }
        id
    }

    /// Adds a message that stands at a place.
    pub(super) fn add_message(&mut self, message: Message) -> MessageId {
        let id = MessageId(index(self.messages.len()));
        self.message_at.insert(message.at.clone(), id);
        self.messages.push(message);
        id
    }

    /// The channel behind an id.
    pub(super) fn channel(&self, id: ChannelId) -> &Channel {
        &self.channels[id.0 as usize]
    }

    /// The channel behind an id, to be filled.
    pub(super) fn channel_mut(&mut self, id: ChannelId) -> &mut Channel {
        &mut self.channels[id.0 as usize]
    }

    /// The messages of a channel.
    pub(super) fn message_ids(&self, id: ChannelId) -> BTreeSet<MessageId> {
        let messages = self.channel(id).messages.iter();
        messages.map(|(_, id)| *id).collect()
    }

    /// What a message is called.
    pub(super) fn message_name(&self, id: MessageId) -> String {
        self.messages[id.0 as usize].name.clone()
    }

    /// The finished model.
    pub(super) fn finish(self, document: &Document) -> Model {
        let schemas = self.schemas.finish(self.context);
        Model {
            at: document.root.origin.clone(),
            asyncapi: document.version.text.clone(),
            info: self.info,
            default_content_type: self.default_content_type,
            servers: self.servers,
            channels: self.channels,
            operations: self.operations,
            messages: self.messages,
            schemas,
            security_schemes: self.security_schemes,
            files: self.context.ways_to_files(),
            ignored: Vec::new(),
            stated: Vec::new(),
        }
    }
}

fn index(length: usize) -> u32 {
    u32::try_from(length).expect("a document holds fewer objects than bytes, which fit")
}
