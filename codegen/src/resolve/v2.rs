//! AsyncAPI 2.0 to 2.6: channels with what others may do there.
//!
//! In: the root's `channels`. Out: channels and operations of the model.
//! A 2.x document describes what *others* may do on a channel of the described application: a client
//! publishes what the application receives, and subscribes to what the application sends. So `publish`
//! becomes [`Action::Receive`] and `subscribe` becomes [`Action::Send`], here and nowhere else.

use super::draft::Draft;
use super::messages::Called;
use super::variables;
use crate::diagnostic::Place;
use crate::document::Fields;
use crate::model::{Action, Channel, ChannelId, MessageId, Operation};
use crate::source::Cursor;

const CHANNEL: &str = "a Channel Item Object";
const OPERATION: &str = "an Operation Object";
const TRAIT: &str = "an Operation Trait Object";

/// Reads `channels`.
pub(super) fn read(draft: &mut Draft<'_, '_>, root: &mut Fields) {
    for (address, value) in draft.context.entries(root.value("channels")) {
        draft.channel_item(address, &value);
    }
}

impl Draft<'_, '_> {
    fn channel_item(&mut self, address: String, value: &Cursor) -> Option<ChannelId> {
        let mut fields = self.item_fields(value)?;
        let parameters = fields.value("parameters");
        let mut channel = Channel {
            at: fields.at.clone(),
            name: address.clone(),
            docs: self.context.docs(&mut fields),
            parameters: self.context.variables(parameters, "a Parameter Object"),
            messages: Vec::new(),
            servers: self.servers_of(&mut fields),
            bindings: self.context.bindings(&mut fields),
            address: Some(address),
        };
        let address = channel.name.clone();
        variables::complete(&mut channel.parameters, &address, &channel.at);
        let at = value.key_place();
        let id = self.add_channel(channel, vec![value.origin.clone()]);
        self.operations_of(id, &mut fields, at);
        self.context.close(fields);
        Some(id)
    }

    /// A channel may be a reference with more beside it, which is read as well and counts more.
    fn item_fields(&mut self, value: &Cursor) -> Option<Fields> {
        let followed = self.context.follow(value.clone())?;
        let fields = self.open(&followed.target, CHANNEL)?;
        let Some(reference) = followed.reference else {
            return Some(fields);
        };
        let mut own = reference.entries();
        own.retain(|(key, _)| key != "$ref");
        let mut entries = Vec::new();
        for (key, value) in followed.target.entries() {
            if own.iter().any(|(other, _)| *other == key) {
                let reason = "the channel that refers to it says otherwise";
                self.context.ignore(&value, &key, reason);
            } else {
                entries.push((key, value));
            }
        }
        entries.append(&mut own);
        Some(Fields::from_entries(fields.at, entries, CHANNEL))
    }

    fn operations_of(&mut self, channel: ChannelId, fields: &mut Fields, at: Place) {
        let actions: Vec<Action> = fields.keys().filter_map(action).collect();
        let mut any = false;
        for action in actions {
            if let Some(value) = fields.value(key(action)) {
                any = true;
                self.operation_of(channel, action, &value);
            }
        }
        if !any {
            let what = format!("channel `{}`", self.channel(channel).name);
            self.context.no_message(at, &what);
        }
    }

    fn operation_of(&mut self, channel: ChannelId, action: Action, value: &Cursor) {
        let Some(fields) = self.open(value, OPERATION) else {
            return;
        };
        let mut fields = self.with_traits(fields, TRAIT, &["message", "traits"]);
        let name = fields.text("operationId");
        let messages = self.messages_of(channel, name.as_deref(), &mut fields, value);
        let operation = Operation {
            at: fields.at.clone(),
            name,
            action,
            channel,
            docs: self.context.docs(&mut fields),
            security: self.security(&mut fields),
            reply: None,
            bindings: self.context.bindings(&mut fields),
            messages,
        };
        self.context.close(fields);
        self.operations.push(operation);
    }

    fn messages_of(
        &mut self,
        channel: ChannelId,
        operation: Option<&str>,
        fields: &mut Fields,
        at: &Cursor,
    ) -> Vec<MessageId> {
        let address = self.channel(channel).name.clone();
        let Some(value) = fields.raw("message") else {
            let key = at.origin.pointer.last().unwrap_or_default();
            let what = format!("`{key}` of channel `{address}`");
            self.context.no_message(at.key_place(), &what);
            return Vec::new();
        };
        let called = Called {
            key: None,
            otherwise: format!("{}Message", operation.unwrap_or(&address)),
            grouped: false,
        };
        let found = match value.node.is_null() {
            true => Vec::new(),
            false => self.messages(&value, &called),
        };
        if found.is_empty() {
            self.context.empty_message(&value);
        }
        self.list_messages(channel, &found);
        found
    }

    /// Adds an operation's messages to those of its channel.
    fn list_messages(&mut self, channel: ChannelId, found: &[MessageId]) {
        let listed = self.message_ids(channel);
        let new = found.iter().filter(|id| !listed.contains(id));
        let mut named: Vec<_> = new.map(|id| (self.message_name(*id), *id)).collect();
        self.channel_mut(channel).messages.append(&mut named);
    }
}

fn action(key: &str) -> Option<Action> {
    match key {
        "publish" => Some(Action::Receive),
        "subscribe" => Some(Action::Send),
        _ => None,
    }
}

fn key(action: Action) -> &'static str {
    match action {
        Action::Receive => "publish",
        Action::Send => "subscribe",
    }
}
