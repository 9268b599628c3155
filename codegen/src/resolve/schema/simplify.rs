//! What a union comes to.
//!
//! In: one union whose members are settled and carry what stands beside it. Out: its shape: without `null`, without
//! repetitions, with unions in place taken apart, with members that no value tells apart put together; an enum
//! where every member is a string; the one member where one is left.
//! This room never looks at properties.

use std::collections::BTreeSet;

use super::Schemas;
use super::body::{Body, Choice, Keyword, Outcome};
use super::json::scalar;
use super::report::NO_EFFECT;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{ScalarKind, SchemaId, Shape, Union, UnionKind};
use crate::resolve::Context;

/// Members still in question: as stated, and as they came out.
pub(super) type Members = Vec<(SchemaId, SchemaId)>;

impl Schemas {
    /// The outcome of an entry that has one union.
    pub(super) fn simplify(
        &mut self,
        context: &mut Context<'_>,
        id: SchemaId,
        body: &Body,
        choice: &Choice,
    ) -> Outcome {
        let mut nullable = body.nullable;
        let members = self.remaining(context, id, choice, &mut nullable);
        let anything = members
            .iter()
            .any(|&(_, member)| self.seen(member) == Some(&Shape::Any));
        let mut outcome = if anything && choice.tag.is_none() {
            self.ignore(
                context,
                &choice.at.origin,
                choice.keyword.word(),
                "a member allows any value",
            );
            plain(Shape::Any)
        } else {
            let members = self.merge_alike(context, choice, members);
            self.outcome(context, id, choice, members)
        };
        outcome.constraints.extend(body.constraints.iter().cloned());
        finish_null(&mut outcome, nullable);
        outcome
    }

    /// The members without `null`, without those that have no values, each once, unions in place taken apart.
    fn remaining(
        &mut self,
        context: &mut Context<'_>,
        id: SchemaId,
        choice: &Choice,
        nullable: &mut bool,
    ) -> Members {
        let mut members: Members = Vec::new();
        let mut known = BTreeSet::new();
        for member in &choice.members {
            let end = self.canonical(member.whole);
            if end == id {
                context.push(own_member(choice));
                continue;
            }
            *nullable |= self.allows_null(end);
            for (stated, end) in self.apart(choice, member.stated, end) {
                match self.seen(end) {
                    Some(Shape::Scalar(scalar)) if scalar.kind == ScalarKind::Null => {
                        *nullable = true
                    }
                    Some(Shape::Never) => self.ignore_empty(context, end),
                    _ if known.insert(end) => members.push((stated, end)),
                    _ => {}
                }
            }
        }
        members
    }

    fn ignore_empty(&mut self, context: &mut Context<'_>, member: SchemaId) {
        let at = self.entry(member).at.clone();
        self.ignore(context, &at, "false", NO_EFFECT);
    }

    /// The members of a union in place, unless it tells them apart by another property.
    fn apart(&self, choice: &Choice, stated: SchemaId, end: SchemaId) -> Members {
        let property = choice.tag.as_ref().map(|tag| &tag.property);
        match self
            .entry(end)
            .outcome
            .as_ref()
            .map(|outcome| &outcome.shape)
        {
            Some(Shape::Union(union))
                if self.entry(end).name.is_none()
                    && union
                        .discriminator
                        .as_ref()
                        .is_none_or(|tag| Some(&tag.property) == property) =>
            {
                union
                    .members
                    .iter()
                    .map(|&member| (member, self.canonical(member)))
                    .collect()
            }
            _ => vec![(stated, end)],
        }
    }

    fn outcome(
        &mut self,
        context: &mut Context<'_>,
        id: SchemaId,
        choice: &Choice,
        members: Members,
    ) -> Outcome {
        match members.as_slice() {
            [] => plain(Shape::Never),
            [(_, member)] => self.only(id, choice, *member),
            _ => {
                let told = choice.tag.as_ref().filter(|_| self.all_objects(&members));
                let discriminator = told.map(|tag| self.discriminator(context, tag, &members));
                let kind = if choice.keyword == Keyword::AnyOf {
                    UnionKind::AnyOf
                } else {
                    UnionKind::OneOf
                };
                let members = members.into_iter().map(|(_, member)| member).collect();
                plain(Shape::Union(Union {
                    kind,
                    members,
                    discriminator,
                }))
            }
        }
    }

    /// The only member left: itself where it is declared, its content where it stands in place.
    fn only(&mut self, id: SchemaId, choice: &Choice, member: SchemaId) -> Outcome {
        let entry = self.entry(member);
        let place = choice
            .at
            .origin
            .pointer
            .parent()
            .unwrap_or_else(|| choice.at.origin.pointer.clone());
        let in_place = entry.at.file == choice.at.origin.file && entry.at.pointer.is_within(&place);
        let content = entry
            .outcome
            .clone()
            .filter(|_| entry.name.is_none() && in_place);
        let Some(content) = content else {
            return plain(Shape::Alias(member));
        };
        let (docs, default) = (entry.docs.clone(), entry.default.clone());
        let owner = self.entry_mut(id);
        owner.docs.title = owner.docs.title.take().or(docs.title);
        owner.docs.description = owner.docs.description.take().or(docs.description);
        owner.docs.deprecated |= docs.deprecated;
        owner.docs.examples.extend(docs.examples);
        Outcome { default, ..content }
    }

    fn all_objects(&self, members: &Members) -> bool {
        let object = |&(_, member): &(SchemaId, SchemaId)| {
            matches!(
                self.seen(member),
                None | Some(Shape::Object(_) | Shape::Union(_) | Shape::Any)
            )
        };
        members.iter().all(object)
    }
}

/// An outcome that is nothing but a shape.
pub(super) fn plain(shape: Shape) -> Outcome {
    Outcome {
        shape,
        nullable: false,
        constraints: Vec::new(),
        default: None,
    }
}

fn finish_null(outcome: &mut Outcome, nullable: bool) {
    if nullable && outcome.shape == Shape::Never {
        outcome.shape = scalar(ScalarKind::Null);
    } else if outcome.shape != Shape::Any {
        outcome.nullable |= nullable;
    }
}

fn own_member(choice: &Choice) -> Diagnostic {
    let place = Place::Value(choice.at.origin.clone());
    Diagnostic::warning(
        "endless-schema",
        place,
        "this union is one of its own members",
    )
    .label("that member adds no value and is left out")
}
