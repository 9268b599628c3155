//! Findings: changes while the documents are compared, before it is known whom they reach.
//!
//! In: what the comparison finds, where, and what it touches. Out: [`Change`]s, each once, with their impact.
//! This room never decides which rule applies.

use std::collections::BTreeMap;

use serde_json::Value;

use super::change::{Change, Direction, Places, Reached};
use super::rules::{Impact, Rule, table};
use crate::model::{MessageId, SchemaId};
use crate::source::Origin;

/// Who is touched by what has changed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scope {
    /// Whoever connects: servers, channels, operations.
    Connection,
    /// Who handles a message of the old document, or else of the new one.
    Message(Option<MessageId>, Option<MessageId>),
    /// Who handles the answer to a message of both documents, which passes the other way.
    Answer(MessageId, MessageId),
    /// Who handles any message that a schema is part of.
    Schema(Option<SchemaId>, Option<SchemaId>),
}

/// A change whose reach is not known yet.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) scope: Scope,
    pub(super) change: Change,
}

impl Finding {
    /// A change of a thing that both documents have.
    pub(super) fn at(rule: &'static Rule, places: Places, scope: Scope) -> Self {
        let (old, new) = (Some(places.old.clone()), Some(places.new.clone()));
        Self::placed(rule, places, scope, old, new)
    }

    /// Something that only the new document has, within a thing that both have.
    pub(super) fn added(rule: &'static Rule, holder: Places, at: Origin, scope: Scope) -> Self {
        Self::placed(rule, holder, scope, None, Some(at))
    }

    /// Something that only the old document has, within a thing that both have.
    pub(super) fn removed(rule: &'static Rule, holder: Places, at: Origin, scope: Scope) -> Self {
        Self::placed(rule, holder, scope, Some(at), None)
    }

    fn placed(
        rule: &'static Rule,
        holder: Places,
        scope: Scope,
        old: Option<Origin>,
        new: Option<Origin>,
    ) -> Self {
        let change = Change {
            rule,
            old,
            new,
            holder,
            subject: String::new(),
            before: Value::Null,
            after: Value::Null,
            messages: Vec::new(),
            wire: Impact::Safe,
            rust: rule.rust,
        };
        Self { scope, change }
    }

    /// The same with the places of the thing itself, where they differ from its holder's.
    pub(super) fn places(mut self, own: Places) -> Self {
        self.change.old = Some(own.old);
        self.change.new = Some(own.new);
        self
    }

    /// The same with the name of what has changed.
    pub(super) fn subject(mut self, name: impl Into<String>) -> Self {
        self.change.subject = name.into();
        self
    }

    /// The same with what was.
    pub(super) fn before(mut self, value: impl Into<Value>) -> Self {
        self.change.before = value.into();
        self
    }

    /// The same with what is.
    pub(super) fn after(mut self, value: impl Into<Value>) -> Self {
        self.change.after = value.into();
        self
    }
}

/// Settles the impact of findings; one that several flattened copies of a schema share becomes one change.
pub(super) fn settle(
    findings: Vec<Finding>,
    reach: &dyn Fn(Scope) -> (Direction, Vec<Reached>),
) -> Vec<Change> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut changes: Vec<(Direction, Change)> = Vec::new();
    for finding in findings {
        let (direction, messages) = reach(finding.scope);
        let rule = finding.change.rule;
        let index = *seen
            .entry(identity(&finding.change))
            .or_insert(changes.len());
        if index == changes.len() {
            changes.push((Direction::Unused, finding.change));
        }
        let (known, change) = &mut changes[index];
        if change.rule != rule {
            change.rule = general(change.rule);
            change.rust = change.rule.rust;
        }
        *known = known.and(direction);
        change.messages = merge(std::mem::take(&mut change.messages), messages);
    }
    changes.into_iter().map(judge).collect()
}

fn identity(change: &Change) -> String {
    let place =
        |origin: &Option<Origin>| origin.as_ref().map(|at| (at.file, at.pointer.to_string()));
    format!(
        "{} {:?} {:?} {:?} {} {}",
        general(change.rule).id,
        place(&change.old),
        place(&change.new),
        change.subject,
        change.before,
        change.after
    )
}

/// The rule under which a fact stands when it is true of headers and of other objects.
fn general(rule: &'static Rule) -> &'static Rule {
    let pairs = [
        (&table::HEADER_ADDED, &table::PROPERTY_ADDED),
        (
            &table::REQUIRED_HEADER_ADDED,
            &table::REQUIRED_PROPERTY_ADDED,
        ),
        (&table::HEADER_REMOVED, &table::PROPERTY_REMOVED),
        (&table::HEADER_RENAMED, &table::PROPERTY_RENAMED),
    ];
    let found = pairs.into_iter().find(|(header, _)| *header == rule);
    found.map_or(rule, |(_, property)| property)
}

pub(super) fn merge(mut known: Vec<Reached>, more: Vec<Reached>) -> Vec<Reached> {
    if known.is_empty() {
        return more;
    }
    let names = known
        .iter()
        .enumerate()
        .map(|(index, one)| (one.message.clone(), index));
    let index: BTreeMap<String, usize> = names.collect();
    for reached in more {
        match index.get(&reached.message) {
            Some(&at) => known[at].direction = known[at].direction.and(reached.direction),
            None => known.push(reached),
        }
    }
    known
}

fn judge((direction, mut change): (Direction, Change)) -> Change {
    change.wire = match direction {
        Direction::Unused => Impact::Safe,
        Direction::Received => change.rule.received,
        Direction::Sent => change.rule.sent,
        Direction::Both => change.rule.received.max(change.rule.sent),
    };
    change
}
