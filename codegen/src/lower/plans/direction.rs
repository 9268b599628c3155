//! Which messages pass a channel in which direction.
//!
//! In: the document's channels and operations. Out: [`Traffic`]: the messages that the described application sends on a
//! channel, or receives. The answer to an operation goes the opposite way.

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, Forms, Member};
use crate::model::{Action, ChannelId, MessageId, Model, Operation};

/// What passes where.
#[derive(Default)]
pub(in crate::lower) struct Traffic<'a> {
    operations: BTreeMap<ChannelId, Vec<&'a Operation>>,
    messages: BTreeMap<(ChannelId, Action), Vec<MessageId>>,
}

impl<'a> Traffic<'a> {
    /// Sorts the messages of all operations; those of a channel that no operation speaks of go both ways.
    pub(super) fn new(model: &'a Model) -> Self {
        let mut traffic = Self::default();
        let mut used = BTreeSet::new();
        for operation in &model.operations {
            traffic
                .operations
                .entry(operation.channel)
                .or_default()
                .push(operation);
            for (channel, action, messages) in uses(operation) {
                used.insert(channel);
                traffic
                    .messages
                    .entry((channel, action))
                    .or_default()
                    .extend(messages);
            }
        }
        for (id, channel) in (0..)
            .map(ChannelId)
            .zip(&model.channels)
            .filter(|(id, _)| !used.contains(id))
        {
            let all: Vec<MessageId> = channel
                .messages
                .iter()
                .map(|(_, message)| *message)
                .collect();
            traffic.messages.insert((id, Action::Send), all.clone());
            traffic.messages.insert((id, Action::Receive), all);
        }
        for messages in traffic.messages.values_mut() {
            let mut seen = BTreeSet::new();
            messages.retain(|id| seen.insert(*id));
        }
        traffic
    }

    /// The messages of one direction, each once.
    pub(in crate::lower) fn messages(&self, channel: ChannelId, action: Action) -> &[MessageId] {
        self.messages
            .get(&(channel, action))
            .map_or(&[], Vec::as_slice)
    }

    /// The operations on a channel.
    pub(in crate::lower) fn operations(&self, channel: ChannelId) -> &[&'a Operation] {
        self.operations.get(&channel).map_or(&[], Vec::as_slice)
    }
}

impl Forms<'_> {
    /// The union of one direction's payloads; `None` when no message with a payload passes there.
    pub(super) fn direction(&self, messages: &[MessageId]) -> Option<Choice> {
        let member = |id: &MessageId| {
            let message = self.model.message(*id);
            Some(Member {
                at: message.at.clone(),
                schema: message.payload?,
                stated: None,
                messages: vec![*id],
            })
        };
        let members: Vec<Member> = messages.iter().filter_map(member).collect();
        (!members.is_empty()).then(|| self.decide(members, None))
    }
}

/// An operation's own messages, and those that answer it.
fn uses(operation: &Operation) -> impl Iterator<Item = (ChannelId, Action, &[MessageId])> {
    let back = match operation.action {
        Action::Send => Action::Receive,
        Action::Receive => Action::Send,
    };
    let reply = operation.reply.iter();
    let reply = reply.map(move |reply| {
        (
            reply.channel.unwrap_or(operation.channel),
            back,
            reply.messages.as_slice(),
        )
    });
    [(
        operation.channel,
        operation.action,
        operation.messages.as_slice(),
    )]
    .into_iter()
    .chain(reply)
}
