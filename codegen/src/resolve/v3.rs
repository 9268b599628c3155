//! AsyncAPI 3.0 and 3.1: channels with their messages, and operations that refer to both.
//!
//! In: the root's `channels` and `operations`. Out: channels and operations of the model.
//! Operations name channels and messages by reference; which are meant is told by the place that a
//! reference leads to, after all references. This room never compares keys.

mod operation;

use super::draft::Draft;
use super::messages::Called;
use super::variables;
use crate::document::Fields;
use crate::model::{Channel, ChannelId, MessageId};
use crate::source::{Cursor, Origin};

const CHANNEL: &str = "a Channel Object";

/// Reads `channels`, then `operations`.
pub(super) fn read(draft: &mut Draft<'_, '_>, root: &mut Fields) {
    for (name, value) in draft.context.entries(root.value("channels")) {
        draft.channel_object(name, &value);
    }
    for (name, value) in draft.context.entries(root.value("operations")) {
        draft.operation_object(name, &value);
    }
}

impl Draft<'_, '_> {
    fn channel_object(&mut self, name: String, value: &Cursor) -> Option<ChannelId> {
        let trail = self.context.reach(value)?.trail;
        let mut fields = self.open(value, CHANNEL)?;
        let messages = fields.value("messages");
        let parameters = fields.value("parameters");
        let mut channel = Channel {
            at: fields.at.clone(),
            address: address(&mut fields),
            docs: self.context.docs(&mut fields),
            parameters: self.context.variables(parameters, "a Parameter Object"),
            messages: self.channel_messages(messages, &name),
            servers: self.servers_of(&mut fields),
            bindings: self.context.bindings(&mut fields),
            name,
        };
        if let Some(address) = &channel.address {
            variables::complete(&mut channel.parameters, address, &channel.at);
        }
        if channel.messages.is_empty() {
            let what = format!("channel `{}`", channel.name);
            self.context.no_message(value.key_place(), &what);
        }
        self.context.close(fields);
        Some(self.add_channel(channel, trail))
    }

    fn channel_messages(&mut self, map: Option<Cursor>, channel: &str) -> Vec<(String, MessageId)> {
        let mut messages = Vec::new();
        for (key, value) in self.context.entries(map) {
            let called = Called {
                key: Some(key.clone()),
                otherwise: format!("{channel}Message"),
                grouped: false,
            };
            let found = self.messages(&value, &called);
            messages.extend(found.into_iter().map(|id| (key.clone(), id)));
        }
        messages
    }

    /// The channel that a reference leads to; one of the components is read at first use.
    pub(super) fn channel_behind(&mut self, reference: &Cursor) -> Option<ChannelId> {
        let followed = self.context.reach(reference)?;
        let known = |place: &Origin| self.channel_at.get(place).copied();
        let found = followed.trail.iter().find_map(known);
        let name = || followed.target.origin.pointer.last().unwrap_or_default();
        found.or_else(|| self.channel_object(name(), &followed.target))
    }
}

/// The address; null and a missing one both mean that it is not known before run time.
fn address(fields: &mut Fields) -> Option<String> {
    if fields.is_null("address") {
        fields.raw("address");
        return None;
    }
    fields.text("address")
}
