//! The decision procedures of a whole document: one for each union of schemas and each direction of a channel.
//!
//! In: forms, channels and operations. Out: [`Plans`], with members that come to one type taken together, and the keys
//! that become constants because every union agrees on their value. What cannot be proved is reported here.

mod direction;
mod expected;
mod report;

use std::collections::BTreeMap;

use super::form::{Form, Forms};
use super::route::{self, Plan};
use crate::diagnostic::Diagnostics;
use serde_json::Value;

use crate::model::{
    Action, Additional, ChannelId, MessageId, Presence, Property, SchemaId, Shape, UnionKind,
};
use crate::rust::{JsonKind, Overlap};
use crate::source::Origin;

use direction::Traffic;

/// A union's members and how a value finds its own.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// The members, each of another type or with a tag of its own.
    pub members: Vec<Member>,
    /// How a value finds its member.
    pub plan: Plan,
    /// What a value is that several members claim.
    pub overlap: Overlap,
}

/// One member of a union.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// Where it stands: a schema, or a message.
    pub at: Origin,
    /// Its schema.
    pub schema: SchemaId,
    /// The value of the tag that the document states for it.
    pub stated: Option<String>,
    /// The messages that carry it; none in a union of schemas.
    pub messages: Vec<MessageId>,
}

/// The decision procedures of a document.
#[derive(Default)]
pub(super) struct Plans<'a> {
    /// Which messages pass where.
    pub traffic: Traffic<'a>,
    unions: BTreeMap<SchemaId, Choice>,
    directions: BTreeMap<(ChannelId, Action), Choice>,
    constants: BTreeMap<(SchemaId, String), Option<String>>,
}

impl<'a> Plans<'a> {
    /// Works out every union's plan, and reports what has no proof.
    pub(super) fn new(forms: &Forms<'a>, diagnostics: &mut Diagnostics) -> Self {
        let mut plans = Self {
            traffic: Traffic::new(forms.model),
            ..Self::default()
        };
        for (id, schema) in forms.ids() {
            if let Form::Union(members) = forms.get(id) {
                let choice = forms.union(id, members);
                report::union(forms, schema, &choice, diagnostics);
                plans.unions.insert(id, choice);
            }
        }
        for (id, channel) in (0..).map(ChannelId).zip(&forms.model.channels) {
            for action in [Action::Send, Action::Receive] {
                if let Some(choice) = forms.direction(plans.traffic.messages(id, action)) {
                    if !plans.is_told(id, action) {
                        report::direction(forms, channel, &choice, diagnostics);
                    }
                    plans.directions.insert((id, action), choice);
                }
            }
        }
        plans.agree(forms);
        plans
    }

    /// Whether the same messages go the other way, of which was told before.
    fn is_told(&self, channel: ChannelId, action: Action) -> bool {
        let other = self.directions.get(&(channel, Action::Send));
        let same =
            self.traffic.messages(channel, Action::Send) == self.traffic.messages(channel, action);
        action == Action::Receive && other.is_some() && same
    }

    /// The plan of a union of schemas.
    pub(super) fn union(&self, id: SchemaId) -> &Choice {
        &self.unions[&id]
    }

    /// The plan of one direction of a channel; `None` when nothing passes there.
    pub(super) fn direction(&self, channel: ChannelId, action: Action) -> Option<&Choice> {
        self.directions.get(&(channel, action))
    }

    /// The value to which a property is fixed, so that it is no field: by its schema where it must be there, or because
    /// every union expects it. A fixed value that may be absent, and tells nothing, is a field: absence means something.
    pub(super) fn fixed(
        &self,
        forms: &Forms<'_>,
        object: SchemaId,
        property: &Property,
    ) -> Option<Value> {
        let agreed = self.constants.get(&(object, property.name.clone()));
        let own = || forms.constant(property.schema).cloned();
        match agreed {
            None if property.presence == Presence::Optional => None,
            None => own(),
            Some(tag) => own().or_else(|| tag.as_deref().map(Value::from)),
        }
    }

