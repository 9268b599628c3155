//! Session → the item that answers the questions of the session's state machine.
//!
//! In: the settings' entry `session`, the messages of each channel, and the items made from them. Out: an item for each
//! channel on which the opening message is sent. The document says which message answers which (`x-response`, or the reply
//! of an operation); the settings say what it only says in prose. A pointer that leads nowhere stays unasked for.

mod answer;
mod items;
mod parts;
mod words;

use super::docs;
use super::names;
use super::plans::{Choice, Member};
use super::types::Surroundings;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Action, ChannelId, MessageId};
use crate::pointer::Pointer;
use crate::rust::{File, FileKind, Ident, Item, Session, Union};
use crate::settings::SessionSetting;
use items::Items;

/// Both directions of a channel, seen from the side that opens the session.
struct Sides<'s> {
    channel: ChannelId,
    sent: &'s Choice,
    outgoing: &'s Union,
    received: &'s Choice,
    incoming: &'s Union,
}

impl Surroundings<'_, '_> {
    /// Adds the session to the file of each channel that has one.
    pub(super) fn sessions(&self, files: &mut [File], diagnostics: &mut Diagnostics) {
        let Some(setting) = self.forms.settings.session() else {
            return;
        };
        for id in (0..self.forms.model.channels.len() as u32).map(ChannelId) {
            let session = self.session(id, setting, files, diagnostics);
            let name = self.names.channel(id);
            let file = files
                .iter_mut()
                .find(|file| file.kind == FileKind::Channel && file.name == *name);
            if let (Some(session), Some(file)) = (session, file) {
                file.items.push(Item::Session(Box::new(session)));
            }
        }
    }

    fn session(
        &self,
        id: ChannelId,
        setting: &SessionSetting,
        files: &[File],
        diagnostics: &mut Diagnostics,
    ) -> Option<Session> {
        let items = Items::new(files);
        let is_opening = |choice: &Choice| self.member_at(choice, &setting.open.value).is_some();
        let sent = [Action::Receive, Action::Send]
            .into_iter()
            .find(|action| self.plans.direction(id, *action).is_some_and(is_opening))?;
        setting.open.mark();
        let Some(sides) = self.sides(id, sent, &items) else {
            let channel = docs::code(&self.forms.model.channel(id).name);
            let message =
                format!("nothing is received on {channel}, so no session is confirmed there");
            diagnostics.push(Diagnostic::error(
                "unanswered-session",
                setting.place.clone(),
                message,
            ));
            return None;
        };
        let answer = self.answer(&sides, setting, diagnostics)?;
        self.assembled(&sides, answer, setting, &items, diagnostics)
    }

    fn sides<'s>(&'s self, id: ChannelId, sent: Action, items: &Items<'s>) -> Option<Sides<'s>> {
        let (received, outgoing, incoming) = match sent {
            Action::Receive => (Action::Send, "ClientMessage", "ServerMessage"),
            Action::Send => (Action::Receive, "ServerMessage", "ClientMessage"),
        };
        let channel = self.names.channel(id);
        Some(Sides {
            channel: id,
            sent: self.plans.direction(id, sent)?,
            outgoing: items.direction(channel, outgoing)?,
            received: self.plans.direction(id, received)?,
            incoming: items.direction(channel, incoming)?,
        })
    }

    fn assembled(
        &self,
        sides: &Sides<'_>,
        answer: usize,
        setting: &SessionSetting,
        items: &Items<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Session> {
        let opening = self.member_at(sides.sent, &setting.open.value)?;
        let schema = sides.received.members[answer].schema;
        let heartbeat = self.heartbeat(sides, setting, items, diagnostics);
        let (beat, reply) = (heartbeat.map(|it| it.0), heartbeat.and_then(|it| it.1));
        let status = self.status(schema, setting, items, diagnostics);
        let interval = setting.interval.as_ref();
        let mut session = Session {
            at: self.forms.model.channel(sides.channel).at.clone(),
            name: names::fixed_ident("SessionProtocol"),
            docs: Vec::new(),
            incoming: sides.incoming.name.clone(),
            outgoing: sides.outgoing.name.clone(),
            opening: parts::message(sides.outgoing, opening),
            heartbeat: beat.map(|index| parts::message(sides.outgoing, index)),
            at_most: interval.and_then(|time| Some((time.at_most?, time.unit))),
            status,
            interval: interval.and_then(|time| self.time(schema, time, items, diagnostics)),
            expires: setting
                .expires
                .as_ref()
                .and_then(|time| self.time(schema, time, items, diagnostics)),
            received: self.received(sides, answer, reply, items),
        };
        session.docs =
            self.session_docs(&session, sides, [opening, beat.unwrap_or(opening)], setting);
        Some(session)
    }

    /// The member that a message at a pointer of this document is.
    fn member_at(&self, choice: &Choice, pointer: &Pointer) -> Option<usize> {
        let is_meant = |id: &MessageId| {
            let at = &self.forms.model.message(*id).at;
            self.forms.own(at) && at.pointer == *pointer
        };
        let has = |member: &Member| member.messages.iter().any(is_meant);
        choice.members.iter().position(has)
    }

    fn session_docs(
        &self,
        session: &Session,
        sides: &Sides<'_>,
        [opening, heartbeat]: [usize; 2],
        setting: &SessionSetting,
    ) -> Vec<String> {
        let name = |index: usize| {
            let message = sides.sent.members[index].messages.first();
            message.map_or("", |id| &self.forms.model.message(*id).name)
        };
        let channel = &self.forms.model.channel(sides.channel).name;
        words::page(session, channel, name(opening), name(heartbeat))
            .markdown(&setting.why)
            .finish()
    }
}

/// The name of a union's variant.
fn variant(union: &Union, index: usize) -> &Ident {
    &union.variants[index].name
}
