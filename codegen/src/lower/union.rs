//! Union → enum with its decision procedure.
//!
//! In: members and their plan. Out: a variant each, and the route by which a value finds it, also in words.
//! What the members are, schemas or messages, makes no difference here but in names and docs.

mod route;

use super::docs::{self, Page};
use super::names::{self, Claim, Kind, Place, Scope};
use super::plans::{Choice, Member};
use super::procedure::{noun, procedure};
use super::types::Surroundings;
use crate::diagnostic::Diagnostics;
use crate::model::{Message, SchemaId, Shape};
use crate::rust::{Ident, JsonKind, Type, Union, Variant};
use crate::source::Origin;

impl Surroundings<'_, '_> {
    /// The enum of a union of schemas.
    pub(super) fn union(&self, id: SchemaId, name: &Ident, diagnostics: &mut Diagnostics) -> Union {
        let schema = self.forms.model.schema(id);
        let choice = self.plans.union(id);
        let page = self.item_docs(schema, name);
        self.choice(&schema.at, name, page, choice, diagnostics)
    }

    /// The enum of a union.
    pub(super) fn choice(
        &self,
        at: &Origin,
        name: &Ident,
        page: Page,
        choice: &Choice,
        diagnostics: &mut Diagnostics,
    ) -> Union {
        let claims: Vec<Claim> = (0..choice.members.len())
            .map(|index| self.variant_claim(name, choice, index))
            .collect();
        let names = Scope::new(Kind::Variant).assign(&claims, diagnostics);
        let variant = |(index, name): (usize, &Ident)| {
            let member = &choice.members[index];
            let undecided = choice.plan.undecided.contains(&index);
            Variant {
                name: name.clone(),
                ty: self.plain(member.schema),
                docs: self.variant_docs(member, undecided),
            }
        };
        let variants = names.iter().enumerate().map(variant).collect();
        let route = self.route(choice, &names);
        let docs = page
            .line("How a value finds its variant:")
            .lines(procedure(&route))
            .finish();
        Union {
            at: at.clone(),
            name: name.clone(),
            docs,
            variants,
            route,
        }
    }

    /// A message keeps its name; several of one type, and schemas, are named after the type.
    fn variant_claim(&self, name: &Ident, choice: &Choice, index: usize) -> Claim {
        let member = &choice.members[index];
        let claim = |text: &str| Claim::new(Kind::Variant, Place::Value, &member.at, text);
        if let [message] = member.messages.as_slice() {
            let message = self.forms.model.message(*message);
            let claim = claim(&message.name).of_file(self.forms.file(&message.at));
            return self
                .described(claim, message)
                .chosen(names::chosen(self.forms, &message.at));
        }
        let item = match self.plain(member.schema) {
            Type::Named(item) => Some(item),
            _ => None,
        };
        let stated = |claim: Claim| {
            member
                .stated
                .iter()
                .fold(claim, |claim, tag| claim.instead(tag))
        };
        match (item, member.messages.first()) {
            (Some(item), Some(_)) => claim(item.as_str()),
            (Some(item), None) if self.is_declared(member.schema) => stated(claim(item.as_str())),
            // What a member in place was given as its name after the union's is its name here.
            (Some(item), None) => match item.as_str().strip_prefix(name.as_str()) {
                Some(rest) if rest.starts_with(char::is_alphabetic) => claim(rest),
                _ => claim(item.as_str()),
            },
            (None, Some(first)) => claim(&self.forms.model.message(*first).name),
            (None, None) => claim(
                names::words(self.forms, choice, index)
                    .first()
                    .map_or("", String::as_str),
            ),
        }
    }

    /// Messages of one name, or of none, are told apart by their titles and by what they carry.
    fn described(&self, claim: Claim, message: &Message) -> Claim {
        let payload = message.payload.filter(|id| self.is_declared(*id));
        let item = match payload.map(|id| self.plain(id)) {
            Some(Type::Named(item)) => Some(item.as_str().to_owned()),
            _ => None,
        };
        let texts = message.docs.title.iter().chain(&item);
        texts.fold(claim, |claim, text| claim.or_alike(text))
    }

    fn is_declared(&self, id: SchemaId) -> bool {
        [id, self.forms.target(id)]
            .iter()
            .any(|id| self.forms.model.schema(*id).name.is_some())
    }

    fn variant_docs(&self, member: &Member, undecided: bool) -> Vec<String> {
        let model = self.forms.model;
        let page = match member.messages.as_slice() {
            [] => self.member_docs(member.schema),
            [message] => self.message_docs(model.message(*message)),
            several => {
                let messages = || several.iter().map(|id| model.message(*id));
                let names = docs::codes(messages().map(|message| &message.name));
                let page = Page::default().line(format!("The payload of {names}."));
                messages().fold(page, |page, message| {
                    page.lines(self.message_docs(message).finish())
                })
            }
        };
        let page = match &model.schema(self.forms.target(member.schema)).shape {
            Shape::Opaque(opaque) => page.line(format!(
                "The payload is {}: it stands here as bytes, for another library to read.",
                docs::code(&opaque.format)
            )),
            _ if undecided => page.line("Nothing in a value tells this variant from the others: such values are read as unknown, and decoded on request."),
            _ => page,
        };
        page.finish()
    }

    fn member_docs(&self, id: SchemaId) -> Page {
        let schema = self.forms.model.schema(id);
        let fallback = || match &schema.name {
            Some(name) => format!("The {} schema.", docs::code(name)),
            None => self.kind_docs(id),
        };
        let page = Page::of(&schema.docs, "");
        if matches!(self.plain(id), Type::Named(_)) {
            page.first().or(fallback)
        } else {
            page.or(fallback).restrictions(schema)
        }
    }

    /// What can be said of a member in place: what kind of value it is.
    fn kind_docs(&self, id: SchemaId) -> String {
        let facts = self.forms.facts(id);
        let mut kinds = facts.kinds.iter().map(|kind| noun(*kind));
        let object = facts.object.is_some().then(|| noun(JsonKind::Object));
        match (object, kinds.next(), kinds.next()) {
            (Some(only), None, None) | (None, Some(only), None) => sentence(only),
            _ => docs::in_place(&self.forms.model.schema(id).at),
        }
    }
}

fn sentence(noun: &str) -> String {
    let (first, rest) = noun.split_at(1);
    format!("{}{rest}.", first.to_uppercase())
}
