//! Channels and operations: where messages pass, and which way.
//!
//! In: both models and which message is which. Out: findings about addresses, parameters, directions and replies.
//! This room never looks into messages.

mod operation;
mod reply;
mod variant;

use std::collections::BTreeMap;

use super::Comparer;
use super::change::Places;
use super::document::Holder;
use super::equal::same_words;
use super::finding::{Finding, Scope};
use super::pairing::Pairs;
use super::rules::table;
use super::view::View;
use crate::model::{Action, Channel, ChannelId, MessageId};

/// Which message and which channel of the old document is which of the new one.
pub(super) struct Matches {
    pub(super) messages: BTreeMap<MessageId, MessageId>,
    /// The other way round: from new to old.
    pub(super) origins: BTreeMap<MessageId, MessageId>,
    pub(super) channels: BTreeMap<ChannelId, ChannelId>,
}

impl Comparer<'_> {
    /// Compares channels; returns what belongs together, for the operations.
    pub(super) fn channels(&mut self, messages: &Pairs<MessageId>) -> Matches {
        let messages: BTreeMap<_, _> = messages.both.iter().copied().collect();
        let pairs = self.pair_channels(&messages);
        for &(old, new) in &pairs.both {
            self.channel(self.old.model.channel(old), self.new.model.channel(new));
        }
        let document = self.document();
        for &id in &pairs.removed {
            let channel = self.old.model.channel(id);
            let at = channel.at.clone();
            let finding = Finding::removed(
                &table::CHANNEL_REMOVED,
                document.clone(),
                at,
                Scope::Connection,
            );
            self.findings.push(finding.subject(&*channel.name));
        }
        for &id in &pairs.added {
            let channel = self.new.model.channel(id);
            let at = channel.at.clone();
            let finding = Finding::added(
                &table::CHANNEL_ADDED,
                document.clone(),
                at,
                Scope::Connection,
            );
            self.findings.push(finding.subject(&*channel.name));
        }
        let origins = messages.iter().map(|(old, new)| (*new, *old)).collect();
        Matches {
            messages,
            origins,
            channels: pairs.both.into_iter().collect(),
        }
    }

    fn pair_channels(&self, messages: &BTreeMap<MessageId, MessageId>) -> Pairs<ChannelId> {
        let (old, new) = (&self.old, &self.new);
        let both = |view: &View<'_>, id: ChannelId| {
            let channel = view.model.channel(id);
            Some((channel.address.clone()?, channel.name.clone()))
        };
        let address = |view: &View<'_>, id: ChannelId| view.model.channel(id).address.clone();
        let name = |view: &View<'_>, id: ChannelId| Some(view.model.channel(id).name.clone());
        let mut pairs = Pairs::new(ids(old), ids(new))
            .by(|id| both(old, id), |id| both(new, id))
            .by(|id| address(old, id), |id| address(new, id))
            .by(|id| name(old, id), |id| name(new, id));
        let (olds, news) = (traffic(old), traffic(new));
        let mapped = |id: ChannelId| {
            let list = olds.get(&id)?.iter();
            let list = list.map(|(action, message)| Some((*action, *messages.get(message)?)));
            list.collect::<Option<Vec<_>>>().map(sorted)
        };
        pairs.rename(
            mapped,
            |id| Some(sorted(news.get(&id)?.clone())),
            |_, _| true,
        );
        pairs
    }

    fn channel(&mut self, old: &Channel, new: &Channel) {
        let places = Places {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        let scope = Scope::Connection;
        let renamed = !same_words(&old.name, &new.name);
        let rule = match (renamed, old.address == new.address) {
            (false, true) => None,
            (false, false) => Some(&table::ADDRESS_CHANGED),
            (true, true) => Some(&table::CHANNEL_RENAMED),
            (true, false) => Some(&table::CHANNEL_MOVED),
        };
        if let Some(rule) = rule {
            let label = |channel: &Channel| match (&channel.address, old.address == new.address) {
                (Some(address), false) => address.clone(),
                (None, false) => "unknown".into(),
                (_, true) => channel.name.clone(),
            };
            self.findings.push(
                Finding::at(rule, places.clone(), scope)
                    .before(label(old))
                    .after(label(new)),
            );
        }
        self.docs(&places, scope, (&old.docs, &new.docs));
        self.variables(Holder::Channel, &places, (&old.parameters, &new.parameters));
        self.availability(&places, (old, new));
        self.bindings(&places, scope, (&old.bindings, &new.bindings));
    }

    fn availability(&mut self, places: &Places, (old, new): (&Channel, &Channel)) {
        let names = |view: &View<'_>, channel: &Channel| -> Vec<String> {
            let servers = &view.model.servers;
            channel
                .servers
                .iter()
                .filter_map(|id| servers.get(id.0 as usize))
                .map(|one| one.name.clone())
                .collect()
        };
        let (olds, news) = (names(&self.old, old), names(&self.new, new));
        let finding =
            |rule, name: &str| Finding::at(rule, places.clone(), Scope::Connection).subject(name);
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        match (olds.is_empty(), news.is_empty()) {
            (true, true) => {}
            (true, false) => gone.push(finding(
                &table::CHANNEL_SERVER_REMOVED,
                &format!("all but {}", news.join(", ")),
            )),
            (false, true) => come.push(finding(&table::CHANNEL_SERVER_ADDED, "all")),
            (false, false) => {
                let only = |one: &[String], other: &[String]| -> Vec<String> {
                    one.iter()
                        .filter(|name| !other.contains(name))
                        .cloned()
                        .collect()
                };
                gone.extend(
                    only(&olds, &news)
                        .iter()
                        .map(|name| finding(&table::CHANNEL_SERVER_REMOVED, name)),
                );
                come.extend(
                    only(&news, &olds)
                        .iter()
                        .map(|name| finding(&table::CHANNEL_SERVER_ADDED, name)),
                );
            }
        }
        self.findings.extend(gone.into_iter().chain(come));
    }
}

fn ids(view: &View<'_>) -> impl Iterator<Item = ChannelId> + use<> {
    (0..u32::try_from(view.model.channels.len()).expect("ids are 32 bits wide")).map(ChannelId)
}

/// The messages of each channel and which way they pass.
fn traffic(view: &View<'_>) -> BTreeMap<ChannelId, Vec<(Action, MessageId)>> {
    let mut traffic: BTreeMap<ChannelId, Vec<_>> = BTreeMap::new();
    for operation in &view.model.operations {
        let passing = operation
            .messages
            .iter()
            .map(|message| (operation.action, *message));
        traffic
            .entry(operation.channel)
            .or_default()
            .extend(passing);
    }
    traffic
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list
}
