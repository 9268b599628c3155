//! Messages: each read once, wherever it is reached from.
//!
//! In: a Message Object, a reference to one, or in 2.x a group of them (`oneOf`). Out: [`MessageId`]s.
//! A message is the same as another when its object stands at the same place after references.
//! This room never knows which operation a message belongs to, except for a name of last resort.

use std::collections::BTreeSet;

use super::described::described;
use super::draft::Draft;
use super::schema::declared::stem;
use crate::document::Fields;
use crate::model::{Docs, Message, MessageId};
use crate::pointer::Pointer;
use crate::source::{Cursor, Origin};

const MESSAGE: &str = "a Message Object";
const TRAIT: &str = "a Message Trait Object";

/// What a message is called when its place does not say.
#[derive(Clone, Debug, Default)]
pub(super) struct Called {
    /// The key under which it was reached.
    pub key: Option<String>,
    /// The name of last resort: that of its operation or channel, followed by `Message`.
    pub otherwise: String,
    /// Whether it stands in a group, which shares the name of last resort.
    pub grouped: bool,
}

impl Called {
    /// The same for a member of a group: the key is the group's.
    fn member(&self) -> Self {
        Self {
            key: None,
            otherwise: self.otherwise.clone(),
            grouped: true,
        }
    }
}

impl Draft<'_, '_> {
    /// The messages that a value means, in document order, without repetitions.
    pub(super) fn messages(&mut self, value: &Cursor, called: &Called) -> Vec<MessageId> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![(value.clone(), called.clone())];
        while let Some((next, called)) = open.pop() {
            let Some(target) = self.context.target(&next) else {
                continue;
            };
            let Some(members) = self.members(&target, &mut seen) else {
                found.extend(self.message(&target, &called));
                continue;
            };
            let member = called.member();
            let members = members.into_iter().rev();
            open.extend(members.map(|value| (value, member.clone())));
        }
        let mut listed = BTreeSet::new();
        found.retain(|id| listed.insert(*id));
        found
    }

    /// The members of a group; `None` for a message. A group that was seen before adds nothing.
    fn members(&mut self, target: &Cursor, seen: &mut BTreeSet<Origin>) -> Option<Vec<Cursor>> {
        target.get("oneOf")?;
        if !seen.insert(target.origin.clone()) {
            return Some(Vec::new());
        }
        let mut fields = self.open(target, "a group of messages")?;
        let members = fields.list("oneOf");
        self.context.close(fields);
        Some(members)
    }

    /// The message that stands at a cursor, read at first use.
    fn message(&mut self, target: &Cursor, called: &Called) -> Option<MessageId> {
        if let Some(id) = self.message_at.get(&target.origin) {
            return Some(*id);
        }
        let fields = self.open(target, MESSAGE)?;
        let mut fields = self.with_traits(fields, TRAIT, &["payload", "traits"]);
        let message = self.read_message(&mut fields, called);
        self.context.close(fields);
        Some(self.add_message(message))
    }

    fn read_message(&mut self, fields: &mut Fields, called: &Called) -> Message {
        let stated = [fields.text("messageId"), fields.text("name")];
        let elsewhere = self.elsewhere(&fields.at);
        let payload = fields.value("payload");
        let docs = self.context.docs(fields);
        let pointer = &fields.at.pointer;
        let said = || {
            let payload = payload.as_ref().map(|payload| &payload.node);
            described(docs.title.as_deref(), payload).filter(|_| called.grouped)
        };
        let own = own_name(pointer, &stated, elsewhere, called).or_else(said);
        let within = own.as_ref().and_then(|_| channel_of(pointer));
        let name = own.unwrap_or_else(|| called.otherwise.clone());
        let content_type = fields.text("contentType");
        let format = fields.value("schemaFormat");
        Message {
            at: fields.at.clone(),
            other_names: stated
                .into_iter()
                .flatten()
                .filter(|other| *other != name)
                .collect(),
            name,
            within,
            docs,
            payload: self.payload(payload, format),
            headers: self.payload(fields.value("headers"), None),
            content_type: content_type.or(self.default_content_type.clone()),
            correlation_id: self.correlation_id(fields.value("correlationId")),
            response: self.response(fields),
            examples: self.context.message_examples(fields),
            bindings: self.context.bindings(fields),
        }
    }

    /// What a message is called that stands in a further file: its key there, or the name of the file.
    fn elsewhere(&self, at: &Origin) -> Option<String> {
        if at.file == self.context.document {
            return None;
        }
        let path = &self.context.sources.source(at.file).path;
        let called = at.pointer.last().or_else(|| stem(path))?;
        let is_no_name = called == "message" || called.parse::<usize>().is_ok();
        (!is_no_name).then_some(called)
    }

    fn correlation_id(&mut self, value: Option<Cursor>) -> Option<(String, Docs)> {
        let mut fields = self.open(&value?, "a Correlation ID Object")?;
        let docs = Docs {
            description: fields.text("description"),
            ..Docs::default()
        };
        let location = fields.text("location");
        self.context.close(fields);
        Some((location?, docs))
    }
}

/// The name that a message has of itself, in the order that [`Message::name`] promises.
fn own_name(
    at: &Pointer,
    stated: &[Option<String>; 2],
    elsewhere: Option<String>,
    called: &Called,
) -> Option<String> {
    let key = key_of(at).or(called.key.clone());
    key.into_iter()
        .chain(stated.iter().flatten().cloned())
        .chain(elsewhere)
        .find(|name| !name.is_empty())
}

/// The key of the channel that a message is written in.
fn channel_of(at: &Pointer) -> Option<String> {
    let mut tokens = at.tokens().skip_while(|token| token != "channels");
    tokens.nth(1)
}

/// The key of a message that stands in a map of messages: the components' or a channel's.
fn key_of(at: &Pointer) -> Option<String> {
    let parent = at.parent()?;
    let of_map = parent.last()? == "messages";
    let tokens: Vec<String> = parent.tokens().collect();
    let known = tokens.len() == 2 || tokens.iter().any(|token| token == "channels");
    (of_map && known).then(|| at.last()).flatten()
}
