//! From flat bodies to final shapes.
//!
//! In: entries that are flat. Out: an outcome for everything that is declared, asked for from outside, or reached
//! from there; members of a union come before the union.
//! This room never renumbers anything.

use std::collections::BTreeMap;

use super::Schemas;
use super::body::{Body, Outcome};
use super::entry::Progress;
use super::flatten::beyond;
use super::implied;
use crate::model::{Additional, Object, Presence, Property, SchemaId, Shape, Union, UnionKind};
use crate::resolve::Context;

impl Schemas {
    /// Settles what is declared or asked for, and all that it leads to.
    pub(super) fn settle_all(&mut self, context: &mut Context<'_>) {
        for id in self.roots() {
            self.settle_reachable(context, id);
        }
        self.report_exhaustion(context);
    }

    /// What stays in the model whether or not anything leads to it.
    pub(super) fn roots(&self) -> Vec<SchemaId> {
        let ids = (0..self.entries.len())
            .map(|index| SchemaId(u32::try_from(index).expect("few schemas")));
        ids.filter(|id| id.index() < self.public || self.entry(*id).name.is_some())
            .collect()
    }

    fn settle_reachable(&mut self, context: &mut Context<'_>, root: SchemaId) {
        let mut open = vec![root];
        while let Some(&top) = open.last() {
            match self.entry(top).settling {
                Progress::Done => {
                    open.pop();
                }
                Progress::New => {
                    self.entry_mut(top).settling = Progress::Open;
                    self.distribute(context, top);
                    self.open_new(&mut open, self.needed(top));
                }
                Progress::Open => {
                    open.pop();
                    let outcome = self.settle(context, top);
                    let below = below(&outcome.shape);
                    let entry = self.entry_mut(top);
                    entry.outcome = Some(outcome);
                    entry.settling = Progress::Done;
                    self.open_new(&mut open, below);
                }
            }
        }
    }

    fn open_new(&self, open: &mut Vec<SchemaId>, ids: Vec<SchemaId>) {
        // The last is taken first: reversed, members are settled in document order.
        open.extend(
            ids.into_iter()
                .rev()
                .filter(|&id| self.entry(id).settling == Progress::New),
        );
    }

    /// What has to be settled before an entry.
    fn needed(&self, id: SchemaId) -> Vec<SchemaId> {
        let entry = self.entry(id);
        let choices = entry.flat.iter().flat_map(|body| &body.choices);
        let members = choices.flat_map(|choice| choice.members.iter().map(|member| member.whole));
        entry.twin.into_iter().chain(members).collect()
    }

    fn settle(&mut self, context: &mut Context<'_>, id: SchemaId) -> Outcome {
        let body = self.flat(id);
        if let Some(twin) = self.entry(id).twin {
            return self.alias(&body, twin);
        }
        let heirs = self.family(id);
        self.copied += heirs.len();
        if !heirs.is_empty() {
            return self.family_union(context, id, &body, heirs);
        }
        self.report_idle_tag(context, id);
        match body.choices.as_slice() {
            [] => self.plain(body),
            [choice] => self.simplify(context, id, &body, choice),
            _ => self.too_many_choices(context, &body),
        }
    }

    fn alias(&self, body: &Body, twin: SchemaId) -> Outcome {
        let other = self.flat(twin);
        Outcome {
            shape: Shape::Alias(twin),
            nullable: body.nullable && !other.nullable,
            constraints: beyond(body, &other),
            default: None,
        }
    }

    fn family_union(
        &mut self,
        context: &mut Context<'_>,
        id: SchemaId,
        body: &Body,
        heirs: Vec<SchemaId>,
    ) -> Outcome {
        let members: Vec<_> = heirs.iter().map(|&heir| (heir, heir)).collect();
        let tag = self.entry(id).tag.clone();
        let discriminator = tag.map(|tag| self.discriminator(context, &tag, &members));
        let union = Union {
            kind: UnionKind::OneOf,
            members: heirs,
            discriminator,
        };
        Outcome {
            shape: Shape::Union(union),
            nullable: body.nullable,
            constraints: body.constraints.clone(),
            default: None,
        }
    }

    fn report_idle_tag(&mut self, context: &mut Context<'_>, id: SchemaId) {
        if let Some(tag) = self.entry(id).tag.clone() {
            self.ignore(
                context,
                &tag.at,
                "discriminator",
                "no declared schema extends this one",
            );
        }
    }

    fn plain(&mut self, body: Body) -> Outcome {
        let nullable = body.nullable && body.shape != Shape::Any;
        let shape = match body.shape {
            Shape::Object(object) => {
                let mut object = self.with_required(object, body.required);
                implied::open(&mut object, body.implied);
                Shape::Object(object)
            }
            shape => shape,
        };
        Outcome {
            shape,
            nullable,
            constraints: body.constraints,
            default: None,
        }
    }

    /// Names that must be there: declared properties, else properties of their own.
    fn with_required(
        &mut self,
        mut object: Object,
        required: Vec<(String, crate::source::Origin)>,
    ) -> Object {
        let mut places: BTreeMap<String, usize> = object
            .properties
            .iter()
            .enumerate()
            .map(|(at, property)| (property.name.clone(), at))
            .collect();
        for (name, at) in required {
            match places.get(&name) {
                Some(&place) => object.properties[place].presence = Presence::Required,
                None => {
                    places.insert(name.clone(), object.properties.len());
                    let schema = match object.additional {
                        Additional::Schema(schema) => schema,
                        _ => self.imply(at.clone(), Body::default()),
                    };
                    object.properties.push(Property {
                        at,
                        name,
                        schema,
                        presence: Presence::Required,
                        docs: None,
                    });
                }
            }
        }
        object
    }

    fn too_many_choices(&mut self, context: &mut Context<'_>, body: &Body) -> Outcome {
        for choice in &body.choices {
            let reason = "several unions hold at once: any value is accepted";
            self.ignore(context, &choice.at.origin, choice.keyword.word(), reason);
        }
        Outcome {
            shape: Shape::Any,
            nullable: false,
            constraints: body.constraints.clone(),
            default: None,
        }
    }
}

/// The schemas that a shape holds.
pub(super) fn below(shape: &Shape) -> Vec<SchemaId> {
    let mut found = Vec::new();
    super::compact::relabel(&mut shape.clone(), &mut |id| {
        found.push(id);
        id
    });
    found
}
