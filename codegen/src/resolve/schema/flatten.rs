//! `allOf`: every schema with everything that its parents say, parents first.
//!
//! In: entries that are read. Out: the flat body of each, and the parent that says the same where there is one.
//! Parents come before children; a schema among its own parents is a located error.
//! This room never looks at the members of a union.

use std::collections::BTreeSet;

use super::Schemas;
use super::body::Body;
use super::entry::Progress;
use super::meet::Conflict;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Constraint, Object, SchemaId, Shape};
use crate::resolve::Context;

impl Schemas {
    /// Flattens everything that is read, then the intersections that this calls for.
    pub(super) fn flatten_all(&mut self, context: &mut Context<'_>) {
        for index in 0..self.entries.len() {
            let id = SchemaId(u32::try_from(index).expect("there are fewer schemas than bytes"));
            self.flatten_with_parents(context, id);
        }
        self.flatten_pending(context);
        self.report_exhaustion(context);
    }

    /// Flattens the intersections that were called for.
    pub(super) fn flatten_pending(&mut self, context: &mut Context<'_>) {
        while let Some(id) = self.pending.pop_front() {
            self.flatten_with_parents(context, id);
        }
    }

    /// Flattens an entry after its parents; `false` when its parts contradict each other.
    fn flatten_with_parents(&mut self, context: &mut Context<'_>, id: SchemaId) {
        let mut open = vec![id];
        while let Some(&top) = open.last() {
            if self.entry(top).flattening == Progress::Done {
                open.pop();
                continue;
            }
            let first_visit = self.entry(top).flattening == Progress::New;
            self.entry_mut(top).flattening = Progress::Open;
            if first_visit {
                self.drop_open_parents(context, top);
                let parents = &self.entry(top).parents;
                open.extend(
                    parents
                        .iter()
                        .filter(|&&parent| self.entry(parent).flattening == Progress::New),
                );
            } else {
                open.pop();
                self.flatten_reporting(context, top);
            }
        }
    }

    /// A parent that is being flattened just now is the schema itself, or one made from it.
    fn drop_open_parents(&mut self, context: &mut Context<'_>, id: SchemaId) {
        let parents = std::mem::take(&mut self.entry_mut(id).parents);
        let (open, sound): (Vec<_>, Vec<_>) = parents
            .into_iter()
            .partition(|&parent| self.entry(parent).flattening == Progress::Open);
        self.entry_mut(id).parents = sound;
        if !open.is_empty() && !self.entry(id).made {
            context.push(endless(Place::Value(self.entry(id).at.clone())));
        }
    }

    fn flatten_reporting(&mut self, context: &mut Context<'_>, id: SchemaId) {
        if self.flatten(id).is_err() {
            let at = Place::Value(self.entry(id).at.clone());
            context.push(conflicting(self, id, at));
        }
        self.entry_mut(id).flattening = Progress::Done;
    }

    /// Works out one entry whose parents are flat; contradictions leave any value.
    pub(super) fn flatten(&mut self, id: SchemaId) -> Result<(), Conflict> {
        let own = std::mem::take(&mut self.entry_mut(id).own);
        let parents = self.entry(id).parents.clone();
        if parents.is_empty() || self.is_exhausted() {
            self.entry_mut(id).flat = Some(own);
            return Ok(());
        }
        let met = self.meet_all(id, &parents, &own);
        let outcome = met.as_ref().map(|_| ()).map_err(|conflict| *conflict);
        self.entry_mut(id).flat = Some(met.unwrap_or_default());
        if outcome.is_ok() {
            let twin = self.find_twin(id, &parents);
            self.entry_mut(id).twin = twin;
        }
        outcome
    }

    fn meet_all(
        &mut self,
        id: SchemaId,
        parents: &[SchemaId],
        own: &Body,
    ) -> Result<Body, Conflict> {
        let mut whole: Option<Body> = None;
        for &parent in parents {
            let mut inherited = self.flat(parent);
            // A child of a base that lists its children takes the base's properties only.
            inherited
                .choices
                .retain(|choice| !choice.offered.contains(&id));
            self.copied += weight(&inherited);
            whole = Some(match whole {
                Some(whole) => self.meet(whole, &inherited)?,
                None => inherited,
            });
        }
        match whole {
            Some(whole) => self.meet_own(whole, own),
            None => Ok(own.clone()),
        }
    }

