//! Schemas that are exactly another one.
//!
//! In: outcomes. Out: what is behind them, and which aliases add nothing and may be passed by.
//! An alias that leads back to itself is a located error.
//! This room never makes an alias.

use super::Schemas;
use super::body::Outcome;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Docs, SchemaId, Shape};
use crate::resolve::Context;

/// How many aliases may lead on to one another; longer chains are left as they are.
const LONGEST: usize = 64;

impl Schemas {
    /// The shape behind aliases; `None` while it is being worked out.
    pub(super) fn seen(&self, id: SchemaId) -> Option<&Shape> {
        let mut shape = &self.entry(id).outcome.as_ref()?.shape;
        for _ in 0..LONGEST {
            match shape {
                Shape::Alias(target) => shape = &self.entry(*target).outcome.as_ref()?.shape,
                shape => return Some(shape),
            }
        }
        None
    }

    pub(super) fn allows_null(&self, mut id: SchemaId) -> bool {
        for _ in 0..LONGEST {
            match &self.entry(id).outcome {
                Some(outcome) if outcome.nullable => return true,
                Some(Outcome {
                    shape: Shape::Alias(target),
                    ..
                }) => id = *target,
                _ => return false,
            }
        }
        false
    }

    /// The schema that an alias in place stands for, when it adds nothing.
    pub(super) fn canonical(&self, mut id: SchemaId) -> SchemaId {
        for _ in 0..LONGEST {
            match self.pure_target(id) {
                Some(target) => id = target,
                None => break,
            }
        }
        id
    }

    fn pure_target(&self, id: SchemaId) -> Option<SchemaId> {
        let entry = self.entry(id);
        let target = self.bare_target(id)?;
        let (own, other) = (&entry.docs, &self.entry(target).docs);
        let words = |docs: &Docs| {
            (
                docs.title.clone(),
                docs.description.clone(),
                docs.deprecated,
            )
        };
        let repeated = entry.made && words(own) == words(other);
        (repeated || !entry.is_documented()).then_some(target)
    }

    /// The schema that an alias in place stands for, when nothing but words are added.
    pub(super) fn bare_target(&self, id: SchemaId) -> Option<SchemaId> {
        let entry = self.entry(id);
        let outcome = entry.outcome.as_ref()?;
        let Shape::Alias(target) = outcome.shape else {
            return None;
        };
        let default = entry.default == self.entry(target).default || entry.default.is_none();
        let bare =
            entry.name.is_none() && !outcome.nullable && outcome.constraints.is_empty() && default;
        bare.then_some(target)
    }

    /// An alias that leads back to itself means nothing.
    pub(super) fn break_alias_cycles(&mut self, context: &mut Context<'_>) {
        let mut walked: Vec<u32> = vec![0; self.entries.len()];
        for start in 0..self.entries.len() {
            let mark = u32::try_from(start).expect("few schemas") + 1;
            let mut at = start;
            while walked[at] == 0 {
                walked[at] = mark;
                match self.entries[at]
                    .outcome
                    .as_ref()
                    .map(|outcome| &outcome.shape)
                {
                    Some(Shape::Alias(target)) => at = target.index(),
                    _ => break,
                }
            }
            let alias = matches!(
                &self.entries[at].outcome,
                Some(Outcome {
                    shape: Shape::Alias(_),
                    ..
                })
            );
            if alias && walked[at] == mark {
                self.break_cycle(context, at);
            }
        }
    }

    fn break_cycle(&mut self, context: &mut Context<'_>, at: usize) {
        let entry = &mut self.entries[at];
        if let Some(outcome) = &mut entry.outcome {
            outcome.shape = Shape::Any;
        }
        let place = Place::Value(entry.at.clone());
        let message = "this schema is nothing but itself";
        context.push(Diagnostic::error("endless-schema", place, message));
    }
}
