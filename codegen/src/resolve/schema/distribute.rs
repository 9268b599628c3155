//! Unions with something beside them: what stands beside is merged into the members.
//!
//! In: an entry with a flat body. Out: its unions, with members that carry everything; a member that gains nothing
//! stays the schema that it is. Unions that only say which properties go together become constraints.
//! This room never decides what the members come to.

use std::sync::Arc;

use super::Schemas;
use super::body::{Body, Choice, Keyword, Member};
use super::combine::DEEPEST;
use super::entry::Progress;
use super::report::{DOCUMENTED, constraint};
use crate::model::{Additional, SchemaId, Shape};
use crate::resolve::Context;
use crate::source::Origin;

const TOO_DEEP: &str = "unions within unions: what stands beside this one is left out";
const READ_BY_UNION: &str = "the tag of a union is required and read in any case";
const EMPTY_MEMBER: &str = "no value is this member and what stands beside the union";

impl Schemas {
    /// Prepares the unions of an entry.
    pub(super) fn distribute(&mut self, context: &mut Context<'_>, id: SchemaId) {
        let mut body = self.flat(id);
        if body.choices.is_empty() || self.entry(id).twin.is_some() {
            return;
        }
        self.drop_type_lists(&mut body);
        self.demote_constraints(context, &mut body);
        if let [choice] = body.choices.as_slice() {
            let tag = choice.tag.as_ref().map(|tag| tag.property.as_str());
            self.report_tag(context, &body, tag);
            let beside = beside(&body, tag);
            let mut choice = Choice::clone(choice);
            self.complete_members(context, id, &mut choice, beside);
            body.choices = vec![Arc::new(choice)];
        }
        self.entry_mut(id).flat = Some(body);
    }

    /// The property that tells members apart is theirs to declare.
    fn report_tag(&mut self, context: &mut Context<'_>, body: &Body, tag: Option<&str>) {
        let Some(tag) = tag else {
            return;
        };
        if let Shape::Object(object) = &body.shape {
            let declared = object.properties.iter().find(|one| one.name == tag);
            if let Some(property) = declared {
                self.ignore(context, &property.at, tag, READ_BY_UNION);
            }
        }
        for (_, at) in body.required.iter().filter(|(name, _)| name == tag) {
            self.ignore(context, at, tag, READ_BY_UNION);
        }
    }

    /// Where members state their types, a list of types beside them says nothing more.
    fn drop_type_lists(&self, body: &mut Body) {
        if body.choices.len() > 1 {
            let stated = body
                .choices
                .iter()
                .any(|choice| choice.keyword != Keyword::Type);
            body.choices
                .retain(|choice| !stated || choice.keyword != Keyword::Type);
        }
    }

    /// `oneOf: [{required: [a]}, {required: [b]}]` beside properties.
    fn demote_constraints(&mut self, context: &mut Context<'_>, body: &mut Body) {
        if body.shape == Shape::Any {
            return;
        }
        let choices = std::mem::take(&mut body.choices);
        let (constraints, choices) = choices
            .into_iter()
            .partition(|choice| self.only_constrains(choice));
        body.choices = choices;
        for choice in constraints {
            let word = choice.keyword.word();
            self.ignore(context, &choice.at.origin, word, DOCUMENTED);
            body.constraints
                .push(constraint(word.to_owned(), &choice.at));
            self.imply_constrained(body, &choice);
        }
    }

    fn only_constrains(&self, choice: &Choice) -> bool {
        choice.keyword != Keyword::Type
            && choice
                .members
                .iter()
                .all(|member| self.has_no_type(member.stated))
    }

    /// Whether a schema names properties at most, and types nothing.
    fn has_no_type(&self, id: SchemaId) -> bool {
        let Some(body) = self
            .entry(id)
            .body()
            .filter(|body| body.choices.is_empty() && !body.nullable)
        else {
            return false;
        };
        match &body.shape {
            Shape::Any => self.entry(id).name.is_none(),
            Shape::Object(object) => {
                let typed = object
                    .properties
                    .iter()
                    .any(|property| !self.has_no_type_below(property.schema));
                let open = !matches!(object.additional, Additional::Schema(_))
                    && object.patterns.is_empty();
                self.entry(id).name.is_none() && open && !typed
            }
            _ => false,
        }
    }