    /// Collects what unions expect of their members' keys; two expectations are none.
    fn agree(&mut self, forms: &Forms<'_>) {
        for choice in self.unions.values().chain(self.directions.values()) {
            for expected in expected::of(choice) {
                let target = forms.target(choice.members[expected.member].schema);
                let declared = forms
                    .properties(target)
                    .iter()
                    .find(|property| property.name == expected.key);
                if !declared.is_some_and(|property| forms.takes_strings(property.schema)) {
                    continue;
                }
                let value = expected.value.map(str::to_owned);
                let known = self
                    .constants
                    .entry((target, expected.key.to_owned()))
                    .or_insert_with(|| value.clone());
                if *known != value {
                    *known = None;
                }
            }
        }
    }
}

impl Forms<'_> {
    /// A union of schemas.
    fn union(&self, id: SchemaId, members: &[SchemaId]) -> Choice {
        let Shape::Union(union) = &self.model.schema(id).shape else {
            return Choice {
                members: Vec::new(),
                plan: Plan::default(),
                overlap: Overlap::default(),
            };
        };
        let stated = |id: &SchemaId| {
            if !self.takes_tag(*id) {
                return None;
            }
            let index = union.members.iter().position(|member| member == id)?;
            union.discriminator.as_ref()?.values.get(index)?.clone()
        };
        let members = members.iter().map(|id| Member {
            at: self.model.schema(*id).at.clone(),
            schema: *id,
            stated: stated(id),
            messages: Vec::new(),
        });
        let tag = union
            .discriminator
            .as_ref()
            .map(|discriminator| discriminator.property.as_str());
        let mut choice = self.decide(members.collect(), tag);
        let Plan {
            tag, keys, shared, ..
        } = &choice.plan;
        let may_overlap = keys.len() > 1 || !shared.is_empty() || tag.is_some() && !keys.is_empty();
        if union.kind == UnionKind::AnyOf && may_overlap {
            choice.overlap = Overlap::Unknown;
        }
        choice
    }

    /// Members of one type become one, and the plan is made for what is left.
    fn decide(&self, members: Vec<Member>, tag: Option<&str>) -> Choice {
        let mut kept: Vec<Member> = Vec::new();
        let mut known: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
        for member in members {
            match known.get(&(self.identity(member.schema), member.stated.clone())) {
                Some(&index) => kept[index].messages.extend(member.messages),
                None => {
                    known.insert(
                        (self.identity(member.schema), member.stated.clone()),
                        kept.len(),
                    );
                    kept.push(member);
                }
            }
        }
        let facts: Vec<_> = kept
            .iter()
            .map(|member| self.facts(member.schema))
            .collect();
        let values = kept.iter().map(|member| member.stated.as_deref()).collect();
        let plan = route::plan(&facts, tag.map(|key| (key, values)));
        let overlap = match plan.keys.len() > 1 && self.any_takes_entries(&kept) {
            true => Overlap::Unknown,
            false => Overlap::Malformed,
        };
        Choice {
            members: kept,
            plan,
            overlap,
        }
    }

    /// Whether a key that nobody declares may be an entry of one of these.
    fn any_takes_entries(&self, members: &[Member]) -> bool {
        let takes = |id: SchemaId| match &self.model.schema(id).shape {
            Shape::Object(object) => matches!(object.additional, Additional::Schema(_)),
            _ => false,
        };
        let mut members = members.iter();
        members.any(|member| self.atoms(&[member.schema]).into_iter().any(takes))
    }

    /// Whether a schema is one of strings, so that a key may be fixed to one of them.
    fn takes_strings(&self, id: SchemaId) -> bool {
        let target = self.target(id);
        self.scalar_kind(target) == Some(JsonKind::String) || self.is_anything(target)
    }

    /// What is equal for schemas that become one type.
    fn identity(&self, id: SchemaId) -> String {
        let target = self.target(id);
        match self.get(target) {
            Form::Leaf(ty) if self.model.schema(target).name.is_none() => format!("{ty:?}"),
            _ => target.index().to_string(),
        }
    }
}
