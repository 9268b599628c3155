//! Which messages schemas are part of, and which way they pass.
//!
//! In: a model and whose crate it is. Out: directions of messages, and for the schemas that are asked for, their
//! messages. Sixty-four uses are followed at a time, so that deep and recursive schemas cost no more than flat ones.
//! This room never knows what has changed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diff::view::children;
use crate::diff::{Direction, Perspective};
use crate::model::{Action, ChannelId, MessageId, Model, SchemaId};

/// A message and the way in which a schema passes in it.
pub(in crate::diff) type Use = (MessageId, Direction);

/// What schemas mention, and the ways of messages.
pub(super) struct Reach {
    messages: Vec<Direction>,
    /// The payloads, headers and responses of all messages, in their order.
    roots: Vec<(Use, SchemaId)>,
    children: Vec<Vec<SchemaId>>,
}

impl Reach {
    pub(super) fn new(model: &Model, perspective: Perspective) -> Self {
        let messages = directions(model, perspective);
        let roots = roots(model, &messages);
        let children = model
            .schemas
            .iter()
            .map(|schema| children(&schema.shape))
            .collect();
        Self {
            messages,
            roots,
            children,
        }
    }

    /// The way in which a message passes.
    pub(super) fn message(&self, id: MessageId) -> Direction {
        self.messages[id.0 as usize]
    }

    /// The messages that each of some schemas is part of, in document order, each once.
    pub(super) fn schemas(&self, ids: &BTreeSet<SchemaId>) -> BTreeMap<SchemaId, Vec<Use>> {
        let mut uses: BTreeMap<SchemaId, Vec<Use>> =
            ids.iter().map(|id| (*id, Vec::new())).collect();
        if ids.is_empty() {
            return uses;
        }
        for roots in self.roots.chunks(64) {
            let masks = self.follow(roots);
            for (id, list) in &mut uses {
                let mask = masks[id.index()];
                let hit = roots
                    .iter()
                    .enumerate()
                    .filter(|(bit, _)| mask & (1 << bit) != 0);
                hit.for_each(|(_, (one, _))| add(list, *one));
            }
        }
        uses
    }

    /// For each schema, the set of roots from which it is reached.
    fn follow(&self, roots: &[(Use, SchemaId)]) -> Vec<u64> {
        let mut masks = vec![0_u64; self.children.len()];
        let mut waiting = VecDeque::new();
        for (bit, (_, id)) in roots.iter().enumerate() {
            masks[id.index()] |= 1 << bit;
            waiting.push_back(*id);
        }
        while let Some(id) = waiting.pop_front() {
            let mask = masks[id.index()];
            for child in &self.children[id.index()] {
                let known = &mut masks[child.index()];
                if *known | mask != *known {
                    *known |= mask;
                    waiting.push_back(*child);
                }
            }
        }
        masks
    }
}

/// Adds a use; roots of one message follow each other.
fn add(list: &mut Vec<Use>, (message, direction): Use) {
    match list.last_mut() {
        Some(last) if last.0 == message => last.1 = last.1.and(direction),
        _ => list.push((message, direction)),
    }
}

fn roots(model: &Model, directions: &[Direction]) -> Vec<(Use, SchemaId)> {
    let mut roots = Vec::new();
    for (index, message) in model.messages.iter().enumerate() {
        let id = MessageId(u32::try_from(index).expect("ids are 32 bits wide"));
        let there = (id, directions[index]);
        let back = (id, directions[index].reverse());
        roots.extend(
            message
                .payload
                .iter()
                .chain(&message.headers)
                .map(|schema| (there, *schema)),
        );
        roots.extend(message.response.iter().map(|schema| (back, *schema)));
    }
    roots
}

/// The way of each message, from all operations that carry it or answer with it. The messages of a channel that no
/// operation speaks of may pass both ways.
fn directions(model: &Model, perspective: Perspective) -> Vec<Direction> {
    let mut ways = vec![Direction::Unused; model.messages.len()];
    let mut note = |id: MessageId, way: Direction| {
        let known = &mut ways[id.0 as usize];
        *known = known.and(way);
    };
    let mut spoken = BTreeSet::new();
    for operation in &model.operations {
        let way = direction(perspective, operation.action);
        spoken.insert(operation.channel);
        operation.messages.iter().for_each(|id| note(*id, way));
        if let Some(reply) = &operation.reply {
            spoken.insert(reply.channel.unwrap_or(operation.channel));
            reply
                .messages
                .iter()
                .for_each(|id| note(*id, way.reverse()));
        }
    }
    let silent = (0..).map(ChannelId).zip(&model.channels);
    for (_, channel) in silent.filter(|(id, _)| !spoken.contains(id)) {
        channel
            .messages
            .iter()
            .for_each(|(_, id)| note(*id, Direction::Both));
    }
    ways
}

/// What the crate's user does where the described application does this.
fn direction(perspective: Perspective, action: Action) -> Direction {
    match (perspective, action) {
        (Perspective::Client, Action::Send) | (Perspective::Server, Action::Receive) => {
            Direction::Received
        }
        (Perspective::Client, Action::Receive) | (Perspective::Server, Action::Send) => {
            Direction::Sent
        }
    }
}