    fn has_no_type_below(&self, id: SchemaId) -> bool {
        self.entry(id)
            .body()
            .is_some_and(|body| body.shape == Shape::Any && body.choices.is_empty())
    }

    fn complete_members(
        &mut self,
        context: &mut Context<'_>,
        id: SchemaId,
        choice: &mut Choice,
        beside: Body,
    ) {
        if adds_nothing(&beside) {
            return;
        }
        if self.entry(id).generation >= DEEPEST {
            self.ignore(context, &choice.at.origin, choice.keyword.word(), TOO_DEEP);
            return;
        }
        let rest = self.imply(self.entry(id).at.clone(), beside);
        self.entry_mut(rest).flat = Some(self.entry(rest).own.clone());
        self.entry_mut(rest).flattening = Progress::Done;
        self.entry_mut(rest).generation = self.entry(id).generation;
        let members = std::mem::take(&mut choice.members);
        for (index, member) in members.into_iter().enumerate() {
            let place = Origin {
                pointer: choice.at.origin.pointer.index(index),
                ..choice.at.origin.clone()
            };
            match self.complete(context, rest, member, place.clone()) {
                Some(member) => choice.members.push(member),
                None => self.ignore(context, &place, choice.keyword.word(), EMPTY_MEMBER),
            }
        }
    }

    /// One member with the rest; `None` when no value is both.
    fn complete(
        &mut self,
        context: &mut Context<'_>,
        rest: SchemaId,
        member: Member,
        place: Origin,
    ) -> Option<Member> {
        if !self.is_concerned(rest, member.stated) {
            return Some(member);
        }
        let whole = self.join(&[rest, member.whole]);
        if self.entry(whole).flattening == Progress::New {
            self.entry_mut(whole).at = place;
            self.entry_mut(whole).flattening = Progress::Done;
            let contradiction = self.flatten(whole).is_err();
            self.flatten_pending(context);
            return (!contradiction).then_some(Member {
                stated: member.stated,
                whole,
            });
        }
        let contradiction = self.flat(whole).is_blank();
        (!contradiction).then_some(Member {
            stated: member.stated,
            whole,
        })
    }

    /// Properties beside a union speak of objects only.
    fn is_concerned(&self, rest: SchemaId, member: SchemaId) -> bool {
        let speaks_of_keys =
            |body: &Body| matches!(body.shape, Shape::Object(_)) || !body.implied.is_empty();
        let object = self.entry(rest).body().is_some_and(speaks_of_keys);
        let member_is = self.flat_shape(member);
        let union = self
            .entry(member)
            .body()
            .is_some_and(|body| !body.choices.is_empty());
        !object || union || matches!(member_is, Shape::Object(_) | Shape::Any)
    }
}

impl Keyword {
    /// The keyword as written.
    pub(super) fn word(self) -> &'static str {
        match self {
            Keyword::OneOf => "oneOf",
            Keyword::AnyOf => "anyOf",
            Keyword::Type => "type",
        }
    }
}

/// What stands beside a union, but for the property that tells members apart and for closedness:
/// members say themselves what else may stand in them.
fn beside(body: &Body, tag: Option<&str>) -> Body {
    let mut beside = Body {
        // Members say whether they allow null; what has no shape allows it in any case.
        nullable: body.shape != Shape::Any,
        ..Body::of(body.shape.clone())
    };
    beside.required.clone_from(&body.required);
    beside.implied.clone_from(&body.implied);
    beside.implied.retain(|name| Some(name.as_str()) != tag);
    beside
        .required
        .retain(|(name, _)| Some(name.as_str()) != tag);
    if let Shape::Object(object) = &mut beside.shape {
        object
            .properties
            .retain(|property| Some(property.name.as_str()) != tag);
        if matches!(object.additional, Additional::Closed | Additional::Open) {
            object.additional = Additional::Unspecified;
        }
    }
    beside
}

fn adds_nothing(beside: &Body) -> bool {
    let empty = match &beside.shape {
        Shape::Any => true,
        Shape::Object(object) => {
            object.properties.is_empty()
                && object.patterns.is_empty()
                && object.additional == Additional::Unspecified
        }
        _ => false,
    };
    empty && beside.required.is_empty() && beside.implied.is_empty()
}