    /// The parent that already says what the entry says; more constraints and `null` may stand beside it.
    fn find_twin(&self, id: SchemaId, parents: &[SchemaId]) -> Option<SchemaId> {
        let entry = self.entry(id);
        if entry.tag.is_some() {
            return None;
        }
        let eligible = |parent: &&SchemaId| {
            let parent = self.entry(**parent);
            // A declared child of a parent with a discriminator is a member of that parent's family.
            let heir = parent.tag.is_some() && entry.name.is_some() && entry.stands_for.is_none();
            !heir && (parent.name.is_some() || entry.made || entry.stands_for.is_some())
        };
        let same = |parent: &&SchemaId| {
            says_the_same(entry.flat.as_ref(), self.entry(**parent).flat.as_ref())
        };
        let twins: Vec<&SchemaId> = parents.iter().filter(eligible).filter(same).collect();
        let named = twins
            .iter()
            .rev()
            .find(|&&&id| self.entry(id).name.is_some());
        named.or(twins.last()).map(|&&id| id)
    }
}

fn says_the_same(entry: Option<&Body>, parent: Option<&Body>) -> bool {
    let (Some(entry), Some(parent)) = (entry, parent) else {
        return false;
    };
    let places = |body: &Body| {
        body.choices
            .iter()
            .map(|choice| choice.at.origin.clone())
            .collect::<Vec<_>>()
    };
    let names = |body: &Body| -> BTreeSet<String> {
        let names = body.required.iter().map(|(name, _)| name.clone());
        names.collect()
    };
    is_same_shape(&entry.shape, &parent.shape)
        && (entry.nullable || !parent.nullable)
        && names(entry) == names(parent)
        && entry.implied == parent.implied
        && places(entry) == places(parent)
}

/// Whether two shapes have the same values and words; the order of properties does not count.
fn is_same_shape(left: &Shape, right: &Shape) -> bool {
    let (Shape::Object(left), Shape::Object(right)) = (left, right) else {
        return left == right;
    };
    let properties = |object: &Object| {
        let mut properties: Vec<_> = object
            .properties
            .iter()
            .map(|property| {
                (
                    property.name.clone(),
                    property.schema,
                    property.docs.clone(),
                )
            })
            .collect();
        properties.sort();
        properties
    };
    left.properties.len() == right.properties.len()
        && left.additional == right.additional
        && left.patterns == right.patterns
        && properties(left) == properties(right)
}

/// How many properties a body lists or implies.
fn weight(body: &Body) -> usize {
    let listed = match &body.shape {
        Shape::Object(object) => object.properties.len(),
        _ => 0,
    };
    listed + body.implied.len()
}

/// The constraints that stand beside a twin.
pub(super) fn beyond(entry: &Body, twin: &Body) -> Vec<Constraint> {
    entry
        .constraints
        .iter()
        .filter(|constraint| !twin.constraints.contains(constraint))
        .cloned()
        .collect()
}

fn endless(at: Place) -> Diagnostic {
    Diagnostic::error(
        "endless-schema",
        at,
        "this schema is part of its own `allOf`",
    )
    .label("no value is ever complete")
    .help("a schema may refer to itself from a property or from items")
}

fn conflicting(schemas: &Schemas, id: SchemaId, at: Place) -> Diagnostic {
    let entry = schemas.entry(id);
    let message = if entry.made {
        "this is declared twice, by schemas that have no value in common"
    } else {
        "the parts of this `allOf` have no value in common"
    };
    let mut diagnostic =
        Diagnostic::warning("conflicting-schemas", at, message).label("any value is accepted");
    for &parent in &entry.parents {
        let shape = word(schemas.flat_shape(parent));
        diagnostic = diagnostic.related(Place::Value(schemas.entry(parent).at.clone()), shape);
    }
    diagnostic
}

fn word(shape: &Shape) -> &'static str {
    match shape {
        Shape::Scalar(_) => "a scalar",
        Shape::Const(_) => "a constant",
        Shape::Enum(_) => "one of a list of values",
        Shape::Array(_) | Shape::Tuple(_) => "a list",
        Shape::Object(_) => "an object",
        Shape::Any | Shape::Never | Shape::Alias(_) | Shape::Union(_) | Shape::Opaque(_) => {
            "another part"
        }
    }
}
