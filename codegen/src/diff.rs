//! Two versions of a document → what changed, for the wire and for Rust callers.
//!
//! In: two models. Out: a [`Comparison`]: each change once, at its own schema, with the messages it reaches and its
//! impact on both axes, as text, Markdown or JSON. Order and YAML style are no change.
//! This room never knows how documents are read or how Rust is written; `diff/rules/table.rs` says what hurts whom.

mod change;
mod channel;
mod document;
mod equal;
mod finding;
mod message;
mod pairing;
mod report;
mod rules;
mod schema;
mod suppression;
#[cfg(test)]
mod tests;
mod view;

use std::collections::{BTreeMap, BTreeSet};

use self::finding::{Finding, Scope};
use self::view::{Use, View};
use crate::model::{MessageId, Model, SchemaId};

pub use self::change::{Change, Direction, Places, Reached};
pub use self::report::Style;
pub use self::rules::{Impact, RULES, Rule, Weight};
pub use self::suppression::Suppressed;
pub use crate::settings::Perspective;

/// The step of the generated crate's version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Semver {
    /// Nothing changed.
    None,
    /// Nothing was added and nothing breaks.
    Patch,
    /// Something was added and nothing breaks.
    Minor,
    /// Something breaks, on the wire or in Rust.
    Major,
}

/// Which impact is a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FailOn {
    /// One on the wire.
    Wire,
    /// One on Rust callers.
    Rust,
    /// One on either.
    Any,
}

/// What changed between two versions of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The old document: title, version, place of its root.
    pub old: Version,
    /// The new document.
    pub new: Version,
    /// The changes, in the order of the parts of a document; schemas last, in the order of the old document.
    pub changes: Vec<Change>,
    /// Changes that were set aside by [`Comparison::suppress`].
    pub suppressed: Vec<Suppressed>,
}

/// Which document was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// The root of the document.
    pub at: crate::source::Origin,
}

/// Compares two versions of a document.
pub fn compare(old: &Model, new: &Model, perspective: Perspective) -> Comparison {
    let mut comparer = Comparer::new(View::new(old, perspective), View::new(new, perspective));
    comparer.run();
    let version = |model: &Model| Version {
        title: model.info.title.clone(),
        version: model.info.version.clone(),
        at: model.at.clone(),
    };
    let (old, new) = (version(old), version(new));
    Comparison {
        old,
        new,
        changes: comparer.settle(),
        suppressed: Vec::new(),
    }
}

impl Comparison {
    /// The step of the generated crate's version: major when anything breaks, minor when something was added,
    /// patch for other changes, those that were set aside included.
    pub fn semver(&self) -> Semver {
        if self.fails_on(FailOn::Any) {
            return Semver::Major;
        }
        let worth = self.changes.iter().map(|change| change.rule.weight).max();
        match (worth, self.suppressed.is_empty()) {
            (Some(Weight::Addition), _) => Semver::Minor,
            (Some(Weight::Tweak | Weight::Documentation), _) | (None, false) => Semver::Patch,
            (None, true) => Semver::None,
        }
    }

    /// Whether a change that was not set aside breaks something on this axis.
    pub fn fails_on(&self, axis: FailOn) -> bool {
        match axis {
            FailOn::Wire => self.breaks(|change| change.wire),
            FailOn::Rust => self.breaks(|change| change.rust),
            FailOn::Any => self.breaks(|change| change.wire.max(change.rust)),
        }
    }
}

/// Two documents while they are compared.
struct Comparer<'a> {
    old: View<'a>,
    new: View<'a>,
    findings: Vec<Finding>,
    /// Pairs of schemas that are still to be compared.
    waiting: Vec<(SchemaId, SchemaId)>,
    done: BTreeSet<(SchemaId, SchemaId)>,
    /// Schemas that were renamed, from old to new.
    renames: BTreeMap<SchemaId, SchemaId>,
    /// The same from new to old.
    origins: BTreeMap<SchemaId, SchemaId>,
    /// Schemas whose removal is told of elsewhere.
    gone: BTreeSet<SchemaId>,
    /// Schemas whose appearance is told of elsewhere.
    come: BTreeSet<SchemaId>,
    /// Pairs of schemas of optional properties.
    optional: BTreeSet<(SchemaId, SchemaId)>,
    /// Pairs of union members of which another title is told already.
    retitled: BTreeSet<(SchemaId, SchemaId)>,
    /// Headers of either document.
    headers: (BTreeSet<SchemaId>, BTreeSet<SchemaId>),
}

