//! Operations of 3.x, and their replies.
//!
//! In: Operation Objects. Out: operations of the model, with the channels and messages that they refer to.
//! This room never reads a message that a channel has already given.

use super::Draft;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::Fields;
use crate::model::{Action, ChannelId, MessageId, Operation, Reply};
use crate::resolve::messages::Called;
use crate::source::Cursor;

const OPERATION: &str = "an Operation Object";
const TRAIT: &str = "an Operation Trait Object";
/// What only an operation itself may say.
const OWN: [&str; 5] = ["action", "channel", "messages", "reply", "traits"];

impl Draft<'_, '_> {
    pub(super) fn operation_object(&mut self, name: String, value: &Cursor) {
        let Some(fields) = self.open(value, OPERATION) else {
            return;
        };
        let mut fields = self.with_traits(fields, TRAIT, &OWN);
        if let Some(operation) = self.operation_fields(name, &mut fields) {
            self.operations.push(operation);
        }
        self.context.close(fields);
    }

    fn operation_fields(&mut self, name: String, fields: &mut Fields) -> Option<Operation> {
        let channel = self.required(fields, "channel");
        let action = self.required(fields, "action");
        let messages = fields.value("messages");
        let reply = fields.value("reply");
        let docs = self.context.docs(fields);
        let security = self.security(fields);
        let bindings = self.context.bindings(fields);
        let channel = self.channel_behind(&channel?);
        let action = self.action(&action?);
        let (channel, action) = (channel?, action?);
        Some(Operation {
            at: fields.at.clone(),
            messages: self.chosen(messages, channel, &name),
            name: Some(name),
            action,
            channel,
            docs,
            security,
            reply: self.reply(reply),
            bindings,
        })
    }

    fn required(&mut self, fields: &mut Fields, key: &str) -> Option<Cursor> {
        let value = fields.value(key);
        if value.is_none() {
            let message = format!("{} has no `{key}`", fields.object());
            let at = Place::Value(fields.at.clone());
            self.context
                .push(Diagnostic::error("missing-key", at, message));
        }
        value
    }

    fn action(&mut self, value: &Cursor) -> Option<Action> {
        match value.node.as_text() {
            Some("send") => Some(Action::Send),
            Some("receive") => Some(Action::Receive),
            _ => {
                let message = "`action` must be `send` or `receive`";
                self.context
                    .push(Diagnostic::error("wrong-action", value.place(), message));
                None
            }
        }
    }

    /// The messages that are listed, else all of the channel's; an empty list means none.
    fn chosen(&mut self, list: Option<Cursor>, channel: ChannelId, what: &str) -> Vec<MessageId> {
        let Some(list) = list else {
            let all = self.channel(channel).messages.iter();
            return all.map(|(_, id)| *id).collect();
        };
        if list.node.as_sequence().is_none() {
            self.context
                .push(crate::document::wrong_type(&list, "a list"));
            return Vec::new();
        }
        let items = list.items();
        if items.is_empty() {
            let what = format!("operation `{what}`");
            self.context.no_message(list.place(), &what);
        }
        let own = self.message_ids(channel);
        let mut chosen = Vec::new();
        for item in &items {
            let found = self.listed(item, channel);
            if found.iter().any(|id| !own.contains(id)) {
                let name = &self.channel(channel).name;
                self.context.push(not_in_channel(item, name));
            }
            chosen.extend(found);
        }
        chosen
    }

    fn listed(&mut self, item: &Cursor, channel: ChannelId) -> Vec<MessageId> {
        let called = Called {
            key: None,
            otherwise: format!("{}Message", self.channel(channel).name),
            grouped: false,
        };
        self.messages(item, &called)
    }

    fn reply(&mut self, value: Option<Cursor>) -> Option<Reply> {
        let mut fields = self.open(&value?, "an Operation Reply Object")?;
        let channel = fields.value("channel");
        let channel = channel.and_then(|channel| self.channel_behind(&channel));
        let address = fields.value("address");
        let messages = fields.value("messages");
        let reply = Reply {
            at: fields.at.clone(),
            channel,
            address: address.and_then(|address| self.reply_address(&address)),
            messages: self.reply_messages(messages, channel),
        };
        self.context.close(fields);
        Some(reply)
    }

    fn reply_messages(
        &mut self,
        list: Option<Cursor>,
        channel: Option<ChannelId>,
    ) -> Vec<MessageId> {
        match channel {
            Some(channel) => self.chosen(list, channel, "reply"),
            None => {
                let items = list.map(|list| list.items()).unwrap_or_default();
                let called = Called::default();
                let found = items.iter().map(|item| self.messages(item, &called));
                found.flatten().collect()
            }
        }
    }

    fn reply_address(&mut self, value: &Cursor) -> Option<String> {
        let mut fields = self.open(value, "an Operation Reply Address Object")?;
        let location = fields.text("location");
        fields.ignore("description", "the expression stands for itself");
        self.context.close(fields);
        location
    }
}

fn not_in_channel(item: &Cursor, channel: &str) -> Diagnostic {
    let message = format!("this message is none of those of channel `{channel}`");
    Diagnostic::warning("message-not-in-channel", item.place(), message).help(format!(
        "list it under the channel's `messages` and refer to `#/channels/{channel}/messages/…`"
    ))
}
