//! Objects with keys of which the document says nothing but shows them: in its own examples.
//!
//! In: the model and its examples. Out: the schemas of these objects. Examples that contradict their schema show nothing.
//! A value of a union shows something of the members that it fits; of none, when one of them declares every key.

use std::collections::BTreeSet;

use super::fit::Fit;
use super::object::behind;
use super::settling::Decisions;
use super::subject::{self, Subject};
use super::walk::{Verdict, Walk};
use crate::model::{Model, SchemaId, Shape};
use crate::source::Node;

/// The objects that have keys in examples of which nothing is said.
pub(super) fn objects(model: &Model) -> BTreeSet<SchemaId> {
    let decisions = Decisions::none(model.at.file);
    let subjects = subject::examples(model);
    let mut walk = Walk::new(model, &decisions);
    let right: Vec<&Subject> = subjects
        .iter()
        .filter(|subject| walk.examine(subject) == Verdict::Right)
        .collect();
    let mut shown = Shown {
        fit: Fit::new(model),
        objects: BTreeSet::new(),
    };
    for subject in right {
        shown.fit.next_example();
        shown.look(subject.schema, &subject.example.node);
    }
    shown.objects
}

struct Shown<'a> {
    fit: Fit<'a>,
    objects: BTreeSet<SchemaId>,
}

impl<'a> Shown<'a> {
    fn look(&mut self, id: SchemaId, node: &'a Node) {
        if !self.fit.work.enter() {
            return;
        }
        match &self.fit.model.schema(id).shape {
            Shape::Union(union) if union.discriminator.is_none() => {
                for member in self.meant(&union.members, node) {
                    self.look(member, node);
                }
            }
            shape => {
                let level = self.fit.level(id, node);
                let declares =
                    matches!(shape, Shape::Object(object) if !object.properties.is_empty());
                if level.undeclared && declares {
                    self.objects.insert(id);
                }
                for child in &level.children {
                    self.look(child.schema, child.node);
                }
            }
        }
        self.fit.work.leave();
    }

    /// The members that a value fits: those that say something of all its keys, if there are such.
    fn meant(&mut self, members: &[SchemaId], node: &'a Node) -> Vec<SchemaId> {
        let mut fitting = members.to_vec();
        fitting.retain(|member| self.fit.fits(*member, node));
        let mut silent = fitting.clone();
        silent.retain(|member| {
            let id = behind(self.fit.model, *member);
            !self.fit.level(id, node).undeclared
        });
        if silent.is_empty() { fitting } else { silent }
    }
}
