//! The walk through an example that reports what contradicts its schema.
//!
//! In: [`Subject`]s, one after the other. Out: a [`Verdict`] on each, and the [`Findings`] of all.
//! Where a decision widens what is accepted, the walk goes on as decided.

use super::finding::{Findings, Key};
use super::fit::Fit;
use super::format;
use super::level::{Child, Level, Mismatch, Spot, Step};
use super::settling::{self, Decisions};
use super::subject::Subject;
use super::{Evidence, Kind, Settlement, words};
use crate::diagnostic::Place;
use crate::model::{Model, SchemaId, Shape};
use crate::source::{Node, Origin};

/// What became of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing in it contradicts its schema.
    Right,
    /// Something does.
    Wrong,
    /// Some of it was left alone, because it takes too much.
    Unfinished,
}

/// The walk, with what it found so far.
pub(super) struct Walk<'a> {
    fit: Fit<'a>,
    decisions: &'a Decisions<'a>,
    findings: Findings,
    root: Option<&'a Origin>,
    path: Vec<Step<'a>>,
    wrong: bool,
}

/// The places that lead to a schema: where the property stands, aliases, the schema itself; and the decision that
/// anything is accepted, if one was passed.
#[derive(Clone, Default)]
struct Way<'a> {
    places: Vec<&'a Origin>,
    cover: Option<Settlement>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(model: &'a Model, decisions: &'a Decisions) -> Self {
        Self {
            fit: Fit::new(model),
            decisions,
            findings: Findings::default(),
            root: None,
            path: Vec::new(),
            wrong: false,
        }
    }

    /// Holds one example against its schema.
    pub(super) fn examine(&mut self, subject: &'a Subject) -> Verdict {
        self.fit.next_example();
        self.root = Some(&subject.example.origin);
        self.path.clear();
        self.wrong = false;
        self.check(subject.schema, &subject.example.node, Way::default());
        match (self.wrong, self.fit.work.exhausted()) {
            (true, _) => Verdict::Wrong,
            (false, true) => Verdict::Unfinished,
            (false, false) => Verdict::Right,
        }
    }

    pub(super) fn finish(self) -> Findings {
        self.findings
    }

    fn check(&mut self, id: SchemaId, node: &'a Node, mut way: Way<'a>) {
        if !self.fit.work.enter() {
            return;
        }
        way.places.push(&self.fit.model.schema(id).at);
        if way.cover.is_none() {
            way.cover = self.decisions.any(&way.places);
        }
        self.observe_format(id, node);
        let level = self.fit.level(id, node);
        for mismatch in &level.mismatches {
            self.report(id, node, mismatch, &way);
        }
        self.descend(&level, &way);
        if let Some(item) = self.single(id, node, &way) {
            self.check(item, node, way.below());
        }
        self.fit.work.leave();
    }

    fn descend(&mut self, level: &Level<'a>, way: &Way<'a>) {
        for child in &level.children {
            let next = match child.step {
                Step::Alias => way.clone(),
                Step::Property(_, at) => way.below().through(at),
                Step::Member | Step::Entry(_) | Step::Item(_) => way.below(),
            };
            self.step(child, next);
        }
    }

    fn step(&mut self, child: &Child<'a>, way: Way<'a>) {
        let same_value = matches!(child.step, Step::Alias | Step::Member);
        if !same_value {
            self.path.push(child.step);
        }
        self.check(child.schema, child.node, way);
        if !same_value {
            self.path.pop();
        }
    }

    /// The item schema of a list for which a single item was decided to be accepted.
    fn single(&self, id: SchemaId, node: &Node, way: &Way<'a>) -> Option<SchemaId> {
        let item = self.lacks_list(id, node)?;
        self.decisions.accepts_single(&way.places).then_some(item)
    }

    fn lacks_list(&self, id: SchemaId, node: &Node) -> Option<SchemaId> {
        match self.fit.model.schema(id).shape {
            Shape::Array(item) if node.as_sequence().is_none() && !node.is_null() => Some(item),
            _ => None,
        }
    }

    fn report(&mut self, id: SchemaId, node: &'a Node, mismatch: &Mismatch, way: &Way<'a>) {
        self.wrong = true;
        let single = self
            .lacks_list(id, node)
            .is_some_and(|item| self.fit.fits(item, node));
        let own = self.decisions.settle(mismatch.kind, &way.places);
        let remedy = match mismatch.kind {
            Kind::WrongType if single => Some("accept: single"),
            kind => settling::remedy(kind),
        };
        let key = Key {
            schema: self.fit.model.schema(id).at.clone(),
            kind: mismatch.kind,
            expected: mismatch.expected.clone(),
            settled_by: own.or_else(|| way.cover.clone()),
        };
        let evidence = self.evidence(&mismatch.spot, mismatch.found.clone());
        self.findings.add(key, remedy, evidence);
    }

    /// Remembers values of a format that looks misspelt.
    fn observe_format(&mut self, id: SchemaId, node: &Node) {
        let schema = self.fit.model.schema(id);
        if let Shape::Scalar(scalar) = &schema.shape
            && format::suggestion(scalar).is_some()
        {
            let evidence = self.evidence(&Spot::Value, words::found(node));
            self.findings.observe(&schema.at, evidence);
        }
    }

    fn evidence(&self, spot: &Spot, found: String) -> Evidence {
        let mut origin = self.root.expect("an example is being examined").clone();
        let mut path = "$".to_owned();
        for step in &self.path {
            match *step {
                Step::Alias | Step::Member => {}
                Step::Property(key, _) | Step::Entry(key) => enter(&mut origin, &mut path, key),
                Step::Item(index) => {
                    origin.pointer = origin.pointer.index(index);
                    path += &format!("[{index}]");
                }
            }
        }
        if let Spot::Key(key) | Spot::Below(key) = spot {
            enter(&mut origin, &mut path, key);
        }
        let at = match spot {
            Spot::Key(_) => Place::Key(origin),
            Spot::Value | Spot::Below(_) => Place::Value(origin),
        };
        Evidence { at, path, found }
    }
}

fn enter(origin: &mut Origin, path: &mut String, key: &str) {
    origin.pointer = origin.pointer.push(key);
    *path += &words::step(key);
}

impl<'a> Way<'a> {
    /// The way to something below: a decision that anything is accepted goes on, others do not.
    fn below(&self) -> Self {
        Self {
            places: Vec::new(),
            cover: self.cover.clone(),
        }
    }

    fn through(mut self, place: &'a Origin) -> Self {
        self.places.push(place);
        self
    }
}
