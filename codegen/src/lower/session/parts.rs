//! The parts of a session: its status, its times, its heartbeat, and what each received message is to it.
//!
//! In: the settings' pointers, and the members and items that they may mean. Out: fields and variants, or problems.

use super::items::Items;
use super::{Sides, variant};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::lower::docs;
use crate::lower::form::Form;
use crate::lower::types::Surroundings;
use crate::model::{Property, SchemaId};
use crate::pointer::Pointer;
use crate::rust::{
    Field, FieldKind, ReceivedMessage, SessionField, SessionMessage, SessionRole, SessionStatus,
    Type, Union,
};
use crate::settings::{AcceptedSetting, SessionSetting, TimeSetting, TimeUnit};

impl Surroundings<'_, '_> {
    /// What in the answer tells a confirmation from a refusal.
    pub(super) fn status(
        &self,
        answer: SchemaId,
        setting: &SessionSetting,
        items: &Items<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<SessionStatus> {
        let accepted = setting.accepted.as_ref()?;
        let property = self.property_at(answer, &accepted.at.value)?;
        let field = items.field_at(&self.plain(answer), &property.at)?;
        accepted.at.mark();
        if let Some(sentence) = self.misfit(property, accepted) {
            diagnostics.push(invalid(&accepted.at.at, sentence));
        }
        Some(SessionStatus {
            field,
            accepted: accepted.is.clone(),
            may_pass: accepted.may_pass.clone(),
        })
    }

    /// Why a property cannot be the status, if it cannot.
    fn misfit(&self, property: &Property, accepted: &AcceptedSetting) -> Option<String> {
        match self.forms.get(self.forms.target(property.schema)) {
            Form::Leaf(Type::Text) if self.property(property) != Type::Secret => None,
            Form::StringEnum(values) => {
                let known = |text: &&String| values.iter().any(|it| it.value == text.as_str());
                let mut wanted = [&accepted.is].into_iter().chain(&accepted.may_pass);
                let unknown = wanted.find(|text| !known(text))?;
                Some(format!("{} is none of its values", docs::code(unknown)))
            }
            _ => Some("the status of a session is a string that is no secret".to_owned()),
        }
    }

    /// A time that the answer states.
    pub(super) fn time(
        &self,
        answer: SchemaId,
        setting: &TimeSetting,
        items: &Items<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<(SessionField, TimeUnit)> {
        let pointer = setting.at.as_ref()?;
        let property = self.property_at(answer, &pointer.value)?;
        let field = items.field_at(&self.plain(answer), &property.at)?;
        pointer.mark();
        let form = self.forms.get(self.forms.target(property.schema));
        if !matches!(form, Form::Leaf(Type::Integer(_))) {
            diagnostics.push(invalid(&pointer.at, "a time is an integer"));
        }
        Some((field, setting.unit))
    }

    /// The heartbeat and its reply, each as a member of its direction.
    pub(super) fn heartbeat(
        &self,
        sides: &Sides<'_>,
        setting: &SessionSetting,
        items: &Items<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<(usize, Option<usize>)> {
        let heartbeat = setting.heartbeat.as_ref()?;
        let sent = self.member_at(sides.sent, &heartbeat.send.value)?;
        heartbeat.send.mark();
        let ty = &sides.outgoing.variants[sent].ty;
        let required = |field: &Field| field.kind == FieldKind::Required;
        if !items.is_struct(ty) || items.fields(ty).iter().any(required) {
            let sentence =
                "a heartbeat is an object without required properties, but for constants";
            diagnostics.push(invalid(&heartbeat.send.at, sentence));
        }
        let reply = match &heartbeat.expect {
            Some(expect) => self
                .member_at(sides.received, &expect.value)
                .inspect(|_| _ = expect.mark()),
            None => self.answers(sides, sent).first().copied(),
        };
        Some((sent, reply))
    }

    /// What each received message is to the session.
    pub(super) fn received(
        &self,
        sides: &Sides<'_>,
        answer: usize,
        reply: Option<usize>,
        items: &Items<'_>,
    ) -> Vec<ReceivedMessage> {
        let message = |index: usize| ReceivedMessage {
            variant: variant(sides.incoming, index).clone(),
            wire: self.wire(sides, index),
            role: match index {
                _ if index == answer => SessionRole::Answer,
                _ if Some(index) == reply => SessionRole::Reply,
                _ => SessionRole::Other,
            },
            inner: items.tagged(&sides.incoming.variants[index].ty),
        };
        (0..sides.incoming.variants.len()).map(message).collect()
    }

    /// The value of the tag, where one tells the message; else the message's name.
    fn wire(&self, sides: &Sides<'_>, index: usize) -> String {
        let variant = variant(sides.incoming, index);
        let mut tags = sides.incoming.route.tag.iter().flat_map(|tag| &tag.values);
        let tag = tags.find(|value| value.variant == *variant);
        let message = sides.received.members[index].messages.first();
        let name = message.map(|id| &self.forms.model.message(*id).name);
        tag.map(|value| &value.wire)
            .or(name)
            .cloned()
            .unwrap_or_default()
    }

    /// The property of an object that stands at a pointer of this document.
    fn property_at(&self, object: SchemaId, pointer: &Pointer) -> Option<&Property> {
        let mut properties = self.forms.properties(object).iter();
        properties.find(|property| self.forms.own(&property.at) && property.at.pointer == *pointer)
    }
}

fn invalid(at: &Place, sentence: impl Into<String>) -> Diagnostic {
    Diagnostic::error("invalid-session", at.clone(), sentence)
}

/// A variant that is sent.
pub(super) fn message(union: &Union, index: usize) -> SessionMessage {
    SessionMessage {
        variant: variant(union, index).clone(),
        ty: union.variants[index].ty.clone(),
    }
}
