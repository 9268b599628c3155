//! The messages of each direction of a channel, as variants of one enum.
//!
//! In: channels and messages that belong together. Out: findings where a variant is lost or has another name although
//! its message is still there. This room never looks into operations one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::Matches;
use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::finding::{Finding, Scope};
use crate::diff::rules::table;
use crate::diff::view::View;
use crate::model::{Action, ChannelId, MessageId, Model, Operation};

/// A channel of both documents and what the described application does there.
type Way = (ChannelId, ChannelId, Action);

/// The messages with a payload that pass each channel in each direction.
pub(super) struct Traffic {
    messages: BTreeMap<(ChannelId, Action), BTreeSet<MessageId>>,
    /// Channels that an operation speaks of; the messages of others go both ways.
    spoken: BTreeSet<ChannelId>,
}

impl Comparer<'_> {
    /// Compares the directions of the channels that both documents have.
    pub(in crate::diff) fn variants(&mut self, matches: &Matches) {
        let (olds, news) = (Traffic::new(self.old.model), Traffic::new(self.new.model));
        for (&old, &new) in &matches.channels {
            for action in [Action::Send, Action::Receive] {
                let way = (old, new, action);
                let twins = twins(matches, olds.of(old, action), news.of(new, action));
                if !olds.spoken.contains(&old) && news.spoken.contains(&new) {
                    self.settled(way, twins.iter().any(|(_, twin)| twin.is_none()));
                }
                let both = twins.iter().filter_map(|(id, twin)| Some((*id, (*twin)?)));
                for pair in both {
                    self.joined(pair, (olds.of(old, action), news.of(new, action)));
                }
            }
        }
    }

    /// Messages that were taken to pass both ways pass one way from now on.
    fn settled(&mut self, (old, new, action): Way, is_loss: bool) {
        if is_loss {
            let places = Places {
                old: self.old.model.channel(old).at.clone(),
                new: self.new.model.channel(new).at.clone(),
            };
            let verb = match action {
                Action::Send => "send",
                Action::Receive => "receive",
            };
            let finding = Finding::at(&table::DIRECTION_SETTLED, places, Scope::Connection);
            self.findings.push(finding.before(verb));
        }
    }

    /// A message that had a payload of its own shares it from now on.
    fn joined(
        &mut self,
        (old, new): (MessageId, MessageId),
        ways: (&BTreeSet<MessageId>, &BTreeSet<MessageId>),
    ) {
        if is_alone(&self.old, old, ways.0) && !is_alone(&self.new, new, ways.1) {
            let (one, other) = (self.old.model.message(old), self.new.model.message(new));
            let places = Places {
                old: one.at.clone(),
                new: other.at.clone(),
            };
            let scope = Scope::Message(Some(old), Some(new));
            let finding = Finding::at(&table::MESSAGES_JOINED, places, scope);
            self.findings.push(finding.subject(&*other.name));
        }
    }
}

impl Traffic {
    pub(super) fn new(model: &Model) -> Self {
        let mut traffic = Self {
            messages: BTreeMap::new(),
            spoken: BTreeSet::new(),
        };
        for (channel, action, messages) in model.operations.iter().flat_map(passing) {
            traffic.pass(model, (channel, action), messages);
        }
        for (id, channel) in (0..).map(ChannelId).zip(&model.channels) {
            let all: Vec<MessageId> = channel
                .messages
                .iter()
                .map(|(_, message)| *message)
                .collect();
            if !traffic.spoken.contains(&id) {
                traffic.pass(model, (id, Action::Send), &all);
                traffic.pass(model, (id, Action::Receive), &all);
                traffic.spoken.remove(&id);
            }
        }
        traffic
    }

    /// Whether all that an operation of the old document carried still passes where and as it did.
    pub(super) fn still_carries(
        &self,
        old: &Model,
        operation: &Operation,
        matches: &Matches,
    ) -> bool {
        passing(operation).all(|(channel, action, messages)| {
            let news = matches
                .channels
                .get(&channel)
                .map(|channel| self.of(*channel, action));
            let mut variants = messages
                .iter()
                .filter(|id| old.message(**id).payload.is_some());
            variants.all(|id| {
                let twin = matches.messages.get(id);
                twin.zip(news)
                    .is_some_and(|(twin, news)| news.contains(twin))
            })
        })
    }

    fn pass(&mut self, model: &Model, way: (ChannelId, Action), messages: &[MessageId]) {
        self.spoken.insert(way.0);
        let variants = messages
            .iter()
            .filter(|id| model.message(**id).payload.is_some());
        self.messages.entry(way).or_default().extend(variants);
    }

    fn of(&self, channel: ChannelId, action: Action) -> &BTreeSet<MessageId> {
        static NONE: BTreeSet<MessageId> = BTreeSet::new();
        self.messages.get(&(channel, action)).unwrap_or(&NONE)
    }
}

/// The messages of the old direction, each with its twin where that passes in the new one.
fn twins(
    matches: &Matches,
    olds: &BTreeSet<MessageId>,
    news: &BTreeSet<MessageId>,
) -> Vec<(MessageId, Option<MessageId>)> {
    let twin = |id: &MessageId| {
        matches
            .messages
            .get(id)
            .copied()
            .filter(|twin| news.contains(twin))
    };
    olds.iter().map(|id| (*id, twin(id))).collect()
}

/// Whether no other message of the direction has the same payload.
fn is_alone(view: &View<'_>, id: MessageId, all: &BTreeSet<MessageId>) -> bool {
    let payload = |id: MessageId| {
        view.model
            .message(id)
            .payload
            .map(|schema| view.target(schema))
    };
    let own = payload(id);
    all.iter()
        .all(|other| *other == id || payload(*other) != own)
}

/// What an operation carries, and the answers to it, which pass the other way.
fn passing(operation: &Operation) -> impl Iterator<Item = (ChannelId, Action, &[MessageId])> {
    let back = match operation.action {
        Action::Send => Action::Receive,
        Action::Receive => Action::Send,
    };
    let own = (operation.channel, operation.action, &*operation.messages);
    let reply = operation.reply.iter().map(move |reply| {
        let channel = reply.channel.unwrap_or(operation.channel);
        (channel, back, &*reply.messages)
    });
    std::iter::once(own).chain(reply)
}