impl<'a> Comparer<'a> {
    fn new(old: View<'a>, new: View<'a>) -> Self {
        let headers = |view: &View<'_>| {
            let all = view
                .model
                .messages
                .iter()
                .filter_map(|message| message.headers);
            all.map(|id| view.target(id)).collect()
        };
        Self {
            headers: (headers(&old), headers(&new)),
            old,
            new,
            findings: Vec::new(),
            waiting: Vec::new(),
            done: BTreeSet::new(),
            renames: BTreeMap::new(),
            origins: BTreeMap::new(),
            gone: BTreeSet::new(),
            come: BTreeSet::new(),
            optional: BTreeSet::new(),
            retitled: BTreeSet::new(),
        }
    }

    fn run(&mut self) {
        let schemas = self.pair_schemas();
        let messages = self.pair_messages();
        self.info();
        self.servers();
        self.security_schemes();
        let matches = self.channels(&messages);
        self.operations(&matches);
        self.variants(&matches);
        self.messages(&messages);
        self.schemas(&schemas);
    }

    /// Whether two schemas are the headers of messages.
    fn are_headers(&self, (old, new): (SchemaId, SchemaId)) -> bool {
        self.headers.0.contains(&old) && self.headers.1.contains(&new)
    }

    fn settle(mut self) -> Vec<Change> {
        let findings = std::mem::take(&mut self.findings);
        let touched = |side: fn(Scope) -> Option<SchemaId>| {
            findings.iter().filter_map(|one| side(one.scope)).collect()
        };
        let olds = self.old.uses(&touched(|scope| match scope {
            Scope::Schema(old, _) => old,
            _ => None,
        }));
        let news = self.new.uses(&touched(|scope| match scope {
            Scope::Schema(_, new) => new,
            _ => None,
        }));
        finding::settle(findings, &|scope| self.reach(scope, (&olds, &news)))
    }

    /// Which way what has changed passes for clients that run today, and the messages of both documents it is part of.
    fn reach(&self, scope: Scope, uses: (&Uses, &Uses)) -> (Direction, Vec<Reached>) {
        let one = |id: MessageId, way: Direction| vec![(id, way)];
        let (olds, news) = match scope {
            Scope::Connection => return (Direction::Both, Vec::new()),
            Scope::Message(old, new) => (
                old.map(|id| one(id, self.old.message_direction(id))),
                new.map(|id| one(id, self.new.message_direction(id))),
            ),
            Scope::Answer(old, new) => (
                Some(one(old, self.old.message_direction(old).reverse())),
                Some(one(new, self.new.message_direction(new).reverse())),
            ),
            Scope::Schema(old, new) => {
                let known = |uses: &Uses, id: SchemaId| uses.get(&id).cloned().unwrap_or_default();
                (
                    old.map(|id| known(uses.0, id)),
                    new.map(|id| known(uses.1, id)),
                )
            }
        };
        let running = olds.as_ref().or(news.as_ref());
        let ways = running.into_iter().flatten().map(|(_, way)| *way);
        let direction = ways.fold(Direction::Unused, Direction::and);
        let messages = finding::merge(named(&self.new, news), named(&self.old, olds));
        (direction, messages)
    }
}

/// The messages that schemas are part of.
type Uses = BTreeMap<SchemaId, Vec<Use>>;

fn named(view: &View<'_>, uses: Option<Vec<Use>>) -> Vec<Reached> {
    let name = |id| view.model.message(id).name.clone();
    let uses = uses.into_iter().flatten();
    uses.map(|(id, direction)| Reached {
        message: name(id),
        direction,
    })
    .collect()
}
