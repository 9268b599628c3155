//! The list that leaves this room.
//!
//! In: settled entries. Out: schemas, those with ids given out first and in place, then what is declared or reached,
//! in the order in which it was found; parts that were merged away are gone.
//! This room decides no shape.

use super::Schemas;
use crate::model::{Additional, Docs, Property, Schema, SchemaId, Shape};
use crate::resolve::Context;

impl Schemas {
    /// The final list.
    pub(super) fn compact(mut self, context: &mut Context<'_>) -> Vec<Schema> {
        self.break_alias_cycles(context);
        self.lift_words();
        let labels = self.labels();
        let kept = labels
            .iter()
            .enumerate()
            .filter(|(_, label)| label.is_some());
        let kept: Vec<usize> = kept.map(|(index, _)| index).collect();
        let targets: Vec<SchemaId> = self.ids().map(|id| self.canonical(id)).collect();
        let relabelled = |id: SchemaId| labels[targets[id.index()].index()].unwrap_or(SchemaId(0));
        let mut schemas = Vec::with_capacity(kept.len());
        for index in kept {
            let mut schema = self.schema(index);
            relabel(&mut schema.shape, &mut |id| relabelled(id));
            schemas.push(schema);
        }
        schemas
    }

    fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..u32::try_from(self.entries.len()).expect("there are fewer schemas than bytes"))
            .map(SchemaId)
    }

    /// New ids for what is kept.
    fn labels(&self) -> Vec<Option<SchemaId>> {
        let mut kept = vec![false; self.entries.len()];
        let mut open = self.roots();
        while let Some(id) = open.pop() {
            if std::mem::replace(&mut kept[id.index()], true) {
                continue;
            }
            if let Some(outcome) = &self.entry(id).outcome {
                open.extend(
                    super::settle::below(&outcome.shape)
                        .into_iter()
                        .map(|id| self.canonical(id)),
                );
            }
        }
        let mut next = 0;
        let mut label = |kept: bool| {
            let label = kept.then_some(SchemaId(next));
            next += u32::from(kept);
            label
        };
        kept.into_iter().map(&mut label).collect()
    }

    fn schema(&mut self, index: usize) -> Schema {
        let entry = &mut self.entries[index];
        let outcome = entry.outcome.take();
        let (shape, nullable, constraints, default) = match outcome {
            Some(outcome) => (
                outcome.shape,
                outcome.nullable,
                outcome.constraints,
                outcome.default,
            ),
            None => (Shape::Any, false, Vec::new(), None),
        };
        Schema {
            at: entry.at.clone(),
            name: entry.name.take(),
            docs: std::mem::take(&mut entry.docs),
            nullable,
            default: entry.default.take().or(default),
            constraints,
            shape,
        }
    }

    /// Words around a property's schema (`allOf` with one reference and a description) are words about the property.
    fn lift_words(&mut self) {
        for index in 0..self.entries.len() {
            let Some(outcome) = &self.entries[index].outcome else {
                continue;
            };
            let Shape::Object(object) = &outcome.shape else {
                continue;
            };
            let lifted: Vec<Property> = object
                .properties
                .iter()
                .map(|property| self.lifted(property))
                .collect();
            if let Some(Shape::Object(object)) = self.entries[index]
                .outcome
                .as_mut()
                .map(|outcome| &mut outcome.shape)
            {
                object.properties = lifted;
            }
        }
    }

    fn lifted(&self, property: &Property) -> Property {
        let id = self.canonical(property.schema);
        let entry = self.entry(id);
        let only_words =
            |docs: &Docs| !docs.deprecated && docs.examples.is_empty() && docs.external.is_none();
        let target = self.bare_target(id).filter(|_| only_words(&entry.docs));
        let words = || {
            entry
                .docs
                .description
                .clone()
                .or_else(|| entry.docs.title.clone())
        };
        match target {
            Some(target) => {
                let docs = property.docs.clone().or_else(words);
                Property {
                    schema: self.canonical(target),
                    docs,
                    ..property.clone()
                }
            }
            None => property.clone(),
        }
    }
}

/// Replaces every id that a shape holds.
pub(super) fn relabel(shape: &mut Shape, label: &mut impl FnMut(SchemaId) -> SchemaId) {
    match shape {
        Shape::Any
        | Shape::Never
        | Shape::Const(_)
        | Shape::Scalar(_)
        | Shape::Enum(_)
        | Shape::Opaque(_) => {}
        Shape::Alias(id) | Shape::Array(id) => *id = label(*id),
        Shape::Tuple(tuple) => {
            for id in tuple.items.iter_mut().chain(&mut tuple.rest) {
                *id = label(*id);
            }
        }
        Shape::Union(union) => {
            for id in &mut union.members {
                *id = label(*id);
            }
        }
        Shape::Object(object) => {
            for property in &mut object.properties {
                property.schema = label(property.schema);
            }
            for (_, id) in &mut object.patterns {
                *id = label(*id);
            }
            if let Additional::Schema(id) = &mut object.additional {
                *id = label(*id);
            }
        }
    }
}
