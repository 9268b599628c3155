//! Operations: by name, or else by channel and direction; their messages and replies.
//!
//! In: operations of both documents and which channels and messages belong together. Out: findings.
//! A message that is new to a document is told of once, at the message, and not again here.

use std::collections::BTreeSet;

use super::Matches;
use super::variant::Traffic;
use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::finding::{Finding, Scope};
use crate::diff::message::message_removed;
use crate::diff::pairing::Pairs;
use crate::diff::rules::table;
use crate::model::{Action, ChannelId, MessageId, Model, Operation};
use serde_json::Value;

type Passage = (ChannelId, Action, MessageId);

impl Comparer<'_> {
    /// Compares operations.
    pub(in crate::diff) fn operations(&mut self, matches: &Matches) {
        let (olds, news) = (&self.old.model.operations, &self.new.model.operations);
        let mapped = |one: &Operation| {
            matches
                .channels
                .get(&one.channel)
                .map(|id| (*id, one.action))
        };
        let name = |one: &Operation| one.name.clone();
        let full =
            |one: &Operation, way: Option<(ChannelId, Action)>| Some((one.name.clone()?, way?));
        let way = |one: &Operation| Some((one.channel, one.action));
        let pairs = Pairs::new(0..olds.len(), 0..news.len())
            .by(
                |at| full(&olds[at], mapped(&olds[at])),
                |at| full(&news[at], way(&news[at])),
            )
            .by(|at| name(&olds[at]), |at| name(&news[at]))
            .by(|at| mapped(&olds[at]), |at| way(&news[at]));
        self.only_one_side(&pairs, matches);
        let passages = (passages(self.old.model), passages(self.new.model));
        for (one, other) in pairs.both {
            self.operation(matches, (&olds[one], &news[other]));
            self.passing(matches, (&olds[one], &news[other]), &passages);
        }
    }

    /// Operations of a channel that is itself new or gone are told of by the channel.
    fn only_one_side(&mut self, pairs: &Pairs<usize>, matches: &Matches) {
        let document = self.document();
        let kept: BTreeSet<ChannelId> = matches.channels.values().copied().collect();
        let traffic = Traffic::new(self.new.model);
        let (olds, news) = (&self.old.model.operations, &self.new.model.operations);
        let gone = pairs.removed.iter().map(|at| &olds[*at]);
        for one in gone.filter(|one| matches.channels.contains_key(&one.channel)) {
            let at = one.at.clone();
            let rule = if traffic.still_carries(self.old.model, one, matches) {
                &table::OPERATION_WITHDRAWN
            } else {
                &table::OPERATION_REMOVED
            };
            let finding = Finding::removed(rule, document.clone(), at, Scope::Connection);
            self.findings
                .push(finding.subject(label(self.old.model, one)));
        }
        let come = pairs.added.iter().map(|at| &news[*at]);
        for one in come.filter(|one| kept.contains(&one.channel)) {
            let at = one.at.clone();
            let finding = Finding::added(
                &table::OPERATION_ADDED,
                document.clone(),
                at,
                Scope::Connection,
            );
            self.findings
                .push(finding.subject(label(self.new.model, one)));
        }
    }

    fn operation(&mut self, matches: &Matches, (old, new): (&Operation, &Operation)) {
        let places = Places {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        let scope = Scope::Connection;
        if old.name != new.name {
            let value = |one: &Operation| one.name.clone().map_or(Value::Null, Value::from);
            let finding = Finding::at(&table::OPERATION_RENAMED, places.clone(), scope);
            self.findings
                .push(finding.before(value(old)).after(value(new)));
        }
        self.differ(
            &table::OPERATION_ACTION_CHANGED,
            &places,
            scope,
            (&verb(old), &verb(new)),
        );
        if matches.channels.get(&old.channel) != Some(&new.channel) {
            let name = |model: &Model, id| model.channel(id).name.clone();
            let finding = Finding::at(&table::OPERATION_CHANNEL_CHANGED, places.clone(), scope);
            let names = (
                name(self.old.model, old.channel),
                name(self.new.model, new.channel),
            );
            self.findings.push(finding.before(names.0).after(names.1));
        }
        self.docs(&places, scope, (&old.docs, &new.docs));
        self.security(&places, (&old.security, &new.security));
        self.bindings(&places, scope, (&old.bindings, &new.bindings));
        self.replies(matches, &places, (old.reply.as_ref(), new.reply.as_ref()));
    }

    /// Messages that both documents have, but which pass here in only one of them.
    fn passing(
        &mut self,
        matches: &Matches,
        (old, new): (&Operation, &Operation),
        passages: &(BTreeSet<Passage>, BTreeSet<Passage>),
    ) {
        if old.action != new.action || matches.channels.get(&old.channel) != Some(&new.channel) {
            return;
        }
        let places = Places {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        for id in &old.messages {
            let twin = matches.messages.get(id).copied();
            if let Some(twin) =
                twin.filter(|twin| !passages.1.contains(&(new.channel, new.action, *twin)))
            {
                let scope = Scope::Message(Some(*id), Some(twin));
                let finding = Finding::at(
                    message_removed(self.old.model.message(*id)),
                    places.clone(),
                    scope,
                );
                self.findings
                    .push(finding.subject(&*self.new.model.message(twin).name));
            }
        }
        for id in &new.messages {
            let twin = matches.origins.get(id).copied();
            if let Some(twin) =
                twin.filter(|twin| !passages.0.contains(&(old.channel, old.action, *twin)))
            {
                let scope = Scope::Message(Some(twin), Some(*id));
                let finding = Finding::at(&table::MESSAGE_ADDED, places.clone(), scope);
                self.findings
                    .push(finding.subject(&*self.new.model.message(*id).name));
            }
        }
    }
}

fn passages(model: &Model) -> BTreeSet<Passage> {
    let all = model.operations.iter();
    let of = |one: &Operation| {
        let (channel, action) = (one.channel, one.action);
        one.messages
            .iter()
            .map(move |id| (channel, action, *id))
            .collect::<Vec<_>>()
    };
    all.flat_map(of).collect()
}

fn verb(operation: &Operation) -> String {
    match operation.action {
        Action::Send => "send".into(),
        Action::Receive => "receive".into(),
    }
}

fn label(model: &Model, operation: &Operation) -> String {
    let channel = &model.channel(operation.channel).name;
    operation
        .name
        .clone()
        .unwrap_or_else(|| format!("{} on {channel}", verb(operation)))
}
