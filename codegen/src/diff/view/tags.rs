//! Which keys tell the members of unions and the messages of channels apart.
//!
//! In: a model, with aliases followed. Out: objects with the keys that are their tags: those that a discriminator names,
//! and those that hold one string each in several members. This room never knows the other document.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Action, ChannelId, MessageId, Model, SchemaId, Shape};

/// Objects with the keys that tell them from others.
pub(super) type Tags<'a> = BTreeSet<(SchemaId, &'a str)>;

pub(super) fn all<'a>(model: &'a Model, targets: &[SchemaId]) -> Tags<'a> {
    let target = |id: &SchemaId| targets[id.index()];
    let mut tags = Tags::new();
    for schema in &model.schemas {
        let Shape::Union(union) = &schema.shape else {
            continue;
        };
        let members: BTreeSet<SchemaId> = union.members.iter().map(target).collect();
        match &union.discriminator {
            Some(tag) => tags.extend(members.into_iter().map(|id| (id, &*tag.property))),
            None => tags.extend(shared(model, targets, &members)),
        }
    }
    for messages in directions(model) {
        let messages = messages.into_iter().map(|id| model.message(id));
        let payloads = messages.filter_map(|message| message.payload.as_ref().map(target));
        tags.extend(shared(model, targets, &payloads.collect()));
    }
    tags
}

/// The messages of each direction of each channel; those of a channel without operations are told apart together.
fn directions(model: &Model) -> Vec<BTreeSet<MessageId>> {
    let mut passing: BTreeMap<(ChannelId, bool), BTreeSet<MessageId>> = BTreeMap::new();
    for operation in &model.operations {
        let sent = operation.action == Action::Send;
        let own = passing.entry((operation.channel, sent)).or_default();
        own.extend(&operation.messages);
        if let Some(reply) = &operation.reply {
            let channel = reply.channel.unwrap_or(operation.channel);
            let answers = passing.entry((channel, !sent)).or_default();
            answers.extend(&reply.messages);
        }
    }
    let used: BTreeSet<ChannelId> = passing.keys().map(|(channel, _)| *channel).collect();
    let channels = (0..).map(ChannelId).zip(&model.channels);
    let idle = channels.filter(|(id, _)| !used.contains(id));
    let idle = idle.map(|(_, channel)| channel.messages.iter().map(|(_, id)| *id).collect());
    passing.into_values().chain(idle).collect()
}

/// Keys that hold one string each in several of the members.
fn shared<'a>(model: &'a Model, targets: &[SchemaId], members: &BTreeSet<SchemaId>) -> Tags<'a> {
    let mut holders: BTreeMap<&str, Vec<SchemaId>> = BTreeMap::new();
    for id in members {
        let Shape::Object(object) = &model.schema(*id).shape else {
            continue;
        };
        for property in &object.properties {
            let value = &model.schema(targets[property.schema.index()]).shape;
            if matches!(value, Shape::Const(value) if value.is_string()) {
                holders.entry(&property.name).or_default().push(*id);
            }
        }
    }
    let several = holders.into_iter().filter(|(_, holders)| holders.len() > 1);
    let each = several.flat_map(|(key, holders)| holders.into_iter().map(move |id| (id, key)));
    each.collect()
}
