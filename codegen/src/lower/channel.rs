//! Channel → one file: its address and a union for each direction.
//!
//! In: a channel, and the plans of what the described application sends and receives there. Out: `ServerMessage` and
//! `ClientMessage`, whichever exist, and `ADDRESS` or `ChannelAddress`. The described application is the server: what
//! it sends is `ServerMessage`, on whichever side the crate's users are.

use super::docs::{self, Page};
use super::names::{self, Kind, Scope};
use super::security;
use super::types::Surroundings;
use crate::diagnostic::Diagnostics;
use crate::model::{Action, Channel, ChannelId, MessageId, Operation};
use crate::rust::{Address, Constant, ConstantValue, File, FileKind, Item};

impl Surroundings<'_, '_> {
    /// The file of a channel.
    pub(super) fn channel(&self, id: ChannelId, diagnostics: &mut Diagnostics) -> File {
        let channel = self.forms.model.channel(id);
        let mut items = self.address(channel, diagnostics);
        for (action, name) in [
            (Action::Send, "ServerMessage"),
            (Action::Receive, "ClientMessage"),
        ] {
            if let Some(choice) = self.plans.direction(id, action) {
                let page = self.direction_docs(id, action);
                let name = names::fixed_ident(name);
                items.push(Item::Union(self.choice(
                    &channel.at,
                    &name,
                    page,
                    choice,
                    diagnostics,
                )));
            }
        }
        File {
            name: self.names.channel(id).clone(),
            kind: FileKind::Channel,
            at: Some(channel.at.clone()),
            docs: self.channel_docs(id).finish(),
            items,
        }
    }

    /// The address: a constant, or a struct of its parameters; nothing when it is not known until run time.
    fn address(&self, channel: &Channel, diagnostics: &mut Diagnostics) -> Vec<Item> {
        let Some(address) = &channel.address else {
            return Vec::new();
        };
        let docs = Page::text("The address of the channel.").finish();
        if channel.parameters.is_empty() {
            let value = ConstantValue::Text(address.clone());
            return vec![Item::Constant(Constant {
                name: names::fixed_ident("ADDRESS"),
                docs,
                value,
            })];
        }
        let name = names::fixed_ident("ChannelAddress");
        let mut types = Scope::new(Kind::Type);
        // Enums of parameters begin with the name of the struct; no other name can be theirs.
        for taken in self
            .names
            .items()
            .filter(|item| item.as_str().starts_with(name.as_str()))
        {
            types.reserve(taken.as_str());
        }
        let template = self.template(&name, &channel.parameters, &mut types, diagnostics);
        let item = Address {
            at: channel.at.clone(),
            name,
            docs,
            template: address.clone(),
            segments: template.segments(address),
            parameters: template.parameters,
        };
        let enums = template.enums.into_iter().map(Item::StringEnum);
        [Item::Address(item)].into_iter().chain(enums).collect()
    }

    fn channel_docs(&self, id: ChannelId) -> Page {
        let model = self.forms.model;
        let channel = model.channel(id);
        let mut page = Page::of(&channel.docs, &channel.name)
            .or(|| format!("The channel {}.", docs::code(&channel.name)));
        if !channel.servers.is_empty() {
            let servers = channel.servers.iter();
            let servers = servers.map(|id| &model.servers[id.0 as usize].name);
            page = page.line(format!("Served by {}.", docs::codes(servers)));
        }
        for operation in self.plans.traffic.operations(id) {
            page = page.lines(self.operation_docs(operation));
        }
        let silent: Vec<String> = channel
            .messages
            .iter()
            .filter(|(_, message)| model.message(*message).payload.is_none())
            .map(|(_, message)| docs::code(&model.message(*message).name))
            .collect();
        if silent.is_empty() {
            page
        } else {
            page.line(format!(
                "Messages without a payload, which are no variants: {}.",
                silent.join(", ")
            ))
        }
    }

    /// One line on an operation and its answer.
    fn operation_docs(&self, operation: &Operation) -> Vec<String> {
        let verb = match operation.action {
            Action::Send => "sends",
            Action::Receive => "receives",
        };
        let names = |messages: &[MessageId]| {
            let names = messages.iter();
            let names = names.map(|id| &self.forms.model.message(*id).name);
            match messages {
                [] => "messages".to_owned(),
                _ => docs::codes(names),
            }
        };
        let name = operation
            .name
            .as_ref()
            .map_or_else(String::new, |name| format!(" ({})", docs::code(name)));
        let reply = operation.reply.as_ref().map_or_else(String::new, |reply| {
            let on = reply.channel.map(|id| &self.forms.model.channel(id).name);
            let on = on.map_or_else(String::new, |name| format!(" on {}", docs::code(name)));
            let at = reply.address.as_ref();
            let at = at.map_or_else(String::new, |at| {
                format!(" at the address in {}", docs::code(at))
            });
            format!(", answered by {}{on}{at}", names(&reply.messages))
        });
        vec![format!(
            "The application {verb} {}{name}{reply}.",
            names(&operation.messages)
        )]
    }

    fn direction_docs(&self, id: ChannelId, action: Action) -> Page {
        let model = self.forms.model;
        let channel = docs::code(&model.channel(id).name);
        let first = match action {
            Action::Send => format!("What the server sends on {channel}."),
            Action::Receive => format!("What a client sends on {channel}."),
        };
        let mut page = Page::default().line(first);
        let here = |operation: &&&Operation| operation.action == action;
        for operation in self.plans.traffic.operations(id).iter().filter(here) {
            page = page.lines(Page::of(&operation.docs, "").finish());
            page = security::on(page, model, &operation.security);
        }
        let silent = self
            .plans
            .traffic
            .messages(id, action)
            .iter()
            .filter(|id| model.message(**id).payload.is_none())
            .count();
        if silent == 0 {
            page
        } else {
            page.line("Messages without a payload are no variants.")
        }
    }
}
